"""The countries and territories of the world since 1990: codes, names, demonyms, capitals, and the words that stand
for a government. The facts are in `countries.csv`.

Look-ups ignore case and a leading "the", except for names written in capitals only: "US" is a country, "us" is not.
Callers see to it that the word they ask about is capitalised in the text ("turkey", "polish", "poles").
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory. Codes are ISO 3166 (XKX for Kosovo), Correlates of War and Gleditsch-Ward numbers.

    `latitude` and `longitude` are those of the GeoNames entry of the whole country. `valid_from` and `valid_to` are the
    ISO dates, both inclusive, within which the code is in use; None where it was before 1990, or still is. Names that
    are older than that stand among the `aliases` ("Zaire"); states that are gone have a row of their own ("SUN").
    """

    iso3: str
    iso2: str | None
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    noun: tuple[str, ...]
    nouns: tuple[str, ...]
    capital: str | None
    capital_aliases: tuple[str, ...]
    metonyms: tuple[str, ...]
    geonames: int | None
    latitude: float
    longitude: float
    cow: int | None
    gwno: int | None
    valid_from: str | None
    valid_to: str | None

    @property
    def demonyms(self) -> tuple[str, ...]:
        """Adjectives and nouns for its people, each once."""
        return tuple(dict.fromkeys((*self.adjectives, *self.noun, *self.nouns)))

    def existed_on(self, day: str) -> bool:
        """Whether the code was in use on an ISO date."""
        return (self.valid_from or "") <= day and (self.valid_to is None or day <= self.valid_to)


@cache
def countries() -> tuple[Country, ...]:
    """All of them, by code."""
    table = files("dateline.ontology").joinpath("countries.csv").read_text("utf-8")
    return tuple(_country(row) for row in csv.DictReader(table.splitlines()))


def by_name(name: str) -> Country | None:
    """The country of this name or alias. "Congo" is the Democratic Republic, "Korea" none."""
    return _look_up(name, _names())


def by_code(code: str) -> Country | None:
    """The country with this ISO alpha-3 code."""
    return _codes().get(code)


def by_demonym(word: str) -> Country | None:
    """The country that an adjective or noun for its people belongs to ("Danish", "Dane", "Danes").

    Words for the people of two countries give the one that news means ("Dominican", "Congolese"), or None where
    it means both ("Korean").
    """
    return _look_up(word, _demonyms())


def by_metonym(words: str) -> Country | None:
    """The country whose government these words stand for ("the Kremlin"); not its capital."""
    return _look_up(words, _metonyms())


def _look_up(words: str, table: Mapping[str, Country]) -> Country | None:
    for form in (words, words[4:]) if words[:4].lower() == "the " else (words,):
        if found := (table.get(form) if form.isupper() else None) or table.get(form.lower()):
            return found
    return None


@cache
def _codes() -> dict[str, Country]:
    return {country.iso3: country for country in countries()}


@cache
def _names() -> dict[str, Country]:
    return _table(lambda c: (c.name, *c.aliases))


@cache
def _demonyms() -> dict[str, Country]:
    return _table(lambda c: c.demonyms)


@cache
def _metonyms() -> dict[str, Country]:
    return _table(lambda c: c.metonyms)


def _table(words: Callable[[Country], Iterable[str]]) -> dict[str, Country]:
    """Words to countries: as written where all capitals, else in lower case. Present countries come before past."""
    table: dict[str, Country] = {}
    for country in sorted(countries(), key=lambda c: c.valid_to is not None):
        for word in words(country):
            table.setdefault(word if word.isupper() else word.lower(), country)
    return table


def _country(row: dict[str, str]) -> Country:
    return Country(
        iso3=row["iso3"],
        iso2=row["iso2"] or None,
        name=row["name"],
        aliases=_list(row["aliases"]),
        adjectives=_list(row["adjectives"]),
        noun=_list(row["noun"]),
        nouns=_list(row["nouns"]),
        capital=row["capital"] or None,
        capital_aliases=_list(row["capital_aliases"]),
        metonyms=_list(row["metonyms"]),
        geonames=_number(row["geonames"]),
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        cow=_number(row["cow"]),
        gwno=_number(row["gwno"]),
        valid_from=row["valid_from"] or None,
        valid_to=row["valid_to"] or None,
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _number(cell: str) -> int | None:
    return int(cell) if cell else None
