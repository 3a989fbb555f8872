"""All or nothing: a block of statements that is committed whole, or undone."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@contextmanager
def transaction(con: "DuckDBPyConnection") -> Iterator[None]:
    """Commit what the block did; on any error, an interruption included, undo it and pass the error on."""
    import duckdb

    con.execute("BEGIN")
    try:
        yield
        con.execute("COMMIT")
    except BaseException:
        with suppress(duckdb.Error):
            con.execute("ROLLBACK")
        raise
