"""Where quotation marks open and close: plain text, no grammar, one walk over the marks."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from dateline.model.span import Span

_MARK = re.compile("''|``|[\"“”„‟«»‹›‘’‚'`]")
_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…][)\]]*(?=\s)")
# Words that begin with an apostrophe: ’90s, ’em, ’til, ’twas, ’cause.
_ELIDED = re.compile(r"(?:\d0s|em|til|tis|twas|twere|cause|round|bout|n)\b", re.IGNORECASE)

_DOUBLE, _SINGLE, _GUILLEMET, _ANGLE = "double", "single", "guillemet", "angle"
_FAMILY = dict.fromkeys(('"', "“", "”", "„", "‟", "''", "``"), _DOUBLE)
_FAMILY |= dict.fromkeys(("‘", "’", "‚", "'", "`"), _SINGLE)
_FAMILY |= {"«": _GUILLEMET, "»": _GUILLEMET, "‹": _ANGLE, "›": _ANGLE}
_OPENERS = frozenset("“„‟‘‚«‹") | {"``"}
_CLOSERS = frozenset("”’»›")
_BEFORE_OPENING = frozenset("([{—–-/:=…“‘«‹\"'`„‚")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…”’»›\"'")
_ENDS_SENTENCE = frozenset(".!?…,")

# A mark that never closes gives its words to its paragraph, or, where that is longer than this, to its sentence: one
# forgotten mark must not make a quotation of a report that came without line breaks.
_LONGEST_UNCLOSED = 1500
_LONGEST_UNCLOSED_INSIDE = 500
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between quotation marks. `outer` holds the marks, `inner` only the words.

    `family` is `double`, `single`, `guillemet` or `angle`; `parent` is the number (in the list) of the marked string
    that this one stands in; `continues` that of the one that it goes on from, in an earlier paragraph.
    """

    outer: Span
    inner: Span
    family: str
    closed: bool = True
    parent: int | None = None
    continues: int | None = None


@dataclass(slots=True)
class _Open:
    family: str
    mark: str
    start: int
    inner: int
    first_inside: int | None = None
    tentative: int | None = None
    continues: int | None = None


class _Scanner:
    """One walk over the marks of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Marked] = []
        self.stack: list[_Open] = []
        self.pending: int | None = None
        self.pending_family = ""
        self.ends = [m.end() for m in _SENTENCE_END.finditer(text)]

    def run(self) -> list[Marked]:
        for paragraph in _PARAGRAPH.finditer(self.text):
            if paragraph.group().isspace():
                continue
            start = paragraph.start() + len(paragraph.group()) - len(paragraph.group().lstrip())
            for position, mark in self._marks(paragraph.start(), paragraph.end()):
                if self.pending is not None and position > start:
                    self.pending = None
                self._see(position, mark)
            self._close_paragraph(start, paragraph.end())
        return _nested(self.found)

    def _marks(self, start: int, end: int) -> list[tuple[int, str]]:
        marks = []
        taken = start
        for match in _MARK.finditer(self.text, start, end):
            position, mark = match.start(), match.group()
            if position < taken:
                continue
            if mark == "''" and self.text[position : position + 3] == "'''" and not self._space_before(position):
                # Three in a row at the end of words: the inner single mark closes first.
                marks += [(position, "'"), (position + 1, "''")]
                taken = position + 3
            else:
                marks.append((position, mark))
        return marks

    def _space_before(self, position: int) -> bool:
        before = self.text[position - 1] if position else "\n"
        return before.isspace() or before in "([{—–"

    def _see(self, position: int, mark: str) -> None:
        family = _FAMILY[mark]
        if family == _SINGLE:
            self._see_single(position, mark)
        elif family == _DOUBLE:
            self._see_double(position, mark)
        else:
            self._see_guillemet(position, mark, family)

    def _sides(self, position: int, mark: str) -> tuple[bool, bool]:
        """Whether what stands before lets a mark open here, and what stands after lets one close."""
        before = self.text[position - 1] if position else "\n"
        end = position + len(mark)
        after = self.text[end] if end < len(self.text) else "\n"
        return before.isspace() or before in _BEFORE_OPENING, after.isspace() or after in _AFTER_CLOSING

    def _top(self, *families: str) -> int | None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].family in families:
                return depth
        return None

    # -- double marks

    def _see_double(self, position: int, mark: str) -> None:
        opens, closes = self._sides(position, mark)
        depth = self._top(_DOUBLE)
        is_open = depth is not None
        if mark in ("“", "‟", "„", "``"):
            opening = not (is_open and (self.stack[depth or 0].mark == "„" or (closes and not opens)) and not opens)
        elif mark == "”":
            opening = not is_open and opens and not closes
        elif opens != closes:
            opening = opens
        else:
            opening = not is_open
        if opening:
            self._open_double(position, mark, depth)
        elif depth is not None:
            self._close(depth, position, position + len(mark))
        elif mark == "''" and self.stack and self.stack[-1].family == _SINGLE:
            # Opened by one straight mark, closed by two: a slip that some agencies' feeds are full of.
            self._close(len(self.stack) - 1, position, position + 2)

    def _open_double(self, position: int, mark: str, depth: int | None) -> None:
        continues = self._take_pending(_DOUBLE)
        if depth is not None:
            if self._after_sentence(position):
                whole, before = self.stack[depth].first_inside is None, len(self.found)
                self._end_unclosed(depth, self._rstrip(position))
                continues = before if whole and len(self.found) > before else None
            elif self.stack[depth].first_inside is None:
                self.stack[depth].first_inside = position
        self.stack.append(_Open(_DOUBLE, mark, position, position + len(mark), continues=continues))

    def _after_sentence(self, position: int) -> bool:
        at = self._rstrip(position)
        return at < position and at > 0 and self.text[at - 1] in ".!?…"

    def _rstrip(self, position: int) -> int:
        while position and self.text[position - 1].isspace():
            position -= 1
        return position

    # -- guillemets

    def _see_guillemet(self, position: int, mark: str, family: str) -> None:
        opens, closes = self._sides(position, mark)
        depth = self._top(family)
        if depth is not None and self.stack[depth].mark != mark:
            self._close(depth, position, position + 1)
        elif mark in "«‹" or (opens and not closes):
            continues = self._take_pending(family)
            self.stack.append(_Open(family, mark, position, position + 1, continues=continues))

    # -- single marks

    def _see_single(self, position: int, mark: str) -> None:
        before = self.text[position - 1] if position else "\n"
        after = self.text[position + 1] if position + 1 < len(self.text) else "\n"
        if before.isalnum() and after.isalnum():
            return
        opens, closes = self._sides(position, mark)
        depth = len(self.stack) - 1 if self.stack and self.stack[-1].family == _SINGLE else None
        can_open = mark in "‘‚'`" and opens and not after.isspace() and not _ELIDED.match(self.text, position + 1)
        if mark == "'" and depth is not None and closes:
            can_open = False
        if can_open:
            if depth is not None:
                self._settle_single(depth)
            self.stack.append(_Open(_SINGLE, mark, position, position + 1, continues=self._take_pending(_SINGLE)))
        elif depth is not None and closes and mark in "’'`" and not before.isspace():
            if before in "sS" and after.isspace():
                self.stack[depth].tentative = position
            else:
                self._close(depth, position, position + 1)

    def _settle_single(self, depth: int) -> None:
        """Close an open single mark at its last possible end, or drop it: it was an apostrophe."""
        frame = self.stack[depth]
        if frame.tentative is not None:
            self._close(depth, frame.tentative, frame.tentative + 1)
        else:
            del self.stack[depth:]

    # -- closing

    def _close(self, depth: int, inner_end: int, outer_end: int) -> None:
        while len(self.stack) - 1 > depth:
            if self.stack[-1].family == _SINGLE:
                self._settle_single(len(self.stack) - 1)
            else:
                self.stack.pop()
        self._emit(self.stack.pop(), inner_end, outer_end, closed=True)

    def _emit(self, frame: _Open, inner_end: int, outer_end: int, *, closed: bool) -> None:
        start, end = frame.inner, inner_end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if any(self.text[i].isalnum() for i in range(start, end)):
            span = Span(frame.start, outer_end)
            self.found.append(Marked(span, Span(start, end), frame.family, closed, continues=frame.continues))

    def _end_unclosed(self, depth: int, limit: int) -> None:
        frame = self.stack[depth]
        end = limit
        if frame.first_inside is not None:
            end = self._sentence_end(frame.inner, frame.first_inside)
        elif limit - frame.start > (_LONGEST_UNCLOSED if self._opens_line(frame) else _LONGEST_UNCLOSED_INSIDE):
            end = self._sentence_end(frame.inner, limit)
        del self.stack[depth:]
        if end > frame.inner:
            self._emit(frame, end, end, closed=False)

    def _opens_line(self, frame: _Open) -> bool:
        return frame.start == 0 or self.text[frame.start - 1] == "\n"

    def _sentence_end(self, start: int, limit: int) -> int:
        """The end of the first sentence that ends between the two, or `start` where none does."""
        at = bisect_left(self.ends, start + 1)
        return self.ends[at] if at < len(self.ends) and self.ends[at] <= limit else start

    def _close_paragraph(self, start: int, end: int) -> None:
        self.pending = None
        while self.stack:
            depth = len(self.stack) - 1
            frame = self.stack[depth]
            if frame.family == _SINGLE and (frame.tentative is not None or frame.start != start or frame.mark != "‘"):
                self._settle_single(depth)
                continue
            if frame.family == _SINGLE and not self._next_line_opens(end, "‘"):
                del self.stack[depth:]
                continue
            before = len(self.found)
            self._end_unclosed(depth, self._rstrip(end))
            if len(self.found) > before:
                self.pending, self.pending_family = len(self.found) - 1, frame.family

    def _next_line_opens(self, position: int, mark: str) -> bool:
        while position < len(self.text) and self.text[position].isspace():
            position += 1
        return self.text[position : position + 1] == mark

    def _take_pending(self, family: str) -> int | None:
        pending, self.pending = self.pending, None
        return pending if pending is not None and self.pending_family == family else None


def marked_strings(text: str) -> list[Marked]:
    """Everything that stands between quotation marks, in text order, with what stands in what.

    Never raises, whatever the number of marks; time is linear in it.
    """
    return _Scanner(text).run()


def _not_too_deep(found: list[Marked]) -> list[Marked]:
    """Without the strings that stand in more others than anybody nests: they would be read once for each."""
    order = sorted(range(len(found)), key=lambda i: (found[i].outer.start, -found[i].outer.end))
    ends: list[int] = []
    kept = []
    for i in order:
        while ends and ends[-1] < found[i].outer.end:
            ends.pop()
        if len(ends) < _DEEPEST:
            kept.append(i)
        ends.append(found[i].outer.end)
    if len(kept) == len(found):
        return found
    new = {old: number for number, old in enumerate(sorted(kept))}
    return [replace(found[i], continues=new.get(c) if (c := found[i].continues) is not None else None) for i in new]


def _nested(found: list[Marked]) -> list[Marked]:
    """The same in text order, with parents; `continues` renumbered."""
    found = _not_too_deep(found)
    order = sorted(range(len(found)), key=lambda i: (found[i].outer.start, -found[i].outer.end))
    new = {old: i for i, old in enumerate(order)}
    sorted_found: list[Marked] = []
    stack: list[int] = []
    for old in order:
        marked = found[old]
        while stack and sorted_found[stack[-1]].outer.end < marked.outer.end:
            stack.pop()
        parent = stack[-1] if stack else None
        goes_on = new[marked.continues] if marked.continues is not None else None
        stack.append(len(sorted_found))
        sorted_found.append(Marked(marked.outer, marked.inner, marked.family, marked.closed, parent, goes_on))
    return sorted_found
