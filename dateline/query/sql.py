"""SQL: whatever the other questions do not ask."""

from dataclasses import dataclass

from dateline.query.filters import Paged
from dateline.query.question import Question, Select, argument


@dataclass(frozen=True, slots=True, kw_only=True)
class Sql(Paged):
    """One statement that reads."""

    query: str = argument("One SELECT statement in DuckDB's SQL; docs/record.md lists the tables.")


def _select(params: Sql) -> Select:
    return Select(params.query.strip().rstrip(";"))


QUESTION = Question(
    "sql",
    "One SELECT statement over the record's tables.",
    {"query": "SELECT type, count(*) AS claims FROM claims GROUP BY type ORDER BY claims DESC"},
    Sql,
    (),
    _select,
    safe=False,
)
