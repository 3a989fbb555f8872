"""The index of a record: the ready rows of all questions, made where a record is so large that they are worth it."""

import logging
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from time import perf_counter

from dateline.query.ready import Ready
from dateline.store.index import make, path, state
from dateline.store.record import Record
from dateline.store.schema import VERSION

_log = logging.getLogger("dateline.record")

_READY = (
    *("claims:READY", "contacts:READY", "quotes:READY", "agreements:READY", "positions:READY", "exchanges:READY"),
    *("comparisons:READY", "calendar:READY", "actors:READY", "actors:NAMINGS", "documents:READY"),
)

# A record of fewer reports is asked as quickly without.
WORTH_REPORTS = 1000


@dataclass(frozen=True, slots=True)
class Indexed:
    """What making an index took."""

    file: Path
    seconds: float


@cache
def ready_tables() -> tuple[Ready, ...]:
    """All tables of ready rows."""
    found = []
    for name in _READY:
        module, _, attribute = name.partition(":")
        found.append(getattr(import_module(f"dateline.query.{module}"), attribute))
    return tuple(found)


@cache
def layout() -> str:
    """The name of what an index holds: another where any of its statements or the record's tables are others."""
    said = "\n".join((str(VERSION), *(f"{ready.table}: {ready.statement({})}" for ready in ready_tables())))
    return blake2b(said.encode(), digest_size=5).hexdigest()


def index(folder: str | Path, *, worth: int | None = None) -> Indexed | None:
    """Make the index of a record anew where it has none of its newest state, so that questions are quick.

    Records of fewer than `worth` reports (WORTH_REPORTS unless told) get none. Nothing is lost where it cannot be made:
    questions take longer.
    """
    import duckdb

    start = perf_counter()
    with Record.open(folder) as record:
        reports = record.query("SELECT count(*) AS n FROM documents")["n"][0].as_py()
        now = state(record.con, name=record.name, snapshot=record.snapshot)
        if reports < (WORTH_REPORTS if worth is None else worth) or now is None:
            return None
        file = path(record.folder, layout=layout(), state=now)
        if file.is_file():
            return None
        _log.info("making the index of %s, so that its questions are quick", record.folder)
        try:
            make(record.con, file, {ready.table: ready.statement({}) for ready in ready_tables()})
        except (duckdb.Error, OSError) as error:
            _log.warning("%s has no index, so questions take longer: %s", record.folder, error)
            return None
    made = Indexed(file, perf_counter() - start)
    _log.info("index made in %.1f s", made.seconds, extra={"about": {"index": file.name, "seconds": made.seconds}})
    return made
