"""The register of offices answers by name, post and date, and is silent where it is not sure."""

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lang.groups import SECTORS
from dateline.ontology.bodies import body_by_name
from dateline.ontology.countries import by_code
from dateline.ontology.offices import country_of_holder, holder_on, holders, plain, recent_holder, sound, terms


def test_every_term_is_well_formed() -> None:
    for term in terms():
        assert term.sector in SECTORS
        assert term.country or term.body, term
        assert term.country is None or by_code(term.country), term
        assert term.since.replace("-", "").isdigit()
        assert len(term.since) in (4, 7, 10)


def test_heads_of_state_and_government_follow_each_other() -> None:
    posts = defaultdict(list)
    for term in terms():
        if term.rank in ("head-of-state", "head-of-government") and term.country:
            posts[term.country, term.title].append(term)
    for post, found in posts.items():
        for one, other in pairwise(found):
            assert one.until is not None, post
            assert one.until[: len(other.since)] <= other.since[: len(one.until)], (post, one.person, other.person)


def test_eighty_countries_are_covered_with_heads_foreign_and_defence_ministers_and_thirty_bodies() -> None:
    heads = {t.country for t in terms() if t.rank in ("head-of-state", "head-of-government")}
    foreign = {t.country for t in terms() if t.rank == "foreign-minister"}
    defence = {t.country for t in terms() if "defen" in t.title}
    assert len((heads & foreign & defence) - {None}) >= 80
    bodies = [body_by_name(t.body) for t in terms() if t.body]
    assert len({b.name for b in bodies if b and b.kind == "intergovernmental"}) >= 30


def test_one_post_of_a_minister_has_one_holder_at_a_time() -> None:
    posts = defaultdict(list)
    for term in terms():
        if term.country and not term.body and (term.rank == "foreign-minister" or "defen" in term.title):
            posts[term.country, term.title].append(term)
    for post, found in posts.items():
        for one, other in pairwise(sorted(found, key=lambda t: t.since)):
            assert one.until is not None, (post, one.person, other.person)
            assert one.until[: len(other.since)] <= other.since[: len(one.until)], (post, one.person, other.person)


@pytest.mark.parametrize(
    ("name", "day", "person", "title"),
    [
        ("Lavrov", "2023-03-02", "Sergey Lavrov", "foreign minister"),
        ("Sergei Lavrov", "2023-03-02", "Sergey Lavrov", "foreign minister"),
        ("Clinton", "1996-05-01", "Bill Clinton", "president"),
        ("Clinton", "2010-05-01", "Hillary Clinton", "secretary of state"),
        ("Zelenskyy", "2022-03-03", "Volodymyr Zelensky", "president"),
        ("Gadhafi", "2000-01-01", "Muammar Gaddafi", "leader"),
        ("Francois Mitterand", "1990-01-01", "François Mitterrand", "president"),
        ("Ban Ki-moon", "2010-01-01", "Ban Ki-moon", "secretary-general"),
    ],
)
def test_a_name_and_a_day_give_a_person(name: str, day: str, person: str, title: str) -> None:
    term = holder_on(name, day=day)
    assert term is not None
    assert (term.person, term.title) == (person, title)


@pytest.mark.parametrize(
    ("name", "day"), [("Clinton", "2023-01-01"), ("Smithson", "2001-01-01"), ("Kerry", "1998-01-01")]
)
def test_a_surname_out_of_office_gives_nobody(name: str, day: str) -> None:
    assert holder_on(name, day=day) is None


def test_a_former_holder_by_full_name_is_no_longer_in_office() -> None:
    term = holder_on("Tony Blair", day="2012-01-01")
    assert term is not None
    assert not term.held_on("2012-01-01")


def test_a_title_that_does_not_fit_means_somebody_else() -> None:
    assert holder_on("Putin", day="2023-01-01", title="foreign minister", rank="foreign-minister") is None


def test_without_a_day_two_bearers_of_one_country_still_give_the_country() -> None:
    assert holder_on("Bush", day=None, title="president", rank="head-of-state") is None
    assert country_of_holder("Bush", title="president", rank="head-of-state") == "USA"


def test_the_post_gives_its_holder() -> None:
    assert [t.person for t in holders(country="USA", rank="foreign-minister", day="2011-06-01")] == ["Hillary Clinton"]
    assert [t.person for t in holders(country="USA", rank="foreign-minister", day="2023-06-01")] == ["Antony Blinken"]


def test_a_coarse_date_covers_its_whole_month() -> None:
    term = next(t for t in terms() if t.person == "Saud al-Faisal")
    assert term.since == "1975-10"
    assert term.held_on("1975-10-01")
    assert not term.held_on("1975-09-30")


@given(st.text(alphabet="abcdeğıłøé'.- ABC", max_size=20))
def test_names_are_compared_without_accents_case_and_marks(name: str) -> None:
    assert plain(plain(name)) == plain(name)
    assert sound(name.upper()) == sound(name.upper().lower())


def test_a_surname_means_who_left_office_within_two_years_unless_two_could_be_meant() -> None:
    found = recent_holder("Merkel", day="2022-06-01")
    assert found is not None
    assert found.person == "Angela Merkel"
    assert recent_holder("Merkel", day="2024-06-01") is None
    assert recent_holder("Clinton", day="2016-06-01") is None


def test_a_surname_means_the_head_of_state_before_a_lower_minister_and_nobody_beside_another_leader() -> None:
    found = holder_on("Castro", day="1995-06-01")
    assert found is not None
    assert (found.person, found.title) == ("Fidel Castro", "president")
    assert holder_on("Raúl Castro", day="1995-06-01") != found
    assert recent_holder("Wong", day="2025-01-01") is None
    assert recent_holder("Ivanov", day="2003-01-01") is None
