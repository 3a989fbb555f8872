"""Why what holds across reports does: which reports are tied to a lasting actor or a learned office and how surely."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.errors import UsageError
from dateline.query.why import Fact
from dateline.store.record import Record

_SHORTEST_ID = 4
_MOST = 40

_ACTORS = "SELECT * FROM lasting_actors WHERE starts_with(id, ?)"
_MOVED = "SELECT id, target FROM redirects WHERE starts_with(id, ?)"
_OFFICES = "SELECT * FROM learned_offices WHERE starts_with(id, ?)"
_HELD = "SELECT * FROM learned_offices WHERE lasting = ? ORDER BY first NULLS LAST, title, id"
_LINKS = """
    SELECT l.actor, l.method, l.probability, a.name, d.id AS document, d.title, d.published,
    substring(d.text, a."start" + 1, a."end" - a."start") AS words
    FROM actor_links l JOIN actors a ON a.id = l.actor JOIN documents d ON d.id = l.document
    WHERE l.lasting = ? ORDER BY d.published NULLS LAST, d.id, a."start" """
_EVIDENCE = """
    SELECT m.id, d.id AS document, d.title, d.published,
    substring(d.text, m."start" + 1, m."end" - m."start") AS words
    FROM mentions m JOIN documents d ON d.id = m.document
    WHERE list_contains(?, m.id) ORDER BY d.published NULLS LAST, d.id, m."start" """


@dataclass(frozen=True, slots=True)
class WhyLinked:
    """What the record says across reports, and the proof: first what is known, then a line for each report."""

    id: str
    headline: str
    facts: tuple[Fact, ...]
    proof: tuple[Fact, ...]


def why_linked(record: Record, beginning: str) -> WhyLinked | None:
    """The grounds of the lasting actor or learned office whose id begins so; an id given up leads to its heir.

    None where no such id begins so. Raises UsageError where several do.
    """
    if len(beginning) < _SHORTEST_ID:
        return None
    actors, offices = _rows(record, _ACTORS, beginning), _rows(record, _OFFICES, beginning)
    if not actors and not offices and (moved := _rows(record, _MOVED, beginning)):
        actors = _rows(record, _ACTORS, moved[0]["target"])
    if len(actors) + len(offices) > 1:
        raise UsageError(f"{beginning!r} begins several ids: {', '.join(r['id'] for r in (*actors, *offices))}")
    if actors:
        return _actor(record, actors[0])
    return _office(record, offices[0]) if offices else None


def _rows(record: Record, sql: str, *values: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = record.query(sql, list(values)).to_pylist()
    return found


def _actor(record: Record, row: dict[str, Any]) -> WhyLinked:
    links = _rows(record, _LINKS, row["id"])
    facts = [Fact("kind", row["kind"])]
    facts += [Fact("country", row["country"])] if row["country"] else []
    facts += [Fact("called", ", ".join(row["names"]))] if row["names"] else []
    facts += [Fact("known as", f"{row['known_as']}, by {row['method']}")] if row["known_as"] else []
    facts += [Fact("office", f"{_title(held)}; {held['id']}") for held in _rows(record, _HELD, row["id"])]
    facts.append(Fact("reports", f"{row['reports']}{_days(row)}"))
    counts = Counter(link["method"] for link in links)
    facts += [Fact("tied by", f"{method}: {n}") for method, n in sorted(counts.items(), key=lambda p: (-p[1], p[0]))]
    proof = [
        Fact(f"{link['probability']:.2f}", f"{_words(link)}, by {link['method']}; {_report(link)}; {link['actor']}")
        for link in links
    ]
    return WhyLinked(row["id"], row["name"], tuple(facts), _cut(proof))


def _office(record: Record, row: dict[str, Any]) -> WhyLinked:
    facts = [Fact("holder", f"{row['name']}; {row['lasting']}"), Fact("standing", row["standing"])]
    facts += [Fact("rank", row["rank"])] if row["rank"] else []
    facts.append(Fact("reports", f"{row['reports']}{_days(row)}"))
    for other in row["conflicts"] or ():
        facts += [Fact("conflicts with", f"{r['name']}{_days(r)}; {other}") for r in _rows(record, _OFFICES, other)]
    proof = [
        Fact(found["published"] or "undated", f"{_words(found)}; {_report(found)}; {found['id']}")
        for found in _rows(record, _EVIDENCE, list(row["evidence"] or ()))
    ]
    return WhyLinked(row["id"], f"{row['name']}, {_title(row)}", tuple(facts), _cut(proof))


def _title(row: dict[str, Any]) -> str:
    owner = row["country"] or row["organisation"]
    standing = "" if row["standing"] == "holds" else f"{row['standing']} "
    return f"{standing}{row['title']}{f' ({owner})' if owner else ''}{_days(row)}"


def _days(row: dict[str, Any]) -> str:
    if not row["first"]:
        return ""
    return f", {row['first']}" if row["first"] == row["last"] else f", {row['first']} to {row['last']}"


def _words(row: dict[str, Any]) -> str:
    return f"“{' '.join((row['words'] or '').split())}”"


def _report(row: dict[str, Any]) -> str:
    return f"{row['published'] or 'undated'} {row['title'] or row['document']}"


def _cut(proof: Sequence[Fact]) -> tuple[Fact, ...]:
    """So many lines as a screen holds, and how many more there are."""
    if len(proof) <= _MOST:
        return tuple(proof)
    return (*proof[:_MOST], Fact("and more", f"{len(proof) - _MOST}; all with: dateline sql"))
