"""A text as classes of words, and the places where a rule of the grammar fits."""

import re
from collections.abc import Generator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from dateline.extract.times.rules import BY_FIRST, RUN
from dateline.extract.times.words import NAMES, OTHER, Words, number_class

# Every piece of the text is one token with the blanks after it, so that lengths add up to places.
_TOKEN = re.compile(
    r"(?:[ap]\.m\b\.?|o['’]clock|[^\W\d_]\w*|['’]s\b|\d{4}-\d\d-\d\d|\d+(?:[.,:/]\d+)*(?:st\b|nd\b|rd\b|th\b|s\b)?|[^\s])[^\S\n]*|\s+"
)


class Tokens:
    """A text cut into tokens, each with its class letter (`classes` is one string) and its place."""

    __slots__ = ("classes", "ends", "starts", "text", "tokens", "words")

    def __init__(self, text: str, words: Words) -> None:
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        pieces = _TOKEN.findall(lower)
        self.text = text
        self.words = words
        self.tokens: list[str] = list(map(str.rstrip, pieces))
        get = words.classes.get
        # Digits and marks sort before ":", letters after it: words that are no words of time cost one look-up.
        self.classes = "".join([get(word) or (OTHER if word > ":" else number_class(word)[0]) for word in self.tokens])
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
        token = self.tokens[index]
        found = self.words.meanings.get(token)
        return number_class(token)[1] if found is None and token[:1].isdecimal() else found

    def capital(self, index: int) -> bool:
        """Whether a token is written with a capital."""
        return self.text[self.starts[index]].isupper()

    def shortened(self, index: int) -> bool:
        """Whether a token is a short form, to which a full stop belongs ("Nov.", "Tues.")."""
        short = self.name(index) in ("MONTH", "MAYBE_MONTH", "SHORT_WEEKDAY") and len(self.word(index)) <= 5
        return short and self.word(index) not in self.words.lists["full"]["months"]

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


def find(tokens: Tokens) -> Generator[Match, int, None]:
    """Each place where a rule fits, in order; the caller sends the token from which to go on."""
    place, classes = 0, tokens.classes
    for run in RUN.finditer(classes):
        place, end = max(place, run.start()), run.end()
        while place < end:
            rules = BY_FIRST.get(classes[place])
            found = rules.match(classes, place) if rules else None
            if found is None:
                place += 1
            else:
                place = yield Match(found.lastgroup or "", place, found.end(), tokens)
