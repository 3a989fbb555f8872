"""Who was where on which day: a person who met somebody in a town spoke there on that day.

What somebody says, signs or promises has seldom a place in its own sentence. Where the report has placed a person, or a
body that met, on the same day, that is the place. Persons and bodies only: a state is everywhere at home. What several
agree on together they do where they met, if the report knows of one place of meeting that day.
"""

from collections.abc import Callable, Iterator

from dateline.lang.places import place_words
from dateline.model.actor import Actor
from dateline.model.annotation import Annotation
from dateline.model.place import EventPlace
from dateline.model.predicate import Predicate
from dateline.model.reading import Reading
from dateline.model.time import EventDate

_LEAST = 0.6  # the score from which a place is taken for somebody's
_PARTNER = frozenset({"with", "to"})
_OWNER = frozenset({"compound", "poss", "nmod"})

Told = Annotation[Predicate]


class Presence:
    """Remembers where the persons and bodies of one report were, by day. `date_of` gives the date of a predicate."""

    def __init__(self, reading: Reading, date_of: Callable[[Told], EventDate | None]) -> None:
        self._reading = reading
        self._date_of = date_of
        self._known: dict[tuple[str, str], EventPlace] = {}
        self._meetings: dict[str, list[EventPlace]] = {}

    def add(self, told: Told, place: EventPlace) -> None:
        """Take the place of a contact, a speech or a journey for that of everybody who took part."""
        if place.score < _LEAST or place.method not in {"adjunct", "clause"} or told.value.negated:
            return
        if told.value.lemma.split()[-1] not in place_words().present:
            return
        day = self._day(told)
        if not day:
            return
        self._meetings.setdefault(day, []).append(place)
        for actor in self._present(told.value):
            self._known.setdefault((actor, day), place)

    def of(self, told: Told) -> EventPlace | None:
        """Where whoever acts in this predicate was on its day, or None."""
        day = self._day(told)
        for argument in told.value.role("subject"):
            actor = self._actor(argument.head)
            if actor is not None and (found := self.at(actor.id, day)) is not None:
                return found
        return self._of_meeting(told, day)

    def _of_meeting(self, told: Told, day: str) -> EventPlace | None:
        """The only place of meeting of the day, for what several do together."""
        words = {told.value.lemma.split()[-1], told.value.light or ""}
        if not words & place_words().joint or not any(self._is_several(a.head) for a in told.value.role("subject")):
            return None
        meetings = self._meetings.get(day, [])
        return meetings[0] if len({place.geonames or place.name for place in meetings}) == 1 else None

    def _is_several(self, head: int) -> bool:
        tokens = self._reading.parsed.tokens
        mention = self._reading.mention_at(tokens[head].start)
        plural = mention.value.plural if mention is not None else tokens[head].tag in {"NNS", "CD"}
        return plural or len(self._reading.parsed.conjuncts(head)) > 1

    def at(self, actor: str | None, day: str) -> EventPlace | None:
        """Where an actor was on a day, or None."""
        return self._known.get((actor or "", day))

    def _day(self, told: Told) -> str:
        found = self._date_of(told)
        return found.start if found is not None and found.precision == "day" else ""

    def _present(self, predicate: Predicate) -> Iterator[str]:
        """Those who do it, those whom it is done with, and the body whose meeting it is ("the G-20 summit")."""
        syntax = self._reading.parsed
        heads = [i for a in predicate.role("subject", "object") for i in syntax.conjuncts(a.head)]
        heads += [i for a in predicate.role("oblique") if a.preposition in _PARTNER for i in syntax.conjuncts(a.head)]
        if predicate.form == "noun":
            heads += [
                i for i in syntax.children(predicate.head) if syntax.tokens[i].dep in {"compound", "poss", "nmod"}
            ]
        for head in heads:
            actor = self._actor(head)
            if actor is not None:
                yield actor.id

    def _actor(self, head: int) -> Annotation[Actor] | None:
        """The person or body that a word names."""
        found = self._reading.actor_at(self._reading.parsed.tokens[head].start)
        return found if found is not None and found.value.kind in {"person", "organisation"} else None
