"""Whom a protest, a threat or a refusal is meant for, where the verb's own arguments do not say it."""

from dataclasses import replace

from dateline.extract.claims.drafts import Draft
from dateline.extract.claims.scene import FORCES, SOCIAL, STATE, Scene, Who
from dateline.extract.claims.slots import Slots
from dateline.lang.politics import politics

_CONDITIONS = frozenset({"unless", "if", "until"})
_DEMANDING = frozenset(
    {
        "demand",
        "denounce",
        "condemn",
        "protest",
        "urge",
        "oppose",
        "press",
        "pressure",
        "support",
        "accuse",
        "criticise",
    }
)
_ASKING = frozenset({"OPP", "LAB", "EDU", "REL", "REB", "CVL"})
_HURT = frozenset({"kill", "wound", "injure", "die"})
# A curfew or a ban is put on the place where it holds.
_CURBS = frozenset({"coerce.curfew", "coerce.emergency", "coerce.ban", "coerce.censor", "concede.lift", "concede.ease"})
_WHERE = ("on", "in", "object.in", "object.on", "across", "throughout", "object.across")
_NEAR = 2
_FAR = 15
_PLACED = frozenset({"in", "at", "near", "outside", "from", "to", "into"})
_BREAKS = frozenset({",", "-", "--", "—", "–"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_ANSWERED = (
    ("answered_words", frozenset({"ACCUSE"})),
    ("answered_requests", frozenset({"REQUEST", "AGREE", "THREATEN"})),
    ("answered_texts", frozenset({"SUPPORT", "AGREE", "RETREAT"})),
    ("answered_violence", frozenset({"ASSAULT", "COERCE"})),
    ("answered_deeds", frozenset({"SANCTION", "COERCE", "REJECT", "MOBILIZE", "CONCEDE", "RETREAT", "AGREE"})),
)
_OF_DEMAND = ("object", "clause", "against", "from", "object.of", "over", "object.by", "for.of")
_OF_PROTEST = ("against", "against.of", "over.of", "at.of", "object.of", "outside.of", "outside", "of.of")


def within_attacks(drafts: list[Draft]) -> list[Draft]:
    """The drafts as an attack orders them: its parts share its target, and troops sent into it are no MOBILIZE."""
    attacks = {d.predicate.id: d for d in drafts if d.type == "ASSAULT"}
    kept: list[Draft] = []
    for draft in drafts:
        attack = attacks.get(draft.predicate.value.governor or "")
        if attack is None or draft.predicate.value.governor_role not in ("advcl", "conj", "xcomp"):
            kept.append(draft)
        elif draft.type == "ASSAULT" and not draft.recipients and _same(draft.actors, attack.actors):
            draft.recipients = list(attack.recipients)
            kept.append(draft)
        elif not (draft.type == "MOBILIZE" and _same(draft.actors, attack.actors)):
            kept.append(draft)
    return kept


def with_prison(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """The drafts, and beside each sentence to prison the imprisonment (rule 8), unless it is told in its own words."""
    arrested = [d for d in drafts if d.type == "COERCE" and d.mode == "arrest"]
    found: list[Draft] = []
    for draft in drafts:
        found.append(draft)
        if draft.type != "SANCTION" or draft.mode != "convict" or draft.status == "denied":
            continue
        first, last = scene.syntax.edges(draft.predicate.value.head)
        behind_bars = {t.lemma for t in scene.tokens[first:last]} & politics("prison")
        if behind_bars and not any(_same(draft.recipients, a.recipients) for a in arrested):
            found.append(replace(draft, type="COERCE", mode="arrest", rule="coerce.sentence"))
    return found


def _same(first: list[Who], second: list[Who]) -> bool:
    return bool({w.country or w.actor for w in first} & {w.country or w.actor for w in second})


def find_recipients(draft: Draft, scene: Scene, before: list[Draft]) -> list[Who]:
    """Recipients for a draft that has none; empty where nothing says whom. `before` are the drafts told earlier."""
    if (told := _behind_pronoun(draft, scene)) is not None:
        return told
    direct = _of_curb if draft.rule in _CURBS else _NAMED_THERE.get(draft.type)
    if direct is not None:
        return direct(draft, scene)
    if draft.type == "PROTEST":
        if forces := _forces_against(draft):
            return forces
        found = _of_protest(draft, scene)
    elif draft.type in ("REJECT", "ACCUSE", "SUPPORT") and not draft.together:
        found = _of_move(draft, scene) or _of_answer(draft, scene, before) or _of_thing(draft, scene)
    elif draft.rule.startswith("concede.apolog"):
        found = _of_apology(draft, before)
    elif draft.type == "CONSULT":
        return _of_meeting(draft, scene, before)
    elif draft.rule == "concede.agree_demand":
        found = _of_demand(draft, scene)
    elif draft.type == "THREATEN":
        found = _of_condition(draft, scene) or _of_thing(draft, scene)
    else:
        return []
    mine = {w.actor for w in draft.actors} - {None}
    return [w for w in found if _is_somebody(w, draft) and w.kind != "place" and w.actor not in mine]


def _of_strike(draft: Draft, scene: Scene) -> list[Who]:
    """ "Was killed in an air strike": the strike was on whoever was killed."""
    value = draft.predicate.value
    above = scene.by_id.get(value.governor or "")
    if value.form != "noun" or value.light is not None or above is None or above.value.lemma not in _HURT:
        return []
    mine = {w.actor for w in draft.actors} - {None}
    hurt = Slots(scene, above).fill("subject" if above.value.lemma == "die" else "object")
    return [w for w in hurt if w.level and w.actor not in mine]


def _of_assault(draft: Draft, scene: Scene) -> list[Who]:
    return _of_strike(draft, scene) or _of_target(draft, scene)


def _of_curb(draft: Draft, scene: Scene) -> list[Who]:
    """ "Imposed a curfew in the West Bank": the land of others where it holds; at home that is only the venue."""
    return _others(Slots(scene, draft.predicate).first(_WHERE), draft) if draft.actors else []


def _of_target(draft: Draft, scene: Scene) -> list[Who]:
    """ "Blew up a pipeline": the thing that is struck, of the country where it is; rebels act in theirs."""
    country = scene.country_of_deed(draft.predicate.id)
    mine = {w.country for w in draft.actors} - {None}
    if country is None and len(mine) == 1 and all("REB" in w.sectors for w in draft.actors):
        country = mine.pop()
    for head in Slots(scene, draft.predicate).heads("object"):
        if country and scene.tokens[head].lemma in politics("violent_targets") and scene.tokens[head].pos == "NOUN":
            span = scene.syntax.span(scene.syntax.edges(head)[0], head + 1)
            return [Who(head, span, None, country, (), "place", form="nominal", level=SOCIAL)]
    return []


def _of_apology(draft: Draft, before: list[Draft]) -> list[Who]:
    """ "Apologised to the king. His apology …": whoever was told so before."""
    mine = {w.actor for w in draft.actors} - {None}
    told = [d for d in before if d.rule.startswith("concede.apolog") and d.recipients]
    return next((d.recipients for d in reversed(told) if mine & {w.actor for w in d.actors}), [])


def _of_meeting(draft: Draft, scene: Scene, before: list[Draft]) -> list[Who]:
    """ "His talk with the king was the first since they spoke": those who met, who then stand for "they"."""
    if len(draft.actors) != 1 or scene.tokens[draft.actors[0].head].lower not in ("they", "their"):
        return []
    here = scene.tokens[draft.predicate.value.head].sentence
    for told in reversed(before):
        sides = [*told.actors, *told.recipients]
        near = 0 <= here - scene.tokens[told.predicate.value.head].sentence < _NEAR
        if near and told.rule.startswith("consult.") and len(sides) == 2:
            draft.actors = []
            return sides
    return _of_list_before(draft, scene)


def _of_list_before(draft: Draft, scene: Scene) -> list[Who]:
    """ "The leaders of Chad and Niger spoke. They met in Paris": several subjects of the sentence before."""
    number = scene.tokens[draft.predicate.value.head].sentence - 1
    if number < 0 or draft.actors[0].country is not None:
        return []
    first, last = scene.syntax.sentences[number]
    root = next((t.index for t in scene.tokens[first:last] if t.head == t.index), None)
    subject = scene.syntax.child(root, "nsubj") if root is not None else None
    told = [w for w in scene.parties(subject) if w.level == STATE] if subject is not None else []
    if len({w.country for w in told if w.country}) < 2:
        return []
    draft.actors = []
    return told


def _is_somebody(who: Who, draft: Draft) -> bool:
    """Somebody political; of a protest and an answer also whoever has a name."""
    named = draft.type in ("PROTEST", "AGREE", "CONCEDE") and who.kind == "person" and who.form == "name"
    asking = draft.type in ("AGREE", "CONCEDE") and who.plural and bool(set(who.sectors) & _ASKING)
    return who.level == STATE or ((named or asking) and who.level > 0)


def _of_demand(draft: Draft, scene: Scene) -> list[Who]:
    """ "Agreed to the king's demand": whoever demanded it."""
    asked = [i for i in Slots(scene, draft.predicate).heads("to") if _is_asked(scene.tokens[i].lemma)]
    return [w for i in asked for w in scene.owners(i)]


def _is_asked(noun: str) -> bool:
    return noun in politics("answered_requests") or noun in ("condition", "plan", "term")


def _behind_pronoun(draft: Draft, scene: Scene) -> list[Who] | None:
    """ "Trashed the premier and accused him": whoever stands before in the sentence, as it cannot be the doer.

    None where what it is done to is no pronoun, and belongs to none ("and criticised his speech").
    """
    tokens = scene.tokens
    heads = Slots(scene, draft.predicate).heads("object")
    if draft.type not in ("ACCUSE", "SUPPORT") or len(heads) != 1:
        return None
    if tokens[heads[0]].lower == "it":
        return _called(draft, scene)
    if tokens[heads[0]].lower not in ("him", "her") and not _is_of_other(heads[0], draft, scene):
        return None
    mine = {w.actor for w in draft.actors} | {None}
    first, _ = scene.syntax.sentences[tokens[heads[0]].sentence]
    before = [i for i in range(first, heads[0]) if tokens[i].dep in ("nsubj", "nsubjpass", "dobj", "pobj", "oprd")]
    people = [w for i in before if (w := scene.who(i)) is not None and w.kind == "person" and w.actor not in mine]
    subjects = [w for w in people if tokens[w.head].dep.startswith("nsubj")]
    return [w for w in (subjects[:1] or people[-1:]) if w.level]


def _called(draft: Draft, scene: Scene) -> list[Who] | None:
    """ "Called Libya reckless, accusing it of": what was called so, the one state between the two verbs."""
    tokens, verb = scene.tokens, scene.tokens[draft.predicate.value.head]
    if verb.dep != "advcl" or verb.tag != "VBG" or tokens[verb.head].pos != "VERB" or verb.head > verb.index:
        return None
    mine = {w.actor for w in draft.actors} - {None}
    between = [i for i in range(verb.head, verb.index) if tokens[i].dep in ("nsubj", "dobj")]
    found = [w for i in between if (w := scene.who(i)) is not None and w.level == STATE and w.kind != "person"]
    found = [w for w in found if w.actor not in mine]
    return found if len(found) == 1 else None


def _is_of_other(head: int, draft: Draft, scene: Scene) -> bool:
    """Whether a thing, and nobody, that belongs to "him" or "her" is criticised: who criticises it is somebody else."""
    owners = [scene.tokens[i].lower for i in scene.syntax.children(head)]
    mine = bool({"his", "her"} & set(owners)) and "own" not in owners
    return mine and draft.type == "ACCUSE" and scene.who(head) is None and not scene.tokens[head].lemma.endswith("self")


def _of_answer(draft: Draft, scene: Scene, before: list[Draft]) -> list[Who]:
    """ "Rejected the accusation", "condemned the decision": whoever accused or decided, told shortly before."""
    tokens = scene.tokens
    wanted: frozenset[str] = frozenset()
    for head in Slots(scene, draft.predicate).heads("object"):
        definite = any(tokens[i].lower in _POINTING for i in scene.syntax.children(head) if tokens[i].dep == "det")
        if definite:
            wanted = next((types for nouns, types in _ANSWERED if tokens[head].lemma in politics(nouns)), wanted)
    if not wanted:
        return []
    here = tokens[draft.predicate.value.head].sentence
    told = [d for d in before if d.type in wanted and d.status not in ("denied", "hypothetical")]
    told = [
        d for d in told if "SUPPORT" not in wanted or (d.status == "happened" and (d.together or d.mode == "ceasefire"))
    ]
    pairs = [(d, sides) for d in told if (sides := _sides_told(d, draft))]
    near = [sides for d, sides in pairs if here - tokens[d.predicate.value.head].sentence <= _NEAR]
    if near:
        return near[-1]
    countries = {tuple(sorted({w.country for w in sides if w.country})) for _, sides in pairs}
    return pairs[-1][1] if len(countries) == 1 else []


def _sides_told(told: Draft, draft: Draft) -> list[Who]:
    mine = {w.country for w in draft.actors} - {None}
    if told.recipients and draft.type == "REJECT" and not mine & {w.country for w in told.recipients}:
        return []  # said to somebody else
    return [w for w in told.actors if w.country not in mine]


def _of_protest(draft: Draft, scene: Scene) -> list[Who]:
    """ "Marched to demand that the king resign", "protest over Peru's plan"."""
    found = [w for w in Slots(scene, draft.predicate).first(_OF_PROTEST) if _is_somebody(w, draft)]
    if found:
        return found
    for predicate in scene.by_id.values():
        value = predicate.value
        if value.governor == draft.predicate.id and value.lemma in _DEMANDING:
            found = [w for w in Slots(scene, predicate).first(_OF_DEMAND) if w.level == STATE]
            if found:
                return found
    return _after_cause(draft, scene)


def _after_cause(draft: Draft, scene: Scene) -> list[Who]:
    """The first ruler or state named after what the protest is about ("over a bill signed by the minister")."""
    tokens, syntax = scene.tokens, scene.syntax
    head = draft.predicate.value.head
    _, last = syntax.sentences[tokens[head].sentence]
    start = next((i for i in range(head + 1, last) if tokens[i].lemma in politics("causes_of_protest")), last)
    for i in range(start + 1, min(last, start + _FAR)):
        token = tokens[i]
        if token.pos not in ("NOUN", "PROPN", "ADJ") or tokens[token.head].lower in _PLACED:
            continue
        who = scene.who(i)
        if who is not None and who.head == i and who.level == STATE and not set(who.sectors) & FORCES:
            return [who]
    return []


def _of_condition(draft: Draft, scene: Scene) -> list[Who]:
    """ "Threatened to leave unless Chad paid": Chad."""
    tokens, syntax = scene.tokens, scene.syntax
    first, last = syntax.sentences[tokens[draft.predicate.value.head].sentence]
    for t in tokens[first:last]:
        if t.dep == "mark" and t.lower in _CONDITIONS:
            subject = syntax.child(t.head, "nsubj", "nsubjpass")
            if subject is not None and tokens[subject].lower not in politics("own"):
                return scene.parties(subject)
    return []


def _forces_against(draft: Draft) -> list[Who]:
    """ "Police and protesters clashed": those whom the crowd fights."""
    police = [w for w in draft.actors if set(w.sectors) & FORCES]
    if not draft.rule.startswith("protest.clash") or len(police) == len(draft.actors):
        return []
    draft.actors = [w for w in draft.actors if w not in police]
    return police


def _others(found: list[Who], draft: Draft) -> list[Who]:
    """Those of a country which is not the doers'."""
    mine = {w.country for w in draft.actors}
    return [w for w in found if w.level and w.country and w.country not in mine]


def _of_forces(draft: Draft, scene: Scene) -> list[Who]:
    """ "Massed tanks along its border with Chad", "moved into the Chadian town": the other country there.

    Where forces are merely sent is the venue; whoever is promised or refused them is a recipient.
    """
    slots = Slots(scene, draft.predicate)
    places = _BESIDE_FORCES if draft.type == "MOBILIZE" else _BESIDE_FORCES + _SENT_TO
    return next((found for slot in places if (found := _others(slots.fill(slot), draft))), [])


def _of_withdrawal(draft: Draft, scene: Scene) -> list[Who]:
    """ "Pulled back heavy guns from around Kyiv": the other country that the forces leave."""
    if draft.mode != "withdraw":
        return []
    slots = Slots(scene, draft.predicate)
    return next((found for slot in _LEFT if (found := _others(slots.fill(slot), draft))), [])


def _of_thing(draft: Draft, scene: Scene) -> list[Who]:
    """ "Rejected a request to open ports to Chadian ships", "denounced arrests in Chad": the country named."""
    known = {"REJECT": "answered_requests", "ACCUSE": "deeds_of_states", "THREATEN": "threatened"}.get(draft.type)
    heads = Slots(scene, draft.predicate).heads("object")
    if known is None:
        return []
    if draft.type == "REJECT" and not draft.rule.startswith("reject."):
        return _of_forces(draft, scene) if draft.rule.startswith("mobilize.") else []
    return _named_below([h for h in heads if scene.tokens[h].lemma in politics(known)], draft, scene)


def _of_request(draft: Draft, scene: Scene) -> list[Who]:
    """ "Called for an end to the fighting in Chad": the country whose conduct it is about."""
    if written := _of_letter(draft, scene):
        return written
    heads = [h for slot in ("for", "object") for h in Slots(scene, draft.predicate).heads(slot)]
    return _named_below([h for h in heads if scene.tokens[h].lemma in politics("asked_of_states")], draft, scene)


def _of_letter(draft: Draft, scene: Scene) -> list[Who]:
    """ "Asked for the files in a letter to Chad": whoever is written to, wherever the parser hangs the letter."""
    mine = {w.actor for w in draft.actors} - {None}
    first, last = scene.syntax.edges(draft.predicate.value.head)
    for token in scene.tokens[max(first, draft.predicate.value.head) : last]:
        if token.lemma not in politics("writings") or token.dep != "pobj" or scene.tokens[token.head].lower != "in":
            continue
        to = [
            scene.syntax.child(i, "pobj") for i in scene.syntax.children(token.index) if scene.tokens[i].lower == "to"
        ]
        found = [w for i in to if i is not None for w in scene.parties(i)]
        return [w for w in found if w.level and w.kind != "place" and w.actor not in mine]
    return []


def _of_move(draft: Draft, scene: Scene) -> list[Who]:
    """ "Chad shut its border, a move that Mali condemned": whoever made the move."""
    tokens, syntax = scene.tokens, scene.syntax
    value = draft.predicate.value
    verb = tokens[value.head]
    if value.form != "verb" or verb.dep not in ("relcl", "acl"):
        return []
    noun = tokens[verb.head]
    start = syntax.edges(noun.index)[0]
    if noun.lemma not in politics("told_moves") or not start or tokens[start - 1].text not in _BREAKS:
        return []
    if syntax.child(noun.index, "det") is None or tokens[start].lower not in ("a", "an"):
        return []
    mine = {w.actor for w in draft.actors} - {None}
    for i in syntax.ancestors(noun.index):
        doer = scene.by_head.get(i)
        found = Slots(scene, doer).fill("subject") if doer is not None and doer.value.form == "verb" else []
        if found := [w for w in found if w.level == STATE and w.kind != "place" and w.actor not in mine]:
            return found
    return []


def _of_accord(draft: Draft, scene: Scene) -> list[Who]:
    """ "Extended the mandate of its force in Chad", "pledged money to rebuild Chad": the country that it is for."""
    demanding = _of_demand(draft, scene) if draft.rule == "agree.agree" else []
    mine = {w.actor for w in draft.actors} - {None}
    if asked := [w for w in demanding if _is_somebody(w, draft) and w.kind != "place" and w.actor not in mine]:
        return asked
    if draft.together or draft.alone or draft.mode == "meet" or draft.rule.startswith("consult."):
        return []
    if draft.rule.startswith("mobilize."):
        return _of_forces(draft, scene)
    found = _others(Slots(scene, draft.predicate).first(_OF_ACCORD), draft)
    # "A research centre in Nairobi": the town is only where it will be.
    return [w for w in found if w.kind != "place" or scene.tokens[scene.tokens[w.head].head].lower != "in"]


def _named_below(heads: list[int], draft: Draft, scene: Scene) -> list[Who]:
    """The first state, not the doers' own, that the phrases with these heads name behind a preposition."""
    for head in heads:
        for i in range(head + 1, scene.syntax.edges(head)[1]):
            token = scene.tokens[i]
            who = scene.who(i) if token.pos in ("PROPN", "ADJ", "NOUN") else None
            if who is not None and who.kind == "state" and (found := _others([who], draft)):
                return found
    return []


_BESIDE_FORCES = (
    "against", "into", "near", "along.with", "on.with", "to.with", "at.with", "near.with", "toward", "towards",
    "along", "on", "on.against", "object.against", "object.near", "object.along.with", "object.on.with", "object.into",
    "across",
)  # fmt: skip
_SENT_TO = ("to", "in", "object.to", "object.in")
_LEFT = ("from", "out of", "object.from", "from around", "in", "object.in", "from.in")
_OF_ACCORD = ("for", "to", "object.for", "object.to", "clause.object", "object.of.in", "object.in", "to.in")
_NAMED_THERE = {
    "ASSAULT": _of_assault, "MOBILIZE": _of_forces, "RETREAT": _of_withdrawal, "REQUEST": _of_request,
    "AGREE": _of_accord,
}  # fmt: skip
