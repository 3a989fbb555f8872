"""The table of contents: everything that Dateline is made of, in running order, as strings.

Strings, so that listing loads nothing. Other packages add stages through the entry-point group
`dateline.stages`; ours are found by the same function.
"""

from importlib import import_module
from typing import Any

from dateline.errors import UsageError

# By the ending of a file's name; each also reads the same with `.gz` behind it.
READERS: dict[str, str] = {
    ".txt": "dateline.ingest.text:read",
    ".md": "dateline.ingest.text:read",
    ".html": "dateline.ingest.html:read",
    ".htm": "dateline.ingest.html:read",
    ".jsonl": "dateline.ingest.jsonl:read",
    ".csv": "dateline.ingest.table:read",
    ".tsv": "dateline.ingest.table:read",
}

STAGES: dict[str, str] = {
    "regions": "dateline.extract.regions:Regions",
    "times": "dateline.extract.times:Times",
    "mentions": "dateline.extract.mentions:Mentions",
    "places": "dateline.extract.places:Places",
    "coreference": "dateline.extract.coreference:Coreference",
    "quotes": "dateline.extract.quotes:Quotes",
    "predicates": "dateline.extract.predicates:Predicates",
    "event-dates": "dateline.extract.event_dates:EventDates",
    "event-places": "dateline.extract.event_places:EventPlaces",
    "claims": "dateline.extract.claims:Claims",
    "contacts": "dateline.extract.contacts:Contacts",
    "agreements": "dateline.extract.agreements:Agreements",
    "positions": "dateline.extract.positions:Positions",
    "exchanges": "dateline.extract.exchanges:Exchanges",
    "comparisons": "dateline.extract.comparisons:Comparisons",
}

# Phase two, in running order.
LINKERS: dict[str, str] = {
    "agreements": "dateline.link.agreements:Agreements",
    "actors": "dateline.link.actors:Actors",
    "offices": "dateline.link.offices:Offices",
    "holders": "dateline.link.holders:Holders",
}


def load(target: str) -> Any:
    """The object that a `module:name` string stands for. Raises UsageError where there is none."""
    module, _, name = target.partition(":")
    try:
        return getattr(import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise UsageError(f"cannot load {target!r}: {error}") from error


def stages() -> dict[str, str]:
    """All stages in running order: ours, then those of other packages by name."""
    from importlib.metadata import entry_points  # slow to import, and most commands load no stage

    found = dict(STAGES)
    for point in sorted(entry_points(group="dateline.stages"), key=lambda p: p.name):
        found[point.name] = point.value
    return found
