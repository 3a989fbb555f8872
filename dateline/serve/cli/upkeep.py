"""`release`, `compact`, `check`, `migrate`: looking after a record; `settings`: what is in force."""

import logging
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.serve.cli.console import DONE, SOME_FAILED, guarded

_log = logging.getLogger("dateline.record")

RecordOption = Annotated[str, typer.Option("--record", metavar="DIR", help="The record.")]
_DEFAULT = "dateline.record"


@guarded
def release(
    name: Annotated[str, typer.Argument(help="A name to cite it by.", show_default=False)],
    record: RecordOption = _DEFAULT,
) -> None:
    """Name the record as it is now, for citing it as DIR@NAME."""
    from dateline.store.record import Record

    with Record.open(record, mode="write") as opened:
        snapshot = opened.release(name)
    print(f"{record}@{name} is snapshot {snapshot}")


@guarded
def compact(record: RecordOption = _DEFAULT) -> None:
    """Merge the record's small files, and make the index of a large one anew. No snapshot is lost."""
    from dateline.query.index import index
    from dateline.store.compact import compact as merge
    from dateline.store.record import Record

    with Record.open(record, mode="write") as opened:
        done = merge(opened)
    index(record)
    print(f"{done.before} files before, {done.after} after; {done.removed} removed, {done.orphans} of them orphans")


@guarded
def check(record: RecordOption = _DEFAULT) -> int:
    """Check that the record keeps its promises; else ends with 1."""
    from dateline.store.check import check as look
    from dateline.store.record import Record

    with Record.open(record) as opened:
        findings = look(opened)
    for finding in findings:
        print(f"{finding.table}: {finding.what}: {finding.rows} rows, as {finding.example}")
    if not findings:
        _log.info("%s: all is well", record)
    return SOME_FAILED if findings else DONE


@guarded
def migrate(record: RecordOption = _DEFAULT) -> None:
    """Bring an older record up to date, after copying its catalog."""
    from dateline.store.record import Record
    from dateline.store.schema import VERSION

    with Record.open(record, mode="write"):
        print(f"{record} has record version {VERSION}")


@guarded
def settings(
    file: Annotated[
        Path | None,
        typer.Option("--settings", metavar="FILE", help="Default: dateline.toml, if it is there."),
    ] = None,
) -> None:
    """The settings in force here, as TOML."""
    from dataclasses import asdict

    from dateline.config import load_settings

    values = asdict(load_settings(file))
    columns = values.pop("columns")
    for name, value in values.items():
        print(f"{name} = {_toml(value)}")
    print("\n[columns]")
    for name, value in columns.items():
        print(f"{name} = {_toml(value)}")


def _toml(value: Any) -> str:
    import json

    # JSON's strings, numbers and lists are TOML's too.
    return json.dumps(value, ensure_ascii=False)
