"""The meeting of a whole body: the G20 summit on whose sidelines two ministers met."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.contacts.drafts import Draft
from dateline.extract.contacts.people import rank_of_group
from dateline.lang.diplomacy import contact_words
from dateline.model import layers
from dateline.model.diplomacy import Participant
from dateline.model.reading import Reading
from dateline.model.time import EventDate
from dateline.ontology.bodies import Body, body_by_name

_TAKING_PLACE = ("happened", "ongoing", "planned")
_SILENT = frozenset({"byline", "biography", "boilerplate"})
_LONGEST_NAME = 6


def whole_meetings(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """One contact for each meeting of an international body that others met on the sidelines of.

    Only bodies that the ontology knows count; who came is not said, so the body itself is the participant. The span is
    that of the phrase that tells most, which may be in a caption.
    """
    seen: set[str] = set()
    for draft in drafts:
        if not draft.aside or draft.forum_head is None or draft.status not in _TAKING_PLACE:
            continue
        body = _body_at(reading, draft.forum_head)
        if body is None or body.name in seen:
            continue
        seen.add(body.name)
        head, rank = max(_tellings(reading, body, draft.forum_head), key=lambda found: found[1] is not None)
        yield _meeting(reading, draft, body, head, rank)


def _tellings(reading: Reading, body: Body, first: int) -> Iterator[tuple[int, str | None]]:
    """The nouns that tell of the body's meeting, and the rank of those who meet, the first one first."""
    yield first, _rank_at(reading, first)
    for token in reading.parsed.tokens:
        if token.lemma not in contact_words()["whole"] or token.index == first:
            continue
        if _body_at(reading, token.index) == body and reading.region_at(token.span) not in _SILENT:
            yield token.index, _rank_at(reading, token.index)


def _body_at(reading: Reading, head: int) -> Body | None:
    """The international body named before a noun: "the [G-20] summit", "the [African Union] ministers' meeting"."""
    tokens = reading.parsed.tokens
    if tokens[head].lemma not in contact_words()["whole"]:
        return None
    first = reading.parsed.edges(head)[0]
    for start in range(max(first, head - 2 * _LONGEST_NAME), head):
        for end in range(head, start, -1):
            body = body_by_name(reading.parsed.span(start, end).of(reading.text))
            if body is not None and body.kind == "intergovernmental":
                return body
    return None


def _rank_at(reading: Reading, head: int) -> str | None:
    first = reading.parsed.edges(head)[0]
    before = reading.parsed.tokens[first:head]
    words = " ".join(t.lower for t in before)
    return next((r for t in before if (r := rank_of_group(words, t.lemma))), None)


def _meeting(reading: Reading, draft: Draft, body: Body, head: int, rank: str | None) -> Draft:
    syntax = reading.parsed
    first, last = syntax.edges(head)
    actor = next((a for a in reading.actors if a.value.kind == "organisation" and a.value.name == body.name), None)
    return Draft(
        span=syntax.span(first, last),
        claims=(),
        people=(Participant(actor.id if actor else None, body.place, None, rank),),
        status=draft.status,
        form="in-person",
        forum=body.name,
        date=_own_date(reading, head) or draft.date,
        place=draft.place,
        whole=True,
    )


def _own_date(reading: Reading, head: int) -> EventDate | None:
    predicate = next((p for p in reading.predicates if head in (p.value.head, p.value.noun)), None)
    dated = reading.of_predicate(layers.EVENT_DATE, predicate.id) if predicate else None
    if dated is None or dated.value.method != "adjunct":
        return None
    date: EventDate = replace(dated.value, predicate=None)
    return date
