"""Who gathers and what for: rulers to talk, crowds to protest or to cheer, troops to be ready."""

from typing import TYPE_CHECKING

from dateline.extract.claims.judgements import CROWD, head_words, official, sectors_of, unpolitical
from dateline.extract.claims.scene import FORCES, STATE
from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.senses import Sense

_GATHERING = frozenset({"gather", "assemble", "congregate", "converge"})
_FORMER = frozenset({"ex", "former", "retired"})
_NUMBERS = frozenset({"thousand", "hundred", "dozen", "plane"})


def meets_somebody(sense: "Sense") -> bool:
    """Rulers gather to talk; crowds, parties and troops do not, and whoever gathers things has met nobody."""
    lemma = sense.slots.predicate.lemma
    if lemma == "consult":
        rulers = any(w.level == STATE and official(w) for w in sense.slots.fill("subject"))
        return rulers and not _in_subject(sense, frozenset({"analyst", "consultant", "expert", "scholar"}))
    if lemma not in _GATHERING or sense.slots.heads("with"):
        return True
    if sense.slots.predicate.voice == "active" and sense.slots.heads("object"):
        return any(w.level for w in sense.slots.fill("object"))
    sectors = sectors_of(sense.actors)
    return not (
        _in_subject(sense, politics("crowds") | {"supporter", "fighter"})
        or _in_subject(sense, politics("troops") - _NUMBERS)
        or (bool(sectors) and sectors <= CROWD | FORCES)
    )


def no_former_troops(sense: "Sense") -> bool:
    """Veterans gather to talk or to protest, and not as troops."""
    scene = sense.slots.scene
    return not any(scene.tokens[j].lower in _FORMER for i in _heads(sense) for j in scene.syntax.children(i))


def gathers_against(sense: "Sense") -> bool:
    """A crowd that gathers to denounce: "gathered on the square to condemn the vote"."""
    crowd = bool(sectors_of(sense.actors) & CROWD) or _in_subject(sense, politics("crowds") | {"fighter", "veteran"})
    return crowd and not unpolitical(sense) and bool(_purposes(sense) & politics("causes_of_protest"))


def gathers_for(sense: "Sense") -> bool:
    """Followers of somebody who gather, and for nothing that is told."""
    return bool(head_words(sense, "subject") & politics("followers")) and not _purposes(sense) & politics(
        "causes_of_protest"
    )


def _in_subject(sense: "Sense", words: frozenset[str]) -> bool:
    return any(sense.slots.scene.tokens[i].lemma in words for i in _heads(sense))


def _heads(sense: "Sense") -> list[int]:
    """Whoever gathers: in "thousands of soldiers", the soldiers."""
    scene = sense.slots.scene
    found = list(sense.slots.heads("subject"))
    for i in found[:]:
        if scene.tokens[i].lemma in _NUMBERS:
            inner = (scene.syntax.child(j, "pobj") for j in scene.syntax.children(i) if scene.tokens[j].lower == "of")
            found += [j for j in inner if j is not None]
    return found


def _purposes(sense: "Sense") -> set[str]:
    scene = sense.slots.scene
    below = (scene.tokens[i] for i in scene.syntax.children(sense.slots.predicate.head))
    return {t.lemma for t in below if t.dep in ("advcl", "xcomp") and t.tag in ("VB", "VBG")}
