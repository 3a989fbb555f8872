"""Plain text and Markdown: front matter, titles, wrapped lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.config import Columns, load_settings
from dateline.ingest.assemble import assemble, normalise
from dateline.ingest.text import front_matter, parse, unwrapped

SETTINGS = load_settings()
BODY = "Two sides signed a truce in Lima on Monday, the mediator said."
KEY = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
VALUE = st.from_regex(r"[A-Za-z0-9:/ .,'-]{1,30}[a-z0-9]", fullmatch=True).map(str.strip)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(KEY, VALUE, min_size=1, max_size=6), st.text(alphabet="ab \n-", max_size=40))
def test_front_matter_is_given_back_as_written_and_the_text_is_what_follows(row: dict[str, str], body: str):
    head = "".join(f"{key}: {value}\n" for key, value in row.items())
    assert front_matter(f"---\n{head}---\n{body}") == (row, body)


def test_front_matter_gives_the_origin_and_its_quotes_are_no_part_of_it():
    front = 'title: "Truce: signed"\npublished: 2021-03-01\nurl: https://x.org/a\nbyline: Ana Cruz\nlanguage: en'
    text = f"---\n{front}\n---\n\n{BODY}"
    fields = parse(text, settings=SETTINGS)
    assert (fields.title, fields.url, fields.byline, fields.language) == (
        "Truce: signed",
        "https://x.org/a",
        "Ana Cruz",
        "en",
    )
    assert fields.stated.given == "2021-03-01"
    assert fields.text.strip() == BODY


def test_front_matter_follows_the_users_names():
    from dataclasses import replace

    settings = replace(SETTINGS, columns=Columns(published="date", title="headline"))
    fields = parse(f"---\nheadline: Truce\ndate: 2021-03-01\n---\n{BODY}", settings=settings)
    assert (fields.title, fields.stated.given) == ("Truce", "2021-03-01")


def test_a_line_of_hyphens_that_never_closes_is_text():
    text = f"---\nTruce\n\n{BODY}"
    assert front_matter(text) == ({}, text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Truce signed\n\n{BODY}", "Truce signed"),
        (f"# Truce signed\n\n{BODY}", "Truce signed"),
        (f"\n\nTruce signed\n{BODY}", "Truce signed"),
        (BODY, None),
        (f"LIMA, March 2 (Reuters) - {BODY}\n\n{BODY}", None),
        (f"By Ana Cruz\n\n{BODY}", None),
        ("x " * 150 + "\n\n" + BODY, None),
    ],
)
def test_the_first_line_is_the_title_where_it_can_be_one(text: str, title: str | None):
    assert parse(text, settings=SETTINGS).title == title


def test_lines_broken_at_a_fixed_width_are_joined_to_paragraphs():
    first = "The envoys of the two countries met on Monday in the capital to speak about the border and the prisoners"
    second = (
        "They will meet again in June according to a statement of the ministry that was read to reporters who waited"
    )
    paragraphs = [f"{first} whom both sides still hold, {first}.", f"{second} for hours in the cold, {second}."]
    wrapped = []
    for paragraph in paragraphs:
        lines, line = [], ""
        for word in paragraph.split():
            if len(line) + len(word) > 70:
                lines.append(line.rstrip())
                line = ""
            line += word + " "
        wrapped.append("\n".join([*lines, line.rstrip()]))
    assert unwrapped("Envoys meet\n\n" + "\n\n".join(wrapped)) == "Envoys meet\n\n" + "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        "One line.\nAnother line.\nA third.",
        f"{BODY}\n{BODY}\n{BODY}\n{BODY}\n\n{BODY}\n{BODY}\n{BODY}",
        "a\nb\nc\n\nd\ne\nf\n\ng",
    ],
)
def test_lines_that_are_paragraphs_of_their_own_stay_apart(text: str):
    assert unwrapped(text) == text


@pytest.mark.parametrize(
    ("text", "title", "whole"),
    [
        (BODY, "Truce signed", f"Truce signed\n\n{BODY}"),
        (f"Truce signed\n\n{BODY}", "Truce signed", f"Truce signed\n\n{BODY}"),
        (f"Truce signed. {BODY}", "Truce signed", f"Truce signed. {BODY}"),
        (f"TRUCE SIGNED\n{BODY}", "Truce signed.", f"TRUCE SIGNED\n{BODY}"),
        (f"Truce signed\n\nTruce signed\n\n{BODY}", "Truce signed", f"Truce signed\n\n{BODY}"),
        (f"World\n\nTruce signed\n\n{BODY}", "Truce signed", f"Truce signed\n\nWorld\n\n{BODY}"),
        (f"Truce signed by two sides\n\n{BODY}", "Truce signed…", f"Truce signed by two sides\n\n{BODY}"),
        ("Truce signed in Lima ends a war.", "Truce signed", "Truce signed\n\nTruce signed in Lima ends a war."),
        ("", "Truce signed", "Truce signed"),
        (f"Truce signed but….\n\n{BODY}", "Truce signed but….", f"Truce signed but….\n\n{BODY}"),
    ],
)
def test_the_title_stands_once_at_the_head(text: str, title: str, whole: str):
    found = assemble(text, title=title)
    assert found.text == whole
    assert found.headline is not None
    assert found.headline.start == 0


def test_the_headline_ends_before_the_quotation_that_follows_it():
    found = assemble('Truce signed. "At last," he said.', title="Truce signed")
    assert found.headline is not None
    assert found.headline.of(found.text) == "Truce signed."


@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing_and_the_result_can_be_written(text: str):
    once = normalise(text)
    assert normalise(once) == once
    once.encode("utf-8")


@given(st.text(alphabet="ab.\n T", max_size=40), st.text(alphabet="abT. ", min_size=1, max_size=10))
def test_assembling_what_was_assembled_changes_nothing(text: str, title: str):
    once = assemble(text, title=title)
    assert assemble(once.text, title=title).text == once.text


def test_controls_that_stand_for_marks_of_windows_become_these_marks():
    assert normalise("OSLO \x97 The \x93truce\x94 holds\x9d") == "OSLO — The “truce” holds"
