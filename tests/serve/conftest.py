"""A record on disk, and the command line run in this process."""

import json
import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.export.reading_format import from_json
from dateline.model.document import Document
from dateline.model.reading import Failure, Reading
from dateline.serve.cli import main
from dateline.store.maker import Maker
from dateline.store.record import Record
from dateline.store.writer import write

CASE = Path(__file__).parents[1] / "cases" / "readings" / "accord.json"


@dataclass(frozen=True)
class Run:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def accord() -> Reading:
    return from_json(json.loads(CASE.read_text("utf-8")))


@pytest.fixture(scope="session")
def record(accord: Reading, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record with one report whose answers are known."""
    folder = tmp_path_factory.mktemp("serve") / "accord.record"
    with Record.open(folder, mode="create") as opened:
        write(opened, [accord], maker=Maker("0"))
    return str(folder)


@pytest.fixture
def dateline(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> Iterator[Callable[..., Run]]:
    """`dateline("claims", "--who", "NOR")`: the command run in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*words: str) -> Run:
        monkeypatch.setattr(sys, "argv", ["dateline", *words])
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        code = left.value.code
        return Run(code if isinstance(code, int) else int(code is not None), out.decode(), err.decode())

    yield run
    logger = logging.getLogger("dateline")
    logger.handlers, logger.propagate = [], True
    logger.setLevel(logging.NOTSET)


class QuickReader:
    """Stands in for the models: a reading has a failure where its report says so, and nothing else."""

    def __init__(self, settings: object = None) -> None:
        pass

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            reading = Reading(document)
            if "Bonjour" in document.text:
                reading.failures.append(Failure("annotate", "the report is in 'fr'; read are en", "language"))
            if "Ctrl-C" in document.text:
                raise KeyboardInterrupt
            yield reading


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading without the models."""
    monkeypatch.setattr("dateline.pipeline.Reader", QuickReader)
    monkeypatch.setattr("dateline.scale.provenance.model_version", lambda pipeline: f"{pipeline}+0")
