"""Bodies are found by any of their names, and their members are those of the day."""

import pytest

from dateline.lang.groups import SECTORS
from dateline.ontology.bodies import bodies, body_by_name, members_of, memberships
from dateline.ontology.countries import by_code
from dateline.ontology.peoples import peoples


def test_every_body_has_known_sectors_and_country() -> None:
    for body in bodies():
        assert set(body.sectors) <= SECTORS, body.name
        assert body.country is None or by_code(body.country), body.name
        assert not (body.country and body.code), body.name


def test_no_name_stands_for_two_bodies() -> None:
    seen: dict[str, str] = {}
    for body in bodies():
        for name in (body.name, *body.aliases):
            key = name if name.isupper() else name.lower()
            assert seen.setdefault(key, body.name) == body.name


def test_every_membership_is_of_a_known_body_and_country() -> None:
    for membership in memberships():
        assert body_by_name(membership.body) is not None
        assert by_code(membership.country) is not None


def test_every_people_points_to_a_known_country() -> None:
    assert all(by_code(people.country) for people in peoples())


@pytest.mark.parametrize(
    ("name", "place", "sector"),
    [
        ("U.N. Security Council", "UNO", None),
        ("NATO", "IGO", "MIL"),
        ("EU", "EUR", None),
        ("MSF", "NGO", "MED"),
        ("Taleban", "AFG", "REB"),
        ("Tamil Tigers", "LKA", "REB"),
        ("FARC", "COL", "REB"),
        ("Pentagon", "USA", "MIL"),
        ("Knesset", "ISR", "LEG"),
        ("al-Shabab", "SOM", "REB"),
    ],
)
def test_a_body_is_found_by_any_of_its_names(name: str, place: str, sector: str | None) -> None:
    body = body_by_name(name)
    assert body is not None
    assert body.place == place
    assert body.sectors[:1] == ((sector,) if sector else ())


def test_a_name_in_capitals_is_not_found_in_small_letters() -> None:
    assert body_by_name("WHO") is not None
    assert body_by_name("who") is None


@pytest.mark.parametrize(
    ("body", "day", "country", "member"),
    [
        ("European Union", "2020-01-31", "GBR", True),
        ("European Union", "2020-02-01", "GBR", False),
        ("North Atlantic Treaty Organization", "2023-04-03", "FIN", False),
        ("North Atlantic Treaty Organization", "2023-04-04", "FIN", True),
        ("BRICS", "2023-06-01", "IRN", False),
        ("BRICS", "2024-06-01", "IRN", True),
        ("Group of Eight", "2010-06-01", "RUS", True),
        ("Group of Eight", "2014-06-01", "RUS", False),
        ("Arab League", "2015-01-01", "SYR", False),
        ("African Union", "2016-06-01", "MAR", False),
        ("African Union", "2018-06-01", "MAR", True),
        ("Council of Europe", "2022-03-17", "RUS", False),
        ("OPEC+", "2024-06-01", "AGO", False),
        ("United Nations", "1991-01-01", "SUN", True),
    ],
)
def test_members_are_those_of_the_day(body: str, day: str, country: str, member: bool) -> None:
    assert (country in members_of(body, day=day)) is member


@pytest.mark.parametrize(
    ("body", "count"),
    [("Group of Twenty", 19), ("United Nations", 193), ("African Union", 55), ("Council of Europe", 46), ("OPEC+", 23)],
)
def test_a_body_has_as_many_members_as_it_says(body: str, count: int) -> None:
    assert len(members_of(body, day="2023-03-02")) == count
