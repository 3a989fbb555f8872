"""Relations between a given source and a given target (PLV): which of 15 roots, which quad class?

The claim that has the source among its actors and the target on either side answers; without one, a claim of the
sentence that has either, else the claim whose trigger stands nearest between the two. Without any claim the lexicon
alone answers, and else NONE. RETREAT and CONCEDE are one root here, YIELD. Figures are macro averages of F1.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from dateline.config import Settings
from dateline.errors import UsageError
from dateline.evaluate.report import Figure, Report, share
from dateline.extract.claims.scene import Scene
from dateline.extract.claims.senses import Senses
from dateline.lang.lexicon import lexicon
from dateline.model.claim import Claim, Side
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.ontology.plover import quad_of

_YIELD = frozenset({"RETREAT", "CONCEDE"})
NONE = "NONE"


def root_of(event_type: str) -> str:
    """PLV's root for one of our types."""
    return "YIELD" if event_type in _YIELD else event_type


def quad_of_root(root: str) -> str:
    """The quad class of a root as PLV writes it; 0 for none. YIELD is material cooperation."""
    if root == NONE:
        return "0"
    return "2" if root == "YIELD" else str(quad_of(root))


def load(path: Path) -> list[dict[str, str]]:
    """The rows of a TSV with `sentence`, `source` and `target`. Raises UsageError where a column is missing."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for column in ("sentence", "source", "target"):
        if not rows or column not in rows[0]:
            raise UsageError(f"{path} has no column {column!r}; relations need sentence, source and target")
    return rows


def answer(text: str, row: Mapping[str, str], claims: Sequence[Claim]) -> str:
    """The root that the claims of a sentence give for the row's source and target."""
    source, target = _place(text, row["source"]), _place(text, row["target"])
    if not claims:
        return NONE
    return root_of(max(claims, key=lambda c: (_fit(c, source, target), c.probability, -c.trigger.start)).type)


def guess(reading: Reading, row: Mapping[str, str]) -> str:
    """The root of the verb or noun nearest between the two, by the lexicon alone: for sentences without a claim.

    Source and target are given here, so that nobody need be known to be political.
    """
    source, target = _place(reading.text, row["source"]), _place(reading.text, row["target"])
    senses = Senses(Scene(reading), lexicon())
    best: tuple[float, float, str] | None = None
    for predicate in reading.predicates:
        found = senses.of(predicate)
        if not found:
            continue
        near = -_distance(predicate.span, source, target)
        key = (near, found[0].entry.prior, found[0].type)
        best = key if best is None or key[:2] > best[:2] else best
    return root_of(best[2]) if best is not None else NONE


def _distance(span: Span, source: Span | None, target: Span | None) -> float:
    if source is None or target is None:
        return float(span.start)
    low, high = min(source.end, target.end), max(source.start, target.start)
    return 0.0 if low <= span.start <= high else float(min(abs(span.start - low), abs(span.start - high)))


def _place(text: str, words: str) -> Span | None:
    at = text.find(words)
    return Span(at, at + len(words)) if at >= 0 else None


def _fit(claim: Claim, source: Span | None, target: Span | None) -> float:
    """How well a claim relates the two: 3 for both in their places, 2 for one, 0 to 1 by the trigger's place."""
    sides = (*claim.recipients, *claim.actors)
    doer, done_to = _on(claim.actors, source), _on(sides, target)
    if doer and done_to:
        return 3.0
    if doer or done_to:
        return 2.0
    if source is None or target is None:
        return 0.0
    low, high = min(source.end, target.end), max(source.start, target.start)
    return 1.0 if low <= claim.trigger.start <= high else 1.0 / (2 + abs(claim.trigger.start - low))


def _on(sides: Iterable[Side], place: Span | None) -> bool:
    return place is not None and any(side.mention.overlap(place) for side in sides)


def macro_f1(gold: Sequence[str], said: Sequence[str]) -> float:
    """The mean of F1 over the classes of the gold."""
    scores = []
    for name in sorted(set(gold)):
        hits = sum(g == s == name for g, s in zip(gold, said, strict=True))
        wanted, given = sum(g == name for g in gold), sum(s == name for s in said)
        scores.append(2 * hits / (wanted + given) if wanted + given else 0.0)
    return sum(scores) / len(scores) if scores else 0.0


def evaluate(path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """The report on a TSV of relations; without gold columns it only predicts."""
    from dateline.ingest.assemble import assemble
    from dateline.pipeline import Reader

    rows = load(path)
    sentences = list(dict.fromkeys(row["sentence"] for row in rows))
    readings = dict(zip(sentences, Reader(settings).read_all(assemble(s) for s in sentences), strict=True))
    said = [_said(readings[row["sentence"]], row) for row in rows]
    if predictions is not None:
        _write(predictions, rows, said)
    gold = [row.get("gold_root", "") for row in rows]
    if not all(gold):
        return Report("relations", {"pairs": len(rows)}, (), ("The input has no gold_root: nothing was scored.",))
    return report(gold, [row.get("gold_quad", "") for row in rows], said)


def _said(reading: Reading, row: Mapping[str, str]) -> str:
    found = answer(reading.text, row, [a.value for a in reading.claims])
    return found if found != NONE or reading.syntax is None else guess(reading, row)


def report(gold: Sequence[str], quads: Sequence[str], said: Sequence[str]) -> Report:
    """Macro-F1 and accuracy of roots and quads."""
    quad_said = [quad_of_root(s) for s in said]
    figures = (
        Figure("relations.root_macro_f1", round(macro_f1(gold, said), 4)),
        Figure("relations.quad_macro_f1", round(macro_f1(quads, quad_said), 4)),
        share("relations.root", sum(g == s for g, s in zip(gold, said, strict=True)), len(gold)),
        share("relations.quad", sum(g == s for g, s in zip(quads, quad_said, strict=True)), len(gold)),
    )
    return Report("relations", {"pairs": len(gold), "none": sum(s == NONE for s in said)}, figures)


def _write(path: Path, rows: Sequence[Mapping[str, str]], said: Sequence[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter="\t", lineterminator="\n")
        columns = list(rows[0])
        out.writerow([*columns, "predicted"])
        for row, root in zip(rows, said, strict=True):
            out.writerow([*(row[c] for c in columns), root])
