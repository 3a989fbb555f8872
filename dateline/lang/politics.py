"""Word lists that decide whether somebody or something has a political side."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def politics(name: str, language: str = "en") -> frozenset[str]:
    """One list of `politics.toml`, by its name there. Raises KeyError where there is none."""
    return _lists(language)[name]


@cache
def _lists(language: str) -> dict[str, frozenset[str]]:
    text = files("dateline.lang").joinpath(language, "politics.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}
