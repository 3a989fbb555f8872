"""Fewer and fuller files, without losing a snapshot."""

from dataclasses import dataclass

from dateline.errors import RecordError
from dateline.store.record import Record


@dataclass(frozen=True, slots=True)
class Compaction:
    """What compacting did: files of the newest snapshot before and after, files removed, and orphans among them."""

    before: int
    after: int
    removed: int
    orphans: int


def compact(record: Record, *, at_once: bool = False) -> Compaction:
    """Merge small files, rewrite those with deleted rows, remove what no snapshot needs. Every snapshot stays.

    Files that have been replaced stay for a day or two, for readers that are at work; a later run removes them, or
    this one where nobody is reading (`at_once`). Orphans, which a killed writer left, are removed in any case. The
    record must be open for writing.
    """
    before = _count(record)
    record.change(f"CALL ducklake_merge_adjacent_files('{record.name}')")
    record.change(f"CALL ducklake_rewrite_data_files('{record.name}')")
    # A catalog in SQLite compares times as texts, of which only the day is reliable: "T" sorts after " ".
    old = "cleanup_all => true" if at_once else "older_than => date_trunc('day', now()) - INTERVAL 2 DAY"
    replaced = record.change(f"CALL ducklake_cleanup_old_files('{record.name}', {old})")
    orphans = remove_orphans(record)
    return Compaction(before, _count(record), len(replaced) + orphans, orphans)


def remove_orphans(record: Record) -> int:
    """Remove files that the catalog does not know; gives how many. We are the only writer, so nobody needs them."""
    orphans = record.change(
        f"CALL ducklake_delete_orphaned_files('{record.name}', dry_run => true, cleanup_all => true)"
    )
    catalog = f"__ducklake_metadata_{record.name}"
    known = record.change(
        f"SELECT path FROM {catalog}.ducklake_data_file UNION SELECT path FROM {catalog}.ducklake_delete_file"
    )
    names = {str(path).rpartition("/")[2] for (path,) in known}
    if live := [path for (path,) in orphans if str(path).rpartition("/")[2] in names]:
        raise RecordError(
            f"{live[0]} is in the catalog of {record.folder}, yet looks like an orphan; nothing is removed"
        )
    if orphans:
        record.change(f"CALL ducklake_delete_orphaned_files('{record.name}', cleanup_all => true)")
    return len(orphans)


def _count(record: Record) -> int:
    table = record.query(f"SELECT coalesce(sum(file_count), 0)::BIGINT FROM ducklake_table_info('{record.name}')")
    return int(table.column(0)[0].as_py())
