"""A reader's tables as views of their Parquet files: at one snapshot none can change, so DuckLake is asked but once.

For each statement DuckLake asks its catalog for files and statistics anew, up to once for every column: 10 to 100 ms
before anything is read.
"""

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.store.engine import quoted
from dateline.store.schema import TABLES
from dateline.store.table import Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# What a plain read of the files would get wrong: rows that are deleted or of later snapshots, columns of several ages,
# files that somebody else has added.
_FILES = """
    SELECT t.table_id, t.table_name, f.path,
        NOT (t.path_is_relative AND s.path_is_relative AND coalesce(f.path_is_relative, true))
        OR f.mapping_id IS NOT NULL OR f.encryption_key IS NOT NULL OR coalesce(f.partial_max, 0) > {snapshot}
        OR EXISTS (SELECT 1 FROM {catalog}.ducklake_delete_file x WHERE x.data_file_id = f.data_file_id)
        OR EXISTS (SELECT 1 FROM {catalog}.ducklake_column c WHERE c.table_id = t.table_id
                   AND (c.begin_snapshot <> t.begin_snapshot OR c.end_snapshot IS NOT NULL)) AS changed,
        s.path || t.path AS folder
    FROM {catalog}.ducklake_table t JOIN {catalog}.ducklake_schema s ON s.schema_id = t.schema_id
    LEFT JOIN {catalog}.ducklake_data_file f ON f.table_id = t.table_id
        AND f.begin_snapshot <= {snapshot} AND (f.end_snapshot IS NULL OR f.end_snapshot > {snapshot})
    WHERE t.begin_snapshot <= {snapshot} AND (t.end_snapshot IS NULL OR t.end_snapshot > {snapshot})
    ORDER BY t.table_name, f.data_file_id"""

# Tables of which rows or deletions may stand in the catalog itself.
_INSIDE = """
    SELECT table_id FROM {catalog}.ducklake_inlined_data_tables
    UNION SELECT scope_id FROM {catalog}.ducklake_metadata
    WHERE key = 'data_inlining_row_limit' AND scope = 'table' AND value <> '0'
    UNION SELECT table_id FROM {catalog}.ducklake_table WHERE NOT EXISTS (
        SELECT 1 FROM {catalog}.ducklake_metadata
        WHERE key = 'data_inlining_row_limit' AND scope IS NULL AND value = '0')"""


@dataclass(slots=True)
class _Stored:
    """The files of one table, and whether reading them is all there is to it."""

    number: int = 0
    files: list[Path] = field(default_factory=list)
    plain: bool = True


def freeze(con: "DuckDBPyConnection", *, name: str, data: Path, snapshot: int) -> None:
    """Put a view of its files before each table of the attached record that they hold whole; leave the others.

    The record is attached as `name` at this snapshot, and its data lies in the folder `data`.
    """
    import duckdb

    stored = _stored(con, f"__ducklake_metadata_{name}", data=data, snapshot=snapshot)
    views = (_view(TABLES[table], found.files) for table, found in stored.items() if table in TABLES and found.plain)
    for view in views:
        # A file that is missing or cut is told by DuckLake, when the table is asked for.
        with suppress(duckdb.Error):
            con.execute(view)
    if "runs" in stored and not stored["runs"].plain:
        # Short, but wide: DuckLake would look up each of its columns for each statement.
        with suppress(duckdb.Error):
            con.execute(f"CREATE TEMP TABLE runs AS SELECT * FROM {name}.runs")


def _stored(con: "DuckDBPyConnection", catalog: str, *, data: Path, snapshot: int) -> dict[str, _Stored]:
    found: dict[str, _Stored] = defaultdict(_Stored)
    for number, table, file, changed, folder in con.execute(
        _FILES.format(catalog=catalog, snapshot=int(snapshot))
    ).fetchall():
        stored = found[table]
        stored.number = number
        stored.plain = stored.plain and not changed
        if file is not None:
            stored.files.append(data / folder / file)
    inside = {number for (number,) in con.execute(_INSIDE.format(catalog=catalog)).fetchall()}
    for stored in found.values():
        stored.plain = stored.plain and stored.number not in inside
    return found


def _view(table: Table, files: list[Path]) -> str:
    if files:
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        listed = ", ".join(quoted(file) for file in files)
        source = f"FROM read_parquet([{listed}], hive_partitioning = false)"
    else:
        columns = ", ".join(f'NULL::{column.type} AS "{column.name}"' for column in table.columns)
        source = "WHERE false"
    return f"CREATE TEMP VIEW {table.name} AS SELECT {columns} {source}"
