"""Fine-tune the checker, which says whether a claim on a sentence is true. Runs in the training environment (torch).

    python dateline/train/finetune_check.py --rows build/checker/rows.jsonl --encoder FOLDER
        --start dateline/weights/claims --out build/checker [--onward MODEL.pt] [--without FOLD]

`dateline.train.check_data` writes the rows: token ids with the claim before the sentence and marks around its sides and
act. The network is that of `finetune.py` with one head of two (false, true); it starts from the shipped network of
types, read out of its ONNX file, or from a checker made before. Learns from all rows and writes `model.pt`; with
`--without`, learns from the rows of the other folds and writes what it says of this one, in log odds, as
`left.FOLD.jsonl`.
"""

import argparse
import json
import math
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from finetune import ROLES, Network, Steps
from torch import Tensor, nn
from transformers import AutoModel

HEAD = {"true": 2}
# The share of each label that is given to the other: judges differ in one claim of twenty.
_SMOOTH = 0.04


def shipped(folder: Path) -> dict[str, Tensor]:
    """The weights of the network in a folder's `model.onnx` but its heads, as 32-bit floats under torch's names."""
    graph = onnx.load(str(folder / "model.onnx")).graph
    arrays = {
        w.name.removesuffix(".half"): torch.tensor(onnx.numpy_helper.to_array(w).astype(np.float32))
        for w in graph.initializer
        if onnx.numpy_helper.to_array(w).dtype in (np.float16, np.float32)
    }
    found = {name.removeprefix("network."): w for name, w in arrays.items() if name.startswith("network.")}
    # The exporter names the weights of products after nothing; the product's own name tells whose they are.
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in arrays:
            module = node.name.strip("/").removesuffix("/MatMul").replace("/", ".").removeprefix("network.")
            found[f"{module}.weight"] = arrays[node.input[1]].T.contiguous()
    return {name: w for name, w in found.items() if not name.startswith("heads.")}


def network_from(encoder: Path, start: Path) -> Network:
    """The network with the shipped weights and a head that has learned nothing."""
    network = Network(AutoModel.from_pretrained(encoder, attn_implementation="eager"), HEAD)
    missing, unknown = network.load_state_dict(shipped(start), strict=False)
    fresh = [name for name in missing if not name.startswith(("heads.", "encoder.pooler."))]
    if fresh or unknown:
        raise ValueError(f"{start} does not hold the network: {fresh} missing, {unknown} unknown")
    return network


def batch_of(rows: Sequence[dict[str, Any]]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Ids, mask, each row's own sentence, and the weights of the tokens of each role."""
    longest = max(len(r["ids"]) for r in rows)
    ids = torch.tensor([r["ids"] + [0] * (longest - len(r["ids"])) for r in rows])
    spans = torch.zeros(len(rows), len(ROLES), longest)
    for i, row in enumerate(rows):
        for j, places in enumerate(row["roles"]):
            if places:
                spans[i, j, places] = 1 / len(places)
    return ids, (ids != 0).long(), torch.arange(len(rows)), spans


def batches(rows: Sequence[dict[str, Any]], *, size: int, random_: random.Random) -> Iterator[list[dict[str, Any]]]:
    """Batches of about the same length, in random order."""
    order = sorted(rows, key=lambda r: len(r["ids"]) + 12 * random_.random())
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    random_.shuffle(groups)
    yield from groups


def train(network: Network, rows: Sequence[dict[str, Any]], *, epochs: int, rate: float, seed: int) -> None:
    """Learn in place."""
    size, random_ = 32, random.Random(seed)
    step_by = Steps(network, steps=math.ceil(len(rows) / size) * epochs, rate=rate)
    network.train()
    for epoch in range(epochs):
        losses = 0.0
        for group in batches(rows, size=size, random_=random_):
            wanted = torch.tensor([float(r["true"]) for r in group]) * (1 - 2 * _SMOOTH) + _SMOOTH
            (logits,) = network(*batch_of(group))
            odds = logits[:, 1] - logits[:, 0]
            loss = nn.functional.binary_cross_entropy_with_logits(odds, wanted)
            loss.backward()
            step_by()
            losses += float(loss.detach()) * len(group)
        sys.stdout.write(f"epoch {epoch + 1} of {epochs}: loss {losses / len(rows):.3f}\n")
        sys.stdout.flush()


@torch.no_grad()
def predict(network: Network, rows: Sequence[dict[str, Any]]) -> list[float]:
    """The log odds of each row, in its order."""
    network.eval()
    found = [0.0] * len(rows)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]["ids"]))
    for k in range(0, len(order), 64):
        numbers = order[k : k + 64]
        (logits,) = network(*batch_of([rows[i] for i in numbers]))
        for i, odds in zip(numbers, (logits[:, 1] - logits[:, 0]).tolist(), strict=True):
            found[i] = round(odds, 4)
    return found


def main() -> None:
    """Read the rows, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("rows", "encoder", "start", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--onward", type=Path, help="a model.pt of this script to go on from")
    parser.add_argument("--without", type=int, help="a fold to leave out, and to predict")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument(
        "--threads", type=int, default=1, help="two side by side with one each are faster than one with two"
    )
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rows = [json.loads(line) for line in options.rows.read_text(encoding="utf-8").splitlines()]
    options.out.mkdir(parents=True, exist_ok=True)
    network = network_from(options.encoder, options.start)
    if options.onward:
        network.load_state_dict(torch.load(options.onward))
    others = [r for r in rows if r["fold"] != options.without]
    train(network, others, epochs=options.epochs, rate=options.rate, seed=options.seed)
    if options.without is None:
        torch.save(network.state_dict(), options.out / "model.pt")
        return
    left = [r for r in rows if r["fold"] == options.without]
    lines = [
        json.dumps({"key": r["key"], "log_odds": odds}) for r, odds in zip(left, predict(network, left), strict=True)
    ]
    (options.out / f"left.{options.without}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
