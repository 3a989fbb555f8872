"""Words that matter when names of different reports are compared."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class AgreementNames:
    """Nouns of agreements and their kinds, words that say nothing, words that say the same."""

    kinds: dict[str, str]
    empty: frozenset[str]
    same: dict[str, str]


@dataclass(frozen=True, slots=True)
class PersonNames:
    """Words before a name that are no part of it, forms of first names, articles of family names, common family names.

    `same` gives for each form of a first name the rows that it stands in: "Ted" is an Edward or a Theodore.
    """

    address: frozenset[str]
    same: dict[str, frozenset[int]]
    prefixes: frozenset[str]
    common: frozenset[str]


@cache
def _words(language: str) -> dict[str, Any]:
    return tomllib.loads(files("dateline.lang").joinpath(language, "linking.toml").read_text(encoding="utf-8"))


@cache
def agreement_names(language: str = "en") -> AgreementNames:
    """The words of names of agreements."""
    found = _words(language)["agreement"]
    kinds = {noun: kind for kind, nouns in found["kinds"].items() for noun in nouns}
    return AgreementNames(kinds, frozenset(found["empty"]), found["same"])


@cache
def person_names(language: str = "en") -> PersonNames:
    """The words of names of persons."""
    found = _words(language)["person"]
    rows: dict[str, set[int]] = {}
    for number, row in enumerate(found["same"]):
        for form in row.split():
            rows.setdefault(form, set()).add(number)
    same = {form: frozenset(numbers) for form, numbers in rows.items()}
    return PersonNames(
        frozenset(found["address"]), same, frozenset(found["prefixes"]), frozenset(found["common"].split())
    )


@cache
def generic_words(language: str = "en") -> frozenset[str]:
    """Words of organisations' names that are nobody's in particular ("police", "department")."""
    return frozenset(_words(language)["body"]["generic"].split())


@cache
def wanted_offices(language: str = "en") -> frozenset[str]:
    """Last words of titles of those who hold no office but want one ("nominee")."""
    return frozenset(_words(language)["office"]["wanted"])
