"""CSV and TSV: one report a row."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.config import Settings
from dateline.ingest.columns import mapped, mapping, missing_text
from dateline.ingest.report import document, fields_of
from dateline.ingest.stream import LIMIT, Input
from dateline.ingest.unread import Unread
from dateline.model.document import Document

# The delimiter that the ending promises, then what spreadsheets write in its place.
_DELIMITERS = {".csv": ",;\t", ".tsv": "\t,;"}


def read(source: Input, *, path: str, settings: Settings, limit: int = LIMIT) -> Iterator[Document | Unread]:
    """Each row's report, or why it gave none."""
    csv.field_size_limit(limit)
    feed = _Feed(source, limit=limit)
    header = next(feed, None)
    if header is None:
        yield from feed.troubles(path)
        yield Unread(path, None, "the table is empty", "empty")
        return
    head = _header(header, path=path, settings=settings)
    if "text" not in head.names:
        yield Unread(path, 1, missing_text(settings.columns, head.present), "columns")
        return
    rows = csv.reader(feed, delimiter=head.delimiter)
    while True:
        number = feed.number + 1
        try:
            values = next(rows, None)
        except csv.Error as error:
            yield Unread(path, number, f"no table row: {error}; is a quote mark not closed?", "table")
            continue
        yield from feed.troubles(path)
        if values is None:
            return
        if any(value.strip() for value in values):
            yield _report(values, head, path=path, number=number, encoding=feed.encoding)


class _Feed(Iterator[str]):
    """The lines of a table for the csv module. Lines over the limit are left out and remembered."""

    def __init__(self, source: Input, *, limit: int) -> None:
        self._lines, self._decoder = source.lines(limit=limit)
        self._limit = limit
        self._long: list[int] = []
        self.number = 0
        self.encoding = self._decoder.encoding

    def __next__(self) -> str:
        for number, line in self._lines:
            self.number = number
            if line is None:
                self._long.append(number)
                continue
            text, self.encoding = self._decoder(line)
            return text.replace("\x00", "")
        raise StopIteration

    def troubles(self, path: str) -> Iterator[Unread]:
        """The lines left out since this was last asked."""
        for number in self._long:
            yield Unread(path, number, f"the line is longer than {self._limit:,} bytes", "too-long")
        self._long.clear()


@dataclass(frozen=True, slots=True)
class _Header:
    """The first line of a table: its column names, and which of them hold what (`names`, ours to theirs)."""

    delimiter: str
    present: list[str]
    names: dict[str, str]


def _header(line: str, *, path: str, settings: Settings) -> _Header:
    ending = ".tsv" if path.lower().removesuffix(".gz").endswith(".tsv") else ".csv"
    found = []
    for delimiter in _DELIMITERS[ending]:
        present = next(csv.reader([line], delimiter=delimiter), [])
        found.append(_Header(delimiter, present, mapping(settings.columns, present)))
    return next((head for head in found if "text" in head.names), found[0])


def _report(values: list[str], head: _Header, *, path: str, number: int, encoding: str) -> Document | Unread:
    if any(value.strip() for value in values[len(head.present) :]):
        counts = f"{len(values)} values, the header {len(head.present)}"
        return Unread(path, number, f"the row has {counts}; is a delimiter in the text not quoted?", "table")
    row = mapped(dict(zip(head.present, values, strict=False)), head.names)
    if not any(row.get(name, "").strip() for name in ("text", "title")):
        return Unread(path, number, f"{head.names['text']!r} is empty", "empty")
    return document(fields_of(row, text=row.get("text", "")), path=path, reader="table", encoding=encoding)
