"""Stretches of the calendar: their TIMEX3 values and the days they cover."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

_QUARTER_MONTHS, _HALF_MONTHS = 3, 6
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
# Finest first: a unit can be counted from a reference of its own grain or a finer one.
GRAINS = ("day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class Period:
    """A TIMEX3 value and the inclusive days that it covers, both None where no calendar fixes them."""

    value: str
    first: date | None = None
    last: date | None = None
    grain: str = "day"

    def during(self, first: date, last: date) -> "Period":
        """The same value with other days: a part of it, or a single day of it."""
        return replace(self, first=first, last=last)


def day(when: date) -> Period:
    """One day."""
    return Period(when.isoformat(), when, when, "day")


def week(when: date) -> Period:
    """The ISO week, Monday to Sunday, that holds a day."""
    year_, number, weekday = when.isocalendar()
    monday = when - timedelta(days=weekday - 1)
    return Period(f"{year_:04d}-W{number:02d}", monday, monday + timedelta(days=6), "week")


def weekend(when: date) -> Period:
    """Saturday and Sunday of the ISO week that holds a day."""
    whole = week(when)
    assert whole.first is not None
    saturday = whole.first + timedelta(days=5)
    return Period(f"{whole.value}-WE", saturday, saturday + timedelta(days=1), "weekend")


def month(year_: int, number: int) -> Period:
    """A month of a year."""
    return Period(f"{year_:04d}-{number:02d}", date(year_, number, 1), _month_end(year_, number), "month")


def quarter(year_: int, number: int) -> Period:
    """A quarter, 1 to 4, of a calendar year."""
    first = (number - 1) * _QUARTER_MONTHS + 1
    last = _month_end(year_, first + _QUARTER_MONTHS - 1)
    return Period(f"{year_:04d}-Q{number}", date(year_, first, 1), last, "quarter")


def half(year_: int, number: int) -> Period:
    """The first or second half of a calendar year."""
    first = (number - 1) * _HALF_MONTHS + 1
    return Period(f"{year_:04d}-H{number}", date(year_, first, 1), _month_end(year_, first + _HALF_MONTHS - 1), "half")


def season(year_: int, code: str) -> Period:
    """A northern season; winter is named after the year in which it begins."""
    first = _SEASON_MONTHS[code]
    end_year, end_month = add_months(year_, first, 2)
    return Period(f"{year_:04d}-{code}", date(year_, first, 1), _month_end(end_year, end_month), "season")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(f"{number:04d}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(first: int) -> Period:
    """The ten years from a year that ends in zero."""
    return Period(f"{first // 10:03d}X", date(first, 1, 1), date(first + 9, 12, 31), "decade")


def century(number: int) -> Period:
    """A century by its ordinal: the 20th is 1900 to 1999."""
    first = max(1, (number - 1) * 100)
    return Period(f"{number - 1:02d}", date(first, 1, 1), date((number - 1) * 100 + 99, 12, 31), "century")


def add_months(year_: int, month_: int, count: int) -> tuple[int, int]:
    """The year and month that lie `count` months after a month."""
    total = year_ * 12 + month_ - 1 + count
    return total // 12, total % 12 + 1


def moved(when: date, unit: str, count: int) -> date:
    """The day `count` units after (or before, if negative) a day; a day that a month lacks becomes its last."""
    if unit in ("day", "week", "fortnight", "weekend"):
        size = {"day": 1, "fortnight": 14}.get(unit, 7)
        return when + timedelta(days=count * size)
    months = {"month": 1, "quarter": 3, "half": 6, "season": 12}.get(unit, 12 * _YEARS.get(unit, 1))
    year_, month_ = add_months(when.year, when.month, count * months)
    return date(year_, month_, min(when.day, monthrange(year_, month_)[1]))


def containing(when: date, grain: str) -> Period:
    """The period of this grain that holds a day."""
    simple = {"week": week, "weekend": weekend, "fortnight": week}
    if grain in simple:
        return simple[grain](when)
    if grain == "month":
        return month(when.year, when.month)
    if grain == "quarter":
        return quarter(when.year, (when.month - 1) // _QUARTER_MONTHS + 1)
    if grain == "half":
        return half(when.year, (when.month - 1) // _HALF_MONTHS + 1)
    if grain == "year":
        return year(when.year)
    if grain == "decade":
        return decade(when.year // 10 * 10)
    if grain in ("century", "millennium"):
        return century(when.year // 100 + 1)
    return day(when)


def part_of(whole: Period, mod: str, *, edge: bool = False) -> Period:
    """The days of the early, middle or late part of a period; with `edge`, of its very beginning or end.

    Early, middle and late are thirds (a decade's are four, three and three years). The very end of a month is its
    last day, of a year its last month, of anything else its last third.
    """
    if whole.first is None or whole.last is None:
        return whole
    if edge and mod in ("START", "END") and whole.grain in ("month", "year"):
        if whole.grain == "month":
            at = whole.first if mod == "START" else whole.last
            return whole.during(at, at)
        inner = month(whole.first.year, 1 if mod == "START" else 12)
        assert inner.first is not None
        assert inner.last is not None
        return whole.during(inner.first, inner.last)
    return whole.during(*_third(whole.first, whole.last, whole.grain, mod))


def _third(first: date, last: date, grain: str, mod: str) -> tuple[date, date]:
    at = {"START": 0, "MID": 1, "END": 2}[mod]
    if grain == "decade":
        low, high = ((0, 3), (4, 6), (7, 9))[at]
        return date(first.year + low, 1, 1), date(first.year + high, 12, 31)
    if grain == "century":
        low, high = ((0, 33), (34, 66), (67, 99))[at]
        return date(first.year + low, 1, 1), date(first.year + high, 12, 31)
    if grain == "year":
        return date(first.year, at * 4 + 1, 1), _month_end(first.year, at * 4 + 4)
    if grain == "month":
        return (date(first.year, first.month, at * 10 + 1), last if at == 2 else first + timedelta(days=at * 10 + 9))
    days = (last - first).days + 1
    cuts = (0, days * 2 // 5, days * 3 // 5, days)
    return first + timedelta(days=cuts[at]), first + timedelta(days=cuts[at + 1] - 1)


def nth_weekday(year_: int, month_: int, weekday: int, nth: int) -> date:
    """The nth Monday (1) … Sunday (7) of a month; -1 is the last."""
    if nth < 0:
        last = _month_end(year_, month_)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year_, month_, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year_: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian rule."""
    golden, century_, rest = year_ % 19, year_ // 100, year_ % 100
    leap, shift = century_ // 4, (century_ + 8) // 25
    moon = (19 * golden + century_ - leap - (century_ - shift + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century_ % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    days = moon + weekday - 7 * late + 114
    return date(year_, days // 31, days % 31 + 1)


def _month_end(year_: int, month_: int) -> date:
    return date(year_, month_, monthrange(year_, month_)[1])
