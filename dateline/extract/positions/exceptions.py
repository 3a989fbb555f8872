"""Everybody but some: "all but Russia and China", "every member except Hungary", "no country apart from Peru"."""

from dataclasses import dataclass

from dateline.lang.diplomacy import position_words
from dateline.model.actor import Actor
from dateline.model.annotation import Annotation
from dateline.model.predicate import Argument, Predicate
from dateline.model.reading import Reading

_PASSED_OVER = frozenset({"DET", "ADP", "CCONJ", "PUNCT", "PRON", "ADJ", "PART", "SCONJ"})
_LONGEST_MARK = 4
_NEAR = 2  # tokens from a subject to the mark behind it


@dataclass(frozen=True, slots=True)
class Everybody:
    """A subject that is everybody of some kind, or nobody.

    Tokens `[first, last)` are its words up to the exception. `excepted` are the actors named as apart from the others,
    by the tokens that name them; where it is `nobody`, they alone are meant.
    """

    first: int
    last: int
    excepted: dict[int, Annotation[Actor]]
    nobody: bool


def everybody(reading: Reading, predicate: Predicate, subject: Argument) -> Everybody | None:
    """What a subject says of everybody, or None where it is about some only."""
    words, tokens = position_words(), reading.parsed.tokens
    inside = reading.parsed.inside(subject.span)
    first = _quantifier(reading, inside)
    if first is None:
        return None
    # Parsers cut a subject before its exception: the names reach up to the verb, or behind it to the sentence's end.
    is_before = predicate.head > inside[-1]
    end = predicate.head if is_before else reading.parsed.sentences[tokens[first].sentence][1]
    nobody = tokens[first].lower in words.nobody
    mark = _mark(reading, first + 1, end)
    if mark is not None and (is_before or mark[0] <= inside[-1] + _NEAR):
        return Everybody(first, mark[0], _named(reading, mark[1], end), nobody)
    begins = reading.parsed.sentences[tokens[first].sentence][0]
    mark = _mark(reading, begins, min(begins + _LONGEST_MARK, first))
    if mark is not None and mark[0] == begins:
        return Everybody(first, inside[-1] + 1, _named(reading, mark[1], first), nobody)
    aside = next((a for a in predicate.role("oblique") if _mark(reading, *_reach(reading, a))), None)
    if aside is not None:
        begins, behind = _reach(reading, aside)
        mark = _mark(reading, begins, behind)
        named = _named(reading, mark[1], behind) if mark else {}
        return Everybody(first, inside[-1] + 1, named, nobody)
    return Everybody(first, inside[-1] + 1, {}, nobody)


def _quantifier(reading: Reading, inside: range) -> int | None:
    """The token that says everybody or nobody: the first one, or one behind "the leaders of"."""
    words, tokens = position_words(), reading.parsed.tokens
    for i in inside[: _LONGEST_MARK + 1]:
        whole = tokens[i].lower in words.everybody
        if (i == inside[0] and (whole or tokens[i].lower in words.nobody)) or (whole and tokens[i - 1].lower == "of"):
            return i
    return None


def _reach(reading: Reading, argument: Argument) -> tuple[int, int]:
    """The tokens of a phrase with its preposition: "[with the exception of Hungary]"."""
    inside = reading.parsed.inside(argument.span)
    return (max(0, inside[0] - 1), inside[-1] + 1) if inside else (0, 0)


def _mark(reading: Reading, first: int, end: int) -> tuple[int, int] | None:
    """Where words that make an exception stand between two tokens, the longest first."""
    tokens, marks = reading.parsed.tokens, position_words().excepting
    for i in range(first, end):
        for length in range(_LONGEST_MARK, 0, -1):
            if i + length <= end and " ".join(t.lower for t in tokens[i : i + length]) in marks:
                return i, i + length
    return None


def _named(reading: Reading, first: int, end: int) -> dict[int, Annotation[Actor]]:
    """The actors listed from a token on, up to the first word that belongs to no list of them."""
    found: dict[int, Annotation[Actor]] = {}
    for token in reading.parsed.tokens[first:end]:
        actor = reading.actor_at(token.start)
        if actor is not None and actor.value.kind != "group" and actor.value.country is not None:
            # "The ambassador of Peru" is one, and Peru no second.
            if actor.value.country not in {a.value.country for a in found.values()}:
                found[token.index] = actor
        elif token.pos not in _PASSED_OVER:
            break
    return found
