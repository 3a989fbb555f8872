"""One hash for what a record says, to tell whether two say the same."""

from hashlib import sha256

from dateline.store.record import Record
from dateline.store.schema import TABLES


def digests(record: Record) -> dict[str, str]:
    """A hash over the sorted rows of each table, but those in which equal runs differ (`runs`, `meta`, `releases`)."""
    return {name: _digest(record, name) for name, table in TABLES.items() if table.compared}


def digest(record: Record) -> str:
    """One hash over all of `digests`. It does not depend on order, files, snapshots or the record's place."""
    return sha256("\n".join(f"{name} {value}" for name, value in digests(record).items()).encode()).hexdigest()


def _digest(record: Record, name: str) -> str:
    fields = ", ".join(f'"{column}" := "{column}"' for column in TABLES[name].names)
    rows = f'SELECT sha256(to_json(struct_pack({fields}))::VARCHAR) AS h FROM "{name}"'
    answer = record.query(f"SELECT sha256(coalesce(string_agg(h, '' ORDER BY h), '')) FROM ({rows})")
    return str(answer.column(0)[0].as_py())
