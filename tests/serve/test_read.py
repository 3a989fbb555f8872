"""`dateline read`: what is written, what is said, and how it ends."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.store.record import Record

Command = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("quick")


def report(name: str, text: str = "The two ministers met on Monday.") -> str:
    Path(name).write_text(f"{name}\n\n{text}\n", "utf-8")
    return name


def rows(record: str, table: str) -> list[dict[str, object]]:
    with Record.open(record) as opened:
        found: list[dict[str, object]] = opened.table(table).to_pylist()
    return found


def test_reports_are_read_into_the_default_record_and_told(dateline: Command) -> None:
    done = dateline("read", report("a.txt"), report("b.txt"))
    assert (done.code, done.out) == (0, "")
    assert "2 reports read into dateline.record" in done.err
    assert sorted(str(row["path"]) for row in rows("dateline.record", "documents")) == ["a.txt", "b.txt"]


def test_reading_again_adds_nothing_and_loads_no_model(dateline: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    dateline("read", report("a.txt"))
    monkeypatch.setattr("dateline.pipeline.Reader", None)
    done = dateline("read", "a.txt")
    assert (done.code, "0 reports read" in done.err, "1 known already" in done.err) == (0, True, True)
    assert len(rows("dateline.record", "documents")) == 1


def test_a_report_that_is_skipped_is_a_row_and_ends_with_1(dateline: Command) -> None:
    done = dateline("read", report("a.txt", "Bonjour."), report("b.txt"), "--record", "r")
    assert done.code == 1
    assert "the report is in 'fr'" in done.err
    assert "dateline failures --record r" in done.err
    assert [row["code"] for row in rows("r", "failures")] == ["language"]
    assert len(rows("r", "documents")) == 2


def test_a_file_that_is_not_there_is_a_row_and_the_others_are_read(dateline: Command) -> None:
    done = dateline("read", "nowhere.txt", report("b.txt"), "--record", "r")
    assert done.code == 1
    assert [(row["path"], row["code"]) for row in rows("r", "failures")] == [("nowhere.txt", "not-found")]
    assert len(rows("r", "documents")) == 1


def test_the_same_report_twice_is_told_and_no_failure(dateline: Command) -> None:
    report("a.txt")
    done = dateline("read", "a.txt", "a.txt", "--record", "r")
    assert (done.code, "1 given twice" in done.err) == (0, True)


def test_a_limit_counts_reports(dateline: Command) -> None:
    dateline("read", *(report(f"{i}.txt") for i in range(5)), "--limit", "2", "--record", "r")
    assert len(rows("r", "documents")) == 2


def test_an_interruption_keeps_what_was_read(dateline: Command) -> None:
    done = dateline("read", report("a.txt"), report("b.txt", "Ctrl-C"), report("c.txt"), "--record", "r")
    assert (done.code, "interrupted" in done.err) == (130, True)
    assert [row["path"] for row in rows("r", "documents")] == ["a.txt"]
    assert dateline("check", "--record", "r").code == 0


def test_readings_are_printed_one_a_line_and_no_record_is_made(dateline: Command) -> None:
    done = dateline("read", report("a.txt"), report("b.txt", "Bonjour."), "--to", "jsonl")
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [line["document"]["title"] for line in lines] == ["a.txt", "b.txt"]
    assert [len(line["failures"]) for line in lines] == [0, 1]
    assert done.code == 1
    assert not Path("dateline.record").exists()


def test_a_page_of_readings_is_html(dateline: Command) -> None:
    done = dateline("read", report("a.txt", "Peace & <b>quiet</b>."), "--to", "html")
    assert done.out.startswith("<!doctype html>")
    assert "Peace &amp; &lt;b&gt;quiet&lt;/b&gt;." in done.out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--to", "xml"), "--to xml: readings are written as jsonl, html"),
        (("--to", "jsonl", "--record", "r"), "leave out --to or --record"),
        (("--settings", "mine.toml"), "no settings file mine.toml"),
        (("--record", "r@3"), "cannot be written to"),
    ],
)
def test_wrong_use_is_one_line_and_ends_with_2(dateline: Command, words: tuple[str, ...], complaint: str) -> None:
    done = dateline("read", report("a.txt"), *words)
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert complaint in done.err


def test_nothing_to_read_is_wrong_use(dateline: Command) -> None:
    assert dateline("read").code == 2


def test_a_folder_that_is_no_record_and_cannot_be_one_is_refused(dateline: Command) -> None:
    Path("r").write_text("no folder")
    done = dateline("read", report("a.txt"), "--record", "r")
    assert done.code == 2
    assert done.err.count("\n") == 1


def test_logs_can_be_json_and_flags_may_stand_anywhere(dateline: Command) -> None:
    for words in (("--log-json", "read", report("a.txt")), ("read", "nowhere.txt", "--log-json")):
        logged = [json.loads(line) for line in dateline(*words, "--record", "r").err.splitlines()]
        assert {"time", "level", "message"} <= logged[0].keys()
    assert logged[0]["code"] == "not-found"
    assert logged[-2]["failed"] == 1


def test_quiet_says_only_what_went_wrong(dateline: Command) -> None:
    assert dateline("--quiet", "read", report("a.txt")).err == ""
    assert dateline("read", "nowhere.txt", "--quiet").err.startswith("nowhere.txt: there is no file")


def test_a_fault_of_ours_is_one_line_too(dateline: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.scale.local.read_into", None)
    done = dateline("read", report("a.txt"))
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "unexpected TypeError: 'NoneType' object is not callable; --verbose shows where" in done.err


def test_verbose_shows_where_an_error_arose(dateline: Command) -> None:
    assert "Traceback" in dateline("claims", "--record", "nowhere", "--verbose").err
    assert "Traceback" not in dateline("claims", "--record", "nowhere").err
