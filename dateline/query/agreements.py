"""Agreements: what was done about treaties, ceasefires, deals, plans and joint texts."""

from dataclasses import dataclass

from dateline.model.claim import STATUSES
from dateline.query import columns as c
from dateline.query.filters import (
    OUTLET,
    PARTIES,
    PUBLISHED_SINCE,
    PUBLISHED_UNTIL,
    SINCE,
    UNTIL,
    WITH,
    Conditions,
    Paged,
    select,
    whole_words,
)
from dateline.query.filters import STATUS as STATUS_HELP
from dateline.query.question import Question, Select, option
from dateline.store.table import TEXT, TEXTS, Column

_BY = (
    '(SELECT coalesce(list(m.name ORDER BY list_position(k."by", m.id)), []) FROM actors m '
    'WHERE m.document = k.document AND list_contains(k."by", m.id))'
)

_COLUMNS = f"""
    g.id, k.document, {c.DATE_SQL.format("k")}, g.name, k.act, k.status, {_BY} AS "by",
    g.actor_names AS parties, g.countries, {c.evidence_sql('k."start"', 'k."end"')}, k.claim,
    {c.SOURCE_SQL}, k.ordinal AS nth"""
_SOURCE = """
    acts k JOIN agreements g ON g.id = k.agreement AND g.document = k.document
    JOIN documents d ON d.id = k.document"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreements(Paged):
    """What to look for among acts on agreements."""

    who: str | None = option("A party: a country (RUS, Russia, Russian) or words of a name.")
    with_: str | None = option(WITH)
    what: str | None = option("An act (signed, suspended, rejected …) or words of the agreement's name.")
    since: str | None = option(SINCE)
    until: str | None = option(UNTIL)
    published_since: str | None = option(PUBLISHED_SINCE)
    published_until: str | None = option(PUBLISHED_UNTIL)
    status: str | None = option(STATUS_HELP)
    outlet: str | None = option(OUTLET)


def _select(params: Agreements) -> Select:
    conditions = Conditions()
    PARTIES.take_part(conditions, "g", who=params.who, with_=params.with_)
    if params.what:
        words = whole_words(params.what)
        conditions.add("k.act = ? OR regexp_matches(g.name, ?, 'i')", params.what.lower(), words)
    conditions.between("k.date_start", "k.date_end", params.since, params.until)
    conditions.published(params.published_since, params.published_until)
    conditions.one_of("k.status", params.status, STATUSES, option="status")
    conditions.outlet(params.outlet)
    return select(_COLUMNS, _SOURCE, conditions, order="date NULLS LAST, document, evidence_start, id, nth")


QUESTION = Question(
    "agreements",
    "What was done about treaties, ceasefires, deals and plans.",
    {"what": "suspended"},
    Agreements,
    (
        c.ID,
        c.DOCUMENT,
        *c.DATE,
        Column("name", TEXT, "The agreement's name."),
        Column("act", TEXT, "proposed, negotiated, signed, ratified, in-force, extended, suspended …"),
        c.STATUS,
        Column("by", TEXTS, "Who did it."),
        Column("parties", TEXTS, "The parties to the agreement."),
        c.COUNTRIES,
        *c.EVIDENCE,
        Column("claim", TEXT, "The claim that tells of it.", "claims"),
        *c.SOURCE,
    ),
    _select,
    shown=("date", "name", "act", "by", "evidence", "id"),
)
