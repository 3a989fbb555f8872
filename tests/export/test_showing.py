"""A reading cut into pieces, and shown as HTML."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.export.marks import KINDS, Mark, marks_of, pieces
from dateline.export.reading_format import from_json
from dateline.export.reading_html import to_html
from dateline.ingest.assemble import assemble
from dateline.model.reading import Reading
from dateline.model.span import Span

CASE = Path(__file__).parents[1] / "cases" / "readings" / "accord.json"
SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda p: Span(p[0], min(30, p[0] + p[1])))
MARKS = st.builds(Mark, SPANS.filter(lambda s: s.start < s.end), st.sampled_from(KINDS))


@pytest.fixture
def accord() -> Reading:
    return from_json(json.loads(CASE.read_text("utf-8")))


@settings(deadline=None)  # other work on the machine is no failure
@given(st.lists(MARKS, max_size=8))
def test_pieces_make_up_the_text_and_each_knows_all_its_marks(marks: list[Mark]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz0123"
    found = pieces(text, marks)
    assert "".join(piece.span.of(text) for piece in found) == text
    for piece in found:
        for position in range(*piece.span):
            covering = [m for m in marks if m.span.start <= position < m.span.end]
            assert sorted(map(id, covering)) == sorted(map(id, piece.marks))


def test_every_claim_is_marked_with_its_number_where_its_trigger_stands(accord: Reading) -> None:
    marks = [m for m in marks_of(accord) if m.kind == "claim"]
    assert [m.span.of(accord.text) for m in marks] == ["sign", "met", "handed over", "accused"]
    assert [m.number for m in marks] == [1, 2, 3, 4]


class Words(HTMLParser):
    """The text of some HTML, and the words under each class."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marked: dict[str, str] = {}
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(dict(attrs).get("class") or tag)

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if "style" in self.open or "sup" in self.open:
            return
        if "text" in self.open:
            self.text += data
        for name in " ".join(self.open).split():
            self.marked[name] = self.marked.get(name, "") + data


def test_the_html_holds_the_text_letter_for_letter_and_marks_its_layers(accord: Reading) -> None:
    words = Words(to_html(accord).replace("<br>", ""))
    assert words.text == accord.text
    assert "We will honour the accord," in words.marked["quote"]
    assert "accused" in words.marked["claim"]


@settings(deadline=None)  # other work on the machine is no failure
@given(st.text(max_size=60))
def test_whatever_a_report_holds_is_escaped(text: str) -> None:
    hostile = f"x {text} <script>alert('&amp;')</script>"
    html = to_html(Reading(assemble(hostile, title="<b>")))
    assert "<script>" not in html
    assert Words(html.replace("<br>", "")).text == assemble(hostile, title="<b>").text


def test_readings_and_answers_show_themselves_in_a_notebook(accord: Reading) -> None:
    assert dateline.Reading is Reading
    assert accord._repr_html_() == to_html(accord)  # type: ignore[attr-defined]  # put on the class from above
    assert hasattr(dateline.Answer, "_repr_html_")
