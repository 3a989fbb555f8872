"""`dateline evaluate` and `dateline gate`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.evaluate.report import Report, share

Command = Callable[..., Any]
FOUND = {"hits": 8}


@pytest.fixture
def task(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A task whose one figure the test sets."""

    def evaluate(path: Path, *, predictions: Path | None = None, settings: object = None) -> Report:
        if predictions is not None:
            predictions.write_text("words\tpredicted\n")
        return Report("words", {"documents": 2}, (share("recall", FOUND["hits"], 10),), ("one note",))

    monkeypatch.setattr("dateline.evaluate.TASKS", {"words": "x:y"})
    monkeypatch.setattr("dateline.evaluate.load", lambda _: evaluate)
    monkeypatch.setattr("dateline.evaluate.gate.FLOORS", tmp_path / "floors.json")
    monkeypatch.setitem(FOUND, "hits", 8)
    Path(tmp_path / "gold.txt").write_text("gold")
    return "words"


def test_figures_are_printed_with_their_intervals(dateline: Command, task: str) -> None:
    done = dateline("evaluate", task, "gold.txt")
    assert done.code == 0
    assert "recall  0.800  0.490 to 0.943  8/10" in done.out
    assert "one note" in done.out


def test_figures_are_printed_as_json_and_predictions_written(dateline: Command, task: str) -> None:
    done = dateline("evaluate", task, "gold.txt", "--json", "--predictions", "out.tsv")
    assert json.loads(done.out)["rows"][0]["value"] == 0.8
    assert Path("out.tsv").exists()


def test_a_gate_lets_pass_what_stands_and_stops_what_fell(dateline: Command, task: str) -> None:
    assert dateline("gate", task, "gold.txt", "--update").code == 0
    assert dateline("gate", task, "gold.txt").code == 0
    FOUND["hits"] = 7
    fallen = dateline("gate", task, "gold.txt")
    assert (fallen.code, "recall: 0.700 is below its floor 0.800" in fallen.out) == (1, True)
    assert dateline("gate", task, "gold.txt", "--update").code == 2
    assert dateline("gate", task, "gold.txt", "--update", "--allow-regression").code == 0


@pytest.mark.parametrize(
    ("words", "complaint"),
    [(("nothing", "gold.txt"), "no task 'nothing'; there are words"), (("words", "nowhere"), "no gold at nowhere")],
)
def test_an_unknown_task_and_missing_gold_are_wrong_use(
    dateline: Command, task: str, words: tuple[str, str], complaint: str
) -> None:
    done = dateline("evaluate", *words)
    assert (done.code, complaint in done.err) == (2, True)
