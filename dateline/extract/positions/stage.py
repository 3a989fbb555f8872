"""The stage: predicates of taking sides on a text, and the results of votes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from dateline.extract.positions.counts import Count, count_in, tallies
from dateline.extract.positions.exceptions import Everybody, everybody
from dateline.extract.positions.membership import body_in, body_told_before
from dateline.lang.diplomacy import position_words, status_words
from dateline.model import layers
from dateline.model.actor import Actor
from dateline.model.annotation import Annotation, Namer
from dateline.model.diplomacy import Position
from dateline.model.predicate import Argument, Predicate
from dateline.model.reading import Reading
from dateline.model.span import Span, cover
from dateline.model.syntax import Syntax
from dateline.model.time import EventDate
from dateline.ontology.bodies import CODES, members_of

_EVERYBODY = ("all ", "every ", "both ")
_BACK = 3
_VOTING = frozenset({"vote", "abstain", "veto"})
_HIGH = frozenset({"head-of-state", "head-of-government", "foreign-minister", "minister", "ambassador", "envoy"})


@dataclass(frozen=True, slots=True)
class _Text:
    """What is voted on: its words, and its head as a token index."""

    head: int
    span: Span
    name: str


class Positions:
    """Positions that the report states: a number of members, or named voters, for or against a text."""

    name = "positions"
    requires = frozenset(
        {layers.SYNTAX, layers.REGION, layers.MENTION, layers.ACTOR, layers.PREDICATE, layers.EVENT_DATE}
    )
    provides = frozenset({layers.POSITION})

    def __call__(self, reading: Reading) -> Iterator[Annotation[Position]]:
        namer = Namer(reading.document.id, layers.POSITION)
        seen: set[tuple[str, int]] = set()
        political = _is_political(reading)
        for span, position in (*_stated(reading, political=political), *(_voted(reading) if political else ())):
            key = (position.side, _sentence(reading, span))
            if key not in seen:
                seen.add(key)
                yield Annotation(namer(span), layers.POSITION, span, self.name, position)


def _sentence(reading: Reading, span: Span) -> int:
    return reading.parsed.tokens[reading.parsed.inside(span)[0]].sentence


def _stated(reading: Reading, *, political: bool) -> Iterator[tuple[Span, Position]]:
    for predicate in reading.predicates:
        value = predicate.value
        if value.form != "verb" or not reading.tells(predicate.span):
            continue
        if _unreal(reading, replace(value, negated=False) if _none_but_some(reading, value) else value):
            continue
        side, on = _side_and_text(reading, value)
        if side == "for" and _is_refused(reading, value):
            side = "against"
        if side is None or on is None:
            continue
        for subject in value.role("subject"):
            named = political and (value.lemma in _VOTING or _is_stand(reading, value, subject, on))
            whole = everybody(reading, value, subject)
            if not (named or _is_counted(reading, subject) or (whole and whole.excepted)):
                continue
            words = [subject.span, predicate.span, *_tokens(reading, whole)]
            if _sentence(reading, on.span) == _sentence(reading, predicate.span):
                words.append(on.span)
            yield cover(*words), _position(reading, predicate, side, on, subject, whole)


def _none_but_some(reading: Reading, predicate: Predicate) -> bool:
    """Whether "no" denies it of the others only: "no country except Peru voted against it"."""
    subjects = (everybody(reading, predicate, s) for s in predicate.role("subject"))
    return any(whole is not None and whole.nobody and whole.excepted for whole in subjects)


def _unreal(reading: Reading, predicate: Predicate) -> bool:
    words = status_words()
    if predicate.negated or predicate.conditional or predicate.tense == "future" or predicate.modal in words.modals:
        return True
    governor = reading.find(predicate.governor) if predicate.governor else None
    if governor is None or predicate.governor_role not in ("xcomp", "noun") or _is_refused(reading, predicate):
        return False
    return governor.value.lemma.split()[0] in words.undone


def _side_and_text(reading: Reading, predicate: Predicate) -> tuple[str | None, _Text | None]:
    words = position_words()
    for argument in predicate.role("object", "oblique"):
        key = predicate.lemma if argument.role == "object" else f"{predicate.lemma} {argument.preposition}"
        side = words.sides.get(key)
        text = _text_of(reading, argument)
        if side and text:
            return side, text
    if predicate.lemma == "abstain" or (predicate.lemma == "vote" and _in_favour(reading, predicate)):
        text = _nearest_text(reading, predicate.head)
        return ("abstain" if predicate.lemma == "abstain" else "for"), text
    return None, None


def _in_favour(reading: Reading, predicate: Predicate) -> bool:
    tokens = reading.parsed.tokens
    return any(a.preposition == "in" and tokens[a.head].lemma in ("favor", "favour") for a in predicate.role("oblique"))


def _text_of(reading: Reading, argument: Argument) -> _Text | None:
    tokens = reading.parsed.tokens
    if tokens[argument.head].lower == "it":
        return _nearest_text(reading, argument.head)
    if tokens[argument.head].lemma in position_words().texts:
        return _text(reading, argument.head)
    if tokens[argument.head].lemma in ("favor", "favour"):
        for i in reading.parsed.subtree(argument.head):
            if tokens[i].lemma in position_words().texts:
                return _text(reading, i)
    return None


def _nearest_text(reading: Reading, head: int) -> _Text | None:
    """The last text named before a vote that names none, in its sentence or the three before."""
    syntax = reading.parsed
    sentence = syntax.tokens[head].sentence
    first = syntax.sentences[max(0, sentence - _BACK)][0]
    last = syntax.sentences[sentence][1]
    for i in (*range(head, first - 1, -1), *range(head, last)):
        if syntax.tokens[i].lemma in position_words().texts and syntax.tokens[i].pos == "NOUN":
            return _text(reading, i)
    return None


def _text(reading: Reading, head: int) -> _Text:
    syntax = reading.parsed
    first, last = _phrase(syntax, head)
    span = syntax.span(first, last)
    return _Text(head, span, " ".join(span.of(reading.text).split()))


def _phrase(syntax: Syntax, head: int) -> tuple[int, int]:
    """The noun phrase with its short complements ("a statement calling for an end to the war")."""
    left, right = syntax.edges(head)
    first = max(left, head - 6)
    return first, min(right, head + 12)


def _is_counted(reading: Reading, subject: Argument) -> bool:
    """Whether a subject is a number of voters: "18 of the 20 nations", "all members"."""
    syntax = reading.parsed
    words = subject.span.of(reading.text)
    if count_in(words) is None and not words.lower().startswith(_EVERYBODY):
        return False
    return any(syntax.tokens[i].lemma in position_words().voters for i in syntax.inside(subject.span))


def _is_stand(reading: Reading, predicate: Predicate, subject: Argument, on: _Text) -> bool:
    """Whether states take a stand on a text of weight: "Hungary supported the pact", "refused to sign the treaty"."""
    words, tokens = position_words(), reading.parsed.tokens
    if tokens[on.head].lemma not in words.weighty:
        return False
    actor = reading.actor_at(tokens[subject.head].start)
    if actor is None or actor.value.kind != "state":
        return False
    return predicate.lemma in words.backing or _is_refused(reading, predicate)


def _is_refused(reading: Reading, predicate: Predicate) -> bool:
    governor = reading.find(predicate.governor) if predicate.governor else None
    if governor is None or predicate.governor_role != "xcomp" or governor.value.negated:
        return False
    return governor.value.lemma in ("refuse", "decline") and governor.value.tense == "past"


def _tokens(reading: Reading, whole: Everybody | None) -> Iterator[Span]:
    for index in whole.excepted if whole else ():
        yield reading.parsed.tokens[index].span


def _position(
    reading: Reading,
    predicate: Annotation[Predicate],
    side: str,
    on: _Text,
    subject: Argument,
    whole: Everybody | None,
) -> Position:
    position = _of_subject(reading, predicate, side, on, subject)
    if whole is None or (whole.nobody and not whole.excepted):
        return replace(position, **_named_countries(reading, position.members))
    ids = tuple(actor.id for actor in whole.excepted.values())
    if whole.nobody:
        return replace(position, members=ids, count=None, of=None, by=None, **_named_countries(reading, ids))
    return _of_everybody(reading, position, whole, ids)


def _named_countries(reading: Reading, members: Iterable[str]) -> dict[str, Any]:
    found = [a.value.country for i in members if (a := reading.find(i)) and _speaks_for_country(a.value)]
    countries = tuple(dict.fromkeys(c for c in found if c and c not in CODES))
    return {"countries": countries, "method": "named" if countries else None}


def _is_of_the_rest(reading: Reading, whole: Everybody) -> bool:
    """Whether others were told of before: "all [other] members"."""
    tokens = reading.parsed.tokens[whole.first : whole.last]
    return any(token.lower in position_words().rest for token in tokens)


def _speaks_for_country(actor: Actor) -> bool:
    """Whether a voter's side is that of the country: a state or somebody high, and no member of parliament."""
    return actor.kind == "state" or (actor.office is not None and actor.office.rank in _HIGH)


def _of_everybody(reading: Reading, position: Position, whole: Everybody, excepted: tuple[str, ...]) -> Position:
    """The position of all but those excepted: their number where told, their countries where the body is known."""
    published = reading.document.origin.published
    day = position.date.start if position.date else published.value if published else None
    left_out = frozenset(a.value.country for i in excepted if (a := reading.find(i)))
    told = count_in(reading.parsed.span(whole.first, whole.last).of(reading.text))
    count = told or Count(position.count, position.of)
    if excepted and count.of is not None and count.count == count.of:
        count = Count(count.of - len(excepted), count.of)
    found = replace(position, count=count.count, of=count.of, exceptions=excepted)
    if day is None or _is_of_the_rest(reading, whole):
        return found
    body = body_in(reading, whole.first, whole.last)
    body = body or body_told_before(reading, whole.first, with_members=left_out, day=day)
    members = members_of(body.name, day=day) if body else ()
    if body is None or not left_out <= set(members):
        return found
    by = position.by or next((a.id for a in reading.actors if a.value.name == body.name), None)
    countries = tuple(c for c in members if c not in left_out)
    return replace(found, by=by, countries=countries, method="membership")


def _of_subject(
    reading: Reading, predicate: Annotation[Predicate], side: str, on: _Text, subject: Argument
) -> Position:
    syntax = reading.parsed
    count = count_in(subject.span.of(reading.text))
    actors = [
        a for h in syntax.conjuncts(subject.head) if (a := reading.actor_at(syntax.tokens[h].start)) and not count
    ]
    members = tuple(dict.fromkeys(i for a in actors for i in (a.value.members or (a.id,))))
    return Position(
        on=on.span,
        on_name=on.name,
        side=side,
        count=count.count if count else None,
        of=count.of if count else None,
        members=members,
        by=_body(reading, subject),
        date=_date(reading, predicate.id),
    )


def _body(reading: Reading, subject: Argument) -> str | None:
    """The organisation that the voters belong to: "18 of the G20's members"."""
    for i in reading.parsed.inside(subject.span):
        actor = reading.actor_at(reading.parsed.tokens[i].start)
        if actor and actor.value.kind == "organisation" and i != subject.head:
            return actor.id
    return None


def _date(reading: Reading, predicate_id: str) -> EventDate | None:
    dated = reading.of_predicate(layers.EVENT_DATE, predicate_id)
    return replace(dated.value, predicate=None) if dated else None


def _is_political(reading: Reading) -> bool:
    """Whether the report names a state, a body of states or somebody high: a county's votes are no diplomacy."""
    return any(
        a.value.kind == "state"
        or a.value.country in CODES
        or (a.value.office is not None and a.value.office.rank in _HIGH)
        for a in reading.actors
    )


def _voted_on(reading: Reading, tally: range, voted: Annotation[Predicate] | None) -> _Text | None:
    """The text that a result is about. "Voted 3-2 to reject a request": what it says itself, and nothing before it."""
    syntax = reading.parsed
    if not tally:
        return None
    clauses = [a.head for a in voted.value.role("clause")] if voted else []
    for i in sorted(i for head in clauses for i in syntax.subtree(head)):
        if syntax.tokens[i].lemma in position_words().texts and syntax.tokens[i].pos == "NOUN":
            return _text(reading, i)
    return None if clauses else _nearest_text(reading, tally[0])


def _voted(reading: Reading) -> Iterator[tuple[Span, Position]]:
    syntax = reading.parsed
    for number, (first, _) in enumerate(syntax.sentences):
        span = syntax.sentence_span(number)
        if not reading.tells(span):
            continue
        for tally in tallies(span.of(reading.text), start=span.start):
            voted = next((p for p in reading.predicates if p.value.lemma in _VOTING and span.contains(p.span)), None)
            on = _voted_on(reading, syntax.inside(tally.span), voted)
            if on and first >= 0:
                date = _date(reading, voted.id) if voted else None
                yield tally.span, Position(on.span, on.name, tally.side, tally.count, None, date=date)
