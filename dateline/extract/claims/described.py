"""Recipients that have no name and are no mention ("both sides", "the two"), and what is only the doer's own."""

from dataclasses import replace

from dateline.extract.claims.drafts import Draft
from dateline.extract.claims.nonevents import TO_SOMEBODY
from dateline.extract.claims.scene import SOCIAL, Scene, Who, among
from dateline.extract.claims.slots import Slots
from dateline.lang.politics import politics

_SAID_TO = ("object", "on", "to", "upon")
_LONGEST = 7
_OWN = frozenset({"his", "her", "its", "their", "our", "my"})
_HELD_AS = frozenset({"hostage", "captive", "prisoner"})
_DONE_WITH_OWN = frozenset({"REJECT", "AGREE", "CONCEDE", "RETREAT"})


def of_somebody_described(draft: Draft, scene: Scene) -> list[Who]:
    """ "Urged both sides to talk", "accused the auditors of lying": whoever that is, in those words."""
    slots = Slots(scene, draft.predicate)
    if draft.rule not in TO_SOMEBODY or not (draft.type == "ACCUSE" or slots.clause_heads()):
        return []
    if draft.predicate.value.form != "verb":
        return []
    for slot in _SAID_TO if draft.type == "REQUEST" else ("object",):
        if heads := slots.heads(slot):
            return [who for i in heads if (who := _described(i, scene)) is not None]
    return []


def _described(index: int, scene: Scene) -> Who | None:
    token, known = scene.tokens[index], scene.who(index)
    if known is not None:
        return replace(known, level=SOCIAL) if known.form != "pronoun" else None
    if places := scene.parties(index):
        return places[0]  # a province that is urged
    counted = token.tag == "CD" or token.lower in politics("others")
    if not counted and not (token.pos == "NOUN" and token.lemma in politics("addressed")):
        return None
    first, _ = scene.syntax.edges(index)
    span = scene.syntax.span(max(first, index - _LONGEST), index + 1)
    plural = token.tag in ("NNS", "CD")
    return Who(index, span, None, None, (), "group", plural=plural, form="nominal", level=SOCIAL)


def without_own(draft: Draft, scene: Scene) -> list[Who]:
    """The recipients without what is the doer's own: of "refused to reduce his forces", "offered to send its envoy".

    Nor is "hostage" anybody of "whom they had taken hostage".
    """
    kept = [w for w in draft.recipients if len(draft.recipients) == 1 or not _is_state_of(w, scene)]
    return [w for w in kept if draft.type not in _DONE_WITH_OWN or not _is_own(w, draft, scene)]


def _is_state_of(who: Who, scene: Scene) -> bool:
    token = scene.tokens[who.head]
    return token.tag == "NN" and token.lemma in _HELD_AS and not scene.syntax.children(who.head)


def _is_own(who: Who, draft: Draft, scene: Scene) -> bool:
    owner = scene.syntax.child(who.head, "poss")
    if who.form != "nominal" or owner is None or scene.tokens[owner].lower not in _OWN:
        return False
    whose = scene.who(owner)
    return whose is not None and among(whose, draft.actors)
