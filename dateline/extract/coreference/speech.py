"""Who speaks where: "I" inside quotation marks is the speaker, "he" is somebody else."""

from collections.abc import Sequence

from dateline.extract.coreference.items import Chain, Item
from dateline.lang.pronouns import person_words
from dateline.model.syntax import Syntax

_OPENING, _CLOSING, _PLAIN = frozenset("“"), frozenset("”"), frozenset({'"', "``", "''"})
_REACH = 40  # tokens between a quotation and the verb that says who speaks


class Speech:
    """The quotations of a text and their speakers, by the nearest verb of speech outside of them."""

    def __init__(self, items: Sequence[Item], syntax: Syntax) -> None:
        self._syntax = syntax
        self._ranges = _quoted(syntax)
        self._range_of = {i: n for n, (first, last) in enumerate(self._ranges) for i in range(first, last)}
        self._by_head = {item.head.index: item for item in items}
        self._speakers: dict[int, Item | None] = {}

    def speaker(self, item: Item) -> Chain | None:
        """The chain of whoever speaks where a mention stands; None outside of quotations and where nobody is named."""
        number = self._range_of.get(item.head.index)
        if number is None:
            return None
        if number not in self._speakers:
            self._speakers[number] = self._find(*self._ranges[number])
        found = self._speakers[number]
        return found.chain if found is not None else None

    def _find(self, first: int, last: int) -> Item | None:
        tokens = self._syntax.tokens
        sentences = {tokens[first].sentence, tokens[last - 1].sentence}
        after = range(last, min(last + _REACH, len(tokens)))
        before = range(first - 1, max(first - _REACH, -1), -1)
        for index in (*after, *before):
            token = tokens[index]
            if token.sentence not in sentences or index in self._range_of or token.lemma not in person_words().speech:
                continue
            if token.pos != "VERB":
                continue
            subject = self._syntax.child(index, "nsubj")
            if subject is not None and subject in self._by_head:
                return self._by_head[subject]
        return None


def _quoted(syntax: Syntax) -> list[tuple[int, int]]:
    """The token ranges between quotation marks; a plain mark opens and closes in turn."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for token in syntax.tokens:
        if token.text in _OPENING or (token.text in _PLAIN and opened is None):
            opened = token.index + 1
        elif opened is not None and (token.text in _CLOSING or token.text in _PLAIN):
            if token.index > opened:
                found.append((opened, token.index))
            opened = None
    return found
