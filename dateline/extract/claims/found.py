"""Acts that the rules leave: a word of the lexicon with somebody on either side, whose type the network is sure of.

The rules ask for certain words and certain sides. Where they make nothing of a predicate that can be an act, the
network is asked what it tells; whether that is true is left to the checker, which is stricter with these than with the
rules' own.
"""

from collections.abc import Sequence

from dateline.extract.claims.drafts import Draft, Drafter
from dateline.extract.claims.network import Asked, Judged, network
from dateline.extract.claims.scene import STATE, Scene, Who, among
from dateline.extract.claims.slots import Slots
from dateline.extract.claims.status import recoded
from dateline.extract.claims.typer import NONE
from dateline.model.annotation import Annotation
from dateline.model.predicate import Predicate

RULE = "network"
# The network's own word is too sure of itself to be the prior; below the first it was right one time in eight.
_SURE = 0.8
_PRIOR = 0.6
_DOERS = {"verb": ("subject", "by"), "noun": ("subject", "of", "by")}
_OTHERS = ("object", "indirect", "with", "to", "against", "on", "from", "by", "of", "for", "at", "between", "object.of")
_SAID = frozenset({"REQUEST", "ACCUSE"})
_NOT_TOLD = frozenset({"called-for", "unknown"})


def found(scene: Scene, drafter: Drafter, drafts: Sequence[Draft]) -> list[Draft]:
    """A draft for each predicate without one that the network takes for an act between those who stand around it.

    One side must be a state, a ruler or a body of power: among people alone hardly anything found is true, and to ask
    for all of it would cost more than all other claims.
    """
    taken = {d.predicate.value.head for d in drafts}
    places = [
        (predicate, *sides)
        for predicate in scene.reading.predicates
        if predicate.value.head not in taken
        and predicate.id not in drafter.consumed
        and not any(d.trigger.overlap(predicate.span) for d in drafts)
        and scene.reading.tells(predicate.span)
        and _is_told(drafter, predicate)
        and (sides := _sides(scene, predicate)) is not None
    ]
    judged = network().judge(scene.text, [_asked(scene, *place) for place in places])
    made = (_draft(drafter, *place, judged=j) for place, j in zip(places, judged, strict=True))
    return [draft for draft in made if draft is not None]


def _is_told(drafter: Drafter, predicate: Annotation[Predicate]) -> bool:
    """Whether a word of the lexicon tells of something that is, was or will be."""
    types = {entry.type for entry in drafter.senses.entries(predicate.value)}
    return any(drafter.statuses.of(predicate, kind) not in _NOT_TOLD for kind in types)


def _sides(scene: Scene, predicate: Annotation[Predicate]) -> tuple[list[Who], list[Who]] | None:
    slots = Slots(scene, predicate)
    actors = [w for w in slots.first(_DOERS[predicate.value.form]) if w.level and w.kind != "place"]
    recipients = [w for w in slots.first(_OTHERS) if w.level and not among(w, actors)] if actors else []
    ruling = any(w.level == STATE for w in (*actors, *recipients))
    return (actors, recipients) if recipients and ruling else None


def _asked(scene: Scene, predicate: Annotation[Predicate], actors: list[Who], recipients: list[Who]) -> Asked:
    sentence = scene.syntax.sentence_span(scene.tokens[predicate.value.head].sentence)
    source, target = (next((w.span for w in side if sentence.contains(w.span)), None) for side in (actors, recipients))
    return Asked(sentence, source, target, predicate.span)


def _draft(
    drafter: Drafter, predicate: Annotation[Predicate], actors: list[Who], recipients: list[Who], *, judged: Judged
) -> Draft | None:
    event_type = max(judged.type, key=judged.type.__getitem__)
    if event_type == NONE or judged.type[event_type] < _SURE:
        return None
    status = drafter.statuses.of(predicate, event_type)
    event_type, mode, status = recoded(event_type, None, status, unwilling=False)
    if status in _NOT_TOLD or (event_type in _SAID and status in ("planned", "hypothetical")):
        return None
    return Draft(
        predicate=predicate,
        type=event_type,
        mode=mode,
        status=status,
        trigger=predicate.span,
        actors=actors,
        recipients=recipients,
        rule=RULE,
        prior=_PRIOR,
    )
