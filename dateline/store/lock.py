"""One writer per record: a lock on a file, which the system drops when its holder dies."""

import json
import os
import socket
import weakref
from datetime import UTC, datetime
from pathlib import Path

from dateline.errors import RecordError, RecordLockedError


class WriterLock:
    """The right to write to one record, from `acquire` to `release`. The file stays and says who holds it."""

    def __init__(self, path: Path, *, record: Path) -> None:
        self._path = path
        self._record = record
        self._file: int | None = None

    def acquire(self) -> None:
        """Take the lock. Raises RecordLockedError with the holder's process, host and time; never waits."""
        import fcntl

        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        except OSError as error:
            raise RecordError(f"cannot write to {self._record}: {error.strerror}") from error
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = _holder(os.pread(file, 1000, 0))
            os.close(file)
            message = f"{self._record} is being written by {holder}; wait until it has finished, or stop it"
            raise RecordLockedError(message) from error
        now = datetime.now(UTC).isoformat(timespec="seconds")
        who = {"pid": os.getpid(), "host": socket.gethostname(), "since": now}
        os.ftruncate(file, 0)
        os.pwrite(file, json.dumps(who).encode(), 0)
        self._file = file
        _held.add(self)

    def release(self) -> None:
        """Give the lock back. Does nothing where it is not held."""
        if self._file is not None:
            os.ftruncate(self._file, 0)
            self.forget()

    def forget(self) -> None:
        """Close the file without a change to it: what a forked child does, whose parent goes on writing."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
        _held.discard(self)


def _holder(content: bytes) -> str:
    try:
        who = json.loads(content)
        return f"process {who['pid']} on {who['host']} since {who['since']}"
    except (ValueError, KeyError, TypeError):
        return "another process"


_held: weakref.WeakSet[WriterLock] = weakref.WeakSet()


def _forget_all() -> None:
    for lock in list(_held):
        lock.forget()


# A forked worker shares the open file, and with it the lock: without this, a worker that outlives a killed writer
# would keep the record locked.
os.register_at_fork(after_in_child=_forget_all)
