"""A change of a table makes old what was made by it, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.ontology import version
from dateline.pipeline import _linkers_version


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("titles.toml", "linking.toml"):
        (tmp_path / name).write_text("a = 1")
    monkeypatch.setattr(
        version, "_all_tables", lambda: [(f"dateline.lang/en/{p.name}", p) for p in sorted(tmp_path.iterdir())]
    )
    return tmp_path


def versions() -> tuple[str, str]:
    version.ontology_version.cache_clear()
    version.linking_version.cache_clear()
    return version.ontology_version(), version.linking_version()


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    version.ontology_version.cache_clear()
    version.linking_version.cache_clear()


def test_words_of_linking_make_links_old_and_no_reading(tables: Path) -> None:
    reading, linking = versions()
    state = _linkers_version()
    (tables / "linking.toml").write_text("a = 2")
    assert versions()[0] == reading
    assert versions()[1] != linking
    assert _linkers_version() != state


def test_words_of_reading_make_both_old(tables: Path) -> None:
    reading, linking = versions()
    (tables / "titles.toml").write_text("a = 2")
    changed = versions()
    assert changed[0] != reading
    assert changed[1] != linking


def test_the_shipped_words_of_linking_are_where_they_are_looked_for() -> None:
    assert sum(name.endswith("/linking.toml") for name, _ in version._all_tables()) >= 1
