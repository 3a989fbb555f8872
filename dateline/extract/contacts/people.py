"""Who took part, and at what rank."""

from collections.abc import Iterable, Iterator

from dateline.extract.contacts.circumstances import promised
from dateline.model.actor import Actor
from dateline.model.annotation import Annotation
from dateline.model.claim import Claim, Side
from dateline.model.diplomacy import Participant
from dateline.model.reading import Reading

_VISITING = frozenset({"visit", "travel", "host", "receive", "fly", "welcome"})

# From the highest to the lowest; the level of a contact is the lowest rank among its principals.
RANKS = (
    "head-of-state",
    "head-of-government",
    "foreign-minister",
    "minister",
    "deputy",
    "ambassador",
    "envoy",
    "official",
)


def participants(reading: Reading, claim: Annotation[Claim]) -> tuple[Participant, ...]:
    """The sides of a claim as participants, plurals replaced by their members; host and visitor where one visits."""
    value = claim.value
    visit = value.recipients and (value.mode == "visit" or _is_visit(reading, claim))
    sides = [(s, "visitor" if visit else None) for s in value.actors]
    sides += [(s, "host" if visit else None) for s in value.recipients]
    found: dict[str, Participant] = {}
    for side, role in sides:
        for key, participant in _of_side(reading, side, role):
            found.setdefault(key, participant)
    if len(found) < 2:
        for actor in _invited(reading, claim):
            found.setdefault(actor.id, _of_actor(actor, None))
    return tuple(found.values())


def _is_visit(reading: Reading, claim: Annotation[Claim]) -> bool:
    tokens = reading.parsed.tokens
    return any(tokens[i].lemma in _VISITING for i in reading.parsed.inside(claim.value.trigger))


def _invited(reading: Reading, claim: Annotation[Claim]) -> Iterator[Annotation[Actor]]:
    """Those whom somebody agreed or refused to meet, where the claim itself names one side only."""
    syntax = reading.parsed
    own = [p for p in reading.predicates if p.span.overlap(claim.value.trigger)]
    for predicate in (*own, *promised(reading, claim)):
        for argument in predicate.value.arguments:
            if argument.role == "object" or argument.preposition in ("with", "between"):
                for head in syntax.conjuncts(argument.head):
                    actor = reading.actor_at(syntax.tokens[head].start)
                    if actor:
                        yield actor


def _of_side(reading: Reading, side: Side, role: str | None) -> Iterator[tuple[str, Participant]]:
    actor = reading.find(side.actor) if side.actor else None
    if actor is None:
        yield str(side.mention), Participant(None, side.country, side.office, _rank(side.office), role)
        return
    members = [m for i in actor.value.members if (m := reading.find(i))]
    if members:
        for member in members:
            yield member.id, _of_actor(member, role)
        return
    office = side.office or actor.value.office
    yield actor.id, Participant(actor.id, side.country or actor.value.country, office, _rank(office), role)


def _of_actor(actor: Annotation[Actor], role: str | None) -> Participant:
    office = actor.value.office
    return Participant(actor.id, actor.value.country, office, _rank(office), role)


def _rank(office: object) -> str | None:
    rank = getattr(office, "rank", None)
    return rank if isinstance(rank, str) and rank in RANKS else None


def level_of(people: Iterable[Participant]) -> str:
    """The lowest rank among the principals (the highest-ranking participant of each country), or `unknown`."""
    best: dict[str, int] = {}
    for person in people:
        if person.rank is not None:
            key = person.country or person.actor or ""
            best[key] = min(best.get(key, len(RANKS)), RANKS.index(person.rank))
    return RANKS[max(best.values())] if best else "unknown"


def without_stand_ins(reading: Reading, people: Iterable[Participant]) -> tuple[Participant, ...]:
    """Without the states whose own officials are named: "the two countries held talks" when the ministers met."""
    everybody = list(people)
    named = {p.country for p in everybody if p.country and _kind(reading, p) == "person"}
    return tuple(p for p in everybody if _kind(reading, p) == "person" or p.country not in named)


def _kind(reading: Reading, participant: Participant) -> str | None:
    actor = reading.find(participant.actor) if participant.actor else None
    return actor.value.kind if actor else None
