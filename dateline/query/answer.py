"""Asking a record, and what comes back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from dateline.errors import UsageError
from dateline.query import question as question_of
from dateline.query.question import Question, Select


class Asked(Protocol):
    """What a question needs of a record: its snapshot, and SQL over its tables."""

    @property
    def snapshot(self) -> int: ...

    def query(self, sql: str, params: Sequence[object] | None = None) -> Any:
        """The rows of one SELECT as a `pyarrow.Table`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a question found, in one snapshot of a record.

    `table` is a `pyarrow.Table` with the question's declared columns. `cursor` asks for the rows after these; None
    where there are none.
    """

    question: Question
    params: Any
    table: Any
    snapshot: int
    cursor: str | None = None

    @property
    def evidence(self) -> list[str]:
        """The ids of the annotations or reports that the rows rest on, in order, each once."""
        rows = self.table.to_pydict()
        found = rows.get("id") or [i for ids in rows.get("ids", []) for i in ids]
        return list(dict.fromkeys(found))

    def to_pandas(self) -> Any:
        """The rows as a pandas DataFrame."""
        return self.table.to_pandas()

    def to_polars(self) -> Any:
        """The rows as a polars DataFrame."""
        import polars

        return polars.from_arrow(self.table)

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        yield from self.table.to_pylist()


def ask(record: Asked, name: str, /, **given: object) -> Answer:
    """The answer of a record to the question of this name: `ask(record, "claims", who="USA", with_="RUS")`.

    Raises UsageError for an unknown question, parameter or value.
    """
    question = question_of(name)
    params = question.parse(given)
    start = _start(params.cursor, record.snapshot)
    select = question.select(params)
    first = select.page.keys if select.page and params.limit is not None else select
    table = record.query(_paged(first, limit=params.limit, start=start), first.values)
    cursor = None
    if params.limit is not None and table.num_rows > params.limit:
        table = table.slice(0, params.limit)
        cursor = f"{record.snapshot}.{start + params.limit}"
    if select.page and first is select.page.keys:
        whole = select.page.whole(table.to_pydict())
        # The page is cut already: the rows found are read whole, all of them.
        table = record.query(_paged(whole, limit=None, start=0), whole.values) if table.num_rows else None
    if question.columns:
        schema = question.table.arrow
        table = schema.empty_table() if table is None else table.select(schema.names).cast(schema)
    return Answer(question, params, table, record.snapshot, cursor)


def _paged(select: Select, *, limit: int | None, start: int) -> str:
    if limit is not None and limit < 1:
        raise UsageError(f"--limit {limit}: must be 1 or more; leave it out for all rows")
    order = f"ORDER BY {select.order}" if select.order else ""
    # One row more than asked for tells whether there are more.
    page = f"LIMIT {limit + 1}" if limit is not None else ""
    skip = f"OFFSET {start}" if start else ""
    # The statement stands in brackets, on lines of its own, so that nothing but one SELECT can be asked.
    return "\n".join(("SELECT * FROM (", select.sql, ")", order, page, skip))


def _start(cursor: str | None, snapshot: int) -> int:
    if cursor is None:
        return 0
    made_for, _, start = cursor.partition(".")
    if not (made_for.isdigit() and start.isdigit()):
        raise UsageError(f"--cursor {cursor}: is none; give the cursor of an earlier answer")
    if int(made_for) != snapshot:
        raise UsageError(f"--cursor {cursor}: belongs to snapshot {made_for}; ask the record @{made_for}")
    return int(start)
