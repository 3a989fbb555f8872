"""`dateline evaluate sample`: claims judged in a terminal that a script types in."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.evaluate.sample import load
from dateline.model.claim import STATUSES
from dateline.ontology.plover import event_types

Command = Callable[..., Any]


@pytest.fixture
def typed(dateline: Command, record: str, monkeypatch: pytest.MonkeyPatch) -> Command:
    """`typed(keys, *arguments)`: the task over the record, with these keys typed."""

    def run(keys: str, *arguments: str) -> Any:
        monkeypatch.setattr("sys.stdin", io.StringIO(keys))
        return dateline("evaluate", "sample", record, "--judgements", "judged.tsv", *arguments)

    return run


def test_verdicts_are_kept_by_place_without_a_word_of_the_report(typed: Command) -> None:
    done = typed("t", "--n", "1")
    assert done.code == 0
    assert "sample.precision 1.000" in " ".join(done.out.split())
    (kept,) = load(Path("judged.tsv"))
    assert kept.verdict == "true"
    assert len(kept.place.sha256) == 64
    number, _, *offsets, kind, mode, status, doers, done_to, verdict = (
        Path("judged.tsv").read_text().splitlines()[1].split("\t")
    )
    assert [number, verdict] == ["1", "true"]
    assert all(cell.isdigit() for cell in offsets)
    assert kind in event_types()
    assert mode in (*event_types()[kind].modes, "")
    assert status in STATUSES
    assert all(re.fullmatch(r"(\d+-\d+(,(?=\d)|$))*", cell) for cell in (doers, done_to))


def test_the_claim_is_shown_in_its_place_with_its_sides_and_nothing_of_how_it_was_made(typed: Command) -> None:
    shown = typed("q").out
    assert "«" in shown
    assert "to whom" in shown
    assert "1 of " in shown
    assert "probability" not in shown
    assert "rule" not in shown


def test_help_explains_each_key_and_back_judges_the_one_before_again(typed: Command) -> None:
    done = typed("?nbtq")
    assert "wrong doer or recipient" in done.out
    assert [j.verdict for j in load(Path("judged.tsv"))] == ["true"]


def test_the_same_command_goes_on_where_it_was_left(typed: Command) -> None:
    typed("tq")
    first = load(Path("judged.tsv"))
    assert "2 of " in typed("n").out
    assert len(load(Path("judged.tsv"))) == 2
    assert first[0] in load(Path("judged.tsv"))


def test_a_second_round_waits_for_the_first_and_is_compared_with_it(typed: Command) -> None:
    early = typed("t", "--n", "2", "--second")
    assert (early.code, "wait for their first verdict" in early.err) == (2, True)
    typed("tt", "--n", "2")
    done = typed("tn", "--n", "2", "--second")
    assert "sample.agreement 0.500" in " ".join(done.out.split())


def test_judgements_are_for_the_sample_alone(dateline: Command) -> None:
    Path("gold.tsv").write_text("")
    done = dateline("evaluate", "relations", "gold.tsv", "--judgements", "judged.tsv")
    assert (done.code, "for the task sample" in done.err) == (2, True)
