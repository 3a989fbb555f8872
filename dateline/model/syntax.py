"""The grammar of a text: tokens, sentences, and who depends on whom.

Our own light copy of a parser's output, so that extractors know no parser and tests can build a
sentence by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(slots=True)
class Token:
    """One word or mark. `pos` is Universal POS, `tag` Penn, `dep` a ClearNLP label, `head` an index.

    A root is its own head. `entity` is an OntoNotes type or "", and `entity_start` marks its first token.
    """

    index: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int
    entity: str = ""
    entity_start: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Syntax:
    """All tokens of one text, with the ways to walk them. Token ranges are half-open pairs of indices."""

    __slots__ = ("_children", "_edges", "entities", "sentences", "tokens")

    def __init__(self, tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> None:
        self.tokens = tokens
        self.sentences = sentences
        self._children: list[list[int]] | None = None
        self._edges: list[tuple[int, int]] | None = None
        self.entities: list[tuple[int, int, str]] = _entities(tokens)

    def children(self, index: int) -> list[int]:
        """The direct dependents of a token, left to right."""
        if self._children is None:
            self._children = [[] for _ in self.tokens]
            for token in self.tokens:
                if token.head != token.index:
                    self._children[token.head].append(token.index)
        return self._children[index]

    def child(self, index: int, *deps: str) -> int | None:
        """The first dependent with one of these labels, or None."""
        for i in self.children(index):
            if self.tokens[i].dep in deps:
                return i
        return None

    def edges(self, index: int) -> tuple[int, int]:
        """The token range from the leftmost to the rightmost descendant."""
        if self._edges is None:
            self._edges = self._find_edges()
        return self._edges[index]

    def _find_edges(self) -> list[tuple[int, int]]:
        edges = [(t.index, t.index + 1) for t in self.tokens]
        order = sorted(self.tokens, key=lambda t: -self._depth(t))
        for token in order:
            if token.head != token.index:
                left, right = edges[token.index]
                head_left, head_right = edges[token.head]
                edges[token.head] = (min(left, head_left), max(right, head_right))
        return edges

    def _depth(self, token: Token) -> int:
        depth = 0
        while token.head != token.index:
            token = self.tokens[token.head]
            depth += 1
        return depth

    def subtree(self, index: int) -> list[int]:
        """A token and all its descendants, in text order."""
        found, stack = [], [index]
        while stack:
            i = stack.pop()
            found.append(i)
            stack.extend(self.children(i))
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """The head, its head, and so on up to the root."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def conjuncts(self, index: int) -> list[int]:
        """A token and what is coordinated with it to its right: A, B and C from A in "A, B and C".

        What stands behind "but" is left out: "all members but Russia" are without Russia.
        """
        found, queue = [], [index]
        while queue:
            i = queue.pop(0)
            found.append(i)
            excepted = False
            for child in self.children(i):
                token = self.tokens[child]
                excepted = token.lower == "but" if token.dep == "cc" else excepted
                if token.dep == "conj" and not excepted:
                    queue.append(child)
        return sorted(found)

    def span(self, first: int, last: int) -> Span:
        """The text span of the token range `[first, last)`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def sentence_span(self, sentence: int) -> Span:
        """The text span of a sentence, by its number."""
        return self.span(*self.sentences[sentence])

    def inside(self, span: Span) -> range:
        """The indices of the tokens that begin inside a span of the text."""
        return range(self._first_at(span.start), self._first_at(span.end))

    def _first_at(self, position: int) -> int:
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].start < position:
                low = middle + 1
            else:
                high = middle
        return low


def _entities(tokens: Sequence[Token]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    first = None
    for token in tokens:
        if first is not None and (token.entity_start or not token.entity):
            found.append((first, token.index, tokens[first].entity))
            first = None
        if token.entity_start:
            first = token.index
    if first is not None:
        found.append((first, len(tokens), tokens[first].entity))
    return found
