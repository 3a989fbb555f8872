"""Fits the model of event places: `python -m dateline.train.event_places FILE.jsonl`.

A conditional logit: for each verb, every name of its sentence against no place. Learned by Adam on all records but
the held-out tenth. Needs numpy, which spaCy brings.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np

from dateline.config import load_settings
from dateline.evaluate.event_places import Sentence, load, sentences
from dateline.extract.event_places.event import Event
from dateline.extract.event_places.features import features

_LEAST = 3  # times a feature must be seen
_PULL, _STEPS, _RATE = 5e-4, 80, 0.05  # chosen on five folds; more steps learn the noise
_SMALL = 0.02  # weights below are left out


@dataclass(frozen=True, slots=True)
class Rows:
    """Candidates as rows of a sparse matrix (`row`, `column` of each 1), the record of each row, and its answer."""

    row: np.ndarray
    column: np.ndarray
    record: np.ndarray
    right: np.ndarray
    records: int


def main(path: Path) -> None:
    """Write the card with the weights."""
    learned = [s for s in sentences(load(path), load_settings()) if not s.case.held_out and s.case.gold is not None]
    named = [
        [features(spot, event, s.spots, s.syntax) for spot in s.spots]
        for s in learned
        for event in [Event(s.head, s.spots, s.syntax)]
    ]
    seen = Counter(name for spots in named for names in spots for name in set(names))
    columns = {name: i for i, name in enumerate(sorted(n for n, times in seen.items() if times >= _LEAST))}
    weights, bias = _fit(_rows(learned, named, columns), len(columns))
    kept = {name: round(float(weights[i]), 3) for name, i in columns.items() if abs(weights[i]) >= _SMALL}
    card = {
        "task": "which name of a sentence is the place of an event",
        "model": "conditional logit over the names of the sentence and no place",
        "data": "gold/event_places (MIT), the tenth of the texts whose hash ends in 0 held out",
        "records": len(learned),
        "weights": {"bias": round(float(bias), 3), **kept},
    }
    target = Path(str(files("dateline").joinpath("weights/event_places.json")))
    target.write_text(json.dumps(card, indent=0, ensure_ascii=False) + "\n", "utf-8")


def _rows(learned: Sequence[Sentence], named: Sequence[Sequence[Sequence[str]]], columns: dict[str, int]) -> Rows:
    """Records whose place is none of the candidates teach nothing and are left out."""
    row: list[int] = []
    column: list[int] = []
    record: list[int] = []
    right: list[bool] = []
    records = 0
    for sentence, spots in zip(learned, named, strict=True):
        golds = sentence.case.gold or ()
        answers = [any(spot.span.overlap(gold) for gold in golds) for spot in sentence.spots]
        if not spots or (golds and not any(answers)):
            continue
        for names, answer in zip(spots, answers, strict=True):
            known = [columns[name] for name in names if name in columns]
            row += [len(right)] * len(known)
            column += known
            record.append(records)
            right.append(answer)
        records += 1
    return Rows(np.array(row), np.array(column), np.array(record), np.array(right), records)


def _fit(rows: Rows, width: int) -> tuple[np.ndarray, float]:
    values = np.zeros(width + 1)
    values[-1] = -1.0
    mean, spread = np.zeros(width + 1), np.zeros(width + 1)
    for step in range(1, _STEPS + 1):
        slope = _slope(rows, values, width)
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope * slope
        rate = _RATE * (mean / (1 - 0.9**step))
        values = values + rate / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return values[:-1], float(values[-1])


def _slope(rows: Rows, values: np.ndarray, width: int) -> np.ndarray:
    """The gradient of the mean log likelihood with its pull to zero; the last place is the bias."""
    scores = np.bincount(rows.row, values[:-1][rows.column], minlength=len(rows.right)) + values[-1]
    top = np.zeros(rows.records)
    np.maximum.at(top, rows.record, scores)
    odds = np.exp(scores - top[rows.record])
    total = np.exp(-top) + np.bincount(rows.record, odds, minlength=rows.records)
    given = odds / total[rows.record]
    of_right = np.bincount(rows.record, given * rows.right, minlength=rows.records)
    wanted = np.where(rows.right, given / np.maximum(of_right[rows.record], 1e-12), 0.0)
    difference = wanted - given
    slope = np.append(np.bincount(rows.column, difference[rows.row], minlength=width), difference.sum()) / rows.records
    slope[:-1] -= _PULL * values[:-1]
    return slope


if __name__ == "__main__":
    main(Path(sys.argv[1]))
