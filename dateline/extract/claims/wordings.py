"""One verb, two acts: tasks given and charges made, sentences and words, visits offered and demands."""

from typing import TYPE_CHECKING

from dateline.extract.claims.scene import HIGH, Who
from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.senses import Sense


def has_task(sense: "Sense") -> bool:
    """ "Charged the inspectors with verifying": a task is given, and nobody is accused."""
    scene = sense.slots.scene
    around = [sense.slots.predicate.head, *sense.slots.heads("object")]
    for i in (j for head in around for j in scene.syntax.children(head)):
        deed = scene.syntax.child(i, "pcomp", "pobj") if scene.tokens[i].lower == "with" else None
        if deed is not None and scene.tokens[deed].tag == "VBG":
            return scene.tokens[deed].lemma in politics("tasks")
    return False


def condemned_to(sense: "Sense") -> bool:
    """ "Condemned him to death", "the leader to ten years": a sentence, and no words."""
    tokens = sense.slots.scene.tokens
    found = [*sense.slots.heads_at("to"), *sense.slots.heads_at("object.to")]
    return any(tokens[i].lemma in politics("prison") | {"death", "year", "month"} for i in found)


def really_ready(sense: "Sense") -> bool:
    """ "Is well prepared to join": how far somebody has come, and no promise."""
    scene = sense.slots.scene
    below = (scene.tokens[i] for i in scene.syntax.children(sense.slots.predicate.head))
    near = {scene.tokens[i].lower for i in scene.syntax.inside(sense.slots.annotation.span)} | {t.lower for t in below}
    return not near & {"well", "ill", "poorly", "better", "best"}


def no_praise(sense: "Sense") -> bool:
    """ "Gave him full credit for it" lends no money."""
    scene = sense.slots.scene
    for i in sense.slots.heads("object"):
        if scene.tokens[i].lemma == "credit" and sense.slots.heads("for"):
            below = {scene.tokens[j].lower for j in scene.syntax.children(i) if j < i}
            return bool(below - {"any", "full", "much", "no", "some", "great", "due"})
    return True


def no_question(sense: "Sense") -> bool:
    """ "Pressed by the host about how he would do it": only an answer is asked for."""
    if sense.slots.predicate.lemma not in ("press", "push", "pressure"):
        return True
    scene = sense.slots.scene
    below = scene.syntax.children(sense.slots.predicate.head)
    return not any(scene.tokens[i].lower == "about" for i in below)


def offers_visit(sense: "Sense") -> bool:
    """ "Invited him to visit", "invited Chad to join": a visit or a membership is offered, and nothing demanded."""
    tokens = sense.slots.scene.tokens
    heads = sense.slots.clause_heads()
    return (
        sense.slots.predicate.lemma == "invite"
        and bool(heads)
        and all(tokens[h].lemma in politics("offered_by_inviting") for h in heads)
    )


def is_silence(sense: "Sense", clause: int) -> bool:
    """ "Refused to comment": nobody is refused anything, but "refused to respond to the king's demand" is a no."""
    scene = sense.slots.scene
    inner = scene.by_head.get(clause)
    answered = inner is not None and any(
        a.preposition == "to" and scene.tokens[a.head].lemma in politics("answered_requests")
        for a in inner.value.arguments
    )
    return scene.tokens[clause].lemma in politics("silences") and not answered


def leaves_dead(sense: "Sense") -> bool:
    """ "Exchanged fire, leaving a soldier dead"."""
    scene = sense.slots.scene
    behind = {t.lower for h in sense.slots.heads("object") for t in scene.tokens[h : h + 3]}
    return sense.slots.predicate.lemma == "leave" and bool(behind & politics("left_behind"))


def only_offered(sense: "Sense") -> bool:
    """ "Offered his resignation": nobody has gone."""
    above = sense.slots.scene.by_id.get(sense.slots.predicate.governor or "")
    return sense.slots.predicate.light == "offer" or (above is not None and above.value.lemma == "offer")


def has_ruled(who: Who) -> bool:
    return who.office is not None and (who.office.rank in HIGH or who.office.title.lower() in politics("ruled"))


def left_open(sense: "Sense", governor: str) -> bool:
    """ "Refused to say whether they would meet": nobody is refused a meeting. `governor` is the refusal's id."""
    between = sense.slots.scene.by_id.get(sense.slots.predicate.governor or "")
    return between is not None and between.id != governor and between.value.lemma in politics("silences")
