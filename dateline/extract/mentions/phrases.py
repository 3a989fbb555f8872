"""Noun phrases: which tokens belong to a head, without its relative clauses and appositives."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.syntax import Syntax, Token

# What may stand before its noun inside the noun's phrase.
_BEFORE = frozenset(
    {
        "det",
        "amod",
        "nummod",
        "compound",
        "poss",
        "nmod",
        "quantmod",
        "predet",
        "advmod",
        "npadvmod",
        "neg",
        "acomp",
        "meta",
    }
)
_CLITICS = frozenset({"'s", "’s", "'", "’"})
# Prepositions that join a holder to what he holds or whom he speaks for ("spokesman for the ministry").
_HOLDING = frozenset({"of", "for", "from", "at", "to"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The token range `[first, last)` and its head token; `core_last` ends it before any "of" phrase."""

    first: int
    last: int
    head: int
    core_last: int


class Phrases:
    """The noun phrases of one text, made on demand."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._tokens = syntax.tokens
        self._left = _left_edges(syntax.tokens)

    def at(self, head: int, *, hold: bool) -> Phrase:
        """The phrase of a head. `hold` lets "for", "from" and "at" phrases in beside "of"."""
        core = self._core_last(head)
        return Phrase(self._first(head), self._last(head, core, hold=hold), head, core)

    def _first(self, head: int) -> int:
        """The left edge, past a day that the parser hung to the noun ("On Tuesday French officials")."""
        first = self._left[head]
        while first < head and self._tokens[first].entity == "DATE" and self._tokens[first].pos == "PROPN":
            if self._tokens[first + 1].lower in _CLITICS:
                break
            first += 1
        return first

    def _core_last(self, head: int) -> int:
        """Past the head and the rest of a name that the parser hung to it."""
        tokens = self._tokens
        last = head + 1
        token = tokens[head]
        if token.entity in ("ORG", "PERSON", "GPE", "NORP"):
            while last < len(tokens) and tokens[last].entity == token.entity and not tokens[last].entity_start:
                if tokens[last].lower in _CLITICS:
                    break
                last += 1
        while last < len(tokens) and tokens[last].head == head and tokens[last].dep in ("nummod", "flat", "compound"):
            last += 1
        return last

    def _last(self, head: int, core: int, *, hold: bool) -> int:
        tokens = self._tokens
        last = core
        for child in self._syntax.children(head):
            if child < head or tokens[child].dep != "prep" or child > last:
                continue
            word = tokens[child].lower
            if word == "of" or (hold and word in _HOLDING):
                inner = self._syntax.child(child, "pobj")
                if inner is not None:
                    last = max(last, self._with_conjuncts(inner))
        return last

    def _with_conjuncts(self, head: int) -> int:
        last = self._last(head, self._core_last(head), hold=False)
        for child in self._syntax.children(head):
            if child > head and self._tokens[child].dep == "conj" and self._tokens[child].pos in ("PROPN", "NOUN"):
                last = max(last, self._with_conjuncts(child))
        return last


def _left_edges(tokens: Sequence[Token]) -> list[int]:
    """For each token, where the phrase that it heads begins."""
    edges = list(range(len(tokens)))
    for token in tokens:
        up, index = token, token.index
        while up.head > up.index and edges[up.head] > index:
            edges[up.head] = index
            up = tokens[up.head]
    starts = list(range(len(tokens)))
    for token in tokens:
        if token.head > token.index and token.dep in _BEFORE and edges[token.index] < starts[token.head]:
            starts[token.head] = edges[token.index]
    return starts
