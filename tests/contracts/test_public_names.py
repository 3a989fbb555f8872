"""The public names are all and only those of `dateline.__all__`, and loading the package loads nothing heavy."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dateline

NAMES = {
    *("Annotation", "Answer", "DatelineError", "Document", "Reading", "Record", "Settings", "Span"),
    *("ask", "documents", "load_settings", "read", "read_all", "read_into"),
}
HEAVY = ["spacy", "duckdb", "pyarrow", "trafilatura", "msgspec", "rich", "py3langid", "numpy", "lxml"]


def test_the_public_names_are_all_and_only_these() -> None:
    assert set(dateline.__all__) == NAMES | {"__version__"}
    assert list(dateline.__all__) == sorted(dateline.__all__)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(dateline, name).__doc__


def test_a_name_that_is_not_public_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Parser'"):
        _ = dateline.Parser


def test_names_are_shown_for_completion() -> None:
    assert set(dir(dateline)) >= NAMES


def loaded(code: str) -> set[str]:
    """The heavy modules that some code loads in a Python of its own."""
    code = f"import sys\ntry:\n    {code}\nexcept SystemExit: pass\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stderr.split()} & set(HEAVY)


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded("import dateline") == set()


def test_help_loads_nothing_heavy() -> None:
    code = "sys.argv = ['dateline', '--help']; from dateline.serve.cli import main; main()"
    assert loaded(code) == set()


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert dateline.__version__ == project["version"]
