"""Crime, business and private lives: nobody's politics, however hard the words."""

from typing import TYPE_CHECKING

from dateline.extract.claims.judgements import official, power
from dateline.extract.claims.scene import STATE, Scene, Who
from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.drafts import Draft

_BY_CRIMINALS = frozenset({"ASSAULT", "COERCE", "REQUEST", "THREATEN"})
_POLITICAL = frozenset({"GOV", "MIL", "LEG", "JUD", "PTY", "REB", "OPP", "JRN", "SPY", "COP", "REL"})
_OF_OFFICE = frozenset({"RETREAT", "SANCTION", "REJECT"})


def by_criminals(draft: "Draft", scene: Scene) -> bool:
    """ "The kidnappers demanded a ransom": unless they or their victims are of politics, or of two countries."""
    sides = (*draft.actors, *draft.recipients)
    if draft.type not in _BY_CRIMINALS or not any(_is_criminal(w, scene) for w in sides):
        return False
    others = [w for w in sides if not _is_criminal(w, scene)]
    abroad = len({w.country for w in sides} - {None}) > 1
    return not abroad and not any(power(w) or set(w.sectors) & _POLITICAL for w in others)


def _is_criminal(who: Who, scene: Scene) -> bool:
    words = {scene.tokens[who.head].lemma, *((who.name or "").lower().split()[-1:])}
    return bool({w.removesuffix("s") for w in words} & politics("criminals"))


def to_oneself(draft: "Draft", scene: Scene) -> bool:
    """ "Shot himself"."""
    return draft.type in ("ASSAULT", "COERCE") and any(
        scene.tokens[w.head].lower in politics("oneself") for w in draft.recipients
    )


def of_firm(draft: "Draft", scene: Scene) -> bool:
    """ "The company's president quit": an office of a firm."""
    if draft.type not in _OF_OFFICE or draft.mode not in ("resign", "expel"):
        return False
    return any(_belongs_to_firm(w, scene) for w in (draft.recipients or draft.actors))


def _belongs_to_firm(who: Who, scene: Scene) -> bool:
    tokens, syntax = scene.tokens, scene.syntax
    owners = [i for i in syntax.children(who.head) if tokens[i].dep in ("poss", "compound", "nmod")]
    owners += [
        inner
        for i in syntax.children(who.head)
        if tokens[i].lower in ("of", "at") and (inner := syntax.child(i, "pobj")) is not None
    ]
    return any(tokens[i].lemma in politics("firms") for i in owners)


def _named_as_firm(who: Who, scene: Scene) -> bool:
    named = (who.span.of(scene.text), who.name or "")
    return any((n.split() or [""])[-1].rstrip(".").lower() in politics("firm_endings") for n in named)


def _of_directors(who: Who, scene: Scene) -> bool:
    """ "A committee of its directors", "the board of directors"."""
    first, last = scene.syntax.edges(who.head)
    return any(t.lower == "directors" for t in scene.tokens[first:last])


def on_show(draft: "Draft", scene: Scene) -> bool:
    """ "Sat down with the Morning Show": an interview."""
    return draft.type == "CONSULT" and any(
        {w.lower() for w in who.span.of(scene.text).split()} & politics("shows") for who in draft.actors
    )


def between_firms(draft: "Draft", scene: Scene) -> bool:
    """A takeover, a stake, terms of an offer: no state and no ruler stands on either side."""
    sides = (*draft.actors, *draft.recipients)
    if sides and all(_named_as_firm(w, scene) for w in sides):
        return True
    if draft.type in ("SUPPORT", "REJECT", "AGREE") and not draft.recipients:
        boards = [_of_directors(w, scene) and not w.country for w in draft.actors]
        if boards and all(boards):
            return True
    if any(w.level == STATE and (official(w) or w.office is not None) for w in sides):
        return False
    named = any(_named_as_firm(w, scene) for w in sides)
    return named or bool(scene.words_of_sentence(draft.predicate.value.head) & politics("takeovers"))
