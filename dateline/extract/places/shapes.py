"""Names of places by their shape: the recogniser breaks up long names and misses those that only a kind gives away."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.lang.places import place_words
from dateline.model.syntax import Token
from dateline.ontology import gazetteer
from dateline.ontology.countries import countries

Range = tuple[int, int, str]  # first token, the one after the last, label

KIND = "KIND"  # the label of a name that stands beside "village", "province" …
WHOLES = frozenset({"ORG", "FAC", "LAW", "EVENT"})  # names that can hold the name of a place
_LONGEST = 5


def merged(entities: Sequence[Range], shaped: Sequence[Range]) -> list[Range]:
    """The recogniser's names and ours; ours win, but for a country inside the name of a body."""
    if not shaped:
        return list(entities)
    kept: list[Range] = []
    dropped: set[Range] = set()
    for entity in entities:
        clashes = [s for s in shaped if s[0] < entity[1] and entity[0] < s[1]]
        if not clashes:
            kept.append(entity)
        elif entity[2] in WHOLES and all(s[2] != KIND and _strictly_inside(s, entity) for s in clashes):
            kept.append(entity)
            dropped.update(clashes)
    ours: list[Range] = []
    for one in sorted(shaped, key=lambda s: (s[0], s[2] == KIND)):
        if one not in dropped and (not ours or ours[-1][1] <= one[0]):
            ours.append(one)
    return sorted((*kept, *ours))


def _strictly_inside(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and inner[1] - inner[0] < outer[1] - outer[0]


def long_names(tokens: Sequence[Token]) -> Iterator[Range]:
    """Names of countries and regions of three words and more."""
    starts = _long_names_by_word()
    end = 0
    for at in [token.index for token in tokens if token.lower in starts]:
        if at < end:
            continue
        for words in starts[tokens[at].lower]:
            if tuple(t.lower for t in tokens[at : at + len(words)]) == words and tokens[at].text[0].isupper():
                end = at + len(words)
                yield at, end, "GPE"
                break


def named_kinds(tokens: Sequence[Token]) -> Iterator[Range]:
    """ "the village of Qaryut", "in Andar district"."""
    words = place_words()
    for at in [token.index for token in tokens if token.lower in words.settlements]:
        if at + 2 < len(tokens) and tokens[at + 1].lower == "of":
            first = at + 3 if tokens[at + 2].lower == "the" else at + 2
            last = run(tokens, first)
            if last > first:
                yield first, last, KIND
        elif tokens[at].lower in words.following_settlements:
            first = _run_back(tokens, at)
            before = tokens[first - 1].lower if first else ""
            if first < at and before in words.prepositions:
                yield first, at, KIND


def short_forms(tokens: Sequence[Token]) -> Iterator[Range]:
    """ "Paris, Ont." and "Long Beach, CA"."""
    for comma in [token.index for token in tokens if token.text == ","]:
        at = comma + 1
        if not comma or at >= len(tokens) or not tokens[at].text[0].isupper() or tokens[comma - 1].pos != "PROPN":
            continue
        word = tokens[at].text
        whole = word + "." if at + 1 < len(tokens) and tokens[at + 1].text == "." else word
        if gazetteer.by_abbreviation(word) or gazetteer.by_abbreviation(whole) or gazetteer.by_postal_code(word):
            yield at, at + 1, "GPE"


def run(tokens: Sequence[Token], first: int) -> int:
    """The end of the capitalised words that start here."""
    end = first
    while end < min(len(tokens), first + _LONGEST) and _is_part(tokens, end):
        end += 1
    return end


def _run_back(tokens: Sequence[Token], last: int) -> int:
    """The start of the capitalised words that end here."""
    first = last
    while first > max(0, last - _LONGEST) and _is_part(tokens, first - 1):
        first -= 1
    return first


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word can be part of a name: "Bab", and the "al" and "-" of "al-Bab"."""
    token = tokens[at]
    words = place_words()
    if token.text[0].isupper():
        return token.lower not in words.never and token.entity not in {"DATE", "TIME"}
    if token.text == "-":
        return 0 < at < len(tokens) - 1 and tokens[at - 1].end == token.start and tokens[at + 1].text[0].isupper()
    joined = at + 1 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 1].start == token.end
    return joined and token.lower in words.articles


@cache
def _long_names_by_word() -> dict[str, list[tuple[str, ...]]]:
    """First word -> the words of the names, the longest first."""
    starts: dict[str, list[tuple[str, ...]]] = {}
    named = (name for country in countries() for name in (country.name, *country.aliases))
    for name in (*named, *gazetteer.own_names()):
        words = tuple(re.findall(r"\w[\w.’']*|-|&", name.lower()))
        if len(words) >= 3:
            for variant in (words, *_with_article(words)):
                if variant not in starts.setdefault(variant[0], []):
                    starts[variant[0]].append(variant)
    return {first: sorted(names, key=lambda w: (-len(w), w)) for first, names in starts.items()}


def _with_article(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """ "Democratic Republic of the Congo" as "… of Congo", and the other way round."""
    for i, word in enumerate(words[:-1]):
        if word == "of":
            bare = words[i + 1] == "the"
            yield (*words[: i + 1], *words[i + 2 :]) if bare else (*words[: i + 1], "the", *words[i + 1 :])
