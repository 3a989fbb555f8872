"""Putting together what is the same: pairs with probabilities, and pairs that must stay apart."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two things, by number, that are the same with a probability, and the rule that says so."""

    first: int
    second: int
    probability: float
    method: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Groups of things, each with the best pair that ties a thing to its group (none for the first)."""

    groups: tuple[tuple[int, ...], ...]
    ties: dict[int, Pair]


def join(count: int, pairs: Iterable[Pair], *, apart: Callable[[int, int], bool]) -> Joined:
    """Join `count` things along the pairs, the likeliest first; no group ever holds two that are `apart`.

    The outcome depends on the pairs and not on their order.
    """
    groups = {n: [n] for n in range(count)}
    of = list(range(count))
    ties: dict[int, Pair] = {}
    for pair in sorted(pairs, key=lambda p: (-p.probability, p.first, p.second, p.method)):
        a, b = of[pair.first], of[pair.second]
        for number in (pair.first, pair.second):
            ties.setdefault(number, pair)
        if a == b or any(apart(m, n) for m in groups[a] for n in groups[b]):
            continue
        keep, gone = (a, b) if (len(groups[a]), -a) >= (len(groups[b]), -b) else (b, a)
        for number in groups[gone]:
            of[number] = keep
        groups[keep] += groups.pop(gone)
    inside = {n: p for n, p in ties.items() if of[p.first] == of[p.second]}
    return Joined(tuple(tuple(sorted(group)) for _, group in sorted(groups.items())), inside)
