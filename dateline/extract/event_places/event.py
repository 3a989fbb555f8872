"""An event as the grammar sees it, and the way from a place to it."""

from collections.abc import Sequence

from dateline.extract.event_places.spots import Spot, verb_over
from dateline.model.syntax import Syntax


class Event:
    """The head of a trigger, with what is asked of it again and again."""

    def __init__(self, head: int, spots: Sequence[Spot], syntax: Syntax) -> None:
        self.head = head
        self.above = [head, *syntax.ancestors(head)]
        self.place_of = {word: i for i, word in enumerate(self.above)}
        self.verb = verb_over(head, syntax, itself=True)
        self.rivals = [spot for spot in spots if spot.place and spot.verb == self.verb]
        self.sentence_start, self.sentence_end = syntax.sentences[syntax.tokens[head].sentence]
        self.verbs = [
            i for i in range(self.sentence_start, self.sentence_end) if syntax.tokens[i].pos == "VERB" and i != head
        ]


def path(start: int, event: Event, syntax: Syntax) -> tuple[list[int], list[int]]:
    """The words from a place up to what it has in common with the event, and from the event up to the same."""
    up: list[int] = []
    for word in (start, *syntax.ancestors(start)):
        if word in event.place_of:
            return up, event.above[: event.place_of[word]]
        up.append(word)
    return up, event.above
