"""Chooses the place of an event among the names of its sentence, or none."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp

from dateline.extract.event_places.event import Event, path
from dateline.extract.event_places.features import event_features, pair_features
from dateline.extract.event_places.spots import Spot, own_features
from dateline.lang.cues import cues
from dateline.lang.places import place_words
from dateline.model.syntax import Syntax, Token


def choose(head: int, spots: Sequence[Spot], syntax: Syntax) -> tuple[Spot, float] | None:
    """The place of the event whose trigger's head is the token `head`, with its probability; None for no place."""
    event = Event(head, spots, syntax)
    possible = [spot for spot in spots if is_possible(spot, event, syntax)]
    if not possible:
        return None
    weights = shipped_weights()
    base = weights["bias"] + _sum(event_features(event, syntax), weights)
    scores = []
    for spot in possible:
        if spot.weight is None:
            spot.weight = _sum(own_features(spot, spots, syntax), weights)
        scores.append(base + spot.weight + _sum(pair_features(spot, event, spots, syntax), weights))
    top = max(0.0, *scores)
    odds = [exp(score - top) for score in scores]
    best = max(range(len(possible)), key=lambda i: odds[i])
    nowhere = exp(-top)
    if odds[best] <= nowhere:
        return None
    return possible[best], odds[best] / (nowhere + sum(odds))


def _sum(names: Sequence[str], weights: Mapping[str, float]) -> float:
    return sum(weights[name] for name in names if name in weights)


def is_possible(spot: Spot, event: Event, syntax: Syntax) -> bool:
    """Whether a name may be the place of an event: no topic, no side, and not that of another event behind "since".

    What somebody says or accuses another of has its place, not that of the saying.
    """
    words, tokens = place_words(), syntax.tokens
    says = tokens[event.head].lemma in cues().uttered and tokens[event.head].pos == "VERB"
    judges = tokens[event.head].lemma in words.judging
    for at in path(spot.head, event, syntax)[0]:
        token = tokens[at]
        if says and token.pos == "VERB" and token.dep in {"ccomp", "xcomp", "pcomp"}:
            return False
        if judges and token.dep == "dobj":
            return False
        if token.dep not in {"prep", "agent"}:
            continue
        if tokens[spot.head].head == at:
            if token.lower in words.topics and _is_wide(spot) and not _is_ground(tokens[token.head], words.strikes):
                return False
        elif token.lower in words.turns or (token.lower == "on" and _is_wide(spot) and not _is_venue(at, syntax)):
            return False
    return True


def _is_venue(preposition: int, syntax: Syntax) -> bool:
    """ "on the sidelines", "on a beach", "an attack on the camp"."""
    behind = syntax.child(preposition, "pobj")
    over = syntax.tokens[syntax.tokens[preposition].head]
    is_strike = over.lemma in place_words().strikes
    return is_strike or (behind is not None and _is_ground(syntax.tokens[behind], frozenset()))


def _is_ground(word: Token, others: frozenset[str]) -> bool:
    """Whether a noun is a piece of land or water, so that what is behind its preposition tells where."""
    words = place_words()
    return bool({word.lemma, word.lower} & (words.venues | words.grounds | others))


def _is_wide(spot: Spot) -> bool:
    return spot.place is not None and spot.place.feature in {"country", "region"}


@cache
def shipped_weights() -> Mapping[str, float]:
    """The weight of each feature, and the bias of having a place at all."""
    card = json.loads(files("dateline").joinpath("weights/event_places.json").read_text("utf-8"))
    weights: dict[str, float] = card["weights"]
    return weights
