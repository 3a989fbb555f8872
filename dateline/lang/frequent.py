"""The words that a language cannot do without."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _data(language: str) -> dict[str, Any]:
    return tomllib.loads(files("dateline.lang").joinpath(language, "frequent.toml").read_text(encoding="utf-8"))


@cache
def frequent_words(language: str) -> frozenset[str]:
    """Lower-case function words that no neighbouring language writes the same."""
    return frozenset(_data(language)["words"])


@cache
def words_of_neighbour(language: str, neighbour: str) -> frozenset[str] | None:
    """Lower-case function words of a language that is made of `language`'s words; None where it is none."""
    words = _data(language)["neighbours"].get(neighbour)
    return frozenset(words) if words is not None else None
