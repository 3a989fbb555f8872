"""Event dates from days: their precision, the day of a report, and what a clause takes over from another."""

from dataclasses import replace
from datetime import date

from dateline.extract.event_dates.adjuncts import Adjunct
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.time import EventDate


def event_date(time: Adjunct, method: str) -> EventDate:
    """The date that a dated adjunct gives."""
    assert time.start is not None
    assert time.end is not None
    return EventDate(time.start, time.end, precision_of(time.start, time.end), method, time.span)


def precision_of(start: str, end: str) -> str:
    """day, month or year where the days are just that; else range."""
    if start == end:
        return "day"
    if start.endswith("-01-01") and end == f"{start[:4]}-12-31":
        return "year"
    last = date.fromisoformat(end)
    whole = start.endswith("-01") and start[:7] == end[:7] and last.replace(day=28).month != _next(last).month
    return "month" if whole else "range"


def as_coarse(found: EventDate) -> EventDate:
    """The date written as coarse as it is known: a month as YYYY-MM, a year as YYYY."""
    letters = {"month": 7, "year": 4}.get(found.precision, 10)
    return replace(found, start=found.start[:letters], end=found.end[:letters])


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def as_clause(found: EventDate | None) -> EventDate | None:
    """The date of the clause above, as this one's."""
    if found is None:
        return None
    return replace(found, method="clause") if found.method == "adjunct" else found


def published_day(reading: Reading) -> str | None:
    """The day of publication where it is known to the day."""
    published = reading.document.origin.published
    return published.value[:10] if published is not None and len(published.value) >= 10 else None


def report_day(reading: Reading) -> EventDate | None:
    """The day of the dateline, else that of the publication; of a month or a year where no more is known."""
    origin = reading.document.origin
    if origin.dateline is not None and origin.dateline.date and len(origin.dateline.date) == 10:
        day = origin.dateline.date
        return EventDate(day, day, "day", "dateline", Span(*origin.dateline.span))
    if origin.published is None:
        return None
    value = origin.published.value[:10]
    if len(value) == 10:
        return EventDate(value, value, "day", "publication")
    first = date.fromisoformat(value + ("-01" if len(value) == 7 else "-01-01"))
    if len(value) == 4:
        return EventDate(first.isoformat(), f"{value}-12-31", "year", "publication")
    last = date.fromordinal((first.replace(day=28).toordinal() + 4) // 1)
    last = date.fromordinal(last.replace(day=1).toordinal() - 1)
    return EventDate(first.isoformat(), last.isoformat(), "month", "publication")
