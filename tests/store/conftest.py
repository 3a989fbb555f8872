"""A record with ten reports, and a way to open it in another process."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from made import MAKER, made_readings

from dateline.store.record import Record
from dateline.store.writer import write


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of ten reports, for copying."""
    folder = tmp_path_factory.mktemp("once") / "made.record"
    with Record.open(folder, mode="create") as record:
        write(record, made_readings(10), maker=MAKER)
    return folder


@pytest.fixture
def place(made_once: Path, tmp_path: Path) -> Path:
    """Where a record of ten reports lies."""
    return shutil.copytree(made_once, tmp_path / "news.record")


class Elsewhere:
    """Another process with a record open, which does one line of Python at a time."""

    def __init__(self, where: object, mode: str) -> None:
        code = (
            "import sys\n"
            "from made import *\n"
            "from dateline.store.record import Record\n"
            "from dateline.store.writer import RecordWriter, write\n"
            f"record = Record.open({str(where)!r}, mode={mode!r})\n"
            "print('open', flush=True)\n"
            "for line in sys.stdin:\n"
            "    print(eval(line), flush=True)\n"
        )
        self.process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={"PYTHONPATH": str(Path(__file__).parent), "PATH": ""},
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "open\n"

    def __call__(self, line: str) -> str:
        """What the line gives, printed."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def kill(self) -> None:
        """SIGKILL."""
        self.process.kill()
        self.process.wait()


@pytest.fixture
def elsewhere() -> Iterator[Callable[..., Elsewhere]]:
    """`elsewhere(where, mode)`: a record open in another process, until the test ends."""
    started: list[Elsewhere] = []

    def start(where: object, mode: str = "read") -> Elsewhere:
        started.append(Elsewhere(where, mode))
        return started[-1]

    yield start
    for other in started:
        other.kill()
        for pipe in (other.process.stdin, other.process.stdout):
            if pipe:
                pipe.close()
