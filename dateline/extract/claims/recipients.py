"""Whom a protest, a threat or a refusal is meant for, where the verb's own arguments do not say it."""

from dateline.extract.claims.drafts import Draft
from dateline.extract.claims.scene import STATE, Scene, Who
from dateline.extract.claims.slots import Slots
from dateline.lang.politics import politics

_CONDITIONS = frozenset({"unless", "if", "until"})
_DEMANDING = frozenset(
    {
        "demand",
        "denounce",
        "condemn",
        "protest",
        "urge",
        "oppose",
        "press",
        "pressure",
        "support",
        "accuse",
        "criticise",
    }
)
_OF_DEMAND = ("object", "clause", "against", "from", "object.of", "over", "object.by", "for.of")
_OF_PROTEST = ("against", "against.of", "over.of", "at.of", "object.of", "outside.of", "outside", "of.of")


def find_recipients(draft: Draft, scene: Scene) -> list[Who]:
    """Recipients for a draft that has none; empty where nothing says whom."""
    if draft.type == "PROTEST":
        found = _of_protest(draft, scene)
    elif draft.type == "THREATEN":
        found = _of_condition(draft, scene)
    else:
        return []
    mine = {w.actor for w in draft.actors} - {None}
    return [w for w in found if w.level == STATE and w.kind != "place" and w.actor not in mine]


def _of_protest(draft: Draft, scene: Scene) -> list[Who]:
    """ "Marched to demand that the king resign", "protest over Peru's plan"."""
    found = [w for w in Slots(scene, draft.predicate).first(_OF_PROTEST) if w.level == STATE]
    if found:
        return found
    for predicate in scene.by_id.values():
        value = predicate.value
        if value.governor == draft.predicate.id and value.lemma in _DEMANDING:
            found = [w for w in Slots(scene, predicate).first(_OF_DEMAND) if w.level == STATE]
            if found:
                return found
    return []


def _of_condition(draft: Draft, scene: Scene) -> list[Who]:
    """ "Threatened to leave unless Chad paid": Chad."""
    tokens, syntax = scene.tokens, scene.syntax
    first, last = syntax.sentences[tokens[draft.predicate.value.head].sentence]
    for t in tokens[first:last]:
        if t.dep == "mark" and t.lower in _CONDITIONS:
            subject = syntax.child(t.head, "nsubj", "nsubjpass")
            if subject is not None and tokens[subject].lower not in politics("own"):
                return scene.parties(subject)
    return []
