"""How well time expressions are found and understood: TimeML gold against ours, as in TempEval-3.

Extents strict (same start and end) and overlapping, each gold expression matched to at most one of ours; value and
type count an overlapping pair only where they are right too. Expressions that give the report's own date of making or
publication are left out. Intervals are 95 % bootstraps over texts.
"""

import html
import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dateline.errors import UsageError

_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_TEXT = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
_MADE = frozenset({"CREATION_TIME", "PUBLICATION_TIME"})
_WEEK = re.compile(r"-W(\d)(?=\D|\Z)")
_DATELINE = re.compile(r"\s*[A-Z][^\n]{0,80}\([A-Z][A-Za-z ]{1,20}\)\s*(?:--|—|–|_|-)")
_SAMPLES = 1000


class Timex(NamedTuple):
    """One expression of a text: its place, type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Case:
    """One gold text: its words, its day of making, and the expressions in it."""

    name: str
    text: str
    published: str | None
    gold: tuple[Timex, ...]


class Counts(NamedTuple):
    """Gold and found expressions, and those right by each measure."""

    gold: int
    found: int
    strict: int
    overlap: int
    value: int
    type: int


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one measure, with the 95 % bootstrap interval of F1."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float


MEASURES = ("strict", "overlap", "value", "type")
Finder = Callable[[str, str | None], Iterable[Timex]]


def load(folder: Path) -> list[Case]:
    """The TimeML files (`*.tml`) of a folder. Raises UsageError where there is none."""
    paths = sorted(folder.glob("*.tml"))
    if not paths:
        raise UsageError(f"no TimeML file (*.tml) in {folder}")
    return [read_timeml(path.name, path.read_text(encoding="utf-8", errors="replace")) for path in paths]


def read_timeml(name: str, markup: str) -> Case:
    """One TimeML file. Line ends inside a paragraph are wrapping and become blanks; an empty line ends a paragraph."""
    body = _TEXT.search(markup)
    made = next((a for a, _ in _timexes(markup) if a.get("functionInDocument") == "CREATION_TIME"), {})
    text: list[str] = []
    gold: list[Timex] = []
    length, place, inner = 0, 0, body[1] if body else ""
    opened: tuple[int, dict[str, str]] | None = None
    for tag in _TAG.finditer(inner):
        piece = html.unescape(inner[place : tag.start()])
        text.append(piece)
        length += len(piece)
        place = tag.end()
        if tag[0].startswith("<TIMEX3"):
            opened = (length, dict(_ATTRIBUTE.findall(tag[0])))
        elif tag[0].startswith("</TIMEX3") and opened is not None:
            start, values = opened
            if values.get("functionInDocument") not in _MADE:
                gold.append(Timex(start, length, values.get("type", ""), values.get("value", "")))
            opened = None
    text.append(html.unescape(inner[place:]))
    words = re.sub(r"(?<!\n)\n(?![\n ]*\n)", " ", "".join(text))
    return Case(name, words, (made.get("value") or "")[:10] or None, tuple(_trimmed(t, words) for t in gold))


def _timexes(markup: str) -> Iterable[tuple[dict[str, str], str]]:
    for match in re.finditer(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", markup, re.DOTALL):
        yield dict(_ATTRIBUTE.findall(match[1])), match[2]


def _trimmed(timex: Timex, text: str) -> Timex:
    """Without the stop, comma or blank that some gold extents end in: an annotator's slip of the mouse."""
    end = timex.end
    while end > timex.start and text[end - 1] in " \n,.;" and not text[timex.start : end].endswith((".m.", "t.", "v.")):
        end -= 1
    return timex._replace(end=end)


def score_case(gold: Sequence[Timex], found: Sequence[Timex]) -> Counts:
    """The counts of one text. Exact extents are paired first, then what overlaps, from left to right."""
    rest = list(found)
    pairs: list[tuple[Timex, Timex]] = []
    left: list[Timex] = []
    for want in gold:
        same = next((f for f in rest if (f.start, f.end) == (want.start, want.end)), None)
        if same is None:
            left.append(want)
        else:
            rest.remove(same)
            pairs.append((want, same))
    strict = len(pairs)
    for want in left:
        near = next((f for f in rest if f.start < want.end and want.start < f.end), None)
        if near is not None:
            rest.remove(near)
            pairs.append((want, near))
    value = sum(canonical(a.value) == canonical(b.value) for a, b in pairs)
    kind = sum(a.type == b.type for a, b in pairs)
    return Counts(len(gold), len(found), strict, len(pairs), value, kind)


def canonical(value: str) -> str:
    """A TIMEX3 value with weeks in two digits, as ISO 8601 writes them."""
    return _WEEK.sub(r"-W0\1", value)


def score(counts: Sequence[Counts], *, seed: int = 0) -> dict[str, Score]:
    """Every measure over all texts, with its interval."""
    chance = random.Random(seed)  # noqa: S311 - resampling, no secret
    samples = [[chance.randrange(len(counts)) for _ in counts] for _ in range(_SAMPLES)] if counts else []
    return {name: _score(counts, samples, name) for name in MEASURES}


def _score(counts: Sequence[Counts], samples: Sequence[Sequence[int]], name: str) -> Score:
    rows = [(getattr(c, name), c.found, c.gold) for c in counts]
    spread = sorted(_f1([rows[i] for i in sample])[2] for sample in samples) or [0.0]
    precision, recall, f1 = _f1(rows)
    low, high = spread[int(len(spread) * 0.025)], spread[min(len(spread) - 1, int(len(spread) * 0.975))]
    return Score(*(round(x, 3) for x in (precision, recall, f1, low, high)))


def _f1(rows: Sequence[tuple[int, int, int]]) -> tuple[float, float, float]:
    right, found, gold = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0, 0)
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def evaluate(cases: Sequence[Case], finder: Finder) -> dict[str, Score]:
    """The scores of a finder of time expressions, which gets a text and its day of making."""
    return score([score_case(c.gold, _counted(finder(c.text, c.published), c)) for c in cases])


def _counted(found: Iterable[Timex], case: Case) -> list[Timex]:
    """Ours without the date in the dateline ("CAIRO, August 11 (Xinhua) --"): it is the report's own."""
    head = _DATELINE.match(case.text)
    end = head.end() if head else 0
    return [f for f in found if f.end > end]
