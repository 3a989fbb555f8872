"""Places: each name found where it stands, and meant as the report means it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def _places(parse, text, **more):
    reading = parse(text, stages=["places"], **more)
    return [(a.span.of(reading.text), a.value) for a in reading.places]


def _of(found, words):
    return next(value for text, value in found if text == words)


def test_a_city_behind_which_its_state_stands_is_the_one_in_that_state(parse):
    found = _places(parse, "Two men were arrested in Long Beach, California, on Monday.")
    assert (_of(found, "Long Beach").country, _of(found, "Long Beach").admin1) == ("USA", "California")
    assert _of(found, "California").feature == "admin1"


@pytest.mark.parametrize(("state", "name"), [("Texas", "Texas"), ("Ky.", "Kentucky"), ("Ont.", "Ontario")])
def test_the_state_decides_which_town_is_meant(parse, state, name):
    found = _places(parse, f"A fire destroyed a school in Paris, {state}, officials said.")
    assert _of(found, "Paris").admin1 == name


def test_a_town_without_company_is_the_large_one(parse):
    found = _places(parse, "The ministers will meet in Paris next week.")
    assert (_of(found, "Paris").country, _of(found, "Paris").feature) == ("FRA", "city")


def test_georgia_is_a_country_among_its_neighbours_and_a_state_among_states(parse):
    abroad = _places(parse, "Troops crossed into Georgia from Abkhazia. Armenia and Azerbaijan closed their borders.")
    assert _of(abroad, "Georgia").country == "GEO"
    at_home = _places(parse, "Voters in Georgia, Alabama and Florida went to the polls. Atlanta saw long queues.")
    assert _of(at_home, "Georgia").country == "USA"


def test_one_name_has_one_sense_in_a_report(parse):
    text = "The mayor of Birmingham, Alabama, spoke on Friday. Birmingham will get a new bridge."
    assert {v.admin1 for words, v in _places(parse, text) if words == "Birmingham"} == {"Alabama"}


def test_adjectives_and_nouns_of_people_are_demonyms_at_their_country(parse):
    found = _places(parse, "Russian troops left. Americans and Danes were told to go.")
    assert [(w, v.role, v.country) for w, v in found] == [
        ("Russian", "demonym", "RUS"),
        ("Americans", "demonym", "USA"),
        ("Danes", "demonym", "DNK"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Washington warned that it would respond.", "Washington"),
        ("Talks between Moscow and Kyiv have stalled.", "Moscow"),
        ("The Kremlin denied the report on Friday.", "Kremlin"),
        ("Turkey rejected the proposal.", "Turkey"),
    ],
)
def test_a_government_is_a_metonym(parse, text, words):
    assert _of(_places(parse, text), words).role == "metonym"


@pytest.mark.parametrize("text", ["Protesters marched in Moscow.", "A bomb exploded near Moscow on Friday."])
def test_a_capital_where_something_happens_is_a_place(parse, text):
    assert _of(_places(parse, text), "Moscow").role == "place"


def test_a_country_before_a_noun_only_says_what_that_belongs_to(parse):
    assert _of(_places(parse, "He said that U.S. troops would leave soon."), "U.S.").role == "demonym"


def test_persons_papers_and_banks_are_no_places(parse):
    text = "Paris Hilton told the Washington Post that the Bank of England had called. Jack London agreed."
    assert [v.role for _, v in _places(parse, text) if v.role == "place"] == []


def test_the_long_names_of_countries_stand_whole(parse):
    found = _places(parse, "The Democratic Republic of the Congo and Rwanda signed. Bosnia and Herzegovina did not.")
    assert _of(found, "Democratic Republic of the Congo").country == "COD"
    assert _of(found, "Bosnia and Herzegovina").country == "BIH"


def test_a_village_that_no_gazetteer_has_keeps_its_span_and_gets_no_coordinates(parse):
    found = _places(parse, "Gunmen attacked the village of Qwertabad on Monday.")
    village = _of(found, "Qwertabad")
    assert (village.role, village.latitude, village.country, village.score) == ("place", None, None, 0.0)


def test_the_united_states_stand_at_their_geonames_point(parse):
    place = _of(_places(parse, "He returned to the United States in May."), "United States")
    assert (place.latitude, place.longitude, place.feature) == (39.76, -98.5, "country")


def test_candidates_are_kept_and_add_up_to_at_most_one(parse):
    place = _of(_places(parse, "A man was found dead in Springfield."), "Springfield")
    assert 2 <= len(place.candidates) <= 3
    assert sum(c.score for c in place.candidates) <= 1.001
    assert 0 < place.score < 0.9


def test_seas_and_regions_are_known(parse):
    found = _places(parse, "Ships collided in the South China Sea while fighting went on in Donbas and Darfur.")
    assert [_of(found, w).feature for w in ("South China Sea", "Donbas", "Darfur")] == ["sea", "region", "region"]


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    city=st.sampled_from([("Nairobi", "KEN"), ("Islamabad", "PAK"), ("Brasilia", "BRA"), ("Reykjavik", "ISL")]),
    before=st.sampled_from(["", "It was quiet. ", "Prices rose by 3 percent. 🌍 "]),
    frame=st.sampled_from(["The envoys met in {}.", "A bomb exploded near {} on Friday.", "He flew to {} at dawn."]),
)
def test_a_planted_city_is_found_at_its_exact_place(parse, city, before, frame):
    name, country = city
    text = before + frame.format(name)
    reading = parse(text, stages=["places"])
    [place] = [a for a in reading.places if a.value.role == "place"]
    assert (place.span.start, place.span.end) == (text.index(name), text.index(name) + len(name))
    assert place.value.country == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The governor of Georgia signed a bill.", "USA"),
        ("Voters in Georgia and Florida went to the polls.", "USA"),
        ("The president of Georgia signed a bill.", "GEO"),
        ("The ministers of trade travelled to Georgia and Armenia this week.", "GEO"),
    ],
)
def test_offices_and_names_joined_to_it_tell_a_division_from_a_country(parse, text, country):
    assert _of(_places(parse, text), "Georgia").country == country


@pytest.mark.parametrize("name", ["Mexico City", "Kuwait City", "Kansas City", "Guatemala City"])
def test_a_city_of_the_name_is_no_country_and_no_state(parse, name):
    place = _of(_places(parse, f"The fire began in {name} on Monday."), name)
    assert (place.name, place.feature) == (name, "city")
