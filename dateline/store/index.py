"""An index of a record: tables made from it, in a DuckDB file beside its catalog, so that questions need not join anew.

It is never the source of anything. Its name says how it was made and which state of the record it shows; a reader that
is at another state leaves it alone, and it may be removed at any time. A new one is made beside the old one and then
renamed, so that nobody sees half of one, and who has the old one open keeps it.
"""

import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.store.engine import quoted
from dateline.store.process import abandoned, maker

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_NAME = "index-{layout}-{state}.duckdb"
_DRAFT = ".draft-"

# Rows of a table that are passed over together where none can be among the first.
_GROUP = 24_576

# Tables that no index is made of: changing them leaves it true.
_APART = "('runs', 'releases', 'meta', 'redirects', 'imported_offices', 'learned_offices')"

# The newest snapshot, up to the given one, that changed a table; null where a file holds rows of later ones too, or
# rows lie in the catalog itself, which has no file to tell.
_STATE = f"""
    WITH ours AS (SELECT table_id FROM {{catalog}}.ducklake_table
        WHERE table_name NOT IN {_APART} AND begin_snapshot <= {{snapshot}} AND end_snapshot IS NULL),
    files AS (
        SELECT begin_snapshot, end_snapshot, partial_max FROM {{catalog}}.ducklake_data_file JOIN ours USING (table_id)
        UNION ALL
        SELECT begin_snapshot, end_snapshot, NULL FROM {{catalog}}.ducklake_delete_file JOIN ours USING (table_id)),
    changes AS (SELECT unnest([begin_snapshot, end_snapshot, partial_max]) AS snapshot FROM files)
    SELECT CASE WHEN EXISTS (SELECT 1 FROM files WHERE begin_snapshot <= {{snapshot}} AND partial_max > {{snapshot}})
        OR EXISTS (SELECT 1 FROM {{catalog}}.ducklake_inlined_data_tables JOIN ours USING (table_id)) THEN NULL
        ELSE coalesce((SELECT max(snapshot) FROM changes WHERE snapshot <= {{snapshot}}), 0) END"""


def state(con: "DuckDBPyConnection", *, name: str, snapshot: int) -> int | None:
    """The snapshot that last changed what an index is made of; None where that cannot be told."""
    row = con.execute(_STATE.format(catalog=f"__ducklake_metadata_{name}", snapshot=int(snapshot))).fetchone()
    return None if row is None or row[0] is None else int(row[0])


def path(folder: Path, *, layout: str, state: int) -> Path:
    """Where the index of this layout and state lies."""
    return folder / _NAME.format(layout=layout, state=state)


def make(con: "DuckDBPyConnection", target: Path, tables: Mapping[str, str]) -> None:
    """Make an index with these tables, each from a SELECT over the record that the connection has open.

    Older ones are removed. Raises duckdb.Error or OSError, with nothing left behind.
    """
    _remove_abandoned(target.parent)
    draft = target.with_name(f"{_DRAFT}{maker()}.{threading.get_ident()}.{target.name}")
    alias = f"draft_{os.getpid()}_{threading.get_ident()}"
    try:
        # It is read by the DuckDB that makes it, so the newest way of writing will do: it is the smallest and quickest.
        con.execute(f"ATTACH {quoted(draft)} AS {alias} (STORAGE_VERSION 'latest', ROW_GROUP_SIZE {_GROUP})")
        try:
            for table, sql in tables.items():
                con.execute(f"CREATE TABLE {alias}.{table} AS {sql}")
            con.execute(f"CHECKPOINT {alias}")
        finally:
            con.execute(f"DETACH {alias}")
        draft.replace(target)
    finally:
        for left in target.parent.glob(f"{draft.name}*"):
            left.unlink(missing_ok=True)
    for old in target.parent.glob(_NAME.format(layout="*", state="*")):
        if old != target:
            old.unlink(missing_ok=True)


def _remove_abandoned(folder: Path) -> None:
    """Remove what killed makers on this machine have left."""
    for left in folder.glob(f"{_DRAFT}*.*.index-*"):
        if abandoned(left.name.removeprefix(_DRAFT).rsplit(".index-", 1)[0].rpartition(".")[0]):
            left.unlink(missing_ok=True)


class Index:
    """An open index. `con` sees its tables; close it when done."""

    def __init__(self, con: "DuckDBPyConnection", file: Path) -> None:
        self._file = file
        self._engine = con
        self.con = con.cursor()
        try:
            self.con.execute(f"USE {_hold(con, file)}")
        except BaseException:
            self.con.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self.con.close()
        _let_go(self._engine, self._file)


# All connections of a process share one DuckDB, which attaches a file once.
_held: dict[Path, int] = {}
_lock = threading.Lock()


def _alias(file: Path) -> str:
    return f"index_{abs(hash(file)):x}"


def _hold(con: "DuckDBPyConnection", file: Path) -> str:
    with _lock:
        if not _held.get(file):
            con.execute(f"ATTACH IF NOT EXISTS {quoted(file)} AS {_alias(file)} (READ_ONLY)")
        _held[file] = _held.get(file, 0) + 1
    return _alias(file)


def _let_go(con: "DuckDBPyConnection", file: Path) -> None:
    import duckdb

    with _lock:
        left = _held.pop(file, 1) - 1
        if left:
            _held[file] = left
        else:
            with suppress(duckdb.Error):
                con.execute(f"DETACH {_alias(file)}")


def _forget() -> None:
    _held.clear()
    _lock.release()


# A forked child has a DuckDB of its own, which holds nothing yet.
os.register_at_fork(before=_lock.acquire, after_in_parent=_lock.release, after_in_child=_forget)
