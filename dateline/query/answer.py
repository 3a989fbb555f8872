"""Asking a record, and what comes back."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from dateline.errors import RecordError, UsageError
from dateline.query import question as question_of
from dateline.query.index import layout
from dateline.query.question import Question, Select

_log = logging.getLogger("dateline.record")


class Asked(Protocol):
    """What a question needs of a record: its snapshot, and SQL over its tables."""

    @property
    def snapshot(self) -> int: ...

    def query(self, sql: str, params: Sequence[object] | None = None) -> Any:
        """The rows of one SELECT as a `pyarrow.Table`."""

    def indexed(self, layout: str) -> bool:
        """Whether there is an index of this layout, of the same snapshot."""

    def query_index(self, sql: str, params: Sequence[object] | None = None) -> Any:
        """As `query`, over the tables of the index."""


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
    table, more = _rows(record, question, question.select(params), limit=params.limit, start=start)
    cursor = f"{record.snapshot}.{start + params.limit}" if more else None
    if question.columns:
        schema = question.table.arrow
        table = schema.empty_table() if table is None else table.select(schema.names).cast(schema)
    return Answer(question, params, table, record.snapshot, cursor)


def _rows(record: Asked, question: Question, select: Select, *, limit: int | None, start: int) -> tuple[Any, bool]:
    """The rows of a page, None for none, and whether there are more: from ready rows, else from the record itself."""
    if select.ready and record.indexed(layout()):
        # Ready rows have more columns than the answer: what conditions look at.
        columns = ", ".join(f'"{column.name}"' for column in question.columns)
        try:
            return _page(record.query_index, select.ready, columns, limit=limit, start=start)
        except RecordError as error:
            _log.warning("its index is damaged and may be removed; the record itself is asked: %s", error)
    return _page(record.query, select, "*", limit=limit, start=start)


def _page(run: Callable[..., Any], select: Select, columns: str, *, limit: int | None, start: int) -> tuple[Any, bool]:
    if limit is None or select.page is None:
        table = run(_paged(select, columns, limit=limit, start=start), select.values)
    else:
        table = run(_paged(select.page.keys, "*", limit=limit, start=start), select.page.keys.values)
    more = limit is not None and table.num_rows > limit
    table = table.slice(0, limit) if more else table
    if limit is None or select.page is None:
        return table, more
    # The page is cut already: the rows found are read whole, all of them.
    whole = select.page.whole(table.to_pydict())
    return run(_paged(whole, "*", limit=None, start=0), whole.values) if table.num_rows else None, more


def _paged(select: Select, columns: str, *, limit: int | None, start: int) -> str:
    if limit is not None and limit < 1:
        raise UsageError(f"--limit {limit}: must be 1 or more; leave it out for all rows")
    order = f"ORDER BY {select.order}" if select.order else ""
    # One row more than asked for tells whether there are more.
    page = f"LIMIT {limit + 1}" if limit is not None else ""
    skip = f"OFFSET {start}" if start else ""
    # The statement stands in brackets, on lines of its own, so that nothing but one SELECT can be asked.
    return "\n".join(("SELECT", columns, "FROM (", select.sql, ")", order, page, skip))


def _start(cursor: str | None, snapshot: int) -> int:
    if cursor is None:
        return 0
    made_for, _, start = cursor.partition(".")
    if not (made_for.isdigit() and start.isdigit()):
        raise UsageError(f"--cursor {cursor}: is none; give the cursor of an earlier answer")
    if int(made_for) != snapshot:
        raise UsageError(f"--cursor {cursor}: belongs to snapshot {made_for}; ask the record @{made_for}")
    return int(start)
