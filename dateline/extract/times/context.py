"""What the meaning of an expression may depend on, and what a meaning is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from dateline.extract.times.grammar import Match
from dateline.extract.times.periods import Period, day, month, moved, year

PAST, FUTURE, PRESENT = "past", "future", "present"
# A day so far ahead would be given with its year; "to be held by Jan. 14", told on Jan. 15, was yesterday.
_FAR = 300
# Where no verb tells, a bare day further ahead than this is rather the one that has been.
_SOON = 90


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression of a text: its place, and what `dateline.model.time.TimeExpression` says of it.

    `anchor` is the place, in the list of the text's expressions, of the one that this counts from. `period` holds
    the days, for the expressions that count from this one.
    """

    start: int
    end: int
    type: str
    value: str
    mod: str | None = None
    anchor: int | None = None
    method: str = "absolute"
    period: Period = field(default_factory=lambda: Period(""))


@dataclass(slots=True)
class Context:
    """The day from which a text looks (`published`, None where unknown; a `grain` coarser than day where only the month
    or year is known), its `tense` at a place of the text, and the expressions found so far."""

    published: date | None
    tense: Callable[[int], str | None]
    grain: str = "day"
    day_first: bool = True
    found: list[Expression] = field(default_factory=list)

    @property
    def today(self) -> date | None:
        """The day of publication where it is known to the day."""
        return self.published if self.grain == "day" else None

    @property
    def this_month(self) -> date | None:
        """A day of the month of publication where that is known."""
        return self.published if self.grain in ("day", "month") else None

    def reference(self) -> tuple[int, Period] | None:
        """The latest dated expression so far and its place in the list; None without one."""
        for index in range(len(self.found) - 1, -1, -1):
            before = self.found[index]
            if before.period.first is not None and before.type in ("DATE", "TIME"):
                return index, before.period
        return None


Meaning = Expression | list[Expression] | None


def expression(  # noqa: PLR0913 - every field of an expression can differ by rule
    match: Match,
    period: Period,
    *,
    type: str = "DATE",  # noqa: A002 - TIMEX3's own word
    mod: str | None = None,
    method: str = "absolute",
    anchor: int | None = None,
    first: int | None = None,
    last: int | None = None,
) -> Expression:
    """An expression over a match, or over some of its tokens."""
    tokens = match.tokens
    begin = match.first if first is None else first
    end = match.last if last is None else last
    while end - 1 > begin and tokens.name(end - 1) in ("DOT", "COMMA") and not tokens.shortened(end - 2):
        end -= 1
    return Expression(tokens.starts[begin], tokens.end(end - 1), type, period.value, mod, anchor, method, period)


def place_month_day(context: Context, number: int, day_: int, tense: str | None) -> Period:
    """A month and day without a year: the one that the tense looks at, else the nearest."""
    today = context.today
    if today is None:
        return Period(f"XXXX-{number:02d}-{day_:02d}")
    near = [d for y in (today.year - 1, today.year, today.year + 1) if (d := valid(y, number, day_))]
    if not near:
        return Period(f"XXXX-{number:02d}-{day_:02d}")
    past = [d for d in near if d <= today]
    ahead = [d for d in near if d >= today]
    if tense == PAST and past:
        return day(past[-1])
    if tense == FUTURE and ahead and (ahead[0] - today).days < _FAR:
        return day(ahead[0])
    soon = [d for d in ahead if (d - today).days <= _SOON]
    return day(min([*past[-1:], *soon], key=lambda d: abs((d - today).days)) if past or soon else ahead[0])


def place_month(context: Context, number: int, tense: str | None) -> Period:
    """A month without a year: the one that the tense looks at; else the next if it is that, or the latest past."""
    here = context.this_month
    if here is None:
        return Period(f"XXXX-{number:02d}")
    ahead = (number - here.month) % 12
    back = (here.month - number) % 12
    if tense == FUTURE or (tense != PAST and ahead < back and ahead <= 1):
        at = moved(here.replace(day=1), "month", ahead)
    else:
        at = moved(here.replace(day=1), "month", -back)
    return month(at.year, at.month)


def valid(year_: int, month_: int, day_: int) -> date | None:
    """The day, or None where the calendar has no such one."""
    try:
        return date(year_, month_, day_)
    except ValueError:
        return None


def full_year(number: int, *, published: date | None) -> int:
    """A year of two digits in full: not more than twenty years ahead of the publication."""
    if number >= 100:
        return number
    limit = (published.year if published else 2026) + 20
    return max(y for y in (1900 + number, 2000 + number) if y <= limit)


def year_period(number: int) -> Period:
    """A year; the year 0 and such have no days."""
    return year(number) if number >= 1 else Period(f"{number:04d}", grain="year")
