"""`dateline read`: reports in, a record or readings out."""

import logging
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.errors import UsageError
from dateline.export import READINGS
from dateline.serve.cli.console import DONE, SOME_FAILED, guarded, voice

if TYPE_CHECKING:
    from dateline.ingest import Unread
    from dateline.model.document import Document
    from dateline.model.reading import Reading
    from dateline.scale.local import Seen
    from dateline.store.writer import Counts

_log = logging.getLogger("dateline.read")

# Beyond so many failures a person on a terminal is told their number only.
_TOLD = 20

DEFAULT_RECORD = "dateline.record"

Sources = Annotated[list[str], typer.Argument(help="Files, folders or globs; - is standard input.", show_default=False)]
RecordOption = Annotated[
    str | None, typer.Option("--record", metavar="DIR", help=f"The record to write into. Default: {DEFAULT_RECORD}.")
]
To = Annotated[
    str | None,
    typer.Option("--to", metavar="FORMAT", help=f"Print readings instead of writing a record: {', '.join(READINGS)}."),
]
SettingsOption = Annotated[
    Path | None, typer.Option("--settings", metavar="FILE", help="A settings file. Default: dateline.toml, if there.")
]
Limit = Annotated[int | None, typer.Option("--limit", help="At most so many reports.", min=1)]

LinkOption = Annotated[bool, typer.Option("--link/--no-link", help="Link reports at the end, or leave that for later.")]


@guarded
def read(
    sources: Sources,
    record: RecordOption = None,
    to: To = None,
    settings: SettingsOption = None,
    limit: Limit = None,
    link: LinkOption = True,
) -> int:
    """Read reports into a record, or print their readings.

    Reads .txt, .md, .html, .jsonl, .csv and .tsv, and their .gz. What the record has already is not read again. Ends
    with 1 where some reports failed; each is a row of `dateline failures`. What is one across reports is linked at
    the end, as by `dateline link`.
    """
    if to is None:
        return _into_record(sources, record or DEFAULT_RECORD, settings, limit, link=link)
    if record is not None:
        raise UsageError("--to prints readings and writes no record: leave out --to or --record")
    return _print(sources, to, settings, limit)


def _print(sources: list[str], to: str, settings: Path | None, limit: int | None) -> int:
    if to not in READINGS:
        raise UsageError(f"--to {to}: readings are written as {', '.join(READINGS)}")
    from dateline.config import load_settings
    from dateline.registry import load
    from dateline.scale.local import read_all
    from dateline.serve.cli.progress import watched

    tally = _Tally()
    with watched(sources) as seen:
        readings = read_all(
            sources,
            settings=load_settings(settings),
            limit=limit,
            stdin=sys.stdin.buffer,
            seen=tally.seeing(seen),
        )
        load(READINGS[to])(map(tally.count, readings), sys.stdout.buffer)
    return SOME_FAILED if tally.failed else DONE


def _into_record(sources: list[str], record: str, settings: Path | None, limit: int | None, *, link: bool) -> int:
    from dateline.config import load_settings
    from dateline.scale.local import read_into
    from dateline.serve.cli.progress import watched

    tally = _Tally()
    start = perf_counter()
    with watched(sources) as seen:
        counts = read_into(
            record,
            sources,
            settings=load_settings(settings),
            limit=limit,
            stdin=sys.stdin.buffer,
            seen=tally.seeing(seen),
            done=tally.count,
            link=link,
        )
    seconds = perf_counter() - start
    about = {**asdict(counts), "record": record, "seconds": round(seconds, 1)}
    _log.info(_account(counts, record, seconds), extra={"about": about})
    if tally.failed:
        _log.warning("%s could not be read or only in part: dateline failures --record %s", tally.failed, record)
    return SOME_FAILED if tally.failed else DONE


def _account(counts: "Counts", record: str, seconds: float) -> str:
    parts = [f"{counts.read} reports read into {record} in {seconds:.1f} s"]
    parts += [f"{counts.known} known already"] if counts.known else []
    parts += [f"{counts.copies} given twice"] if counts.copies else []
    return ", ".join(parts)


@dataclass(slots=True)
class _Tally:
    """Counts what failed: inputs without a report, and reports that were skipped or lost a layer."""

    failed: int = 0

    def seeing(self, seen: "Seen") -> "Seen":
        """Counts inputs without a report, then tells `seen`."""

        def look(item: "Document | Unread") -> None:
            self.failed += hasattr(item, "reason")
            seen(item)

        return look

    def count(self, reading: "Reading") -> "Reading":
        """Counts a reading with a failure, and logs why; gives the reading."""
        for failure in reading.failures:
            name = reading.document.title or reading.document.id
            about = {"document": reading.document.id, "stage": failure.stage, "code": failure.code}
            told = not failure.is_notice and (self.failed < _TOLD or voice.log_json)
            level = logging.WARNING if told else logging.DEBUG
            _log.log(level, "%s: %s: %s", name, failure.stage, failure.reason, extra={"about": about})
        self.failed += any(not failure.is_notice for failure in reading.failures)
        counts: dict[str, object] = {"claims": len(reading.claims), "quotes": len(reading.quotes)}
        found = {"document": reading.document.id, **counts}
        _log.debug("read %s: %s", reading.document.id, reading.document.title, extra={"about": found})
        return reading
