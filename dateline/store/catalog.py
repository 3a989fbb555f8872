"""Where a record's catalog lives, and how it is attached, locked and left behind.

`Catalog` is the seam: the rest of the store knows a record by it alone, so a catalog on a server is one more class.
"""

import itertools
import shutil
import sqlite3
import tempfile
import time
import weakref
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from dateline.errors import RecordError, RecordLockedError
from dateline.store.engine import quoted
from dateline.store.lock import WriterLock

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# How long we wait for another process to let go of a catalog.
PATIENCE_SECONDS = 20.0


_numbers = itertools.count()


class Catalog(Protocol):
    """The catalog of one record. `name` is what the record is attached as: one for each catalog object."""

    name: str

    def exists(self) -> bool: ...

    def lock(self) -> WriterLock: ...

    def attach(self, con: "DuckDBPyConnection", *, writable: bool, snapshot: int | None = None) -> None: ...

    def detach(self, con: "DuckDBPyConnection") -> None: ...

    def settle(self, con: "DuckDBPyConnection") -> bool: ...

    def keep_copy(self, *, label: str) -> str: ...


class FolderCatalog:
    """A catalog in SQLite inside the record's folder, with the data beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = f"record_{next(_numbers)}"
        self.file = folder.absolute() / "catalog.sqlite"
        self.data = folder.absolute() / "data"

    def exists(self) -> bool:
        """Whether the folder holds a catalog."""
        return self.file.is_file()

    def lock(self) -> WriterLock:
        """The lock of the record's one writer, not yet taken."""
        return WriterLock(self.folder / "writer.lock", record=self.folder)

    def attach(self, con: "DuckDBPyConnection", *, writable: bool, snapshot: int | None = None) -> None:
        """Attach the record and make its tables the ones meant.

        With `snapshot` it is seen as it was then, whatever is written meanwhile. The data path is computed from the
        folder each time, so that a moved or copied record opens.
        Raises RecordError for a file that is no catalog.
        """
        import duckdb

        options = ["OVERRIDE_DATA_PATH true", f"DATA_PATH {quoted(f'{self.data}/')}"]
        # An open reader blocks every commit in any other journal mode.
        options.append("META_JOURNAL_MODE 'WAL'" if writable else "READ_ONLY")
        if snapshot is not None:
            options.append(f"SNAPSHOT_VERSION {int(snapshot)}")
        try:
            attempt(lambda: self._attach_file(con, self.file, options), what=f"open {self.folder}")
        except duckdb.Error as error:
            if writable or not self._attach_copy(con, options):
                raise RecordError(f"cannot open {self.folder}: {first_line(error)}") from error
        con.execute(f"USE {self.name}")

    def detach(self, con: "DuckDBPyConnection") -> None:
        """Let go of the record; nothing happens where it is not attached."""
        con.execute("USE memory")
        con.execute(f"DETACH DATABASE IF EXISTS {self.name}")

    def _attach_copy(self, con: "DuckDBPyConnection", options: list[str]) -> bool:
        """A reader cannot roll back what a killed writer left: attach a copy of the catalog instead, rolled back."""
        import duckdb

        copy = Path(tempfile.mkdtemp(prefix="dateline-"))
        weakref.finalize(self, shutil.rmtree, copy, ignore_errors=True)
        try:
            for file in self.file.parent.glob(f"{self.file.name}*"):
                shutil.copyfile(file, copy / file.name)
            with closing(sqlite3.connect(copy / self.file.name)) as ours:  # nobody else has the copy open
                ours.execute("SELECT count(*) FROM sqlite_master").fetchall()
            self._attach_file(con, copy / self.file.name, options)
        except (duckdb.Error, sqlite3.Error, OSError):
            return False
        return True

    def _attach_file(self, con: "DuckDBPyConnection", file: Path, options: list[str]) -> None:
        con.execute(f"ATTACH {quoted(f'ducklake:sqlite:{file}')} AS {self.name} ({', '.join(options)})")

    def settle(self, con: "DuckDBPyConnection") -> bool:
        """Leave a catalog of one file that opens on read-only media. False where somebody else has it open.

        The record must not be attached. DuckDB's own SQLite does it: a second one in the same process would drop
        the first one's locks when it closes the file.
        """
        import duckdb

        name = f"{self.name}_catalog"
        try:
            options = "TYPE sqlite, JOURNAL_MODE 'DELETE', BUSY_TIMEOUT 500"
            con.execute(f"ATTACH {quoted(self.file)} AS {name} ({options})")
            con.execute(f"SELECT count(*) FROM {name}.ducklake_snapshot").fetchall()
        except duckdb.Error:
            return False
        finally:
            con.execute(f"DETACH DATABASE IF EXISTS {name}")
        return not self.file.with_name(f"{self.file.name}-wal").exists()

    def forget_place(self) -> None:
        """Make a new catalog name its data relative to itself, and nowhere the path on the maker's machine.

        For a catalog that nobody has open: Python's SQLite beside DuckDB's would drop its locks.
        """
        with closing(sqlite3.connect(self.file)) as catalog:
            catalog.execute("UPDATE ducklake_metadata SET value = 'data/' WHERE key = 'data_path'")
            catalog.commit()
            catalog.execute("VACUUM")

    def keep_copy(self, *, label: str) -> str:
        """Copy the settled catalog beside itself; gives the copy's path."""
        target = self.file.with_name(f"catalog.{label}.sqlite")
        shutil.copyfile(self.file, target)
        return str(target)


def attempt[T](action: Callable[[], T], *, what: str, patience: float = PATIENCE_SECONDS) -> T:
    """Do something whole, again and again while another process holds the catalog, `patience` seconds at most.

    Raises RecordLockedError when patience ends, and any other error of DuckDB as it is.
    """
    import duckdb

    end = time.monotonic() + patience
    pause = 0.02
    while True:
        try:
            return action()
        except duckdb.Error as error:
            if not _is_locked(error):
                raise
            if time.monotonic() + pause > end:
                raise RecordLockedError(f"cannot {what}: another program holds its catalog; try again later") from error
            time.sleep(pause)
            pause = min(pause * 2, 1.0)


def _is_locked(error: Exception) -> bool:
    text = str(error).lower()
    return "database is locked" in text or "database table is locked" in text or "transaction conflict" in text


def first_line(error: Exception) -> str:
    """The first line of an error's message, without DuckDB's hints."""
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
