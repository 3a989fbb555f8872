"""Files, folders, globs and standard input in every format and packing."""

import csv
import gzip
import io
import json
from pathlib import Path

import pytest

from dateline.config import load_settings
from dateline.ingest import Unread, documents
from dateline.model.document import Document

SETTINGS = load_settings()
BODY = "Two sides signed a truce in Lima on Monday, the mediator said, after weeks of talks behind closed doors."
PAGE = f"<!DOCTYPE html><html><body><article><h1>Truce signed</h1><p>{BODY}</p><p>{BODY}</p></article></body></html>"


def table(delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([["title", "text", "url"], ["Truce signed", BODY, "http://x.org/1"]])
    return out.getvalue()


FILES = {
    "a.txt": f"Truce signed\n\n{BODY}\n",
    "b.md": f"# Truce signed\n\n{BODY}\n",
    "c.html": PAGE,
    "d.htm": PAGE,
    "e.jsonl": json.dumps({"title": "Truce signed", "text": BODY}) + "\n",
    "f.csv": table(","),
    "g.tsv": table("\t"),
}


def read(*sources: object, stdin: bytes | None = None) -> list[Document]:
    stream = io.BytesIO(stdin) if stdin is not None else None
    found = list(documents([str(s) for s in sources], settings=SETTINGS, stdin=stream))
    assert not [f for f in found if isinstance(f, Unread)]
    return [f for f in found if isinstance(f, Document)]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("packed", [False, True])
def test_every_format_plain_and_packed_gives_the_report(tmp_path: Path, name: str, packed: bool):
    path = tmp_path / (f"{name}.gz" if packed else name)
    path.write_bytes(gzip.compress(FILES[name].encode()) if packed else FILES[name].encode())
    (found,) = read(path)
    assert found.title == "Truce signed"
    assert found.text.count("Truce signed") == 1
    assert BODY in found.text
    assert found.origin.path == str(path)


@pytest.mark.parametrize("name", ["a.txt", "c.html", "e.jsonl"])
@pytest.mark.parametrize("packed", [False, True])
def test_standard_input_is_known_by_its_first_bytes(name: str, packed: bool):
    data = FILES[name].encode()
    (found,) = read("-", stdin=gzip.compress(data) if packed else data)
    assert (found.title, found.origin.path) == ("Truce signed", "-")
    assert found.origin.reader == {"a.txt": "text", "c.html": "html", "e.jsonl": "jsonl"}[name]


def test_a_named_file_with_another_ending_is_known_by_its_first_bytes(tmp_path: Path):
    (tmp_path / "dump").write_text(FILES["e.jsonl"] * 2)
    assert [d.origin.reader for d in read(tmp_path / "dump")] == ["jsonl", "jsonl"]


def test_a_folder_is_read_with_its_subfolders_in_the_order_of_names(tmp_path: Path):
    for name in ("z.txt", "m/b.txt", "m/a.txt", "b.txt", ".hidden/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Title of {name}\n\n{BODY}")
    names = [str(Path(d.origin.path or "").relative_to(tmp_path)) for d in read(tmp_path)]
    assert names == ["b.txt", "z.txt", "m/a.txt", "m/b.txt"]


def test_a_glob_reads_what_it_matches_in_order(tmp_path: Path):
    for name in ("b.txt", "a.txt", "c.csv"):
        (tmp_path / name).write_text(f"Title of {name}\n\n{BODY}")
    assert [d.title for d in read(tmp_path / "*.txt")] == ["Title of a.txt", "Title of b.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_a_file(tmp_path: Path):
    (tmp_path / "a[1].txt").write_text(FILES["a.txt"])
    assert len(read(tmp_path / "a[1].txt")) == 1


def test_the_same_report_has_the_same_id_wherever_its_file_lies(tmp_path: Path):
    for name in ("a.txt", "copy/other.txt", "p.txt.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        data = FILES["a.txt"].encode()
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert len({d.id for d in read(tmp_path)}) == 1
