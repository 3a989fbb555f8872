"""Writing imported terms of office into a record, and the rows of a file that gave none."""

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from dateline.errors import RecordError
from dateline.model.lasting import ImportedOffice
from dateline.model.reading import Failure
from dateline.store.arrow import to_batch
from dateline.store.catalog import attempt, first_line
from dateline.store.record import Record
from dateline.store.rows import Row, failure_row
from dateline.store.schema import TABLES
from dateline.store.transaction import transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def import_offices(
    record: Record, found: Sequence[ImportedOffice], *, bad: Sequence[tuple[int, str]], path: str
) -> int:
    """Keep the terms of one file, in place of an earlier import of a file of this name; gives how many are new.

    `bad` are the rows that gave none, by line, with reasons: they become rows of `failures`. One transaction.
    """
    import duckdb

    if not record.writable:
        raise RecordError(f"{record.folder} is open for reading; open it for writing")
    sources = {office.source for office in found} | {path.rpartition("/")[2]}
    failures = [
        failure_row(Failure("offices", reason, "bad-row"), document=None, path=path, line=line) for line, reason in bad
    ]
    offices = [attrgetter(*TABLES["imported_offices"].names)(office) for office in found]
    before = {row["id"] for row in record.query("SELECT id FROM imported_offices").to_pylist()}
    try:
        attempt(lambda: _write(record.con, offices, failures, sources, path), what=f"write to {record.folder}")
    except duckdb.Error as error:
        raise RecordError(f"cannot write to {record.folder}: {first_line(error)}") from error
    return sum(office.id not in before for office in found)


def _write(con: "DuckDBPyConnection", offices: list[Row], failures: list[Row], sources: set[str], path: str) -> None:
    with transaction(con):
        for source in sorted(sources):
            con.execute("DELETE FROM imported_offices WHERE source = ?", [source])
        con.execute("DELETE FROM failures WHERE stage = 'offices' AND path = ?", [path])
        _insert(con, "imported_offices", offices)
        _insert(con, "failures", failures)


def _insert(con: "DuckDBPyConnection", name: str, rows: list[Row]) -> None:
    import pyarrow as pa

    if not rows:
        return
    con.register("incoming", pa.Table.from_batches([to_batch(TABLES[name], rows)]))
    try:
        con.execute(f"INSERT INTO {name} SELECT * FROM incoming WHERE id NOT IN (SELECT id FROM {name})")
    finally:
        con.unregister("incoming")
