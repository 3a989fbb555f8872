"""Questions and views on the command line."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from dateline.export.reading_format import to_json
from dateline.model.reading import Reading
from dateline.query import QUESTIONS, question

Command = Callable[..., Any]
# What a question cannot do without.
_ASKED_FOR = {"last-contact": ("NOR", "TZA"), "highest-since": ("NOR", "TZA", "2020-01-01")}


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name != "sql"])
def test_every_question_is_answered_by_a_table_that_fits(dateline: Command, record: str, name: str) -> None:
    done = dateline(name, *_ASKED_FOR.get(name, ()), "--record", record)
    assert (done.code, done.err) == (0, "")
    assert all(len(line) <= 100 for line in done.out.splitlines() if record not in line)


def test_a_table_shows_who_to_whom_and_the_words(dateline: Command, record: str) -> None:
    done = dateline("claims", "--who", "NOR", "--with", "TZA", "--record", record)
    assert "Ingrid Solheim → Tanzania" in done.out
    assert "“Solheim accused Tanzania of delaying the talks”" in done.out
    assert "1 row of " in done.out


def test_nothing_found_is_said_and_is_no_failure(dateline: Command, record: str) -> None:
    done = dateline("claims", "--who", "PRK", "--record", record)
    assert (done.code, "No claims found" in done.out) == (0, True)


def test_rows_beyond_the_limit_are_told_with_the_cursor(dateline: Command, record: str) -> None:
    first = dateline("claims", "--limit", "3", "--record", record)
    cursor = first.out.split("--cursor ")[1].split(",")[0]
    rest = dateline("claims", "--limit", "3", "--cursor", cursor, "--record", record)
    assert "1 row of" in rest.out


def test_the_formats_say_the_same(dateline: Command, record: str) -> None:
    import pyarrow.parquet as pq

    whole = json.loads(dateline("claims", "--record", record, "--to", "json").out)
    lines = [json.loads(line) for line in dateline("claims", "--record", record, "--to", "jsonl").out.splitlines()]
    table = list(csv.DictReader(io.StringIO(dateline("claims", "--record", record, "--to", "csv").out)))
    assert dateline("claims", "--record", record, "--to", "claims.parquet").code == 0
    assert whole["rows"] == lines == pq.read_table("claims.parquet").to_pylist()
    assert [row["evidence"] for row in table] == [row["evidence"] for row in lines]
    assert [row["actors"] for row in table] == ["; ".join(row["actors"]) for row in lines]
    assert whole["evidence"] == [row["id"] for row in lines]
    assert (whole["question"], whole["cursor"], whole["asked"]) == ("claims", None, {})
    assert pq.read_schema("claims.parquet").metadata[b"dateline.snapshot"].decode() == str(whole["snapshot"])


def test_a_file_is_whole_or_not_there(
    dateline: Command, record: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dateline.export.table_csv.write", full)
    done = dateline("claims", "--record", record, "--to", "claims.csv")
    assert (done.code, "No space left on device" in done.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_snapshot_may_be_asked_by_number_and_by_name(dateline: Command, record: str) -> None:
    newest = json.loads(dateline("claims", "--record", record, "--to", "json").out)["snapshot"]
    assert "4 rows of" in dateline("claims", "--record", f"{record}@{newest}").out
    assert "No claims found" in dateline("claims", "--record", f"{record}@{newest - 2}").out
    assert dateline("release", "first", "--record", record).code == 0
    assert "4 rows of" in dateline("claims", "--record", f"{record}@first").out
    assert dateline("claims", "--record", f"{record}@99").code == 2


def test_sql_is_answered_and_cannot_write(dateline: Command, record: str) -> None:
    assert '"n":4' in dateline("sql", "SELECT count(*) AS n FROM claims", "--record", record, "--to", "jsonl").out
    refused = dateline("sql", "DELETE FROM claims", "--record", record)
    assert (refused.code, refused.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("claims", "--to", "xls"), "--to xls: must be table, json"),
        (("claims", "--since", "yesterday"), "--since yesterday: must be like"),
        (("claims", "--status", "over"), "--status over: must be one of happened"),
        (("show", "no such thing"), "no report 'no such thing'"),
        (("why", "c0ffee"), "nothing in the record has an id"),
    ],
)
def test_wrong_use_is_one_line_and_ends_with_2(
    dateline: Command, record: str, words: tuple[str, ...], complaint: str
) -> None:
    done = dateline(*words, "--record", record)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert complaint in done.err


@pytest.mark.parametrize("words", [("claims", "--who"), ("claims", "--colour", "red"), ("clams",), ()])
def test_what_the_command_line_does_not_know_ends_with_2(dateline: Command, words: tuple[str, ...]) -> None:
    assert dateline(*words).code == 2


def test_no_record_says_how_to_make_one(dateline: Command) -> None:
    done = dateline("claims", "--record", "nowhere")
    assert (done.code, "dateline read FILE --record nowhere" in done.err) == (2, True)


def test_a_report_is_shown_with_all_its_layers(dateline: Command, record: str) -> None:
    done = dateline("show", "fisheries accord", "--record", record)
    assert done.code == 0
    assert "counted from 2019" in done.out
    assert "Solheim accused[4] Tanzania" in done.out
    for heading in ("Claims", "Contacts", "Quotes", "Agreements", "Positions", "Exchanges"):
        assert f"\n{heading}\n" in done.out


def test_a_report_is_printed_from_the_record_as_it_was_read(dateline: Command, record: str, accord: Reading) -> None:
    done = dateline("show", "fisheries accord", "--record", record, "--to", "jsonl")
    assert json.loads(done.out) == to_json(accord)
    assert dateline("show", "fisheries accord", "--record", record, "--to", "html").out.startswith("<!doctype html>")
    assert dateline("show", "fisheries accord", "--record", record, "--to", "xml").code == 2


def test_why_shows_the_evidence_in_its_place_and_every_method(dateline: Command, record: str) -> None:
    done = dateline("why", "c18443d", "--record", record)
    assert "«Solheim accused Tanzania of delaying the talks» in 2023." in done.out
    assert "NOR, by demonym" in done.out


def test_the_summary_fits_eighty_columns(dateline: Command, record: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    copytree(record, "r.record")
    done = dateline("summary", "--record", "r.record")
    assert "4\u00a0claims" in done.out
    assert "Ingrid Solheim – Daniel Ochieng" in done.out
    assert "the record: not-known" in done.out
    assert "dateline claims --who KEN --with NOR" in done.out
    assert max(len(line) for line in done.out.splitlines()) <= 80


def test_the_settings_in_force_are_printed_as_toml(dateline: Command) -> None:
    import tomllib

    Path("dateline.toml").write_text("max_characters = 1000\n[columns]\ntitle = 'headline'\n")
    values = tomllib.loads(dateline("settings").out)
    assert (values["max_characters"], values["columns"]["title"]) == (1000, "headline")


def test_the_version_is_printed(dateline: Command) -> None:
    assert dateline("--version").out.startswith("dateline 0.")


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_help_names_the_example(dateline: Command, name: str) -> None:
    assert question(name).command().split('"')[0] in dateline(name, "--help").out


def test_a_reader_that_goes_away_is_no_error(record: str) -> None:
    code = "import sys; sys.argv = sys.argv[1:]; from dateline.serve.cli import main; main()"
    words = ["dateline", "sql", "SELECT range AS n FROM range(200000)", "--record", record, "--to", "jsonl"]
    with subprocess.Popen(
        [sys.executable, "-c", code, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b'{"n":0}\n'
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141
