"""Judgements on force: whether an attack, a killing or an arrest has a political side."""

from typing import TYPE_CHECKING

from dateline.extract.claims.judgements import (
    CROWD,
    PEOPLE,
    armed,
    forces,
    head_words,
    phrase_words,
    sectors_of,
    sentence_words,
    unpolitical,
)
from dateline.extract.claims.scene import ARMED, FORCES, NON_STATE, STATE, Scene, Who
from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.senses import Sense


def cracked_on(sense: "Sense") -> bool:
    """A crackdown on people, or on what they may do."""
    wanted = politics("cracked_on") | politics("crowds") | politics("dissidents")
    named = bool(phrase_words(sense, "on", "object", "against", "of") & wanted)
    return named or any(w.level == STATE or w.country for w in sense.recipients)


def prisoner_of_war(sense: "Sense") -> bool:
    """ "Soldiers captured during the war"."""
    taken = sense.slots.predicate.lemma in ("capture", "take prisoner")
    soldiers = head_words(sense, "object") & {"soldier", "troop", "fighter", "pilot", "airman", "marine"}
    return (
        taken and bool(soldiers) and bool(sentence_words(sense) & {"war", "battle", "fighting", "offensive", "combat"})
    )


def political_arrest(sense: "Sense") -> bool:
    """An arrest with a political side: a dissident, politician, journalist, soldier or crowd, or a state behind it."""
    targets = [w for w in sense.recipients if w.kind in PEOPLE]
    if targets and any(holds_power(w) for w in sense.actors) and (for_protest(sense) or foreign_arrest(sense)):
        return True
    if sentence_words(sense) & politics("private_crimes"):
        return False
    if not unpolitical(sense) and forces_at_crowd(sense):
        return True
    if sense.slots.heads("subject") and not any(w.level for w in sense.slots.fill("subject")):
        return False  # "captured by a philosophy"
    if unpolitical(sense) or not targets or (sense.actors and not any(holds_power(w) for w in sense.actors)):
        return False
    if sense.actors and all(w.kind == "person" and not set(w.sectors) & (FORCES | {"JUD"}) for w in sense.actors):
        return False  # a candidate picks up delegates
    named = phrase_words(sense, "object", "of") & politics("dissidents")
    sectors = sectors_of([w for w in targets if w.kind != "person" or set(w.sectors) != {"UAF"}])
    special = sectors & (ARMED | {"OPP", "JRN", "PTY", "LEG", "GOV", "JUD", "ELI", "REL", "REF"})
    local = all(sense.slots.scene.is_local(w) for w in targets)
    if special and not local and not (sectors & {"GOV", "JUD"} and all(w.level < STATE for w in targets)):
        return any(w.country for w in (*targets, *sense.actors)) or bool(sectors & ARMED)
    by_state = any(w.country for w in sense.actors)
    return ((bool(named) or of_rebels(sense)) and by_state) or foreign_arrest(sense)


def held_to_account(sense: "Sense") -> bool:
    """ "Held responsible", "held accountable": in nobody's custody."""
    scene, head = sense.slots.scene, sense.slots.predicate.head
    if sense.slots.predicate.lemma != "hold":
        return False
    first, last = scene.syntax.edges(head)
    return any(t.lower in ("accountable", "liable", "responsible") for t in scene.tokens[max(first, head) : last])


def of_rebels(sense: "Sense") -> bool:
    """ "A man suspected of belonging to the militia": an armed group stands in the phrase."""
    scene = sense.slots.scene
    return any(
        scene.tokens[j].pos == "PROPN" and (who := scene.who(j)) is not None and set(who.sectors) & {"REB", "UAF"}
        for i in sense.slots.heads("object")
        for j in range(*scene.syntax.edges(i))
    )


def for_protest(sense: "Sense") -> bool:
    """Held for protest: "detained people who marched", "arrested 40 over the demonstration"."""
    scene, wanted = sense.slots.scene, politics("protest_deeds")
    clauses = [
        scene.tokens[i].lemma
        for h in sense.slots.heads("object")
        for i in scene.syntax.children(h)
        if scene.tokens[i].dep in ("relcl", "acl")
    ]
    causes = [
        scene.tokens[i].lemma for p in ("over", "for", "at", "during", "in", "after") for i in sense.slots.heads(p)
    ]
    return any(lemma in wanted for lemma in (*clauses, *causes))


def own_side(sense: "Sense") -> bool:
    """ "Fought on the government's side", "fights for Chad": with them, not against them."""
    if sense.slots.predicate.lemma not in ("fight", "battle", "combat"):
        return False
    on = {sense.slots.scene.tokens[i].lemma for i in sense.slots.heads("on")}
    return bool(on & {"side", "behalf"}) or bool(sense.slots.heads("alongside") or sense.slots.heads("beside"))


def by_stranger(sense: "Sense") -> bool:
    """Struck by "an unknown assailant": nobody's politics, unless words of war stand beside."""
    named = any(set(w.sectors) - {"UAF"} or w.form != "nominal" for w in sense.actors)
    return not named and bool(head_words(sense, "subject") & politics("strangers"))


def orders_attack(sense: "Sense") -> bool:
    """A ruler who orders or launches it, against a place, a state or a force."""
    struck = any(w.kind in ("place", "state") or set(w.sectors) & FORCES for w in sense.recipients)
    rulers = any("GOV" in w.sectors and w.country for w in sense.actors)
    return rulers and struck and sense.slots.predicate.light in ("order", "launch", "authorise", "authorize", "conduct")


def crowd_beats(sense: "Sense") -> bool:
    """Beating is done by police or several; one who beat a leader won an election or a war."""
    actors = sense.actors
    return not actors or any(w.plural or w.kind != "person" or set(w.sectors) & {"COP", "CRM"} for w in actors)


def holds_power(who: Who) -> bool:
    return who.kind == "state" or who.country in NON_STATE or bool(set(who.sectors) & (FORCES | {"GOV", "JUD", "CRM"}))


def foreign_arrest(sense: "Sense") -> bool:
    """Police of one state against people of another, where no ordinary crime is told."""
    mine = {w.country for w in sense.actors} - {None}
    theirs = {w.country for w in sense.recipients} - {None}
    return bool(mine and theirs) and not mine & theirs and not sentence_words(sense) & politics("crimes")


def kill_political(sense: "Sense") -> bool:
    """A killing with a political side: somebody armed or of a state on one side."""
    if unpolitical(sense):
        return False
    attempted = sense.slots.predicate.lemma == "assassinate"
    if not sense.actors and not attempted and not violent_words(sense) - politics("not_deadly"):
        return False  # killed in a crash or a flood
    if not sense.actors and sentence_words(sense) & politics("war_deaths") and somewhere(sense):
        return bool(sense.recipients)
    if forces_at_crowd(sense):
        return True
    if any(w.level == STATE for w in (*sense.actors, *sense.recipients)):
        return bool(sense.recipients) and not only_local(sense)
    return bool(sense.recipients) and bool(sectors_of(sense.actors) & (FORCES | {"CRM"})) and political_crime(sense)


def in_attack(sense: "Sense") -> bool:
    """Killed "in a suicide bombing", "when a car bomb exploded": by violence, whoever did it."""
    scene, slots = sense.slots.scene, sense.slots
    heads = [i for p in ("in", "by", "during", "from", "under") for i in slots.heads(p)]
    # Where the attack is somebody's, its own word tells who did it.
    nobodys = [i for i in heads if not any(w.level and w.kind != "place" for w in scene.owners(i))]
    return not unpolitical(sense) and any(_deadly(scene, i) for i in nobodys)


def _deadly(scene: Scene, index: int) -> bool:
    token, known = scene.tokens[index], politics("deadly_attacks")
    before = [scene.tokens[i].lemma for i in scene.syntax.children(index) if scene.tokens[i].dep == "compound"]
    bombed = token.lemma in politics("blasts") and bool({*before} & politics("bombs"))
    return bombed or token.lemma in known or any(f"{b} {token.lemma}" in known for b in before)


def somewhere(sense: "Sense") -> bool:
    """Whether a country is told: of those struck, or of a place in the sentence."""
    if any(w.country for w in sense.recipients):
        return True
    scene = sense.slots.scene
    return any(scene.place_country(t.start) for t in scene.sentence(sense.slots.predicate.head) if t.pos == "PROPN")


def forces_at_crowd(sense: "Sense") -> bool:
    """Soldiers or police against those who protest, also where only their number is told of a country's forces."""
    if sense.recipients:
        crowd = sectors_of(sense.recipients) & CROWD and sentence_words(sense) & politics("protest_words")
        return bool(crowd) and any(set(w.sectors) & FORCES for w in sense.actors)
    if not any(set(w.sectors) & FORCES and w.country for w in sense.actors):
        return False
    return bool(sense.slots.heads("object")) and bool(sentence_words(sense) & politics("protest_words"))


def only_local(sense: "Sense") -> bool:
    scene = sense.slots.scene
    return all(scene.is_local(w) for w in (*sense.actors, *sense.recipients) if w.level == STATE)


def political_crime(sense: "Sense") -> bool:
    return any(w.country for w in (*sense.actors, *sense.recipients)) and bool(sectors_of(sense.actors) & ARMED)


def violent_words(sense: "Sense") -> frozenset[str]:
    """Words of violence in the sentence beside the act's own."""
    own = set(sense.slots.predicate.lemma.split())
    token = sense.slots.scene.tokens[sense.slots.predicate.head]
    return (sentence_words(sense) & politics("violent")) - own - {token.lower}


def war_of_words(sense: "Sense") -> bool:
    """Politicians attack each other in words."""
    return (
        bool(sense.actors and sense.recipients)
        and not armed(sense.actors)
        and all(w.kind in PEOPLE and not set(w.sectors) & FORCES for w in (*sense.actors, *sense.recipients))
        and not violent_words(sense)
    )


def attacked_for(sense: "Sense") -> bool:
    """ "Attacked him for being soft", "for his support of the war": in words, where a person does it."""
    predicate = sense.slots.predicate
    if predicate.lemma not in politics("hits_with_words") or predicate.form != "verb" or not sense.actors:
        return False
    plural = predicate.lemma != "attack"  # "members of both parties pummelled the minister for"
    if not all((w.kind == "person" or plural) and not set(w.sectors) & FORCES for w in sense.actors):
        return False
    tokens, syntax = sense.slots.scene.tokens, sense.slots.scene.syntax
    reasons = [i for i in syntax.children(predicate.head) if tokens[i].lower == "for" and i > predicate.head]
    causes = (syntax.child(i, "pobj") for i in reasons)
    return any(syntax.child(i, "pcomp") is not None for i in reasons) or any(
        i is not None and not tokens[i].entity.startswith(("DATE", "TIME")) for i in causes
    )


def armed_attack(sense: "Sense") -> bool:
    if unpolitical(sense) or own_side(sense) or by_stranger(sense):
        return False
    if sense.slots.predicate.lemma == "engage" and sense.slots.heads("in") and not sense.slots.heads("object"):
        return False  # "engaged in talks with"
    if armed(sense.actors):
        return bool(sense.recipients) or bool(phrase_words(sense, "object") & politics("violent_targets"))
    if forces(sense.actors) and sense.recipients:
        return True
    armed_target = any(w.level == STATE for w in sense.recipients)
    violent = bool(violent_words(sense))
    return armed_target and violent and not (sense.actors and not any(w.level for w in sense.actors))


def speech_like(sense: "Sense") -> bool:
    """Words that are also used of blows ("attacked", "blasted") count as words only where something is said."""
    lemma = sense.slots.predicate.lemma
    if lemma not in ("attack", "blast", "savage", "rap", "bash", "rip", "assail"):
        return True
    if war_of_words(sense) or attacked_for(sense):
        return True
    words = sentence_words(sense)
    return bool(sense.slots.heads("for") or sense.slots.heads("over")) and not words & politics("violent")


def kill_noun(sense: "Sense") -> bool:
    if unpolitical(sense):
        return False
    sides = (*sense.actors, *sense.recipients)
    return any(w.level == STATE and not sense.slots.scene.is_local(w) for w in sides) and bool(sense.recipients)


def violent_actor(sense: "Sense") -> bool:
    return armed(sense.actors) or bool(sectors_of(sense.actors) & (CROWD | {"CRM", "COP"}) and sense.recipients)


def hostage(sense: "Sense") -> bool:
    scene = sense.slots.scene
    return any(
        scene.tokens[i].lower in ("hostage", "captive", "prisoner")
        for i in scene.syntax.children(sense.slots.predicate.head)
    )
