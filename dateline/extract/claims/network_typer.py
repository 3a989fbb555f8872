"""Rules and network together: grammar gives the sides and the type, the network says how far it believes them."""

from collections.abc import Mapping, Sequence

from dateline.extract.claims.network import Judged, Network, network
from dateline.extract.claims.truth import Truth, asked, features, truth
from dateline.extract.claims.typer import NONE, Candidate

# Another reading that the network thinks less likely than this is not worth showing.
_WORTH_SHOWING = 0.05


class NetworkTyper:
    """The rules' type with a probability fitted on judged claims; what is left goes to what the network thinks else."""

    name = "rules+network"

    def __init__(self, judge: Network | None = None, weighed: Truth | None = None) -> None:
        self._judge, self._truth = judge, weighed

    def __call__(self, text: str, candidates: Sequence[Candidate]) -> Sequence[Mapping[str, float]]:
        if not candidates:
            return []
        judge, weighed = self._judge or network(), self._truth or truth()
        judged = judge.judge(text, [asked(c) for c in candidates])
        return [_weights(c, j, weighed) for c, j in zip(candidates, judged, strict=True)]


def _weights(candidate: Candidate, judged: Judged, weighed: Truth) -> dict[str, float]:
    probability = weighed.probability(features(candidate, judged), candidate.rule)
    others = {
        name: p
        for name, p in judged.type.items()
        if name != candidate.type and (name == NONE or name in candidate.others or p >= _WORTH_SHOWING)
    }
    rest = (1 - probability) / sum(others.values())
    return {candidate.type: probability, **{name: p * rest for name, p in others.items()}}
