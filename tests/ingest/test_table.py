"""CSV, TSV and JSON lines: columns by our names and by the user's."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.config import Columns, load_settings
from dateline.ingest import documents, jsonl, table
from dateline.ingest.assemble import normalise
from dateline.ingest.stream import Input
from dateline.model.document import Document

SETTINGS = load_settings()
CELLS = st.text(alphabet='ab,;\t"\n éЖ', min_size=1, max_size=30).map(lambda t: f"x{t}y")


def rows(data: str, *, path: str = "a.csv", columns: Columns | None = None) -> list[Document]:
    chosen = replace(SETTINGS, columns=columns) if columns else SETTINGS
    reader = jsonl.read if path.endswith("jsonl") else table.read
    found = list(reader(Input(io.BytesIO(data.encode())), path=path, settings=chosen))
    assert all(isinstance(f, Document) for f in found), found
    return [f for f in found if isinstance(f, Document)]


@settings(deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=5), st.sampled_from([("a.csv", ","), ("a.tsv", "\t"), ("a.csv", ";")]))
def test_every_cell_comes_out_as_it_was_written(texts: list[str], kind: tuple[str, str]):
    out = io.StringIO()
    csv.writer(out, delimiter=kind[1]).writerows([["id", "text"], *([str(i), t] for i, t in enumerate(texts))])
    assert [d.text for d in rows(out.getvalue(), path=kind[0])] == [normalise(t) for t in texts]


@settings(deadline=None)
@given(st.lists(st.text(min_size=1).filter(lambda t: normalise(t).strip()), min_size=1, max_size=5))
def test_every_json_text_comes_out_normalised_and_nothing_else(texts: list[str]):
    data = "".join(json.dumps({"text": t}) + "\n" for t in texts)
    assert [d.text for d in rows(data, path="a.jsonl")] == [normalise(t).strip("\n") for t in texts]


def test_the_columns_fill_the_origin():
    row = {
        "id": "r-7",
        "title": "Truce",
        "text": "By Jo Do\n\nA truce.",
        "published": "2 March 2023",
        "url": "https://x.org/a",
        "outlet": "The Post",
        "byline": "By Ana Cruz",
        "language": "English",
    }
    (found,) = rows(json.dumps(row), path="a.jsonl")
    origin = found.origin
    assert (origin.source_id, origin.url, origin.outlet, origin.byline, origin.language) == (
        "r-7",
        "https://x.org/a",
        "The Post",
        "Ana Cruz",
        "en",
    )
    assert origin.published is not None
    assert (origin.published.value, origin.published.method) == ("2023-03-02", "given")


def test_columns_are_read_under_the_users_names():
    names = Columns(text="body", title="headline", published="date", url="link", outlet="paper", id="nr")
    data = "nr,headline,body,date,link,paper\n1,Truce,A truce.,2023-03,https://x.org,The Post\n"
    (found,) = rows(data, columns=names)
    assert (found.title, found.text, found.origin.outlet, found.origin.source_id) == (
        "Truce",
        "Truce\n\nA truce.",
        "The Post",
        "1",
    )
    assert found.origin.published is not None
    assert (found.origin.published.value, found.origin.published.precision) == ("2023-03", "month")


def test_case_and_blanks_of_column_names_do_not_matter():
    (found,) = rows("Title, TEXT \nTruce,A truce.\n")
    assert found.text == "Truce\n\nA truce."


def test_a_row_with_a_title_and_no_text_is_a_report_of_its_title():
    (found,) = rows("title,text\nTruce signed,\n")
    assert found.text == "Truce signed"


def test_a_number_as_id_and_names_in_a_list_are_taken_as_words():
    (found,) = rows(
        json.dumps({"id": 7, "text": "A truce.", "byline": ["Ana Cruz", "Jo Do"], "published": 2023}), path="a.jsonl"
    )
    assert (found.origin.source_id, found.origin.byline) == ("7", "Ana Cruz, Jo Do")
    assert found.origin.published is not None
    assert found.origin.published.precision == "year"


def test_two_rows_with_the_same_text_and_other_urls_are_two_reports():
    first, second = rows("text,url\nA truce.,https://x.org/1\nA truce.,https://x.org/2\n")
    assert first.sha256 == second.sha256
    assert first.id != second.id


def test_rows_are_read_as_they_come(tmp_path: Path):
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    stream = documents([str(tmp_path / "a.jsonl")], settings=SETTINGS)
    assert next(stream).text == "One."  # type: ignore[union-attr]  # the first line is a report
