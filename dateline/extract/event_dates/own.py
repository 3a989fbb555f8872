"""The date among a predicate's own words: its adjuncts, and those of the events that it takes."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.event_dates.adjuncts import Adjunct, Adjuncts, days_between, heads
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
            # An event and its verb ask each other: the second to ask gets nothing.
            self._known[told.id] = (None, False)
            self._known[told.id] = self._find_own(told)
        return self._known[told.id]

    def _find_own(self, told: Told) -> tuple[EventDate | None, bool]:
        predicate = told.value
        times = [t for i in heads(predicate) for t in self.times.get(i, ()) if not self._strayed(predicate, t)]
        if not times:
            return self._from_company(predicate), False
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

    def _strayed(self, predicate: Predicate, time: Adjunct) -> bool:
        """A verb in the present does not happen in the past: in "is weighing a request last week" the request does."""
        if predicate.tense != "present" or time.end is None or self.published is None:
            return False
        if time.preposition in self.cues.since or len(time.end) < 10:
            return False
        return date.fromisoformat(self.published) - date.fromisoformat(time.end) > timedelta(days=_AGO_DAYS)

    def _from_company(self, predicate: Predicate) -> EventDate | None:
        """The date that an event has from the events around it in its own clause."""
        if predicate.form == "noun":
            return self._from_occurrence(predicate)
        return self._from_argument(predicate) or self._from_participle(predicate) or self._from_sequel(predicate)

    def _from_occurrence(self, predicate: Predicate) -> EventDate | None:
        """ "The raid that killed nine people on Monday", "the raid killed nine people on Monday": one event."""
        head = self.syntax.tokens[predicate.head]
        above = self.by_token.get(head.head) if head.dep in ("nsubj", "nsubjpass") else None
        below = [self.by_token.get(i) for i in self.syntax.children(head.index) if self._modifies(i)]
        for verb in (above, *below):
            if verb is None or verb.value.form != "verb" or verb.value.lemma not in self.cues.occurring:
                continue
            found, _ = self.date(verb)
            if found is not None and found.precision in ("day", "month", "year"):
                return found
        return None

    def _modifies(self, index: int) -> bool:
        return self.syntax.tokens[index].dep in ("relcl", "acl")

    def _from_participle(self, predicate: Predicate) -> EventDate | None:
        """ "Was found clinging to a raft on Nov. 25": a participle under the verb happens with it."""
        for index in self.syntax.children(predicate.head):
            token = self.syntax.tokens[index]
            small = token.dep in ("xcomp", "oprd", "acomp", "ccomp", "advcl") and token.tag in ("VBG", "VBN")
            inner = self.by_token.get(index) if small and predicate.tense == "past" else None
            if inner is None or index < predicate.head or self._introduced(index):
                continue
            found, _ = self.date(inner)
            if found is not None:
                return found
        return None

    def _introduced(self, index: int) -> bool:
        """Whether a clause has a word of its own that leads it in, a subject or a helping verb."""
        return self.syntax.child(index, "mark", "nsubj", "nsubjpass", "aux", "advmod", "prep_mark") is not None

    def _from_sequel(self, predicate: Predicate) -> EventDate | None:
        """ "Was shot hours after the vote on Friday": that day; "two days after" and "a day before" are counted."""
        for index in self.syntax.children(predicate.head):
            token = self.syntax.tokens[index]
            link: int | None = index
            if token.dep == "advcl":
                link = self.syntax.child(index, "mark")
            if link is None or self.syntax.tokens[link].lower not in self.cues.sequel:
                continue
            event = index if token.dep == "advcl" else self.syntax.child(index, "pobj")
            told = self.by_token.get(event) if event is not None else None
            gap = days_between(link, self.syntax)
            if told is None or gap is None:
                continue
            found, _ = self.date(told)
            if found is not None and found.precision == "day":
                return self._shifted(found, gap if self.syntax.tokens[link].lower == "after" else -gap)
        return None

    def _shifted(self, found: EventDate, days: int) -> EventDate | None:
        if not days:
            return found
        at = (date.fromisoformat(found.start) + timedelta(days=days)).isoformat()
        return replace(found, start=at, end=at)

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
