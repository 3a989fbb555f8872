"""Where the words between marks stand: what is before and behind each string in its sentence."""

import re
from dataclasses import dataclass, field

from dateline.extract.quotes.marks import Marked
from dateline.model.syntax import Syntax, Token

_TERMINAL = frozenset(".?!…")
_VERBAL = frozenset({"VERB", "AUX"})
_FEW_WORDS = 4
# So far to each side of a marked string its sentence is read; a text without any stop must not be read for each string.
_LONGEST_SIDE = 150
_NAMED = re.compile(
    r"(?:['’]s|titled|entitled|called|headlined|dubbed|named|book|novel|film|movie|song|album|essay|article|column|ballad)[,:]?\s*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Place:
    """Where one marked string stands: the tokens inside it, its neighbours on the same level, its paragraph."""

    first: int
    last: int
    words: int
    title: bool = False
    speech: bool = False


@dataclass(slots=True)
class Side:
    """Tokens on one side of a marked string, to the end of its sentence, and its neighbour there."""

    tokens: list[int] = field(default_factory=list)
    neighbour: int | None = None
    at_line: bool = False


class Places:
    """The marked strings of one text by token, and what stands around each."""

    def __init__(self, text: str, syntax: Syntax, marks: list[Marked]) -> None:
        self.text, self.syntax, self.marks = text, syntax, marks
        self.tokens = syntax.tokens
        self.places = [self._place(m) for m in marks]
        self.numbers = {m.outer.start: i for i, m in enumerate(marks)}
        # For each token the innermost marked string that it stands in (with its marks), or -1.
        self.level = [-1] * len(self.tokens)
        # The same without the strings that are no speech: names of works, words held at a distance.
        self.spoken = [-1] * len(self.tokens)
        for number, marked in enumerate(marks):
            for i in syntax.inside(marked.outer):
                self.level[i] = number
                if self.places[number].speech:
                    self.spoken[i] = number

    def _place(self, marked: Marked) -> Place:
        inside = self.syntax.inside(marked.inner)
        words = [self.tokens[i] for i in inside if self.tokens[i].pos not in ("PUNCT", "SPACE")]
        inner = marked.inner.of(self.text)
        ends = inner[-1] in ".,?!…—" or inner.endswith("--")
        big = sum(1 for w in words if w.text[:1].isupper() or w.pos == "NUM")
        small = sum(1 for w in words if w.text[:1].islower() and len(w.text) > 4)
        title = not small and big >= 2 and not any(w.pos in _VERBAL for w in words if w.text[:1].islower())
        clause = any(w.pos in _VERBAL and w.tag in ("VBD", "VBZ", "VBP", "MD", "VB") for w in words)
        speech = (len(words) >= _FEW_WORDS and (clause or ends or not title)) or not marked.closed
        speech = speech or (ends and len(words) >= 1 and marked.family != "single")
        # A heading or the name of a work can end with a full stop, but it follows no sentence in its line.
        before = self.text[max(0, marked.outer.start - 2) : marked.outer.start]
        names = title and inner[-1] not in ",?!" and not (before[-1:] == " " and before[:1] in _TERMINAL)
        names = names or (title and self.follows_name(marked))
        return Place(inside.start, inside.stop, len(words), title, speech and not names)

    def follows_name(self, marked: Marked) -> bool:
        """Whether what stands before says that the words are a title."""
        at = marked.outer.start
        return _NAMED.search(self.text, max(0, at - 16), at) is not None

    def before(self, number: int) -> Side:
        """The words before a marked string in its sentence, nearest first."""
        marked = self.marks[number]
        side, level = Side(), marked.parent if marked.parent is not None else -1
        nearest = self.syntax.inside(marked.outer).start - 1
        edge = marked.outer.start
        for i in range(nearest, max(nearest - _LONGEST_SIDE, -1), -1):
            token = self.tokens[i]
            if "\n" in self.text[token.end : edge]:
                side.at_line = True
                return side
            if self.level[i] != level:
                other = self._child_of(self.level[i], level)
                if other is None:
                    return side
                side.neighbour = other
                return side
            if (token.text[-1:] in _TERMINAL and self.ends(token)) or token.text == ";":
                return side
            side.tokens.append(i)
            edge = token.start
        side.at_line = nearest < _LONGEST_SIDE
        return side

    def after(self, number: int) -> Side:
        """The words after a marked string in its sentence, nearest first."""
        marked = self.marks[number]
        side, level = Side(), marked.parent if marked.parent is not None else -1
        i = self.syntax.inside(marked.outer).stop
        edge = marked.outer.end
        for _ in range(_LONGEST_SIDE):
            if i >= len(self.tokens):
                side.at_line = True
                return side
            token = self.tokens[i]
            if "\n" in self.text[edge : token.start]:
                side.at_line = True
                return side
            if self.level[i] != level:
                side.neighbour = self._child_of(self.level[i], level)
                if side.neighbour is None or self.places[side.neighbour].speech:
                    return side
                edge = self.marks[side.neighbour].outer.end
                i = self.syntax.inside(self.marks[side.neighbour].outer).stop
                continue
            side.tokens.append(i)
            if (token.text[-1:] in _TERMINAL and self.ends(token)) or token.text == ";":
                return side
            edge = token.end
            i += 1
        return side

    def ends(self, token: Token) -> bool:
        """Whether a full stop ends a sentence and not an abbreviation."""
        if token.text in (".", "?", "!", "…", "...", "....", "?!", "!!"):
            return True
        following = self.tokens[token.index + 1] if token.index + 1 < len(self.tokens) else None
        return following is None or following.sentence != token.sentence

    def _child_of(self, number: int, level: int) -> int | None:
        """The marked string of this level that holds another one."""
        while number != -1:
            parent = self.marks[number].parent
            above = parent if parent is not None else -1
            if above == level:
                return number
            number = above
        return None

    def starts_sentence(self, number: int) -> bool:
        """Whether a marked string is the first thing of its sentence (a "But" before it does not count)."""
        side = self.before(number)
        return not [i for i in side.tokens if self.tokens[i].pos not in ("PUNCT", "CCONJ")] and side.neighbour is None

    def ends_sentence(self, number: int) -> bool:
        """Whether a marked string ends its sentence, by its own stop or because only one follows."""
        inner = self.marks[number].inner.of(self.text).rstrip("'’\"” )]")
        if inner[-1:] in _TERMINAL or not self.marks[number].closed:
            return True
        side = self.after(number)
        return side.neighbour is None and all(self.tokens[i].pos == "PUNCT" for i in side.tokens)
