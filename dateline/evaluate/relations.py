"""Relations between a given source and a given target (PLV): which of 15 roots, which quad class?

The network that types claims answers, with the two sides pooled and no trigger given. RETREAT and CONCEDE are one root
here, YIELD. Figures are macro averages of F1. Sentences that the shipped weights were learned from are predicted like
all others, but not scored.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dateline.config import Settings
from dateline.errors import UsageError
from dateline.evaluate.report import Figure, Report, share
from dateline.extract.claims.network import Asked, Network, network
from dateline.model.span import Span
from dateline.ontology.plover import quad_of


def quad_of_root(root: str) -> str:
    """The quad class of a root as PLV writes it. YIELD is material cooperation."""
    return "2" if root == "YIELD" else str(quad_of(root))


def load(path: Path) -> list[dict[str, str]]:
    """The rows of a TSV with `sentence`, `source` and `target`. Raises UsageError where a column is missing."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for column in ("sentence", "source", "target"):
        if not rows or column not in rows[0]:
            raise UsageError(f"{path} has no column {column!r}; relations need sentence, source and target")
    return rows


def sides(row: Mapping[str, str]) -> tuple[Span | None, Span | None]:
    """Where source and target stand in the sentence: by `marked_sentence` if there is one, else their first place."""
    text, marks = row["sentence"], row.get("marked_sentence") or ""
    return _marked(text, marks, "s", row["source"]), _marked(text, marks, "t", row["target"])


def _marked(text: str, marks: str, name: str, words: str) -> Span | None:
    before, _, rest = marks.partition(f"<{name}>")
    inside, _, _ = rest.partition(f"</{name}>")
    for mark in ("<s>", "</s>", "<t>", "</t>"):
        before, inside = before.replace(mark, ""), inside.replace(mark, "")
    at, words = len(before), inside or words
    if not words or text[at : at + len(words)] != words:
        at = text.find(words) if words else -1
    return Span(at, at + len(words)) if at >= 0 else None


def answer(rows: Sequence[Mapping[str, str]], judge: Network) -> list[str]:
    """The likeliest root of each row."""
    said = []
    for row in rows:
        text = row["sentence"]
        asked = Asked(Span(0, len(text)), *sides(row), trigger=None)
        weights = judge.judge(text, [asked])[0].relation
        said.append(max(weights, key=weights.__getitem__))
    return said


def macro_f1(gold: Sequence[str], said: Sequence[str]) -> float | None:
    """The mean of F1 over the classes of the gold; None without gold."""
    scores = []
    for name in sorted(set(gold)):
        hits = sum(g == s == name for g, s in zip(gold, said, strict=True))
        wanted, given = sum(g == name for g in gold), sum(s == name for s in said)
        scores.append(2 * hits / (wanted + given) if wanted + given else 0.0)
    return sum(scores) / len(scores) if scores else None


def evaluate(path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """The report on a TSV of relations; without gold columns it only predicts."""
    del settings  # no sentence is parsed
    rows, judge = load(path), network()
    said = answer(rows, judge)
    if predictions is not None:
        _write(predictions, rows, said)
    if not all(row.get("gold_root") for row in rows):
        return Report("relations", {"pairs": len(rows)}, (), ("The input has no gold_root: nothing was scored.",))
    new = [(row, root) for row, root in zip(rows, said, strict=True) if not judge.learned(row["sentence"])]
    gold, quads = [row["gold_root"] for row, _ in new], [row.get("gold_quad", "") for row, _ in new]
    found = report(gold, quads, [root for _, root in new])
    known = len(rows) - len(new)
    note = f"The weights were learned from {known} of the {len(rows)} pairs; those are not scored."
    return replace(found, notes=(note,)) if known else found


def report(gold: Sequence[str], quads: Sequence[str], said: Sequence[str]) -> Report:
    """Macro-F1 and accuracy of roots and quads."""
    quad_said = [quad_of_root(s) for s in said]
    figures = (
        Figure("relations.root_macro_f1", macro_f1(gold, said)),
        Figure("relations.quad_macro_f1", macro_f1(quads, quad_said)),
        share("relations.root", sum(g == s for g, s in zip(gold, said, strict=True)), len(gold)),
        share("relations.quad", sum(g == s for g, s in zip(quads, quad_said, strict=True)), len(gold)),
    )
    return Report("relations", {"pairs": len(gold)}, figures)


def _write(path: Path, rows: Sequence[Mapping[str, str]], said: Sequence[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter="\t", lineterminator="\n")
        columns = list(rows[0])
        out.writerow([*columns, "predicted"])
        for row, root in zip(rows, said, strict=True):
            out.writerow([*(row[c] for c in columns), root])
