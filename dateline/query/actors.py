"""Actors: who is named, in how many reports, and doing how much."""

from dataclasses import dataclass, replace
from functools import partial

from dateline.query.filters import OUTLET, Conditions, Paged, select, somebody
from dateline.query.pages import Found, few
from dateline.query.question import Page, Question, Select, option
from dateline.query.ready import Ready, conditions
from dateline.store.engine import quoted
from dateline.store.table import BIG, TEXT, TEXTS, Column

_KINDS = ("person", "organisation", "state", "group")

_IDS = "list(a.id ORDER BY a.id)"
# A list is read with all those beside it, a text alone.
_IDS_AS_TEXT = "string_agg(a.id, ' ' ORDER BY a.id)"
_WITH_IDS = "SELECT * REPLACE (string_split(ids, ' ') AS ids) FROM ({})"
_NUMBER = "row_number() OVER (ORDER BY a.name, a.kind, a.country)"

_COLUMNS = f"""
    a.name, a.kind, a.country,
    list(DISTINCT a.office_title ORDER BY a.office_title) FILTER (a.office_title IS NOT NULL) AS offices,
    count(DISTINCT a.document) AS reports, sum(len(a.links))::BIGINT AS mentions,
    coalesce(sum(s.acts), 0)::BIGINT AS acts, coalesce(sum(s.receives), 0)::BIGINT AS receives,
    coalesce(sum(q.said), 0)::BIGINT AS quotes, {_IDS} AS ids,
    list(DISTINCT l.lasting ORDER BY l.lasting) FILTER (l.lasting IS NOT NULL) AS lasting"""
_REPORTS = "JOIN documents d ON d.id = a.document"
_COUNTED = """
    LEFT JOIN (SELECT actor, count(DISTINCT claim) FILTER (side = 'actor') AS acts,
    count(DISTINCT claim) FILTER (side = 'recipient') AS receives
    FROM {sides} GROUP BY actor) s ON s.actor = a.id
    LEFT JOIN (SELECT speaker_actor, count(*) AS said FROM {quotes} GROUP BY speaker_actor) q
    ON q.speaker_actor = a.id
    LEFT JOIN actor_links l ON l.actor = a.id"""
_GROUP = "GROUP BY a.name, a.kind, a.country"
_ORDER = "reports DESC, mentions DESC, name, kind, country NULLS LAST"
_KEY = "concat_ws(' / ', a.name, a.kind, coalesce(a.country, ''))"
_KEYS = f"""
    a.name, a.kind, a.country, {_KEY} AS key,
    count(DISTINCT a.document) AS reports, sum(len(a.links))::BIGINT AS mentions"""
_OF_THESE = "WHERE {} IN (SELECT id FROM these)"
_THESE = "a.id, a.document, a.name, a.kind, a.country, a.office_title, a.links"

READY = Ready(
    "actors",
    f"{_COLUMNS.replace(_IDS, _IDS_AS_TEXT)}, {_NUMBER} AS number",
    f"{{actors}} a {_COUNTED} {_GROUP}",
    _ORDER,
)
# Each actor of a report, for counting in some reports only: by the number of those who are counted together, and
# whether it is the first of them in its report.
NAMINGS = Ready(
    "namings",
    f"""a.id, {_NUMBER.replace("row_number", "dense_rank")} AS number,
    row_number() OVER (PARTITION BY a.name, a.kind, a.country, a.document ORDER BY a.id) = 1 AS first,
    d.published, d.outlet, a.office_title, len(a.links) AS mentions, s.acts, s.receives, q.said, l.lasting""",
    f"{{actors}} a JOIN {{documents}} d ON d.id = a.document {_COUNTED}",
    "number, id",
)
_THESE_ONLY = "SEMI JOIN these USING (number)"
_RECOUNTED = "count(*) FILTER (n.first) AS reports, sum(n.mentions)::BIGINT AS mentions"
_RECOUNT = f"""
    list(DISTINCT n.office_title ORDER BY n.office_title) FILTER (n.office_title IS NOT NULL) AS offices, {_RECOUNTED},
    coalesce(sum(n.acts), 0)::BIGINT AS acts, coalesce(sum(n.receives), 0)::BIGINT AS receives,
    coalesce(sum(n.said), 0)::BIGINT AS quotes, list_sort(list(n.id)) AS ids,
    list(DISTINCT n.lasting ORDER BY n.lasting) FILTER (n.lasting IS NOT NULL) AS lasting"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors(Paged):
    """What to look for among actors."""

    who: str | None = option("Those of this country, or with these words in the name.")
    what: str | None = option("person, organisation, state or group.")
    since: str | None = option("Only in reports published on or after this day, month or year.")
    until: str | None = option("Only in reports published on or before this day, month or year.")
    outlet: str | None = option(OUTLET)


def _select(params: Actors) -> Select:
    conditions = Conditions()
    _who(conditions, params, "a")
    _where(conditions, params)
    counted = _COUNTED.format(sides="sides", quotes="quotes")
    whole = select(_COLUMNS, f"actors a {_REPORTS} {counted}", conditions, order=_ORDER, group=_GROUP)
    source = f"actors a {_REPORTS}" if conditions.reports else "actors a"
    keys = select(_KEYS, source, conditions, order=_ORDER, group=_GROUP)
    return replace(whole, page=Page(keys, partial(_page, conditions)), ready=_ready(params))


def _who(conditions: Conditions, params: Actors, actor: str) -> None:
    """Add what is asked of an actor."""
    if params.who:
        sql, values = somebody(params.who).among(actor)
        conditions.add(sql, *values)
    conditions.one_of(f"{actor}.kind", params.what, _KINDS, option="what")


def _where(conditions: Conditions, params: Actors) -> None:
    """Add what is asked of the reports that name it."""
    conditions.published(params.since, params.until, prefix="")
    conditions.outlet(params.outlet)


def _ready(params: Actors) -> Select:
    """The actors of all reports as they were counted; those of some reports are counted again."""
    who, reports = conditions(), Conditions(report="n")
    _who(who, params, "k")
    _where(reports, params)
    if not reports.reports:
        found = READY.select(who)
        return replace(found, sql=_WITH_IDS.format(found.sql))
    these = " ".join(("SELECT number, name, kind, country FROM ready_actors k", who.where))
    values = (*who.values, *reports.values)
    whole = Select(_recounted(_RECOUNT, these, reports.where), values, _ORDER)
    # Where all actors are meant, looking each up would cost as much as counting.
    only = _THESE_ONLY if who.parts else ""
    keys = Select(_recounted(_RECOUNTED, these, reports.where, only=only), values, _ORDER)
    return replace(whole, page=Page(keys, partial(_recounted_page, reports)))


def _recounted(columns: str, these: str, where: str, *, only: str = _THESE_ONLY) -> str:
    """Some of the ready actors, counted in some reports."""
    counted = ("SELECT n.number,", columns, "FROM ready_namings n", only, where)
    counting = " ".join(("(", *counted, "GROUP BY n.number) n"))
    return " ".join(("WITH these AS (", these, ") SELECT * FROM these JOIN", counting, "USING (number)"))


def _recounted_page(reports: Conditions, found: Found) -> Select:
    numbers = ", ".join(map(str, found["number"]))
    these = " ".join(("SELECT number, name, kind, country FROM ready_actors WHERE number IN (", numbers, ")"))
    return Select(_recounted(_RECOUNT, these, reports.where), tuple(reports.values), _ORDER)


def _page(conditions: Conditions, found: Found) -> Select:
    """The actors of a page, with what they do. A side bears its actor's name, so names are looked for first."""
    listed = ", ".join(map(quoted, found["key"]))
    reports = _REPORTS if conditions.reports else ""
    these = (
        *("WITH these AS MATERIALIZED (SELECT", _THESE, "FROM", few("actors", "name", found["name"]), "a", reports),
        *(conditions.where or "WHERE true", "AND", _KEY, "IN (", listed, "))"),
    )
    sides = " ".join((few("sides", "name", found["name"]), _OF_THESE.format("actor")))
    counted = _COUNTED.format(sides=sides, quotes=" ".join(("quotes", _OF_THESE.format("speaker_actor"))))
    whole = ("SELECT", _COLUMNS, "FROM these a", counted, _GROUP)
    return Select(" ".join((*these, *whole)), tuple(conditions.values), _ORDER)


QUESTION = Question(
    "actors",
    "Who is named, in how many reports, doing how much.",
    {"who": "Russia", "what": "person"},
    Actors,
    (
        Column("name", TEXT, "The fullest name in a report."),
        Column("kind", TEXT, "person, organisation, state or group."),
        Column("country", TEXT, "ISO 3166 alpha-3 or a PLOVER non-state code."),
        Column("offices", TEXTS, "Offices that reports give to this name."),
        Column("reports", BIG, "Reports that name it."),
        Column("mentions", BIG, "Times that it is named."),
        Column("acts", BIG, "Claims in which it acts."),
        Column("receives", BIG, "Claims in which it receives."),
        Column("quotes", BIG, "Quotes of its words."),
        Column("ids", TEXTS, "The actors of single reports that are counted here.", "actors"),
        Column("lasting", TEXTS, "Who they are across reports; `dateline why` shows the proof.", "lasting_actors"),
    ),
    _select,
    shown=("name", "kind", "country", "offices", "reports", "mentions", "acts", "quotes", "lasting"),
)
