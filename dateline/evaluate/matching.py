"""Matching what was found with what was wanted: one to one everywhere, by spans or by words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.model.span import Span


def one_to_one[L, R](left: Sequence[L], right: Sequence[R], fits: Callable[[L, R], bool]) -> dict[int, int]:
    """A maximum matching: index in `left` -> index in `right`, no index twice.

    Deterministic: earlier items are served first, and give way only where that serves more.
    """
    taken: dict[int, int] = {}

    def serve(i: int, seen: set[int]) -> bool:
        for j, candidate in enumerate(right):
            if j not in seen and fits(left[i], candidate):
                seen.add(j)
                if j not in taken or serve(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    for i in range(len(left)):
        serve(i, set())
    return {i: j for j, i in taken.items()}


def words_of(text: str | None) -> list[str]:
    """The words of a text, in lower case."""
    return re.findall(r"\w+", (text or "").lower())


def squash(text: str | None) -> str:
    """A text without white space, marks and case, for comparing."""
    return re.sub(r"\W+", "", text or "").lower()


def places_of(text: str, piece: str | None) -> list[Span]:
    """Every place where a piece stands in a text."""
    return [Span(*m.span()) for m in re.finditer(re.escape(piece), text)] if piece else []


def half_inside(span: Span, wholes: Sequence[Span]) -> bool:
    """Whether at least half of a span lies inside one of the others."""
    return any(span.overlap(whole) >= 0.5 * (span.end - span.start) for whole in wholes)


class Aligner:
    """Carries spans of one text to another that differs from it in white space only, or also in its first line."""

    def __init__(self, source: str, target: str) -> None:
        self._table = _aligned(source, target)

    @property
    def aligned(self) -> bool:
        """Whether the source was found in the target."""
        return bool(self._table)

    def __call__(self, span: Span) -> Span | None:
        """The span in the target; None where no letter of it stands there."""
        keys = [self._table[i] for i in range(*span) if i in self._table]
        return Span(keys[0], keys[-1] + 1) if keys else None


def _aligned(source: str, target: str) -> dict[int, int]:
    wanted = [i for i, c in enumerate(source) if not c.isspace()]
    given = [i for i, c in enumerate(target) if not c.isspace()]
    letters, whole = "".join(source[i] for i in wanted), "".join(target[i] for i in given)
    at = whole.find(letters)
    if at < 0:  # the title may be kept apart from the text
        skip = len("".join(source.split("\n", 1)[0].split()))
        letters, wanted = letters[skip:], wanted[skip:]
        at = whole.find(letters)
    return {wanted[k]: given[at + k] for k in range(len(letters))} if at >= 0 else {}


@dataclass(slots=True)
class Tally:
    """Found of wanted (recall), right of given (precision)."""

    found: int = 0
    wanted: int = 0
    right: int = 0
    given: int = 0

    def want(self, found: bool) -> None:
        """Count one wanted item."""
        self.wanted += 1
        self.found += found
