"""Makes `weights/quote_cues.tsv` from PolNeAR: `python -m dateline.train.quote_cues FOLDER` (its train split).

A softmax over the constructions of each cue and "none of them", fitted by AdaGrad with a fixed seed; the weights are
averaged over all steps behind the second pass. Only weights leave
this file: features are lemmas of English cue words, parts of speech and relations, and proper names are never one.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dateline.annotate.parser import Parser
from dateline.config import load_settings
from dateline.errors import UsageError
from dateline.evaluate.quotes import Attribution, articles, overlap
from dateline.extract.quotes.drafts import Joiner
from dateline.extract.quotes.marks import marked_strings
from dateline.extract.quotes.places import Places
from dateline.extract.quotes.sayings import Grammar, Saying
from dateline.extract.quotes.spoken import Attacher
from dateline.extract.quotes.weighing import Weigher, Weights, key_of
from dateline.lang.cues import cues
from dateline.model.syntax import Syntax, Token

_ENOUGH = 0.5  # overlap of a construction with a gold content that makes it right
_RAREST = 4  # how often a feature must occur
_SMALLEST = 0.05  # weights below this are left out
_EPOCHS, _STEP, _DECAY, _BATCH, _SEED = 8, 0.05, 1e-5, 512, 0
_SETTLED = 2  # passes before the weights count for the average

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(slots=True)
class Examples:
    """Cues with the features of their constructions; `right` is the number of the right one, or -1."""

    features: list[list[list[str]]] = field(default_factory=list)
    right: list[int] = field(default_factory=list)


def examples(text: str, syntax: Syntax, gold: list[Attribution], into: Examples) -> None:
    """Add the cues of one article that no quotation mark decides."""
    words = cues()
    places = Places(text, syntax, marked_strings(text))
    grammar = Grammar(syntax, words, places.spoken)
    joiner = Joiner(places, grammar)
    weigher = Weigher(syntax, grammar, places.level, Weights({}, {}), words)
    taken = {spoken.cue for spoken in Attacher(places, grammar, words).attach()}
    by_token: dict[int, list[Attribution]] = {}
    for attribution in gold:
        for span in attribution.cue:
            for i in syntax.inside(span):
                by_token.setdefault(i, []).append(attribution)
    for cue in _candidates(syntax, taken):
        rows, scores = [], []
        for frame, content in grammar.constructions.of(cue, lambda _: True):
            draft = joiner.saying(Saying(cue.index, (cue.index, cue.index + 1), frame, "attitude", content))
            if draft is None:
                continue
            rows.append(_names(weigher, cue, frame, content))
            scores.append(max((overlap(g.content, draft.content) for g in by_token.get(cue.index, [])), default=0.0))
        if rows:
            best = max(range(len(scores)), key=scores.__getitem__)
            into.features.append(rows)
            into.right.append(best if scores[best] >= _ENOUGH else -1)


def _candidates(syntax: Syntax, taken: set[int | None]) -> Iterator[Token]:
    for token in syntax.tokens:
        verbal = token.pos in ("VERB", "NOUN", "ADJ") or (token.pos == "AUX" and token.lemma == "be")
        if token.index not in taken and (verbal or token.lower == "according"):
            yield token


def _names(weigher: Weigher, cue: Token, frame: str, content: list[tuple[int, int]]) -> list[str]:
    key = key_of(cue)
    shared = weigher.of_cue(cue)
    general, lexical = weigher.of_construction(cue, frame, content)
    return [f"\t{n}" for n in (*shared, *general)] + [f"{key}\t{n}" for n in (*shared, *lexical)]


def fit(data: Examples) -> dict[str, float]:
    """The weights of the features, by `cue TAB feature`."""
    seen = {
        row[-1].split("\t")[0]
        for rows, right in zip(data.features, data.right, strict=True)
        for row in rows
        if right >= 0
    }
    kept = [i for i, rows in enumerate(data.features) if rows[0][-1].split("\t")[0] in seen]
    counts = Counter(name for i in kept for row in data.features[i] for name in row)
    numbers = {name: n for n, name in enumerate(name for name, count in counts.items() if count >= _RAREST)}
    rows = [[np.array([numbers[n] for n in row if n in numbers]) for row in data.features[i]] for i in kept]
    right = [data.right[i] for i in kept]
    weights = np.zeros(len(numbers))
    squares = np.full(len(numbers), 1e-8)
    average, steps = np.zeros(len(numbers)), 0
    shuffle = np.random.default_rng(_SEED)
    for epoch in range(_EPOCHS):
        order = shuffle.permutation(len(rows))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            _step([rows[i] for i in batch], [right[i] for i in batch], weights, squares)
            if epoch >= _SETTLED:
                average += weights
                steps += 1
    average /= max(steps, 1)
    return {name: float(average[n]) for name, n in numbers.items() if abs(average[n]) >= _SMALLEST}


def _step(rows: list[list[Ints]], right: list[int], weights: Floats, squares: Floats) -> None:
    flat = [features for row in rows for features in row]
    sizes = np.array([len(row) for row in rows])
    names = np.concatenate(flat)
    of_row = np.repeat(np.arange(len(rows)), sizes)
    of_construction = np.repeat(np.arange(len(flat)), [len(f) for f in flat])
    scores = np.bincount(of_construction, weights[names], minlength=len(flat))
    odds = np.exp(np.clip(scores, -30, 30))
    error = odds / (1 + np.bincount(of_row, odds, minlength=len(rows)))[of_row]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    error[[s + r for s, r in zip(starts, right, strict=True) if r >= 0]] -= 1
    touched = np.unique(names)
    slope = np.bincount(names, error[of_construction], minlength=len(weights))[touched] * (32 / len(rows))
    slope += 320 * _DECAY * weights[touched]
    squares[touched] += slope * slope
    weights[touched] -= _STEP * slope / np.sqrt(squares[touched])


def write(weights: dict[str, float], path: Path) -> None:
    """The weights as TSV, sorted: cue (empty for any), feature, weight."""
    lines = sorted(f"{name}\t{round(value, 2):g}\n" for name, value in weights.items())
    path.write_text("".join(lines), encoding="utf-8")


def main(arguments: Iterable[str]) -> None:
    """Train on the folder given and replace the packaged weights. Raises UsageError without a folder."""
    folder = next(iter(arguments), None)
    if folder is None:
        raise UsageError("give the folder of PolNeAR's train split, which holds text/ and attributions/")
    settings = load_settings()
    parser = Parser(settings.pipeline, batch_size=settings.batch_size)
    data = Examples()
    gold = list(articles(Path(folder)))
    for (_, text, attributions), syntax in zip(gold, parser.pipe(text for _, text, _ in gold), strict=True):
        examples(text, syntax, attributions, data)
    write(fit(data), Path(__file__).parents[1] / "weights" / "quote_cues.tsv")


if __name__ == "__main__":
    main(sys.argv[1:])
