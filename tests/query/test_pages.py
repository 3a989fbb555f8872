"""A page that is found first and then read whole has the rows of the plain answer, in its order, each time."""

from collections.abc import Callable
from typing import Any

import pytest
from told import Report

from dateline.query import QUESTIONS, question
from dateline.query.answer import ask
from dateline.query.filters import SIDES, Conditions
from dateline.query.pages import few

InMemory = Callable[..., Any]

_WHO = ({}, {"who": "PER"}, {"with_": "CHL"}, {"who": "NOR", "with_": "KEN"}, {"who": "Solheim"}, {"who": "Norwegian"})
_PAIRS = ({"who": "NOR", "with_": "Ochieng"}, {"who": "Solheim", "with_": "KEN"}, {"who": "NOR", "with_": "NOR"})
_TIMES = ({"since": "2023"}, {"until": "2023-04"}, {"since": "2022-05", "until": "2023-03-02"})
_REPORTS = (
    {"published_since": "2023-03", "published_until": "2023"},
    {"outlet": "fjord"},
    {"published_until": "2023-03"},
)
_GIVEN: dict[str, tuple[dict[str, str], ...]] = {
    "claims": (
        *({"what": "CONSULT"}, {"what": "08"}, {"where": "Kenya"}, {"where": "Nairobi County"}, {"status": "happened"}),
        *({"where": "36,-2,37.5,-1"}, {"who": "NOR", "what": "consult", "outlet": "fjord"}, {"at_least": "0.9"}),
    ),
    "contacts": (
        *({"what": "in-person"}, {"level": "minister"}, {"form": "phone"}, {"setting": "bilateral"}),
        *({"where": "Nairobi"}, {"status": "planned"}, {"who": "PER", "with_": "CHL", "since": "2022"}),
    ),
    "quotes": (
        *(
            {"what": "honour the accord"},
            {"who": "NOR", "since": "2024"},
            {"about": "accords honoured"},
            {"what": "ÉTÉ"},
        ),
        *({"about": '"the accord"', "kind": "direct"}, {"about": "kiss"}, {"with_": "Kenya"}, {"what": "THE"}),
    ),
    "calendar": (
        *(
            {"by": "day"},
            {"by": "week", "who": "PER"},
            {"by": "year", "who": "PER", "with_": "CHL"},
            {"level": "minister"},
        ),
        *({"form": "phone", "who": "PER"}, {"who": "PER", "with_": "PER"}, {"who": "PER", "since": "2022-07"}),
    ),
    "last-contact": (
        *({"who": "PER", "with_": "CHL"}, {"who": "PER", "with_": "CHL", "before": "2023-03", "form": "phone"}),
        *({"who": "Solheim", "with_": "KEN"}, {"who": "NOR", "with_": "Ochieng", "level": "minister"}),
    ),
    "highest-since": (
        *(
            {"who": "PER", "with_": "CHL", "since": "2021"},
            {"who": "NOR", "with_": "KEN", "since": "2023", "until": "2023"},
        ),
        {"who": "CHL", "with_": "PER", "since": "2022", "form": "phone"},
    ),
    "agreements": (
        *({"what": "signed"}, {"what": "Border Treaty"}, {"status": "happened"}, {"who": "Kenya"}),
        *({"status_on": "2023-03-01"}, {"status_on": "2023-03", "what": "Treaty"}),
    ),
    "positions": ({"what": "for"}, {"what": "accord"}, {"who": "Lake Council"}),
    "exchanges": ({"what": "trawlers"}, {"status": "happened"}),
    "comparisons": (
        *({"what": "first"}, {"verdict": "contradicted"}, {"verdict": "agrees"}, {"verdict": "not-known"}),
        {"who": "Peru", "verdict": "contradicted"},
    ),
    "actors": (
        *({"what": "person"}, {"what": "state"}, {"who": "KEN", "what": "person"}, {"who": "Kenya", "since": "2023"}),
        *({"who": "Solheim", "outlet": "fjord"}, {"what": "person", "until": "2023-03", "outlet": "fjord"}),
    ),
    "documents": ({"what": "fisheries"}, {"what": "Report of"}),
    "offices": ({"what": "foreign-minister", "with_": "NOR"},),
    "failures": ({}, {"what": "quotes"}),
    "runs": ({},),
}
_PAGES = 12


def _asked() -> list[tuple[str, dict[str, str]]]:
    """Every question with every filter that it has."""
    found = []
    for name in QUESTIONS:
        known = {p.name for p in question(name).parameters}
        given = _GIVEN.get(name, ())
        if name not in ("last-contact", "highest-since"):
            given = (*given, *_WHO, *_PAIRS, *_TIMES, *_REPORTS)
        if name != "sql":
            found += [(name, g) for i, g in enumerate(given) if set(g) <= known and g not in given[:i]]
    return found


@pytest.fixture(scope="module")
def many(in_memory: InMemory, accord: Any) -> Any:
    """A record with the bundled reading, and three reports with contacts, acts and comparisons of one another."""
    first, second, third = Report("2023-02-25"), Report("2023-03-02"), Report("2023-04-10")
    for report in (first, second, third):
        for day in ("2022-07-01", "2023-03-02", "2023-03", "2021"):
            report.contact(day)
        report.contact("2023-03-02", level="head-of-state", form="phone")
        report.contact("2023-05-01", status="planned")
        report.act("Border Treaty", "signed", "2010-04-08", ("PER", "CHL"))
        report.act("Border Treaty", "suspended", "2023-02-21", ("CHL",))
        report.act("Border Treaty", "signed", None)
        for kind in ("first", "highest", "last"):
            report.compares(kind, report.contact("2023-03-02", level="foreign-minister"), "2021")
    made = in_memory(accord, first.reading, second.reading, third.reading)
    made.make_ready()
    return made


@pytest.mark.parametrize(("name", "given"), _asked())
def test_pages_one_after_the_other_are_the_plain_answer(many: Any, name: str, given: dict[str, str]) -> None:
    whole = ask(many, name, **given).table
    assert ask(many, name, **given, limit=10_000).table == whole
    rows, cursor = [], None
    for _ in range(_PAGES):
        answer = ask(many, name, **given, limit=3, cursor=cursor)
        rows += list(answer)
        cursor = answer.cursor
        if cursor is None:
            break
    assert rows == whole.to_pylist()[: 3 * _PAGES]


@pytest.mark.parametrize(("name", "given"), _asked())
def test_ready_rows_are_the_rows_that_the_record_gives(many: Any, name: str, given: dict[str, str]) -> None:
    whole, page = ask(many, name, **given).table, ask(many, name, **given, limit=3).table
    many.ready = True
    try:
        assert ask(many, name, **given).table == whole
        assert ask(many, name, **given, limit=3).table == page
    finally:
        many.ready = False


def test_the_values_that_name_rows_are_quoted_and_unknown_ones_left_out() -> None:
    assert "IN ('it''s')" in few("claims", "id", ["it's", None, "it's"])
    assert "IN (NULL)" in few("claims", "id", [None])


def test_many_values_are_not_compared_one_by_one() -> None:
    assert "list_contains" not in few("claims", "id", [str(n) for n in range(101)])


def test_rows_without_a_date_are_not_cut_off_by_the_dates_of_others() -> None:
    assert "BETWEEN '2022' AND '2023'" in few("claims", "id", ["a"], days=["2023", "2022"])
    assert "BETWEEN" not in few("claims", "id", ["a"], days=["2023", None])


@pytest.mark.parametrize("given", [*_WHO[1:], *_PAIRS, {"with_": "Solheim"}, {"who": "Ochieng", "with_": "Solheim"}])
def test_the_claims_of_somebody_are_those_that_the_sides_tell(many: Any, given: dict[str, str]) -> None:
    conditions = Conditions()
    SIDES.take_part(conditions, "k", who=given.get("who"), with_=given.get("with_"))
    told = many.query(" ".join(("SELECT k.id FROM claims k", conditions.where)), conditions.values)
    assert sorted(row["id"] for row in ask(many, "claims", **given)) == sorted(told["id"].to_pylist())
