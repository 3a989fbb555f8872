import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def load(path: Path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_twenty_kills_change_no_row(tmp_path):
    """Made readings, a commit every fifth: the kills fall on making the record, writing, committing and closing."""
    crash = load(ROOT / "benchmarks" / "crash.py")
    command = [sys.executable, str(ROOT / "tests" / "store" / "made.py"), "{record}", "40"]
    outcome = crash.kill_and_compare(command, tmp_path, kills=20, seed=7)
    assert outcome.differ == []
    assert outcome.findings == 0
    assert outcome.reports == 40
