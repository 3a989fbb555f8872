"""Places in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch `[start, end)` of `Document.text`, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand here."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside (equal counts as inside)."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: "Span") -> int:
        """How many code points the two share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def iou(self, other: "Span") -> float:
        """Intersection over union, 0.0 to 1.0."""
        shared = self.overlap(other)
        union = self.end - self.start + other.end - other.start - shared
        return shared / union if union else 0.0

    def shifted(self, by: int) -> "Span":
        """The same stretch in a text that has `by` more code points before it."""
        return Span(self.start + by, self.end + by)


def cover(*spans: Span) -> Span:
    """The shortest span that holds all the given ones. At least one must be given."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
