"""`dateline import-offices`: terms of office from a file of one's own."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from dateline.serve.cli.console import DONE, SOME_FAILED, guarded

_log = logging.getLogger("dateline.offices")


@guarded
def import_offices(
    file: Annotated[Path, typer.Argument(help="CSV, or a result of the Wikidata query service.", show_default=False)],
    record: Annotated[str, typer.Option("--record", metavar="DIR", help="The record.")] = "dateline.record",
) -> int:
    """Import terms of office from CSV or SPARQL JSON, without a network.

    They are a source of their own beside the register and what reports say: `dateline offices --source imported`.
    Ends with 1 where some rows gave none; each is a row of `dateline failures`.
    """
    from dateline.ingest.offices import BadRow, offices
    from dateline.query.index import index
    from dateline.store.imports import import_offices as keep
    from dateline.store.record import Record

    found = list(offices(file))
    bad = [(row.line, row.reason) for row in found if isinstance(row, BadRow)]
    good = [row for row in found if not isinstance(row, BadRow)]
    with Record.open(record, mode="create") as opened:
        new = keep(opened, good, bad=bad, path=str(file))
    index(record)
    _log.info("%s: %s terms, %s of them new; %s rows gave none", file, len(good), new, len(bad))
    return SOME_FAILED if bad else DONE
