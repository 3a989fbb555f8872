"""Finding a report or an annotation, and the grounds of what it says."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.model.reading import Reading
from dateline.query import find
from dateline.query.summary import summary
from dateline.query.why import why


@pytest.mark.parametrize(
    "words",
    [
        *("d9164990d5af6a002", "d91649", "https://fjord.example/2024/06/03/accord", "fjord-17"),
        *("reports/accord.txt", "accord.txt", "sign fisheries", "SIGN   Fisheries accord"),
    ],
)
def test_a_report_is_found_by_what_a_person_remembers(record: Any, accord: Reading, words: str) -> None:
    assert find.report(record, words).document == accord.document


def test_a_report_that_is_not_there_is_not_guessed(record: Any) -> None:
    with pytest.raises(UsageError, match="no report 'fishery': give the beginning"):
        find.report(record, "fishery")


def test_where_words_mean_several_reports_they_are_listed(in_memory: Callable[..., Any], two: list[Reading]) -> None:
    with pytest.raises(UsageError, match=r"'accord' means several reports: d.*Norway and Kenya.*; d"):
        find.report(in_memory(*two), "accord")


def test_a_claim_is_found_by_the_beginning_of_its_id(record: Any, accord: Reading) -> None:
    for claim in accord.claims:
        assert find.annotation(record, claim.id[:9]).annotation == claim


@pytest.mark.parametrize(("beginning", "complaint"), [("c4", "too short"), ("cabcdef", "nothing in the record")])
def test_an_id_that_leads_nowhere_is_refused(record: Any, beginning: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        find.annotation(record, beginning)


def facts(record: Any, id: str) -> list[tuple[str, str]]:  # noqa: A002 - the word of the command line
    return [(fact.label, fact.text) for fact in why(find.annotation(record, id)).facts]


def test_the_grounds_of_a_claim_name_every_method(record: Any, accord: Reading) -> None:
    consult = next(a for a in accord.claims if a.value.type == "CONSULT")
    told = dict(facts(record, consult.id))
    assert "KEN, by demonym" in told["who"]
    assert "President (head-of-state)" in told["who"]
    assert told["when"] == "2024-06-03 (day), by adjunct, “Monday”"
    assert told["where"] == "Nairobi, KEN (city), by adjunct, “Nairobi”"
    assert told["decided by"] == "rule, on “met”; probability 0.93"
    assert told["weighed too"] == "COOPERATE, probability 0.05"
    assert told["producer"] == "claims"
    assert told["used by"].startswith("contact c7")


def test_the_evidence_of_a_claim_stands_in_its_paragraph(record: Any, accord: Reading) -> None:
    for claim in accord.claims:
        grounds = why(find.annotation(record, claim.id))
        assert grounds.paragraph.contains(grounds.evidence[0])
        assert "\n" not in grounds.paragraph.of(accord.text)


@pytest.mark.parametrize(
    "layer",
    ["region", "actor", "mention", "time", "place", "quote", "claim", "contact", "agreement", "position", "exchange"],
)
def test_there_are_grounds_for_every_layer(record: Any, accord: Reading, layer: str) -> None:
    for annotation in accord.layer(layer):
        grounds = why(find.annotation(record, annotation.id))
        assert grounds.headline
        assert all(fact.label and fact.text for fact in grounds.facts)


def test_the_summary_counts_and_tastes_the_record(record: Any) -> None:
    account = summary(record)
    assert account.counts["claims"] == 4
    assert (account.first, account.last, account.outlets) == ("2024-06-03", "2024-06-03", 1)
    assert [row["names"] for row in account.contacts] == [["Ingrid Solheim", "Daniel Ochieng"]]
    assert [(row["kind"], row["verdict"]) for row in account.comparisons] == [("first", "not-known")]
