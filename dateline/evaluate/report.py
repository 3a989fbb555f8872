"""What an evaluation gives back: named figures over a corpus, with their intervals."""

from dataclasses import dataclass, field
from math import sqrt

_Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, for instance `quote.recall`: `value` of 0 to 1 (None where nothing was counted).

    `hits` of `total` is what the value was counted from, where it is a share; `low` and `high` are the bounds of its
    95 % interval. `better` is `higher`, `lower`, or `none` for a figure that no floor is kept for.
    """

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None
    hits: float | None = None
    total: float | None = None
    better: str = "higher"


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one task. `counts` says how much was looked at (`documents`, `gold` …), `notes` what to know."""

    task: str
    counts: dict[str, int]
    rows: tuple[Figure, ...]
    notes: tuple[str, ...] = field(default=())

    def figure(self, name: str) -> Figure:
        """The figure of this name. Raises KeyError where there is none."""
        for row in self.rows:
            if row.name == name:
                return row
        raise KeyError(name)


def share(name: str, hits: float, total: float, *, better: str = "higher") -> Figure:
    """`hits` of `total` as a figure with Wilson's 95 % interval; no value where the total is 0."""
    if not total:
        return Figure(name, None, hits=hits, total=total, better=better)
    value = hits / total
    middle = (value + _Z**2 / (2 * total)) / (1 + _Z**2 / total)
    half = _Z * sqrt(value * (1 - value) / total + _Z**2 / (4 * total**2)) / (1 + _Z**2 / total)
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return Figure(name, value, round(low, 4), round(high, 4), hits, total, better)


def precision_recall(name: str, *, right: float, given: float, found: float, wanted: float) -> tuple[Figure, ...]:
    """`name.precision` (right of given), `name.recall` (found of wanted) and their `name.f1`."""
    precision, recall = share(f"{name}.precision", right, given), share(f"{name}.recall", found, wanted)
    f1 = None
    if precision.value is not None and recall.value is not None:
        total = precision.value + recall.value
        f1 = 2 * precision.value * recall.value / total if total else 0.0
    return precision, recall, Figure(f"{name}.f1", f1)
