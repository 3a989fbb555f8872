"""Fit how likely a claim is true.

    python -m dateline.train.claim_truth JUDGEMENTS.tsv... --level NEWEST.tsv --reports FILE... --out truth.json

Reads the reports that hold judged claims once more, with the rules and the shipped network, and fits a logistic
regression on what both say of the claims that still stand where they were judged, with how often each rule was right
(on the reports of the other folds: no claim speaks for itself). The level is that of the claims judged last. Prints how
the probabilities of these hold on reports left out (ten folds by report), as a table for a reliability plot.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.evaluate.report import share
from dateline.evaluate.sample import Place
from dateline.extract.claims.checker import checker
from dateline.extract.claims.truth import FEATURES, features, from_card, record
from dateline.train.judged import JudgedClaim, first_verdicts, judged_claims, key_of

_FOLDS = 10
_RIDGE = 5.0
_STEPS = 50
_BINS = 5
# A feature that is the same everywhere is divided by this; weights are written with four digits.
_SMALLEST = 1e-3

Numbers = NDArray[np.float64]
Rules = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A judged claim: where it stands, the rule that made it, what rules and networks say of it, whether it is true."""

    place: Place
    rule: str
    numbers: tuple[float, ...]
    true: bool

    @property
    def fold(self) -> int:
        """Claims of one report are in one fold."""
        return int(self.place.sha256[:8], 16) % _FOLDS


def weighed(claims: Iterable[JudgedClaim], checked: Mapping[str, float], learned: Set[str]) -> Iterator[Weighed]:
    """The numbers of each claim that the checker's word is fair for.

    `checked` has what a checker said that had not learned from the claim, by its key; those that the shipped one has
    `learned` from and no other has checked are left out.
    """
    for claim in claims:
        key = key_of(claim.place)
        if key not in checked and key in learned:
            continue
        odds = checked[key] if key in checked else checker().log_odds(claim.sentence, claim.claim, claim.marks)
        yield Weighed(claim.place, claim.rule, features(claim.candidate, claim.judged, odds), claim.true)


def counted(claims: Sequence[Weighed]) -> Rules:
    """For each rule how many of its claims were judged true, and how many were judged."""
    found: Rules = {}
    for claim in claims:
        true, judged = found.get(claim.rule, (0, 0))
        found[claim.rule] = (true + claim.true, judged + 1)
    return dict(sorted(found.items()))


def fit(claims: Sequence[Weighed]) -> dict[str, object]:
    """The regression as a card: Newton's method, with a ridge on all weights but the bias."""
    folds = {c.fold for c in claims}
    others = {k: counted([c for c in claims if c.fold != k]) for k in folds}
    x = np.array([(*c.numbers, record(others[c.fold], c.rule)) for c in claims])
    y = np.array([float(c.true) for c in claims])
    mean, scale = x.mean(axis=0), np.maximum(x.std(axis=0), _SMALLEST)
    z = np.column_stack([np.ones(len(x)), (x - mean) / scale])
    ridge = _RIDGE * np.diag([0.0] + [1.0] * x.shape[1])
    w = np.zeros(z.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-z @ w))
        w -= np.linalg.solve((z.T * (p * (1 - p))) @ z + ridge, z.T @ (p - y) + ridge @ w)
    lists = {"mean": mean, "scale": scale, "weight": w[1:]}
    return {
        "features": list(FEATURES),
        "bias": round(float(w[0]), 4),
        **{name: [round(float(v), 4) for v in values] for name, values in lists.items()},
        "rules": counted(claims),
    }


def left_out(claims: Sequence[Weighed], level: Sequence[Weighed]) -> Numbers:
    """The probability of each claim of `level` by a regression that was fitted without the reports of its fold."""
    found = np.zeros(len(level))
    for k in {c.fold for c in level}:
        others = levelled(fit([c for c in claims if c.fold != k]), [c for c in level if c.fold != k])
        for i, claim in enumerate(level):
            if claim.fold == k:
                found[i] = from_card(others).probability(claim.numbers, claim.rule)
    return found


def levelled(card: dict[str, object], claims: Sequence[Weighed]) -> dict[str, object]:
    """The card with another bias: that with which the probabilities of these claims are right on average.

    Where rules were mended after judgements, what was judged and still stands is truer than claims at large. These
    claims should be of reports after which no rule was mended.
    """
    low, high = -10.0, 10.0
    wanted = sum(c.true for c in claims)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        truth = from_card({**card, "bias": middle})
        expected = sum(truth.probability(c.numbers, c.rule) for c in claims)
        low, high = (middle, high) if expected < wanted else (low, middle)
    return {**card, "bias": round((low + high) / 2, 4)}


def reliability(p: Numbers, y: Numbers) -> list[tuple[int, float, float]]:
    """For each fifth of the claims by probability: how many, the mean probability, the share judged true."""
    parts = np.array_split(np.argsort(p), _BINS)
    return [(len(part), float(p[part].mean()), float(y[part].mean())) for part in parts]


def plot(fifths: Sequence[tuple[int, float, float]]) -> str:
    """The reliability plot as SVG: the share judged true, with its 95 % interval, against the mean probability."""
    side, edge = 300, 40

    def at(p: float, share: float) -> tuple[float, float]:
        return round(edge + p * side, 1), round(edge + (1 - share) * side, 1)

    marks = []
    for count, mean, true in fifths:
        interval = share("true", round(true * count), count)
        (x, y), (_, low), (_, high) = at(mean, true), at(mean, interval.low or 0.0), at(mean, interval.high or 1.0)
        marks.append(f'<path d="M{x} {low}V{high}" stroke="#888"/><circle cx="{x}" cy="{y}" r="4" fill="#1f5f9f"/>')
    (left, bottom), (right, top) = at(0, 0), at(1, 1)
    ticks = "".join(
        f'<text x="{at(t, 0)[0]}" y="{bottom + 16}" text-anchor="middle">{t}</text>'
        f'<text x="{left - 6}" y="{at(0, t)[1] + 4}" text-anchor="end">{t}</text>'
        for t in (0, 0.5, 1)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side + 2 * edge}" height="{side + 2 * edge}" '
        'font-family="sans-serif" font-size="12">'
        f'<rect width="100%" height="100%" fill="white"/><path d="M{left} {bottom}L{right} {top}" stroke="#ccc"/>'
        f'<path d="M{left} {top}V{bottom}H{right}" fill="none" stroke="black"/>{ticks}{"".join(marks)}'
        f'<text x="{edge + side / 2}" y="{bottom + 34}" text-anchor="middle">probability given</text>'
        f'<text x="{edge}" y="{top - 14}">share judged true</text></svg>\n'
    )


def written(card: Mapping[str, object]) -> str:
    """The card as JSON, a key a line, a rule a line."""
    lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in card.items() if key != "rules"]
    rules = [f"  {json.dumps(rule)}: {json.dumps(counts)}" for rule, counts in dict(card["rules"]).items()]  # type: ignore[call-overload]
    return "{\n" + ",\n".join([*lines, ' "rules": {\n' + ",\n".join(rules) + "\n }"]) + "\n}\n"


def _rows(paths: Sequence[Path]) -> list[dict[str, Any]]:
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Fit, write, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judgements", type=Path, nargs="+")
    parser.add_argument("--reports", type=Path, nargs="+", required=True)
    parser.add_argument("--level", type=Path, required=True, help="judgements of claims after which nothing was mended")
    parser.add_argument("--checked", type=Path, nargs="*", default=[], help="what checkers of other folds said")
    parser.add_argument("--learned", type=Path, nargs="*", default=[], help="the rows that the checker learned from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--plot", type=Path, help="an SVG to draw the table into")
    options = parser.parse_args()
    judged, unmended = first_verdicts([*options.judgements, options.level]), first_verdicts([options.level])
    checked = {row["key"]: row["log_odds"] for row in _rows(options.checked)}
    learned = {row["key"] for row in _rows(options.learned)}
    claims = list(weighed(judged_claims(options.reports, judged), checked, learned))
    level = [c for c in claims if c.place in unmended]
    y = np.array([float(c.true) for c in level])
    card = {**levelled(fit(claims), level), "claims": len(claims), "true": sum(c.true for c in claims)}
    options.out.write_text(written(card), encoding="utf-8")
    p = left_out(claims, level)
    loss = -float(np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
    pairs = p[y == 1][:, None] - p[y == 0][None]
    area = float((pairs > 0).mean() + (pairs == 0).mean() / 2)
    sys.stdout.write(
        f"{len(claims)} of {len(judged)} judged claims still made, {len(level)} of {len(unmended)} of them "
    )
    sys.stdout.write(f"judged last; these, left out: log loss {loss:.3f}, ")
    sys.stdout.write(f"area {area:.3f}\nclaims\tmean p\ttrue\n")
    fifths = reliability(p, y)
    for count, mean, true in fifths:
        sys.stdout.write(f"{count}\t{mean:.3f}\t{true:.3f}\n")
    if options.plot:
        options.plot.write_text(plot(fifths), encoding="utf-8")


if __name__ == "__main__":
    main()
