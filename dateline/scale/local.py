"""Phase one in this process: sources in, readings out, or into a record."""

import logging
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from dateline.config import Settings, load_settings
from dateline.errors import UsageError
from dateline.ingest import Unread, documents
from dateline.ingest.assemble import assemble
from dateline.model.document import Document
from dateline.model.reading import Reading
from dateline.pipeline import Reader

_log = logging.getLogger("dateline.read")

Source = str | Path


def read(report: str | Document) -> Reading:
    """The reading of one report, given as its text or as a Document. The models are loaded once per process."""
    document = report if isinstance(report, Document) else assemble(report)
    return _reader().read(document)


def read_all(
    sources: Iterable[Source],
    *,
    settings: Settings | None = None,
    limit: int | None = None,
    unread: Callable[[Unread], None] | None = None,
) -> Iterator[Reading]:
    """The reading of every report in files, folders and globs, in order.

    `limit` counts reports. What cannot be read goes to `unread`, or into the log. Raises UsageError where no source is
    given.
    """
    settings = settings or load_settings()
    found = _documents(sources, settings, unread or warn)
    yield from Reader(settings).read_all(islice(found, limit))


def _documents(sources: Iterable[Source], settings: Settings, unread: Callable[[Unread], None]) -> Iterator[Document]:
    names = [str(source) for source in sources]
    if not names:
        raise UsageError("nothing to read: name files, folders or globs, or - for standard input")
    for item in documents(names, settings=settings):
        if isinstance(item, Document):
            yield item
        else:
            unread(item)


def warn(item: Unread) -> None:
    _log.warning("%s: %s", place_of(item), item.reason, extra={"about": {"path": item.path, "line": item.line}})


def place_of(item: Unread) -> str:
    """The file, and the line in it where there is one."""
    return item.path if item.line is None else f"{item.path}:{item.line}"


@cache
def _reader() -> Reader:
    return Reader()
