"""Looks names of places up: countries, first- and second-level divisions, cities, and our own regions and seas.

The data are two Parquet files made by `dateline.train.gazetteer` (GeoNames, CC BY 4.0; see `places/credit.md`) and
`places/regions.toml`. They are loaded at the first question and kept as Arrow columns: a name costs a binary search.
"""

import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from math import asin, cos, radians, sin, sqrt
from typing import Any, Literal

from dateline.ontology.countries import Country, countries
from dateline.ontology.place_names import fold, key

FEATURES = ("country", "admin1", "admin2", "city", "region", "sea")
MAIN, OTHER = 0, 1
_EARTH_RADIUS = 6371.0
_ONLY_WITH_ARTICLE = frozenset({"the States"})
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer. `main` says whether it was found under its usual name.

    `feature` is one of `FEATURES`; `country` is ISO alpha-3 or None (seas, regions of several countries); `admin1` the
    GeoNames id of the first-level division that it lies in; `population` in persons, 0 where unknown; `capital` is
    true for the capital of a country.
    """

    geonames: int | None
    name: str
    country: str | None
    feature: str
    latitude: float
    longitude: float
    population: int
    admin1: int | None
    main: bool = True
    capital: bool = False


def look_up(name: str) -> tuple[Entry, ...]:
    """Every place of this name, in a fixed order; empty where there is none."""
    return _gazetteer().look_up(name)


def admin1_name(geonames: int) -> str | None:
    """The English name of a first-level division."""
    return _gazetteer().admin1_names.get(geonames)


def by_people(word: str) -> Entry | None:
    """The country, region or division that a word for people or things belongs to ("Danes", "Chechen", "Texan")."""
    return _gazetteer().people.get(word)


def by_abbreviation(word: str) -> Entry | None:
    """The division that a short form with its stops stands for ("Calif.")."""
    return _gazetteer().abbreviations.get(word)


def by_postal_code(code: str) -> Entry | None:
    """The division of a postal code ("CA"), which names it only behind a town."""
    return _gazetteer().postal_codes.get(code)


def own_names() -> tuple[str, ...]:
    """The names of our own regions and seas, and the short names of cities."""
    own = _own()
    named = (name for section in ("regions", "seas") for name in own[section])
    also = (
        name for section in ("regions", "seas") for facts in own[section].values() for name in facts.get("also", ())
    )
    return (*named, *also, *own["same"])


def distance(one: Entry, other: Entry) -> float:
    """Kilometres between two places, along a great circle."""
    return kilometres(one.latitude, one.longitude, other.latitude, other.longitude)


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Kilometres between two points given in degrees, along a great circle."""
    up = sin(radians(other_latitude - latitude) / 2)
    across = sin(radians(other_longitude - longitude) / 2)
    chord = up * up + cos(radians(latitude)) * cos(radians(other_latitude)) * across * across
    return 2 * _EARTH_RADIUS * asin(sqrt(min(1.0, chord)))


class _Gazetteer:
    """The loaded columns. Names are found by the hash of their folded form; `place` holds row * 2 + rank."""

    def __init__(self) -> None:
        places, names = _table("places"), _table("names")
        self._keys = _column(names, "key", "Q")
        self._rows = _column(names, "place", "i")
        self._names = places.column("name").chunk(0)
        self._countries = places.column("country").chunk(0)
        self._features = _column(places, "feature", "b")
        self._geonames = _column(places, "geonames", "i")
        self._latitudes = _column(places, "latitude", "i")
        self._longitudes = _column(places, "longitude", "i")
        self._populations = _column(places, "population", "i")
        self._admin1 = _column(places, "admin1", "i")
        self._capitals = _column(places, "capital", "b")
        first = FEATURES.index("admin1")
        divisions = {self._geonames[row]: row for row, feature in enumerate(self._features) if feature == first}
        self.admin1_names: dict[int, str] = {number: self._names[row].as_py() for number, row in divisions.items()}
        self._extra: dict[str, list[Entry]] = {}
        for name, entry in (*_country_entries(), *_region_entries()):
            self._extra.setdefault(name, []).append(entry)
        self._same: dict[str, str] = _own()["same"]
        self._found: dict[str, tuple[Entry, ...]] = {}
        self._name_divisions(divisions)

    def _name_divisions(self, rows: dict[int, int]) -> None:
        own = _own()
        self.abbreviations: dict[str, Entry] = {}
        self.postal_codes: dict[str, Entry] = {}
        for number, forms in own["abbreviations"].items():
            division = self._entry(rows[int(number)], main=True)
            self.abbreviations.update((form, division) for form in forms[:-1])
            self.postal_codes[forms[-1]] = division
        self.people = {word: country_entry(c) for c in countries() for word in c.demonyms}
        for number, words in own["people"].items():
            self.people.update((word, self._entry(rows[int(number)], main=True)) for word in words)
        for name, facts in own["regions"].items():
            self.people.update((word, _region(name, facts, "region")) for word in facts.get("people", ()))

    def look_up(self, name: str) -> tuple[Entry, ...]:
        found = self._found.get(name)
        if found is None:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            real = self._same.get(name, name)
            found = self._found[name] = (*self._extra.get(fold(real), ()), *self._search(real))
        return found

    def _search(self, name: str) -> Iterator[Entry]:
        wanted = key(name)
        at = bisect_left(self._keys, wanted)
        while at < len(self._keys) and self._keys[at] == wanted:
            row, rank = divmod(self._rows[at], 2)
            yield self._entry(row, main=rank == MAIN)
            at += 1

    def _entry(self, row: int, *, main: bool) -> Entry:
        return Entry(
            geonames=self._geonames[row],
            name=self._names[row].as_py(),
            country=self._countries[row].as_py() or None,
            feature=FEATURES[self._features[row]],
            latitude=self._latitudes[row] / 1000,
            longitude=self._longitudes[row] / 1000,
            population=self._populations[row],
            admin1=self._admin1[row] or None,
            main=main,
            capital=bool(self._capitals[row]),
        )


def _table(name: str) -> Any:
    import pyarrow.parquet as pq

    with as_file(files("dateline.ontology").joinpath(f"places/{name}.parquet")) as path:
        return pq.ParquetFile(path).read().combine_chunks()


def _column(table: Any, name: str, code: Literal["b", "i", "Q"]) -> "memoryview[int]":
    """A column of numbers without nulls as plain memory, which the standard library can search."""
    array = table.column(name).chunk(0)
    plain = memoryview(array.buffers()[1]).cast("B")
    return plain.cast(code)[array.offset : array.offset + len(array)]


def _country_entries() -> Iterator[tuple[str, Entry]]:
    for country in countries():
        entry = country_entry(country)
        for name in (country.name, *country.aliases):
            if name not in _ONLY_WITH_ARTICLE:
                yield fold(name), entry


def country_entry(country: Country) -> Entry:
    """A country as a place, at its GeoNames point."""
    return Entry(
        geonames=country.geonames,
        name=country.name,
        country=country.iso3,
        feature="country",
        latitude=country.latitude,
        longitude=country.longitude,
        population=0,
        admin1=None,
    )


@cache
def _own() -> dict[str, Any]:
    return tomllib.loads(files("dateline.ontology").joinpath("places/regions.toml").read_text("utf-8"))


def _region_entries() -> Iterator[tuple[str, Entry]]:
    """Our own places by folded name, each spelling with its entry."""
    for section, feature in (("regions", "region"), ("seas", "sea")):
        for name, facts in _own()[section].items():
            entry = _region(name, facts, feature)
            for spelling in (name, *facts.get("also", ())):
                yield fold(spelling), entry


def _region(name: str, facts: dict[str, Any], feature: str) -> Entry:
    latitude, longitude = facts["at"]
    return Entry(
        geonames=None,
        name=name,
        country=facts.get("country"),
        feature=facts.get("feature", feature),
        latitude=latitude,
        longitude=longitude,
        population=0,
        admin1=None,
    )


@cache
def _gazetteer() -> _Gazetteer:
    return _Gazetteer()
