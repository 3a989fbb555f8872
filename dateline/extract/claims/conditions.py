"""What an entry of the lexicon may ask for beyond its words: conditions on the sides and on the clause, by name."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.extract.claims.apart import APART
from dateline.extract.claims.judgements import (
    CUT,
    PEOPLE,
    agrees_as_state,
    agrees_to,
    armed,
    asked_in_clause,
    asked_to_do,
    asks_power,
    bad_label,
    between,
    captive_object,
    clause_has,
    complement,
    country_of_slot,
    crowd_actor,
    emergency_object,
    for_somebody,
    forces,
    future,
    head_words,
    infinitive,
    level_in,
    light,
    light_or_actor,
    light_or_sides,
    must_clause,
    needy,
    negated_object,
    no_label,
    no_object,
    non_grata,
    office_actor,
    official,
    others_deed,
    own_actor,
    own_object,
    person_object,
    phrase_words,
    political_person,
    political_recipient,
    power,
    purpose,
    says_oprd,
    sectors_of,
    sentence_words,
    spoken,
    spoken_own,
    target,
    that_or_from,
    two_sides,
    unpolitical,
    weighty_actor,
)
from dateline.extract.claims.scene import FORCES, NON_STATE, SOCIAL, STATE
from dateline.extract.claims.telling import TELLING
from dateline.extract.claims.threats import warned, warns, warns_of_own_deed, will_not
from dateline.extract.claims.violence import (
    armed_attack,
    cracked_on,
    crowd_beats,
    forces_at_crowd,
    held_to_account,
    hostage,
    in_attack,
    kill_noun,
    kill_political,
    orders_attack,
    political_arrest,
    somewhere,
    speech_like,
    violent_actor,
)
from dateline.extract.claims.wordings import has_ruled, is_silence, leaves_dead, only_offered
from dateline.lang.politics import politics
from dateline.model.syntax import Token

if TYPE_CHECKING:
    from dateline.extract.claims.senses import Sense

_PUSHING = frozenset({"push", "press", "pressure", "lobby", "encourage", "prod", "petition"})


def _around_noun(sense: "Sense") -> tuple[list[Token], int]:
    """The tokens of the phrase of the predicate's noun, and the noun's place."""
    predicate, syntax = sense.slots.predicate, sense.slots.scene.syntax
    noun = predicate.noun if predicate.noun is not None else predicate.head
    first, last = syntax.edges(noun)
    return list(syntax.tokens[first:last]), noun


def _before_noun(sense: "Sense") -> list[Token]:
    tokens, noun = _around_noun(sense)
    return [t for t in tokens if t.index < noun]


def _behind_noun(sense: "Sense") -> list[Token]:
    tokens, noun = _around_noun(sense)
    return [t for t in tokens if t.index > noun]


CONDITIONS: dict[str, Callable[["Sense"], bool]] = {
    **APART,
    "against_political": lambda s: level_in(s, "against", "of", "object"),
    "agrees_to": agrees_to,
    "armed_actor": lambda s: armed(s.actors) and not unpolitical(s),
    "armed_actor_noun": lambda s: (
        (armed(s.actors) or (light(s) and not s.actors and level_in(s, "on", "against", level=STATE)))
        and not unpolitical(s)
    ),
    "verbal_attack": lambda s: (
        any(w.kind in PEOPLE and not set(w.sectors) & FORCES for w in s.recipients)
        and not armed(s.actors)
        and any(w.level == STATE for w in s.actors)
    ),
    "armed_attack": armed_attack,
    "active_or_official": lambda s: (
        s.slots.predicate.voice == "active"
        or (any(map(official, s.actors)) and all(official(w) and not set(w.sectors) & FORCES for w in s.recipients))
    ),
    "at_crowd": forces_at_crowd,
    "armed_mutual": lambda s: (
        len(s.actors) + len(s.recipients) > 1
        and all(armed([w]) for w in (*s.actors, *s.recipients))
        and not unpolitical(s)
    ),
    "armed_both": lambda s: armed(s.actors) and armed(s.recipients),
    "armed_or_political_target": lambda s: (
        not unpolitical(s)
        and (armed(s.actors) or (forces(s.actors) and target(s)) or any(w.level == STATE for w in s.recipients))
    ),
    "bad_label": bad_label,
    "between": between,
    "both_official": lambda s: (
        any(map(official, s.actors))
        and any(map(official, s.recipients))
        and any(w.level == STATE for w in s.actors)
        and any(w.level == STATE for w in s.recipients)
    ),
    "chemical_object": lambda s: bool(phrase_words(s, "object") & politics("chemical")),
    "clash_target": lambda s: any(set(w.sectors) & (FORCES | {"GOV"}) for w in s.recipients),
    "clause_bad": lambda s: clause_has(s, politics("bad_deeds")) or clause_has(s, politics("bad_labels")),
    "complement": complement,
    "complement_noun": lambda s: bool(s.slots.clause_heads()) or bool(s.slots.heads("for")),
    "country_object": lambda s: country_of_slot(s, "object"),
    "country_oblique": lambda s: country_of_slot(s, "to", "in", "of", "object"),
    "country_or_place_target": lambda s: country_of_slot(s, "object", "into") or level_in(s, "object", "into"),
    "court_actor": lambda s: (
        "JUD" in sectors_of(s.actors) or bool(head_words(s, "subject") & {"court", "judge", "tribunal"})
    ),
    "court_like": lambda s: not s.actors or "JUD" in sectors_of(s.actors) or any(w.level == STATE for w in s.actors),
    "crowd_actor": crowd_actor,
    "crowd_beats": crowd_beats,
    "cracked_on": cracked_on,
    "for_somebody": for_somebody,
    "crowd_object": lambda s: bool(phrase_words(s, "object", "of") & politics("crowds")),
    "crowd_weapon": lambda s: bool(phrase_words(s, "object") & politics("crowd_weapons")),
    "cross_border": lambda s: len({w.country for w in (*s.actors, *s.recipients) if w.country}) > 1,
    "curb_object": lambda s: bool(head_words(s, "object", "of") & politics("curbs")),
    "cut_object": lambda s: bool(phrase_words(s, "of", "to") & CUT),
    "cyber_object": lambda s: light(s) or (bool((phrase_words(s, "object", "into")) & politics("cyber")) and target(s)),
    "emergency_object": emergency_object,
    "exchange_context": lambda s: bool(
        sentence_words(s) & {"swap", "prisoner", "hostage", "captive", "release", "detainee"}
    ),
    "passive": lambda s: s.slots.predicate.voice == "passive" and not s.actors,
    "plural_actor": lambda s: any(w.plural or w.kind != "person" for w in s.actors) and not unpolitical(s),
    "force_used": lambda s: not s.actors or bool(sectors_of(s.actors) & (FORCES | {"CRM", "CVL"})),
    "forces_actor": lambda s: forces(s.actors) and not unpolitical(s),
    "forces_or_state_actor": lambda s: (
        (forces(s.actors) or any(w.level == STATE for w in s.actors)) and not unpolitical(s)
    ),
    "future": future,
    "guilty_complement": says_oprd,
    "has_clause": lambda s: bool(s.slots.clause_heads()) and not unpolitical(s),
    "hostage_complement": hostage,
    "human_actor": lambda s: (
        any(w.level == STATE for w in s.actors)
        and s.slots.predicate.light not in ("take", "face", "see", "meet", "consider", "have")
    ),
    "infinitive": infinitive,
    "in_attack": in_attack,
    "in_custody": lambda s: not held_to_account(s),
    "kill_political": kill_political,
    "kill_political_noun": kill_noun,
    "labour_actor": lambda s: (
        bool(sectors_of(s.actors) & {"LAB", "EDU", "MED", "AGR"}) or bool(head_words(s, "subject") & politics("labour"))
    ),
    "not_own": lambda s: (
        not any(
            s.slots.scene.tokens[j].lower in politics("own")
            for i in (*s.slots.heads("object"), *s.slots.heads("of"))
            for j in s.slots.scene.syntax.children(i)
        )
        and not phrase_words(s, "object") & {"its", "their"}
    ),
    "pulls_nobody": lambda s: not s.slots.predicate.lemma.startswith("pull") or not person_object(s),
    "not_attempted": lambda s: s.slots.predicate.lemma != "try" or not s.slots.clause_heads(),
    "no_petition": lambda s: not (phrase_words(s, "object") & politics("peaceful_campaigns")),
    "asked_in_clause": asked_in_clause,
    "leave_clause": lambda s: clause_has(s, frozenset({"leave", "depart", "quit", "go"})),
    "labour_or_crowd": lambda s: (
        crowd_actor(s)
        or bool(sectors_of(s.actors) & {"LAB", "EDU", "MED", "AGR"})
        or bool(head_words(s, "subject") & politics("labour"))
    ),
    "crowd_or_party": lambda s: crowd_actor(s) or bool(sectors_of(s.actors) & {"PTY", "OPP", "CVL", "NGO"}),
    "not_labour": lambda s: (
        not (sectors_of(s.actors) & {"LAB", "EDU", "MED"} or head_words(s, "subject") & politics("labour"))
    ),
    "light": light,
    "light_or_actor": light_or_actor,
    "light_or_crowd": lambda s: (
        (light(s) and not unpolitical(s)) or (crowd_actor(s) and any(w.level == STATE for w in s.recipients))
    ),
    "light_or_forces": lambda s: (
        light(s) or armed(s.actors) or bool(phrase_words(s, "subject") & {"troop", "force", "army"})
    ),
    "light_or_target": lambda s: light(s) or target(s),
    "light_or_sides": light_or_sides,
    "moves_somewhere": lambda s: bool(
        phrase_words(s, "on", "to", "near", "at", "along", "in", "around") & politics("moves")
    ),
    "must_clause": must_clause,
    "needy": needy,
    "negated_object": negated_object,
    "no_air": lambda s: not (sentence_words(s) & {"air", "missile", "airstrike", "drone"}),
    "no_campaign": lambda s: (
        not (sentence_words(s) & {"campaign", "election", "candidate", "voter", "fundraiser", "nominee"})
        and not unpolitical(s)
    ),
    "no_complement": lambda s: not s.slots.clause_heads(),
    "no_label": no_label,
    "no_object": no_object,
    "not_as": lambda s: not s.slots.heads("as"),
    "no_ordinary_crime": lambda s: (
        any(w.kind == "state" or w.office is not None for w in s.recipients)
        or not sentence_words(s) & (politics("crimes") | {"kill", "shooting", "stabbing"})
    ),
    "no_disaster": lambda s: not sentence_words(s) & politics("disaster"),
    "no_side_noun": lambda s: (
        not head_words(s, "by", "with") & {"side"}
        and s.slots.scene.syntax.child(s.slots.predicate.head, "poss") is None  # "their standing with voters"
        and s.slots.scene.tokens[max(s.slots.predicate.head - 1, 0)].text not in ("'", "’", "'s", "’s")
    ),
    "no_plea": lambda s: (
        not (s.slots.predicate.lemma == "plead" and sentence_words(s) & {"guilty", "innocent", "court"})
    ),
    "blame_target": lambda s: (
        s.slots.predicate.lemma != "blame"
        or bool(s.recipients)
        or any(s.slots.scene.tokens[i].pos == "PROPN" for i in s.slots.heads("object"))
    ),
    "deed_clause": lambda s: (
        not any(s.slots.scene.tokens[h].lemma in politics("no_deeds") for h in s.slots.clause_heads())
    ),
    "no_health": lambda s: not sentence_words(s) & politics("health"),
    "no_party_meeting": lambda s: any(set(w.sectors) - {"PTY", "CVL"} for w in (*s.actors, *s.recipients)),
    "troops_if_any": lambda s: not (heads := head_words(s, "object", "of")) or bool(heads & politics("troops")),
    "weighty_or_state": lambda s: weighty_actor(s) or any(w.kind == "state" for w in s.recipients),
    "urges_somebody": lambda s: (
        s.slots.predicate.lemma not in _PUSHING or bool(s.recipients) or bool(s.slots.heads("for"))
    ),
    "leaves_place": lambda s: (
        s.slots.predicate.lemma not in ("leave", "flee")
        or target(s)
        or bool(head_words(s, "object") & politics("violent_targets"))
        or not s.slots.heads("object")
    ),
    "definite_recipient": lambda s: (
        not all(
            w.form == "nominal" and s.slots.scene.tokens[w.head - 1].lower in ("a", "an")
            for w in s.recipients
            if w.head
        )
    ),
    "other_recipient": lambda s: bool({w.country for w in s.recipients} - {w.country for w in s.actors}),
    "no_sport": lambda s: (
        not unpolitical(s)
        and (forces(s.actors) or "COP" in sectors_of(s.actors) or any(w.kind == "group" for w in s.recipients))
    ),
    "no_target": lambda s: (
        not (
            level_in(s, "at", "into", "on", "against")
            or head_words(s, "at", "into", "on", "against", "toward", "towards") & politics("violent_targets")
        )
    ),
    "fired_on": lambda s: (
        target(s)
        or bool(head_words(s, "at", "into", "on", "against", "toward", "towards") & politics("violent_targets"))
    ),
    "non_grata": non_grata,
    "not_police_target": lambda s: not all("COP" in w.sectors for w in s.recipients),
    "not_forces": lambda s: not forces(s.actors),
    "not_police": lambda s: "COP" not in sectors_of(s.actors),
    "object_political": lambda s: level_in(s, "object", "clause"),
    "asks_nothing": lambda s: not s.slots.predicate.lemma.startswith("call") or not asked_to_do(s),
    "leaves_nobody_dead": lambda s: not leaves_dead(s),
    "not_offered": lambda s: not only_offered(s),
    "office_actor": office_actor,
    "office_object": lambda s: (
        bool(phrase_words(s, "object") & politics("offices"))
        or any(w.office and w.level == STATE for w in s.recipients)
    ),
    "official_actor": lambda s: (
        any(map(official, s.actors)) and not unpolitical(s) and not all(s.slots.scene.is_local(w) for w in s.actors)
    ),
    "official_or_none": lambda s: (not s.actors or any(map(official, s.actors))) and not unpolitical(s),
    "official_or_police": lambda s: (
        any((official(w) and w.level == STATE) or (set(w.sectors) & FORCES and w.country) for w in s.actors)
        and not unpolitical(s)
    ),
    "official_object": lambda s: any(
        official(w) and w.kind in PEOPLE and (w.office is not None or w.kind == "person")
        for w in s.slots.fill("object")
    ),
    "on_political": lambda s: level_in(s, "on", "at", "upon"),
    "one_side": lambda s: len({w.country for w in (*s.actors, *s.recipients) if w.country}) < 2,
    "oprd_responsible": says_oprd,
    "own_actor": own_actor,
    "own_object": own_object,
    "own_people": lambda s: not {w.country for w in s.recipients if w.country} - {w.country for w in s.actors},
    "pay_clause": lambda s: clause_has(s, frozenset({"pay", "compensate", "refund"})),
    "person_object": person_object,
    "person_or_craft_object": lambda s: person_object(s) or bool(head_words(s, "object") & politics("craft")),
    "own_clause": warns_of_own_deed,
    "nobody_warned": lambda s: not warned(s),
    "others_warned": lambda s: bool(warned(s)) or not warns_of_own_deed(s),
    "place_object": lambda s: any(w.kind == "place" for w in s.slots.fill("object")),
    "political_actor": lambda s: any(w.level == STATE for w in s.actors) and not unpolitical(s),
    "political_arrest": political_arrest,
    "political_object": lambda s: level_in(s, "object", level=STATE),
    "political_object_owner": lambda s: any(w.level >= SOCIAL for w in s.recipients),
    "political_recipient": political_recipient,
    "political_oblique": lambda s: level_in(
        s, "of", "to", "with", "by", "for", "in", "about", "against", "at", "over", "behind", level=STATE
    ),
    "political_person_object": lambda s: political_person(s.recipients, s),
    "political_person_recipient": lambda s: political_person(s.recipients, s),
    "purpose": purpose,
    "recipient_political": lambda s: any(
        w.level == STATE or set(w.sectors) & {"OPP", "REF", "JRN", "CVL", "REL", "LAB", "UNO", "NGO", "AGR", "EDU"}
        for w in s.recipients
    ),
    "recipient_state": lambda s: any(w.level == STATE for w in s.recipients),
    "refuses_deed": lambda s: (
        infinitive(s) and not unpolitical(s) and not any(is_silence(s, h) for h in s.slots.clause_heads())
    ),
    "reject_object": lambda s: bool(
        s.slots.heads("of") or s.slots.heads("to") or s.slots.heads("object") or s.slots.clause_heads()
    ),
    "returns_to_state": lambda s: (
        bool(s.slots.heads("object"))
        and level_in(s, "to", level=STATE)
        and any(w.level == STATE for w in s.actors)
        and not unpolitical(s)
    ),
    "speech_like": speech_like,
    "spoken": spoken,
    "spoken_own": spoken_own,
    "state_actor": lambda s: (
        any(official(w) and (w.country or w.kind == "state") for w in s.actors) and not unpolitical(s)
    ),
    "target": target,
    "that_or_from": that_or_from,
    "to_place": lambda s: bool(s.slots.heads("to") or s.slots.heads("in") or s.slots.heads("at")),
    "two_sides": two_sides,
    "violent_actor": violent_actor,
    "violent_context": lambda s: not unpolitical(s) and (armed(s.actors) or target(s)),
    "warns_actor": lambda s: (
        any(w.level == STATE for w in s.actors) and any(w.level == STATE for w in s.recipients) and warns(s)
    ),
    "weighty_actor": weighty_actor,
    "no_or_state_recipient": lambda s: not s.recipients or any(w.level == STATE for w in s.recipients),
    "court_words": lambda s: bool(sentence_words(s) & politics("court_words")),
    "will_not_clause": will_not,
    "rallies_against": lambda s: (
        not (s.slots.predicate.lemma == "rally" and any(map(s.slots.heads, politics("gathering"))))
        and not (s.slots.predicate.lemma == "demonstrate" and s.slots.heads("object"))
    ),
    "no_candidate": lambda s: not (sectors_of(s.actors) & {"LEG", "GOV", "ELI"}),
    "led_protesters": lambda s: (
        s.slots.predicate.lemma != "call"
        and (s.slots.predicate.lemma == "lead" or "protester" not in head_words(s, "object"))
    ),
    "no_rebels": lambda s: not (sectors_of(s.recipients) & {"REB"}),
    "no_object_of_split": lambda s: s.slots.predicate.lemma != "split" or not s.slots.heads("object"),
    "agrees_as_state": agrees_as_state,
    "others_deed": others_deed,
    "money_object": lambda s: any(
        s.slots.scene.tokens[j].text in ("$", "€", "£") or s.slots.scene.tokens[j].entity == "MONEY"
        for i in s.slots.heads("object")
        for j in (i, *s.slots.scene.syntax.children(i))
    ),
    "somewhere": somewhere,
    "armed_or_orders": lambda s: CONDITIONS["armed_actor_noun"](s) or orders_attack(s),
    "two_countries": lambda s: CONDITIONS["cross_border"](s) or any(w.kind == "state" for w in s.actors),
    "suspect_named": lambda s: s.slots.predicate.lemma != "suspect" or bool(s.recipients),
    "not_to_know": lambda s: (
        not any(s.slots.scene.tokens[h].lemma in politics("learns") for h in s.slots.clause_heads())
    ),
    "asks_power": asks_power,
    "real_talks": lambda s: s.slots.predicate.lemma != "talk" or s.slots.predicate.light != "do",
    "no_candidates": lambda s: all(has_ruled(w) or not set(w.sectors) & {"PTY", "ELI", "LEG"} for w in s.recipients),
    "not_own_state": lambda s: (
        not s.recipients
        or not all(w.kind == "state" and w.country in {a.country for a in s.actors} for w in s.recipients)
    ),
    "recipient_power": lambda s: any(
        w.kind == "state"
        or (w.kind in ("organisation", "group") and set(w.sectors) & {"GOV", "LEG", "MIL", "REB"})
        or w.country in NON_STATE
        for w in s.recipients
    ),
    "no_reporters": lambda s: sectors_of(s.actors) != {"JRN"},
    "official_recipient": lambda s: any(map(official, s.recipients)),
    "idea_of_somebody": lambda s: bool(s.recipients) or not head_words(s, "object") & politics("ideas"),
    "not_surrendered": lambda s: not ("REB" in sectors_of(s.actors) and phrase_words(s, "object") & politics("own")),
    "not_taken": lambda s: s.slots.predicate.light not in ("take", "face", "draw", "receive", "get", "attract", "hear"),
    "against_political_or_clause": lambda s: level_in(s, "against", "of", "object", "clause"),
    "named_recipient": lambda s: not all(w.form == "pronoun" for w in s.recipients),
    "power_actor": lambda s: any(map(power, s.actors)) and not unpolitical(s),
    "power_or_none": lambda s: not s.actors or any(map(power, s.actors)) or bool(sectors_of(s.actors) & {"CRM"}),
    "named_actor": lambda s: any(w.form != "pronoun" for w in s.actors),
    "thanks_abroad": lambda s: s.slots.predicate.lemma != "thank" or CONDITIONS["cross_border"](s),
    "of_bad_deed": lambda s: (
        s.slots.predicate.lemma != "be responsible"
        or bool(sentence_words(s) & (politics("bad_deeds") | politics("answered_violence") | politics("war_deaths")))
    ),
    "one_responsibility": lambda s: all(s.slots.scene.tokens[i].tag != "NNS" for i in s.slots.heads("object")),
    "compensates_others": lambda s: CONDITIONS["cross_border"](s) or any(w.kind in PEOPLE for w in s.recipients),
    "signs_text": lambda s: bool(phrase_words(s, "of", "on", "object") & (politics("signed"))),
    "no_named_object": lambda s: (
        s.slots.predicate.lemma != "call" or s.slots.via is not None or not s.slots.heads("object")
    ),
    "for_what": lambda s: bool(s.slots.heads("for") or s.slots.heads("object.for")),
    "captive_object": captive_object,
    "thing_returned": lambda s: (
        any(w.kind in PEOPLE for w in s.slots.fill("object")) or bool(head_words(s, "object") & politics("returned"))
    ),
    "leaves_ground": lambda s: (
        s.slots.predicate.lemma not in ("leave", "flee")
        or not s.slots.heads("object")
        or any(w.kind in ("state", "place") or w.country in NON_STATE for w in s.slots.fill("object"))
        or bool(head_words(s, "object") & politics("violent_targets") - {"car", "vehicle", "home", "office", "shop"})
    ),
    "no_gerund": lambda s: (
        not any(s.slots.scene.tokens[i].tag == "VBG" for i in (*s.slots.clause_heads(), *s.slots.heads("object")))
    ),
    "asks_by_call": lambda s: (
        s.slots.predicate.lemma != "call"
        or s.slots.predicate.light != "make"
        or any(t.lower in ("for", "that") or t.tag == "TO" for t in _behind_noun(s))
    ),
    "real_war": lambda s: (
        not (
            s.slots.predicate.lemma.split()[-1] in ("war", "battle")
            and (
                head_words(s, "on", "against", "with") & politics("no_foes")
                or {t.lower for t in _before_noun(s)} & politics("wars_of_words")
            )
        )
    ),
    "with_or_between": lambda s: level_in(s, "with", "to", "between", level=STATE),
    "with_political": lambda s: level_in(s, "with", "alongside", "against", level=STATE) or two_sides(s),
    **TELLING,
}
