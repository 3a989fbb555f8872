"""What phase two reads from a record and writes into it."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from dateline.errors import RecordError
from dateline.store.arrow import to_batch
from dateline.store.catalog import attempt, first_line
from dateline.store.record import Record
from dateline.store.schema import TABLES
from dateline.store.table import Table
from dateline.store.transaction import transaction

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

# Order does not count in it, so that two records of the same reports agree however these were read.
_STATE = """
    SELECT count(*) AS n, coalesce(bit_xor(md5_number_lower(id || coalesce(read_with, ''))), 0) AS h FROM documents
    UNION ALL SELECT count(*), coalesce(bit_xor(md5_number_lower(id)), 0) FROM imported_offices"""


def rows(record: Record, table: str, columns: Iterable[str]) -> list[dict[str, Any]]:
    """Some columns of all rows of a table, in the order of its key.

    A column written `name!` leaves out rows where it is null; `words` are the report's words at the row's span.
    """
    names = [column.removesuffix("!") for column in columns]
    wanted = ", ".join(_WORDS if name == "words" else f'k."{name}"' for name in names)
    filled = [f'k."{column[:-1]}" IS NOT NULL' for column in columns if column.endswith("!")]
    where = f"WHERE {' AND '.join(filled)}" if filled else ""
    join = "JOIN documents d ON d.id = k.document" if "words" in names else ""
    key = ", ".join(f'k."{column}"' for column in TABLES[table].key)
    found: list[dict[str, Any]] = record.query(
        f'SELECT {wanted} FROM "{table}" k {join} {where} ORDER BY {key}'
    ).to_pylist()
    return found


_WORDS = 'substring(d.text, k."start" + 1, k."end" - k."start") AS words'


def row_of(row: Any, columns: Iterable[str]) -> dict[str, Any]:
    """Some columns of a row that a linker has made."""
    return {column: getattr(row, column) for column in (name.removesuffix("!") for name in columns)}


def state(record: Record, *, linkers: str) -> str:
    """What linking depends on: the readings, imported offices, and the version of the linkers."""
    parts = [f"{row['n']}:{row['h']:x}" for row in record.query(_STATE).to_pylist()]
    return " ".join((linkers, *parts))


def linked_state(record: Record) -> str | None:
    """The state that the record was last linked in; None if it never was."""
    found = record.query("SELECT value FROM meta WHERE name = 'linked'").to_pylist()
    return found[0]["value"] if found else None


def write_links(record: Record, made: Mapping[str, Sequence[Any]], *, state: str) -> dict[str, int]:
    """Make the tables of phase two hold these rows and no others, in one transaction; gives how many each has.

    Only rows that differ are written. Raises RecordError, with nothing changed, where that fails.
    """
    import duckdb

    if not record.writable:
        raise RecordError(f"{record.folder} is open for reading; open it for writing")
    linked = [table for table in TABLES.values() if table.linked]
    arrows = {table.name: _arrow(table, made.get(table.name, ())) for table in linked}
    try:
        attempt(lambda: _write(record.con, arrows, state), what=f"write to {record.folder}")
    except duckdb.Error as error:
        raise RecordError(f"cannot write to {record.folder}: {first_line(error)}") from error
    return {name: table.num_rows for name, table in arrows.items()}


def _arrow(table: Table, found: Sequence[Any]) -> "pa.Table":
    import pyarrow as pa

    if not found:
        return table.arrow.empty_table()
    return pa.Table.from_batches([to_batch(table, list(map(attrgetter(*table.names), found)))])


def _write(con: "DuckDBPyConnection", arrows: Mapping[str, "pa.Table"], state: str) -> None:
    with transaction(con):
        for name, rows in arrows.items():
            _replace(con, TABLES[name], rows)
        con.execute("DELETE FROM meta WHERE name = 'linked'")
        con.execute("INSERT INTO meta VALUES ('linked', ?)", [state])


def _replace(con: "DuckDBPyConnection", table: Table, rows: "pa.Table") -> None:
    key = f'"{table.key[0]}"'
    con.register("incoming", rows)
    try:
        con.execute(
            f"DELETE FROM {table.name} WHERE {key} IN "
            f"(SELECT {key} FROM (SELECT * FROM {table.name} EXCEPT SELECT * FROM incoming))"
        )
        con.execute(
            f"INSERT INTO {table.name} SELECT * FROM incoming "
            f"WHERE {key} NOT IN (SELECT {key} FROM {table.name}) ORDER BY {key}"
        )
    finally:
        con.unregister("incoming")
