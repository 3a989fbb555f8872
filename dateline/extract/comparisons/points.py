"""What a comparison counts from, and its date."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.comparisons.triggers import Reach
from dateline.lang.comparisons import comparison_words
from dateline.model.annotation import Annotation
from dateline.model.claim import Claim
from dateline.model.diplomacy import Contact, SincePoint
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.time import EventDate, TimeExpression
from dateline.ontology.landmarks import landmark_in

_DAY = 10
_NEWS_DAYS = 7  # nobody counts from a day of the news itself
_DURATION = re.compile(r"P(\d+)([YMWD])(?:E\d)?")
_DECADES = re.compile(r"P(\d+)(DE|CE)")
_PRECISION = {4: "year", 7: "month", _DAY: "day"}


def point_of(reading: Reading, reach: Reach, *, at: EventDate | None) -> SincePoint | None:
    """What the words of a reach point to; `at` is the date of what is compared. None where they fix nothing."""
    if reach.kind == "ever":
        return None
    span = _before_own_day(reading, reading.parsed.span(reach.first, reach.last), at)
    time = _time_in(reading, span, reach.kind)
    if reach.kind == "window":
        return SincePoint(span, time.id if time else None, None, _window(time, span, at or _published(reading)))
    event = _event_in(reading, span)
    dated = _of_time(time) or _of_event(event, span) or _of_landmark(reading, span)
    return SincePoint(span, time.id if time else None, event.id if event else None, dated)


def _before_own_day(reading: Reading, span: Span, at: EventDate | None) -> Span:
    """The words without the day of what is compared: "since the border war [on Tuesday]"."""
    news = _days_before(_published(reading) or "", _NEWS_DAYS)
    for time in reading.times:
        start = (time.value.start or "")[:_DAY]
        fresh = start == time.value.end and news is not None and start >= news
        own = fresh or (at is not None and start >= at.start)
        if own and span.contains(time.span) and time.span.start > span.start:
            first = reading.parsed.inside(time.span)[0]
            opens = reading.parsed.tokens[first - 1]
            end = opens.start if opens.pos == "ADP" else time.span.start
            return Span(span.start, max(end - 1, span.start + 1))
    return span


def _days_before(day: str, count: int) -> str | None:
    return (date.fromisoformat(day) - timedelta(days=count)).isoformat() if len(day) == _DAY else None


def _time_in(reading: Reading, span: Span, kind: str) -> Annotation[TimeExpression] | None:
    wanted = ("DURATION",) if kind == "window" else ("DATE", "TIME")
    found = [t for t in reading.times if span.contains(t.span) and t.value.type in wanted]
    if kind == "since":
        found = [t for t in found if t.value.start]
    return found[0] if found else None


def _event_in(reading: Reading, span: Span) -> Annotation[Contact] | Annotation[Claim] | None:
    """The contact, else the claim, that the words name."""
    contacts = [c for c in reading.contacts if span.contains(c.span)]
    claims = [c for c in reading.claims if span.contains(c.value.trigger)]
    for contact in reading.contacts:
        told = [reading.find(i) for i in contact.value.claims]
        if any(claim is not None and span.contains(claim.span) for claim in told):
            contacts.append(contact)
    return contacts[0] if contacts else claims[0] if claims else None


def _of_time(time: Annotation[TimeExpression] | None) -> EventDate | None:
    if time is None or not time.value.start:
        return None
    start, end = time.value.start[:_DAY], (time.value.end or time.value.start)[:_DAY]
    for length in (4, 7):
        if (start, end) == _whole(start[:length]):
            return EventDate(start[:length], start[:length], _PRECISION[length], "time", time.span)
    precision = _PRECISION.get(len(start), "range") if start == end else "range"
    return EventDate(start, end, precision, "time", time.span)


def _whole(period: str) -> tuple[str, str]:
    """The first and the last day of a year or month."""
    if len(period) == 4:
        return f"{period}-01-01", f"{period}-12-31"
    year, month = int(period[:4]), int(period[5:7])
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return f"{period}-01", last.isoformat()


def _of_event(event: Annotation[Contact] | Annotation[Claim] | None, span: Span) -> EventDate | None:
    if event is None or event.value.date is None or event.value.date.method in ("publication", "dateline", "carried"):
        return None
    return replace(event.value.date, method="event", span=span)


def _of_landmark(reading: Reading, span: Span) -> EventDate | None:
    words = span.of(reading.text)
    countries = {a.value.country for a in reading.actors if a.value.country} | {
        p.value.country for p in reading.places if p.value.country
    }
    found = landmark_in(words, countries=countries, day=_published(reading))
    if found is None:
        return None
    tokens = [reading.parsed.tokens[i] for i in reading.parsed.inside(span)]
    begins = any(t.lemma in comparison_words()["beginning"] for t in tokens)
    day = found.start if begins or found.end is None else found.end
    return EventDate(day, day, "day", "landmark", span)


def _window(time: Annotation[TimeExpression] | None, span: Span, until: EventDate | str | None) -> EventDate | None:
    """The time back from what is compared: "in five years" of 2023 begins in 2018. "In years" begins nowhere."""
    if time is None or until is None:
        return None
    end = until if isinstance(until, str) else until.start
    value = time.value.value
    if match := _DECADES.fullmatch(value):
        amount, unit = int(match[1]) * (10 if match[2] == "DE" else 100), "Y"
    elif match := _DURATION.fullmatch(value):
        amount, unit = int(match[1]), match[2]
    else:
        return None
    if unit == "Y":
        start = f"{int(end[:4]) - amount:04}"
    elif len(end) < 7:
        return None
    elif unit == "M":
        months = int(end[:4]) * 12 + int(end[5:7]) - 1 - amount
        start = f"{months // 12:04}-{months % 12 + 1:02}"
    elif len(end) == _DAY:
        days = amount * 7 if unit == "W" else amount
        start = (date.fromisoformat(end) - timedelta(days=days)).isoformat()
    else:
        return None
    return EventDate(start, start, _PRECISION[len(start)], "window", span)


def _published(reading: Reading) -> str | None:
    published = reading.document.origin.published
    return published.value if published else None
