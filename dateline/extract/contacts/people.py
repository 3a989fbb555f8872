"""Who took part, and at what rank."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.extract.contacts.tellings import Telling, parties
from dateline.lang.diplomacy import contact_words
from dateline.model.actor import Actor, Mention
from dateline.model.annotation import Annotation
from dateline.model.claim import Side
from dateline.model.diplomacy import Participant
from dateline.model.place import EventPlace
from dateline.model.predicate import Argument
from dateline.model.reading import Reading
from dateline.model.syntax import Syntax
from dateline.ontology.ranks import rank_order

_OPPOSING = frozenset({"REB", "OPP", "PTY", "SEP"})
_RULING = frozenset({"GOV", "MIL"})
_INSIDE = frozenset({"at", "during", "in", "after", "since", "following", "with"})
_PLURALS = frozenset({"two", "both", "they", "pair", "duo"})
_PAIR = 2
_TOLD_PLACES = frozenset({"adjunct", "clause"})  # said of the meeting itself, not carried over
_STRETCHES = frozenset({"minute", "hour", "day", "week", "round"})


def participants(reading: Reading, telling: Telling, told: Sequence[Participant]) -> tuple[Participant, ...]:
    """Those in contact, plurals replaced by their members; host and visitor where one visits.

    `told` are the participants of the contact told of last: "the two" stands for them.
    """
    found: dict[str, Participant] = {}
    for argument, role in _with_roles(telling, (*parties(telling), *_inherited(reading, telling))):
        for key, person in _of_argument(reading, argument, role, told):
            found.setdefault(key, person)
    people = tuple(found.values())
    if not is_contact(people):
        people = _of_claim(reading, telling) or people
    return people


def is_contact(people: Sequence[Participant]) -> bool:
    """Whether these may be in contact: of two countries or bodies, or a government and those who oppose it."""
    return len({p.country or p.actor for p in people if p.country}) >= _PAIR


def are_opposed(reading: Reading, people: Sequence[Participant]) -> bool:
    """Whether some of them govern a country and others oppose its government."""
    actors = [a for p in people if p.actor and (a := reading.find(p.actor))]
    sectors = [set(a.value.sectors) for a in actors]
    ruling = [s for s in sectors if s & _RULING and not s & _OPPOSING]
    return bool(ruling) and any(s & _OPPOSING and not s & _RULING for s in sectors)


def _with_roles(telling: Telling, arguments: Iterable[Argument]) -> Iterator[tuple[Argument, str | None]]:
    words = contact_words()
    hosting, visiting = telling.word in words["hosting"], telling.word in words["visiting"]
    for argument in arguments:
        subject = argument.role in ("subject", "owner")
        if hosting:
            yield argument, "host" if subject else "visitor"
        elif visiting:
            yield argument, "visitor" if subject else "host"
        else:
            yield argument, None


def _inherited(reading: Reading, telling: Telling) -> Iterator[Argument]:
    """Whose meeting it is where the noun does not say: "they signed it [at a meeting]", "ended two days of [talks]"."""
    words, governor = contact_words(), telling.governor
    if governor is None or telling.value.role("subject", "owner"):
        return
    above = governor.value
    head = telling.value.noun if telling.value.noun is not None else telling.value.head
    travels = above.lemma.split()[0] in words["travel"]
    if not telling.is_noun:
        if telling.word == "see" or travels:
            yield from above.role("subject")
        return
    under = next((a for a in above.arguments if a.head == head or _is_stretch(reading.parsed, a.head, head)), None)
    hosting = above.lemma in words["hosting"] and under is not None and under.role == "object"
    phase = above.lemma in words["phases"] or hosting
    if under is None:
        if phase:
            yield from above.role("subject")
    elif under.role == "object" and phase:
        yield from above.role("subject")
        yield from (a for a in above.arguments if a.preposition == "with")
    elif under.preposition in _INSIDE or (under.preposition == "for" and travels):
        yield from above.role("subject")


def _is_stretch(syntax: Syntax, index: int, head: int) -> bool:
    """Whether a noun says only how much of another one: "for [three days] of talks"."""
    if syntax.tokens[index].lemma not in _STRETCHES:
        return False
    of = next((c for c in syntax.children(index) if syntax.tokens[c].lower == "of"), None)
    return of is not None and syntax.child(of, "pobj") == head


def _of_argument(
    reading: Reading, argument: Argument, role: str | None, told: Sequence[Participant]
) -> Iterator[tuple[str, Participant]]:
    syntax = reading.parsed
    for head in _heads(reading, argument.head):
        if any(syntax.tokens[c].lower in contact_words()["nobody"] for c in syntax.children(head)):
            continue
        actor = reading.actor_at(syntax.tokens[head].start)
        mention = reading.mention_at(syntax.tokens[head].start)
        if actor is not None and mention is not None and not _points(syntax, head, actor):
            yield from _of_actor(reading, actor, mention, head, role)
        elif argument.role == "subject" and _points_back(syntax, head):
            for person in told or _last_two(reading, syntax.tokens[head].start):
                if person.actor:
                    yield person.actor, person


def _heads(reading: Reading, head: int) -> list[int]:
    """A head with all that is listed with it; parsers take the second of a list of names for an apposition."""
    syntax = reading.parsed
    found = syntax.conjuncts(head)
    for i in syntax.children(head):
        if syntax.tokens[i].dep == "appos" and len(others := syntax.conjuncts(i)) > 1:
            first, second = reading.actor_at(syntax.tokens[head].start), reading.actor_at(syntax.tokens[i].start)
            if first is not None and second is not None and first.id != second.id:
                found += others
    return found


def _points(syntax: Syntax, head: int, actor: Annotation[Actor]) -> bool:
    """Whether a plural has no members and no name of its own: "the two", "the leaders"."""
    if actor.value.kind != "group" or actor.value.members or actor.value.country:
        return False
    return _points_back(syntax, head) and not any(syntax.tokens[c].dep == "prep" for c in syntax.children(head))


def _points_back(syntax: Syntax, head: int) -> bool:
    token = syntax.tokens[head]
    if token.lower in _PLURALS:
        return not any(syntax.tokens[c].dep == "prep" for c in syntax.children(head))
    if token.lemma not in contact_words()["pointing"] or token.tag != "NNS":
        return False
    return any(syntax.tokens[c].lower in ("the", "both", "these") for c in syntax.children(head))


def _last_two(reading: Reading, position: int) -> list[Participant]:
    """The last two officials named before a place of the text, of two countries; nobody where it is unclear."""
    found: dict[str, Participant] = {}
    for mention in reversed([m for m in reading.mentions if m.span.start < position]):
        actor = reading.actor_of(mention.id)
        if actor is None or actor.value.kind != "person" or actor.value.office is None:
            continue
        found.setdefault(actor.id, _participant(actor, None))
        if len(found) == _PAIR:
            break
    people = list(reversed(found.values()))
    return people if is_contact(people) else []


def _of_actor(
    reading: Reading, actor: Annotation[Actor], mention: Annotation[Mention], head: int, role: str | None
) -> Iterator[tuple[str, Participant]]:
    members = [m for i in actor.value.members if (m := reading.find(i))]
    if members:
        for member in members:
            yield member.id, _participant(member, role)
        return
    if actor.value.kind == "group":
        yield from _of_group(reading, actor, mention, head, role)
    elif _may_take_part(actor):
        found = _participant(actor, role, mention.value)
        yield actor.id, found if found.country else replace(found, country=_of_owner(reading, head))


def _of_owner(reading: Reading, head: int) -> str | None:
    """The country of the one whose man it is: "Erdogan's spokesman"."""
    owner = reading.parsed.child(head, "poss")
    actor = reading.actor_at(reading.parsed.tokens[owner].start) if owner is not None else None
    return actor.value.country if actor else None


def _of_group(
    reading: Reading, actor: Annotation[Actor], mention: Annotation[Mention], head: int, role: str | None
) -> Iterator[tuple[str, Participant]]:
    token = reading.parsed.tokens[head]
    lemma = token.lemma.lower() if token.lemma.lower() in contact_words()["groups"] else token.lower.removesuffix("s")
    if lemma not in contact_words()["groups"] or not (set(actor.value.sectors) & contact_words()["sectors"]):
        return
    rank = rank_of_group(mention.span.of(reading.text), lemma)
    states = [a for m in reading.mentions if _is_within(m, mention) and (a := reading.actor_of(m.id))]
    if actor.value.country is None and states:
        for state in states:
            yield state.id, Participant(state.id, state.value.country, None, rank, role)
        return
    yield actor.id, Participant(actor.id, actor.value.country, actor.value.office, rank, role)


def _is_within(inner: Annotation[Mention], outer: Annotation[Mention]) -> bool:
    is_country = inner.value.country is not None and inner.value.kind in ("state", "group")
    return is_country and outer.span.contains(inner.span) and inner.id != outer.id


def rank_of_group(words: str, lemma: str) -> str | None:
    """The rank of people named as a group by the lemma that heads the words: "foreign ministers", "leaders"."""
    lower = words.lower()
    if "foreign minister" in lower or "foreign secretar" in lower:
        return "foreign-minister"
    if "deputy" in lower or "vice" in lower:
        return "deputy"
    if set(lower.split()) & contact_words()["unranked"]:
        return None
    return contact_words().ranks.get(lemma)


def _may_take_part(actor: Annotation[Actor]) -> bool:
    value = actor.value
    if value.kind == "state" or value.office is not None:
        return True
    return bool(set(value.sectors) & contact_words()["sectors"]) or value.country in ("IGO", "UNO", "EUR")


def _of_claim(reading: Reading, telling: Telling) -> tuple[Participant, ...]:
    """The sides of the claim made of the same words, where they are enough for a contact."""
    if telling.claim is None:
        return ()
    value = telling.claim.value
    return of_sides(reading, (*value.actors, *value.recipients))


def of_sides(reading: Reading, sides: Iterable[Side]) -> tuple[Participant, ...]:
    """The sides of a claim as participants, or nothing where they are no two who may be in contact."""
    found: dict[str, Participant] = {}
    for side in sides:
        actor = reading.find(side.actor) if side.actor else None
        if actor is None or not _may_take_part(actor) or (actor.value.kind == "group" and not actor.value.members):
            continue
        for one in [m for i in actor.value.members if (m := reading.find(i))] or [actor]:
            found.setdefault(one.id, _participant(one, None))
    people = tuple(found.values())
    return people if is_contact(people) else ()


def _participant(actor: Annotation[Actor], role: str | None, mention: Mention | None = None) -> Participant:
    value = actor.value
    office = (mention.office if mention else None) or value.office
    rank = office.rank if office and office.rank in rank_order() else None
    return Participant(actor.id, (mention.country if mention else None) or value.country, office, rank, role)


def level_of(people: Iterable[Participant]) -> str:
    """The lowest rank among the principals (the highest-ranking participant of each country), or `unknown`."""
    order = rank_order()
    best: dict[str, str] = {}
    for person in people:
        if person.rank is not None:
            key = person.country or person.actor or ""
            best[key] = min(best.get(key, person.rank), person.rank, key=order.__getitem__)
    return max(best.values(), key=order.__getitem__) if best else "unknown"


def at_home(people: Sequence[Participant], place: EventPlace | None) -> tuple[Participant, ...]:
    """With host and visitor by the place, where the words name neither: who meets others in the own country hosts them.

    Nobody gets a role where the place is in no country of theirs, or a visitor by the words is at home there.
    """
    country = place.country if place else None
    home = {p.country == country for p in people if p.country}
    told = place is not None and place.method in _TOLD_PLACES
    if not told or home != {True, False} or any(p.country == country and p.role == "visitor" for p in people):
        return tuple(people)
    return tuple(
        replace(p, role="host" if p.country == country else "visitor") if p.role is None and p.country else p
        for p in people
    )


def without_stand_ins(reading: Reading, people: Iterable[Participant]) -> tuple[Participant, ...]:
    """Without the states whose own officials are named: "the two countries held talks" when the ministers met."""
    everybody = list(people)
    named = {p.country for p in everybody if p.country and kind_of(reading, p) == "person"}
    return tuple(p for p in everybody if kind_of(reading, p) == "person" or p.country not in named)


def kind_of(reading: Reading, participant: Participant) -> str | None:
    """`person`, `organisation`, `state` or `group`; None for somebody unknown."""
    actor = reading.find(participant.actor) if participant.actor else None
    return actor.value.kind if actor else None
