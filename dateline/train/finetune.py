"""Fine-tune the encoder that types claims. Runs in the training environment (torch), not in the project's own.

Imports nothing of Dateline: torch's CPU build and the project need different Pythons, so the two exchange files.
`dateline.train.claim_data` writes the rows, this script learns from them and writes `model.pt`; `dateline.train.export`
turns that into the shipped file.

    python dateline/train/finetune.py --rows build/claims/train.jsonl --held build/claims/held.jsonl --out build/claims

The network: one pass of a small BERT over the plain sentence; the tokens of source, target and trigger are pooled, and
the three together ask the whole sentence once more by attention (after the gold data's notes on what worked best for
pairs, with the trigger added). Heads: type, mode and status of what the trigger tells; the root between the sides.
"""

import argparse
import json
import math
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

# What a row without a trigger, source or target has in its place is learned; rows lose theirs at random meanwhile.
DROP = {"trigger": 0.25, "source": 0.08, "target": 0.08}
MOST_TOKENS = 128
_UNKNOWN = -100
ROLES = ("source", "target", "trigger")
_WEIGHTS = {"type": 1.0, "mode": 0.3, "status": 0.4, "relation": 1.0}


class Network(nn.Module):
    """Sentence tokens and span weights in; logits of each head out, a row for each candidate."""

    def __init__(self, encoder: nn.Module, sizes: dict[str, int], *, width: int = 384) -> None:
        super().__init__()
        self.encoder = encoder
        self.absent = nn.Parameter(torch.randn(len(ROLES), width) * 0.02)
        self.ask = nn.Linear(len(ROLES) * width, width)
        self.drop = nn.Dropout(0.15)
        self.body = nn.Linear((len(ROLES) + 2) * width, width)
        self.heads = nn.ModuleList(nn.Linear(width, size) for size in sizes.values())

    def forward(self, ids: Tensor, mask: Tensor, sentence: Tensor, spans: Tensor) -> tuple[Tensor, ...]:
        """`ids`, `mask` [B, T]; `sentence` [C], each candidate's row of `ids`; `spans` [C, 3, T], sums of 1 or 0."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state[sentence]
        there = spans.sum(dim=2, keepdim=True)
        pooled = spans @ states + (1 - there) * self.absent
        pooled = pooled.flatten(1)
        asked = self.ask(pooled).unsqueeze(1) @ states.transpose(1, 2) / math.sqrt(states.shape[-1])
        asked = asked.masked_fill(mask[sentence].unsqueeze(1) == 0, -1e4).softmax(dim=-1)
        seen = torch.cat([pooled, (asked @ states).squeeze(1), states[:, 0]], dim=1)
        body = self.drop(nn.functional.gelu(self.body(self.drop(seen))))
        return tuple(head(body) for head in self.heads)


class Rows:
    """Marked sentences as token ids and span tokens, and the labels' numbers."""

    def __init__(self, path: Path, tokenizer: Tokenizer, labels: dict[str, list[str]]) -> None:
        self.rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        self.labels = {name: {label: i for i, label in enumerate(names)} for name, names in labels.items()}
        for row, encoding in zip(self.rows, tokenizer.encode_batch([r["text"] for r in self.rows]), strict=True):
            row["ids"] = encoding.ids[:MOST_TOKENS]
            for role in ROLES:
                row[role] = _tokens(encoding.offsets[:MOST_TOKENS], row.get(role))

    def batches(self, *, size: int, training: bool, random_: random.Random) -> Iterator[dict[str, Any]]:
        """Batches of about the same length, in random order when training."""
        order = sorted(range(len(self.rows)), key=lambda i: (len(self.rows[i]["ids"]), random_.random()))
        groups = [order[i : i + size] for i in range(0, len(order), size)]
        if training:
            random_.shuffle(groups)
        for group in groups:
            yield self._batch([self.rows[i] for i in group], training=training, random_=random_) | {"numbers": group}

    def _batch(self, rows: Sequence[dict[str, Any]], *, training: bool, random_: random.Random) -> dict[str, Any]:
        longest = max(len(r["ids"]) for r in rows)
        ids = torch.tensor([r["ids"] + [0] * (longest - len(r["ids"])) for r in rows])
        spans = torch.zeros(len(rows), len(ROLES), longest)
        for i, row in enumerate(rows):
            for j, role in enumerate(ROLES):
                tokens = row[role]
                if tokens and not (training and random_.random() < DROP[role]):
                    spans[i, j, tokens] = 1 / len(tokens)
        return {
            "inputs": (ids, (ids != 0).long(), torch.arange(len(rows)), spans),
            **{
                n: torch.tensor([known.get(r.get(n) or "", _UNKNOWN) for r in rows]) for n, known in self.labels.items()
            },
        }


def _tokens(offsets: Sequence[tuple[int, int]], span: Sequence[int] | None) -> list[int]:
    """The numbers of the tokens that a span `[start, end)` of characters touches."""
    if span is None:
        return []
    return [i for i, (a, b) in enumerate(offsets) if a < span[1] and b > span[0]]


def loss_of(outputs: tuple[Tensor, ...], batch: dict[str, Any]) -> Tensor:
    """Cross entropy of every head on the rows whose label is known, the labels smoothed a little."""
    total = torch.zeros(())
    for (name, weight), logits in zip(_WEIGHTS.items(), outputs, strict=True):
        if (batch[name] >= 0).any():
            loss = nn.functional.cross_entropy(logits.float(), batch[name], label_smoothing=0.05)
            total = total + weight * loss
    return total


@torch.no_grad()
def predict(network: Network, rows: Rows) -> list[tuple[list[float], ...]]:
    """Probabilities of each head for every row, in its order."""
    network.eval()
    found: list[tuple[list[float], ...]] = [()] * len(rows.rows)
    for batch in rows.batches(size=64, training=False, random_=random.Random(0)):
        outputs = [o.float().softmax(dim=1).tolist() for o in network(*batch["inputs"])]
        for k, number in enumerate(batch["numbers"]):
            found[number] = tuple(o[k] for o in outputs)
    network.train()
    return found


class Steps:
    """AdamW with a warm-up over a tenth of the steps, then down in a line. The word table stays as it is."""

    def __init__(self, network: Network, *, steps: int, rate: float) -> None:
        for name, parameter in network.encoder.named_parameters():
            parameter.requires_grad = "word_embeddings" not in name
        inner = [p for p in network.encoder.parameters() if p.requires_grad]
        outer = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
        self._learned = inner + outer
        groups = [{"params": inner, "lr": rate}, {"params": outer, "lr": rate * 5}]
        self._optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer, lambda s: min(s / (steps * 0.1 + 1), max(0.0, (steps - s) / (steps * 0.9)))
        )

    def __call__(self) -> None:
        """One step down the gradients that were summed, which are no more after it."""
        nn.utils.clip_grad_norm_(self._learned, 1.0)
        self._optimizer.step()
        self._optimizer.zero_grad(set_to_none=True)
        self._schedule.step()


def train(network: Network, rows: Rows, *, epochs: float, rate: float, seed: int, batch: int) -> None:
    """Learn in place."""
    random_ = random.Random(seed)
    steps = math.ceil(len(rows.rows) / batch * epochs)
    step_by = Steps(network, steps=steps, rate=rate)
    network.train()
    step, began, losses = 0, time.monotonic(), 0.0
    while step < steps:
        for one in rows.batches(size=batch, training=True, random_=random_):
            with torch.autocast("cpu", torch.bfloat16):
                outputs = network(*one["inputs"])
            loss = loss_of(outputs, one)
            loss.backward()
            step_by()
            step += 1
            losses += float(loss)
            if step % 50 == 0 or step == steps:
                speed = step * batch / (time.monotonic() - began)
                sys.stdout.write(f"step {step}/{steps}  loss {losses / 50:.3f}  {speed:.0f} sentences/s\n")
                sys.stdout.flush()
                losses = 0.0
            if step >= steps:
                break


def score(network: Network, rows: Rows) -> dict[str, float]:
    """Share of the rows with a label on which each head's likeliest is right."""
    found = predict(network, rows)
    shares = {}
    for place, (name, numbers) in enumerate(rows.labels.items()):
        known = [(numbers[row[name]], p[place]) for row, p in zip(rows.rows, found, strict=True) if row.get(name)]
        right = sum(max(range(len(p)), key=p.__getitem__) == number for number, p in known)
        shares[name] = round(right / max(len(known), 1), 4)
    return shares


def main() -> None:
    """Read the rows, learn, say how good it is on the rows held back, write `model.pt`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=Path, required=True, help="JSON lines: text, labels, three spans")
    parser.add_argument("--held", type=Path, help="rows held back, of the same form")
    parser.add_argument("--labels", type=Path, required=True, help="JSON: the labels of each head, in order")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the pretrained encoder")
    parser.add_argument("--start", type=Path, help="a model.pt to go on from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    labels = json.loads(options.labels.read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    network = Network(AutoModel.from_pretrained(options.encoder), {n: len(v) for n, v in labels.items()})
    if options.start:
        network.load_state_dict(torch.load(options.start))
    rows = Rows(options.rows, tokenizer, labels)
    train(network, rows, epochs=options.epochs, rate=options.rate, seed=options.seed, batch=options.batch)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.out / "model.pt")
    if options.held:
        held = Rows(options.held, tokenizer, labels)
        sys.stdout.write(f"held back: {score(network, held)}\n")
        lines = [json.dumps([[round(x, 5) for x in p] for p in found]) for found in predict(network, held)]
        (options.out / "held.predicted.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
