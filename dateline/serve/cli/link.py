"""`dateline link`: phase two over a record."""

import logging
from time import perf_counter
from typing import Annotated

import typer

from dateline.serve.cli.console import guarded

_log = logging.getLogger("dateline.link")

RecordOption = Annotated[str, typer.Option("--record", metavar="DIR", help="The record.")]
_SHOWN = ("lasting_actors", "actor_links", "learned_offices", "lasting_agreements")


@guarded
def link(
    record: RecordOption = "dateline.record",
    again: Annotated[bool, typer.Option("--again", help="Also where no reading has changed.")] = False,
) -> None:
    """Link what is one across reports: actors, offices, agreements.

    `dateline read` does it at its end. Readings stay as they are; links can always be made again.
    """
    from dateline.pipeline import link as link_record
    from dateline.query.index import index
    from dateline.store.record import Record

    start = perf_counter()
    with Record.open(record, mode="write") as opened:
        made = link_record(opened, again=again)
    index(record)
    if made is None:
        _log.info("%s is linked already; no reading has changed", record)
        return
    told = ", ".join(f"{made[name]} {name.replace('_', ' ')}" for name in _SHOWN)
    _log.info("%s linked in %.1f s: %s", record, perf_counter() - start, told, extra={"about": made})
