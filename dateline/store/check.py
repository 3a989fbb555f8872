"""Whether a record keeps its promises: keys, references, spans, texts and files."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.store.record import Record
from dateline.store.schema import TABLES
from dateline.store.table import SPANS, TEXT, Column, Table


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken promise: the table, what is wrong, in how many rows, and one of them."""

    table: str
    what: str
    rows: int
    example: str


def check(record: Record) -> list[Finding]:
    """Everything that is wrong with the snapshot that is open; an empty list where all is well.

    Asked: keys are unique, references resolve (those between annotations within their report), spans fit the texts,
    texts have the hashes and lengths given, the files are there in the sizes that the catalog tells.
    """
    found = list(_files(record))
    if found:
        # Where files are missing no other question has an answer.
        return found
    record.con.execute(f"CREATE OR REPLACE TEMP TABLE ids AS {_IDS}")
    record.con.execute("CREATE OR REPLACE TEMP TABLE lengths AS SELECT id, characters FROM documents")
    for table in TABLES.values():
        found += _duplicates(record, table)
        found += _faults(record, table)
    record.con.execute("DROP TABLE temp.ids")
    record.con.execute("DROP TABLE temp.lengths")
    return found


_TARGETS = sorted({c.refers for table in TABLES.values() for c in table.columns if c.refers} - {"documents"})
_IDS = " UNION ALL ".join(
    f"SELECT '{name}' AS kind, id, {'document' if 'document' in TABLES[name].names else 'NULL'} AS document FROM {name}"
    for name in _TARGETS
)


def _duplicates(record: Record, table: Table) -> Iterator[Finding]:
    key = ", ".join(f'"{column}"' for column in table.key)
    rows = record.query(f"SELECT {key} FROM {table.name} GROUP BY {key} HAVING count(*) > 1 ORDER BY {key}").to_pylist()
    if rows:
        names = ", ".join(table.key)
        yield Finding(table.name, f"{names} not unique", len(rows), " ".join(map(str, rows[0].values())))


def _faults(record: Record, table: Table) -> Iterator[Finding]:
    """Count all faults of single rows with one look at the table."""
    faults = dict(_conditions(table))
    if not faults:
        return
    key = ", ".join(f'here."{column}"' for column in table.key)
    counts = ", ".join(
        f"count(*) FILTER ({fault}) AS n{i}, min(concat_ws(' ', {key})) FILTER ({fault}) AS e{i}"
        for i, fault in enumerate(faults.values())
    )
    document = "id" if table.name == "documents" else "document" if "document" in table.names else None
    source = f"{table.name} AS here"
    if document is not None:
        source += f" LEFT JOIN temp.lengths AS text ON text.id = here.{document}"
    row = record.query(f"SELECT {counts} FROM {source}").to_pylist()[0]
    for i, what in enumerate(faults):
        if row[f"n{i}"]:
            yield Finding(table.name, what, row[f"n{i}"], row[f"e{i}"])


def _conditions(table: Table) -> Iterator[tuple[str, str]]:
    """Pairs of a fault and the SQL that is true of a row with it."""
    if table.name == "documents":
        yield "sha256 is not that of the text", "here.sha256 <> sha256(here.text)"
        yield "characters is not the length of the text", "here.characters <> length(here.text)"
    for start, end in table.spans:
        a, b = f'here."{start}"', f'here."{end}"'
        unfit = f"({a} IS NULL) <> ({b} IS NULL) OR {a} < 0 OR {b} < {a} OR {b} > text.characters"
        yield f"{start}, {end} do not fit the text", unfit
    for column in table.columns:
        value = f'here."{column.name}"'
        if column.type == SPANS:
            unfit = 's."start" < 0 OR s."end" < s."start" OR s."end" > text.characters'
            yield f"{column.name} do not fit the text", f"len(list_filter({value}, lambda s: {unfit})) > 0"
        elif column.refers == "documents":
            yield f"{column.name} names no document", f"{value} IS NOT NULL AND text.id IS NULL"
        elif column.refers:
            yield f"{column.name} names none of {column.refers}", _unresolved(table, column, value)


def _unresolved(table: Table, column: Column, value: str) -> str:
    """True where one of the ids in a column is that of no row; between annotations, of no row of the same report."""
    wanted = f"[{value}]" if column.type == TEXT else value
    if "document" in table.names and "document" in TABLES[column.refers or ""].names:
        known = f"SELECT list(id) FROM temp.ids WHERE kind = '{column.refers}' AND ids.document = here.document"
        return f"NOT list_has_all(coalesce(({known}), []), list_filter({wanted}, lambda i: i IS NOT NULL))"
    known = f"SELECT id FROM temp.ids WHERE kind = '{column.refers}'"
    return f"EXISTS (SELECT 1 FROM unnest({wanted}) AS w(i) WHERE i IS NOT NULL AND i NOT IN ({known}))"


def _files(record: Record) -> Iterator[Finding]:
    """Data files that are missing or of another size, in any snapshot."""
    wrong: dict[tuple[str, str], list[str]] = {}
    for row in record.query(_FILES.format(catalog=f"__ducklake_metadata_{record.name}")).to_pylist():
        file = record.folder / "data" / row["path"]
        if not file.is_file():
            wrong.setdefault((row["name"], "file is missing"), []).append(file.name)
        elif file.stat().st_size != row["size"]:
            wrong.setdefault((row["name"], "file has another size"), []).append(file.name)
    for (table, what), names in wrong.items():
        yield Finding(table, what, len(names), min(names))


# Every file that the catalog lists is needed by some snapshot. Paths are relative, each to the one before.
_FILES = """
WITH files AS (
    SELECT table_id, path, file_size_bytes AS size FROM {catalog}.ducklake_data_file
    UNION ALL SELECT table_id, path, file_size_bytes FROM {catalog}.ducklake_delete_file
),
tables AS (
    SELECT DISTINCT t.table_id, t.table_name, s.path || t.path AS folder
    FROM {catalog}.ducklake_table AS t JOIN {catalog}.ducklake_schema AS s USING (schema_id)
)
SELECT table_name AS name, folder || path AS path, size FROM files JOIN tables USING (table_id) ORDER BY ALL
"""
