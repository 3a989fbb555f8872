"""How well the place of an event is found: verbs in sentences, each with the names of the places where it happened.

A record is right if the place chosen for its verb overlaps one of the gold's, or if none was chosen and the gold has
none. `pairs` counts each known place of a sentence for itself: is it the place of this verb or not. The held-out
tenth is that of the texts whose hash ends in 0.
"""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import batched
from pathlib import Path
from typing import Any

from dateline.annotate.parser import Parser
from dateline.config import Settings, load_settings
from dateline.errors import UsageError
from dateline.evaluate.report import Figure, Report, share
from dateline.extract.event_places.model import choose
from dateline.extract.event_places.spots import Spot, spots_of
from dateline.extract.places import Places
from dateline.model.document import Document
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Case:
    """One record: its row, the verb's span, and the gold; None where the record has no gold."""

    row: dict[str, Any]
    text: str
    verb: Span
    gold: tuple[Span, ...] | None

    @property
    def held_out(self) -> bool:
        """Whether it is never learned from."""
        return blake2b(self.text.encode(), digest_size=4).digest()[-1] % 10 == 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A record with what is asked of the model: the head of its trigger, and the candidates."""

    case: Case
    syntax: Syntax
    head: int
    spots: list[Spot]


def evaluate(path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """The report of a JSONL file of `text`, `verb` and `places` (spans); `places` may be left out for `predictions`."""
    cases = load(path)
    answers = [(s, choose(s.head, s.spots, s.syntax)) for s in sentences(cases, settings or load_settings())]
    if predictions:
        _write(predictions, [(s.case, chosen[0].span if chosen else None) for s, chosen in answers])
    judged = [(s, chosen[0] if chosen else None) for s, chosen in answers if s.case.gold is not None]
    held = [(s, chosen) for s, chosen in judged if s.case.held_out]
    rows = (*_figures("held_out", held), *_figures("all", judged, better="none"))
    return Report("event-places", {"records": len(cases), "held_out": len(held)}, rows)


def _figures(name: str, judged: Sequence[tuple[Sentence, Spot | None]], *, better: str = "higher") -> Iterator[Figure]:
    right = sum(is_right(s.case, chosen.span if chosen else None) for s, chosen in judged)
    yield share(f"{name}.accuracy", right, len(judged), better=better)
    pairs = [(spot is chosen) == _is_gold(s.case, spot.span) for s, chosen in judged for spot in s.spots if spot.place]
    yield share(f"{name}.pairs", sum(pairs), len(pairs), better=better)
    placed = [(s, chosen) for s, chosen in judged if s.case.gold]
    found = sum(is_right(s.case, chosen.span if chosen else None) for s, chosen in placed)
    yield share(f"{name}.recall", found, len(placed), better=better)
    given = [(s, chosen) for s, chosen in judged if chosen]
    yield share(f"{name}.precision", sum(is_right(s.case, c.span) for s, c in given if c), len(given), better=better)


def is_right(case: Case, chosen: Span | None) -> bool:
    """Whether the place chosen, or none, is what the gold has."""
    return not case.gold if chosen is None else _is_gold(case, chosen)


def _is_gold(case: Case, span: Span) -> bool:
    return any(span.overlap(gold) for gold in case.gold or ())


def load(path: Path) -> list[Case]:
    """The records of a JSONL file. Raises UsageError for a line that is no record."""
    cases = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            spans = row.get("places")
            gold = None if spans is None else tuple(_decoded(row["text"], s) for s in spans)
            cases.append(Case(row, row["text"], Span(*row["verb"][0]), gold))
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise UsageError(f"{path}, line {number}: no record with text and verb ({error})") from error
    return cases


def _decoded(text: str, span: Sequence[int]) -> Span:
    """A gold span in characters. Some records count in spaCy's tokens, the last one included."""
    start, end = span
    piece = text[start:end]
    whole_words = not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum()
    if end - start > 2 and piece == piece.strip() and whole_words:
        return Span(start, end)
    tokens = _tokens(text)
    return Span(tokens[start][0], tokens[end][1]) if end < len(tokens) else Span(start, end)


@cache
def _tokens(text: str) -> list[tuple[int, int]]:
    return [(token.idx, token.idx + len(token)) for token in _tokeniser()(text)]


@cache
def _tokeniser() -> Any:
    import spacy

    return spacy.blank("en")


def sentences(cases: Sequence[Case], settings: Settings) -> Iterator[Sentence]:
    """Each record parsed, its places found."""
    parser, places = Parser(settings.pipeline, batch_size=settings.batch_size), Places()
    for batch in batched(cases, 500):
        texts = list(dict.fromkeys(case.text for case in batch))
        parsed = dict(zip(texts, parser.pipe(texts), strict=True))
        for case in batch:
            syntax = parsed[case.text]
            reading = Reading(Document(id="d", text=case.text, sha256=""), syntax)
            head = _head(case.verb, syntax)
            spots = spots_of(list(places(reading)), syntax, case.text)
            yield Sentence(case, syntax, head, spots.get(syntax.tokens[head].sentence, []))


def _head(verb: Span, syntax: Syntax) -> int:
    tokens = syntax.inside(verb)
    return next((i for i in tokens if syntax.tokens[i].head not in tokens), tokens.start if tokens else 0)


def _write(path: Path, answers: Sequence[tuple[Case, Span | None]]) -> None:
    """The input's columns and rows in their order, and `predicted`: a list with the span chosen, or an empty one."""
    columns = list(dict.fromkeys(name for case, _ in answers for name in case.row))
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, delimiter="\t")
        rows.writerow([*columns, "predicted"])
        for case, span in answers:
            cells = [case.row.get(name) for name in columns]
            given = [c if isinstance(c, str) else "" if c is None else json.dumps(c) for c in cells]
            rows.writerow([*given, json.dumps([list(span)] if span else [])])
