"""A short account of a record: how much is in it, the contacts in the order of time, comparisons, quotes, one claim."""

from dataclasses import dataclass
from typing import Any

from dateline.query.answer import ask
from dateline.query.find import annotation
from dateline.query.merged_contacts import merged_contacts
from dateline.query.why import Why, why
from dateline.store.record import Record

_COUNTED = (
    *("documents", "claims", "quotes", "contacts", "agreements", "positions", "exchanges", "comparisons"),
    "failures",
)
_COMPARISONS = 50  # looked at for those that say most

_QUOTES = """
    SELECT q.id, q.document, q.speaker_name AS speaker, q.speaker_country, d.outlet, d.published,
           substring(d.text, q.content[1]."start" + 1, q.content[1]."end" - q.content[1]."start") AS content
    FROM quotes q JOIN documents d ON d.id = q.document
    WHERE q.kind = 'direct' AND q.speaker_name IS NOT NULL AND q.speaker_country IS NOT NULL
          AND len(q.content) = 1 AND q.content[1]."end" - q.content[1]."start" BETWEEN 50 AND 150
    QUALIFY row_number() OVER (PARTITION BY q.speaker_name ORDER BY q.probability DESC, q.id) = 1
    ORDER BY q.probability DESC, d.published, q.id LIMIT 3"""

# The claim that shows most: who, to whom, when and where, in words that fit a few lines.
_CLAIM = """
    SELECT k.id FROM claims k
    ORDER BY (len(k.actor_names) > 0)::INTEGER + (len(k.actor_names) + len(k.recipient_names) > 1)::INTEGER
             + (k.date_span_start IS NOT NULL)::INTEGER + (k.place_name IS NOT NULL)::INTEGER
             + (k.evidence_end - k.evidence_start BETWEEN 50 AND 200)::INTEGER + (k.status = 'happened')::INTEGER DESC,
             k.probability DESC, k.type = 'CONSULT', k.date_start, k.id LIMIT 1"""

_PAIR = """
    SELECT p.country AS who, q.country AS with_, count(DISTINCT p.claim) AS claims
    FROM sides p JOIN sides q ON q.claim = p.claim AND q.country <> p.country
    WHERE p.side = 'actor' GROUP BY p.country, q.country ORDER BY claims DESC, who, with_ LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Summary:
    """How much a record holds, and a taste of it: `contacts`, `comparisons` and `quotes` are rows, the `verdict` of a
    comparison being the record's; `pair` acts on each other most."""

    snapshot: int
    counts: dict[str, int]
    first: str | None
    last: str | None
    outlets: int
    contacts: list[dict[str, Any]]
    comparisons: list[dict[str, Any]]
    quotes: list[dict[str, Any]]
    claim: Why | None
    pair: tuple[str, str] | None


def _contacts(record: Record) -> list[dict[str, Any]]:
    """The contacts between countries in the order of time, each once however many reports tell of it."""
    found = merged_contacts()
    found.conditions.add("len(k.actor_names) > 1 AND len(k.countries) > 1")
    rows: list[dict[str, Any]] = record.query(
        " ".join((found.sql, "ORDER BY date, countries, ids")), found.conditions.values
    ).to_pylist()
    return rows


def _comparisons(record: Record) -> list[dict[str, Any]]:
    """Three comparisons that reports make: those that the record can say something to first, then by kind."""
    rows = list(ask(record, "comparisons", limit=_COMPARISONS))
    kinds = ("highest", "most-senior", "first", "last")
    return sorted(rows, key=lambda row: (row["verdict"] == "not-known", kinds.index(row["kind"])))[:3]


def summary(record: Record) -> Summary:
    """The account of an open record."""
    counts = {name: record.query(" ".join(("SELECT count(*) AS n FROM", name)))["n"][0].as_py() for name in _COUNTED}
    about = record.query(
        "SELECT min(published) AS first, max(published) AS last, count(DISTINCT outlet) AS outlets FROM documents"
    ).to_pylist()[0]
    claim = record.query(_CLAIM).to_pylist()
    pair = record.query(_PAIR).to_pylist()
    return Summary(
        record.snapshot,
        counts,
        about["first"],
        about["last"],
        about["outlets"],
        _contacts(record),
        _comparisons(record),
        record.query(_QUOTES).to_pylist(),
        why(annotation(record, claim[0]["id"])) if claim else None,
        (pair[0]["who"], pair[0]["with_"]) if pair else None,
    )
