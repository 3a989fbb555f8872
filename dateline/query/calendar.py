"""Contacts by day, week or month and by the countries that take part."""

from dataclasses import dataclass
from functools import partial

from dateline.errors import UsageError
from dateline.query import merged_contacts as m
from dateline.query.filters import SINCE, UNTIL, WITH, Paged, country_of
from dateline.query.question import Question, Select, option
from dateline.query.ready import Ready, conditions
from dateline.store.table import BIG, TEXT, TEXTS, Column

# A date that is coarser than the period is a period of its own.
_PERIODS = {
    "day": "date",
    "week": "CASE WHEN len(date) = 10 THEN strftime(date_trunc('week', date::DATE), '%Y-%m-%d') ELSE date END",
    "month": "date[:7]",
    "year": "date[:4]",
}

# All contacts, merged.
READY = Ready(
    "merged",
    "*",
    " ".join(("(", m.merged_contacts().brief, ")")),
    "date, countries, standing, form, level",
)


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
    merged, values = _merged(params, ready=ready)
    counted = (
        f"SELECT {_PERIODS[params.by]} AS period, countries,",
        "count(*) FILTER (standing = 'held') AS held, count(*) FILTER (standing = 'planned') AS planned,",
        "count(*) FILTER (standing = 'off') AS off, arg_min(level, rank) FILTER (standing = 'held') AS highest,",
        "list_sort(flatten(list(ids))) AS ids",
        "FROM (",
        merged,
        ") GROUP BY period, countries",
    )
    return Select(" ".join(counted), values, "period, countries")


def _merged(params: Calendar, *, ready: bool) -> tuple[str, tuple[object, ...]]:
    """The contacts that are meant, merged, and the values of that SELECT."""
    codes = [country_of(words) for words in (params.who, params.with_) if words]
    cut = params.level or params.form or params.since or params.until
    if ready and not cut and all(codes) and len(set(codes)) == len(codes):
        # Only contacts of the same countries are one, so that all may be merged before they are looked for.
        of_these = conditions()
        m.ready_between(of_these, params.who, params.with_)
        found = READY.select(of_these)
        return found.sql, found.values
    some = m.merged_contacts(who=params.who, with_=params.with_, level=params.level, form=params.form, ready=ready)
    some.conditions.between("k.date_start", "k.date_end", params.since, params.until)
    return some.brief, tuple(some.conditions.values)


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
