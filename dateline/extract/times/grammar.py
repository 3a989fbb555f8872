"""The grammar of time expressions: regular expressions over word classes, and the search for them in a text.

A pattern is written in class names (`dateline.extract.times.words`) and in the named parts of `_PARTS`; blanks only
separate. Patterns are tried in order at each word, so longer ones stand first. The meaning of each is the function
of the same name in `dateline.extract.times.meanings`.
"""

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from dateline.extract.times.words import CLASSES, NAMES, OTHER, Words, number_class

_PARTS: dict[str, str] = {
    "MON": "(?: (?: MONTH | MAYBE_MONTH ) DOT? )",
    "WD": "(?: WEEKDAY | SHORT_WEEKDAY DOT? )",
    "DD": "(?: DAY | ORDDAY )",
    "AMOUNT": "(?: (?: DAY | COUNT | FIGURE | YEAR | NUMBER ) (?: DASH NUMBER | (?: TO | AND | DASH ) (?: DAY | COUNT | NUMBER ) | AND A HALF )?"
    " | A? VAGUE OF? | A NUMBER | HALF A | A HALF DASH? | DAY FIGURE | A )",
    "ROUGHLY": "(?: APPROXIMATE | COMPARE THAN | AT EXTREME )",
    "ANYUNIT": "(?: UNIT | UNITS | QUARTER )",
    "SEAS": "(?: SEASON | MAYBE_SEASON )",
    "MODS": "(?: THE? EARLY_LATE DASH? | THE? EDGE OF | EARLIER_LATER )",
    "TOD": "(?: (?: CLOCK | COUNT | YEAR | FIGURE ) (?= ZONE ) | CLOCK AMPM? | (?: DAY | NUMBER ) (?: AMPM | OCLOCK ) AMPM? | POINT )",
    "TZ": "(?: (?: ZONE | OTHER ) TIME | ZONE )",
    "RELYEAR": "(?: OF? (?: LAST | THIS | NEXT | THAT SAME? | THE (?: SAME | LAST | NEXT ) ) UNIT )",
    "THEYEAR": "(?: COMMA? YEAR | RELYEAR )",
    "MD": "(?: MON DD (?: THEYEAR )? | (?: THE )? DD OF? MON (?: THEYEAR )? )",
    "DATE": "(?: WD COMMA? (?: THE )? MD | MD | (?: LAST | NEXT | THIS LAST? NEXT? ) WEEKDAY | WEEKDAY )",
}

# name of the meaning -> pattern
_RULES: tuple[tuple[str, str], ...] = (
    ("iso", "ISO | SLASHED"),
    ("clock", "TOD TZ? COMMA? ON? (?: DATE | DEICTIC ) | TOD (?: IN THE PART ) (?: DATE )? | (?: DAY | NUMBER ) IN THE PART | TOD TZ?"),
    ("month_days", "MON DD (?: DASH | TO | AND ) DD (?: COMMA? YEAR )? (?! MON | UNITS )"),
    ("days_month", "DD (?: DASH | TO | AND ) DD OF? MON (?: COMMA? YEAR )?"),
    ("part_of_date", "THE? EARLY_LATE? PART OF (?: DATE )"),
    ("date", "(?: WD COMMA? (?: THE )? | LAST | NEXT | THIS )? MD PART?"),
    ("month_months", "MON (?: DASH | TO | AND ) MON YEAR"),
    ("month", "MODS? MON (?: COMMA | OF )? (?: YEAR (?! DASH COUNT ) | RELYEAR ) | MODS? (?: LAST | NEXT | THIS ) EARLY_LATE? MON | MODS? MON (?! DAY )"),
    ("weekday_of", "THE? (?: WEEKDAY | WEEKEND ) (?: BEFORE_AFTER (?: LAST | NEXT ) | OF (?: LAST | NEXT | THIS ) UNIT )"),
    ("day_before", "THE? UNIT BEFORE_AFTER LAST? NEXT? (?: WEEKDAY | DEICTIC | UNIT )"),
    ("weekday", "(?: EARLY_LATE ON? )? (?: THE? LAST | THE? NEXT | THIS LAST? NEXT? | THAT SAME? )? WEEKDAY (?: EARLY_LATE? PART )?"),
    ("every", "EVERY (?: OTHER_ | ORDINAL | AMOUNT )? (?: ANYUNIT | WEEKDAY | PART | MON | SEAS | WEEKEND )"),
    ("weekend", "MODS? (?: THE? LAST | THE? NEXT | THIS LAST? NEXT? | THE | THAT )? WEEKEND"),
    ("fiscal", "MODS? (?: LAST | NEXT | THIS )? FISCAL (?: YEAR | UNIT YEAR? )"),
    ("quarter", "MODS? (?: THE | THIS | THAT | POSS )? (?: ORDINAL | ORDDAY | LAST | NEXT | SAME )? FISCAL? (?: DASH )? QUARTER (?: OF? FISCAL? YEAR | RELYEAR )?"),
    ("half", "MODS? (?: THE )? (?: ORDINAL | LATEST_ ) DASH? HALF (?: OF? FISCAL? YEAR | RELYEAR | OF (?: THE )? UNIT )?"),
    ("century", "MODS? (?: THE )? EARLY_LATE? DASH? (?: ORDDAY | ORDINAL ) DASH? UNIT"),
    ("decade", "MODS? (?: THE )? (?: EARLY_LATE DASH? )? QUOTE? DECADE"),
    ("season", "MODS? (?: THE? LAST | THE? NEXT | THIS LAST? NEXT? | THE ) SEAS (?: OF? YEAR | RELYEAR )? | MODS? SEAS (?: OF? YEAR | RELYEAR )?"),
    ("ago", "ROUGHLY? (?: AMOUNT DASH? ANYUNIT | UNITS ) (?: AGO | EARLIER_LATER | FROM REFERENCE )"),
    ("before_that", "ROUGHLY? AMOUNT ANYUNIT BEFORE_AFTER THAT (?! OTHER )"),
    ("unit_ago", "UNIT DASH (?: AGO | EARLIER_LATER )"),
    ("last_units", "(?: THE | THIS | THAT )? (?: LAST | NEXT ) (?: ROUGHLY? AMOUNT ) OF? DASH? ANYUNIT"),
    ("vague_units", "(?: THE | THIS )? (?: LAST | NEXT | REFERENCE ) UNITS"),
    ("day_relative", "(?: THE | THAT ) (?: UNIT | PART ) (?: BEFORE_AFTER | EARLIER_LATER ) (?! LAST | NEXT | WEEKDAY )"),
    ("next_part", "(?: MODS | EARLIER_LATER )? (?: THE? NEXT | THE? LAST | THAT SAME? | THE SAME | THIS ) PART | DEICTIC PART | LAST PART"),
    ("unit_of_date", "THE UNIT OF (?: MD )"),
    ("relative_unit", "MODS? (?: THE? LAST | THE? NEXT | THIS LAST? NEXT? | THAT SAME? | THE SAME | THE REFERENCE ) UNIT"),
    ("deictic", "(?: EARLY_LATE ON? )? DEICTIC"),
    ("at_that_time", "(?<= AT ) (?: THAT | THE ) TIME (?! OF )"),
    ("present", "(?<= AT ) (?: THE )? PRESENT (?! OTHER )"),
    ("rate", "PER UNIT"),
    ("duration", "ROUGHLY? (?: (?: THE | THIS )? ORDINAL AMOUNT | (?: THE (?! NUMBER DASH | DAY DASH | COUNT DASH ) )? AMOUNT ) (?: COMPARE | FULL | DASH )* ANYUNIT (?: DASH LONG )?"),
    ("unit_long", "(?: UNIT | UNITS ) DASH LONG"),
    ("bare_units", "UNITS"),
    ("whole_unit", "ROUGHLY? (?: THE | ANOTHER | A ) FULL? UNIT"),
    ("set_word", "SET"),
    ("years", "YEAR DASH (?: YEAR | COUNT | DAY )"),
    ("year", "MODS? (?: THE UNIT )? YEAR"),
    ("feast", "(?: LAST | NEXT | THIS )? FEAST"),
    ("reference", "THE? REFERENCE"),
)

_NAME = re.compile(r"[A-Z_]{2,}|(?<![?A-Z_])A(?![A-Z_])")


def _compile() -> re.Pattern[str]:
    def expand(pattern: str) -> str:
        while any(re.search(rf"\b{part}\b", pattern) for part in _PARTS):
            for part, meaning in _PARTS.items():
                pattern = re.sub(rf"\b{part}\b", lambda _, m=meaning: m, pattern)
        return re.sub(r"\s+", "", _NAME.sub(lambda m: CLASSES.get(m[0], OTHER), pattern))

    return re.compile("|".join(f"(?P<{name}>{expand(pattern)})" for name, pattern in _RULES))


_GRAMMAR = _compile()
# Every piece of the text is one token with the blanks after it, so that lengths add up to places.
_TOKEN = re.compile(
    r"(?:[ap]\.m\b\.?|o['’]clock|[^\W\d_]\w*|['’]s\b|\d{4}-\d\d-\d\d|\d+(?:[.,:/]\d+)*(?:st\b|nd\b|rd\b|th\b|s\b)?|[^\s])[^\S\n]*|\s+"
)


class Tokens:
    """A text cut into tokens, each with its class letter (`classes` is one string) and its place."""

    __slots__ = ("classes", "ends", "numbers", "starts", "text", "tokens", "words")

    def __init__(self, text: str, words: Words) -> None:
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        pieces = _TOKEN.findall(lower)
        self.text = text
        self.words = words
        self.tokens: list[str] = list(map(str.rstrip, pieces))
        self.numbers: dict[int, Any] = {}
        get = words.classes.get
        letters = [get(token, OTHER) for token in self.tokens]
        for place, token in enumerate(self.tokens):
            if letters[place] == OTHER and token[:1].isdecimal():
                letters[place], self.numbers[place] = number_class(token)
        self.classes = "".join(letters)
        self.starts: list[int] = [0, *accumulate(map(len, pieces))]

    def end(self, index: int) -> int:
        """Where a token ends in the text, without the blanks after it."""
        return self.starts[index] + len(self.tokens[index])

    def name(self, index: int) -> str:
        """The class name of a token; OTHER beyond the text."""
        return NAMES[self.classes[index]] if 0 <= index < len(self.tokens) else "OTHER"

    def word(self, index: int) -> str:
        """A lower-case token; empty beyond the text."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else ""

    def meaning(self, index: int) -> Any:
        """What a token stands for: a month's number, a unit's name, a count."""
        found = self.numbers.get(index)
        return found if found is not None else self.words.meanings.get(self.tokens[index])

    def capital(self, index: int) -> bool:
        """Whether a token is written with a capital."""
        return self.text[self.starts[index]].isupper()

    def spaced(self, index: int) -> bool:
        """Whether blanks follow a token."""
        return self.starts[index + 1] > self.end(index)


@dataclass(slots=True)
class Match:
    """A rule's name and the tokens `[first, last)` that it takes."""

    rule: str
    first: int
    last: int
    tokens: Tokens

    def all(self, *names: str) -> list[Any]:
        """The meanings of the tokens of these classes, in order."""
        return [self.tokens.meaning(i) for i in range(self.first, self.last) if self.tokens.name(i) in names]

    def one(self, *names: str) -> Any:
        """The meaning of the first token of these classes, or None."""
        return next(iter(self.all(*names)), None)

    def at(self, *names: str) -> int | None:
        """The index of the first token of these classes, or None."""
        return next((i for i in range(self.first, self.last) if self.tokens.name(i) in names), None)

    def has(self, *names: str) -> bool:
        """Whether a token of these classes is there."""
        return self.at(*names) is not None

    def part(self, first: int, last: int) -> "Match":
        """The same rule over fewer tokens."""
        return Match(self.rule, first, last, self.tokens)


def find(tokens: Tokens, place: int) -> Match | None:
    """The first place at or after a token where a rule fits."""
    found = _GRAMMAR.search(tokens.classes, place)
    return Match(found.lastgroup or "", found.start(), found.end(), tokens) if found else None
