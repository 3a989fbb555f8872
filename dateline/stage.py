"""What a stage of phase one and a linker of phase two are, and the check of their order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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


type Values = Mapping[str, Any]
"""One row of a table, by column."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a linker is handed: rows of tables, in the order of their keys.

    `now` holds the tables that it requires, with what earlier linkers made; `before` those that it remembers, as the
    last linking left them.
    """

    now: Mapping[str, Sequence[Values]]
    before: Mapping[str, Sequence[Values]]


class Linker(Protocol):
    """Reads rows of many reports, gives rows across them. Pure: it opens no record and changes no reading.

    `requires` and `remembers` say which columns of which tables it is handed: `name!` only rows that have one, `words`
    the words of the report at the row's span. `provides` says to which tables it gives rows; a row is a dataclass whose
    fields are the columns of its table.
    """

    name: str
    requires: Mapping[str, tuple[str, ...]]
    remembers: Mapping[str, tuple[str, ...]]
    provides: frozenset[str]

    def __call__(self, given: Given) -> Mapping[str, Sequence[Any]]: ...


def check_order(stages: Sequence[Stage], *, given: frozenset[str]) -> None:
    """Raise UsageError if a stage needs a layer that is neither `given` nor provided by an earlier stage."""
    have = set(given)
    for stage in stages:
        missing = sorted(stage.requires - have)
        if missing:
            raise UsageError(f"stage {stage.name!r} needs {missing}, which no earlier stage provides")
        have |= stage.provides
