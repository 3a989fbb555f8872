"""Word classes: every token of a text becomes one character, so that the grammar can be regular expressions."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_NUMERIC = re.compile(r"(\d+)(?:(s)|(st|nd|rd|th))?\Z")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z")
_SLASHED = re.compile(r"(\d{1,4})[/.](\d{1,2})[/.](\d{2,4})\Z")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?::\d\d)?\Z")

# Classes that are told from the token's shape or are single marks.
_SHAPES = (
    "OTHER",
    "DAY",
    "COUNT",
    "YEAR",
    "FIGURE",
    "DECADE",
    "ORDDAY",
    "CLOCK",
    "ISO",
    "SLASHED",
    "COMMA",
    "DOT",
    "DASH",
    "POSS",
    "QUOTE",
    "MONEY",
    "FEAST",
)
_WORDS = (
    "month",
    "maybe_month",
    "weekday",
    "short_weekday",
    "number",
    "vague",
    "ordinal",
    "unit",
    "units",
    "quarter",
    "half",
    "part",
    "point",
    "weekend",
    "season",
    "maybe_season",
    "deictic",
    "reference",
    "set",
    "last",
    "next",
    "early_late",
    "edge",
    "earlier_later",
    "before_after",
    "ago",
    "approximate",
    "compare",
    "extreme",
    "ampm",
    "zone",
)
_PLAIN = (
    "A",
    "THE",
    "THIS",
    "THAT",
    "SAME",
    "OF",
    "IN",
    "ON",
    "AT",
    "TO",
    "AND",
    "FROM",
    "THAN",
    "EVERY",
    "PER",
    "OLD",
    "FISCAL",
    "TIME",
    "OCLOCK",
    "LONG",
    "ANOTHER",
    "FULL",
    "PRESENT",
)
_MARKS = {
    ",": "COMMA",
    ".": "DOT",
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "'s": "POSS",
    "’s": "POSS",
    "'": "QUOTE",
    "’": "QUOTE",
    "$": "MONEY",
    "£": "MONEY",
    "€": "MONEY",
    "¥": "MONEY",
}
_NAMES = (*_SHAPES, *(w.upper() for w in _WORDS), *_PLAIN)
# Letters below 256 keep the engine's character sets small and quick.
_LETTERS = [chr(code) for code in range(0x30, 0x100) if chr(code).isalnum()]
_OTHER_MARKS = '"()[]/;:?!&%#*+“”‘'
CLASSES: dict[str, str] = dict(zip(_NAMES, _LETTERS[: len(_NAMES)], strict=True))
NAMES: dict[str, str] = {letter: name for name, letter in CLASSES.items()}
OTHER = CLASSES["OTHER"]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language: class letters and meanings by lower-case word, and the small word lists by name."""

    classes: dict[str, str]
    meanings: dict[str, Any]
    lists: dict[str, dict[str, frozenset[str]]]
    feasts: dict[str, tuple[str, Any]]


@cache
def words(language: str = "en") -> Words:
    """The words of time of a language."""
    found = _load(language, "times.toml")
    classes: dict[str, str] = dict.fromkeys(["", *_OTHER_MARKS], OTHER)
    classes |= {mark: CLASSES[name] for mark, name in _MARKS.items()}
    meanings: dict[str, Any] = {}
    for table in _WORDS:
        for word, meaning in found[table].items():
            classes[word], meanings[word] = CLASSES[table.upper()], meaning
    for word, name in found["word"].items():
        classes[word] = CLASSES[name]
    for word, meaning in found["present"].items():
        classes[word], meanings[word] = CLASSES["PRESENT"], meaning
    feasts = _feasts(_load(language, "holidays.toml"))
    for name in feasts:
        classes.setdefault(name.split()[0], CLASSES["FEAST"])
    for number in range(2200):
        word = str(number)
        classes[word], meanings[word] = _of_number(number, digits=len(word)), number
    lists = {
        table: {name: frozenset(values) for name, values in found[table].items()}
        for table in (
            "quantity",
            "time_prepositions",
            "season_prepositions",
            "tense",
            "factual",
            "forward",
            "reference_use",
            "full",
        )
    }
    return Words(classes, meanings, lists, feasts)


def _load(language: str, name: str) -> dict[str, Any]:
    return tomllib.loads(files("dateline.lang").joinpath(language, name).read_text(encoding="utf-8"))


def _feasts(found: dict[str, Any]) -> dict[str, tuple[str, Any]]:
    feasts = {name: (how, value) for how in ("fixed", "nth", "easter") for name, value in found[how].items()}
    feasts.update((name, ("undated", None)) for name in found["undated"]["names"])
    return feasts


def _of_number(number: int, *, digits: int) -> str:
    if digits == 4 and 1000 <= number < 2200:
        return CLASSES["YEAR"]
    return CLASSES["DAY" if 1 <= number <= 31 and digits <= 2 else "COUNT"]


def number_class(token: str) -> tuple[str, Any]:
    """Class letter and meaning of a token that begins with a digit and is no plain small number."""
    if match := _NUMERIC.match(token):
        number = int(match[1])
        if match[2]:
            return CLASSES[
                "DECADE" if number % 10 == 0 and (1000 <= number < 2200 or number < 100) else "OTHER"
            ], number
        if match[3]:
            return CLASSES["ORDDAY" if number <= 31 else "FIGURE"], number
        return _of_number(number, digits=len(match[1])), number
    if match := _ISO.match(token):
        return CLASSES["ISO"], (int(match[1]), int(match[2]), int(match[3]))
    if match := _SLASHED.match(token):
        return CLASSES["SLASHED"], (int(match[1]), int(match[2]), int(match[3]))
    if (match := _CLOCK.match(token)) and int(match[1]) < 25 and int(match[2]) < 60:
        return CLASSES["CLOCK"], (int(match[1]), int(match[2]))
    return CLASSES["FIGURE"], token
