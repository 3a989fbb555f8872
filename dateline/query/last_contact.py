"""The last contact of two countries, persons or bodies before a day."""

from dataclasses import dataclass
from functools import partial

from dateline.query import merged_contacts as m
from dateline.query.filters import Paged, day
from dateline.query.question import Question, Select, argument, option

WHO = "A country (RUS, Russia, Russian) or words of a name (Lavrov)."


@dataclass(frozen=True, slots=True, kw_only=True)
class LastContact(Paged):
    """Between whom, and before when."""

    who: str = argument(WHO)
    with_: str = argument("The other one.")
    before: str | None = option("Only before this day, month or year; else the last one that the record has.")
    level: str | None = option(m.LEVEL)
    form: str | None = option(m.FORM)


def _select(params: LastContact) -> Select:
    return m.either(partial(_told, params))


def _told(params: LastContact, ready: bool) -> Select:
    found = m.merged_contacts(who=params.who, with_=params.with_, level=params.level, form=params.form, ready=ready)
    found.conditions.add("k.status IN ('happened', 'ongoing')")
    if params.before:
        found.conditions.add("k.date_end < ?", day(params.before, option="before"))
    last = ("SELECT * FROM (", found.sql, ") ORDER BY date DESC, rank, form, countries LIMIT 1")
    return Select(" ".join(last), tuple(found.conditions.values), "date DESC, rank, form, countries")


QUESTION = Question(
    "last-contact",
    "The last meeting, call or letter between two parties, and all reports of it.",
    {"who": "USA", "with_": "RUS", "before": "2023-03-02"},
    LastContact,
    m.COLUMNS,
    _select,
    shown=m.SHOWN,
)
