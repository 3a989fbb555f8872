"""One verb, two acts: tasks given and charges made, sentences and words, visits offered and demands."""

from typing import TYPE_CHECKING

from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.senses import Sense


def has_task(sense: "Sense") -> bool:
    """ "Charged the inspectors with verifying": a task is given, and nobody is accused."""
    scene = sense.slots.scene
    for i in scene.syntax.children(sense.slots.predicate.head):
        deed = scene.syntax.child(i, "pcomp") if scene.tokens[i].lower == "with" else None
        if deed is not None:
            return scene.tokens[deed].lemma in politics("tasks")
    return False


def condemned_to(sense: "Sense") -> bool:
    """ "Condemned him to death", "the leader to ten years": a sentence, and no words."""
    tokens = sense.slots.scene.tokens
    found = [*sense.slots.heads_at("to"), *sense.slots.heads_at("object.to")]
    return any(tokens[i].lemma in politics("prison") | {"death", "year", "month"} for i in found)


def offers_visit(sense: "Sense") -> bool:
    """ "Invited him to visit", "invited Chad to join": a visit or a membership is offered, and nothing demanded."""
    tokens = sense.slots.scene.tokens
    heads = sense.slots.clause_heads()
    return (
        sense.slots.predicate.lemma == "invite"
        and bool(heads)
        and all(tokens[h].lemma in politics("offered_by_inviting") for h in heads)
    )
