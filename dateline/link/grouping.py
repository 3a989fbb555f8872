"""Putting together what is the same: pairs with probabilities, and pairs that must stay apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, Self


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two things, by number, that are the same with a probability, and the rule that says so."""

    first: int
    second: int
    probability: float
    method: str


class Facts(Protocol):
    """What is known of a group and may keep it apart from another one."""

    def apart(self, other: Self) -> bool:
        """Whether the two groups cannot be one."""

    def take(self, other: Self) -> None:
        """Be the facts of both."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Groups of things, each with the best pair that ties a thing to its group (none for the first)."""

    groups: tuple[tuple[int, ...], ...]
    ties: dict[int, Pair]


def join[F: Facts](facts: Sequence[F], pairs: Iterable[Pair]) -> Joined:
    """Join things along the pairs, the likeliest first, unless their facts keep them apart.

    `facts` has an entry for each thing, used up in the process. The order of the pairs does not matter.
    """
    groups = {n: [n] for n in range(len(facts))}
    of = list(range(len(facts)))
    ties: dict[int, Pair] = {}
    for pair in sorted(pairs, key=lambda p: (-p.probability, p.first, p.second, p.method)):
        a, b = of[pair.first], of[pair.second]
        if a == b or facts[a].apart(facts[b]):
            continue
        for number in (pair.first, pair.second):
            ties.setdefault(number, pair)
        keep, gone = (a, b) if (len(groups[a]), -a) >= (len(groups[b]), -b) else (b, a)
        for number in groups[gone]:
            of[number] = keep
        groups[keep] += groups.pop(gone)
        facts[keep].take(facts[gone])
    return Joined(tuple(tuple(sorted(group)) for _, group in sorted(groups.items())), ties)
