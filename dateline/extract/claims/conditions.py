"""What an entry of the lexicon may ask for beyond its words: conditions on the sides and on the clause, by name."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from dateline.extract.claims.scene import ARMED, FORCES, NON_STATE, SOCIAL, STATE, Who
from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.senses import Sense

_PURPOSES = frozenset({"for", "on"})
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PRE", "REB", "PRM"})
_CROWD = frozenset({"CVL", "LAB", "EDU", "OPP", "AGR", "REF", "REL", "JRN", "PTY", "MED", "SOC"})
_CUT = frozenset(
    "aid assistance funding support trade relation relations tie ties link links export exports import imports supply supplies flight "
    "cooperation visa visas arms sale sales loan loans".split()
)
_PEOPLE = frozenset({"person", "group"})


def _sectors(group: Iterable[Who]) -> set[str]:
    return {s for w in group for s in w.sectors}


def official(who: Who) -> bool:
    """Whether somebody speaks or acts for a state, a body of states, or an armed group."""
    return who.kind == "state" or who.country in NON_STATE or bool(set(who.sectors) & _OFFICIAL)


def _words(sense: "Sense", *slots: str) -> set[str]:
    tokens = sense.slots.scene.tokens
    return {w for slot in slots for i in sense.slots.heads(slot) for w in (tokens[i].lemma, tokens[i].lower)}


def _phrase_words(sense: "Sense", *slots: str) -> set[str]:
    """All words of the phrases in these slots."""
    syntax = sense.slots.scene.syntax
    found: set[str] = set()
    for slot in slots:
        for i in sense.slots.heads(slot):
            first, last = syntax.edges(i)
            for t in syntax.tokens[max(first, i - 6) : min(last, i + 8)]:
                found |= {t.lemma, t.lower}
    noun = sense.slots.predicate.noun
    if noun is not None and "object" in slots:
        first, last = syntax.edges(noun)
        for t in syntax.tokens[max(first, noun - 4) : min(last, noun + 6)]:
            found |= {t.lemma, t.lower}
    return found


def sentence_words(sense: "Sense") -> frozenset[str]:
    """All lemmas and lower-case words of the sentence."""
    return sense.slots.scene.words_of_sentence(sense.slots.predicate.head)


def _armed(group: Iterable[Who]) -> bool:
    """Whether a state, its government, or an armed group is among them."""
    return any(
        set(w.sectors) & ARMED or w.kind == "state" or (w.kind == "organisation" and "GOV" in w.sectors and w.country)
        for w in group
    )


def _forces(group: Iterable[Who]) -> bool:
    return any(set(w.sectors) & FORCES for w in group)


def _unpolitical(sense: "Sense") -> bool:
    return bool(sentence_words(sense) & politics("unpolitical"))


def _people(group: Iterable[Who]) -> list[Who]:
    return [w for w in group if w.kind in _PEOPLE or w.level == STATE]


def _target(sense: "Sense") -> bool:
    return any(w.level for w in sense.recipients)


def _light(sense: "Sense") -> bool:
    return sense.slots.predicate.light is not None


def _political_recipient(sense: "Sense") -> bool:
    """Somebody political is supported: a policy or a school is not somebody."""
    return any(
        w.level == STATE or (w.form != "nominal" and w.kind in _PEOPLE) or set(w.sectors) & {"JRN", "REF", "OPP", "CVL"}
        for w in sense.recipients
    )


def _own_actor(sense: "Sense") -> bool:
    return any(w.level == STATE for w in sense.actors)


def _light_or_actor(sense: "Sense") -> bool:
    return _light(sense) or _own_actor(sense)


def _between(sense: "Sense") -> bool:
    return bool(sense.slots.heads("between"))


def _light_or_sides(sense: "Sense") -> bool:
    people = len([w for w in (*sense.actors, *sense.recipients) if w.level])
    return _light(sense) or people > 1 or _between(sense)


def _two_sides(sense: "Sense") -> bool:
    sides = (*sense.actors, *sense.recipients)
    return len(sides) > 1 or any(w.plural and w.level == STATE and w.form != "pronoun" for w in sides)


def _crowd_actor(sense: "Sense") -> bool:
    sectors = _sectors(sense.actors)
    if _words(sense, "object") & {"rally", "march"} and not sectors & _CROWD:
        return False
    crowd = bool(sectors & _CROWD) or bool(_words(sense, "subject") & politics("crowds"))
    return crowd and not _unpolitical(sense) and not all(w.kind == "person" and not w.plural for w in sense.actors)


def _person_object(sense: "Sense") -> bool:
    return any(w.kind in _PEOPLE for w in sense.slots.fill("object"))


def _country_of_slot(sense: "Sense", *slots: str) -> bool:
    return any(w.kind == "state" for slot in slots for w in sense.slots.fill(slot))


def _political_arrest(sense: "Sense") -> bool:
    """An arrest with a political side: a dissident, politician, journalist, soldier or crowd, or a state behind it."""
    targets = [w for w in sense.recipients if w.kind in _PEOPLE]
    if _unpolitical(sense) or not targets or (sense.actors and not any(_holds_power(w) for w in sense.actors)):
        return False
    named = _phrase_words(sense, "object", "of") & politics("dissidents")
    sectors = _sectors(targets)
    special = sectors & (ARMED | {"OPP", "JRN", "PTY", "LEG", "GOV", "JUD", "ELI", "REL", "REF"})
    local = all(sense.slots.scene.is_local(w) for w in targets)
    if special and not local and not (sectors & {"GOV", "JUD"} and all(w.level < STATE for w in targets)):
        return any(w.country for w in (*targets, *sense.actors)) or bool(sectors & ARMED)
    by_state = any(w.country for w in sense.actors)
    return (bool(named) and by_state) or _foreign_arrest(sense)


def _holds_power(who: Who) -> bool:
    return who.kind == "state" or who.country in NON_STATE or bool(set(who.sectors) & (FORCES | {"GOV", "JUD", "CRM"}))


def _foreign_arrest(sense: "Sense") -> bool:
    """Police of one state against people of another, where no ordinary crime is told."""
    mine = {w.country for w in sense.actors} - {None}
    theirs = {w.country for w in sense.recipients} - {None}
    return bool(mine and theirs) and not mine & theirs and not sentence_words(sense) & politics("crimes")


def _kill_political(sense: "Sense") -> bool:
    """A killing with a political side: somebody armed or of a state on one side."""
    if _unpolitical(sense):
        return False
    if not sense.actors and not _violent_words(sense):
        return False  # killed in a crash or a flood
    if any(w.level == STATE for w in (*sense.actors, *sense.recipients)):
        return bool(sense.recipients) and not _only_local(sense)
    return bool(sense.recipients) and bool(_sectors(sense.actors) & (FORCES | {"CRM"})) and _political_crime(sense)


def _only_local(sense: "Sense") -> bool:
    scene = sense.slots.scene
    return all(scene.is_local(w) for w in (*sense.actors, *sense.recipients) if w.level == STATE)


def _political_crime(sense: "Sense") -> bool:
    return any(w.country for w in (*sense.actors, *sense.recipients)) and bool(_sectors(sense.actors) & ARMED)


def _violent_words(sense: "Sense") -> frozenset[str]:
    """Words of violence in the sentence beside the act's own."""
    own = set(sense.slots.predicate.lemma.split())
    token = sense.slots.scene.tokens[sense.slots.predicate.head]
    return (sentence_words(sense) & politics("violent")) - own - {token.lower}


def _war_of_words(sense: "Sense") -> bool:
    """Politicians attack each other in words."""
    return (
        bool(sense.actors and sense.recipients)
        and not _armed(sense.actors)
        and all(w.kind in _PEOPLE and not set(w.sectors) & FORCES for w in (*sense.actors, *sense.recipients))
        and not _violent_words(sense)
    )


def _armed_attack(sense: "Sense") -> bool:
    if _unpolitical(sense):
        return False
    if _armed(sense.actors):
        return bool(sense.recipients) or bool(_phrase_words(sense, "object") & politics("violent_targets"))
    if _forces(sense.actors) and sense.recipients:
        return True
    armed_target = any(w.level == STATE for w in sense.recipients)
    violent = bool(_violent_words(sense))
    return armed_target and violent and not (sense.actors and not any(w.level for w in sense.actors))


def _speech_like(sense: "Sense") -> bool:
    """Words that are also used of blows ("attacked", "blasted") count as words only where something is said."""
    lemma = sense.slots.predicate.lemma
    if lemma not in ("attack", "blast", "savage", "rap", "bash", "rip", "assail"):
        return True
    if _war_of_words(sense):
        return True
    words = sentence_words(sense)
    return bool(sense.slots.heads("for") or sense.slots.heads("over")) and not words & politics("violent")


def _clause_has(sense: "Sense", words: frozenset[str]) -> bool:
    tokens, syntax = sense.slots.scene.tokens, sense.slots.scene.syntax
    for head in sense.slots.clause_heads():
        near = [head, *syntax.children(head)]
        if any(tokens[i].lemma in words or tokens[i].lower in words for i in near):
            return True
    return False


def _must_clause(sense: "Sense") -> bool:
    tokens, syntax = sense.slots.scene.tokens, sense.slots.scene.syntax
    for head in sense.slots.clause_heads():
        if any(tokens[i].dep == "aux" and tokens[i].lower in politics("must") for i in syntax.children(head)):
            return not any(tokens[i].dep == "neg" and tokens[head].lemma == "be" for i in syntax.children(head))
        if tokens[head].lemma in ("need", "have") and syntax.child(head, "xcomp") is not None:
            return tokens[head].tag in ("VBZ", "VBP")
    return False


def _infinitive(sense: "Sense") -> bool:
    tokens, syntax = sense.slots.scene.tokens, sense.slots.scene.syntax
    return any(
        tokens[h].tag == "VB" and any(tokens[i].lower == "to" for i in syntax.children(h))
        for h in sense.slots.clause_heads()
    )


def _complement(sense: "Sense") -> bool:
    return (
        bool(sense.slots.clause_heads())
        or any(sense.slots.heads(p) for p in ("for", "into", "against", "over"))
        or _event_object(sense)
    )


def _event_object(sense: "Sense") -> bool:
    return any(i in sense.slots.scene.by_head for i in sense.slots.heads("object"))


def _that_or_from(sense: "Sense") -> bool:
    """ "Demanded that he leave", "insisted that he should": not "insisted that he had left"."""
    tokens, syntax = sense.slots.scene.tokens, sense.slots.scene.syntax
    for head in sense.slots.clause_heads():
        modal = any(tokens[i].lower in politics("must") for i in syntax.children(head) if tokens[i].dep == "aux")
        if tokens[head].tag == "VB" or modal or sense.slots.predicate.lemma == "demand":
            return True
    return any(w.level for p in ("from", "of") for w in sense.slots.fill(p))


def _future(sense: "Sense") -> bool:
    predicate = sense.slots.predicate
    if predicate.tense == "future" or predicate.modal in ("would", "shall"):
        return True
    above = sense.slots.scene.by_id.get(predicate.governor or "")
    return above is not None and above.value.lemma in ("vow", "pledge", "promise", "swear", "threaten")


def _spoken_own(sense: "Sense") -> bool:
    """Said of one's own side: the speaker and the doer are of one country."""
    speaker = {w.country for w in sense.slots.speaker()} - {None}
    return bool(speaker & {w.country for w in sense.actors})


def _spoken(sense: "Sense") -> bool:
    """Said by somebody political of somebody else."""
    speaker = [w for w in sense.slots.speaker() if w.level == STATE]
    countries = {w.country for w in speaker} - {None}
    return bool(speaker) and bool(countries) and not countries & {w.country for w in sense.recipients}


def _negated_object(sense: "Sense") -> bool:
    scene = sense.slots.scene
    return sense.slots.predicate.negated or any(
        scene.tokens[j].lower in ("no", "zero", "little")
        for i in sense.slots.heads("object")
        for j in scene.syntax.children(i)
    )


def _office_actor(sense: "Sense") -> bool:
    return any(w.office is not None and w.level == STATE for w in sense.actors) or any(
        w.kind == "organisation" and "GOV" in w.sectors and w.level == STATE for w in sense.actors
    )


def _political_person(group: Iterable[Who], sense: "Sense") -> bool:
    found = [w for w in group if w.level == STATE or set(w.sectors) & {"JRN", "OPP", "REB", "PTY", "ELI", "LEG"}]
    return bool(found) and not all(sense.slots.scene.is_local(w) for w in found) and not _unpolitical(sense)


def _own_object(sense: "Sense") -> bool:
    """The arms are the doer's own: no other owner is named."""
    owners = [w for i in sense.slots.heads("object") for w in sense.slots.scene.owners(i)]
    mine = {w.actor for w in sense.actors} | {w.country for w in sense.actors}
    return all(w.actor in mine or w.country in mine for w in owners)


def _emergency_object(sense: "Sense") -> bool:
    words = _phrase_words(sense, "object")
    return "emergency" in words or "martial" in words or "emergency" in sense.slots.predicate.lemma


def _purpose(sense: "Sense") -> bool:
    predicate = sense.slots.predicate
    tokens = sense.slots.scene.tokens
    if any(
        a.preposition in _PURPOSES and tokens[a.head].lemma in politics("human_purpose") for a in predicate.arguments
    ):
        return True
    to_meet = any(
        tokens[i].dep in ("advcl", "xcomp")
        and tokens[i].lemma in ("meet", "discuss", "hold", "attend", "confer", "mediate", "talk", "negotiate")
        for i in sense.slots.scene.syntax.children(predicate.head)
    )
    return to_meet or predicate.lemma in ("travel", "fly", "arrive", "fly in")


def _kill_noun(sense: "Sense") -> bool:
    if _unpolitical(sense):
        return False
    sides = (*sense.actors, *sense.recipients)
    return any(w.level == STATE and not sense.slots.scene.is_local(w) for w in sides) and bool(sense.recipients)


def _violent_actor(sense: "Sense") -> bool:
    return _armed(sense.actors) or bool(_sectors(sense.actors) & (_CROWD | {"CRM", "COP"}) and sense.recipients)


def _says_oprd(sense: "Sense") -> bool:
    scene = sense.slots.scene
    head = sense.slots.predicate.head
    near = [
        *scene.syntax.children(head),
        *(c for h in sense.slots.clause_heads() for c in (h, *scene.syntax.children(h))),
    ]
    return any(scene.tokens[i].lower in ("responsible", "accountable", "guilty", "liable", "culpable") for i in near)


def _hostage(sense: "Sense") -> bool:
    scene = sense.slots.scene
    return any(
        scene.tokens[i].lower in ("hostage", "captive", "prisoner")
        for i in scene.syntax.children(sense.slots.predicate.head)
    )


def _no_object(sense: "Sense") -> bool:
    return not sense.slots.heads("object")


def _level_in(sense: "Sense", *slots: str, level: int = SOCIAL) -> bool:
    return any(w.level >= level for slot in slots for w in sense.slots.fill(slot))


def _bad_label(sense: "Sense") -> bool:
    scene = sense.slots.scene
    heads = [
        *sense.slots.clause_heads(),
        *sense.slots.heads("as"),
        *sense.slots.heads("second"),
        *sense.slots.heads("to"),
    ]
    for i in scene.syntax.children(sense.slots.predicate.head):
        if scene.tokens[i].dep in ("oprd", "attr", "acomp", "dobj"):
            heads.append(i)
    near = {j for h in heads for j in (h, *scene.syntax.children(h))}
    return any(scene.tokens[i].lemma in politics("bad_labels") for i in near)


def _no_label(sense: "Sense") -> bool:
    """ "Called the president" is a call; "called the president a liar", "called for", "called on" are not."""
    scene, predicate = sense.slots.scene, sense.slots.predicate
    if any(a.role in ("clause", "second") or a.preposition in ("for", "on", "upon") for a in predicate.arguments):
        return not any(scene.tokens[h].tag not in ("VB",) for h in sense.slots.clause_heads()) and bool(
            sense.slots.clause_heads()
        )
    return len(sense.slots.heads("object")) == 1


def _agrees_to(sense: "Sense") -> bool:
    """To agree that something is so is an opinion; to agree to do, on a text, or with each other to act is an act."""
    tokens = sense.slots.scene.tokens
    if sense.slots.clause_heads():
        return _infinitive(sense) or any(tokens[h].dep == "pcomp" for h in sense.slots.clause_heads())
    return bool(sense.slots.heads("to") or sense.slots.heads("on") or sense.slots.heads("upon"))


def _non_grata(sense: "Sense") -> bool:
    return "grata" in sentence_words(sense)


CONDITIONS: dict[str, Callable[["Sense"], bool]] = {
    "against_political": lambda s: _level_in(s, "against", "of", "object"),
    "agrees_to": _agrees_to,
    "armed_actor": lambda s: _armed(s.actors) and not _unpolitical(s),
    "armed_actor_noun": lambda s: (
        (_armed(s.actors) or (_light(s) and not s.actors and _level_in(s, "on", "against", level=STATE)))
        and not _unpolitical(s)
    ),
    "verbal_attack": lambda s: (
        any(w.kind in _PEOPLE and not set(w.sectors) & FORCES for w in s.recipients)
        and not _armed(s.actors)
        and any(w.level == STATE for w in s.actors)
    ),
    "armed_attack": _armed_attack,
    "armed_both": lambda s: _armed(s.actors) and _armed(s.recipients),
    "armed_or_political_target": lambda s: (
        not _unpolitical(s)
        and (_armed(s.actors) or (_forces(s.actors) and _target(s)) or any(w.level == STATE for w in s.recipients))
    ),
    "bad_label": _bad_label,
    "between": _between,
    "both_official": lambda s: (
        any(map(official, s.actors))
        and any(map(official, s.recipients))
        and any(w.level == STATE for w in s.actors)
        and any(w.level == STATE for w in s.recipients)
    ),
    "chemical_object": lambda s: bool(_phrase_words(s, "object") & politics("chemical")),
    "clash_target": lambda s: any(set(w.sectors) & (FORCES | {"GOV"}) for w in s.recipients),
    "clause_bad": lambda s: _clause_has(s, politics("bad_deeds")) or _clause_has(s, politics("bad_labels")),
    "complement": _complement,
    "complement_noun": lambda s: bool(s.slots.clause_heads()) or bool(s.slots.heads("for")),
    "country_object": lambda s: _country_of_slot(s, "object"),
    "country_oblique": lambda s: _country_of_slot(s, "to", "in", "of", "object"),
    "country_or_place_target": lambda s: _country_of_slot(s, "object", "into") or _level_in(s, "object", "into"),
    "court_actor": lambda s: "JUD" in _sectors(s.actors) or bool(_words(s, "subject") & {"court", "judge", "tribunal"}),
    "court_like": lambda s: not s.actors or "JUD" in _sectors(s.actors) or any(w.level == STATE for w in s.actors),
    "crowd_actor": _crowd_actor,
    "crowd_object": lambda s: bool(_phrase_words(s, "object", "of") & politics("crowds")),
    "crowd_weapon": lambda s: bool(_phrase_words(s, "object") & politics("crowd_weapons")),
    "curb_object": lambda s: bool(_words(s, "object", "of") & politics("curbs")),
    "cut_object": lambda s: bool(_phrase_words(s, "of", "to") & _CUT),
    "cyber_object": lambda s: (
        _light(s) or (bool((_phrase_words(s, "object", "into")) & politics("cyber")) and _target(s))
    ),
    "disabled": lambda s: False,
    "emergency_object": _emergency_object,
    "exchange_context": lambda s: bool(
        sentence_words(s) & {"swap", "prisoner", "hostage", "captive", "release", "detainee"}
    ),
    "force_used": lambda s: not s.actors or bool(_sectors(s.actors) & (FORCES | {"CRM", "CVL"})),
    "forces_actor": lambda s: _forces(s.actors) and not _unpolitical(s),
    "forces_or_state_actor": lambda s: (
        (_forces(s.actors) or any(w.level == STATE for w in s.actors)) and not _unpolitical(s)
    ),
    "future": _future,
    "guilty_complement": _says_oprd,
    "has_clause": lambda s: bool(s.slots.clause_heads()) and not _unpolitical(s),
    "hostage_complement": _hostage,
    "human_actor": lambda s: any(w.level == STATE for w in s.actors),
    "infinitive": _infinitive,
    "kill_political": _kill_political,
    "kill_political_noun": _kill_noun,
    "labour_actor": lambda s: (
        bool(_sectors(s.actors) & {"LAB", "EDU", "MED", "AGR"}) or bool(_words(s, "subject") & politics("labour"))
    ),
    "light": _light,
    "light_or_actor": _light_or_actor,
    "light_or_crowd": lambda s: (
        (_light(s) and not _unpolitical(s)) or (_crowd_actor(s) and any(w.level == STATE for w in s.recipients))
    ),
    "light_or_forces": lambda s: (
        _light(s) or _armed(s.actors) or bool(_phrase_words(s, "subject") & {"troop", "force", "army"})
    ),
    "light_or_target": lambda s: _light(s) or _target(s),
    "light_or_sides": _light_or_sides,
    "moves_somewhere": lambda s: bool(
        _phrase_words(s, "on", "to", "near", "at", "along", "in", "around") & politics("moves")
    ),
    "must_clause": _must_clause,
    "negated_object": _negated_object,
    "no_air": lambda s: not (sentence_words(s) & {"air", "missile", "airstrike", "drone"}),
    "no_campaign": lambda s: (
        not (sentence_words(s) & {"campaign", "election", "candidate", "voter"}) and not _unpolitical(s)
    ),
    "no_complement": lambda s: not s.slots.clause_heads(),
    "no_label": _no_label,
    "no_object": _no_object,
    "not_as": lambda s: not s.slots.heads("as"),
    "no_sport": lambda s: (
        not _unpolitical(s)
        and (_forces(s.actors) or "COP" in _sectors(s.actors) or any(w.kind == "group" for w in s.recipients))
    ),
    "no_target": lambda s: not _level_in(s, "at", "into", "on", "against"),
    "non_grata": _non_grata,
    "not_police": lambda s: "COP" not in _sectors(s.actors),
    "object_political": lambda s: _level_in(s, "object", "clause"),
    "office_actor": _office_actor,
    "office_object": lambda s: (
        bool(_phrase_words(s, "object") & politics("offices"))
        or any(w.office and w.level == STATE for w in s.recipients)
    ),
    "official_actor": lambda s: (
        any(map(official, s.actors)) and not _unpolitical(s) and not all(s.slots.scene.is_local(w) for w in s.actors)
    ),
    "official_object": lambda s: any(official(w) and w.kind in _PEOPLE for w in s.slots.fill("object")),
    "on_political": lambda s: _level_in(s, "on", "at", "upon"),
    "one_side": lambda s: len({w.country for w in (*s.actors, *s.recipients) if w.country}) < 2,
    "oprd_responsible": _says_oprd,
    "own_actor": _own_actor,
    "own_object": _own_object,
    "own_people": lambda s: not {w.country for w in s.recipients if w.country} - {w.country for w in s.actors},
    "pay_clause": lambda s: _clause_has(s, frozenset({"pay", "compensate", "refund"})),
    "person_object": _person_object,
    "person_or_craft_object": lambda s: _person_object(s) or bool(_words(s, "object") & politics("craft")),
    "political_actor": lambda s: any(w.level == STATE for w in s.actors) and not _unpolitical(s),
    "political_arrest": _political_arrest,
    "political_object": lambda s: _level_in(s, "object", level=STATE),
    "political_object_owner": lambda s: any(w.level >= SOCIAL for w in s.recipients),
    "political_recipient": _political_recipient,
    "political_oblique": lambda s: _level_in(
        s, "of", "to", "with", "by", "for", "in", "about", "against", "at", "over", "behind", level=STATE
    ),
    "political_person_object": lambda s: _political_person(s.recipients, s),
    "political_person_recipient": lambda s: _political_person(s.recipients, s),
    "purpose": _purpose,
    "ready_clause": lambda s: any(w.level == STATE for w in s.recipients),
    "refuses_deed": lambda s: (
        _infinitive(s)
        and not _unpolitical(s)
        and not any(s.slots.scene.tokens[h].lemma in politics("silences") for h in s.slots.clause_heads())
    ),
    "reject_object": lambda s: bool(
        s.slots.heads("of") or s.slots.heads("to") or s.slots.heads("object") or s.slots.clause_heads()
    ),
    "returns_to_state": lambda s: (
        bool(s.slots.heads("object"))
        and _level_in(s, "to", level=STATE)
        and any(w.level == STATE for w in s.actors)
        and not _unpolitical(s)
    ),
    "speech_like": _speech_like,
    "spoken": _spoken,
    "spoken_own": _spoken_own,
    "state_actor": lambda s: (
        any(official(w) and (w.country or w.kind == "state") for w in s.actors) and not _unpolitical(s)
    ),
    "target": _target,
    "that_or_from": _that_or_from,
    "to_place": lambda s: bool(s.slots.heads("to") or s.slots.heads("in") or s.slots.heads("at")),
    "two_sides": _two_sides,
    "violent_actor": _violent_actor,
    "violent_context": lambda s: not _unpolitical(s) and (_armed(s.actors) or _target(s)),
    "warns_actor": lambda s: (
        any(w.level == STATE for w in s.actors) and any(w.level == STATE for w in s.recipients) and _warns(s)
    ),
    "will_not_clause": lambda s: _will_not(s),
    "with_or_between": lambda s: _level_in(s, "with", "to", "between", level=STATE),
    "with_political": lambda s: _level_in(s, "with", "alongside", "against", level=STATE) or _two_sides(s),
}


def _warns(sense: "Sense") -> bool:
    """A warning is a threat where the one who warns is the one who would do it."""
    return bool(sentence_words(sense) & politics("warnings"))


def _will_not(sense: "Sense") -> bool:
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
