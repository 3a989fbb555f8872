"""Agreements: what was done about treaties, ceasefires, deals, plans and joint texts."""

from dataclasses import dataclass, replace

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
    day,
    whole_words,
)
from dateline.query.filters import STATUS as STATUS_HELP
from dateline.query.pages import WORDLESS, Few, Found, Listing
from dateline.query.question import Page, Question, Select, option
from dateline.query.ready import Ready, conditions, people, take_part
from dateline.store.engine import quoted
from dateline.store.table import TEXT, TEXTS, Column

_BY = (
    '(SELECT coalesce(list(m.name ORDER BY list_position(k."by", m.id)), []) FROM {actors} m '
    'WHERE m.document = k.document AND list_contains(k."by", m.id))'
)

_LIMITS = f"""(SELECT coalesce(list({c.words_sql('l."start"', 'l."end"')} ORDER BY l.ordinal), []) FROM limits l
    WHERE l.agreement = g.id AND l.document = g.document)"""  # noqa: S608 - made of constants

_COLUMNS = f"""
    k.agreement AS id, k.document, {c.DATE_SQL.format("k")},
    coalesce(l.name, g.name) AS name, k.act, k.status, {_BY} AS "by",
    g.actor_names AS parties, g.countries, {c.words_sql("g.subject_start", "g.subject_end")} AS subject,
    {_LIMITS} AS limits, {c.evidence_sql('k."start"', 'k."end"')}, k.claim,
    NULL::VARCHAR AS state, NULL::VARCHAR[] AS state_by,
    {c.SOURCE_SQL}, k.ordinal AS nth, k.date_method"""
_KEY = "k.agreement || ' ' || k.ordinal"
_LISTING = Listing(
    _COLUMNS,
    """{acts} k JOIN {agreements} g ON g.id = k.agreement AND g.document = k.document
    JOIN {documents} d ON d.id = k.document
    LEFT JOIN agreement_links t ON t.agreement = g.id
    LEFT JOIN lasting_agreements l ON l.id = t.lasting""",
    order="date NULLS LAST, document, evidence_start, id, nth",
    keys=f"""k.agreement AS id, k.document, k.date_start AS date, k."start" AS evidence_start, k.ordinal AS nth,
    {_KEY} AS key""",
    narrow="acts k JOIN agreements g ON g.id = k.agreement AND g.document = k.document",
    tables={
        "acts": Few("acts", "agreement", "id", dated=True),
        "agreements": Few("agreements", "id", "id"),
        "documents": Few("documents", "id", "document"),
        "actors": Few("actors", "document", "document", wide=False),
    },
    exact=(_KEY, "key"),
)
# The name is what linking knows the agreement by, which other reports may change.
READY = Ready(
    "agreements",
    f"{_COLUMNS}, g.name AS own_name, s.people",
    " ".join((_LISTING.source, people("parties", "agreement"), "ON s.agreement = g.id")),
    _LISTING.order,
    also={"date_start": "date"},
)

# The order in which acts follow on each other; breaking or rejecting changes nothing that is in force.
_STEPS = "['proposed', 'negotiated', 'signed', 'ratified', 'in-force', 'extended', 'suspended', 'withdrawn']"
# The day from which an act counts: its own, else that of the report. What made the agreement, told without a day, may
# lie any time back.
_STANDING = """
    WITH acts_until AS (SELECT *,
            CASE WHEN date IS NOT NULL THEN date
                 WHEN act IN ('suspended', 'withdrawn', 'violated', 'rejected') THEN published ELSE '0000' END AS day
        FROM ({sql}) WHERE coalesce(date, published) <= ? AND status IN ('happened', 'ongoing')),
    states AS (SELECT lower(name) AS agreement,
            coalesce(arg_max(act, day || list_position({steps}, act)) FILTER (list_contains({steps}, act)),
                     arg_max(act, day || act)) AS state
        FROM acts_until GROUP BY ALL)
    SELECT u.* REPLACE (s.state AS state, b.state_by AS state_by) FROM acts_until u
    JOIN states s ON s.agreement = lower(u.name)
    LEFT JOIN (SELECT lower(name) AS agreement, act, list_sort(list_distinct(flatten(list("by"))))
                   AS state_by FROM acts_until GROUP BY ALL) b ON b.agreement = s.agreement AND b.act = s.state"""

_STANDING_ORDER = "lower(name), day, document, evidence_start, id, nth"


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
    status_on: str | None = option(
        "The state of each agreement on this day, month or year, with the acts until then that lead to it."
    )
    outlet: str | None = option(OUTLET)


def _select(params: Agreements) -> Select:
    plain, ready = Conditions(), conditions()
    PARTIES.take_part(plain, "g", who=params.who, with_=params.with_)
    take_part(ready, "k.people", who=params.who, with_=params.with_)
    for some, name in ((plain, "g.name"), (ready, "k.own_name")):
        if params.what:
            words = whole_words(params.what)
            some.add(f"k.act = ? OR regexp_matches({name}, ?, 'i')", params.what.lower(), words)
        some.between("k.date_start", "k.date_end", params.since, params.until)
        some.published(params.published_since, params.published_until)
        some.one_of("k.status", params.status, STATUSES, option="status")
        some.outlet(params.outlet)
    if params.status_on:
        until = day(params.status_on, option="status-on") + "~"
        return replace(_standing(plain, until), ready=_ready_standing(ready, until))
    return replace(_LISTING.select(plain), ready=READY.select(ready))


def _ready_standing(conditions: Conditions, until: str) -> Select:
    found = READY.select(conditions)
    return Select(_STANDING.format(sql=found.sql, steps=_STEPS), (*found.values, until), _STANDING_ORDER)


def _standing(conditions: Conditions, until: str) -> Select:
    """The acts until a day, with the state that they lead to."""
    values = (*conditions.values, until)
    order = _STANDING_ORDER
    sql = _STANDING.format(sql=_LISTING.sql(conditions), steps=_STEPS)
    wordless = _STANDING.format(sql=_LISTING.sql(conditions, documents=WORDLESS), steps=_STEPS)
    keys = " ".join(("SELECT *, id || ' ' || nth AS key FROM (", wordless, ")"))
    return Select(sql, values, order, Page(Select(keys, values, order), _stood))


def _stood(found: Found) -> Select:
    """The acts of a page, whole, with the states that were found and in the order that they were found in."""
    rows = zip(found["key"], found["state"], found["state_by"], strict=True)
    stood = ", ".join(
        f"({place}, {quoted(key)}, {quoted(state)}, [{', '.join(map(quoted, by or ()))}]::VARCHAR[])"
        for place, (key, state, by) in enumerate(rows)
    )
    acts = _LISTING.page(found).sql
    sql = ("SELECT u.* REPLACE (s.state AS state, s.state_by AS state_by), s.place FROM (", acts, ") u JOIN (VALUES")
    return Select(
        " ".join((*sql, stood, ") s(place, key, state, state_by) ON s.key = u.id || ' ' || u.nth")), (), "place"
    )


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
        Column("subject", TEXT, "The words for what the agreement is about."),
        Column("limits", TEXTS, "The words for the numbers that it sets; with kind and unit in the table limits."),
        *c.EVIDENCE,
        Column("state", TEXT, "With --status-on, the agreement's state that day: the last act that changed it."),
        Column("state_by", TEXTS, "Who brought that state about."),
        Column("claim", TEXT, "The claim that tells of it.", "claims"),
        *c.SOURCE,
    ),
    _select,
    shown=("date", "name", "act", "by", "evidence", "id"),
)
