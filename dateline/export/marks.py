"""A text cut into pieces by what its layers say of it, for showing a reading in colour."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.reading import Reading
from dateline.model.region import TELLING
from dateline.model.span import Span

# What may be marked, in the order of a legend. A later kind is drawn over an earlier one.
KINDS = ("aside", "quote", "person", "organisation", "state", "group", "place", "time", "claim")


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch with its kind and a short note on what it is. `number` counts claims from 1 in text order."""

    span: Span
    kind: str
    note: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the marks that cover all of it, in the order of `KINDS`."""

    span: Span
    marks: tuple[Mark, ...]


def marks_of(reading: Reading) -> list[Mark]:
    """The marks of a reading: asides (captions, bylines …), quotes, actors, places, times and triggers of claims."""
    marks = [Mark(a.span, "aside", a.value.kind) for a in reading.regions if a.value.kind not in TELLING]
    for quote in reading.quotes:
        speaker = quote.value.speaker
        note = f"said by {speaker.name}" if speaker and speaker.name else "said"
        marks += [Mark(span, "quote", note) for span in quote.value.content if quote.value.kind != "indirect"]
    for actor in reading.actors:
        country = f" ({actor.value.country})" if actor.value.country else ""
        marks += [Mark(link.span, actor.value.kind, actor.value.name + country) for link in actor.value.links]
    for place in reading.places:
        if place.value.role == "place":
            marks.append(Mark(place.span, "place", place.value.country or place.value.name))
    marks += [Mark(time.span, "time", time.value.start or time.value.value) for time in reading.times]
    for number, claim in enumerate(reading.claims, 1):
        marks.append(Mark(claim.value.trigger, "claim", f"{claim.value.type}, {claim.value.status}", number))
    return [mark for mark in marks if mark.span.start < mark.span.end]


def pieces(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """The whole text, cut where any mark begins or ends."""
    edges = sorted({0, len(text), *(edge for mark in marks for edge in mark.span)})
    covering: list[list[Mark]] = [[] for _ in edges]
    for mark in marks:
        for i in range(bisect_left(edges, mark.span.start), bisect_left(edges, mark.span.end)):
            covering[i].append(mark)
    return [
        Piece(Span(start, end), tuple(sorted(found, key=lambda m: (KINDS.index(m.kind), m.span, m.number or 0))))
        for start, end, found in zip(edges, edges[1:], covering, strict=False)
    ]
