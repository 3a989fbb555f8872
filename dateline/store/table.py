"""What a table of a record is: columns with a type and a meaning, as SQL and as Arrow."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

TEXT, WHOLE, BIG, REAL, TRUTH, TIME = "VARCHAR", "INTEGER", "BIGINT", "DOUBLE", "BOOLEAN", "TIMESTAMP"
TEXTS = "VARCHAR[]"
SPANS = 'STRUCT("start" INTEGER, "end" INTEGER)[]'
LINKS = 'STRUCT(mention VARCHAR, "start" INTEGER, "end" INTEGER, "method" VARCHAR)[]'
CANDIDATES = 'STRUCT(geonames BIGINT, "name" VARCHAR, country VARCHAR, score DOUBLE)[]'
ALTERNATIVES = 'STRUCT("type" VARCHAR, probability DOUBLE)[]'
PAGE_OFFSETS = "STRUCT(text_start INTEGER, text_end INTEGER, page_start INTEGER)[]"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its DuckDB type, its meaning, and the table whose `id` it holds (`refers`), if any."""

    name: str
    type: str
    meaning: str
    refers: str | None = None


@dataclass(frozen=True)
class Table:
    """One table. `key` names the columns that are unique together; `compared` is false where equal runs differ.

    `linked` marks what the link phase makes.
    """

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    compared: bool = True
    linked: bool = False

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The column names, in order."""
        return tuple(c.name for c in self.columns)

    @cached_property
    def spans(self) -> tuple[tuple[str, str], ...]:
        """The pairs of columns that hold a span of the text."""
        whole = {c.name for c in self.columns if c.type == WHOLE}
        starts = [n for n in self.names if n in whole and (n == "start" or n.endswith("_start"))]
        return tuple((n, n.removesuffix("start") + "end") for n in starts)

    @cached_property
    def arrow(self) -> Any:
        """The table as a `pyarrow.Schema`."""
        import pyarrow as pa

        return pa.schema([pa.field(c.name, _arrow(c.type)) for c in self.columns])

    @property
    def ddl(self) -> str:
        """The columns as SQL, for CREATE TABLE."""
        return ", ".join(f'"{c.name}" {c.type}' for c in self.columns)


def _arrow(kind: str) -> Any:
    import pyarrow as pa

    whole, real, text = pa.int32(), pa.float64(), pa.string()
    simple = {TEXT: text, WHOLE: whole, BIG: pa.int64(), REAL: real, TRUTH: pa.bool_(), TIME: pa.timestamp("us")}
    if kind in simple:
        return simple[kind]
    items: dict[str, Any] = {
        TEXTS: text,
        SPANS: pa.struct({"start": whole, "end": whole}),
        LINKS: pa.struct({"mention": text, "start": whole, "end": whole, "method": text}),
        CANDIDATES: pa.struct({"geonames": pa.int64(), "name": text, "country": text, "score": real}),
        ALTERNATIVES: pa.struct({"type": text, "probability": real}),
        PAGE_OFFSETS: pa.struct({"text_start": whole, "text_end": whole, "page_start": whole}),
    }
    return pa.list_(items[kind])
