"""The words by which a report sets what it tells beside the past."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ComparisonWords:
    """What opens a comparison, as (kind, pattern) with the longest phrases first, and classes of words about it."""

    triggers: tuple[tuple[str, re.Pattern[str]], ...]
    classes: dict[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.classes[name]


@cache
def comparison_words(language: str = "en") -> ComparisonWords:
    """The words of comparisons."""
    data = tomllib.loads(files("dateline.lang").joinpath(language, "comparisons.toml").read_text(encoding="utf-8"))
    triggers = tuple((kind, _pattern(phrases)) for kind, phrases in data["triggers"].items())
    return ComparisonWords(triggers, {name: frozenset(words) for name, words in data["words"].items()})


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    inside = "|".join(phrase.replace(" ", r"[\s-]+") for phrase in longest_first)
    return re.compile(rf"\b(?:{inside})\b", re.IGNORECASE)
