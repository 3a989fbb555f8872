"""The words that a language cannot do without."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def frequent_words(language: str) -> frozenset[str]:
    """Lower-case function words that no neighbouring language writes the same."""
    text = files("dateline.lang").joinpath(language, "frequent.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["words"])
