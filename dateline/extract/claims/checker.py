"""The checker: a second small network that reads a sentence with a claim on it, and says how far it believes the claim.

The claim is written before the sentence ("assault heavy weapons happened [SEP] ..."), and the words of its act and of
all its sides are marked; so the network reads the sentence once for each claim, knowing what is claimed. It learned
from claims that were judged. Weights and card are in `weights/checker`.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.extract.claims.network import session_of, tokenizer_of
from dateline.extract.claims.typer import Candidate
from dateline.model.span import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# The network was trained on no longer ones; what stands behind is left out.
MOST_TOKENS = 160
# Tokens that the encoder's vocabulary keeps free: before and behind an actor, a recipient, the act.
_MARKS = ((1, 2), (3, 4), (5, 6))
_SEPARATOR = 102
_ROLES = 3
_TINY = 1e-6
_MOST_NAMES = 60

Marks = tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]


def claim_words(text: str, candidate: Candidate) -> str:
    """The claim in the words that the checker knows: type, mode, status, and sides of other sentences by name."""
    words = [candidate.type.lower(), (candidate.mode or "").replace("_", " "), candidate.status]
    for side, preposition in ((candidate.actors, "by"), (candidate.recipients, "to")):
        away = " , ".join(s.of(text) for s in side if not candidate.sentence.contains(s))[:_MOST_NAMES]
        words += [preposition, away if side else "nobody"] if away or not side else []
    return " ".join(w for w in words if w)


def marked_spans(candidate: Candidate) -> Marks:
    """Actors, recipients and act, as far as they stand in the sentence, from its beginning on."""
    start = candidate.sentence.start
    actors, recipients = (
        tuple(Span(s.start - start, s.end - start) for s in side if candidate.sentence.contains(s))
        for side in (candidate.actors, candidate.recipients)
    )
    trigger = candidate.trigger
    return actors, recipients, (Span(trigger.start - start, trigger.end - start),)


def marked_ids(tokenizer: "Tokenizer", sentence: str, claim: str, marks: Marks) -> tuple[list[int], list[list[int]]]:
    """Token ids of claim and sentence with marks, and the places of each role's tokens among them."""
    body = tokenizer.encode(sentence, add_special_tokens=False)
    opened: dict[int, list[int]] = {}
    closed: dict[int, list[int]] = {}
    roles: list[list[int]] = []
    for spans, (before, behind) in zip(marks, _MARKS, strict=True):
        roles.append([])
        for span in spans:
            inside = [k for k, (a, b) in enumerate(body.offsets) if a < span.end and b > span.start]
            if inside:
                opened.setdefault(inside[0], []).append(before)
                closed.setdefault(inside[-1], []).append(behind)
                roles[-1] += inside
    ids, place = list(tokenizer.encode(claim).ids), []
    for k, token in enumerate(body.ids):
        ids += opened.get(k, [])
        place.append(len(ids))
        ids += [token, *closed.get(k, [])]
    ids = [*ids[: MOST_TOKENS - 1], _SEPARATOR]
    return ids, [[place[k] for k in role if place[k] < len(ids) - 1] for role in roles]


class Checker:
    """The network of one folder of weights. Pure: the same text and claims give the same numbers."""

    def __init__(self, folder: Path) -> None:
        self._session = session_of(folder)
        self._tokenizer = tokenizer_of(folder)

    def check(self, text: str, candidates: Sequence[Candidate]) -> list[float]:
        """For each candidate the log odds that it is true, as the network sees it."""
        return self._run([(c.sentence.of(text), claim_words(text, c), marked_spans(c)) for c in candidates])

    def log_odds(self, sentence: str, claim: str, marks: Marks) -> float:
        """The same for one claim, given in words with the stretches of its sentence."""
        return self._run([(sentence, claim, marks)])[0]

    def _run(self, claims: Sequence[tuple[str, str, Marks]]) -> list[float]:
        import numpy as np

        if not claims:
            return []
        marked = [marked_ids(self._tokenizer, *claim) for claim in claims]
        longest = max(len(ids) for ids, _ in marked)
        table = np.zeros((len(marked), longest), np.int64)
        spans = np.zeros((len(marked), _ROLES, longest), np.float32)
        for i, (ids, roles) in enumerate(marked):
            table[i, : len(ids)] = ids
            for j, places in enumerate(roles):
                if places:
                    spans[i, j, places] = 1 / len(places)
        given = {"ids": table, "mask": (table != 0).astype(np.int64), "spans": spans}
        (found,) = self._session.run(["true"], {**given, "sentence": np.arange(len(marked), dtype=np.int64)})
        return [log(max(float(p[1]), _TINY) / max(float(p[0]), _TINY)) for p in found]


@cache
def checker() -> Checker:
    """The checker that ships."""
    return Checker(Path(str(files("dateline") / "weights" / "checker")))
