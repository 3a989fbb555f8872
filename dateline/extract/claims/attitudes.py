"""Moods, figures of speech and thoughts about policy: what sounds like an act and changes nothing."""

from typing import TYPE_CHECKING

from dateline.extract.claims.judgements import power
from dateline.extract.claims.scene import ARMED, STATE, Scene, Who
from dateline.extract.claims.slots import Slots
from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.drafts import Draft

_HOLDS_NOBODY = frozenset({"PTY", "JRN", "BUS", "NGO", "CVL", "ELI", "LEG"})
_SPEAKERS = frozenset({"i", "we"})
_GIVEN = frozenset({"AID", "COOPERATE"})


def mood_of_many(draft: "Draft", scene: Scene) -> bool:
    """ "Republicans voiced doubts about him": what a nameless many feels, of whom none has an office."""
    if draft.type != "ACCUSE" or draft.mode not in ("disapprove", None) or not draft.actors:
        return False
    slots = Slots(scene, draft.predicate)
    felt = [scene.tokens[i].lemma for i in slots.heads("object")] + draft.predicate.value.lemma.split()[-1:]
    return bool(set(felt) & politics("moods")) and all(_is_many(w) for w in draft.actors)


def _is_many(who: Who) -> bool:
    return who.plural and who.office is None and who.kind != "state" and set(who.sectors) <= {"PTY", "CVL"}


def own_rhetoric(draft: "Draft", scene: Scene) -> bool:
    """ "We refuse to live in fear", said by a speaker of himself: nobody has asked him for it."""
    if draft.rule != "reject.refuse_clause" or draft.recipients or len(draft.actors) != 1:
        return False
    quote = scene.quote_at(draft.trigger)
    return quote is not None and scene.tokens[draft.actors[0].head].lower in _SPEAKERS


def no_apologies(draft: "Draft", scene: Scene) -> bool:
    """ "Makes no apologies for it": whoever says so stands by it, and was asked for nothing."""
    value = draft.predicate.value
    return (
        draft.type == "CONCEDE"
        and draft.status == "denied"
        and value.light in ("make", "offer")
        and value.noun is not None
        and scene.tokens[value.noun].tag == "NNS"
    )


def policy_thought(draft: "Draft", _scene: Scene) -> bool:
    """ "If the government gave the money to the schools": how a state might spend at home."""
    if draft.type not in _GIVEN or draft.status != "hypothetical":
        return False
    sides = (*draft.actors, *draft.recipients)
    abroad = len({w.country for w in sides} - {None}) > 1
    return not abroad and not any(w.kind == "state" or set(w.sectors) & ARMED for w in sides)


def freed_by_nobody(draft: "Draft", _scene: Scene) -> bool:
    """A list of names that a party released: only whoever holds people can free them."""
    doers = draft.actors
    return draft.rule == "retreat.release" and bool(doers) and all(_holds_nobody(w) for w in doers)


def _holds_nobody(who: Who) -> bool:
    return bool(who.sectors) and set(who.sectors) <= _HOLDS_NOBODY and who.office is None and not power(who)


def in_youth(draft: "Draft", scene: Scene) -> bool:
    """ "Convicted of assault as a young man", "urged her classmates": told of somebody's youth."""
    slots = Slots(scene, draft.predicate)
    peers = politics("schoolmates")
    if draft.type == "REQUEST" and draft.recipients:
        return all(scene.tokens[w.head].lemma in peers for w in draft.recipients)
    for i in slots.heads("as"):
        young = any(scene.tokens[j].lower in ("young", "teenage") for j in scene.syntax.children(i))
        if scene.tokens[i].lemma in politics("youth") or young:
            return True
    return False


def what_it_is(draft: "Draft", scene: Scene) -> bool:
    """ "Insists that the party must be a party of ideas": what somebody should be like, and nothing to do."""
    if draft.rule not in ("request.demand", "request.should", "request.must", "reject.hold_out"):
        return False
    heads = Slots(scene, draft.predicate).clause_heads()
    return bool(heads) and all(
        scene.tokens[i].lemma == "be" and scene.syntax.child(i, "attr") is not None for i in heads
    )


def of_own_house(draft: "Draft", scene: Scene) -> bool:
    """ "Called for a voice vote", "the party called for a roll call": how a meeting is run."""
    if draft.type != "REQUEST" or draft.recipients:
        return False
    slots = Slots(scene, draft.predicate)
    asked = [i for place in ("object", "for") for i in slots.heads(place)]
    words = {scene.tokens[j].lower for i in asked for j in (i, *scene.syntax.children(i))}
    return bool(words & politics("of_meetings"))


def in_general(draft: "Draft", scene: Scene) -> bool:
    """ "Has no problem with presidents criticising judges": bare kinds of people on both sides."""
    if any(_or_another(w, scene) for w in draft.recipients):
        return True
    sides = (*draft.actors, *draft.recipients)
    words = draft.type in ("ACCUSE", "SUPPORT", "REQUEST", "REJECT") and bool(draft.actors and draft.recipients)
    bare = words and all(_is_bare(w, scene) for w in sides)
    return bare and scene.tokens[draft.predicate.value.head].tag in ("VBG", "VB")


def _or_another(who: Who, scene: Scene) -> bool:
    """ "Backed one side or another"."""
    first, last = scene.syntax.edges(who.head)
    lower = [t.lower for t in scene.tokens[first : last + 2]]
    return any(lower[i : i + 2] == ["or", "another"] for i in range(len(lower)))


def _is_bare(who: Who, scene: Scene) -> bool:
    below = [scene.tokens[i] for i in scene.syntax.children(who.head) if i < who.head]
    nameless = who.form == "nominal" and who.plural and who.country is None
    return nameless and who.level <= STATE and not any(t.dep in ("det", "poss", "nummod") for t in below)


def private_quarrel(draft: "Draft", scene: Scene) -> bool:
    """ "Accused the tenant of calling the police": a quarrel at home or at work."""
    if draft.type not in ("ACCUSE", "THREATEN", "REJECT", "REQUEST", "CONCEDE"):
        return False
    said_to = [w.head for w in draft.recipients] or Slots(scene, draft.predicate).heads("object")
    private = bool(said_to) and all(scene.tokens[i].lemma in politics("private_people") for i in said_to)
    return private and not any(map(power, draft.actors))
