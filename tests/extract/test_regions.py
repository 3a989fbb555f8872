"""Planted captions, bylines, notes and service lines are told from the body; the body is never eaten."""

import json
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.regions import Regions
from dateline.ingest.assemble import assemble
from dateline.ingest.report import Fields, document
from dateline.model.reading import Reading

SHARED = Path(__file__).parents[3] / "shared"
REGIONS = Regions()
BODY = (
    "The envoys of Norland and Sudria met on Monday and agreed to go on talking about the border, the mediator said.",
    "“We are not there yet,” she told reporters after the meeting.",
    "Norland has held twelve Sudrian soldiers since the raid of last June.",
    "Both governments said that they would publish the text.",
)
CAPTIONS = (
    "Norland’s envoy Ana Cruz speaks during a news conference in Lima, Peru, March 2, 2023. REUTERS/Jo Do",
    "FILE - Ana Cruz walks to a meeting in Lima on Jan. 5, 2021.",
    "FILE PHOTO: The bridge at the border.",
    "The bridge at the border. (AP Photo/Jo Do)",
    "A soldier at the bridge on Monday (Photo by Jo Do/AFP via Getty Images)",
    "The old palace in Lima [File photo]",
    "In this Jan. 5, 2021, file photo, soldiers guard the bridge.",
    "Photo: Norland Ministry of Defence",
    "Jo Do/AFP",
    "The bridge. Getty Images",
)
BYLINES = (
    "By Maria de la Torre",
    "By MARIA TORRE and PEDRO VAN DER BERG",
    "BY MARIA TORRE, STAFF WRITER",
    "By Maria Torre | The Norland Post",
    "By Maria Torre, Associated Press",
    "Maria Torre and Pedro Berg, Reuters",
    "Maria Torre",
    "Maria Torre, Diplomatic Correspondent",
    "By The Associated Press",
    "Staff writer",
    "Reuters",
    "By our foreign correspondent",
    "Published: 2 March 2023",
    "March 2, 2023, 5:30 p.m. EST",
)
NOTES = (
    "Maria Torre is a national security correspondent for The Norland Post.",
    "Maria Torre, a former diplomat, is a senior fellow at the Institute of Peace.",
    "Maria Torre covers foreign affairs for The Norland Post.",
    "Maria Torre is The Post’s bureau chief in Lima.",
    "The writer is a professor of law at the University of Lima.",
)
SERVICE = (
    "Related Topics",
    "RELATED ARTICLES:",
    "Read more:",
    "Read more: Envoys fail to agree",
    "Subscribe to our newsletter",
    "Sign up for our daily newsletter and get the news first.",
    "Copyright © 2023 The Norland Post. All rights reserved.",
    "© 2023 The Norland Post",
    "Reporting by Maria Torre in Lima; Editing by Pedro Berg",
    "(Additional reporting by Pedro Berg; Writing by Maria Torre)",
    "The Associated Press contributed to this report.",
    "Pedro Berg in Sudria contributed reporting.",
    "Follow us on Twitter and Facebook",
    "Follow Maria Torre on Twitter @torre",
    "ADVERTISEMENT",
    "(This story has been corrected to fix the spelling of a name.)",
    "Editor’s note: this story was updated on Monday.",
    "With files from The Canadian Press",
    "--additional reporting by Linh Berg.",
    "An article on Thursday about the raid misstated the number of soldiers.",
    "Our Standards: The Thomson Reuters Trust Principles.",
)
# Body lines that resemble something else.
TRAPS = (
    "Related talks on prisoners failed in May.",
    "By Friday evening, both sides had left the city.",
    "Norland’s ambassador John Smith is a reporter of facts, he likes to say, and the envoy agreed.",
    "He told reporters that Reuters had been right.",
    "Follow-up talks on the border will be held in June.",
    "Photographs of the bridge were shown to the court.",
    "Subscribers of the state network lost their signal after the raid.",
    "She holds a seat in parliament and has criticised the deal.",
    "Sign-ups for the army rose, according to Getty.",
    "Share prices fell in Lima.",
    "Copyright law was one of the matters discussed.",
    "The Associated Press reporter detained in May was released.",
    "Read the accord, she said.",
    "Topics ranged from trade to the border.",
    "Correspondents were kept away from the bridge.",
    "WASHINGTON (AP)",
    "He was reached by phone. (AP)",
)


def kinds(text: str, title: str | None = "Envoys meet in Lima") -> dict[str, str]:
    reading = Reading(assemble(text, title=title))
    return {region.span.of(reading.text): region.value.kind for region in REGIONS(reading)}


def report(*, head: tuple[str, ...] = (), tail: tuple[str, ...] = ()) -> str:
    return "\n\n".join((*head, *BODY, *tail))


def test_regions_hold_every_word_once_in_text_order():
    reading = Reading(
        assemble(report(head=(CAPTIONS[0], BYLINES[0]), tail=(NOTES[0], SERVICE[0])), title="Envoys meet")
    )
    found = list(REGIONS(reading))
    assert "".join(r.span.of(reading.text) for r in found).split() == "".join(reading.text.split("\n")).split()
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert len({r.id for r in found}) == len(found)


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_caption_is_told_from_the_body(line: str):
    found = kinds(report(head=(line,)))
    assert found.pop(line) == "caption"
    assert set(found.values()) == {"headline", "body"}


def test_a_caption_on_two_lines_is_caption_twice():
    for words in ("The envoy (left) and the mediator", "The envoy, March 2, 2023", "The envoy greets the mediator."):
        found = kinds(report(head=(words, "REUTERS/Jo Do")))
        assert (found[words], found["REUTERS/Jo Do"]) == ("caption", "caption")


def test_a_paragraph_before_a_lone_credit_stays_body():
    text = "\n\n".join((*BODY[:2], "REUTERS/Jo Do", *BODY[2:]))
    assert [kinds(text)[line] for line in BODY] == ["body"] * len(BODY)


@pytest.mark.parametrize("line", BYLINES)
def test_a_byline_at_the_head_is_told_from_the_body(line: str):
    found = kinds(report(head=(line,)))
    assert found.pop(line) == "byline"
    assert set(found.values()) == {"headline", "body"}


def test_a_lone_name_of_whom_the_report_speaks_is_a_heading():
    text = "\n\n".join(("Ana Cruz", *BODY, "Cruz declined to comment."))
    assert kinds(text)["Ana Cruz"] == "body"


@pytest.mark.parametrize("line", NOTES)
def test_an_author_note_at_the_end_is_told_from_the_body(line: str):
    going_on = "She holds a master’s degree in history."
    found = kinds(report(head=("Maria Torre",), tail=(line, going_on, "Related Topics")))
    assert (found["Maria Torre"], found[line], found["Related Topics"]) == ("byline", "biography", "boilerplate")
    assert found[going_on] == "biography"


def test_somebody_of_whom_the_report_speaks_gets_no_author_note():
    text = report(head=("Police arrested the journalist Maria Torre on Monday.",), tail=(NOTES[0],))
    assert kinds(text)[NOTES[0]] == "body"


@pytest.mark.parametrize("line", SERVICE)
def test_a_service_line_is_told_from_the_body(line: str):
    found = kinds(report(tail=(line,)))
    assert found.pop(line) == "boilerplate"
    assert set(found.values()) == {"headline", "body"}


@pytest.mark.parametrize("line", TRAPS)
@pytest.mark.parametrize("at", [0, 2, len(BODY)])
def test_body_lines_that_resemble_something_else_stay_body(line: str, at: int):
    assert kinds("\n\n".join((*BODY[:at], line, *BODY[at:])))[line] == "body"


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(SERVICE), max_size=4, unique=True), st.sampled_from(CAPTIONS), st.sampled_from(BYLINES))
def test_planted_lines_are_found_in_any_company(service: list[str], caption: str, byline: str):
    found = kinds(report(head=(byline, caption), tail=tuple(service)))
    assert [found[line] for line in (caption, byline, *service)] == [
        "caption",
        "byline",
        *["boilerplate"] * len(service),
    ]
    assert [found[line] for line in BODY] == ["body"] * len(BODY)


@pytest.mark.parametrize(
    ("text", "title", "headline"),
    [
        ("Envoys meet\n\nThe envoys met.", "Envoys meet", "Envoys meet"),
        ("Envoys meet. The envoys met.", "Envoys meet", "Envoys meet."),
        ("Envoys meet\n\nThe envoys met.", None, "Envoys meet"),
        ("The envoys met.\n\nThey will meet again.", None, None),
        ("Envoys meet", None, None),
        ("LIMA, Peru (AP) _\n\nThe envoys met.", None, None),
    ],
)
def test_the_headline_is_the_title_or_a_first_line_that_looks_like_one(
    text: str, title: str | None, headline: str | None
):
    found = [words for words, kind in kinds(text, title).items() if kind == "headline"]
    assert found == ([headline] if headline else [])


@pytest.mark.parametrize(
    "piece", ["Aa ", "AA-", "A. ", "AA, ", "Al-Aa ", "Aa Bb, ", "Aa Bb/", "(AP Photo/", "March ", "is a ", "— "]
)
def test_no_line_however_odd_takes_long(piece: str):
    text = "\n".join([(piece * 300)[:length] for length in (70, 139, 419, 699, 899)])
    began = process_time()
    document(Fields(text=text, title="Truce"), path="a", reader="text", encoding=None)
    kinds(text)
    assert process_time() - began < 1


def test_an_empty_report_has_no_regions():
    assert list(REGIONS(Reading(assemble("")))) == []


@pytest.mark.skipif(not (SHARED / "acceptance").exists(), reason="the shared reports are not here")
def test_the_acceptance_report_has_its_caption_byline_note_and_service_lines():
    path = next((SHARED / "acceptance").glob("*.txt"))
    title, _, _ = path.read_text("utf-8").partition("\n")
    reading = Reading(assemble(path.read_text("utf-8"), title=title))
    found = [region.value.kind for region in REGIONS(reading)]
    assert found[:3] == ["headline", "caption", "byline"]
    assert found[-3:] == ["boilerplate", "biography", "boilerplate"]
    assert set(found[3:-3]) == {"body"}


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "corpus").exists(), reason="the shared reports are not here")
def test_of_real_reports_nearly_all_words_are_body():
    other = whole = 0
    for line in (SHARED / "corpus" / "reports.jsonl").read_text("utf-8").strip().split("\n"):
        row = json.loads(line)
        for region in REGIONS(Reading(assemble(row["text"], title=row["title"]))):
            length = region.span.end - region.span.start
            whole += length
            other += length if region.value.kind in {"caption", "biography", "boilerplate", "byline"} else 0
    assert 0.001 < other / whole < 0.02
