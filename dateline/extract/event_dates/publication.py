"""What speaks against the date of publication, or that there is none: rows for who counts on the dates."""

from collections.abc import Iterator
from datetime import date

from dateline.extract.event_dates.adjuncts import Adjuncts, heads
from dateline.extract.event_dates.cues import cues
from dateline.model.annotation import Annotation
from dateline.model.document import Published
from dateline.model.predicate import Predicate
from dateline.model.reading import DOUBTFUL, UNDATED, Failure, Reading

_STAGE = "event-dates"
_EARLY = 1  # days by which a report may be dated before its dateline: the world has time zones
_LATE = 10  # days after which a report is no longer sent out
_UPDATED = 3  # days within which a byline's date may tell of an update


def doubts_of(reading: Reading) -> Iterator[Failure]:
    """Why the dates of a report are to be doubted: it has no date of publication, or its own words contradict it."""
    origin = reading.document.origin
    if origin.published is None:
        dateline = origin.dateline.date if origin.dateline else None
        if not dateline:
            reason = "no date of publication is known: times that count from it have no days"
            yield Failure(_STAGE, reason, UNDATED)
        return
    first, last = _days(origin.published)
    told = f"the date of publication, {origin.published.value} ({origin.published.method})"
    for reason in (*_dateline(reading, first, last), *_seen(reading, first, last), *_told(reading, last)):
        yield Failure(_STAGE, f"{told}, is in doubt: {reason}", DOUBTFUL)


def _days(published: Published) -> tuple[date, date]:
    """The first and the last day that the date of publication can mean."""
    value = published.value[:10]
    first = date.fromisoformat((value + "-01-01")[:10] if len(value) == 4 else (value + "-01")[:10])
    if len(value) == 10:
        return first, first
    month = 12 if len(value) == 4 else first.month
    following = date(first.year + month // 12, month % 12 + 1, 1)
    return first, date.fromordinal(following.toordinal() - 1)


def _dateline(reading: Reading, first: date, last: date) -> Iterator[str]:
    dateline = reading.document.origin.dateline
    if dateline is None or dateline.date is None or len(dateline.date) < 10:
        return
    sent = date.fromisoformat(dateline.date)
    if (sent - last).days > _EARLY:
        yield f"the dateline is of {dateline.date}, later"
    elif (first - sent).days > _LATE:
        yield f"the dateline is of {dateline.date}, {(first - sent).days} days before"


def _seen(reading: Reading, first: date, last: date) -> Iterator[str]:
    """A full date in a byline that is another, or one in a caption that is later."""
    for time in reading.times:
        value = time.value
        if value.method != "absolute" or value.start is None or value.start != value.end:
            continue
        region, day = reading.region_at(time.span), date.fromisoformat(value.start)
        words = time.span.of(reading.text)
        if region == "byline" and ((first - day).days > _EARLY or (day - last).days > _UPDATED):
            yield f"the byline has {words}"
        elif region == "caption" and (day - last).days > _EARLY:
            yield f"a caption has {words}, later"


def _told(reading: Reading, last: date) -> Iterator[str]:
    """The first event that the text tells as past on a full date that lies after the publication."""
    absolute = [t for t in reading.times if t.value.method == "absolute" and reading.tells(t.span)]
    if not any(_is_later(t.value.start, last) for t in absolute):
        return
    by_token = {i: p for p in reading.predicates for i in heads(p.value)}
    hooked = Adjuncts(reading.parsed, absolute, reading.text).by_token(frozenset(by_token))
    for head in sorted(hooked):
        for time in hooked[head]:
            if not _is_later(time.start, last) or time.preposition not in cues().happening:
                continue
            if _has_happened(by_token[head], reading):
                event = by_token[head].span.of(reading.text)
                yield f"the text tells of {time.span.of(reading.text)} in the past ({event!r})"
                return


def _is_later(start: str | None, last: date) -> bool:
    return start is not None and len(start) == 10 and (date.fromisoformat(start) - last).days > _EARLY


def _has_happened(told: Annotation[Predicate], reading: Reading) -> bool:
    """Whether a verb tells a deed as done, and no plan or wish stands over it."""
    value = told.value
    plain = not (value.modal or value.negated or value.conditional)
    if value.form != "verb" or value.tense != "past" or not plain or value.lemma in cues().plans:
        return False
    governor = reading.find(value.governor) if value.governor else None
    return governor is None or governor.value.lemma in cues().saying
