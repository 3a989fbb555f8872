"""People of a table: found by name, judged by country and by the office that they hold on the day."""

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluate.gate import falls
from dateline.evaluate.people import Said, Wanted, evaluate, holds_right, read_people
from dateline.model.actor import Office

TABLE = Path(__file__).parents[1] / "cases" / "readings" / "people.tsv"
DAY = "2016-05-01"


def wanted(standing: str, *titles: str) -> Wanted:
    return Wanted("01", "Ana Petrova", "BGR", titles, standing)


def said(title: str | None, *, former: bool = False, country: str = "BGR", day: str | None = None) -> Said:
    return Said(country, Office(title, country, former=former) if title else None, day)


@pytest.mark.parametrize(
    ("person", "place", "right"),
    [
        (wanted("holds", "premier", "prime minister"), said("Prime Minister"), True),
        (wanted("holds", "premier"), said("premier", former=True), False),
        (wanted("holds", "premier"), said("premier", country="SRB"), False),
        (wanted("holds", "premier"), said(None), False),
        (wanted("held", "premier"), said("premier", former=True), True),
        (wanted("held", "premier"), said("premier"), False),
        (wanted("held", "premier"), said("premier", day="2009-03-04"), True),
        (wanted("held", "premier"), said(None), True),
        (wanted("none"), said(None), True),
        (wanted("none"), said("mayor"), False),
    ],
)
def test_an_office_is_right_by_title_owner_and_day(person: Wanted, place: Said, right: bool) -> None:
    assert holds_right(person, place, DAY) is right


def test_a_table_with_other_columns_or_standings_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "people.tsv"
    table.write_text("report\tname\n01\tAna\n")
    with pytest.raises(UsageError, match="expected the columns"):
        read_people(table)
    table.write_text("report\tname\tcountry\toffice\tstanding\n01\tAna\tBGR\tpremier\tmaybe\n")
    with pytest.raises(UsageError, match="standing must be one of"):
        read_people(table)


def test_everybody_of_the_table_stands_in_its_report() -> None:
    for person in read_people(TABLE):
        assert person.name in (TABLE.parent / "gold" / f"{person.report}.txt").read_text("utf-8")


@pytest.mark.slow
def test_people_of_the_annotated_reports_reach_their_floors() -> None:
    report = evaluate(TABLE)
    assert falls(report, TABLE) == []
    for name in ("country.acting", "office.acting"):
        assert (report.figure(name).value or 0) >= 0.95, name
