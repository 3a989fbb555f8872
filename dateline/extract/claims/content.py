"""What a request or a refusal is about: a meeting, help, giving way, or some other change."""

from dateline.extract.claims.governed import Governors, rejected_mode
from dateline.extract.claims.senses import Sense, Senses

_MEETING = frozenset(
    {"meeting", "talk", "negotiation", "dialogue", "invitation", "mediation", "summit", "conference", "visit"}
)
_HELP = frozenset({"aid", "assistance", "help", "offer", "cooperation", "loan", "support", "bailout", "extradition"})
_YIELD = frozenset({"ceasefire", "truce", "release", "withdrawal", "cease-fire", "pullout", "disarmament", "halt"})


def mode_of_content(sense: Sense, senses: Senses, governors: Governors) -> str | None:
    """The mode of a request or rejection from the deed that it is about."""
    slots, tokens = sense.slots, senses.scene.tokens
    words = [tokens[i].lemma for slot in ("object", "for", "to") for i in slots.heads(slot)]
    for nouns, mode in ((_MEETING, "meet"), (_YIELD, "yield"), (_HELP, "assist")):
        if any(w in nouns for w in words):
            return mode
    heads = slots.clause_heads() + slots.heads("for") + slots.heads("object")
    for head in heads:
        inner = senses.scene.by_head.get(head)
        if inner is None:
            continue
        if governors.lexicon.governors.get(inner.value.lemma) in ("stop", "cancel"):
            return "yield"
        found = senses.of(inner)
        if found:
            return rejected_mode(found[0].type)
    return "change" if slots.clause_heads() else None
