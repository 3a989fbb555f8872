"""Where each event happened: by the grammar of its sentence, else carried over, else from the dateline.

A small linear model weighs every name of the sentence against no place at all (`features`, `model`). Demonyms and
governments are no candidates. A place that only the sentence before gives, where the speaker was on that day
(`presence`), or the dateline, is told apart by `method`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from dateline.extract.event_places.model import choose
from dateline.extract.event_places.presence import Presence
from dateline.extract.event_places.spots import LOCATIVE, Spot, spots_of
from dateline.lang.cues import cues
from dateline.lang.places import place_words
from dateline.model import layers
from dateline.model.annotation import Annotation, Namer
from dateline.model.place import EventPlace, Place
from dateline.model.predicate import Predicate
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Syntax
from dateline.model.time import EventDate

_LEAST = 0.5  # probability below which no place is given
_CARRIES = 0.75  # probability from which a place is carried to the next sentence
_LOSS = 0.6  # what of it is left there
_DATELINE = 0.5
_PLAIN = 0.9


@dataclass(frozen=True, slots=True)
class _Found:
    """A place found for a predicate."""

    span: Span
    place: Place | None
    method: str
    score: float


class EventPlaces:
    """Gives a predicate the place where that event happened, at most one."""

    name = "event-places"
    requires = frozenset({layers.SYNTAX, layers.ACTOR, layers.PLACE, layers.PREDICATE, layers.EVENT_DATE})
    provides = frozenset({layers.EVENT_PLACE})

    def __call__(self, reading: Reading) -> Iterable[Annotation[EventPlace]]:
        namer = Namer(reading.document.id, layers.EVENT_PLACE)
        places = _by_sentence(reading)
        presence = Presence(reading, dates_of(reading))
        for predicate in reading.predicates:
            if found := places.get(predicate.id):
                presence.add(predicate, _event_place(found, predicate, reading.text))
        for predicate in reading.predicates:
            if found := places.get(predicate.id):
                place = _event_place(found, predicate, reading.text)
            elif _is_word(predicate.value) and (there := presence.of(predicate)):
                place = replace(there, method="carried", score=round(there.score * _LOSS, 3), predicate=predicate.id)
            else:
                continue
            yield Annotation(namer(place.span), layers.EVENT_PLACE, place.span, self.name, place)


def dates_of(reading: Reading) -> Callable[[Annotation[Predicate]], EventDate | None]:
    """What the reading says of the date of a predicate."""

    def date_of(told: Annotation[Predicate]) -> EventDate | None:
        found = reading.of_predicate(layers.EVENT_DATE, told.id)
        return found.value if found else None

    return date_of


def _by_sentence(reading: Reading) -> dict[str, _Found]:
    """The places that the sentences give, the one before, or the dateline, by predicate."""
    syntax = reading.parsed
    spots = spots_of(reading.places, syntax, reading.text)
    said = cues().spoken
    last: tuple[int, _Found] | None = None
    lead = _Lead(reading)
    places: dict[str, _Found] = {}
    for predicate in reading.predicates:
        value = predicate.value
        sentence = syntax.tokens[value.head].sentence
        found = _in_sentence(value, spots.get(sentence, []), syntax)
        if found:
            if found.place and found.method == "adjunct" and found.score >= _CARRIES:
                last = (sentence, found)
        elif value.lemma not in said and _happened(value):
            found = lead.place(value, sentence) or _carried(last, sentence, spots, reading)
        if found:
            places[predicate.id] = found
    return places


def _is_word(predicate: Predicate) -> bool:
    """Whether it is told as said, agreed or done by being there: it happened where whoever did it was that day."""
    if predicate.form != "verb" or predicate.tense != "past":
        return False
    if predicate.negated or predicate.conditional or predicate.modal:
        return False
    words = {predicate.lemma.split()[-1], predicate.light or ""}
    if predicate.aspect == "perfect":
        return bool(words & place_words().joint)
    return bool(words & (cues().uttered | place_words().present | place_words().joint))


def _in_sentence(predicate: Predicate, spots: list[Spot], syntax: Syntax) -> _Found | None:
    if not any(_may_be_place(spot) for spot in spots):
        return None
    told = _told_plainly(predicate, spots, syntax)
    chosen = (told, _PLAIN) if told else choose(predicate.head, spots, syntax)
    if chosen is None:
        return None
    spot, probability = chosen
    if probability < _LEAST or not _may_be_place(spot):
        return None
    inside = spot.head == predicate.head or predicate.head in syntax.ancestors(spot.head)
    return _Found(spot.span, spot.place, "adjunct" if inside else "clause", round(probability, 3))


def _told_plainly(predicate: Predicate, spots: list[Spot], syntax: Syntax) -> Spot | None:
    """The place that grammar leaves no doubt about: "Prague, where he met her", "a visit to Prague"."""
    tokens = syntax.tokens
    verb = tokens[predicate.head]
    heads = {predicate.head, predicate.noun}
    relative = verb.dep == "relcl" and any(tokens[i].lower == "where" for i in syntax.children(predicate.head))
    travels = predicate.lemma.split()[-1] in place_words().journeys
    for spot in spots:
        if not spot.place or spot.place.role != "place":
            continue
        over = tokens[tokens[spot.head].head]
        visited = travels and spot.preposition == "to" and over.lower == "to" and over.head in heads
        if visited or (relative and verb.head == spot.head):
            return spot
    return None


def _may_be_place(spot: Spot) -> bool:
    """Whether a name is a known place, was taken for one, or is listed: a treaty behind "in" is none."""
    if spot.place or spot.label in {"GPE", "LOC", "FAC"}:
        return True
    return spot.known == "listed" and spot.preposition in LOCATIVE and spot.label != "PERSON"


def _happened(predicate: Predicate) -> bool:
    """Whether a main clause tells it as done: the rest has no place of its own."""
    return (
        predicate.form == "verb"
        and predicate.tense == "past"
        and predicate.governor is None
        and not (predicate.negated or predicate.conditional or predicate.modal)
    )


def _carried(
    last: tuple[int, _Found] | None, sentence: int, spots: Mapping[int, list[Spot]], reading: Reading
) -> _Found | None:
    """The place of the sentence before, in one paragraph, where this one names none."""
    if last is None or sentence != last[0] + 1 or any(spot.place for spot in spots.get(sentence, [])):
        return None
    syntax = reading.parsed
    between = reading.text[syntax.sentence_span(last[0]).end : syntax.sentence_span(sentence).start]
    if "\n" in between:
        return None
    found = last[1]
    return _Found(found.span, found.place, "carried", round(found.score * _LOSS, 3))


class _Lead:
    """The first sentence behind the dateline, and the place that the dateline names."""

    def __init__(self, reading: Reading) -> None:
        self._place: Annotation[Place] | None = None
        self._sentence = -1
        dateline = reading.document.origin.dateline
        if dateline is None:
            return
        syntax = reading.parsed
        self._place = next((p for p in reading.places if p.span.overlap(dateline.span)), None)
        behind = next((t for t in syntax.tokens if t.start >= dateline.span.end and t.text[0].isalnum()), None)
        self._sentence = behind.sentence if behind else -1

    def place(self, predicate: Predicate, sentence: int) -> _Found | None:
        if self._place is None or sentence != self._sentence or predicate.voice == "passive":
            return None
        return _Found(self._place.span, self._place.value, "dateline", _DATELINE)


def _event_place(found: _Found, predicate: Annotation[Predicate], text: str) -> EventPlace:
    place = found.place
    if place is None:
        return EventPlace(found.span.of(text), found.span, found.method, score=found.score, predicate=predicate.id)
    return EventPlace(
        name=place.name,
        span=found.span,
        method=found.method,
        geonames=place.geonames,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.feature,
        score=found.score,
        predicate=predicate.id,
    )
