"""Time expressions: what they say (TIMEX3) and the days that they cover."""

from dateline.extract.times.context import Expression
from dateline.extract.times.normalise import interval, normalise
from dateline.extract.times.stage import Times

__all__ = ["Expression", "Times", "interval", "normalise"]
