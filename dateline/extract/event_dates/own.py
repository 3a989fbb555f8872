"""The date among a predicate's own words: its adjuncts, and those of the events that it takes."""

from dataclasses import replace

from dateline.extract.event_dates.adjuncts import Adjunct, Adjuncts, heads
from dateline.extract.event_dates.cues import cues
from dateline.extract.event_dates.days import event_date, precision_of
from dateline.model.annotation import Annotation
from dateline.model.predicate import Argument, Predicate
from dateline.model.syntax import Syntax
from dateline.model.time import EventDate

_AGO_DAYS = 3  # a verb in the present with a time further back than this has got it by a wrong attachment

Told = Annotation[Predicate]


class Own:
    """Dates predicates by their own words alone."""

    def __init__(self, syntax: Syntax, adjuncts: Adjuncts, by_token: dict[int, Told], *, published: str | None) -> None:
        self.syntax = syntax
        self.cues = cues()
        self.by_token = by_token
        self.adjuncts = adjuncts
        self.times = adjuncts.by_token(frozenset(by_token))
        self.published = published
        self._known: dict[str, tuple[EventDate | None, bool]] = {}

    def date(self, told: Told) -> tuple[EventDate | None, bool]:
        """The date among the predicate's own words, and whether they speak of a time at all."""
        if told.id not in self._known:
            self._known[told.id] = self._find_own(told)
        return self._known[told.id]

    def _find_own(self, told: Told) -> tuple[EventDate | None, bool]:
        predicate = told.value
        times = [t for i in heads(predicate) for t in self.times.get(i, ())]
        if not times:
            return self._from_argument(predicate), False
        dated = [t for t in times if t.start and t.preposition not in self.cues.limits | self.cues.since]
        if dated:
            found = self._so_far(predicate, event_date(min(dated, key=lambda t: (t.days, t.span)), "adjunct"))
            late = predicate.tense == "past" and self.published is not None and found.start > self.published
            return (None, True) if late else (found, True)
        since = next((t for t in times if t.start and t.preposition in self.cues.since), None)
        if since is not None:
            return self._since(predicate, since)
        return None, any(t.value != "PRESENT_REF" for t in times)

    def _so_far(self, predicate: Predicate, found: EventDate) -> EventDate:
        """ "Passed a bill this week": not later than the report."""
        if found.precision != "range" or self.published is None or not found.start <= self.published < found.end:
            return found
        if predicate.tense == "past" or predicate.aspect == "perfect":
            return replace(found, end=self.published, precision=precision_of(found.start, self.published))
        if predicate.tense == "future":
            return replace(found, start=self.published)
        return found

    def _since(self, predicate: Predicate, time: Adjunct) -> tuple[EventDate | None, bool]:
        """ "Has killed twelve since Monday" lasts to the report; "the first talks since Monday" dates nothing."""
        if predicate.aspect != "perfect" or predicate.tense != "present" or time.start is None or not self.published:
            return None, False
        if time.start > self.published:
            return None, True
        return EventDate(time.start, self.published, "range", "adjunct", time.span), True

    def _from_argument(self, predicate: Predicate) -> EventDate | None:
        """The time that stands with an argument: "signed the accord on Monday", "said at talks on Friday"."""
        if predicate.form == "noun":
            return None
        for argument in predicate.arguments:
            noun = self.by_token.get(argument.head)
            if noun is None or noun.value.form != "noun":
                continue
            found, _ = self.date(noun)
            if found is not None and self._shares(predicate, argument, noun, found):
                return found
        return None

    def _shares(self, predicate: Predicate, argument: Argument, noun: Told, found: EventDate) -> bool:
        """Whether the date of an event that a verb takes is the verb's too."""
        if argument.role == "oblique":
            return argument.preposition in self.cues.settings
        if argument.role == "object":
            return predicate.lemma not in self.cues.saying and self._after(noun, found)
        return argument.role == "subject" and predicate.voice == "active" and found.precision == "day"

    def _after(self, noun: Told, found: EventDate) -> bool:
        """Whether the time stands after the noun, where it may as well belong to the verb."""
        return found.span is not None and found.span.start > noun.span.start
