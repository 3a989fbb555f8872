"""How well time expressions are found and understood: TimeML gold against ours, as in TempEval-3.

Extents strict (same start and end) and overlapping, each gold expression matched to at most one of ours; value and
type count an overlapping pair only where they are right too. Expressions that give the report's own date of making or
publication are left out. Intervals are 95 % bootstraps over texts.
"""

import csv
import html
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dateline.annotate.parser import Parser
from dateline.config import Settings, load_settings
from dateline.errors import UsageError
from dateline.evaluate.report import Figure, Report
from dateline.extract.times import Times
from dateline.model.document import Document, Origin, Published
from dateline.model.reading import Reading
from dateline.model.syntax import Syntax

_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_TEXT = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
_MADE = frozenset({"CREATION_TIME", "PUBLICATION_TIME"})
_WEEK = re.compile(r"-W(\d)(?=\D|\Z)")
_DECADE = re.compile(r"(\d{3})X\Z")
_DECADES = re.compile(r"P(\w+)DE\Z")
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


MEASURES = ("strict", "overlap", "value", "type")


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
    """A TIMEX3 value in one of its spellings: weeks in two digits, a decade as three, decades as years."""
    value = _DECADES.sub(lambda m: f"P{m[1]}0Y" if m[1].isdigit() else f"P{m[1]}DE", _DECADE.sub(r"\1", value))
    return _WEEK.sub(r"-W0\1", value)


def figures(counts: Sequence[Counts], *, seed: int = 0) -> tuple[Figure, ...]:
    """Precision, recall and F1 of every measure over all texts, with the 95 % bootstrap interval of each."""
    chance = random.Random(seed)  # noqa: S311 - resampling, no secret
    samples = [[chance.randrange(len(counts)) for _ in counts] for _ in range(_SAMPLES)] if counts else []
    found: list[Figure] = []
    for measure in MEASURES:
        rows = [(getattr(c, measure), c.found, c.gold) for c in counts]
        spread = [_f1([rows[i] for i in sample]) for sample in samples]
        for place, name in enumerate(("precision", "recall", "f1")):
            values = sorted(s[place] for s in spread) or [0.0]
            low, high = values[int(len(values) * 0.025)], values[min(len(values) - 1, int(len(values) * 0.975))]
            found.append(Figure(f"{measure}.{name}", round(_f1(rows)[place], 4), round(low, 4), round(high, 4)))
    return tuple(found)


def _f1(rows: Sequence[tuple[int, int, int]]) -> tuple[float, float, float]:
    right, found, gold = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0, 0)
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def evaluate(path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """Extent (strict, overlap), value and type against the TimeML files of a folder.

    `predictions` gets one row for each expression found. Raises UsageError where the folder has no TimeML file.
    """
    cases = load(path)
    settings = settings or load_settings()
    parsed = Parser(settings.pipeline, batch_size=settings.batch_size).pipe(c.text for c in cases)
    ours = [find(case, syntax) for case, syntax in zip(cases, parsed, strict=True)]
    if predictions is not None:
        _write(predictions, cases, ours)
    return report(cases, ours)


def report(cases: Sequence[Case], found: Sequence[Sequence[Timex]]) -> Report:
    """The figures for what somebody found in each case."""
    counts = [count(case, some) for case, some in zip(cases, found, strict=True)]
    total = {"documents": len(cases), "gold": sum(c.gold for c in counts), "found": sum(c.found for c in counts)}
    note = "expressions of the report's own date (creation time, publication, dateline) are left out"
    return Report("times", total, figures(counts), (note,))


def find(case: Case, syntax: Syntax) -> list[Timex]:
    """What Dateline finds in a case."""
    published = Published(case.published, "day", "given") if case.published else None
    reading = Reading(Document(case.name, case.text, sha256="", origin=Origin(published=published)), syntax)
    reading.add(Times()(reading))
    return [Timex(t.span.start, t.span.end, t.value.type, t.value.value) for t in reading.times]


def _write(path: Path, cases: Sequence[Case], found: Sequence[Sequence[Timex]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t")
        rows.writerow(("document", "start", "end", "words", "type", "predicted"))
        for case, some in zip(cases, found, strict=True):
            rows.writerows((case.name, t.start, t.end, case.text[t.start : t.end], t.type, t.value) for t in some)


def count(case: Case, found: Iterable[Timex]) -> Counts:
    """The counts of one text, without the date in its dateline ("CAIRO, August 11 (Xinhua) --")."""
    head = _DATELINE.match(case.text)
    end = head.end() if head else 0
    return score_case([g for g in case.gold if g.end > end], [f for f in found if f.end > end])
