"""The highest-level contact of two parties since a day, with the ranked list that proves it."""

from dataclasses import dataclass
from functools import partial

from dateline.query import merged_contacts as m
from dateline.query.filters import Paged
from dateline.query.last_contact import WHO
from dateline.query.question import Question, Select, argument, option
from dateline.store.table import BIG, Column


@dataclass(frozen=True, slots=True, kw_only=True)
class HighestSince(Paged):
    """Between whom, and since when."""

    who: str = argument(WHO)
    with_: str = argument("The other one.")
    since: str = argument("The day, month or year from which on contacts count.")
    until: str | None = option("Only on or before this day, month or year.")
    form: str | None = option(m.FORM)


def _select(params: HighestSince) -> Select:
    return m.either(partial(_told, params))


def _told(params: HighestSince, ready: bool) -> Select:
    found = m.merged_contacts(who=params.who, with_=params.with_, form=params.form, ready=ready)
    found.conditions.add("k.status IN ('happened', 'ongoing')")
    found.conditions.add("k.date_start >= ?", m.full_day(params.since, option="since"))
    found.conditions.between("k.date_start", "k.date_end", None, params.until)
    order = "rank, form <> 'in-person', date DESC, form, countries"
    ranked = ("SELECT row_number() OVER (ORDER BY", order, ") AS position, * FROM (", found.sql, ")")
    return Select(" ".join(ranked), tuple(found.conditions.values), "position")


QUESTION = Question(
    "highest-since",
    "The highest-level contact of two parties since a day: the first row; the others prove it.",
    {"who": "USA", "with_": "RUS", "since": "2022-02-24"},
    HighestSince,
    (
        Column("position", BIG, "Place in the list: by level, in person before any other form, the latest first."),
        *m.COLUMNS,
    ),
    _select,
    shown=("position", *m.SHOWN),
)
