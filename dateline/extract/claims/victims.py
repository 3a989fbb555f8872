"""Who suffered a deed, and where it was done, is no side of what is said about it; who did it may stand elsewhere."""

from dateline.extract.claims.drafts import Draft
from dateline.extract.claims.scene import Scene, Who, among
from dateline.extract.claims.slots import Slots
from dateline.lang.politics import politics

_CRITICISED = ("object", "at", "against", "of", "over")
_TOWARDS = frozenset({"against", "at", "on", "upon"})
_BLOWS = frozenset({"bombing", "blast", "explosion", "attack", "shooting", "massacre", "siege"})
_AIMS = frozenset({"on", "against", "of", "at", "upon"})
_BEFORE = frozenset({"compound", "nmod"})
_SHORT = 3
_FOES = ("object", "against", "with")
_FALLEN = frozenset({"kill", "wound", "injure"})
_FIGHTS = frozenset({"fight", "battle", "combat"})
_GROUNDS = frozenset({"plaza", "square", "street", "avenue", "road", "park"})
_FOUNDS = frozenset({"form", "create", "establish", "found", "build", "set up"})


def without_victims(draft: Draft, scene: Scene) -> Draft | None:
    """The draft with the sides that grammar gives it, or None where the same fight is told by its dead."""
    if draft.type == "ASSAULT":
        return _fought(draft, scene)
    if draft.type == "ACCUSE" and draft.mode == "disapprove":
        draft.recipients = [w for w in _doers_only(draft, scene) if not _is_topic(w, scene)]
    elif draft.type == "THREATEN":
        draft.recipients = [w for w in draft.recipients if not _is_programme(w, scene)]
    elif draft.type == "PROTEST" and draft.recipients:
        draft.recipients = [w for w in draft.recipients if not _of_ground(w, scene)]
    elif draft.type == "AGREE" and draft.recipients:
        draft.recipients = _not_founded(draft, scene)
    return draft


def _doers_only(draft: Draft, scene: Scene) -> list[Who]:
    """ "Condemned Chad's invasion of Niger", "the bombing of the embassies": of the violent deed only its doer."""
    kept = list(draft.recipients)
    for head in (h for slot in _CRITICISED for h in Slots(scene, draft.predicate).heads(slot)):
        deed = scene.by_head.get(head)
        if scene.tokens[head].lemma in politics("answered_violence") and deed is not None and deed.value.form == "noun":
            doers = [w for w in Slots(scene, deed).fill("subject") if w.level and not _is_venue(w, head, scene)]
            first, last = scene.syntax.edges(head)
            kept = [w for w in kept if not first <= w.head < last or among(w, doers)]
            kept += [w for w in doers if not among(w, kept) and not among(w, draft.actors)]
        else:
            kept = [w for w in kept if not _is_aim(w, head, scene)]
    return kept


def _is_aim(who: Who, head: int, scene: Scene) -> bool:
    """ "Deplores these acts against the embassies"."""
    tokens = scene.tokens
    if tokens[head].lemma not in ("act", "violence", "crime", "atrocity", "threat"):
        return False
    aims = [i for i in scene.syntax.children(head) if tokens[i].dep == "prep" and tokens[i].lower in _TOWARDS]
    return any(first <= who.head < last for first, last in map(scene.syntax.edges, aims))


def _is_topic(who: Who, scene: Scene) -> bool:
    """ "Mocked the revival of Volcker-Burns", "a photo of his brother": what is handled or shown has done nothing."""
    tokens = scene.tokens
    of = tokens[tokens[who.head].head]
    while tokens[who.head].dep == "conj" and of.dep == "conj":
        of = tokens[of.head]
    of = tokens[of.head] if tokens[who.head].dep == "conj" else of
    noun = tokens[of.head]
    if of.dep != "prep" or of.lower != "of":
        return False
    if noun.lemma in politics("pictures"):
        return True
    return noun.lemma in politics("handlings") and who.kind == "organisation" and who.country is None


def _is_programme(who: Who, scene: Scene) -> bool:
    """ "Pledged to end the LAMA and SAMA programs": the names before what they are the names of."""
    tokens, name = scene.tokens, scene.tokens[who.head]
    while name.dep == "conj":
        name = tokens[name.head]
    named = name.dep in _BEFORE and name.index < name.head and tokens[name.head].lemma in politics("schemes")
    return named and who.kind == "organisation" and who.country is None


def _fought(draft: Draft, scene: Scene) -> Draft | None:
    value = draft.predicate.value
    noun = value.noun if value.form == "verb" else value.head
    if noun is not None:
        draft.actors = [w for w in draft.actors if not _is_venue(w, noun, scene)]
        return draft
    above = scene.by_id.get(value.governor or "")
    if value.lemma in _FIGHTS and above is not None and above.value.lemma in _FALLEN and above.value.voice == "passive":
        return None  # "were killed fighting the rebels" is one fight
    if value.lemma in _FALLEN and value.voice == "passive" and not draft.actors:
        draft.actors = _foes(draft, scene)
    return draft


def _foes(draft: Draft, scene: Scene) -> list[Who]:
    """ "Were killed fighting the rebels": by the rebels."""
    for i in scene.syntax.children(draft.predicate.value.head):
        fight = scene.by_head.get(i)
        if fight is not None and scene.tokens[i].tag == "VBG" and fight.value.lemma in _FIGHTS:
            return [w for w in Slots(scene, fight).first(_FOES) if w.level and not among(w, draft.recipients)]
    return []


def _is_venue(who: Who, noun: int, scene: Scene) -> bool:
    """ "The Kenya bombing" was in Kenya; "the Kenyan bombing" may be Kenya's, as "the U.S. bombing" is."""
    tokens, syntax = scene.tokens, scene.syntax
    token = tokens[noun]
    if token.lemma not in _BLOWS or who.kind not in ("state", "place") or who.form == "pronoun":
        return False
    if any(tokens[i].dep == "prep" and tokens[i].lower in _AIMS for i in syntax.children(noun)):
        return False
    before = {j for i in syntax.children(noun) if tokens[i].dep in _BEFORE and i < noun for j in syntax.conjuncts(i)}
    name = tokens[who.head]
    short = "." in name.text or (name.text.isupper() and len(name.text) <= _SHORT)
    return who.head in before and name.pos == "PROPN" and not short


def _of_ground(who: Who, scene: Scene) -> bool:
    """ "Filled Tripoli's Square of Heroes": where the crowd stands."""
    name = scene.tokens[who.head]
    return who.kind in ("state", "place") and name.dep == "poss" and scene.tokens[name.head].lemma.lower() in _GROUNDS


def _not_founded(draft: Draft, scene: Scene) -> list[Who]:
    """ "Agreed to form a company": what they make is none of them."""
    slots = Slots(scene, draft.predicate)
    made = [scene.by_head[i] for i in slots.clause_heads() if i in scene.by_head]
    things = [h for p in made if p.value.lemma in _FOUNDS for h in Slots(scene, p).heads("object")]
    return [w for w in draft.recipients if w.head not in things]
