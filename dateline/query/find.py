"""Finding one report or one annotation by what a person remembers of it."""

from dataclasses import dataclass
from typing import Any

from dateline.errors import UsageError
from dateline.model.annotation import Annotation
from dateline.model.reading import Reading
from dateline.query.filters import whole_words
from dateline.store.rebuild import readings
from dateline.store.record import Record
from dateline.store.schema import TABLES

_LISTED = 5
_SHORTEST_ID = 4


@dataclass(frozen=True, slots=True)
class Found:
    """An annotation with the reading that it stands in."""

    reading: Reading
    annotation: Annotation[Any]


def report(record: Record, words: str) -> Reading:
    """The reading of the one report meant: by id or its beginning, url, path or its end, or words of the title.

    Raises UsageError where there is none, or several (they are listed).
    """
    for condition, value in _ways(words):
        parts = ("SELECT id, title, published FROM documents d WHERE", condition, "ORDER BY published, id LIMIT 6")
        rows = record.query(" ".join(parts), [value]).to_pylist()
        if len(rows) == 1:
            return next(readings(record, [rows[0]["id"]]))
        if rows:
            raise UsageError(f"{words!r} means several reports: {_listed(rows)}")
    raise UsageError(f"no report {words!r}: give the beginning of its id, its url, path or words of its title")


def _ways(words: str) -> list[tuple[str, str]]:
    ways = [("id = ?", words), ("url = ?", words), ("source_id = ?", words), ("path = ?", words)]
    if len(words) >= _SHORTEST_ID:
        ways += [("starts_with(id, ?)", words), ("ends_with(path, ?)", words), ("starts_with(url, ?)", words)]
    return [*ways, ("regexp_matches(title, ?, 'i')", whole_words(words))]


def _listed(rows: list[dict[str, Any]]) -> str:
    shown = [f"{row['id'][:9]} {row['title'] or '(no title)'}" for row in rows[:_LISTED]]
    return "; ".join(shown) + (" …" if len(rows) > _LISTED else "")


def annotation(record: Record, beginning: str) -> Found:
    """The annotation whose id begins so. Raises UsageError where there is none, or several."""
    if len(beginning) < _SHORTEST_ID:
        raise UsageError(f"the id {beginning!r} is too short: give at least {_SHORTEST_ID} characters")
    tables = [t.name for t in TABLES.values() if {"id", "document", "start"} <= set(t.names)]
    parts = (" ".join(("SELECT id, document FROM", table, "WHERE starts_with(id, ?)")) for table in tables)
    rows = record.query(" UNION ALL ".join(parts), [beginning] * len(tables)).to_pylist()
    if not rows:
        raise UsageError(f"nothing in the record has an id that begins with {beginning!r}")
    if len(rows) > 1:
        ids = ", ".join(sorted(row["id"] for row in rows)[:_LISTED])
        raise UsageError(f"{beginning!r} begins several ids: {ids}")
    reading = next(readings(record, [rows[0]["document"]]))
    found = reading.find(rows[0]["id"])
    if found is None:
        raise UsageError(f"{rows[0]['id']} is in no layer of its report; look with: dateline check")
    return Found(reading, found)
