"""The trained network: what act, in which mode and status, a marked place of a sentence tells, with probabilities.

A small BERT reads every sentence that holds a candidate once, all sentences of a report in one call; the tokens of
source, target and trigger are pooled from it. The weights, and the card that says what they were trained on, are in
`weights/claims`.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.model.span import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

# The encoder was trained on no longer sentences; what stands behind is left out.
MOST_TOKENS = 128
_ROLES = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """One place to judge: its sentence, and in it the words of the source, the target and the trigger, where known."""

    sentence: Span
    source: Span | None
    target: Span | None
    trigger: Span | None


@dataclass(frozen=True, slots=True)
class Judged:
    """Probabilities: of each type (`NONE` is "no act"), mode (`CONSULT.visit`), status, and root between the sides."""

    type: Mapping[str, float]
    mode: Mapping[str, float]
    status: Mapping[str, float]
    relation: Mapping[str, float]


class Network:
    """The network of one folder of weights. Pure: the same text and places give the same numbers.

    What it said last of places of one text is kept: finding acts and weighing claims ask about some places twice.
    """

    def __init__(self, folder: Path) -> None:
        self._session = session_of(folder)
        self._tokenizer = tokenizer_of(folder)
        self._text: str | None = None
        self._said: dict[Asked, Judged] = {}
        learned = folder / "learned.txt"
        self._learned = frozenset(learned.read_text(encoding="utf-8").split()) if learned.exists() else frozenset()
        self._labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))

    def judge(self, text: str, places: Sequence[Asked]) -> list[Judged]:
        """What each place tells, in their order."""
        if text is not self._text:
            self._text, self._said = text, {}
        new = [p for p in dict.fromkeys(places) if p not in self._said]
        self._said.update(zip(new, self._judge(text, new), strict=True))
        return [self._said[p] for p in places]

    def _judge(self, text: str, places: Sequence[Asked]) -> list[Judged]:
        import numpy as np

        if not places:
            return []
        sentences = list(dict.fromkeys(p.sentence for p in places))
        number = {s: i for i, s in enumerate(sentences)}
        encoded = self._tokenizer.encode_batch([s.of(text) for s in sentences])
        ids, offsets = [e.ids[:MOST_TOKENS] for e in encoded], [e.offsets[:MOST_TOKENS] for e in encoded]
        table = np.zeros((len(ids), max(map(len, ids))), np.int64)
        for i, row in enumerate(ids):
            table[i, : len(row)] = row
        spans = np.zeros((len(places), _ROLES, table.shape[1]), np.float32)
        for i, place in enumerate(places):
            for j, span in enumerate((place.source, place.target, place.trigger)):
                if span is not None:
                    _pool(spans[i, j], offsets[number[place.sentence]], span, place.sentence.start)
        given = {
            "ids": table,
            "mask": (table != 0).astype(np.int64),
            "sentence": np.array([number[p.sentence] for p in places], np.int64),
            "spans": spans,
        }
        heads = self._session.run(list(self._labels), given)
        named = list(zip(self._labels.items(), heads, strict=True))
        return [
            Judged(**{name: dict(zip(labels, map(float, found[i]), strict=True)) for (name, labels), found in named})
            for i in range(len(places))
        ]

    def learned(self, sentence: str) -> bool:
        """Whether the weights were learned from this sentence, by its words, among sentences of others."""
        return word_hash(sentence) in self._learned


def session_of(folder: Path) -> "InferenceSession":
    """The network of a folder, ready to run on one thread: more would only change the order of sums."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(folder / "model.onnx"), options, ["CPUExecutionProvider"])


def tokenizer_of(folder: Path) -> "Tokenizer":
    """The tokenizer of a folder; it neither fills up nor cuts off."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def word_hash(sentence: str) -> str:
    """A short hash of a sentence's words, the same for other marks, spaces and cases."""
    return sha256(" ".join(re.findall(r"\w+", sentence.casefold())).encode()).hexdigest()[:16]


def _pool(weights: "NDArray[np.float32]", offsets: Sequence[tuple[int, int]], span: Span, start: int) -> None:
    """Give each token of a sentence that begins at `start` the same part of one, if the span touches it."""
    inside = [k for k, (a, b) in enumerate(offsets) if a < span.end - start and b > span.start - start]
    if inside:
        weights[inside] = 1 / len(inside)


@cache
def network() -> Network:
    """The network that ships."""
    return Network(Path(str(files("dateline") / "weights" / "claims")))
