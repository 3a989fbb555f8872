"""Whatever is wrong with an input costs that input: it is told, and the rest is read."""

import gzip
import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest

from dateline.config import load_settings
from dateline.errors import UsageError
from dateline.ingest import Unread, documents, jsonl, table
from dateline.ingest.stream import Input
from dateline.model.document import Document

SETTINGS = load_settings()
GOOD = "Truce signed\n\nLIMA (AP) — Two sides signed a truce on Monday."


def read(*sources: object, stdin: bytes | None = None) -> list[Document | Unread]:
    stream = io.BytesIO(stdin) if stdin is not None else None
    return list(documents([str(s) for s in sources], settings=SETTINGS, stdin=stream))


def only(found: list[Document | Unread]) -> Unread:
    assert len(found) == 1
    assert isinstance(found[0], Unread)
    return found[0]


def test_a_file_that_is_not_there_is_told_and_the_next_is_read(tmp_path: Path):
    (tmp_path / "b.txt").write_text(GOOD)
    first, second = read(tmp_path / "a.txt", tmp_path / "b.txt")
    assert isinstance(first, Unread)
    assert (first.code, first.path) == ("not-found", str(tmp_path / "a.txt"))
    assert isinstance(second, Document)


def test_a_glob_that_matches_nothing_is_told(tmp_path: Path):
    assert only(read(tmp_path / "*.txt")).code == "not-found"


def test_no_source_at_all_and_a_dash_without_input_are_wrong_use():
    with pytest.raises(UsageError, match="no reports named"):
        documents([], settings=SETTINGS)
    with pytest.raises(UsageError, match="standard input"):
        documents(["-"], settings=SETTINGS)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "a.csv", "a.tsv", "a"])
def test_an_empty_file_of_any_format_is_told(tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(b"")
    assert only(read(tmp_path / name)).code == "empty"


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_file_of_blanks_is_empty(tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(b" \r\n\t\n")
    assert only(read(tmp_path / name)).code == "empty"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n...", b"PK\x03\x04abc", bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + b"\0" * 99]
)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.html", "a"])
def test_a_binary_file_is_told_as_such_whatever_its_ending(tmp_path: Path, name: str, data: bytes):
    (tmp_path / name).write_bytes(data)
    assert only(read(tmp_path / name)).code == "binary"


def test_a_few_nul_bytes_are_left_out_of_the_text(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(GOOD.replace("truce on", "tru\x00ce on").encode())
    (found,) = read(tmp_path / "a.txt")
    assert isinstance(found, Document)
    assert found.text == GOOD


def test_a_line_that_is_no_json_is_told_with_its_number_and_the_others_are_read(tmp_path: Path):
    good = json.dumps({"text": "One."})
    (tmp_path / "a.jsonl").write_text(f'{good}\n\n{{"text": "Tw\n[1, 2]\n{{"body": "x"}}\n{{"text": 7}}\n{good}\n')
    found = read(tmp_path / "a.jsonl")
    assert [(u.line, u.code) for u in found if isinstance(u, Unread)] == [
        (3, "not-json"),
        (4, "not-json"),
        (5, "columns"),
        (6, "columns"),
    ]
    assert [d.text for d in found if isinstance(d, Document)] == ["One.", "One."]


def test_json_over_several_lines_is_told_once(tmp_path: Path):
    (tmp_path / "a.jsonl").write_text(json.dumps([{"text": "One."}] * 30, indent=1))
    assert only(read(tmp_path / "a.jsonl")).code == "not-json"


def test_half_a_letter_in_json_does_not_break_the_report(tmp_path: Path):
    (tmp_path / "a.jsonl").write_text('{"text": "The \\ud83d envoy."}')
    (found,) = read(tmp_path / "a.jsonl")
    assert isinstance(found, Document)
    assert found.text == "The � envoy."


def test_a_line_over_the_limit_is_skipped_without_being_held_and_the_next_are_read():
    class Endless(io.RawIOBase):
        """A line of 200 MB between two reports, made while it is read."""

        def __init__(self) -> None:
            self.left = 200
            self.parts = [b'{"text": "One."}\n', b'\n{"text": "Two."}\n']

        def read(self, size: int = -1) -> bytes:
            if len(self.parts) == 2:
                return self.parts.pop(0)
            self.left -= 1
            if self.left >= 0:
                return b"x" * 1_000_000
            return self.parts.pop(0) if self.parts else b""

    tracemalloc.start()
    found = list(documents(["-"], settings=SETTINGS, stdin=Endless()))  # type: ignore[arg-type]  # reads like a file
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [getattr(f, "text", None) or f.line for f in found] == ["One.", 2, "Two."]
    assert found[1].code == "too-long"
    assert peak < 120_000_000


def test_a_long_line_of_a_table_is_told_with_its_number():
    data = b"text,title\nOne.,A\n" + b"x" * 3_000_000 + b",B\nTwo.,C\n"
    found = list(table.read(Input(io.BytesIO(data)), path="a.csv", settings=SETTINGS, limit=2_000_000))
    assert [f.text if isinstance(f, Document) else (f.line, f.code) for f in found] == [
        "A\n\nOne.",
        (3, "too-long"),
        "C\n\nTwo.",
    ]


def test_a_report_over_the_limit_is_not_read():
    found = list(
        jsonl.read(Input(io.BytesIO(b'{"text": "' + b"x" * 2_000_000)), path="-", settings=SETTINGS, limit=1000)
    )
    assert [f.code for f in found if isinstance(f, Unread)] == ["too-long"]


def test_a_table_without_the_column_says_which_there_are_and_how_to_name_them(tmp_path: Path):
    (tmp_path / "a.csv").write_text("headline,body\nA,B\n")
    told = only(read(tmp_path / "a.csv"))
    assert (told.code, told.line) == ("columns", 1)
    assert "headline, body" in told.reason
    assert "[columns]" in told.reason
    assert "dateline.toml" in told.reason


def test_a_row_with_too_many_values_is_told_and_the_others_are_read(tmp_path: Path):
    (tmp_path / "a.csv").write_text("title,text\nA,One\nB,Two, and, more\nC,Three\n")
    found = read(tmp_path / "a.csv")
    assert [f.title if isinstance(f, Document) else (f.line, f.code) for f in found] == ["A", (3, "table"), "C"]


def test_an_empty_row_text_is_told_with_its_line(tmp_path: Path):
    (tmp_path / "a.csv").write_text('text,url\n"One\nline",u\n,v\n')
    first, second = read(tmp_path / "a.csv")
    assert isinstance(first, Document)
    assert isinstance(second, Unread)
    assert (second.line, second.code) == (4, "empty")


def test_a_page_without_an_article_is_told(tmp_path: Path):
    (tmp_path / "a.html").write_text("<html><body><nav><a href='/'>Home</a><a href='/w'>World</a></nav></body></html>")
    assert only(read(tmp_path / "a.html")).code == "no-article"


def test_a_packed_file_that_breaks_off_gives_its_sound_lines_and_is_told(tmp_path: Path):
    rows = "".join(json.dumps({"text": f"Report {i}: {os.urandom(60).hex()}."}) + "\n" for i in range(4000))
    whole = gzip.compress(rows.encode())
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    found = read(tmp_path / "a.jsonl.gz")
    assert isinstance(found[-1], Unread)
    assert found[-1].code == "truncated"
    assert len(found) > 1000
    assert all(isinstance(f, Document) for f in found[:-1])


def test_a_damaged_packed_file_is_told(tmp_path: Path):
    whole = bytearray(gzip.compress(GOOD.encode() * 500))
    whole[30:60] = b"\xff" * 30
    (tmp_path / "a.txt.gz").write_bytes(whole)
    assert only(read(tmp_path / "a.txt.gz")).code in {"truncated", "unreadable"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path):
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "a.txt").chmod(0)
    assert only(read(tmp_path / "a.txt")).code == "permission"


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    assert only(read(tmp_path / "a.txt")).code == "not-found"


def test_a_folder_without_reports_is_told(tmp_path: Path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert only(read(tmp_path)).code == "empty"


def test_unread_formats_of_a_folder_are_told_in_one_line_with_their_numbers(tmp_path: Path):
    for name in ("a.pdf", "b.PDF", "c.docx", "d.png", ".hidden.pdf"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "e.txt").write_text(GOOD)
    document, told = read(tmp_path)
    assert isinstance(document, Document)
    assert isinstance(told, Unread)
    assert told.code == "other-files"
    assert "1 .docx, 2 .pdf" in told.reason


def test_a_library_that_fails_on_one_page_does_not_stop_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("trafilatura.bare_extraction", broken)
    (tmp_path / "a.html").write_text("<html><body><p>The envoy</p></body></html>")
    (tmp_path / "b.txt").write_text(GOOD)
    first, second = read(tmp_path)
    assert isinstance(first, Unread)
    assert first.code == "unreadable"
    assert isinstance(second, Document)
