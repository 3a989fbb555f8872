"""What a stage of phase one is, and the check of their order."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol, runtime_checkable

from dateline.errors import UsageError
from dateline.model.annotation import Annotation
from dateline.model.reading import Failure, Reading


class Stage(Protocol):
    """Reads a reading, gives annotations. Says which layers it needs (`requires`) and gives (`provides`).

    A stage is made once per process with no arguments beyond settings and called once per report. It knows one
    report only, keeps nothing between two, and never changes the reading: the pipeline adds what it returns.
    """

    name: str
    requires: frozenset[str]
    provides: frozenset[str]

    def __call__(self, reading: Reading) -> Iterable[Annotation[Any]]: ...


@runtime_checkable
class Noticing(Protocol):
    """A stage that also says what a user of its layers should know of a report: a row each, and no layer is lost."""

    def notices(self, reading: Reading) -> Iterable[Failure]: ...


def check_order(stages: Sequence[Stage], *, given: frozenset[str]) -> None:
    """Raise UsageError if a stage needs a layer that is neither `given` nor provided by an earlier stage."""
    have = set(given)
    for stage in stages:
        missing = sorted(stage.requires - have)
        if missing:
            raise UsageError(f"stage {stage.name!r} needs {missing}, which no earlier stage provides")
        have |= stage.provides
