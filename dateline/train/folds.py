"""The score of relations over folds that were left out: `python -m dateline.train.folds FOLDER...`.

Each folder holds `left.jsonl` (the rows left out) and `held.predicted.jsonl` (what the network trained without them
says of them), as `tools/train-folds` makes them. Figures are those of `dateline evaluate relations`, over all folds
together.
"""

import json
import sys
from pathlib import Path

from dateline.evaluate.relations import report
from dateline.evaluate.report import Report


def score(folders: list[Path]) -> Report:
    """The report over the rows of all folders."""
    gold, quads, said = [], [], []
    for folder in folders:
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        place, names = list(labels).index("relation"), labels["relation"]
        rows = (folder / "left.jsonl").read_text(encoding="utf-8").splitlines()
        predicted = (folder / "held.predicted.jsonl").read_text(encoding="utf-8").splitlines()
        for row, probabilities in zip(map(json.loads, rows), map(json.loads, predicted), strict=True):
            gold.append(row["relation"])
            quads.append(row["quad"])
            said.append(names[max(range(len(names)), key=probabilities[place].__getitem__)])
    return report(gold, quads, said)


if __name__ == "__main__":
    for figure in score([Path(a) for a in sys.argv[1:]]).rows:
        sys.stdout.write(f"{figure.name} {figure.value}\n")
