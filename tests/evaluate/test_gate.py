"""A floor only rises."""

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluate.gate import falls, fingerprint, update
from dateline.evaluate.report import Figure, Report


def report(**figures: float | None) -> Report:
    return Report("quotes", {}, tuple(Figure(name, value) for name, value in figures.items()))


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.txt").write_text("one")
    return tmp_path / "gold"


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    return tmp_path / "floors.json"


def test_a_figure_at_its_floor_passes_and_one_below_it_is_named(gold: Path, floors: Path) -> None:
    update(report(recall=0.81239, precision=0.9), gold, floors=floors)
    assert falls(report(recall=0.812, precision=0.9), gold, floors=floors) == []
    (fall,) = falls(report(recall=0.8119, precision=0.9), gold, floors=floors)
    assert (fall.figure, fall.floor, fall.value) == ("recall", 0.812, 0.8119)


def test_a_figure_that_is_no_longer_given_has_fallen(gold: Path, floors: Path) -> None:
    update(report(recall=0.8), gold, floors=floors)
    assert [fall.value for fall in falls(report(recall=None), gold, floors=floors)] == [None]


def test_an_update_raises_floors_and_lowers_none_unless_told_to(gold: Path, floors: Path) -> None:
    update(report(recall=0.8), gold, floors=floors)
    assert update(report(recall=0.9), gold, floors=floors) == {"recall": 0.9}
    with pytest.raises(UsageError, match="quotes: recall fell; a floor only rises"):
        update(report(recall=0.85), gold, floors=floors)
    assert update(report(recall=0.85), gold, floors=floors, allow_regression=True) == {"recall": 0.85}


def test_changed_gold_fails_rather_than_passing_by_luck(gold: Path, floors: Path) -> None:
    update(report(recall=0.8), gold, floors=floors)
    (gold / "a.txt").write_text("two")
    with pytest.raises(UsageError, match="is not the gold that the floors"):
        falls(report(recall=0.9), gold, floors=floors)


def test_a_task_without_floors_says_how_to_set_them(gold: Path, floors: Path) -> None:
    with pytest.raises(UsageError, match="no floors for quotes: set them with: dateline gate"):
        falls(report(recall=0.9), gold, floors=floors)


def test_the_fingerprint_knows_names_and_bytes_and_no_place(gold: Path, tmp_path: Path) -> None:
    moved = gold.rename(tmp_path / "moved")
    first = fingerprint(moved)
    (moved / "a.txt").rename(moved / "b.txt")
    assert fingerprint(moved) != first
