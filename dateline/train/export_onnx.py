"""Turn a fine-tuned network into the file that ships: ONNX with 16-bit weights. Runs in the training environment.

    python dateline/train/export_onnx.py --model build/claims/model.pt --labels build/claims/labels.json
        --encoder FOLDER --out dateline/weights/claims

Writes `model.onnx`, `tokenizer.json` and `labels.json`. Weights are kept in half precision and cast once at load, so
that sums are those of the network that was trained: 8-bit sums cost two points of macro F1 on pairs.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from finetune import ROLES, Network
from torch import Tensor, nn
from transformers import AutoModel

_LARGE = 1_000


class Probabilities(nn.Module):
    """The network with probabilities instead of logits."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor, sentence: Tensor, spans: Tensor) -> tuple[Tensor, ...]:
        """As `Network.forward`."""
        return tuple(o.softmax(dim=1) for o in self.network(ids, mask, sentence, spans))


def export(network: Network, path: Path, heads: list[str]) -> None:
    """Write the network as ONNX, its outputs named by its heads, with every size but the widths left open."""
    batch, tokens, candidates = 2, 16, 3
    ids = torch.ones(batch, tokens, dtype=torch.long)
    spans = torch.zeros(candidates, len(ROLES), tokens)
    spans[:, :, 1] = 1
    torch.onnx.export(
        Probabilities(network).eval(),
        (ids, torch.ones_like(ids), torch.tensor([0, 1, 1]), spans),
        str(path),
        input_names=["ids", "mask", "sentence", "spans"],
        output_names=heads,
        dynamic_axes={
            **{name: {0: "batch", 1: "tokens"} for name in ("ids", "mask")},
            "sentence": {0: "candidates"},
            "spans": {0: "candidates", 2: "tokens"},
        },
        dynamo=False,
    )


def halve(whole: Path, out: Path) -> None:
    """Keep the large weights of an ONNX file as 16-bit floats, with a cast before their use."""
    model = onnx.load(str(whole))
    casts = []
    for i, weight in enumerate(model.graph.initializer):
        values = onnx.numpy_helper.to_array(weight)
        if values.dtype != np.float32 or values.size < _LARGE:
            continue
        name, half = weight.name, f"{weight.name}.half"
        model.graph.initializer[i].CopyFrom(onnx.numpy_helper.from_array(values.astype(np.float16), half))
        casts.append(onnx.helper.make_node("Cast", [half], [name], to=onnx.TensorProto.FLOAT))
    nodes = list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend([*casts, *nodes])
    onnx.checker.check_model(model)
    onnx.save(model, str(out))


def main() -> None:
    """Export, halve, copy what the run time needs beside it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "labels", "encoder", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    labels = json.loads(options.labels.read_text(encoding="utf-8"))
    encoder = AutoModel.from_pretrained(options.encoder, attn_implementation="eager")
    network = Network(encoder, {name: len(names) for name, names in labels.items()})
    network.load_state_dict(torch.load(options.model))
    options.out.mkdir(parents=True, exist_ok=True)
    whole = options.model.with_suffix(".onnx")
    export(network, whole, list(labels))
    halve(whole, options.out / "model.onnx")
    shutil.copy(options.encoder / "tokenizer.json", options.out / "tokenizer.json")
    shutil.copy(options.labels, options.out / "labels.json")


if __name__ == "__main__":
    main()
