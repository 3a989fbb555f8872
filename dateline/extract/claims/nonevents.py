"""Drafts that tell of nothing done: part of a name, a description, a crime, words to voters, what is done by nobody."""

from typing import TYPE_CHECKING

from dateline.extract.claims.scene import STATE, Scene, Who, among
from dateline.extract.claims.slots import Slots
from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.drafts import Draft

_ATTITUDES = frozenset({"support.support", "support.side", "reject.reject_actor", "reject.opposed", "accuse.critical"})
# Whoever is accused or urged is somebody, whatever the word: things are neither.
TO_SOMEBODY = frozenset({"accuse.accuse", "request.urge", "request.ask"})
_ADDRESSED = ("object", "indirect", "to", "with", "against")
_SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})
_WISHED = frozenset({"CONCEDE", "AGREE", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONSULT"})


def in_private(draft: "Draft", scene: Scene) -> bool:
    """ "Signed a confidentiality agreement": a contract between persons."""
    if draft.rule not in ("support.sign", "support.signing"):
        return False
    heads = [i for place in ("object", "of", "on") for i in Slots(scene, draft.predicate).heads(place)]
    near = [scene.tokens[j].lower for i in heads for j in (i, *scene.syntax.children(i))]
    return bool(set(near) & politics("contracts"))


def by_nobody(draft: "Draft", scene: Scene) -> bool:
    """ "No candidate supports it", "they support it" of nobody knows whom."""
    return bool(draft.actors) and all(_is_empty(w, scene) for w in draft.actors)


def _is_empty(who: Who, scene: Scene) -> bool:
    token = scene.tokens[who.head]
    if any(scene.tokens[i].lower == "no" for i in scene.syntax.children(who.head) if i < who.head):
        return True
    unknown = token.lower in ("they", "them") and (who.name or "they").lower() in ("they", "them")
    return unknown and not who.country and set(who.sectors) <= {"CVL"}


def only_described(draft: "Draft", scene: Scene) -> bool:
    """ "Groups backing the king": it tells which groups, and of no act of theirs."""
    token = scene.tokens[draft.predicate.value.head]
    described = draft.type == "SUPPORT" and token.dep == "acl" and token.tag == "VBG"
    nameless = (w.level < STATE and w.form == "nominal" and w.plural for w in draft.actors)
    return described and (all(nameless) or all(scene.tokens[w.head].lower == "pac" for w in draft.actors))


def attitude_of_kind(draft: "Draft", scene: Scene) -> bool:
    """ "Groups that support the king", "rebels who opposed Chad": which ones are meant, by what they are for."""
    if _for_a_purpose(draft, scene):
        return True
    if draft.rule not in _ATTITUDES or draft.predicate.value.lemma not in politics("attitudes"):
        return False
    token = scene.tokens[draft.predicate.value.head]
    if token.dep not in ("relcl", "acl") or (token.dep == "acl" and token.tag != "VBG"):
        return False
    kind = token.head
    meant = any(w.head == kind for w in (*draft.actors, *draft.recipients))
    return meant and _is_kind(kind, token.index, scene)


def _is_kind(index: int, verb: int, scene: Scene) -> bool:
    """A bare plural, with no comma before the clause: these are no known people."""
    token = scene.tokens[index]
    if token.tag not in ("NNS", "NNPS"):
        return False
    named = any(
        scene.tokens[i].dep in ("det", "nummod", "poss") or scene.tokens[i].tag == "CD"
        for i in scene.syntax.children(index)
        if i < index
    )
    return not named and all(t.text != "," for t in scene.tokens[index:verb])


def _for_a_purpose(draft: "Draft", scene: Scene) -> bool:
    """ "To intercept missiles fired by Chad": none has been fired."""
    token = scene.tokens[draft.predicate.value.head]
    if token.dep != "acl" or token.tag != "VBN" or not _is_kind(token.head, token.index, scene):
        return False
    above = scene.tokens[scene.tokens[token.head].head]
    return above.tag == "VB" and any(scene.tokens[i].lower == "to" for i in scene.syntax.children(above.index))


def mere_denial(draft: "Draft", scene: Scene) -> bool:
    """ "Dismissed the claim": whoever says that something is not so has refused nobody anything (rule 6)."""
    if draft.rule != "reject.reject" or draft.recipients:
        return False
    heads = Slots(scene, draft.predicate).heads("object")
    return bool(heads) and all(scene.tokens[i].lemma in politics("charges") for i in heads)


def to_nobody_known(draft: "Draft", scene: Scene) -> bool:
    """ "Accused him of lying", and nothing tells who he is: a claim without its other side would be wrong."""
    if draft.recipients or (draft.type == "CONSULT" and len(draft.actors) > 1):
        return False
    slots = Slots(scene, draft.predicate)
    heads = [i for slot in _ADDRESSED for i in slots.heads(slot)]
    if draft.rule in TO_SOMEBODY and any(scene.tokens[i].lower == "it" for i in heads):
        return True
    # "Turned down her request": the request of nobody known.
    owners = [o for i in heads if draft.type == "REJECT" and (o := scene.syntax.child(i, "poss")) is not None]
    owners = [o for o in owners if (who := scene.who(o)) is None or not (who.level or among(who, draft.actors))]
    return any(scene.tokens[i].lower in politics("pointing_pronouns") for i in (*heads, *owners))


def unable(draft: "Draft", scene: Scene) -> bool:
    """ "Will be unable to accuse them": words that somebody cannot say."""
    said = draft.type in ("ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN")
    return said and any(scene.tokens[i].lower == "unable" for i in scene.syntax.inside(draft.trigger))


def foreseen_danger(draft: "Draft", _scene: Scene) -> bool:
    """ "Will threaten its neighbours": a danger that is foreseen, where nothing has been said."""
    return draft.type == "THREATEN" and draft.status == "planned"


def part_of_meaning(draft: "Draft", scene: Scene) -> bool:
    """ "Its powers include sending troops": what a thing consists of."""
    token = scene.tokens[draft.predicate.value.head]
    return token.tag == "VBG" and scene.tokens[token.head].lemma in ("include", "involve", "mean", "entail")


def of_idea(draft: "Draft", scene: Scene) -> bool:
    """ "The notion that he was murdered": an idea that somebody has."""
    token = scene.tokens[draft.predicate.value.head]
    return token.dep in ("acl", "ccomp", "relcl") and scene.tokens[token.head].lemma in politics("notions")


def only_thought_of(draft: "Draft", scene: Scene) -> bool:
    """ "A strategy for fighting the rebels", "hackers capable of launching an attack": a thought of deeds."""
    token = scene.tokens[draft.predicate.value.head]
    if draft.type in _SAID or token.tag != "VBG" or token.dep != "pcomp":
        return False
    above = scene.tokens[scene.tokens[token.head].head]
    thought = above.pos in ("NOUN", "ADJ") and above.lemma in politics("thoughts")
    return thought and draft.status in ("happened", "ongoing")


def prevented(draft: "Draft", scene: Scene) -> bool:
    """ "Police prevented a demonstration staged by students": it was not held."""
    value = draft.predicate.value
    noun = scene.tokens[value.noun if value.noun is not None else value.head]
    return draft.type == "PROTEST" and noun.pos == "NOUN" and scene.tokens[noun.head].lemma in politics("prevents")


def told_with_meeting(draft: "Draft", scene: Scene) -> bool:
    """ "Met the king and discussed trade": one meeting."""
    value = draft.predicate.value
    above = scene.by_id.get(value.governor or "")
    return (
        draft.type == "CONSULT"
        and value.governor_role == "conj"
        and value.lemma == "discuss"
        and above is not None
        and above.value.lemma in ("meet", "confer", "sit down", "speak", "talk", "visit")
    )


def some_day(draft: "Draft", scene: Scene) -> bool:
    """ "Kept open the question of future talks"."""
    value = draft.predicate.value
    if draft.type not in ("CONSULT", "AGREE") or value.form != "noun" or value.light is not None:
        return False
    return any(scene.tokens[i].lower == "future" for i in scene.syntax.children(value.head))


def murder(draft: "Draft", scene: Scene) -> bool:
    """ "The man who raped and killed an officer"."""
    if (
        draft.type != "ASSAULT"
        or not draft.actors
        or not scene.words_of_sentence(draft.predicate.value.head) & politics("murders")
    ):
        return False
    return all(w.kind == "person" and w.form != "name" and set(w.sectors) <= {"CVL"} for w in draft.actors)


def to_voters(draft: "Draft", scene: Scene) -> bool:
    """ "Urged them to vote": a campaign's words to whoever votes for it."""
    if draft.type != "REQUEST" or any(w.level == STATE for w in draft.recipients):
        return False
    heads = Slots(scene, draft.predicate).clause_heads()
    return bool(heads) and all(scene.tokens[i].lemma in politics("voting") for i in heads)


def without_name(draft: "Draft", scene: Scene) -> bool:
    """ "An official who asked to remain anonymous"."""
    if draft.type != "REQUEST":
        return False
    first, last = scene.syntax.edges(draft.predicate.value.head)
    return any(t.lemma in politics("nameless") for t in scene.tokens[first:last])


def by_police(draft: "Draft", _scene: Scene) -> bool:
    """An inquiry of the police into a crime."""
    inquiry = draft.type == "ACCUSE" and draft.mode == "investigate"
    return inquiry and bool(draft.actors) and all("COP" in w.sectors and not w.country for w in draft.actors)


def against_it(draft: "Draft", scene: Scene) -> bool:
    """ "The fight against an amnesty": what somebody is against is not done."""
    value = draft.predicate.value
    head = value.noun if value.noun is not None else value.head
    above = scene.tokens[scene.tokens[head].head]
    return draft.type in _WISHED and value.form == "noun" and above.lower == "against"


def by_name(draft: "Draft", scene: Scene) -> bool:
    """ "The Harbour Conference of Mayors": the word stands in the name of a body."""
    token = scene.tokens[draft.predicate.value.head]
    if draft.predicate.value.form != "noun" or token.pos != "PROPN":
        return False
    people = any(
        inner is not None and scene.tokens[inner].tag in ("NNPS", "NNS")
        for i in scene.syntax.children(token.index)
        if scene.tokens[i].lower == "of" and (inner := scene.syntax.child(i, "pobj")) is not None
    )
    return token.entity == "ORG" or (people and (token.entity == "EVENT" or _named_before(token.index, scene)))


def _named_before(index: int, scene: Scene) -> bool:
    """ "The United States Conference of Mayors"."""
    return any(
        scene.tokens[i].dep == "compound" and scene.tokens[i].pos == "PROPN" for i in scene.syntax.children(index)
    )
