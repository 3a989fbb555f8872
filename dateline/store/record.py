"""A record: a folder of tables that many may read, one may write, and anybody may cite by snapshot."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from dateline.errors import RecordError, RecordVersionError, UsageError
from dateline.store import migrations
from dateline.store.catalog import Catalog, FolderCatalog, attempt, first_line
from dateline.store.create import create
from dateline.store.engine import connect
from dateline.store.frozen import freeze
from dateline.store.index import Index, path, state
from dateline.store.lock import WriterLock
from dateline.store.schema import TABLES, VERSION

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

type Mode = Literal["read", "write", "create"]

# No snapshot has this number: what state the tables are in was not looked up yet.
_UNKNOWN = -1
_RELEASE = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,63}")


class Record:
    """An open record. Use it in a `with` statement; open it with `Record.open`.

    Opened for reading it stays at one snapshot, whatever a writer beside it commits. `snapshot` is its number.
    """

    def __init__(
        self,
        folder: Path,
        catalog: Catalog,
        con: "DuckDBPyConnection",
        *,
        snapshot: int | None,
        lock: WriterLock | None,
    ) -> None:
        self.folder = folder
        self.con = con
        self._catalog = catalog
        self._pinned = snapshot
        self._lock = lock
        self._freeze: Callable[[], None] | None = None
        self._index: Index | None = None
        self._state: int | None = _UNKNOWN

    @classmethod
    def open(cls, where: str | Path, *, mode: Mode = "read") -> Self:
        """Open the record in a folder: `mode` is `read`, `write`, or `create` (write, made where there is none).

        `DIR@N` and `DIR@NAME` open a snapshot, by number or by the name of a release, for reading. Raises
        RecordError for a folder that is no record, RecordLockedError while somebody else writes to it, and
        RecordVersionError where it was made by a newer Dateline, or is older and opened for reading.
        """
        folder, tag = _split(where)
        catalog = FolderCatalog(folder)
        if tag is not None and mode != "read":
            raise UsageError(f"a snapshot cannot be written to: leave @{tag} out")
        if not catalog.exists():
            if mode != "create":
                raise RecordError(_no_record(folder))
            create(folder)
        return cls._read(folder, catalog, tag) if mode == "read" else cls._write(folder, catalog)

    @classmethod
    def _read(cls, folder: Path, catalog: FolderCatalog, tag: str | None) -> Self:
        con = connect()
        try:
            catalog.attach(con, writable=False)
            newest = _newest(con, catalog.name)
            snapshot = _numbered(con, folder, tag, newest=newest)
            catalog.detach(con)
            catalog.attach(con, writable=False, snapshot=snapshot)
            _check_version(con, folder, writable=False)
        except BaseException:
            _let_go(con, catalog)
            raise
        record = cls(folder, catalog, con, snapshot=snapshot, lock=None)
        record._freeze = partial(freeze, con, name=catalog.name, data=catalog.data, snapshot=snapshot)
        return record

    @classmethod
    def _write(cls, folder: Path, catalog: Catalog) -> Self:
        lock = catalog.lock()
        lock.acquire()
        con = None
        try:
            con = connect()
            catalog.attach(con, writable=False)
            version = _check_version(con, folder, writable=True)
            catalog.detach(con)
            if version < VERSION:
                migrations.migrate(con, catalog, folder=folder, version=version)
            catalog.attach(con, writable=True)
        except BaseException:
            if con is not None:
                _let_go(con, catalog)
            lock.release()
            raise
        return cls(folder, catalog, con, snapshot=None, lock=lock)

    @property
    def name(self) -> str:
        """What the record is called inside DuckDB."""
        return self._catalog.name

    @property
    def snapshot(self) -> int:
        """The number of the snapshot seen: the newest at opening for a reader, the newest of all for a writer."""
        return _newest(self.con, self.name) if self._pinned is None else self._pinned

    @property
    def writable(self) -> bool:
        """Whether the record was opened for writing."""
        return self._lock is not None

    def query(self, sql: str, params: Sequence[object] | Mapping[str, object] | None = None) -> "pa.Table":
        """The answer of one SELECT over the record's tables. Raises UsageError for SQL that fails or would write."""
        if self._freeze is not None:
            # Only now: what an index answers needs none of the tables.
            self._freeze()
            self._freeze = None
        return self._ask(self.con, sql, params)

    def indexed(self, layout: str) -> bool:
        """Whether there is an index of this layout that shows the snapshot seen; `query_index` asks it then."""
        import duckdb

        if self._index is None and self._pinned is not None:
            if self._state == _UNKNOWN:
                self._state = state(self.con, name=self.name, snapshot=self._pinned)
            file = None if self._state is None else path(self.folder, layout=layout, state=self._state)
            if file is not None and file.is_file():
                # One that is cut or made by a newer DuckDB is as good as none.
                with suppress(duckdb.Error):
                    self._index = Index(self.con, file.absolute())
        return self._index is not None

    def query_index(self, sql: str, params: Sequence[object] | None = None) -> "pa.Table":
        """The answer of one SELECT over the tables of the index, as `query` gives it."""
        if self._index is None:
            raise RecordError(f"{self.folder} has no index of this snapshot")
        return self._ask(self._index.con, sql, params)

    def _ask(
        self, con: "DuckDBPyConnection", sql: str, params: Sequence[object] | Mapping[str, object] | None
    ) -> "pa.Table":
        import duckdb

        try:
            statements = con.extract_statements(sql)
            allowed = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
            if len(statements) != 1 or statements[0].type not in allowed:
                raise UsageError("a record is asked by one SELECT; this is something else")
            return attempt(lambda: con.execute(sql, params).to_arrow_table(), what=f"read {self.folder}")
        except duckdb.IOException as error:
            raise RecordError(f"cannot read {self.folder}: {first_line(error)}") from error
        except duckdb.Error as error:
            raise UsageError(f"the query fails: {first_line(error)}") from error

    def table(self, name: str) -> "pa.Table":
        """All rows of a table, in the order of its key. Raises UsageError for an unknown one."""
        if name not in TABLES:
            raise UsageError(f"no table {name!r}; there are {', '.join(TABLES)}")
        key = ", ".join(f'"{column}"' for column in TABLES[name].key)
        return self.query(f'SELECT * FROM "{name}" ORDER BY {key}')

    def releases(self) -> dict[str, int]:
        """The snapshots that have names, by name."""
        rows = self.query("SELECT name, snapshot FROM releases ORDER BY name").to_pylist()
        return {row["name"]: row["snapshot"] for row in rows}

    def release(self, name: str) -> int:
        """Give the newest snapshot a name for citing it; gives its number. A name is given once.

        Raises UsageError for a name that is taken or malformed, RecordError where the record is open for reading.
        """
        if not _RELEASE.fullmatch(name):
            raise UsageError(f"{name!r} is no name for a release: a letter, then letters, digits, dots, - or _")
        if (taken := self.releases().get(name)) is not None:
            raise UsageError(f"{self.folder} has a release {name!r} already, snapshot {taken}")
        snapshot = self.snapshot
        self.change("INSERT INTO releases VALUES (?, ?, now()::TIMESTAMPTZ AT TIME ZONE 'UTC')", [name, snapshot])
        return snapshot

    def change(self, sql: str, params: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement that writes, whole and again while refused as locked. For the store's own modules."""
        import duckdb

        if not self.writable:
            raise RecordError(f"{self.folder} is open for reading; open it for writing")
        try:
            return attempt(lambda: self.con.execute(sql, params).fetchall(), what=f"write to {self.folder}")
        except duckdb.Error as error:
            raise RecordError(f"cannot write to {self.folder}: {first_line(error)}") from error

    def close(self) -> None:
        """Close the record. A writer leaves a catalog of one file, which opens on read-only media too."""
        try:
            if self._index is not None:
                self._index.close()
                self._index = None
            self._catalog.detach(self.con)
            if self.writable:
                self._catalog.settle(self.con)
        finally:
            self.con.close()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _let_go(con: "DuckDBPyConnection", catalog: Catalog) -> None:
    with suppress(Exception):
        catalog.detach(con)
    con.close()


def _split(where: str | Path) -> tuple[Path, str | None]:
    """The folder and what follows the last `@`, if the whole is no folder itself."""
    path = Path(where)
    head, mark, tag = str(where).rpartition("@")
    if path.exists() or not mark or not head or not tag or "/" in tag:
        return path, None
    return Path(head), tag


def _no_record(folder: Path) -> str:
    if not folder.exists():
        return f"no record at {folder}; make one with: dateline read FILE --record {folder}"
    return f"{folder} is no record: it holds no catalog.sqlite"


def _newest(con: "DuckDBPyConnection", name: str) -> int:
    row = con.execute(f"FROM ducklake_current_snapshot('{name}')").fetchone()
    return int(row[0]) if row else 0


def _numbered(con: "DuckDBPyConnection", folder: Path, tag: str | None, *, newest: int) -> int:
    """The snapshot that a tag means."""
    if tag is None:
        return newest
    if tag.isdecimal():
        if int(tag) > newest:
            raise RecordError(f"{folder} has no snapshot {tag}; the newest is {newest}")
        return int(tag)
    row = con.execute("SELECT snapshot FROM releases WHERE name = ?", [tag]).fetchone()
    if row is None:
        raise RecordError(f"{folder} has no release {tag!r}; make one with: dateline release {tag}")
    return int(row[0])


def _check_version(con: "DuckDBPyConnection", folder: Path, *, writable: bool) -> int:
    """The version of a record's tables. Raises RecordError where there is none, RecordVersionError if not ours."""
    import duckdb

    try:
        found = dict(con.execute("SELECT name, value FROM meta").fetchall())
        version = int(found["schema"])
    except (duckdb.CatalogException, duckdb.BinderException, KeyError, ValueError) as error:
        raise RecordError(f"{folder} is no record, or not at that snapshot: it has no version") from error
    made_by = found.get("made_by", "another Dateline")
    if version > VERSION:
        raise RecordVersionError(
            f"{folder} was written by {made_by} (record version {version}); "
            f"this Dateline reads up to {VERSION}: upgrade it"
        )
    if version < VERSION and not writable:
        raise RecordVersionError(
            f"{folder}, or this snapshot of it, has the tables of record version {version}; this Dateline reads "
            f"{VERSION}. For the newest snapshot: dateline migrate --record {folder}. For an older one: {made_by}"
        )
    return version
