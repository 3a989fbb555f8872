"""What was seen in a sentence, and why it gave no claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.errors import UsageError
from dateline.extract.claims.explain import why_not as explain
from dateline.model.annotation import Annotation
from dateline.model.reading import Reading
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Noticed:
    """One thing about a sentence, under a label."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its number, the claims made from it, and what else was noticed."""

    number: int
    span: Span
    claims: tuple[Annotation[Any], ...]
    noticed: tuple[Noticed, ...]


def why_not(reading: Reading, number: int | None = None) -> list[Sentence]:
    """What was seen in the sentence of this number (from 1), or in every one that gave no claim.

    The reading must have its grammar: read the report again. Raises UsageError where there is no such sentence.
    """
    if reading.syntax is None:
        reasons = "; ".join(failure.reason for failure in reading.failures)
        raise UsageError(f"{reading.document.id} was not read: {reasons or 'it has no grammar'}")
    count = len(reading.syntax.sentences)
    if number is None:
        seen = (_sentence(reading, i) for i in range(count))
        return [sentence for sentence in seen if not sentence.claims]
    if not 1 <= number <= count:
        raise UsageError(f"{reading.document.id} has sentences 1 to {count}, none is {number}")
    return [_sentence(reading, number - 1)]


def _sentence(reading: Reading, index: int) -> Sentence:
    span = reading.parsed.sentence_span(index)
    claims = tuple(a for a in reading.claims if span.overlap(a.value.evidence) or span.overlap(a.span))
    return Sentence(index + 1, span, claims, tuple(_noticed(reading, index, span)))


def _noticed(reading: Reading, index: int, span: Span) -> Iterator[Noticed]:
    for failure in reading.failures:
        yield Noticed("notice" if failure.is_notice else "failure", f"{failure.stage}: {failure.reason}")
    for finding in explain(reading, index):
        yield Noticed(finding.code, finding.message)
    actors = [_actor(reading, mention) for mention in _inside(reading.mentions, span)]
    yield Noticed("who", ", ".join(dict.fromkeys(actors)) or "nobody was recognised")
    times = [f"{a.span.of(reading.text)} = {a.value.start or a.value.value}" for a in _inside(reading.times, span)]
    if times:
        yield Noticed("when", ", ".join(times))
    places = [
        f"{a.span.of(reading.text)} ({a.value.country or '?'})"
        for a in _inside(reading.places, span)
        if a.value.role == "place"
    ]
    if places:
        yield Noticed("where", ", ".join(places))
    quotes = [a for a in reading.quotes if any(span.overlap(content) for content in a.value.content)]
    for quote in quotes:
        name = quote.value.speaker.name if quote.value.speaker else None
        yield Noticed("said by", f"{name or 'nobody known'} ({quote.value.kind} quote)")


def _inside(annotations: list[Annotation[Any]], span: Span) -> list[Annotation[Any]]:
    return [a for a in annotations if span.start <= a.span.start < span.end]


def _actor(reading: Reading, mention: Annotation[Any]) -> str:
    actor = reading.actor_of(mention.id)
    name = actor.value.name if actor else mention.span.of(reading.text)
    country = mention.value.country or (actor.value.country if actor else None)
    return f"{name} ({country})" if country else name
