"""Phase one in this process: sources in, readings out, or into a record.

Nothing here loads a model before a report needs it: to find that a record has everything already takes no parser.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dateline.config import Settings, load_settings
from dateline.ingest import Unread, documents
from dateline.ingest.assemble import assemble
from dateline.model.document import Document
from dateline.model.reading import Failure, Reading
from dateline.scale.provenance import maker
from dateline.store.record import Record
from dateline.store.writer import Counts, RecordWriter

if TYPE_CHECKING:
    from dateline.pipeline import Reader

_log = logging.getLogger("dateline.read")

Source = str | Path
Seen = Callable[[Document | Unread], None]


def read(report: str | Document) -> Reading:
    """The reading of one report, given as its text or as a Document. The models are loaded once per process."""
    document = report if isinstance(report, Document) else assemble(report)
    return _reader().read(document)


def read_all(
    sources: Iterable[Source],
    *,
    settings: Settings | None = None,
    limit: int | None = None,
    stdin: BinaryIO | None = None,
    seen: Seen | None = None,
) -> Iterator[Reading]:
    """The reading of every report in files, folders and globs, in order; at most `limit` of them.

    `seen` is told of each report and each input that gives none; without it the latter are logged.
    """
    settings = settings or load_settings()
    found = _found(sources, settings, stdin=stdin, seen=seen or log_unread)
    reports = (item for item in found if isinstance(item, Document))
    yield from _readings(islice(reports, limit), settings)


def read_into(  # noqa: PLR0913 - the door to all of phase one and two
    folder: str | Path,
    sources: Iterable[Source],
    *,
    settings: Settings | None = None,
    limit: int | None = None,
    stdin: BinaryIO | None = None,
    seen: Seen | None = None,
    done: Callable[[Reading], object] | None = None,
    link: bool = True,
) -> Counts:
    """Read every report that the record in `folder` does not have yet into it; the record is made where there is none.

    `limit` counts reports, known or not. `seen` is told of each report and input before it is read, `done` of each new
    reading. What was written before an error or an interruption stays, and the next run goes on from there. At the end
    what is one across reports is linked, unless `link` is false or no reading has changed, and a large record gets an
    index for its questions.
    """
    settings = settings or load_settings()
    with Record.open(folder, mode="create") as record:
        with RecordWriter(
            record,
            maker=maker(settings),
            commit_reports=settings.commit_reports,
            commit_seconds=settings.commit_seconds,
        ) as writer:
            found = _found(sources, settings, stdin=stdin, seen=seen or log_unread)
            for reading in _readings(_wanted(found, writer, limit=limit), settings):
                writer.add(reading)
                if done is not None:
                    done(reading)
        if link:
            from dateline.pipeline import link as link_record

            link_record(record)
    from dateline.query.index import index

    index(folder)
    return writer.counts


def _found(
    sources: Iterable[Source], settings: Settings, *, stdin: BinaryIO | None, seen: Seen
) -> Iterator[Document | Unread]:
    for item in documents([str(source) for source in sources], settings=settings, stdin=stdin):
        seen(item)
        yield item


def _wanted(found: Iterable[Document | Unread], writer: RecordWriter, *, limit: int | None) -> Iterator[Document]:
    """The reports to be read; what cannot be read is noted in the record."""
    reports = 0
    for item in found:
        if isinstance(item, Unread):
            writer.fail(Failure("ingest", item.reason, item.code), path=item.path, line=item.line)
            continue
        if limit is not None and reports >= limit:
            return
        reports += 1
        if writer.wants(item):
            yield item


def _readings(reports: Iterator[Document], settings: Settings) -> Iterator[Reading]:
    first = next(reports, None)
    if first is None:
        return
    from dateline.pipeline import Reader

    yield from Reader(settings).read_all(chain([first], reports))


def log_unread(item: Document | Unread) -> None:
    """Say in the log what could not be read, and why."""
    if isinstance(item, Unread):
        where = item.path if item.line is None else f"{item.path}:{item.line}"
        about = {"path": item.path, "line": item.line, "code": item.code}
        _log.warning("%s: %s", where, item.reason, extra={"about": about})


@cache
def _reader() -> "Reader":
    from dateline.pipeline import Reader

    return Reader()
