"""How likely a candidate is true: what the rules and the network say of it, weighed as judged claims teach.

A logistic regression on claims of ordinary news that were judged, with how often each rule was right among them.
`python -m dateline.train.claim_truth` fits it; `weights/claims/truth.json` keeps it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import Any

from dateline.extract.claims.found import RULE
from dateline.extract.claims.network import Asked, Judged
from dateline.extract.claims.typer import NONE, Candidate
from dateline.ontology.plover import root_of

FEATURES = (
    *("rule", "type", "none", "relation", "status", "ahead", "recipient"),
    *("apart", "unused", "common", "doers", "receivers", "abroad", "home", "alone", "checked", "record"),
)
# What has not come yet is more often misread than what has.
_AHEAD = frozenset({"planned", "hypothetical", "called-for"})
# No single number decides: the network is sure too often.
_TINY = 0.02
# A rule is taken for as good as all together until it was judged some times more often than this.
_DOUBT = 6
_MOST_SIDES = 3
_HUNDRED = 100
_MOST_ODDS = 5.0


def asked(candidate: Candidate) -> Asked:
    """The question to the network: the sides that stand in the trigger's own sentence."""
    source = next((s for s in candidate.actors if candidate.sentence.contains(s)), None)
    target = next((s for s in candidate.recipients if candidate.sentence.contains(s)), None)
    return Asked(candidate.sentence, source, target, candidate.trigger)


def features(candidate: Candidate, judged: Judged, checked: float) -> tuple[float, ...]:
    """The numbers that tell true from false, in the order of `FEATURES` but for the last, which the judgements give.

    `checked` is what the checker says, in log odds.
    """
    inside = [s for s in (*candidate.actors, *candidate.recipients) if candidate.sentence.contains(s)]
    alone = candidate.rule == RULE
    near = any(s in inside for s in candidate.recipients)
    return (
        _logit(candidate.prior),
        log(max(judged.type[candidate.type], _TINY)),
        _logit(judged.type[NONE]),
        log(max(judged.relation[root_of(candidate.type)], _TINY)),
        log(max(judged.status[candidate.status], _TINY)),
        float(candidate.status in _AHEAD),
        float(near),
        max((abs(s.start - candidate.trigger.start) for s in inside), default=0) / _HUNDRED,
        float(candidate.unused),
        float(candidate.common),
        float(min(len(candidate.actors), _MOST_SIDES)),
        float(min(len(candidate.recipients), _MOST_SIDES)),
        float(candidate.abroad and not alone),
        float(candidate.home and not alone),
        float(alone),
        min(max(checked, -_MOST_ODDS), _MOST_ODDS),
    )


def record(rules: Mapping[str, Sequence[int]], rule: str) -> float:
    """How often a rule was right when judged, as a logit; near that of all rules where it was judged seldom.

    `rules` gives for each rule how many of its claims were judged true, and how many were judged.
    """
    true, judged = (sum(counts) for counts in zip(*rules.values(), strict=True))
    right, seen = rules.get(rule, (0, 0))
    return _logit((right + _DOUBT * true / judged) / (seen + _DOUBT))


def _logit(p: float) -> float:
    p = min(max(p, _TINY), 1 - _TINY)
    return log(p / (1 - p))


@dataclass(frozen=True, slots=True)
class Truth:
    """The fitted regression: a weight for each feature after taking off its mean and dividing by its scale."""

    bias: float
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weight: tuple[float, ...]
    rules: Mapping[str, Sequence[int]]

    def probability(self, numbers: Sequence[float], rule: str) -> float:
        """The probability that a candidate with these features, made by this rule, is true."""
        parts = zip((*numbers, record(self.rules, rule)), self.mean, self.scale, self.weight, strict=True)
        return 1 / (1 + exp(-self.bias - sum(w * (x - m) / s for x, m, s, w in parts)))


def from_card(card: Mapping[str, Any]) -> Truth:
    """The regression of a card as `truth.json` holds it. Raises ValueError where its features are others."""
    if tuple(card["features"]) != FEATURES:
        raise ValueError(f"truth.json was fitted on {card['features']}, not on {FEATURES}: fit it anew")
    return Truth(card["bias"], tuple(card["mean"]), tuple(card["scale"]), tuple(card["weight"]), card["rules"])


@cache
def truth() -> Truth:
    """The regression that ships."""
    return from_card(json.loads(files("dateline").joinpath("weights/claims/truth.json").read_text("utf-8")))
