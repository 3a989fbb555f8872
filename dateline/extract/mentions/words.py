"""The words of a token range, as the text has them."""

from collections.abc import Sequence

from dateline.model.syntax import Token


def words_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of `[first, last)` on one line, with the text's own spaces."""
    pieces = [tokens[first].text]
    for before, token in zip(tokens[first : last - 1], tokens[first + 1 : last], strict=True):
        pieces.append(token.text if before.end == token.start else f" {token.text}")
    return "".join(pieces)
