"""Dates as people and machines write them, to ISO dates with their precision."""

import re
from datetime import date

from dateline.lang.origin import origin_words

_MONTH_WORD = r"([A-Za-z]{3,9})\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_ISO = re.compile(r"([12]\d{3})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ,].*)?")
_SLASHED = re.compile(r"([12]\d{3})[/.](\d{1,2})(?:[/.](\d{1,2}))?(?:[T ,].*)?")
_COMPACT = re.compile(r"([12]\d{3})(\d\d)(\d\d)(?:T?\d{2,6}Z?)?")
_YEAR = re.compile(r"([12]\d{3})")
_DAY_FIRST = re.compile(
    rf"(?:[A-Za-z]{{3,9}}\.?,? )?(\d{{1,2}}){_ORDINAL}[ -](?:of )?{_MONTH_WORD},?[ -]([12]\d{{3}})\b.*"
)
_MONTH_FIRST = re.compile(rf"(?:[A-Za-z]{{3,9}}\.?,? )?{_MONTH_WORD} (\d{{1,2}}){_ORDINAL},? ([12]\d{{3}})\b.*")
_MONTH_YEAR = re.compile(rf"{_MONTH_WORD},? ([12]\d{{3}})")
_ASCTIME = re.compile(rf"[A-Za-z]{{3}} {_MONTH_WORD} +(\d{{1,2}}) [\d:]+ (?:[A-Z]{{2,5}} )?([12]\d{{3}})")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]([12]\d{3})(?:[T ,].*)?")
# Newspapers began in the 17th century; a year beyond the next century is a misprint.
_FIRST_YEAR, _LAST_YEAR = 1600, 2200


def parse_date(text: str) -> tuple[str, str] | None:
    """ISO date and precision (`day`, `month`, `year`) of a date as written, or None.

    A time and a zone may follow; the date stays as written, it is not moved to another zone. "02/03/2023" is None:
    nobody can tell which number is the month, unless one is above 12.
    """
    text = " ".join(text.split()).strip(" \"'")
    for pattern in (_ISO, _SLASHED, _COMPACT):
        if match := pattern.fullmatch(text):
            return iso(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    if match := _YEAR.fullmatch(text):
        return iso(int(match[1]), None, None)
    return _worded(text) or _numbers(text)


def iso(year: int, month: int | None, day: int | None) -> tuple[str, str] | None:
    """ISO date and precision, or None where there is no such day."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if month is None:
        return f"{year:04}", "year"
    try:
        exact = date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    return (f"{year:04}-{month:02}", "month") if day is None else (exact.isoformat(), "day")


def _worded(text: str) -> tuple[str, str] | None:
    months = origin_words().months
    for pattern, order in ((_ASCTIME, "mdy"), (_MONTH_FIRST, "mdy"), (_DAY_FIRST, "dmy"), (_MONTH_YEAR, "my")):
        if match := pattern.fullmatch(text):
            found = dict(zip(order, match.groups(), strict=True))
            month = months.get(found["m"].lower())
            if month is not None:
                return iso(int(found["y"]), month, int(found["d"]) if "d" in found else None)
    return None


def _numbers(text: str) -> tuple[str, str] | None:
    match = _NUMBERS.fullmatch(text)
    if not match:
        return None
    first, second, year = (int(number) for number in match.groups())
    if first > 12 >= second:
        return iso(year, second, first)
    if second > 12 >= first:
        return iso(year, first, second)
    return iso(year, first, second) if first == second else None
