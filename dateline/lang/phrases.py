"""Fixed runs of words, found in a row of tokens by their first word, the longest first."""

import re
from collections.abc import Iterator, Sequence

_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_CLITIC = re.compile(r"(?<=\w)(['’]s\b|(?<=s)['’](?=\s|$))")


def split_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, cut as the parser cuts them: hyphens between letters and "'s" stand alone."""
    return tuple(_CLITIC.sub(r" \1", _HYPHEN.sub(" - ", phrase)).replace(",", " ,").split())


def plural_of(noun: str) -> str:
    """The plural of a regular English noun, of its head before "of" or "for" ("secretary of state")."""
    for join in (" of ", " for ", " in "):
        if join in noun:
            head, rest = noun.split(join, 1)
            return plural_of(head) + join + rest
    if noun.endswith(("man", "woman")) and noun not in ("human", "german", "roman", "shaman"):
        return noun[:-2] + "en"
    if noun.endswith("person"):
        return noun[:-6] + "people"
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


class PhraseTable[V]:
    """Phrases with values. Look-up is by the lower-case words that the phrase is cut into."""

    def __init__(self) -> None:
        self.first: dict[str, list[tuple[tuple[str, ...], V]]] = {}

    def add(self, phrase: str, value: V) -> None:
        """Put in one phrase; among equal ones the first added is found first."""
        words = split_words(phrase.lower())
        if words:
            self.first.setdefault(words[0], []).append((words, value))

    def settle(self) -> None:
        """Order the phrases so that the longest is tried first. Call once, after the last `add`."""
        for found in self.first.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def at(self, words: Sequence[str], start: int) -> Iterator[tuple[int, V]]:
        """The end and the value of each phrase that stands at `start`, the longest first."""
        for phrase, value in self.first.get(words[start], ()):
            end = start + len(phrase)
            if len(phrase) == 1 or tuple(words[start:end]) == phrase:
                yield end, value
