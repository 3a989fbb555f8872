"""From the tables of an older version to ours."""

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import RecordError, RecordLockedError, RecordVersionError
from dateline.store.catalog import Catalog, attempt, first_line
from dateline.store.schema import VERSION

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# For each version, the statements that make the tables of the next one.
MIGRATIONS: dict[int, tuple[str, ...]] = {}


def migrate(con: "DuckDBPyConnection", catalog: Catalog, *, folder: Path, version: int) -> None:
    """Bring a record, which must not be attached, from `version` to ours in one transaction, after copying its catalog.

    The copy, `catalog.vN.sqlite`, with the data files, which a migration never removes, is the record as it was.
    Raises RecordVersionError where there is no way from that version, RecordLockedError while somebody reads it.
    """
    import duckdb

    missing = [v for v in range(version, VERSION) if v not in MIGRATIONS]
    if missing:
        raise RecordVersionError(f"{folder} has the tables of record version {version}, which are too old to migrate")
    if not catalog.settle(con):
        raise RecordLockedError(f"{folder} must be migrated, but somebody is reading it; try again later")
    catalog.keep_copy(label=f"v{version}")
    catalog.attach(con, writable=True)
    try:
        attempt(lambda: _run(con, version), what=f"migrate {folder}")
    except duckdb.Error as error:
        raise RecordError(f"cannot migrate {folder}, which stays as it was: {first_line(error)}") from error
    catalog.detach(con)


def _run(con: "DuckDBPyConnection", version: int) -> None:
    con.execute("BEGIN")
    try:
        for step in range(version, VERSION):
            for statement in MIGRATIONS[step]:
                con.execute(statement)
        con.execute("UPDATE meta SET value = ? WHERE name = 'schema'", [str(VERSION)])
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise
