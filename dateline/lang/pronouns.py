"""Pronouns, and the other words for persons that are no nouns."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun can stand for. `gender` is `male`, `female`, `neuter` or `any`; `number` may be `either`."""

    number: str
    gender: str
    reflexive: bool = False
    speaker: bool = False
    relative: bool = False


@dataclass(frozen=True, slots=True)
class PersonWords:
    """Adjectives ("the injured"), quantities ("18 of"), words that stand alone, and verbs that matter to pronouns."""

    adjectives: frozenset[str]
    quantities: frozenset[str]
    alone: frozenset[str]
    expletive: frozenset[str]
    of_somebody: frozenset[str]
    speech: frozenset[str]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("dateline.lang").joinpath("en", "pronouns.toml").read_text("utf-8"))


@cache
def pronouns() -> dict[str, Pronoun]:
    """Each pronoun by its lower-case form."""
    return {word: Pronoun(**row) for word, row in _data()["pronoun"].items()}


@cache
def person_words() -> PersonWords:
    """The other words."""
    return PersonWords(**{key: frozenset(words) for key, words in _data()["persons"].items()})
