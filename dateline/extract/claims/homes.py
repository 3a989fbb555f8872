"""The country of sides whose own words give none: where the deed is done, or that of the state which deals with them.

"Gunmen in Baghdad killed two soldiers": insurgents are of the country where they act (codebook, rule 2). "Turkish
police arrested 12 journalists": at home, unless something else is said. Such a
country is one of this claim alone, never of the actor.
"""

from dataclasses import replace

from dateline.extract.claims.drafts import Draft
from dateline.extract.claims.scene import ARMED, NON_STATE, Scene, Who
from dateline.lang.politics import politics
from dateline.model.actor import Actor

_ON_THE_SPOT = frozenset({"ASSAULT", "PROTEST", "COERCE", "RETREAT", "AID", "MOBILIZE"})
_BETWEEN_STATES = frozenset({"SANCTION", "REQUEST", "AID", "SUPPORT"})
_AGAINST_STATES = frozenset({"ACCUSE", "REJECT", "THREATEN"})
_STATESMEN = frozenset({"GOV", "LEG"})
_AT_ODDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "PROTEST", "SUPPORT"})
_PARTS = frozenset({"OPP", "PTY", "LAB", "LEG", "JUD", "COP"})
_RULERS = frozenset({"GOV", "COP", "JUD", "LEG"})
_BODIES = frozenset({"GOV", "OPP", "LEG", "PTY", "COP", "LAB"})
_TO_PEOPLE = frozenset({("SANCTION", "convict"), ("ASSAULT", "crowd-control")})
_BY_WORDS = frozenset({"PROTEST", "ACCUSE", "REQUEST", "REJECT", "THREATEN"})
# What one pays or says sorry for is mostly done to others.
_ABROAD = ("concede.apolog", "concede.compensate", "concede.pay", "concede.unfreeze", "concede.sorry")


def with_homes(draft: Draft, scene: Scene) -> Draft:
    """The draft with countries for its nameless sides that have none, as far as the sentence gives them."""
    if draft.type in _BETWEEN_STATES:
        draft.actors = [_unguessed(w, draft, scene) for w in draft.actors]
    elif draft.type in _AGAINST_STATES:  # an opposition may well be at odds with its own state
        draft.actors = [_unguessed(w, draft, scene) if set(w.sectors) & _STATESMEN else w for w in draft.actors]
    draft.actors = [_unplaced(w, scene) for w in draft.actors]
    draft.recipients = [_unplaced(w, scene) for w in draft.recipients]
    spot = scene.country_of_deed(draft.predicate.id)
    if spot is not None and draft.type in _ON_THE_SPOT:
        if draft.type != "AID":
            draft.actors = [_of(w, spot, scene) for w in draft.actors]
        draft.recipients = [_of(w, spot, scene) for w in draft.recipients]
    if draft.type in _AT_ODDS:
        draft.actors = _of_same_house(draft, scene)
    home = _home(draft)
    if home is not None and _countries_around(draft, scene) <= {home}:
        own = [w for w in draft.recipients if w.country is None and _is_own(w, draft, scene)]
        draft.recipients = [_of(w, home, scene) if w in own else w for w in draft.recipients]
    return draft


def _unguessed(who: Who, draft: Draft, scene: Scene) -> Who:
    """ "The Senate cut aid to Chad": a doer guessed to be of the only state around is not of the one dealt with."""
    other = any(w.kind == "state" and w.form == "name" and w.country == who.country for w in draft.recipients)
    return replace(who, country=None) if other and _is_guessed(who, scene) else who


def _unplaced(who: Who, scene: Scene) -> Who:
    """ "Foreign diplomats" are of no country around."""
    strange = who.country is not None and who.form == "nominal" and bool(_words(who, scene) & politics("foreigners"))
    return replace(who, country=None) if strange and _is_guessed(who, scene) else who


def _is_guessed(who: Who, scene: Scene) -> bool:
    found = scene.reading.find(who.actor) if who.actor else None
    actor = found.value if found is not None else None
    return isinstance(actor, Actor) and actor.country_method == "context"


def _of(who: Who, country: str, scene: Scene) -> Who:
    """Somebody nameless with this country, unless there is one already or the words tell of a stranger."""
    nameless = who.country is None and who.form == "nominal" and who.kind != "place"
    if not nameless or _words(who, scene) & politics("strangers_here"):
        return who
    return replace(who, country=country)


def _home(draft: Draft) -> str | None:
    """The one country of the doers."""
    countries = {w.country for w in draft.actors}
    country = next(iter(countries), None)
    return country if len(countries) == 1 and country not in NON_STATE else None


def _countries_around(draft: Draft, scene: Scene) -> set[str]:
    """The countries that the sentence names or whose people it names."""
    first, last = scene.syntax.sentences[scene.tokens[draft.predicate.value.head].sentence]
    named = (scene.country_at(t.index) for t in scene.tokens[first:last] if t.pos in ("PROPN", "ADJ", "NOUN"))
    return {c for c in named if c and c not in NON_STATE}


def _of_same_house(draft: Draft, scene: Scene) -> list[Who]:
    """ "The opposition accused the Chadian government": nobody else is around, so it is the opposition there."""
    theirs = {w.country for w in draft.recipients}
    country = next(iter(theirs), None)
    rulers = any(set(w.sectors) & _RULERS and w.kind != "state" for w in draft.recipients)
    if len(theirs) != 1 or country is None or not rulers or _countries_around(draft, scene) != theirs:
        return draft.actors
    return [_of(w, country, scene) if set(w.sectors) & _PARTS else w for w in draft.actors]


def _is_own(who: Who, draft: Draft, scene: Scene) -> bool:
    """Whether this side is dealt with as somebody at home."""
    words, sectors = _words(who, scene), set(who.sectors)
    if {"its", "their", "his", "own"} & words and not words & politics("relational"):
        return True
    if draft.type in _BY_WORDS:
        return bool(sectors & _BODIES)
    rulers = any(w.kind == "state" or set(w.sectors) & _RULERS for w in draft.actors)
    courts = any(set(w.sectors) & {"COP", "JUD"} for w in draft.actors)
    if not rulers or (sectors & ARMED and not courts):
        return False
    if draft.type == "CONCEDE":
        return not draft.rule.startswith(_ABROAD)
    if draft.type == "RETREAT":
        return draft.mode == "release" and bool(words & (politics("dissidents") | politics("captives")))
    return draft.type == "COERCE" or (draft.type, draft.mode) in _TO_PEOPLE or (draft.type == "ASSAULT" and courts)


def _words(who: Who, scene: Scene) -> set[str]:
    first, last = scene.syntax.edges(who.head)
    return {w for t in scene.tokens[first:last] for w in (t.lemma, t.lower)}
