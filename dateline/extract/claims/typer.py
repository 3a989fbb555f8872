"""The seam for a trained model: whatever gives the probabilities of types for a candidate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.model.span import Span

NONE = "NONE"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that may state an act: its sentence, trigger, and the spans of its sides; and what the rules say.

    `type`, `mode`, `status` and `rule` are the rules' choice, `prior` their probability for it, `others` the other
    types that the words can have. `unused` counts the other mentions of the sentence, `common` says that a recipient is
    told by a common noun. `abroad` says that the sides are of more than one country, `home` that both are of one that
    is known.
    """

    sentence: Span
    trigger: Span
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    type: str
    mode: str | None
    status: str
    rule: str
    prior: float
    others: tuple[str, ...] = ()
    unused: int = 0
    common: bool = False
    abroad: bool = False
    home: bool = False


class Typer(Protocol):
    """Gives each candidate of a text the probability of each type; NONE is "no act". `name` is the producer's name."""

    name: str

    def __call__(self, text: str, candidates: Sequence[Candidate]) -> Sequence[Mapping[str, float]]: ...


class RuleTyper:
    """The rules alone: the prior of the rule that fits, the rest shared by the other readings of the words and NONE."""

    name = "rule"

    def __call__(self, text: str, candidates: Sequence[Candidate]) -> Sequence[Mapping[str, float]]:  # noqa: ARG002 - a model needs the text
        return [self._one(c) for c in candidates]

    def _one(self, candidate: Candidate) -> dict[str, float]:
        rest = 1.0 - candidate.prior
        others = [t for t in dict.fromkeys(candidate.others) if t != candidate.type]
        share = rest / (len(others) + 1)
        return {candidate.type: candidate.prior, **dict.fromkeys(others, share), NONE: share}
