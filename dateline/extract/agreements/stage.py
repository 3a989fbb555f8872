"""The stage: phrases, acts, and which phrases are one agreement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dateline.extract.agreements.acts import FoundAct, acts
from dateline.extract.agreements.limits import limits_of
from dateline.extract.agreements.phrases import Phrase, phrases
from dateline.extract.agreements.subjects import subject_of
from dateline.lang.diplomacy import agreement_words, contact_words
from dateline.model import layers
from dateline.model.annotation import Annotation, Namer
from dateline.model.diplomacy import Act, Agreement, Signatory
from dateline.model.reading import Reading
from dateline.model.time import EventDate
from dateline.ontology.agreements import KnownAgreement

_JOINT = frozenset({"negotiated", "signed"})
_BODIES = frozenset({"IGO", "UNO", "EUR"})
_OF_FIRMS = frozenset({"negotiated", "signed", "ratified", "extended"})  # what firms and clubs do to their agreements
_ASIDE = frozenset({"denied", "refused", "cancelled", "hypothetical", "called-for", "planned"})


@dataclass(slots=True)
class _Thing:
    """One agreement in the making."""

    name: str
    first: Phrase
    known: KnownAgreement | None
    named: list[Phrase] = field(default_factory=list)
    acts: list[FoundAct] = field(default_factory=list)


class Agreements:
    """Agreements of a report with their parties and acts. One that nothing is said to be done about is left out."""

    name = "agreements"
    requires = frozenset(
        {layers.SYNTAX, layers.REGION, layers.MENTION, layers.ACTOR, layers.TIME, layers.PREDICATE, layers.CLAIM}
        | {layers.EVENT_DATE}
    )
    provides = frozenset({layers.AGREEMENT})

    def __call__(self, reading: Reading) -> Iterator[Annotation[Agreement]]:
        found = _with_antecedents(phrases(reading))
        if not found:
            return
        things = _things(found)
        for act in acts(reading, found):
            things[act.phrase.head].acts.append(act)
        namer = Namer(reading.document.id, layers.AGREEMENT)
        seen: set[int] = set()
        for phrase in found:
            thing = things[phrase.head]
            if thing.acts and id(thing) not in seen:
                seen.add(id(thing))
                value = _agreement(reading, thing)
                if value.acts:
                    yield Annotation(namer(thing.first.span), layers.AGREEMENT, thing.first.span, self.name, value)


def _with_antecedents(found: Iterable[Phrase]) -> list[Phrase]:
    """Without "the deal" and the like where nothing is named before that it could point back to."""
    kept: list[Phrase] = []
    for phrase in found:
        if kept or not phrase.bare or phrase.name.lower() in agreement_words().speaking:
            kept.append(phrase)
    return kept


def _things(found: list[Phrase]) -> dict[int, _Thing]:
    """Which agreement each phrase (by head) names: by its name, or the last one where the phrase only points back."""
    by_name: dict[str, _Thing] = {}
    by_head: dict[int, _Thing] = {}
    last: _Thing | None = None
    for phrase in found:
        key = phrase.name.lower()
        if phrase.bare and last is not None:
            thing = last
        elif key in by_name:
            thing = by_name[key]
        else:
            thing = by_name[key] = _Thing(phrase.name, phrase, phrase.known)
        thing.named.append(phrase)
        by_head[phrase.head] = thing
        last = thing
    return by_head


def _agreement(reading: Reading, thing: _Thing) -> Agreement:
    made: list[Act] = []
    for found in thing.acts:
        act = _act(reading, found)
        if act and not any(_same(act, other) for other in made):
            made.append(act)
    return Agreement(
        thing.name,
        _parties(reading, thing, made),
        tuple(made),
        subject_of(reading, thing.named),
        limits_of(reading, thing.named, thing.acts),
    )


def _act(reading: Reading, found: FoundAct) -> Act | None:
    claim = next((c for c in reading.claims if c.span.overlap(found.predicate.span)), None)
    free = found.act == "proposed" or (claim is not None and claim.value.type in ("REJECT", "SANCTION"))
    if claim and claim.value.status in _ASIDE and not free:
        return None
    by = _actors(reading, found)
    if found.act in _OF_FIRMS and found.phrase.known is None and by and not any(_is_political(reading, i) for i in by):
        return None
    dated = reading.of_predicate(layers.EVENT_DATE, found.predicate.id)
    date: EventDate | None = replace(dated.value, predicate=None) if dated else None
    return Act(found.act, by, found.span, date, claim.id if claim else None)


def _is_political(reading: Reading, actor_id: str) -> bool:
    """Whether it is a state, a body or somebody who acts for one, and no firm or club."""
    actor = reading.find(actor_id)
    if actor is None:
        return False
    value = actor.value
    if value.kind in ("state", "group"):
        return "BUS" not in value.sectors
    return value.office is not None or bool(set(value.sectors) & contact_words()["sectors"]) or value.country in _BODIES


def _actors(reading: Reading, found: FoundAct) -> tuple[str, ...]:
    tokens = reading.parsed.tokens
    ids: list[str] = []
    for head in found.doers:
        actor = reading.actor_at(tokens[head].start)
        for one in (actor.value.members or (actor.id,)) if actor else ():
            if one not in ids:
                ids.append(one)
    return tuple(ids)


def _same(act: Act, other: Act) -> bool:
    if act.act != other.act or (act.by and other.by and set(act.by) != set(other.by)):
        return False
    return act.date is None or other.date is None or act.date.start[:4] == other.date.start[:4]


def _parties(reading: Reading, thing: _Thing, made: list[Act]) -> tuple[Signatory, ...]:
    states = {a.value.country: a.id for a in reversed(reading.actors) if a.value.kind == "state"}
    if thing.known:
        return tuple(Signatory(states.get(code), code) for code in thing.known.parties)
    ids = [i for act in made if act.act in _JOINT or act.act == "proposed" for i in act.by]
    parties: dict[str, Signatory] = {}
    for one in ids:
        actor = reading.find(one)
        if actor:
            parties.setdefault(actor.value.country or one, Signatory(one, actor.value.country))
    return tuple(parties.values())
