"""Sides that stand a step away in the sentence: the threatened in a condition, who made what is voted down."""

from dateline.extract.claims.drafts import Draft
from dateline.extract.claims.scene import Scene, Who, among
from dateline.extract.claims.slots import Slots
from dateline.lang.politics import politics

_CONDITIONS = frozenset({"unless", "if"})
_THREATS = frozenset({"warn", "threaten", "hit"})
_OWN_GAIN = frozenset({"get", "get back", "receive", "obtain", "win", "have", "regain", "gain"})
_PRONOUNS = frozenset({"it", "he", "she", "they"})
_THREATENED = ("object", "on", "against")
_TALKS = frozenset({"talk", "negotiation", "meeting"})
_TRIES = frozenset({"try", "seek", "want", "hope", "attempt", "plan"})
_PUSHES = frozenset({"push", "get", "steer", "promote"})
_LEAVING = frozenset({"withdrawal", "pullout", "pull-out", "departure", "retreat", "exit"})
_BROUGHT = frozenset({"return", "release", "extradition", "handover", "transfer"})


def with_hidden(draft: Draft, scene: Scene) -> Draft:
    """The draft with the sides that the sentence names elsewhere than beside the verb."""
    if (threatened := _under_threat(draft, scene)) is not None:
        draft.actors = threatened
        draft.recipients = [w for w in draft.recipients if not among(w, threatened)]
    draft.recipients += _further(draft, scene)
    if draft.type == "REJECT" and not draft.recipients:
        found = _in_talks(draft, scene) or _of_text(draft, scene)
        draft.recipients = [w for w in found if w.level and w.kind != "place" and not among(w, draft.actors)]
    return draft


def _under_threat(draft: Draft, scene: Scene) -> list[Who] | None:
    """ "Chad would bomb Niger unless it left": Niger is to leave; what it gets or wins is the threatener's gain."""
    value, tokens = draft.predicate.value, scene.tokens
    clause = tokens[value.head]
    marks = {tokens[i].lower for i in scene.syntax.children(value.head) if tokens[i].dep == "mark"}
    conditional = clause.dep == "advcl" and marks & _CONDITIONS and (value.negated or "unless" in marks)
    if not conditional or value.lemma in _OWN_GAIN:
        return None
    subject = scene.syntax.child(value.head, "nsubj")
    above = scene.by_head.get(clause.head)
    if subject is None or tokens[subject].lower not in _PRONOUNS or above is None or above.value.voice == "passive":
        return None
    if not {above.value.lemma, above.value.light} & (_THREATS | politics("warnings")):
        return None
    found = [w for w in Slots(scene, above).first(_THREATENED) if w.level]
    persons = any(w.kind == "person" for w in found)
    return found if found and persons == (tokens[subject].lower in ("he", "she")) else None


def _further(draft: Draft, scene: Scene) -> list[Who]:
    """ "His wife, Ann, and his father": the parser counts the father among the names of the wife."""
    tokens, syntax = scene.tokens, scene.syntax
    names = [i for w in draft.recipients for i in syntax.children(w.head) if tokens[i].dep == "appos"]
    members = [j for i in names for j in syntax.conjuncts(i) if j != i]
    described = [j for j in members if syntax.child(j, "poss") is not None and tokens[j].pos == "NOUN"]
    found = [who for j in described if (who := scene.who(j)) is not None and who.level]
    return [w for w in found if not among(w, draft.actors) and not among(w, draft.recipients)]


def asked(draft: Draft, scene: Scene) -> list[Who]:
    """The recipients of a draft, without the places from and to which somebody is asked to go.

    "Called for Chad's withdrawal from Niger": Chad is asked; "for his return to Chad": nobody is named.
    """
    kept = list(draft.recipients)
    if draft.rule != "request.demand_thing":
        return kept
    for head in Slots(scene, draft.predicate).heads("for"):
        if scene.tokens[head].lemma not in _LEAVING | _BROUGHT:
            continue
        first, last = scene.syntax.edges(head)
        owner = scene.syntax.child(head, "poss")
        kept = [w for w in kept if not head < w.head < last or _is_written_to(w, scene)]
        if scene.tokens[head].lemma in _LEAVING and owner is not None:
            kept += [w for w in scene.parties(owner) if w.level and not among(w, kept) and not among(w, draft.actors)]
        kept = [w for w in kept if not (first <= w.head < head and scene.tokens[w.head].dep == "compound")]
    return kept


def _is_written_to(who: Who, scene: Scene) -> bool:
    """ "For the return of the files in a letter to Chad"."""
    to = scene.tokens[scene.tokens[who.head].head]
    return to.lower == "to" and scene.tokens[to.head].lemma in politics("writings")


def _in_talks(draft: Draft, scene: Scene) -> list[Who]:
    """ "Rejected the treaty in talks with Chad"."""
    slots = Slots(scene, draft.predicate)
    for place in ("in", "object.in"):  # the parser may hang the talks on what is rejected
        if any(scene.tokens[h].lemma in _TALKS for h in slots.heads_at(place)):
            return slots.fill(f"{place}.with")
    return []


def _of_text(draft: Draft, scene: Scene) -> list[Who]:
    """ "Voted against the premier's bill", "a bill that the premier tried to pass was blocked"."""
    slots = Slots(scene, draft.predicate)
    if draft.rule == "reject.vote_against":
        return [w for h in slots.heads("against") if (i := scene.syntax.child(h, "poss")) for w in scene.parties(i)]
    for head in slots.heads("object"):
        for i in scene.syntax.children(head):
            if scene.tokens[i].dep != "relcl" or scene.tokens[i].lemma not in _TRIES:
                continue
            deed, maker = scene.syntax.child(i, "xcomp"), scene.syntax.child(i, "nsubj")
            if deed is not None and maker is not None and scene.tokens[deed].lemma in _PUSHES | politics("makes"):
                return scene.parties(maker)
    return []
