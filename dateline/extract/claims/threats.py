"""Warnings: whose deed is threatened and who is warned; dangers and forecasts, which only sound like threats."""

from typing import TYPE_CHECKING

from dateline.extract.claims.judgements import power, sentence_words
from dateline.extract.claims.scene import Who
from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.senses import Sense

_DANGERS = frozenset({"threat", "nuclear threat", "intimidation"})
# "Any attack would be met with force", "would bring war": an answer that is announced.
_ANSWERED = frozenset({"meet", "bring", "draw", "trigger", "provoke", "lead", "result", "face", "be", "mean", "cost"})


def no_danger(sense: "Sense") -> bool:
    """ "Chad's threat to its neighbours" is the danger that it is; a threat is made, or to do something."""
    predicate = sense.slots.predicate
    if predicate.lemma not in _DANGERS or predicate.light is not None:
        return True
    return bool(sense.slots.heads("against") or sense.slots.clause_heads()) or not sense.slots.heads("to")


def no_forecast(sense: "Sense") -> bool:
    """ "Warned that the exit would weaken the economy": what a thing will do is foreseen and not threatened."""
    scene = sense.slots.scene
    if sense.slots.heads("object"):
        return True
    for head in sense.slots.clause_heads():
        doer = scene.syntax.child(head, "nsubj", "nsubjpass")
        thing = doer is not None and scene.who(doer) is None and scene.tokens[doer].tag in ("NN", "NNS")
        if thing and scene.tokens[head].lemma not in _ANSWERED:
            return False
    return True


def no_blow_foreseen(sense: "Sense") -> bool:
    """ "Warned that Chad could attack": whoever warns of another's blow, and warns nobody by name, threatens nobody."""
    scene = sense.slots.scene
    if warned(sense):
        return True
    for head in sense.slots.clause_heads():
        doer = scene.syntax.child(head, "nsubj")
        who = scene.who(doer) if doer is not None else None
        if who is not None and who.level and scene.tokens[head].lemma in politics("blows"):
            return False
    return True


def warns(sense: "Sense") -> bool:
    """A warning is a threat where the one who warns is the one who would do it."""
    return bool(sentence_words(sense) & politics("warnings"))


def warned(sense: "Sense") -> list[Who]:
    """Whoever is warned by name: the parser takes the doer of the clause for him where nobody is."""
    doers = {w.span for w in sense.slots.fill("clause")}
    return [w for w in sense.slots.fill("object") if w.span not in doers]


def warns_of_own_deed(sense: "Sense") -> bool:
    """ "The ambassador warned that Washington could cut aid": those who would do it are on the side that warns."""
    countries = {w.country for w in sense.actors} - {None}
    return any(power(w) and w.country in countries for w in sense.slots.fill("clause"))


def will_not(sense: "Sense") -> bool:
    scene = sense.slots.scene
    for head in sense.slots.clause_heads():
        inner = scene.by_head.get(head)
        if (
            inner is not None
            and inner.value.negated
            and (inner.value.tense == "future" or inner.value.modal == "would")
        ):
            return True
    return False
