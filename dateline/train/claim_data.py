"""The rows that the claims' network learns from: `python -m dateline.train.claim_data OUT [--pairs PLV.tsv]`.

Writes `train.jsonl`, `held.jsonl` (a tenth, chosen by a hash of the text), `labels.json`, and with `--pairs` the
rows of the second round, `pairs.jsonl`. A row has `text`, the labels `type`, `mode`, `status`, `relation` (the root
between two given sides) and the spans `source`, `target`, `trigger` in code points; each may be null.
With `--leave-out K` the pairs of fold K of five are in `left.jsonl` instead, to be scored: a sentence, by its words, is
in one fold only, and its fold is left out of our own sentences too.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from dateline.evaluate.relations import load, sides
from dateline.extract.claims.network import word_hash
from dateline.ontology.plover import root_of
from dateline.train.marked import MODES, STATUSES, TYPES, Marked, read

DATA = Path(__file__).parent / "data"
LABELS = {
    "type": list(TYPES),
    "mode": [f"{kind}.{mode}" for kind in TYPES for mode in sorted(MODES.get(kind, ()))],
    "status": list(STATUSES),
    "relation": list(dict.fromkeys(root_of(kind) for kind in TYPES if kind != "NONE")),
}
_TENTHS = 10
_FOLDS = 5


def row_of(marked: Marked) -> dict[str, Any]:
    """The row of one of our own sentences. A sentence that tells of nothing teaches no status."""
    event = marked.type != "NONE"
    return {
        "text": marked.text,
        "type": marked.type,
        "mode": f"{marked.type}.{marked.mode}" if marked.mode else None,
        "status": marked.status if event else None,
        "relation": root_of(marked.type) if event else None,
        "source": marked.source,
        "target": marked.target,
        "trigger": marked.trigger,
    }


def pair_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a TSV of relations between two given sides."""
    for row in load(path):
        source, target = sides(row)
        yield {
            "text": row["sentence"],
            "relation": row.get("gold_root") or None,
            "quad": row.get("gold_quad") or None,
            "source": source,
            "target": target,
            "trigger": None,
        }


def held_back(text: str) -> bool:
    """Whether a sentence is in the tenth that is never learned from; the same for every run."""
    return int(sha256(text.encode()).hexdigest(), 16) % _TENTHS == 0


def fold_of(text: str) -> int:
    """The fold of a sentence, by its words, so that the same sentence written otherwise has the same fold."""
    return int(word_hash(text), 16) % _FOLDS


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
    parser.add_argument("--leave-out", type=int, choices=range(_FOLDS), help="a fold of the pairs to be scored instead")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    own = [row_of(m) for path in sorted(DATA.glob("*.tsv")) for m in read(path)]
    pairs = list(pair_rows(options.pairs)) if options.pairs else []
    left = [r for r in pairs if fold_of(r["text"]) == options.leave_out]
    scored = {r["text"] for r in left}
    write(options.out / "train.jsonl", [r for r in own if not held_back(r["text"]) and r["text"] not in scored])
    write(options.out / "held.jsonl", [r for r in own if held_back(r["text"])])
    if pairs:
        write(options.out / "pairs.jsonl", [r for r in pairs if r["text"] not in scored])
        write(options.out / "left.jsonl", left)
        hashes = sorted({word_hash(r["text"]) for r in pairs if r["text"] not in scored})
        (options.out / "learned.txt").write_text("\n".join(hashes) + "\n", encoding="utf-8")
    (options.out / "labels.json").write_text(json.dumps(LABELS, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
