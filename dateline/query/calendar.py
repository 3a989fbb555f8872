"""Contacts by day, week or month and by the countries that take part."""

from dataclasses import dataclass
from functools import partial

from dateline.errors import UsageError
from dateline.query import merged_contacts as m
from dateline.query.filters import SINCE, UNTIL, WITH, Paged
from dateline.query.question import Question, Select, option
from dateline.store.table import BIG, TEXT, TEXTS, Column

# A date that is coarser than the period is a period of its own.
_PERIODS = {
    "day": "date",
    "week": "CASE WHEN len(date) = 10 THEN strftime(date_trunc('week', date::DATE), '%Y-%m-%d') ELSE date END",
    "month": "date[:7]",
    "year": "date[:4]",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar(Paged):
    """Whose contacts, when, and by which period."""

    by: str = option("day, week (its Monday), month or year.", default="month")
    who: str | None = option("Who takes part: a country (RUS, Russia, Russian) or words of a name (Lavrov).")
    with_: str | None = option(WITH)
    since: str | None = option(SINCE)
    until: str | None = option(UNTIL)
    level: str | None = option(m.LEVEL)
    form: str | None = option(m.FORM)


def _select(params: Calendar) -> Select:
    return m.either(partial(_told, params))


def _told(params: Calendar, ready: bool) -> Select:
    if params.by not in _PERIODS:
        raise UsageError(f"--by {params.by}: must be one of {', '.join(_PERIODS)}")
    found = m.merged_contacts(who=params.who, with_=params.with_, level=params.level, form=params.form, ready=ready)
    found.conditions.between("k.date_start", "k.date_end", params.since, params.until)
    counted = (
        f"SELECT {_PERIODS[params.by]} AS period, countries,",
        "count(*) FILTER (standing = 'held') AS held, count(*) FILTER (standing = 'planned') AS planned,",
        "count(*) FILTER (standing = 'off') AS off, arg_min(level, rank) FILTER (standing = 'held') AS highest,",
        "list_sort(list_distinct(flatten(list(ids)))) AS ids",
        "FROM (",
        found.sql,
        ") GROUP BY period, countries",
    )
    return Select(" ".join(counted), tuple(found.conditions.values), "period, countries")


QUESTION = Question(
    "calendar",
    "How many contacts were held, planned and called off in each day, week or month, by countries.",
    {"who": "USA", "with_": "RUS", "by": "month"},
    Calendar,
    (
        Column("period", TEXT, "The day, the Monday of the week, the month or the year."),
        Column("countries", TEXTS, "The countries that take part."),
        Column("held", BIG, "Contacts that took place; several reports of one count once."),
        Column("planned", BIG, "Contacts that were planned."),
        Column("off", BIG, "Contacts that were cancelled, refused or denied."),
        Column("highest", TEXT, "The highest level of those held."),
        Column("ids", TEXTS, "The contacts of single reports that are counted here.", "contacts"),
    ),
    _select,
    shown=("period", "countries", "held", "planned", "off", "highest", "ids"),
)
