"""Chooses the place of an event among the names of its sentence, or none."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp

from dateline.extract.event_places.features import Event, features
from dateline.extract.event_places.spots import Spot
from dateline.model.syntax import Syntax


def choose(
    head: int, spots: Sequence[Spot], syntax: Syntax, *, weights: Mapping[str, float] | None = None
) -> tuple[Spot, float] | None:
    """The place of the event whose trigger's head is the token `head`, with its probability; None for no place."""
    if not spots:
        return None
    if weights is None:
        weights = shipped_weights()
    event = Event(head, spots, syntax)
    bias = weights["bias"]
    scores = [bias + sum(weights.get(f, 0.0) for f in features(spot, event, spots, syntax)) for spot in spots]
    top = max(0.0, *scores)
    odds = [exp(score - top) for score in scores]
    best = max(range(len(spots)), key=lambda i: odds[i])
    nowhere = exp(-top)
    if odds[best] <= nowhere:
        return None
    return spots[best], odds[best] / (nowhere + sum(odds))


@cache
def shipped_weights() -> Mapping[str, float]:
    """The weight of each feature, and the bias of having a place at all."""
    card = json.loads(files("dateline").joinpath("weights/event_places.json").read_text("utf-8"))
    weights: dict[str, float] = card["weights"]
    return weights
