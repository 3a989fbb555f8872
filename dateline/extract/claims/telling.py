"""Conditions on ways of telling: wrongs alleged in a clause, a time given, ground left, whoever is told to leave."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.extract.claims.judgements import (
    clause_has,
    crowd_actor,
    forces,
    head_words,
    phrase_words,
    sectors_of,
    sentence_words,
    spoken,
    unpolitical,
)
from dateline.extract.claims.scene import NON_STATE
from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.senses import Sense

_DEADLY = frozenset({"kill", "dead", "wound", "injure", "massacre", "burn"})
_TIMES = frozenset({"hour", "day", "week", "month", "deadline", "ultimatum"})


def is_to_blame(sense: "Sense") -> bool:
    """ "Said that Chad was to blame": no object, and "be" right above."""
    scene = sense.slots.scene
    token = scene.tokens[sense.slots.predicate.head]
    above = scene.tokens[token.head]
    return token.tag == "VB" and above.lemma == "be" and not sense.slots.heads("object") and spoken(sense)


def says_sin(sense: "Sense") -> bool:
    """Said as a fact of somebody else that he has done wrong: "said that the government had rigged the vote"."""
    return _said_of_others(sense, politics("sins"))


def says_atrocity(sense: "Sense") -> bool:
    """ "Found that soldiers had burned villages"."""
    return _said_of_others(sense, politics("atrocities"))


def says_no(sense: "Sense") -> bool:
    """ "Said no to the treaty"."""
    scene = sense.slots.scene
    below = scene.syntax.children(sense.slots.predicate.head)
    return bool(sense.slots.heads("to")) and any(scene.tokens[i].lower == "no" for i in below)


def _said_of_others(sense: "Sense", wrongs: frozenset[str]) -> bool:
    scene = sense.slots.scene
    for head in sense.slots.clause_heads():
        inner = scene.by_head.get(head)
        if inner is None or inner.value.lemma not in wrongs or inner.value.negated or inner.value.conditional:
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


def sent_home(sense: "Sense") -> bool:
    """ "Ordered the diplomats to leave": an expulsion, and no request."""
    return clause_has(sense, frozenset({"leave", "depart", "quit"})) and sent_by_others(sense)


def _right_behind_object(sense: "Sense") -> set[str]:
    tokens = sense.slots.scene.tokens
    ends = (sense.slots.scene.syntax.edges(i)[1] for i in sense.slots.heads("object"))
    return {tokens[e].lower for e in ends if e < len(tokens)}


def _gives_time(sense: "Sense") -> bool:
    """ "48 hours to comply"."""
    scene = sense.slots.scene
    own = [i for i in scene.syntax.children(sense.slots.predicate.head) if scene.tokens[i].lemma in _TIMES]
    below = (scene.tokens[j] for i in (*own, sense.slots.predicate.head) for j in scene.syntax.children(i))
    return bool(own) and any(t.tag == "VB" and t.dep in ("acl", "relcl", "advcl", "xcomp", "ccomp") for t in below)


TELLING: dict[str, Callable[["Sense"], bool]] = {
    "police_and_crowd": lambda s: bool(sectors_of(s.actors) & {"COP"}) and crowd_actor(s),
    "actors_of_two": lambda s: len({w.country for w in s.actors if w.country}) > 1,
    "body_actor": lambda s: any(w.country in NON_STATE for w in s.actors),
    "set_free": lambda s: clause_has(s, frozenset({"free"})) or "free" in _right_behind_object(s),
    "gives_time": _gives_time,
    "out_of_ground": lambda s: not head_words(s, "out of") & politics("left_in_words"),
    "ground_object": lambda s: (
        any(w.kind in ("place", "state") for w in s.slots.fill("object"))
        or bool(head_words(s, "object") & politics("lands"))
    ),
    "clause_fight": lambda s: clause_has(s, politics("fighting_verbs")),
    "clause_of_fight": lambda s: clause_has(s, politics("vowed_harm")) and not sentence_words(s) & politics("no_foes"),
    "raiders": lambda s: (
        not unpolitical(s)
        and (
            bool(sectors_of(s.actors) & {"REB", "UAF", "PRM"})
            or (forces(s.actors) and bool(sentence_words(s) & _DEADLY))
        )
    ),
    "brings_relief": lambda s: bool(phrase_words(s, "subject") & politics("relief_goods")),
    "press_or_opposition": lambda s: bool(sectors_of(s.recipients) & {"JRN", "OPP", "PTY", "NGO", "LAB", "REL"}),
    "says_no": says_no,
    "crowd_or_opposition": lambda s: crowd_actor(s) or bool(sectors_of(s.actors) & {"OPP"}),
    "says_atrocity": says_atrocity,
    "watching_actor": lambda s: (
        any(w.country in NON_STATE or "NGO" in w.sectors for w in s.actors)
        or bool(phrase_words(s, "subject") & {"rights", "investigator", "watchdog", "monitor"})
    ),
    "is_to_blame": is_to_blame,
    "sent_by_others": sent_by_others,
    "says_sin": says_sin,
    "court_actor_of_state": lambda s: any("JUD" in w.sectors and w.country for w in s.actors),
    "clause_access": lambda s: clause_has(s, politics("entering")),
}
