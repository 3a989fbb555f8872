"""What is said of others and asked of them: wrongs alleged in a clause, whoever is told to leave."""

from typing import TYPE_CHECKING

from dateline.extract.claims.judgements import spoken
from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.senses import Sense


def is_to_blame(sense: "Sense") -> bool:
    """ "Said that Chad was to blame": no object, and "be" right above."""
    scene = sense.slots.scene
    token = scene.tokens[sense.slots.predicate.head]
    above = scene.tokens[token.head]
    return token.tag == "VB" and above.lemma == "be" and not sense.slots.heads("object") and spoken(sense)


def says_sin(sense: "Sense") -> bool:
    """Said as a fact of somebody else that he has done wrong: "said that the government had rigged the vote"."""
    scene = sense.slots.scene
    for head in sense.slots.clause_heads():
        inner = scene.by_head.get(head)
        if inner is None or inner.value.lemma not in politics("sins") or inner.value.negated or inner.value.conditional:
            continue
        if inner.value.modal is None and inner.value.tense != "future" and inner.value.voice == "active":
            return not {w.actor for w in sense.actors} & {w.actor for w in sense.recipients}
    return False


def sent_by_others(sense: "Sense") -> bool:
    """Diplomats and others whom another state or body has sent, as objects or as those who shall do it."""
    scene = sense.slots.scene
    doers = (scene.syntax.child(h, "nsubj") for h in sense.slots.clause_heads())
    heads = [*sense.slots.heads("object"), *(i for i in doers if i is not None)]
    abroad = bool({w.country for w in sense.recipients} - {w.country for w in sense.actors})
    return abroad and any(scene.tokens[i].lemma in politics("sent_abroad") for i in heads)
