"""Writing readings into a record: many reports to a commit, all tables in one transaction, each report once."""

import json
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from dateline.errors import RecordError
from dateline.model import layers
from dateline.model.document import Document
from dateline.model.reading import Failure, Reading
from dateline.store.arrow import Buffer, to_batch
from dateline.store.catalog import attempt, first_line
from dateline.store.compact import remove_orphans
from dateline.store.maker import Maker
from dateline.store.record import Record
from dateline.store.rows import Row, failure_row, rows_of
from dateline.store.schema import TABLES, layer_tables
from dateline.store.transaction import transaction

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection


@dataclass(slots=True)
class Counts:
    """What a run has done so far: `read`, `known`, `copies` and `failed` are all of its input, `skipped` part of read.

    `rows` counts the rows written to each table.
    """

    read: int = 0
    known: int = 0
    skipped: int = 0
    copies: int = 0
    failed: int = 0
    rows: dict[str, int] = field(default_factory=dict)


class RecordWriter:
    """Writes the readings of one run. Use it in a `with` statement: leaving it commits what is left.

    For each report ask `wants` first; read it only if so, and `add` the reading. A commit holds whole reports: a
    killed run has written each report with all its rows or not at all, and running it again completes it.
    """

    def __init__(
        self, record: Record, *, maker: Maker, commit_reports: int = 1000, commit_seconds: float = 60.0
    ) -> None:
        if not record.writable:
            raise RecordError(f"{record.folder} is open for reading; open it for writing")
        self.record = record
        self.counts = Counts()
        self.run = f"r{uuid4().hex[:16]}"
        self._maker = maker
        self._read_with = maker.fingerprint
        self._commit_reports = commit_reports
        self._commit_seconds = commit_seconds
        self._started = datetime.now(UTC)
        self._clock = self._committed = time.monotonic()
        self._buffer = Buffer()
        self._waiting: list[str] = []
        self._wanted: set[str] = set()
        self._seen: set[str] = set()
        self._noted: set[str] = set()
        self._copies: dict[str, list[Row]] = {}
        self._known = self._load_known()

    def _load_known(self) -> dict[str, str]:
        rows = self.record.query("SELECT id, read_with FROM documents")
        prints: dict[str, str] = {}
        pairs = zip(rows["id"].to_pylist(), rows["read_with"].to_pylist(), strict=True)
        return {name: prints.setdefault(read_with, read_with) for name, read_with in pairs}

    def known(self, document: Document) -> bool:
        """Whether the record holds this report, read with the same version, settings, model and ontology."""
        return self._known.get(document.id) == self._read_with

    def wants(self, document: Document) -> bool:
        """Whether the report must be read. One that the record has is counted; a second copy in the run is noted."""
        if document.id in self._seen:
            self._note_copy(document)
            return False
        self._seen.add(document.id)
        if self.known(document):
            self.counts.known += 1
            return False
        self._wanted.add(document.id)
        return True

    def add(self, reading: Reading) -> None:
        """Take a reading, unless the record has it; commit if it is time."""
        document = reading.document
        if document.id not in self._wanted and not self.wants(document):
            return
        self._wanted.discard(document.id)
        rows = rows_of(reading, read_with=self._read_with, ontology=self._maker.ontology)
        if copies := self._copies.pop(document.id, None):
            rows.setdefault("failures", []).extend(copies)
        self._buffer.add(rows)
        self._waiting.append(document.id)
        self.counts.read += 1
        failed = any(not failure.is_notice for failure in reading.failures)
        self.counts.skipped += failed and not any(reading.layer(name) for name in layers.KEPT)
        self._commit_if_due()

    def fail(self, failure: Failure, *, path: str | None = None, line: int | None = None) -> None:
        """Note input that gave no report, once however often it is read."""
        self.counts.failed += 1
        row = failure_row(failure, document=None, path=path, line=line)
        if row[0] not in self._noted:
            self._noted.add(row[0])
            self._buffer.add({"failures": [row]})
            self._commit_if_due()

    def _note_copy(self, document: Document) -> None:
        self.counts.copies += 1
        failure = Failure("ingest", f"the same report as {document.id}, which was given before", "copy")
        row = failure_row(failure, document=document.id, path=document.origin.path, line=None)
        if row[0] in self._noted:
            return
        self._noted.add(row[0])
        if document.id in self._wanted:
            # It is being read: its reading replaces all rows of the report, and so must bring this one.
            self._copies.setdefault(document.id, []).append(row)
        else:
            self._buffer.add({"failures": [row]})

    def _commit_if_due(self) -> None:
        late = time.monotonic() - self._committed >= self._commit_seconds
        if late or len(self._waiting) >= self._commit_reports:
            self.commit()

    def commit(self) -> None:
        """Write what has been taken, in one transaction. Raises RecordError, with nothing of it written."""
        tables = self._buffer.tables()
        if tables:
            self._transact(tables, finished=False)
            self._known.update(dict.fromkeys(self._waiting, self._read_with))
        self._buffer = Buffer()
        self._waiting.clear()
        self._committed = time.monotonic()

    def finish(self) -> Counts:
        """Commit what is left and the run's own row; gives the counts."""
        self.commit()
        self._transact({}, finished=True)
        return self.counts

    def _transact(self, tables: dict[str, "pa.Table"], *, finished: bool) -> None:
        import duckdb

        folder = self.record.folder
        try:
            self.counts.rows = attempt(lambda: self._write(tables, finished=finished), what=f"write to {folder}")
        except duckdb.Error as error:
            with suppress(RecordError):
                # Half a file would go on filling the disk.
                remove_orphans(self.record)
            lost = f"; {len(self._waiting)} reports of this run are not in it, run again to add them"
            raise RecordError(f"cannot write to {folder}: {first_line(error)}{lost}") from error

    def _write(self, tables: dict[str, "pa.Table"], *, finished: bool) -> dict[str, int]:

        con = self.record.con
        snapshot = self.record.snapshot
        with transaction(con):
            self._remove_replaced(tables)
            rows = dict(self.counts.rows)
            for name, table in tables.items():
                rows[name] = rows.get(name, 0) + _insert(con, name, table)
            con.execute("DELETE FROM runs WHERE id = ?", [self.run])
            _insert(con, "runs", self._run_row(rows, snapshot=snapshot, finished=finished))
        return rows

    def _remove_replaced(self, tables: dict[str, "pa.Table"]) -> None:
        """Remove what the record has of the reports to be written. So a commit may be repeated."""
        con = self.record.con
        if not self._waiting:
            return
        con.register("incoming", tables["documents"].select(["id"]))
        there = con.execute("SELECT count(*) FROM documents WHERE id IN (SELECT id FROM incoming)").fetchone()
        if there and there[0]:
            for table in layer_tables():
                con.execute(f"DELETE FROM {table.name} WHERE document IN (SELECT id FROM incoming)")
            con.execute("DELETE FROM documents WHERE id IN (SELECT id FROM incoming)")
        con.unregister("incoming")

    def _run_row(self, rows: dict[str, int], *, snapshot: int, finished: bool) -> "pa.Table":
        import pyarrow as pa

        counts, maker = self.counts, self._maker
        end = datetime.now(UTC).replace(tzinfo=None) if finished else None
        row = (
            *(self.run, maker.version, maker.settings_json, maker.model, maker.ontology, self._read_with),
            *(counts.read, counts.known, counts.skipped, counts.copies, counts.failed),
            json.dumps(rows, sort_keys=True),
            *(self._started.replace(tzinfo=None), end, round(time.monotonic() - self._clock, 3), snapshot),
        )
        return pa.Table.from_batches([to_batch(TABLES["runs"], [row])])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.finish()
        elif not isinstance(error, RecordError):
            # Interrupted, by the user or by a fault elsewhere: what has been read is whole, so it is kept.
            self.commit()


def write(record: Record, readings: Iterable[Reading], *, maker: Maker) -> Counts:
    """Write readings into a record that is open for writing; gives the counts."""
    with RecordWriter(record, maker=maker) as writer:
        for reading in readings:
            writer.add(reading)
    return writer.counts


def _insert(con: "DuckDBPyConnection", name: str, rows: "pa.Table") -> int:
    """Insert rows; gives how many. Nothing in the record keeps keys unique but the writer.

    The rows of a report are there only with the report, which has been removed, but a failure may have been noted
    before. By name: a migration adds its columns at the end of a table.
    """
    new = "WHERE id NOT IN (SELECT id FROM failures)" if name == "failures" else ""
    con.register("incoming", rows)
    try:
        found = con.execute(f"INSERT INTO {name} BY NAME SELECT * FROM incoming {new}").fetchone()
    finally:
        con.unregister("incoming")
    return int(found[0]) if found else 0
