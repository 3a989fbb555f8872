"""How, when, where and in what frame a contact took place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.contacts.tellings import Telling
from dateline.lang.diplomacy import contact_words
from dateline.model import layers
from dateline.model.place import EventPlace
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Syntax
from dateline.model.time import EventDate

_CLAUSES = frozenset({"relcl", "acl", "appos", "advcl", "ccomp", "conj", "parataxis"})
_OTHER_TIMES = frozenset({"since", "after", "before", "until", "following"})
_WEAK_DATES = frozenset({"publication", "carried", "dateline"})
_WEEK = timedelta(days=7)
_DAY = 10


def form_of(reading: Reading, telling: Telling) -> str:
    """`in-person`, `phone`, `video`, `letter`; `open` where the words leave it open."""
    words = " ".join(reading.parsed.tokens[i].lower for i in clause(reading.parsed, telling.value.head))
    for form, phrases in contact_words().phrases.items():
        if any(phrase in words for phrase in phrases):
            return form
    return telling.form


def clause(syntax: Syntax, head: int) -> list[int]:
    """The tokens that a predicate governs, without its relative, adverbial and coordinated clauses."""
    found, stack = [], [head]
    while stack:
        i = stack.pop()
        found.append(i)
        for child in syntax.children(i):
            token = syntax.tokens[child]
            if token.lower in _OTHER_TIMES or (token.dep in _CLAUSES and token.pos in ("VERB", "AUX")):
                continue
            stack.append(child)
    return sorted(found)


def date_of(reading: Reading, telling: Telling, *, status: str) -> EventDate | None:
    """The day of the contact: its own, else one told inside its clause, else that of the claim or the verb above."""
    own = _event_date(reading, telling.predicate.id)
    if own is not None and own.method not in _WEAK_DATES:
        return _fitting(reading, own, telling, status)
    nested = _nested(reading, telling)
    if nested is not None:
        return nested
    when = _when(reading, telling)
    if when is not None:
        return when
    if telling.governor is not None and (telling.is_noun or telling.value.governor_role in ("xcomp", "advcl")):
        above = _event_date(reading, telling.governor.id)
        if above is not None and (status not in ("planned",) or telling.governor.value.tense == "future"):
            return above if own is None or above.method not in _WEAK_DATES else own
    claimed: EventDate | None = telling.claim.value.date if telling.claim else None
    return own or claimed


def _event_date(reading: Reading, predicate: str) -> EventDate | None:
    dated = reading.of_predicate(layers.EVENT_DATE, predicate)
    if dated is None or _is_since(reading, dated.value, predicate):
        return None
    found: EventDate = replace(dated.value, predicate=None)
    return found


def _is_since(reading: Reading, found: EventDate, predicate: str) -> bool:
    """Whether the words say only since when nothing of the kind took place: "since a call last year"."""
    syntax, own = reading.parsed, reading.find(predicate)
    inside = syntax.inside(found.span) if found.span else ()
    if not inside or own is None:
        return False
    for i in syntax.ancestors(inside[0]):
        if i == own.value.head:
            return False
        if syntax.tokens[i].lower == "since":
            return True
    return False


def _nested(reading: Reading, telling: Telling) -> EventDate | None:
    """A day that grammar hangs on a noun of the clause: "on the sidelines of the summit [on Tuesday]"."""
    tokens = set(clause(reading.parsed, telling.value.head))
    for time in reading.times:
        inside = reading.parsed.inside(time.span)
        if time.value.type in ("DATE", "TIME") and time.value.start and inside and inside[0] in tokens:
            start, end = time.value.start[:_DAY], (time.value.end or time.value.start)[:_DAY]
            if telling.value.head < inside[0]:
                return _dated(start, end, time.span)
    return None


def _when(reading: Reading, telling: Telling) -> EventDate | None:
    """The time that a "when" clause hangs on: "has met nobody since 2000, when he received the minister"."""
    syntax, governor = reading.parsed, telling.governor
    head = telling.value.head
    if governor is None or not any(syntax.tokens[c].lower == "when" for c in syntax.children(head)):
        return None
    dated = reading.of_predicate(layers.EVENT_DATE, governor.id)
    for time in reading.times:
        if dated and dated.value.span and time.span.overlap(dated.value.span) and time.value.start:
            return _dated(time.value.start[:_DAY], (time.value.end or time.value.start)[:_DAY], time.span)
    return None


def _dated(start: str, end: str, span: Span) -> EventDate:
    """The days as exact as they are: a whole year is a year."""
    if start[4:] == "-01-01" and end == f"{start[:4]}-12-31":
        start = end = start[:4]
    return EventDate(start, end, _precision(start, end), "adjunct", span)


def _precision(start: str, end: str) -> str:
    return {4: "year", 7: "month", 10: "day"}.get(len(start), "range") if start == end else "range"


def _fitting(reading: Reading, found: EventDate, telling: Telling, status: str) -> EventDate:
    """A weekday moved by a week where the status asks for it: a refusal is past, a meeting called off lies ahead."""
    governor = telling.governor
    said = _event_date(reading, governor.id) if governor else None
    if said is None or found.precision != "day" or said.precision != "day" or not found.span:
        return found
    if not found.span.of(reading.text).lower().endswith("day"):
        return found
    day, at = date.fromisoformat(found.start), date.fromisoformat(said.start)
    if status == "refused" and day > at:
        day -= _WEEK
    elif status == "cancelled" and day < at:
        day += _WEEK
    return replace(found, start=day.isoformat(), end=day.isoformat())


def place_of(reading: Reading, telling: Telling) -> EventPlace | None:
    """Where: its own place, else the claim's, else where those who travelled for it went."""
    own = reading.of_predicate(layers.EVENT_PLACE, telling.predicate.id)
    if own:
        place: EventPlace = replace(own.value, predicate=None)
        return place
    if telling.claim and telling.claim.value.place:
        return telling.claim.value.place
    if telling.governor and telling.governor.value.lemma.split()[0] in contact_words()["travel"]:
        above = reading.of_predicate(layers.EVENT_PLACE, telling.governor.id)
        return replace(above.value, predicate=None) if above else None
    return None


def sidelines_forum(reading: Reading, telling: Telling) -> tuple[bool, int | None]:
    """Whether the contact was on the sidelines of something, and the token that heads what; else the forum held at."""
    syntax, words = reading.parsed, contact_words()
    told = _told(reading, telling)
    for i in told:
        if syntax.tokens[i].lower in words["sidelines"]:
            return True, _after_of(syntax, i)
    for i in told:
        token = syntax.tokens[i]
        at_forum = token.lemma in words["forums"] and token.dep == "pobj"
        if at_forum and not telling.predicate.span.overlap(token.span) and _is_named(syntax, i):
            if syntax.tokens[token.head].lower not in ("at", "during"):
                continue
            return False, i
    return False, None


def _told(reading: Reading, telling: Telling) -> list[int]:
    """The tokens that hang on the predicate, and for a noun those of the verb above it."""
    syntax = reading.parsed
    found = set(clause(syntax, telling.value.head))
    if telling.is_noun and telling.governor is not None and telling.value.light is None:
        found |= set(_light_adverbials(syntax, telling.governor.value.head))
    return sorted(found)


def _light_adverbials(syntax: Syntax, head: int) -> Iterator[int]:
    for child in syntax.children(head):
        if syntax.tokens[child].dep == "prep":
            yield from clause(syntax, child)


def _after_of(syntax: Syntax, index: int) -> int | None:
    of = next((c for c in syntax.children(index) if syntax.tokens[c].lower == "of"), None)
    return syntax.child(of, "pobj") if of is not None else None


def _is_named(syntax: Syntax, index: int) -> bool:
    return any(syntax.tokens[i].pos == "PROPN" for i in syntax.subtree(index) if i <= index)


def phrase(reading: Reading, head: int) -> str:
    """The noun phrase without its article, relative clauses and place: "G-20 summit"."""
    syntax = reading.parsed
    first, last = head, head
    for child in syntax.children(head):
        token = syntax.tokens[child]
        left, right = syntax.edges(child)
        if child < head and token.dep not in _CLAUSES and token.pos != "DET":
            first = min(first, left)
        elif child > head and token.dep == "prep" and token.lower == "of":
            last = max(last, right - 1)
    while first < head and syntax.tokens[first].pos == "DET":
        first += 1
    return " ".join(syntax.span(first, last + 1).of(reading.text).split())
