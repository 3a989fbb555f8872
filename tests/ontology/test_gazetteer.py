"""The gazetteer: names find their places, whatever their spelling."""

import subprocess
import sys
from importlib.resources import files

import pytest

from dateline.ontology import gazetteer
from dateline.ontology.gazetteer import admin1_name, by_abbreviation, by_people, by_postal_code, kilometres, look_up
from dateline.ontology.place_names import fold


def _has(name, country, feature):
    return any(e.country == country and e.feature == feature for e in look_up(name))


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Kyiv", "UKR", "city"),
        ("Kiev", "UKR", "city"),
        ("Rangoon", "MMR", "city"),
        ("Bogota", "COL", "city"),
        ("BOGOTÁ", "COL", "city"),
        ("St. Louis", "USA", "city"),
        ("Saint Louis", "USA", "city"),
        ("Helmand", "AFG", "admin1"),
        ("Tibet", "CHN", "region"),
        ("Xinjiang", "CHN", "admin1"),
        ("Rapides Parish", "USA", "admin2"),
        ("Georgia", "GEO", "country"),
        ("Georgia", "USA", "admin1"),
        ("South China Sea", None, "sea"),
        ("Donbass", "UKR", "region"),
        ("the Gaza Strip", "PSE", "region"),
        ("Golan Heights", "SYR", "region"),
    ],
)
def test_a_name_finds_its_place(name, country, feature):
    assert _has(name, country, feature)


def test_the_capital_of_each_large_state_is_marked():
    for name, country in [("Paris", "FRA"), ("Washington", "USA"), ("Beijing", "CHN"), ("Nairobi", "KEN")]:
        assert [e.country for e in look_up(name) if e.capital] == [country]


def test_a_second_name_of_a_town_is_told_from_the_first():
    assert [e.main for e in look_up("Peking") if e.country == "CHN"] == [False]
    assert not any(e.name == "Albany" for e in look_up("Albania"))


def test_short_forms_of_states_count_only_as_they_are_written():
    assert by_abbreviation("Calif.").name == "California"
    assert by_abbreviation("Calif") is None
    assert by_postal_code("CA").name == "California"
    assert not look_up("the States")


def test_people_belong_to_countries_regions_and_states():
    assert by_people("Danes").country == "DNK"
    assert by_people("Chechen").name == "Chechnya"
    assert by_people("Texans").name == "Texas"
    assert by_people("chechen") is None


def test_a_city_lies_in_its_division():
    kananga = next(e for e in look_up("Long Beach") if e.population > 400_000)
    assert admin1_name(kananga.admin1) == "California"


def test_distances_are_along_the_ground():
    assert kilometres(48.853, 2.349, 51.508, -0.126) == pytest.approx(344, abs=5)
    assert kilometres(0, 179.5, 0, -179.5) == pytest.approx(111, abs=1)


def test_spellings_of_one_name_fold_alike():
    assert fold("Saint-Étienne") == fold("St. Etienne") == "st etienne"
    assert fold("the Hague") == "hague"
    assert fold("Mount Hermon") == fold("Mt. Hermon")


def test_an_unknown_name_has_no_place():
    assert look_up("Qwertyville") == ()


def test_the_data_are_small_and_credited():
    folder = files("dateline.ontology").joinpath("places")
    assert sum(len(folder.joinpath(f"{n}.parquet").read_bytes()) for n in ("places", "names")) < 12_000_000
    assert "Attribution 4.0" in folder.joinpath("credit.md").read_text("utf-8")


def test_coordinates_are_on_earth_and_ids_unique():
    data = gazetteer._gazetteer()
    assert max(map(abs, data._latitudes)) <= 90_000
    assert max(map(abs, data._longitudes)) <= 180_000
    assert len(set(data._geonames)) > 0.999 * len(data._geonames)


def test_nothing_is_loaded_before_the_first_question():
    code = "import sys, dateline.ontology.gazetteer; print('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
