"""Scores for chains of coreferent mentions: MUC, B-cubed, CEAF-e, and their mean, the CoNLL score."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

Chains = Sequence[frozenset[Hashable]]


@dataclass(slots=True)
class ChainScore:
    """Sums over documents: numerators and denominators of recall and precision for one measure."""

    found: float = 0.0
    wanted: float = 0.0
    right: float = 0.0
    given: float = 0.0

    def add(self, found: float, wanted: float, right: float, given: float) -> None:
        """Add the counts of one document."""
        self.found += found
        self.wanted += wanted
        self.right += right
        self.given += given

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision, 0.0 where nothing was counted."""
        recall = self.found / self.wanted if self.wanted else 0.0
        precision = self.right / self.given if self.given else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class ConllScore:
    """MUC, B-cubed and CEAF-e over a corpus."""

    def __init__(self) -> None:
        self.muc, self.b_cubed, self.ceaf = ChainScore(), ChainScore(), ChainScore()

    def add(self, gold: Chains, found: Chains) -> None:
        """Count one document; a mention stands in one chain of each side at most."""
        self.muc.add(*_links(gold, found), *_links(found, gold))
        self.b_cubed.add(*_shares(gold, found), *_shares(found, gold))
        similarity = _best_pairing([[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold])
        self.ceaf.add(similarity, len(gold), similarity, len(found))

    @property
    def value(self) -> float:
        """The mean of the three F1 values."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf.f1) / 3


def _links(one: Chains, other: Chains) -> tuple[float, float]:
    where = {mention: i for i, chain in enumerate(other) for mention in chain}
    found = wanted = 0
    for chain in one:
        parts = {where.get(mention, f"alone {mention}") for mention in chain}
        found += len(chain) - len(parts)
        wanted += len(chain) - 1
    return found, wanted


def _shares(one: Chains, other: Chains) -> tuple[float, float]:
    where = {mention: chain for chain in other for mention in chain}
    found = 0.0
    total = 0
    for chain in one:
        total += len(chain)
        found += sum(len(chain & where[m]) / len(chain) for m in chain if m in where)
    return found, total


def _best_pairing(weights: list[list[float]]) -> float:
    """The largest sum of a one-to-one pairing of rows with columns (Hungarian method, rows up to columns)."""
    if not weights or not weights[0]:
        return 0.0
    if len(weights) > len(weights[0]):
        weights = [list(column) for column in zip(*weights, strict=True)]
    rows, columns = len(weights), len(weights[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of, came_from = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0] = row
        column = 0
        least = [float("inf")] * (columns + 1)
        used = [False] * (columns + 1)
        while row_of[column]:
            used[column] = True
            at, step, following = row_of[column], float("inf"), 0
            for j in range(1, columns + 1):
                if used[j]:
                    continue
                cost = -weights[at - 1][j - 1] - row_price[at] - column_price[j]
                if cost < least[j]:
                    least[j], came_from[j] = cost, column
                if least[j] < step:
                    step, following = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    row_price[row_of[j]] += step
                    column_price[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return sum(weights[row_of[j] - 1][j - 1] for j in range(1, columns + 1) if row_of[j])
