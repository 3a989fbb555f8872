"""Runs: each time that reports were read into the record, with what, and how it went."""

from dataclasses import dataclass

from dateline.query.filters import Paged
from dateline.query.question import Question, Select
from dateline.store.schema import TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs(Paged):
    """Nothing but the page."""


_TABLE = TABLES["runs"]


def _select(_: Runs) -> Select:
    return Select("SELECT * FROM runs", (), "started, id")


QUESTION = Question(
    "runs",
    "Each time that reports were read in: how many, with what.",
    {"limit": 5},
    Runs,
    _TABLE.columns,
    _select,
    shown=("started", "version", "read", "known", "skipped", "failed", "seconds", "snapshot"),
)
