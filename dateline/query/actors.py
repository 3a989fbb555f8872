"""Actors: who is named, in how many reports, and doing how much."""

from dataclasses import dataclass

from dateline.query.filters import OUTLET, Conditions, Paged, select, somebody
from dateline.query.question import Question, Select, option
from dateline.store.table import BIG, TEXT, TEXTS, Column

_KINDS = ("person", "organisation", "state", "group")

_COLUMNS = """
    a.name, a.kind, a.country,
    list(DISTINCT a.office_title ORDER BY a.office_title) FILTER (a.office_title IS NOT NULL) AS offices,
    count(DISTINCT a.document) AS reports, sum(len(a.links))::BIGINT AS mentions,
    coalesce(sum(s.acts), 0)::BIGINT AS acts, coalesce(sum(s.receives), 0)::BIGINT AS receives,
    coalesce(sum(q.said), 0)::BIGINT AS quotes, list(a.id ORDER BY a.id) AS ids"""
_SOURCE = """
    actors a JOIN documents d ON d.id = a.document
    LEFT JOIN (SELECT actor, count(DISTINCT claim) FILTER (side = 'actor') AS acts,
    count(DISTINCT claim) FILTER (side = 'recipient') AS receives
    FROM sides GROUP BY actor) s ON s.actor = a.id
    LEFT JOIN (SELECT speaker_actor, count(*) AS said FROM quotes GROUP BY speaker_actor) q
    ON q.speaker_actor = a.id"""


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
    if params.who:
        sql, values = somebody(params.who).among("a")
        conditions.add(sql, *values)
    conditions.one_of("a.kind", params.what, _KINDS, option="what")
    conditions.between("d.published", "d.published", params.since, params.until)
    conditions.outlet(params.outlet)
    return select(
        _COLUMNS,
        _SOURCE,
        conditions,
        order="reports DESC, mentions DESC, name, kind, country NULLS LAST",
        group="GROUP BY a.name, a.kind, a.country",
    )


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
    ),
    _select,
    shown=("name", "kind", "country", "offices", "reports", "mentions", "acts", "quotes"),
)
