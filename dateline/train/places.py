"""Fits the weights that resolve names of places: `python -m dateline.train.places EUPEG_FOLDER`.

A conditional logit over the candidates of each name, on every second text of each corpus; the scores are calibrated on
the others. Needs numpy, which spaCy brings.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import batched
from pathlib import Path

import numpy as np

from dateline.annotate.parser import Parser
from dateline.evaluate.places import Case, Toponym, is_right, load, match
from dateline.extract.places.resolve import CONTEXT, FEATURES, PRIOR, Group, Meaning, Resolver
from dateline.extract.places.spans import Finder, Name
from dateline.model.syntax import Syntax

# Where learning starts, and what it is drawn to where the corpora say little.
START = {
    "country": 9.0, "admin1": 1.0, "admin2": -1.0, "region": 7.0, "sea": 7.0, "city_size": 1.0, "admin1_size": 0.7,
    "admin2_size": 0.5, "capital": 2.5, "other_name": -1.5, "kind_wide": 2.0, "kind_town": 2.0, "largest": 0.5,
    "in_next": 5.0, "holds_previous": 3.0, "same_country": 3.0, "same_admin1": 2.0, "near": 2.0, "nearest": 1.0,
    "country_named": 1.0, "admin1_named": 1.0, "first_country": 1.0, "first_near": 0.5,
    "office_division": 2.0, "office_state": 1.0, "joined": 1.0,
}  # fmt: skip
_HELD = ("capital",)  # local news says nothing of capitals
_ROUNDS, _STEPS, _RATE, _PULL = 4, 400, 0.3, 0.002
_BINS = (0.35, 0.5, 0.65, 0.8, 0.9, 0.96, 0.99, 1.01)
_OTHER_POINTS = frozenset({"country", "region", "sea"})  # GeoVirus has them at Wikipedia's points


def main(folder: Path) -> None:
    """Write the card with weights and calibration."""
    texts = _parsed(load(folder))
    weights = np.array([START[name] for name in FEATURES])
    for _ in range(_ROUNDS):
        weights = _fit(weights, list(_examples(texts, weights)))
    path = Path(str(files("dateline").joinpath("weights/places.json")))
    card = json.loads(path.read_text("utf-8"))
    card["weights"] = {name: round(float(w), 3) for name, w in zip(FEATURES, weights, strict=True)}
    card["calibration"] = _calibrated(texts, weights)
    path.write_text(json.dumps(card, indent=1) + "\n", "utf-8")


Text = tuple[int, Case, Syntax, list[Name]]


def _parsed(cases: Sequence[Case]) -> list[Text]:
    parser = Parser()
    numbers: Counter[str] = Counter()
    texts = []
    for batch in batched(cases, 32):
        for case, syntax in zip(batch, parser.pipe(c.text for c in batch), strict=True):
            texts.append((numbers[case.corpus], case, syntax, Finder(syntax, case.text).find()))
            numbers[case.corpus] += 1
    return texts


def _judged(text: Text, weights: np.ndarray) -> Iterator[tuple[Group, list[bool]]]:
    """Each group that gold speaks of, and which of its meanings are right."""
    _, case, syntax, names = text
    groups = Resolver(names, syntax, weights.tolist()).resolve()
    owner = [(name, group) for group in groups for name in group.names]
    found = [Toponym(*name.span, name.text, None, None) for name, _ in owner]
    seen: set[int] = set()
    for i, j in sorted(match(case.gold, found).items()):
        group = owner[j][1]
        if id(group) not in seen:
            seen.add(id(group))
            yield group, [is_right(case.gold[i], _at(found[j], meaning)) for meaning in group.meanings]


def _at(toponym: Toponym, meaning: Meaning) -> Toponym:
    return toponym._replace(latitude=meaning.entry.latitude, longitude=meaning.entry.longitude)


def _examples(texts: Sequence[Text], weights: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray, float]]:
    """Features and right meanings of each ambiguous group, so weighted that every corpus counts the same."""
    by_corpus: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {}
    for text in texts:
        if text[0] % 2:
            continue
        for group, right in _judged(text, weights):
            if any(right) and not all(right):
                row = np.array([m.values for m in group.meanings]), np.array(right, float)
                by_corpus.setdefault(text[1].corpus, []).append(row)
    for rows in by_corpus.values():
        for values, right_ones in rows:
            yield values, right_ones, 1 / len(rows)


def _fit(weights: np.ndarray, examples: Sequence[tuple[np.ndarray, np.ndarray, float]]) -> np.ndarray:
    """Ascent on the likelihood of the right meanings, with AdaGrad's step sizes and a pull back to the start."""
    start = np.array([START[name] for name in FEATURES])
    free = np.array([name not in _HELD for name in FEATURES], float)
    total = sum(weight for _, _, weight in examples)
    squares = np.zeros(len(weights))
    for _ in range(_STEPS):
        slope = np.zeros(len(weights))
        for values, right, weight in examples:
            scores = values @ weights
            odds = np.exp(scores - scores.max())
            odds /= odds.sum()
            wanted = odds * right
            slope += weight * ((wanted / max(wanted.sum(), 1e-12) - odds) @ values)
        slope = (slope / total - _PULL * (weights - start)) * free
        squares += slope**2
        weights = weights + _RATE * slope / np.sqrt(squares + 1e-6)
    return weights


def _calibrated(texts: Sequence[Text], weights: np.ndarray) -> dict[str, object]:
    """How often a score was right, on the texts not learned from."""
    seen: Counter[str | float] = Counter()
    right: Counter[str | float] = Counter()
    for text in texts:
        if text[0] % 2 == 0:
            continue
        for group, judged in _judged(text, weights):
            if text[1].corpus == "GeoVirus" and group.best.entry.feature in _OTHER_POINTS:
                continue
            which = _bin(group)
            seen[which] += 1
            right[which] += judged[0]
    shares = {which: round(right[which] / seen[which], 2) for which in seen}
    bins, last = [], 0.0
    for upper in _BINS:
        last = max(last, shares.get(upper, last))
        bins.append([upper, last])
    return {"single": shares["single"], "unsupported": shares["unsupported"], "bins": bins}


def _bin(group: Group) -> str | float:
    if len(group.meanings) == 1:
        return "single" if group.supported else "unsupported"
    return next(upper for upper in _BINS if group.probability <= upper)


if __name__ == "__main__":
    assert len(FEATURES) == len(PRIOR) + len(CONTEXT) == len(START)
    main(Path(sys.argv[1]))
