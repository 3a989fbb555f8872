"""Which time expression belongs to which predicate, by the grammar of the sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.extract.event_dates.cues import cues
from dateline.model.annotation import Annotation
from dateline.model.predicate import Predicate
from dateline.model.span import Span, cover
from dateline.model.syntax import Syntax
from dateline.model.time import TimeExpression

_JOINT = re.compile(r"\s*(-|–|—|to|through|until|till|and)\s*\Z")
_INSIDE_NOUN = frozenset({"compound", "nummod", "amod", "poss", "nmod", "quantmod"})


@dataclass(frozen=True, slots=True)
class Adjunct:
    """A time that hangs on a token: its words, its days (None where unknown), and the preposition between."""

    span: Span
    start: str | None
    end: str | None
    value: str
    preposition: str | None

    @property
    def days(self) -> int:
        """A sort key: the fewer, the closer the words fix it."""
        if self.start is None or self.end is None:
            return 10**6
        year, month, day = (int(b) - int(a) for a, b in zip(self.start.split("-"), self.end.split("-"), strict=True))
        return year * 366 + month * 31 + day


class Adjuncts:
    """The times of a text by the token that they hang on."""

    def __init__(self, syntax: Syntax, times: Sequence[Annotation[TimeExpression]], text: str) -> None:
        self.syntax = syntax
        self.text = text
        self._settings = cues().settings
        self._single = {t.span for t in times}
        self._within: dict[int, tuple[Span, str | None, str | None, str]] = {}
        self._times = self._joined([t for t in times if _tells_when(t.value)])
        for time in self._times:
            for index in syntax.inside(time[0]):
                self._within[index] = time

    def _joined(self, times: Sequence[Annotation[TimeExpression]]) -> list[tuple[Span, str | None, str | None, str]]:
        """Each time; those that make a range ("from Monday to Friday", "March 14-16") as one."""
        found: list[tuple[Span, str | None, str | None, str]] = []
        for time in times:
            value = time.value
            row = (time.span, value.start, value.end, value.value)
            if found and found[-1][1] and value.end and self._one_range(found[-1][0], time):
                first = found.pop()
                row = (cover(first[0], time.span), first[1], value.end, first[3])
            found.append(row)
        return found

    def _one_range(self, before: Span, time: Annotation[TimeExpression]) -> bool:
        gap = _JOINT.match(self.text[before.end : time.span.start]) if time.span.start - before.end < 10 else None
        if gap is None:
            return False
        lead = self.text[max(0, before.start - 9) : before.start].lower().split()
        if gap[1] == "and":
            return bool(lead) and lead[-1] == "between"
        return time.value.method == "range" or len(gap[1]) == 1 or (bool(lead) and lead[-1] == "from")

    def time_at(self, index: int) -> Adjunct | None:
        """The time that a token is part of."""
        found = self._within.get(index)
        return Adjunct(*found, None) if found else None

    def by_token(self, predicates: frozenset[int]) -> dict[int, list[Adjunct]]:
        """The times by the head of the predicate that they date; what dates none is left out."""
        found: dict[int, list[Adjunct]] = {}
        for time in self._times:
            hook = self._hook(time[0], predicates, day=time[1] is not None and time[1] == time[2])
            if hook is not None:
                index, preposition, link = hook
                adjunct = Adjunct(*time, preposition)
                found.setdefault(index, []).append(adjunct if link is None else self._counted(adjunct, link))
        return found

    def _counted(self, anchor: Adjunct, link: int) -> Adjunct:
        """ "A week after the vote on March 2": that day moved; a limit where nobody can count ("after the vote")."""
        word = self.syntax.tokens[link].lower
        gap = days_between(link, self.syntax)
        if gap is None or anchor.start is None or anchor.start != anchor.end:
            return replace(anchor, preposition=word)
        day = date.fromisoformat(anchor.start) + timedelta(days=gap if word == "after" else -gap)
        return replace(anchor, start=day.isoformat(), end=day.isoformat(), value=day.isoformat())

    def _hook(self, span: Span, predicates: frozenset[int], *, day: bool) -> tuple[int, str | None, int | None] | None:
        """The predicate that a time dates, its preposition, and the "after" between, where it is another event's."""
        tokens = self.syntax.tokens
        inside = self.syntax.inside(span)
        top = next((i for i in inside if tokens[i].head not in inside), None)
        if top is None:
            return None
        preposition, link = None, None
        index = top
        while tokens[index].head != index:
            token, head = tokens[index], tokens[tokens[index].head]
            if (
                preposition is None
                and token.pos in ("ADP", "SCONJ")
                and index not in inside
                and not self._is_range(span)
            ):
                preposition = token.lower
            elif preposition is not None and token.lower in cues().sequel and token.pos in ("ADP", "SCONJ"):
                link = index
            if head.index in predicates and not self._before_infinitive(index, head.index):
                return head.index, preposition, link
            if head.pos == "AUX" and (event := self._subject_event(head.index, predicates)) is not None:
                return event, preposition, link
            if self._locked(index, head.index, day=day):
                return None
            index = head.index
        return None

    def _before_infinitive(self, index: int, verb: int) -> bool:
        """ "In a call last week to mark the treaty": a time before "to" is not the infinitive's."""
        marker = self.syntax.child(verb, "aux")
        return marker is not None and self.syntax.tokens[marker].lower == "to" and index < marker

    def _is_range(self, span: Span) -> bool:
        """Whether two times were joined: "through" and "until" then belong to the range."""
        return span not in self._single

    def _subject_event(self, copula: int, predicates: frozenset[int]) -> int | None:
        """The meeting of "the meeting was on Monday"."""
        subject = self.syntax.child(copula, "nsubj")
        return subject if subject in predicates else None

    def _locked(self, index: int, head: int, *, day: bool) -> bool:
        """Whether a time belongs to a noun that is no event: the 2010 treaty, Friday's newspaper, the class of 1999."""
        token, above = self.syntax.tokens[index], self.syntax.tokens[head]
        if above.pos not in ("NOUN", "PROPN"):
            return token.dep in ("relcl", "acl")
        if token.dep in ("npadvmod", "advmod", "tmod") and above.dep == "pobj" and not day:
            # "On his prediction a year ago": the prediction's, not the verb's.
            return True
        if token.dep in _INSIDE_NOUN and above.dep == "pobj" and (day or above.lemma in cues().occasions):
            # "In a Monday statement", "at Friday's briefing", "in the 1952 campaign": what is done there is of then.
            return self.syntax.tokens[above.head].lower not in self._settings
        # "Smith, ambassador from 2007 to 2013, said": the years are of the office.
        return token.dep in _INSIDE_NOUN or token.lower == "of" or token.dep in ("relcl", "acl", "appos")


def _tells_when(value: TimeExpression) -> bool:
    """Dates and times of day, and stretches that end at the report ("the past week"); not lengths and not sets."""
    return value.type in ("DATE", "TIME") or (value.type == "DURATION" and value.method == "publication")


def days_between(link: int, syntax: Syntax) -> int | None:
    """How many days "after" or "before" counts: 0 for "hours" and "shortly", 7 for "a week", None where none is."""
    before = syntax.tokens[link - 1] if link else None
    if before is None:
        return None
    if before.lower in cues().soon:
        return 0
    days = cues().days.get(before.lemma)
    count = _count(before.index, syntax) if days else None
    return days * count if days and count else None


def _count(unit: int, syntax: Syntax) -> int | None:
    for i in syntax.children(unit):
        word = syntax.tokens[i].lower
        if word in cues().counts:
            return cues().counts[word]
        if word.isdecimal():
            return int(word)
    return None


def heads(predicate: Predicate) -> tuple[int, ...]:
    """The tokens on which a predicate's adjuncts may hang: its verb, and the noun that a light verb carries."""
    return (predicate.head,) if predicate.noun is None else (predicate.head, predicate.noun)
