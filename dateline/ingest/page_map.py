"""Where the letters of an article stand in the page that it was read from."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

from dateline.ingest.page_metadata import page_words

Run = tuple[int, int, int]

_MARKUP = re.compile(r"<!--|<(/?[a-zA-Z][\w:-]*)|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_WORD = re.compile(r"\S+")
_ORDER = 3


def page_map(page: str, text: str) -> tuple[Run, ...]:
    """Runs `(text start, text end, page start)` in text order: there the text stands in the page letter for letter.

    Takes time in proportion to page and text. Letters that the page writes as entities are in no run.
    """
    visible, segments = _visible(page)
    runs: list[Run] = []
    starts = [segment[0] for segment in segments]
    for start, end, at in _aligned(text, visible):
        for run in _on_page(start, end, at, segments=segments, starts=starts):
            _append(runs, run, text, page)
    return tuple(runs)


def _visible(page: str) -> tuple[str, list[Run]]:
    """The page's words as a reader sees them, and segments `(start, end in them, start in the page)`.

    Between segments stand letters that the page writes otherwise: entities, and the blanks where elements part words.
    """
    pieces: list[str] = []
    segments: list[Run] = []
    length = 0
    for piece, at in _stretches(page):
        if at is not None and piece:
            segments.append((length, length + len(piece), at))
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), segments


def _stretches(page: str) -> Iterator[tuple[str, int | None]]:
    """What a reader sees, piece by piece, with its place in the page where it stands there letter for letter."""
    words = page_words()
    silent, inline = frozenset(words["silent"]), frozenset(words["inline"])
    position = 0
    unclosed: set[str] = set()
    while match := _MARKUP.search(page, position):
        yield page[position : match.start()], position
        position = match.end()
        if match[0] == "<!--":
            position = _after(page, "-->", position, unclosed)
        elif match[1]:
            name = match[1].lower()
            position = _after(page, ">", position, unclosed)
            if name in silent:
                position = _after(page, f"</{name}", position, unclosed)
            if name.lstrip("/") not in inline:
                yield " ", None
        else:
            yield unescape(match[0]), None
    yield page[position:], position


def _after(page: str, mark: str, position: int, unclosed: set[str]) -> int:
    """The place after the next `mark`; here, if there is none. What was once sought in vain is not sought again."""
    if mark in unclosed:
        return position
    found = page.find(mark, position)
    if found < 0 and mark.startswith("</"):
        found = page.find(mark.upper(), position)
    if found < 0:
        unclosed.add(mark)
        return position
    return found + len(mark)


def _aligned(text: str, visible: str) -> Iterator[Run]:
    """Runs of the text's words in the visible words, in text order."""
    ours = [(m[0], m.start()) for m in _WORD.finditer(text)]
    theirs = [(m[0], m.start()) for m in _WORD.finditer(visible)]
    index: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(theirs)):
        index.setdefault(tuple(w for w, _ in theirs[i : i + _ORDER]), []).append(i)
    after = 0
    for i, (word, start) in enumerate(ours):
        if after >= len(theirs) or theirs[after][0] != word:
            places = index.get(tuple(w for w, _ in ours[i : i + _ORDER]))
            if not places:
                continue
            # The next place from here on, else the last one before: pages repeat their headline.
            following = bisect_right(places, after - 1)
            after = places[following] if following < len(places) else places[-1]
        yield start, start + len(word), theirs[after][1]
        after += 1


def _on_page(start: int, end: int, at: int, *, segments: list[Run], starts: list[int]) -> Iterator[Run]:
    """The pieces of one run in the page; markup inside a word parts it, an entity leaves a gap."""
    last = at + end - start
    for i in range(max(0, bisect_right(starts, at) - 1), len(segments)):
        first, stop, page_start = segments[i]
        if first >= last:
            return
        low, high = max(first, at), min(stop, last)
        if low < high:
            yield start + low - at, start + high - at, page_start + low - first


def _append(runs: list[Run], run: Run, text: str, page: str) -> None:
    """Add a run, joined to the one before where the letters between are the same in text and page."""
    start, end, at = run
    if runs:
        before_start, before_end, before_at = runs[-1]
        gap = at - before_at - (start - before_start)
        between = slice(before_at + before_end - before_start, at)
        if gap == 0 and page[between] == text[before_end:start]:
            runs[-1] = (before_start, end, before_at)
            return
    runs.append(run)
