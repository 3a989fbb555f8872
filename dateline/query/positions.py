"""Positions: who is for or against what."""

from dataclasses import dataclass, replace

from dateline.query import columns as c
from dateline.query.filters import (
    OUTLET,
    PUBLISHED_SINCE,
    PUBLISHED_UNTIL,
    SINCE,
    UNTIL,
    Conditions,
    Paged,
    country_of,
    exists,
    somebody,
    whole_words,
)
from dateline.query.pages import Few, Listing
from dateline.query.question import Question, Select, option
from dateline.query.ready import Ready, conditions
from dateline.store.table import TEXT, TEXTS, WHOLE, Column

_NAMES = (
    "(SELECT coalesce(list(m.name ORDER BY list_position({0}, m.id)), []) FROM {{actors}} m "
    "WHERE m.document = k.document AND list_contains({0}, m.id))"
)
_SIDES = ("for", "against", "abstain", "absent")

_COLUMNS = f"""
    k.id, k.document, {c.DATE_SQL.format("k")}, k.on_name AS "on", k.side, k.count, k."of",
    {_NAMES.format("k.members")} AS members, {_NAMES.format("k.exceptions")} AS exceptions,
    coalesce(k.countries, []) AS countries, b.name AS "by", {c.evidence_sql('k."start"', 'k."end"')},
    {c.SOURCE_SQL}"""
_LISTING = Listing(
    _COLUMNS,
    """{positions} k JOIN {documents} d ON d.id = k.document
    LEFT JOIN {actors} b ON b.id = k."by" AND b.document = k.document""",
    order="date NULLS LAST, document, evidence_start, id",
    keys='k.id, k.document, k.date_start AS date, k."start" AS evidence_start',
    narrow="positions k",
    tables={
        "positions": Few("positions", "id", "id", dated=True),
        "documents": Few("documents", "id", "document"),
        "actors": Few("actors", "document", "document", wide=False),
    },
)
_TAKES_IT = 'a.document = k.document AND (list_contains(k.members, a.id) OR a.id = k."by")'
READY = Ready(
    "positions",
    f"""{_COLUMNS}, (SELECT list(struct_pack(name := a.name, country := a.country)) FROM {{actors}} a
    WHERE {_TAKES_IT}) AS people""",  # noqa: S608 - made of constants
    _LISTING.source,
    _LISTING.order,
    also={"date_start": "date", "on_name": "on"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions(Paged):
    """What to look for among positions."""

    who: str | None = option("Who takes it, or the body: a country or words of a name.")
    what: str | None = option("for, against, abstain or absent, or words of what it is about.")
    since: str | None = option(SINCE)
    until: str | None = option(UNTIL)
    published_since: str | None = option(PUBLISHED_SINCE)
    published_until: str | None = option(PUBLISHED_UNTIL)
    outlet: str | None = option(OUTLET)


def _select(params: Positions) -> Select:
    plain, ready = Conditions(), conditions()
    if params.who:
        sql, values = somebody(params.who).among("a")
        among = exists("actors a", f"{_TAKES_IT} AND {sql}")
        listed = f"len(list_filter(k.people, a -> {sql})) > 0"
        for some, told in ((plain, among), (ready, listed)):
            some.add(f"{told} OR list_contains(k.countries, ?)", *values, country_of(params.who))
    for some in (plain, ready):
        if params.what and params.what.lower() in _SIDES:
            some.equal("k.side", params.what)
        elif params.what:
            some.add("regexp_matches(k.on_name, ?, 'i')", whole_words(params.what))
        some.between("k.date_start", "k.date_end", params.since, params.until)
        some.published(params.published_since, params.published_until)
        some.outlet(params.outlet)
    return replace(_LISTING.select(plain), ready=READY.select(ready))


QUESTION = Question(
    "positions",
    "Who is for or against what, and how many of how many.",
    {"what": "for"},
    Positions,
    (
        c.ID,
        c.DOCUMENT,
        *c.DATE,
        Column("on", TEXT, "What it is about."),
        Column("side", TEXT, "for, against, abstain or absent."),
        Column("count", WHOLE, "How many, as in 18 of 20."),
        Column("of", WHOLE, "Of how many."),
        Column("members", TEXTS, "Those who are named."),
        Column("exceptions", TEXTS, "Those named as not taking this side."),
        Column("countries", TEXTS, "The countries that take it: named, or members of the body that day."),
        Column("by", TEXT, "The body that they belong to."),
        *c.EVIDENCE,
        *c.SOURCE,
    ),
    _select,
    shown=("date", "on", "side", "count", "of", "members", "exceptions", "evidence", "id"),
)
