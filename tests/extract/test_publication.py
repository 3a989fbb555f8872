"""Rows that say when the date of publication is missing, or that the report's own words contradict it."""

import pytest

from dateline.ingest.published import Stated
from dateline.ingest.report import Fields, document
from dateline.model.reading import DOUBTFUL, UNDATED


def report(text, published):
    return document(Fields(text, stated=Stated(given=published)), path="a.txt", reader="text", encoding=None)


@pytest.fixture
def doubts(reader):
    """`doubts(text, published)`: the notices of a report, which must have lost no layer."""

    def make(text, published="2023-03-02"):
        reading = reader.read(report(text, published))
        assert all(failure.is_notice for failure in reading.failures)
        return [(failure.code, failure.reason) for failure in reading.failures]

    return make


def body(text):
    return f"Ministers meet again\n\n{text}"


def test_a_report_without_any_date_is_told(doubts):
    ((code, reason),) = doubts(body("The ministers met in Oslo on Monday."), None)
    assert code == UNDATED
    assert "no date of publication" in reason


@pytest.mark.parametrize(
    "text",
    [
        "OSLO, March 1 (Reuters) - The ministers met on Monday.",
        "OSLO, March 3 (Reuters) - The ministers met on Monday.",
        "The ministers met on March 1, 2023.",
        "The ministers will meet on March 14, 2023.",
        "The ministers said that they would meet on March 14, 2023.",
        "The ministers set a vote for March 14, 2023.",
        "The ministers scheduled a vote on March 14, 2023.",
        "The ministers wanted to meet on March 14, 2023.",
        "The ministers would have met on March 14, 2023.",
        "The mandate ran until March 14, 2023.",
    ],
)
def test_a_report_that_agrees_with_its_date_is_not(doubts, text):
    assert doubts(body(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("OSLO, March 12 (Reuters) - The ministers met on Monday.", "the dateline is of 2023-03-12, later"),
        ("OSLO, Jan. 12 (Reuters) - The ministers met.", "the dateline is of 2023-01-12, 49 days before"),
        ("The ministers met in Oslo on March 14, 2023.", "the text tells of March 14, 2023 in the past ('met')"),
        (
            "The ministers had talks. A spokesman said that rebels attacked the town on April 3, 2024.",
            "the text tells of April 3, 2024 in the past ('attacked')",
        ),
        ("By Jane Smith, March 14, 2023\n\nThe ministers met.", "the byline has March 14, 2023"),
    ],
)
def test_a_report_that_contradicts_its_date_says_how(doubts, text, told):
    ((code, reason),) = doubts(body(text))
    assert code == DOUBTFUL
    assert reason == f"the date of publication, 2023-03-02 (given), is in doubt: {told}"


def test_a_doubt_costs_no_layer(reader):
    reading = reader.read(report(body("The ministers met in Oslo on March 14, 2023."), "2023-03-02"))
    assert reading.failures
    assert reading.claims or reading.predicates
    assert reading.times
