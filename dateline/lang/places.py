"""The words around names of places."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Word classes that tell names of places from other names; each is explained in `en/places.toml`."""

    before: frozenset[str]
    kinds: frozenset[str]
    prepositions: frozenset[str]
    strict: frozenset[str]
    never: frozenset[str]
    acting_nouns: frozenset[str]
    dealing: frozenset[str]
    grounds: frozenset[str]
    still: frozenset[str]
    parties: frozenset[str]
    bodies: frozenset[str]
    brands: frozenset[str]
    landforms: frozenset[str]
    addressing: frozenset[str]
    settlements: frozenset[str]
    following_settlements: frozenset[str]
    articles: frozenset[str]
    facilities: frozenset[str]
    parts: frozenset[str]
    taking: frozenset[str]
    topics: frozenset[str]
    turns: frozenset[str]
    venues: frozenset[str]
    strikes: frozenset[str]
    present: frozenset[str]
    joint: frozenset[str]
    journeys: frozenset[str]
    judging: frozenset[str]
    division_offices: frozenset[str]
    state_offices: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The words, loaded once."""
    table = tomllib.loads(files("dateline.lang").joinpath("en/places.toml").read_text("utf-8"))
    return PlaceWords(**{name: frozenset(words) for name, words in table.items()})
