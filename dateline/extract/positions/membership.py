"""Which countries stand behind "all members": those that the body had that day."""

from collections.abc import Iterator

from dateline.model.reading import Reading
from dateline.ontology.bodies import Body, body_by_name, members_of, memberships

_LONGEST_NAME = 6


def body_in(reading: Reading, first: int, last: int) -> Body | None:
    """The body with known members that is named in tokens `[first, last)`, the longest name first."""
    for start in range(first, last):
        for end in range(min(last, start + _LONGEST_NAME), start, -1):
            body = body_by_name(reading.parsed.span(start, end).of(reading.text))
            if body is not None and body.name in _listed():
                return body
    return None


def body_told_before(reading: Reading, index: int, *, with_members: frozenset[str], day: str) -> Body | None:
    """The body that "all but Russia" is about where the words leave it out.

    It is the only one that the report names up to the end of that sentence, or the last one, to which those countries
    belonged that day. None where there are no countries to tell by.
    """
    end = reading.parsed.sentences[reading.parsed.tokens[index].sentence][1]
    fitting = [b for b in _bodies_before(reading, end) if with_members <= set(members_of(b.name, day=day))]
    return fitting[0] if with_members and fitting else None


def _bodies_before(reading: Reading, end: int) -> Iterator[Body]:
    """The bodies with known members that the report names before a token, the last one first."""
    seen: set[str] = set()
    position = reading.parsed.tokens[end - 1].end
    for mention in sorted(reading.mentions, key=lambda m: m.span, reverse=True):
        inside = reading.parsed.inside(mention.span)
        if mention.span.start < position and inside:
            body = body_in(reading, inside[0], inside[-1] + 1)
            if body is not None and body.name not in seen:
                seen.add(body.name)
                yield body


def _listed() -> frozenset[str]:
    return frozenset(m.body for m in memberships())
