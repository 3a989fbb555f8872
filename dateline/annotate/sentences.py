"""Where a sentence may begin: what the grammar model is told before it splits a text."""

from collections.abc import Collection
from typing import Any

import numpy as np
from spacy.tokens import Doc

from dateline.lang.sentences import continuations

_OPENS = frozenset("([{<“‘«„")
_INSIDE = frozenset(",;)]}%»")
_EITHER = frozenset({'"', "'", "''", "``", "”", "’"})
# spaCy keeps its signed marks in unsigned cells.
_MUST, _CANNOT = 1, 2**64 - 1


def mark_sentences(doc: Doc, breaks: Collection[int]) -> None:
    """Marks where a sentence must begin (behind a line's end and at `breaks`) and where none can.

    The model knows only the words: it makes a sentence of the first word behind a dateline, or begins one with
    the mark that closes a quotation. Where nothing is marked, it decides.
    """
    text = doc.text
    marks: Any = np.zeros((len(doc), 1), dtype="uint64")
    begun, earlier, end, last = False, True, 0, "."
    for index, (start, length, blank) in enumerate(
        doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).astype("int64").tolist()
    ):
        if blank:
            continue
        word = text[start : start + length]
        spaced = start > end
        if not end or start in breaks or (spaced and "\n" in text[end:start]):
            marks[index] = _MUST
            begun = True
        else:
            closes = word in _INSIDE or (
                word in _EITHER and not spaced and text[start + length : start + length + 1].strip() == ""
            )
            if closes or _carries_on(last, word, opened=earlier and not spaced, begun=begun):
                marks[index] = _CANNOT
            begun = False
        earlier, end, last = spaced, start + length, word
    if len(doc):
        doc.from_array(["SENT_START"], marks)


def _carries_on(last: str, word: str, *, opened: bool, begun: bool) -> bool:
    """Whether no sentence ends with the word before. `opened`: it leans on this one; `begun`: it had to begin one."""
    return (
        (last[-1].isalnum() and "@" not in last and "/" not in last)
        or last == ","
        or last in _OPENS
        or (opened and last in _EITHER)
        or (last[-1] == "." and last[0].isalnum() and (begun or word.lower() in continuations().get(last.lower(), ())))
    )
