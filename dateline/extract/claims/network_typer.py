"""Rules and networks together: grammar gives the sides and the type, the networks say how far they believe them."""

from collections.abc import Mapping, Sequence

from dateline.extract.claims.checker import Checker, checker
from dateline.extract.claims.network import Judged, Network, network
from dateline.extract.claims.truth import Truth, asked, features, truth
from dateline.extract.claims.typer import NONE, Candidate

# Another reading that the network thinks less likely than this is not worth showing.
_WORTH_SHOWING = 0.05


class NetworkTyper:
    """The rules' type with a probability fitted on judged claims; what is left goes to what the network thinks else."""

    name = "rules+network"

    def __init__(
        self, judge: Network | None = None, check: Checker | None = None, weighed: Truth | None = None
    ) -> None:
        self._judge, self._check, self._truth = judge, check, weighed

    def __call__(self, text: str, candidates: Sequence[Candidate]) -> Sequence[Mapping[str, float]]:
        if not candidates:
            return []
        weighed = self._truth or truth()
        judged = (self._judge or network()).judge(text, [asked(c) for c in candidates])
        checked = (self._check or checker()).check(text, candidates)
        return [_weights(c, j, k, weighed) for c, j, k in zip(candidates, judged, checked, strict=True)]


def _weights(candidate: Candidate, judged: Judged, checked: float, weighed: Truth) -> dict[str, float]:
    probability = weighed.probability(features(candidate, judged, checked), candidate.rule)
    others = {
        name: p
        for name, p in judged.type.items()
        if name != candidate.type and (name == NONE or name in candidate.others or p >= _WORTH_SHOWING)
    }
    rest = (1 - probability) / sum(others.values())
    return {candidate.type: probability, **{name: p * rest for name, p in others.items()}}
