"""The questions of the diplomatic record, against contacts and acts that are planted."""

from collections.abc import Callable
from typing import Any

import pytest
from told import Report

from dateline.errors import UsageError
from dateline.query.answer import ask

InMemory = Callable[..., Any]


def test_the_highest_contact_comes_first_and_in_person_before_by_phone(in_memory: InMemory) -> None:
    report = Report("2023-06-01")
    met = report.contact("2023-03-02", level="foreign-minister")
    called = report.contact("2023-04-01", level="foreign-minister", form="phone")
    low = report.contact("2023-05-01", level="official")
    report.contact("2023-05-02", level="head-of-state", status="planned")
    report.contact("2023-05-03", level="head-of-state", status="cancelled")
    report.contact("2021-01-01", level="head-of-state")
    rows = list(ask(in_memory(report.reading), "highest-since", who="Peru", with_="CHL", since="2022-02-24"))
    assert [row["ids"] for row in rows] == [[met], [called], [low]]
    assert [row["position"] for row in rows] == [1, 2, 3]


def test_what_several_reports_tell_of_one_meeting_is_shown_once(in_memory: InMemory) -> None:
    first, second, third = Report("2023-03-02"), Report("2023-03-03"), Report("2023-04-01")
    ids = [
        first.contact("2023-03-02"),
        second.contact("2023-03-02", level="unknown", form="unknown"),
        third.contact("2023-03"),
    ]
    answer = ask(in_memory(first.reading, second.reading, third.reading), "last-contact", who="PER", with_="CHL")
    (row,) = answer
    assert row["ids"] == sorted(ids) == answer.evidence
    assert (row["date"], row["reports"], row["level"], row["form"]) == ("2023-03-02", 3, "minister", "in-person")


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ({}, "2023-05-01"),
        ({"before": "2023-05-01"}, "2023-04-01"),
        ({"before": "2023"}, "2022-07-01"),
        ({"level": "minister"}, "2022-07-01"),
        ({"form": "phone"}, "2023-04-01"),
    ],
)
def test_the_last_contact_is_that_before_the_day_asked_for(
    in_memory: InMemory, given: dict[str, str], date: str
) -> None:
    report = Report("2023-06-01")
    report.contact("2022-07-01")
    report.contact("2023-04-01", level="official", form="phone")
    report.contact("2023-05-01", level="official")
    (row,) = ask(in_memory(report.reading), "last-contact", who="PER", with_="CHL", **given)
    assert row["date"] == date


@pytest.mark.parametrize(
    ("by", "periods"),
    [("day", ["2023-03-02", "2023-03-08"]), ("week", ["2023-02-27", "2023-03-06"]), ("month", ["2023-03"])],
)
def test_the_calendar_counts_by_period_and_marks_what_was_planned(
    in_memory: InMemory, by: str, periods: list[str]
) -> None:
    report = Report("2023-03-09")
    report.contact("2023-03-02")
    report.contact("2023-03-08", status="planned")
    rows = list(ask(in_memory(report.reading), "calendar", by=by))
    assert [row["period"] for row in rows] == periods
    assert (sum(r["held"] for r in rows), sum(r["planned"] for r in rows), sum(r["off"] for r in rows)) == (1, 1, 0)
    assert rows[0]["countries"] == ["CHL", "PER"]


def test_an_agreement_stands_as_the_last_act_until_that_day_left_it(in_memory: InMemory) -> None:
    before, after = Report("2023-02-25"), Report("2023-03-10")
    before.act("Border Treaty", "signed", "2010-04-08", ("PER", "CHL"))
    before.act("Border Treaty", "suspended", "2023-02-21", ("CHL",))
    before.act("Border Treaty", "violated", "2023-02-24", ("CHL",))
    after.act("Border Treaty", "withdrawn", "2023-03-09", ("CHL",))
    after.act("Border Treaty", "signed", None)
    record = in_memory(before.reading, after.reading)
    rows = list(ask(record, "agreements", status_on="2023-03-01"))
    assert {(row["state"], tuple(row["state_by"])) for row in rows} == {("suspended", ("CHL",))}
    assert {row["state"] for row in ask(record, "agreements", status_on="2023-03")} == {"withdrawn"}
    assert {row["state"] for row in ask(record, "agreements", status_on="2020")} == {"signed"}
    assert {row["state"] for row in ask(record, "agreements")} == {None}


@pytest.mark.parametrize(
    ("between", "verdict", "proves"),
    [
        ({"day": "2022-05-01"}, "contradicted", True),
        ({"day": "2022-05-01", "form": "phone"}, "not-known", False),
        ({"day": "2022-05-01", "status": "cancelled"}, "not-known", False),
        ({"day": "2022-05-01", "level": "official"}, "agrees", True),  # who met at another level is no first
        ({"day": "2021-05-01"}, "agrees", True),
    ],
)
def test_a_first_is_checked_against_what_lies_between(
    in_memory: InMemory, between: dict[str, str], verdict: str, proves: bool
) -> None:
    told, other = Report("2023-03-02"), Report("2022-06-01")
    told.compares("first", told.contact("2023-03-02"), "2021", "in-person")
    proof = other.contact(**between)
    (row,) = ask(in_memory(told.reading, other.reading), "comparisons")
    assert (row["verdict"], row["proof"]) == (verdict, [proof] if proves else [])


def test_a_highest_is_contradicted_by_a_higher_contact_only(in_memory: InMemory) -> None:
    told, other = Report("2023-03-02"), Report("2022-06-01")
    told.compares("highest", told.contact("2023-03-02", level="foreign-minister"), "2021")
    other.contact("2022-05-01", level="foreign-minister")
    higher = other.contact("2022-05-20", level="head-of-state")
    (row,) = ask(in_memory(told.reading, other.reading), "comparisons", what="highest", who="Peru")
    assert (row["verdict"], row["proof"]) == ("contradicted", [higher])


@pytest.mark.parametrize(
    ("rank", "role", "form", "day", "verdict"),
    [
        ("head-of-state", "visitor", "in-person", "2022-05-01", "contradicted"),
        ("foreign-minister", "visitor", "in-person", "2022-05-01", "agrees"),  # as high is not higher
        ("head-of-state", "host", "in-person", "2022-05-01", "not-known"),  # Peru came to Chile
        ("head-of-state", "visitor", "phone", "2022-05-01", "not-known"),
        ("head-of-state", "visitor", "in-person", "2020-05-01", "not-known"),
    ],
)
def test_a_most_senior_visitor_is_contradicted_by_a_higher_one_of_that_country(
    in_memory: InMemory, rank: str, role: str, form: str, day: str, verdict: str
) -> None:
    told, other = Report("2023-03-02"), Report("2022-06-01")
    who, contact = told.visit("2023-03-02", "foreign-minister")
    told.most_senior(who, contact, "2021")
    _, proof = other.visit(day, rank, role=role, form=form)
    (row,) = ask(in_memory(told.reading, other.reading), "comparisons", what="most-senior")
    assert (row["verdict"], row["proof"]) == (verdict, [] if verdict == "not-known" else [proof])


@pytest.mark.parametrize(
    ("name", "given", "complaint"),
    [
        ("contacts", {"level": "boss"}, "--level boss: must be one of head-of-state"),
        ("calendar", {"by": "hour"}, "--by hour: must be one of day, week"),
        ("highest-since", {"who": "USA", "with_": "RUS", "since": "then"}, "--since then: must be like"),
        ("agreements", {"status_on": "today"}, "--status-on today: must be like"),
        ("comparisons", {"verdict": "maybe"}, "--verdict maybe: must be one of agrees"),
    ],
)
def test_what_cannot_be_asked_is_refused(record: Any, name: str, given: dict[str, str], complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        ask(record, name, **given)
