"""Fit how likely a claim is true: `python -m dateline.train.claim_truth REPORTS JUDGEMENTS.tsv... --out truth.json`.

Reads the reports that hold judged claims once more, with the rules and the shipped network, and fits a logistic
regression on what both say of the claims that still stand where they were judged. Prints how the probabilities hold on
reports left out (ten folds by report), as a table for a reliability plot.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.config import load_settings
from dateline.evaluate.report import share
from dateline.evaluate.sample import FIRST, TRUE, Judgement, Place, load, place_of
from dateline.extract.claims.network import Judged, network
from dateline.extract.claims.stage import Claims
from dateline.extract.claims.truth import FEATURES, asked, features
from dateline.extract.claims.typer import Candidate, RuleTyper
from dateline.ingest import documents
from dateline.model.document import Document
from dateline.pipeline import Reader

_FOLDS = 10
_RIDGE = 5.0
_STEPS = 50
_BINS = 5

Numbers = NDArray[np.float64]


@dataclass(slots=True)
class Watched:
    """A typer that answers as the rules do, and keeps what rules and network say of each candidate of one report."""

    name: str = "rule"
    seen: dict[tuple[int, int, str], tuple[float, ...]] = field(default_factory=dict)

    def __call__(self, text: str, candidates: Sequence[Candidate]) -> Sequence[Mapping[str, float]]:
        judged: list[Judged] = network().judge(text, [asked(c) for c in candidates])
        self.seen = {(*c.trigger, c.type): features(c, j) for c, j in zip(candidates, judged, strict=True)}
        return RuleTyper()(text, candidates)


def judged_features(reports: Path, verdicts: Mapping[Place, bool]) -> Iterator[tuple[str, tuple[float, ...], bool]]:
    """(hash of the report, features, whether it was judged true) of each judged claim that is still made."""
    wanted = {p.sha256 for p in verdicts}
    reader, watched = Reader(load_settings()), Watched()
    for stage in reader.stages:
        if isinstance(stage, Claims):
            stage.typer = watched
    found = documents([str(reports)], settings=reader.settings)
    for document in found:
        if not isinstance(document, Document) or document.sha256 not in wanted:
            continue
        for annotation in reader.read(document).claims:
            claim = annotation.value
            verdict = verdicts.get(place_of(document.sha256, claim))
            numbers = watched.seen.get((*claim.trigger, claim.type))
            if verdict is not None and numbers is not None:
                yield document.sha256, numbers, verdict


def fit(x: Numbers, y: Numbers) -> dict[str, object]:
    """The regression as a card: Newton's method, with a ridge on all weights but the bias."""
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-9
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
    }


def left_out(x: Numbers, y: Numbers, reports: Sequence[str]) -> Numbers:
    """The probability of each claim by a regression fitted without the reports of its fold."""
    from dateline.extract.claims.truth import from_card

    fold = np.array([int(r[:8], 16) % _FOLDS for r in reports])
    found = np.zeros(len(y))
    for k in range(_FOLDS):
        there = fold == k
        if there.any():
            truth = from_card(fit(x[~there], y[~there]))
            found[there] = [truth.probability(list(map(float, row))) for row in x[there]]
    return found


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


def main() -> None:
    """Fit, write, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("judgements", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--plot", type=Path, help="an SVG to draw the table into")
    options = parser.parse_args()
    judged: list[Judgement] = [j for path in options.judgements for j in load(path) if j.round == FIRST]
    rows = list(judged_features(options.reports, {j.place: j.verdict == TRUE for j in judged}))
    x, y = np.array([r[1] for r in rows]), np.array([float(r[2]) for r in rows])
    card = {**fit(x, y), "claims": len(rows), "true": int(y.sum())}
    options.out.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    p = left_out(x, y, [r[0] for r in rows])
    loss = -float(np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
    pairs = p[y == 1][:, None] - p[y == 0][None]
    area = float((pairs > 0).mean() + (pairs == 0).mean() / 2)
    sys.stdout.write(f"{len(rows)} of {len(judged)} judged claims still made; left out: log loss {loss:.3f}, ")
    sys.stdout.write(f"area {area:.3f}\nclaims\tmean p\ttrue\n")
    fifths = reliability(p, y)
    for count, mean, true in fifths:
        sys.stdout.write(f"{count}\t{mean:.3f}\t{true:.3f}\n")
    if options.plot:
        options.plot.write_text(plot(fifths), encoding="utf-8")


if __name__ == "__main__":
    main()
