"""What each line of a report is for: headline, caption, byline, biography, boilerplate or body.

A line is body unless its wording leaves no doubt: a body line taken for anything else is news lost.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dateline.lang.regions import RegionWords, region_words
from dateline.model import layers
from dateline.model.annotation import Annotation, Namer
from dateline.model.reading import Reading
from dateline.model.region import Region
from dateline.model.span import Span

# Bylines stand among the first lines; author notes and what to read next among the last.
_HEAD_LINES = 8
_TAIL_LINES = 14
_HEAD_LONGEST = 320
_QUOTES = "\"'“‘«„"


@dataclass(slots=True)
class _Line:
    span: Span
    words: str
    kind: str = "body"


class Regions:
    """Gives every line that holds words a Region, in text order and without gaps between words."""

    name = "regions"
    requires: frozenset[str] = frozenset()
    provides = frozenset({layers.REGION})

    def __init__(self) -> None:
        self._words = region_words()

    def __call__(self, reading: Reading) -> Iterable[Annotation[Region]]:
        document = reading.document
        lines = _lines(document.text, headline=document.headline)
        _name(lines, words=self._words)
        namer = Namer(document.id, layers.REGION)
        return [Annotation(namer(line.span), layers.REGION, line.span, self.name, Region(line.kind)) for line in lines]


def _lines(text: str, *, headline: Span | None) -> list[_Line]:
    """The lines that hold words, without the blanks around them; the headline is a line, also where text goes on."""
    found: list[_Line] = []
    position = 0
    if headline:
        found.append(_line(text, 0, headline.end, kind="headline"))
        position = headline.end
    while position < len(text):
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        if stop > position and not text[position:stop].isspace():
            found.append(_line(text, position, stop))
        position = stop + 1
    return found


def _line(text: str, start: int, stop: int, kind: str = "body") -> _Line:
    piece = text[start:stop]
    words = piece.strip()
    first = start + len(piece) - len(piece.lstrip())
    return _Line(Span(first, first + len(words)), words, kind)


def _name(lines: list[_Line], *, words: RegionWords) -> None:
    if not lines:
        return
    if lines[0].kind != "headline" and _looks_like_headline(lines, words=words):
        lines[0].kind = "headline"
    for line in lines:
        if line.kind == "body" and len(line.words) <= words.caption_longest:
            line.kind = _plain_kind(line.words, words=words)
    _captions_on_two_lines(lines, words=words)
    _notes(lines, words=words)
    _bylines(lines, words=words)


def _looks_like_headline(lines: list[_Line], *, words: RegionWords) -> bool:
    """Whether the first of several lines is short and does not end as a sentence does."""
    first = lines[0].words
    return (
        len(lines) > 1
        and len(first) <= words.headline_longest
        and not first.endswith((".", ",", "…", ".”", '."', ":", "-", "–", "—", "_"))
        and not words.is_caption(first)
        and not words.is_byline(first)
    )


def _plain_kind(line: str, *, words: RegionWords) -> str:
    """What a line is by its own wording, wherever it stands."""
    if words.is_boilerplate(line):
        return "boilerplate"
    return "caption" if words.is_caption(line) else "body"


def _captions_on_two_lines(lines: list[_Line], *, words: RegionWords) -> None:
    """The words of a photograph whose credit stands on the next line."""
    begun = False
    for line, following in pairwise(lines):
        if line.kind != "body":
            continue
        credit = words.credit(following.words) if following.kind == "caption" else None
        if credit and credit.start() == 0 and _describes(line.words, begun=begun, words=words):
            line.kind = "caption"
        begun = begun or (
            line.kind == "body" and not words.is_byline(line.words) and not words.is_lone_name(line.words)
        )


def _describes(line: str, *, begun: bool, words: RegionWords) -> bool:
    """Whether a line tells what a photograph shows."""
    if len(line) > words.caption_longest or line[0] in _QUOTES or words.is_byline(line):
        return False
    return bool(words.caption_describing.search(line)) or (not begun and bool(words.caption_showing.search(line)))


def _notes(lines: list[_Line], *, words: RegionWords) -> None:
    """Author notes: lines among the last that introduce somebody whom the report does not speak of."""
    for i in range(max(1, len(lines) - _TAIL_LINES), len(lines)):
        if not _is_note(lines, i, words=words):
            continue
        lines[i].kind = "biography"
        for line in lines[i + 1 :]:
            if line.kind != "body" or not words.biography_further.match(line.words):
                break
            line.kind = "biography"


def _is_note(lines: list[_Line], i: int, *, words: RegionWords) -> bool:
    line = lines[i]
    if line.kind not in {"body", "boilerplate"} or len(line.words) > words.biography_longest:
        return False
    stripped = line.words.lstrip("*•—–- (")
    if words.biography_author.match(stripped):
        return i >= len(lines) - 3
    for pattern in words.biography:
        if match := pattern.match(stripped):
            return not _told_of(match["who"], lines, but=i, words=words)
    return False


def _told_of(name: str, lines: list[_Line], *, but: int, words: RegionWords) -> bool:
    """Whether the report itself speaks of somebody: not only its bylines and author notes do."""
    surname = name.rsplit(maxsplit=1)[-1]
    for i, line in enumerate(lines):
        if i == but or line.kind in {"biography", "byline", "boilerplate"} or surname not in line.words:
            continue
        if not words.writers(line.words):
            return True
    return False


def _bylines(lines: list[_Line], *, words: RegionWords) -> None:
    """Lines that say who wrote or when: before the report has begun, or after it has ended."""
    for i, line in enumerate(lines[:_HEAD_LINES]):
        if line.kind != "body":
            continue
        alone = words.is_lone_name(line.words) and not _told_of(
            words.writers(line.words) or "", lines, but=i, words=words
        )
        if alone or words.is_byline(line.words):
            line.kind = "byline"
        elif len(line.words) > _HEAD_LONGEST:
            break
    for line in reversed(lines[1:]):
        if line.kind == "body":
            if not words.is_byline(line.words):
                break
            line.kind = "byline"
