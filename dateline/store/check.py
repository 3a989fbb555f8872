"""Whether a record keeps its promises: keys, references, spans, texts and files."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import RecordError, UsageError
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

    Asked: keys are unique, references resolve within their report, spans fit the texts, texts have the hashes and
    lengths given, the files are there in the sizes that the catalog tells.
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
_IDS = " UNION ALL ".join(f"SELECT '{name}' AS kind, id, document FROM {name}" for name in _TARGETS)


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
    document = "id" if table.name == "documents" else "document"
    source = f"{table.name} AS here LEFT JOIN temp.lengths AS text ON text.id = here.{document}"
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
            yield f"{column.name} names none of {column.refers}", _unresolved(column, value)


def _unresolved(column: Column, value: str) -> str:
    """True where an id, or one of a list of ids, is not that of a row of the same report."""
    wanted = f"[{value}]" if column.type == TEXT else value
    known = f"SELECT list(id) FROM temp.ids WHERE kind = '{column.refers}' AND ids.document = here.document"
    return f"NOT list_has_all(coalesce(({known}), []), list_filter({wanted}, lambda i: i IS NOT NULL))"


def _files(record: Record) -> Iterator[Finding]:
    """Data files that are missing or of another size, in the snapshot that is open and in every release."""
    snapshots = [record.snapshot]
    try:
        snapshots += record.releases().values()
    except (RecordError, UsageError):
        yield Finding("releases", "cannot be read", 1, "releases")
    for table in TABLES:
        wrong: dict[str, str] = {}
        for snapshot in dict.fromkeys(snapshots):
            for path, size in _listed(record, table, snapshot):
                file = Path(path)
                if not file.is_file():
                    wrong[file.name] = "file is missing"
                elif file.stat().st_size != size:
                    wrong[file.name] = "file has another size"
        for what in sorted(set(wrong.values())):
            names = sorted(name for name, fault in wrong.items() if fault == what)
            yield Finding(table, what, len(names), names[0])


def _listed(record: Record, table: str, snapshot: int) -> Iterator[tuple[str, int]]:
    files = record.query(
        "SELECT data_file, data_file_size_bytes, delete_file, delete_file_size_bytes "
        f"FROM ducklake_list_files('{record.name}', '{table}', snapshot_version => {int(snapshot)})"
    )
    for row in files.to_pylist():
        yield row["data_file"], row["data_file_size_bytes"]
        if row["delete_file"]:
            yield row["delete_file"], row["delete_file_size_bytes"]
