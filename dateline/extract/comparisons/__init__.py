"""What a report itself says of its news beside the past: the first since, the highest-level since, the last."""

from dateline.extract.comparisons.stage import Comparisons

__all__ = ["Comparisons"]
