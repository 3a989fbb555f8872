"""Lines that name their speaker before or behind a colon: transcripts ("PETROV: We agreed.") and headlines."""

import re
from dataclasses import dataclass

from dateline.extract.quotes.drafts import Draft
from dateline.extract.quotes.places import Places
from dateline.lang.cues import Cues
from dateline.model.span import Span

_LINE = re.compile(r"[^\n]+")
_CAPITALS = re.compile(r"[\s\"“]*(?P<name>[A-Z][A-Z.'’\-]+(?: [A-Z][A-Z.'’\-]+){0,3})(?P<colon>:)\s+(?P<said>\S.*)")
_NAMED = re.compile(r"\s*(?P<name>[A-Z][\w.'’\-]+(?: [\w.'’\-]+){0,4})(?P<colon>:)\s+(?P<said>\S.*)")
_SIGNED = re.compile(r"\s*(?P<said>\S.{15,}?)\s*(?P<colon>:)\s+(?P<name>[A-Z]?[\w.'’\-]+(?: [\w.'’\-]+){0,3})[.\s]*")
_SEVERAL = re.compile(r"[a-z\d][.!?][\"”’)]* +[\"“‘(]?[A-Z]")
_SPEAKERS = frozenset({"PERSON", "ORG"})
_MARKS = "\"“”'’‘ "


@dataclass(frozen=True, slots=True)
class Labelled:
    """The drafts of labelled lines, and the marked strings that they make superfluous."""

    drafts: list[Draft]
    marks: frozenset[int]


def labelled_lines(places: Places, cues: Cues) -> Labelled:
    """Speech told by a label: every line with a name in capitals; the headline where its label can speak."""
    drafts: list[Draft] = []
    superfluous: set[int] = set()
    lines = list(_LINE.finditer(places.text))
    transcript = sum(1 for line in lines if _CAPITALS.fullmatch(line.group())) > 1
    for number, line in enumerate(lines):
        match = _CAPITALS.fullmatch(line.group()) if transcript else None
        kind = "direct"
        if match is None and number == 0:
            match, kind = _headline(places, cues, line), "indirect"
        if match is None or match["name"].split()[0].lower() in cues.not_labels:
            continue
        shift = line.start()
        said = _without_marks(places.text, Span(*match.span("said")).shifted(shift))
        name = Span(*match.span("name")).shifted(shift)
        source = _head(places, name)
        if source is None or said.start >= said.end:
            continue
        inside = [i for i, m in enumerate(places.marks) if line.start() <= m.outer.start < line.end()] if number else []
        if kind == "indirect" and any(
            said.contains(m.inner) and m.inner.start - said.start < 2 for m in places.marks[:3]
        ):
            continue
        superfluous.update(i for i in inside if places.marks[i].parent is None and not places.marks[i].closed)
        cue = Span(*match.span("colon")).shifted(shift)
        drafts.append(Draft(kind, [said], [], cue, source, method="colon", frame="labelled"))
    return Labelled(drafts, frozenset(superfluous))


def _headline(places: Places, cues: Cues, line: re.Match[str]) -> re.Match[str] | None:
    if _SEVERAL.search(line.group()):
        return None  # a report without line breaks
    for pattern in (_NAMED, _SIGNED):
        match = pattern.fullmatch(line.group())
        if match is None:
            continue
        span = Span(*match.span("name")).shifted(line.start())
        tokens = [places.tokens[i] for i in places.syntax.inside(span)]
        if tokens and (tokens[-1].entity in _SPEAKERS or tokens[-1].lemma in cues.labels):
            return match
    return None


def _head(places: Places, name: Span) -> int | None:
    words = [i for i in places.syntax.inside(name) if any(c.isalnum() for c in places.tokens[i].text)]
    return words[-1] if words else None


def _without_marks(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)
