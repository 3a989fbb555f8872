"""Failures: what could not be read or done, and why."""

from dataclasses import dataclass

from dateline.query.filters import OUTLET, Conditions, Paged, select
from dateline.query.question import Question, Select, option
from dateline.store.table import BIG, TEXT, Column

_COLUMNS = """
    f.id, f.document, f.stage, f.code, f.reason, f.path, f.line, d.title, d.outlet, d.published"""
_SOURCE = """
    failures f LEFT JOIN documents d ON d.id = f.document"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures(Paged):
    """What to look for among failures."""

    what: str | None = option("A stage (quotes) or a code (language, too-long, empty, error …).")
    outlet: str | None = option(OUTLET)


def _select(params: Failures) -> Select:
    conditions = Conditions()
    if params.what:
        conditions.add("? IN (f.stage, f.code)", params.what.lower())
    conditions.outlet(params.outlet)
    return select(_COLUMNS, _SOURCE, conditions, order="stage, code, path NULLS LAST, line NULLS LAST, document, id")


QUESTION = Question(
    "failures",
    "What could not be read or done, and why.",
    {"what": "language"},
    Failures,
    (
        Column("id", TEXT, "The failure."),
        Column("document", TEXT, "The report, or null where the input gave none.", "documents"),
        Column("stage", TEXT, "The stage that failed, `ingest` for input."),
        Column("code", TEXT, "A short stable word for counting."),
        Column("reason", TEXT, "What was wrong."),
        Column("path", TEXT, "The input file."),
        Column("line", BIG, "The line in it, from 1."),
        Column("title", TEXT, "The report's headline."),
        Column("outlet", TEXT, "Who published it."),
        Column("published", TEXT, "When, as an ISO date."),
    ),
    _select,
    shown=("stage", "code", "reason", "title", "path", "line"),
)
