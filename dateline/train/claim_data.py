"""The rows that the claims' network learns from: `python -m dateline.train.claim_data OUT [--pairs PLV.tsv]`.

Writes `train.jsonl`, `held.jsonl` (a tenth, chosen by a hash of the text), `labels.json`, and with `--pairs` the
rows of the second round, `pairs.jsonl`. A row has `text`, `types`
(all that are right), `mode`, `status` and the spans `source`, `target`, `trigger` in code points or null.
"""

import argparse
import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.evaluate.relations import load
from dateline.train.marked import MODES, STATUSES, TYPES, Marked, read

DATA = Path(__file__).parent / "data"
LABELS = {
    "type": list(TYPES),
    "mode": [f"{kind}.{mode}" for kind in TYPES for mode in sorted(MODES.get(kind, ()))],
    "status": list(STATUSES),
}
_TENTHS = 10
# Our own rows beside the pairs, so that what the first round taught of modes, statuses and of no event is kept.
_KEPT = 1_500


def row_of(marked: Marked) -> dict[str, Any]:
    """The row of one of our own sentences. A sentence that tells of nothing teaches no status."""
    event = marked.type != "NONE"
    return {
        "text": marked.text,
        "types": [marked.type],
        "mode": f"{marked.type}.{marked.mode}" if marked.mode else None,
        "status": marked.status if event else None,
        "source": marked.source,
        "target": marked.target,
        "trigger": marked.trigger,
    }


def pair_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a TSV of relations between two given sides; YIELD stands for both RETREAT and CONCEDE."""
    for row in load(path):
        text, marks = row["sentence"], row["marked_sentence"]
        root = row.get("gold_root", "")
        yield {
            "text": text,
            "types": ["RETREAT", "CONCEDE"] if root == "YIELD" else [root] if root else [],
            "source": _marked(text, marks, "s"),
            "target": _marked(text, marks, "t"),
            "trigger": None,
        }


def _marked(text: str, marks: str, name: str) -> tuple[int, int] | None:
    """Where the words between `<s>` and `</s>` stand in the sentence without marks."""
    before, _, rest = marks.partition(f"<{name}>")
    words, _, _ = rest.partition(f"</{name}>")
    for mark in ("<s>", "</s>", "<t>", "</t>"):
        before, words = before.replace(mark, ""), words.replace(mark, "")
    start = len(before)
    if not words or text[start : start + len(words)] != words:
        start = text.find(words) if words else -1
    return (start, start + len(words)) if start >= 0 else None


def held_back(text: str) -> bool:
    """Whether a sentence is in the tenth that is never learned from; the same for every run."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % _TENTHS == 0


def write(path: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write rows as JSON lines; how many."""
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=Path, help="a TSV of relations to learn from as well")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    own = [row_of(m) for path in sorted(DATA.glob("*.tsv")) for m in read(path)]
    learned = [r for r in own if not held_back(r["text"])]
    write(options.out / "train.jsonl", learned)
    if options.pairs:
        kept = random.Random(3).sample(learned, _KEPT)  # noqa: S311 - a draw, not a secret
        write(options.out / "pairs.jsonl", [*pair_rows(options.pairs), *kept])
    write(options.out / "held.jsonl", [r for r in own if held_back(r["text"])])
    (options.out / "labels.json").write_text(json.dumps(LABELS, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
