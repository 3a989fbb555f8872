"""Countries: the facts are whole, and each word finds its country."""

from itertools import combinations

import pytest

from dateline.ontology.countries import by_code, by_demonym, by_metonym, by_name, countries


def _code(country):
    return country.iso3 if country else None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("US", "USA"),
        ("us", None),
        ("the United States", "USA"),
        ("the States", "USA"),
        ("Burma", "MMR"),
        ("Zaire", "COD"),
        ("Republic of Congo", "COG"),
        ("Soviet Union", "SUN"),
        ("Swaziland", "SWZ"),
        ("Ivory Coast", "CIV"),
        ("GEORGIA", "GEO"),
        ("Korea", None),
        ("Atlantis", None),
    ],
)
def test_a_name_finds_its_country(name, code):
    assert _code(by_name(name)) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Dane", "DNK"),
        ("Danes", "DNK"),
        ("Danish", "DNK"),
        ("Turks", "TUR"),
        ("Swiss", "CHE"),
        ("Britons", "GBR"),
        ("Filipinos", "PHL"),
        ("Malagasy", "MDG"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Dominican", "DOM"),
        ("Congolese", "COD"),
        ("Frenchmen", "FRA"),
        ("Ni-Vanuatu", "VUT"),
        ("Czechs", "CZE"),
        ("Basotho", "LSO"),
        ("Korean", None),
    ],
)
def test_a_demonym_finds_its_country(word, code):
    assert _code(by_demonym(word)) == code


def test_seats_of_power_stand_for_their_country_and_capitals_do_not():
    assert _code(by_metonym("the Kremlin")) == "RUS"
    assert _code(by_metonym("Downing Street")) == "GBR"
    assert by_metonym("Moscow") is None


def test_the_united_states_stand_at_their_geonames_point():
    usa = by_code("USA")
    assert (usa.geonames, usa.latitude, usa.longitude) == (6252001, 39.76, -98.5)


def test_no_word_names_two_countries():
    for words in (lambda c: (c.name, *c.aliases), lambda c: c.demonyms, lambda c: (c.capital, *c.capital_aliases)):
        owner = {}
        for country in countries():
            for word in words(country):
                if word:
                    assert owner.setdefault(word.lower(), country.iso3) == country.iso3, word


def test_numbers_of_states_never_overlap_in_time():
    for field in ("cow", "gwno"):
        for one, other in combinations([c for c in countries() if getattr(c, field)], 2):
            if getattr(one, field) == getattr(other, field):
                apart = (one.valid_to or "9999") < (other.valid_from or "0000") or (other.valid_to or "9999") < (
                    one.valid_from or "0000"
                )
                assert apart, (field, one.iso3, other.iso3)


@pytest.mark.parametrize(
    ("before", "after"), [("SUN", "RUS"), ("YUG", "SCG"), ("SCG", "SRB"), ("CSK", "CZE"), ("CSK", "SVK")]
)
def test_a_successor_starts_within_a_day_of_its_forerunner(before, after):
    from datetime import date, timedelta

    end, start = date.fromisoformat(by_code(before).valid_to), date.fromisoformat(by_code(after).valid_from)
    assert end < start <= end + timedelta(days=1)


def test_every_country_has_codes_of_the_right_shape_and_a_point_on_earth():
    for country in countries():
        assert len(country.iso3) == 3
        assert country.iso3.isupper()
        assert -90 <= country.latitude <= 90
        assert -180 <= country.longitude <= 180
    assert len({c.iso3 for c in countries()}) == len(countries())


def test_a_state_exists_between_its_first_and_last_day():
    assert by_code("SSD").existed_on("2011-07-09")
    assert not by_code("SSD").existed_on("2011-07-08")
    assert by_code("YUG").existed_on("2003-02-03")
    assert not by_code("YUG").existed_on("2003-02-04")
