"""How good the shipped network is on the tenth of our own sentences that it never learned from.

    python -m dateline.train.held

A reader of the sentence marked the two sides and the trigger; the network gets all three.
"""

import sys
from collections.abc import Sequence

from dateline.evaluate.report import Figure, Report, share
from dateline.extract.claims.network import Asked, Judged, Network, network
from dateline.model.span import Span
from dateline.train.claim_data import DATA, held_back, row_of
from dateline.train.marked import Marked, read


def held_sentences() -> list[Marked]:
    """Our own marked sentences that are held back."""
    return [m for path in sorted(DATA.glob("*.tsv")) for m in read(path) if held_back(m.text)]


def asked(marked: Marked) -> Asked:
    """The question that a marked sentence puts to the network."""
    sides = (Span(*s) if s is not None else None for s in (marked.source, marked.target, marked.trigger))
    return Asked(Span(0, len(marked.text)), *sides)


def score(sentences: Sequence[Marked], judge: Network) -> Report:
    """Shares of sentences whose likeliest type, mode and status are right, where there is one."""
    judged = [judge.judge(m.text, [asked(m)])[0] for m in sentences]
    rows = [_share(name, sentences, judged) for name in ("type", "mode", "status")]
    acts = [(m.type != "NONE", j.type["NONE"] < 1 / 2) for m, j in zip(sentences, judged, strict=True)]
    rows.append(share("held.act", sum(gold == said for gold, said in acts), len(acts)))
    return Report("held", {"sentences": len(sentences)}, tuple(rows))


def _share(name: str, sentences: Sequence[Marked], judged: Sequence[Judged]) -> Figure:
    known = [(row_of(m)[name], getattr(j, name)) for m, j in zip(sentences, judged, strict=True)]
    known = [(gold, weights) for gold, weights in known if gold]
    right = sum(max(weights, key=weights.__getitem__) == gold for gold, weights in known)
    return share(f"held.{name}", right, len(known))


if __name__ == "__main__":
    for row in score(held_sentences(), network()).rows:
        sys.stdout.write(f"{row.name} {row.value:.3f} [{row.low}-{row.high}] of {row.total:.0f}\n")
