"""`dateline read`: reports in, a record or readings out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.errors import UsageError
from dateline.export import READINGS
from dateline.serve.cli.console import DONE, SOME_FAILED, guarded

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


@guarded
def read(
    sources: Sources,
    record: RecordOption = None,
    to: To = None,
    settings: SettingsOption = None,
    limit: Limit = None,
) -> int:
    """Read reports into a record, or print their readings.

    Reads .txt, .md, .html, .jsonl, .csv and .tsv, and their .gz. What the record has already is not read again. Ends with
    1 where some reports failed; each is a row of `dateline failures`.
    """
    if to is None:
        return _into_record(sources, record or DEFAULT_RECORD, settings, limit)
    if record is not None:
        raise UsageError("--to prints readings and writes no record: leave out --to or --record")
    return _print(sources, to, settings, limit)


def _print(sources: list[str], to: str, settings: Path | None, limit: int | None) -> int:
    if to not in READINGS:
        raise UsageError(f"--to {to}: readings are written as {', '.join(READINGS)}")
    from dateline.config import load_settings
    from dateline.registry import load
    from dateline.scale.local import read_all, warn

    failed = False

    def unread(item: object) -> None:
        nonlocal failed
        failed = True
        warn(item)

    write = load(READINGS[to])
    readings = read_all(sources, settings=load_settings(settings), limit=limit, unread=unread)
    write(readings, sys.stdout.buffer)
    return SOME_FAILED if failed else DONE


def _into_record(sources: list[str], record: str, settings: Path | None, limit: int | None) -> int:
    raise UsageError("not yet")
