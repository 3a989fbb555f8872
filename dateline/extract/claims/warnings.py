"""Dangers and forecasts, which sound like threats and are none."""

from typing import TYPE_CHECKING

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
