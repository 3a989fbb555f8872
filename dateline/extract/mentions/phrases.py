"""Noun phrases: which tokens belong to a head, without its relative clauses and appositives."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.lang.names import particles
from dateline.lang.titles import titles
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
# Marks that the recogniser of names sometimes takes for the end of a name.
_CLOSING = frozenset({"?", "!", ",", ";", ":", "”", '"', "’", "-", "–", "—"})
# The first half of a noun that the parser cuts from it ("co-workers").
_HALVES = frozenset({"co"})
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
        if self.is_apart(head):
            return self._name_first(head)
        first = self._left[head]
        while first < head and self._tokens[first].entity == "DATE" and self._tokens[first].pos == "PROPN":
            if self._tokens[first + 1].lower in _CLITICS:
                break
            first += 1
        if first >= 2 and self._tokens[first - 1].text == "-" and self._tokens[first - 2].lower in _HALVES:
            first = self._left[first - 2]
        return self._past_other(first, head)

    def _past_other(self, first: int, head: int) -> int:
        """Past another person, where the parser took "Minister A and President B" for one name."""
        tokens = self._tokens
        if tokens[head].entity == "PERSON":
            for index in range(head - 1, first, -1):
                if tokens[index].lower == "and" and tokens[index - 1].entity == "PERSON":
                    return index + 1
        return first

    def _name_first(self, head: int) -> int:
        """Where name and titles begin before a name whose words the parser hung to others."""
        tokens, first = self._tokens, head
        while first and tokens[first - 1].sentence == tokens[head].sentence:
            before = tokens[first - 1]
            if before.pos not in ("PROPN", "ADJ", "DET") or not before.text[0].isalnum() or before.entity == "DATE":
                break
            first -= 1
        return first

    def is_apart(self, index: int) -> bool:
        """Whether a name hangs to another person's name without being part of it."""
        token = self._tokens[index]
        if token.entity != "PERSON" or index + 1 >= len(self._tokens) or self._tokens[index + 1].lower != "and":
            return False
        top = index
        while self._tokens[top].head > top:
            top = self._tokens[top].head
            if self._tokens[top].entity == "PERSON" and self._first(top) > index:
                return True
        return False

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
        while last - 1 > head and tokens[last - 1].text in _CLOSING:
            last -= 1
        if token.entity == "PERSON" and self._goes_on(last):
            last += 2
        return last + 1 if self._is_spelt_with(last, head) else last

    def _goes_on(self, last: int) -> bool:
        """Whether a small word and a surname follow a name that was ended too early ("Bingu wa Mutharika")."""
        tokens = self._tokens
        if last + 1 >= len(tokens) or tokens[last].lower not in particles() or not tokens[last].text.islower():
            return False
        return tokens[last + 1].pos == "PROPN" and tokens[last + 1].sentence == tokens[last - 1].sentence

    def _is_spelt_with(self, index: int, head: int) -> bool:
        """Whether "'s" ends a firm's name and marks no owner ("McDonald's opened")."""
        tokens = self._tokens
        if index >= len(tokens) or tokens[index].tag != "POS" or tokens[head].entity != "ORG":
            return False
        return (
            tokens[index].head == head and tokens[head].dep != "poss" and tokens[index].start == tokens[index - 1].end
        )

    def _last(self, head: int, core: int, *, hold: bool) -> int:
        tokens = self._tokens
        last = core
        for child in self._syntax.children(head):
            if child < head or tokens[child].dep != "prep" or child > last:
                continue
            word = tokens[child].lower
            if word == "of" or (hold and word in _HOLDING):
                inner = self._syntax.child(child, "pobj")
                if inner is not None and (word == "of" or self._belongs(head, inner)):
                    last = max(last, self._with_conjuncts(inner))
        return last

    def _belongs(self, head: int, inner: int) -> bool:
        """Whether a "for", "from", "at" or "to" phrase names whom a holder serves: not "opponents for his proposal"."""
        if self._tokens[head].lower in titles().first or self._tokens[head].lemma in titles().first:
            return True
        return any(t.pos == "PROPN" for t in self._tokens[self._first(inner) : self._core_last(inner)])

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
