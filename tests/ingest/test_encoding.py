"""Bytes to letters: the encoding is found, used, and told."""

import codecs
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.config import load_settings
from dateline.ingest import documents
from dateline.ingest.encoding import decode
from dateline.model.document import Document

SETTINGS = load_settings()
ENGLISH = (
    "The “envoy” – José Núñez – met Müller’s aide in São Paulo on Monday and spoke of the café accord for an hour.\n"
    * 4
)
RUSSIAN = (
    "Министр иностранных дел встретился в среду с послом и обсудил соглашение о прекращении огня на границе.\n" * 8
)


@given(st.text(min_size=1))
def test_utf_8_is_never_taken_for_anything_else(text: str):
    found, encoding = decode(text.encode())
    assert encoding == "utf-8"
    assert found == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_names_the_encoding_and_is_no_part_of_the_text(mark: bytes, encoding: str):
    assert decode(mark + ENGLISH.encode(encoding)) == (ENGLISH, encoding)


def test_english_in_windows_1252_keeps_its_quotes_and_names():
    assert decode(ENGLISH.encode("cp1252")) == (ENGLISH, "cp1252")


def test_russian_in_windows_1251_is_guessed():
    assert decode(RUSSIAN.encode("cp1251"))[0] == RUSSIAN


def test_a_page_is_read_in_the_charset_that_it_names():
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"></head><p>{RUSSIAN}</p>'
    assert decode(page.encode("koi8-r"), html=True) == (page, "koi8-r")


def test_a_page_that_names_latin_1_is_windows_1252_as_in_browsers():
    page = f'<html><head><meta charset="iso-8859-1"></head><p>{ENGLISH}</p>'
    assert decode(page.encode("cp1252"), html=True) == (page, "cp1252")


def test_utf_8_with_broken_letters_keeps_the_sound_ones_and_says_how_many_are_lost():
    data = ENGLISH.encode()
    broken = data[:4] + b"\xff" + data[4:100] + b"\xe2\x80" + data[100:]
    text, encoding = decode(broken)
    assert encoding == "utf-8 (2 unreadable)"
    assert text.replace("�", "") == ENGLISH


def test_the_encoding_is_told_in_the_origin(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(ENGLISH.encode("cp1252"))
    (found,) = documents([str(tmp_path / "a.txt")], settings=SETTINGS)
    assert isinstance(found, Document)
    assert found.origin.encoding == "cp1252"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_tables_and_json_lines_are_read_in_other_encodings(tmp_path: Path, encoding: str):
    text = ENGLISH.strip().replace("\n", " ")
    (tmp_path / "a.csv").write_bytes(f'title,text\nA,"{text}"\nB,"{text}"\n'.encode(encoding))
    (tmp_path / "b.tsv").write_bytes(f'title\ttext\r\nA\t"{text}"\r\n'.encode(encoding))
    (tmp_path / "c.jsonl").write_bytes(
        (json.dumps({"title": "A", "text": text}, ensure_ascii=False) + "\n").encode(encoding)
    )
    found = list(documents([str(tmp_path)], settings=SETTINGS))
    assert [d.text.split("\n\n")[1] for d in found if isinstance(d, Document)] == [text] * 4
