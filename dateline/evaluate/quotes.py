"""Quotes against PolNeAR-like gold: brat files with Source, Cue and Content of every attribution."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.annotate.parser import Parser
from dateline.config import Settings, load_settings
from dateline.errors import UsageError
from dateline.evaluate.report import Figure, Report, precision_recall
from dateline.extract.quotes import Quotes
from dateline.model.document import Document
from dateline.model.quote import Quote
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Syntax

_TEXT_BOUND = re.compile(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_EVENT = re.compile(r"E\d+\t(\S+.*)")
# Same length in, same length out: gold offsets must stay valid.
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\r": "\n"})
_MARKED = re.compile(r"“([^“”\n]+)”|\"([^\"\n]+)\"|''((?:[^'\n]|'(?!'))+)''")
_THAT = re.compile(r"^that\b\s+")
_EDGES = "\"“”„«»‘’'`,.;:!?… \n"
_FEWEST_WORDS = 4
_ENOUGH = 0.5
_SURELY_SAID = 0.5  # a thought or a wish is followed by no more of the same speech


@dataclass(slots=True)
class Attribution:
    """One attribution, of gold or ours: spans of its parts, none where it has none."""

    content: list[Span]
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    floats: bool = False


@dataclass(slots=True)
class _Tally:
    right: int = 0
    given: int = 0
    wanted: int = 0

    def figures(self, name: str) -> tuple[Figure, ...]:
        return precision_recall(name, right=self.right, given=self.given, found=self.right, wanted=self.wanted)


def evaluate(path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """Content, source and cue F1 at intersection over union of a half and more, one to one; exact source + content;
    F1 of direct speech (marked strings of four words and more inside a content).

    `path` holds `text/` and `attributions/`; of several annotators of one article the first file counts. Raises
    UsageError where these folders are missing.
    """
    gold_articles = list(articles(path))
    settings = settings or load_settings()
    parser = Parser(settings.pipeline, batch_size=settings.batch_size)
    parsed = parser.pipe(text for _, text, _ in gold_articles)
    rows: list[tuple[str, str, Attribution]] = []
    tallies = Tallies()
    for (name, text, gold), syntax in zip(gold_articles, parsed, strict=True):
        given = ours(text, syntax)
        tallies.add(text, gold, given)
        rows.extend((name, text, g) for g in given)
    if predictions is not None:
        _write(predictions, rows)
    return tallies.report(documents=len(gold_articles))


def ours(text: str, syntax: Syntax, *, attitudes: bool = True) -> list[Attribution]:
    """What Dateline finds in a text that must not be normalised; a quotation without cue joins the one before it."""
    reading = Reading(Document(id="gold", text=text, sha256=""), syntax)
    reading.add(Quotes(attitudes=attitudes)(reading))
    found: list[Attribution] = []
    told: Attribution | None = None
    for annotation in reading.quotes:
        quote: Quote = annotation.value
        floats = quote.cue is None and quote.kind == "direct"
        if floats and told is not None and quote.speaker is not None:
            told.content = sorted([*told.content, *quote.content])
            continue
        mention = quote.speaker.mention if quote.speaker else None
        found.append(
            Attribution(
                list(quote.content),
                [mention] if mention and not floats else [],
                [quote.cue] if quote.cue else [],
                floats,
            )
        )
        if quote.parent is None and quote.probability >= _SURELY_SAID:
            told = found[-1]
    return found


class Tallies:
    """Counts over articles."""

    def __init__(self) -> None:
        self.content, self.source, self.cue, self.exact = _Tally(), _Tally(), _Tally(), _Tally()
        self.direct = _Tally()
        self.missed: list[tuple[str, Attribution]] = []
        self.extra: list[tuple[str, Attribution]] = []

    def add(self, text: str, gold: Sequence[Attribution], given: Sequence[Attribution]) -> None:
        """Count one article."""
        for tally, part in ((self.content, "content"), (self.source, "source"), (self.cue, "cue")):
            wanted = [i for i, g in enumerate(gold) if getattr(g, part)]
            have = [j for j, g in enumerate(given) if getattr(g, part)]
            scores = _scores([getattr(gold[i], part) for i in wanted], [getattr(given[j], part) for j in have])
            pairs = _match(scores)
            tally.right += len(pairs)
            tally.given += len(have)
            tally.wanted += len(wanted)
            if part == "content":
                hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
                self.missed += [(text, gold[w]) for k, w in enumerate(wanted) if k not in hit]
                self.extra += [(text, given[h]) for k, h in enumerate(have) if k not in used]
        self._add_exact(text, gold, given)
        self._add_direct(text, gold, given)

    def _add_exact(self, text: str, gold: Sequence[Attribution], given: Sequence[Attribution]) -> None:
        counted = [g for g in given if not g.floats]
        keys: dict[tuple[object, object], int] = {}
        for g in counted:
            key = (_bare(text, g.content), _bare(text, g.source))
            keys[key] = keys.get(key, 0) + 1
        for g in gold:
            key = (_bare(text, g.content), _bare(text, g.source))
            if keys.get(key, 0) > 0:
                keys[key] -= 1
                self.exact.right += 1
        self.exact.given += len(counted)
        self.exact.wanted += len(gold)

    def _add_direct(self, text: str, gold: Sequence[Attribution], given: Sequence[Attribution]) -> None:
        wanted, have = set(direct_speech(text, gold)), set(direct_speech(text, given))
        self.direct.wanted += len(wanted)
        self.direct.given += len(have)
        self.direct.right += len(wanted & have)

    def report(self, *, documents: int) -> Report:
        """The figures so far."""
        rows = (
            *self.content.figures("content"),
            *self.source.figures("source"),
            *self.cue.figures("cue"),
            *self.exact.figures("source+content.exact"),
            *self.direct.figures("direct"),
        )
        return Report("quotes", {"documents": documents, "gold": self.content.wanted}, rows)


def articles(path: Path) -> Iterable[tuple[str, str, list[Attribution]]]:
    """Name, text and gold of each article of a split, of several annotators the first. UsageError where none is."""
    texts, annotations = path / "text", path / "attributions"
    if not texts.is_dir() or not annotations.is_dir():
        raise UsageError(f"{path} has no folders text/ and attributions/; give the folder of one split")
    seen = set()
    for file in sorted(annotations.glob("*.ann")):
        name = file.stem.rsplit("_", 1)[0]
        source = texts / f"{name}.txt"
        if name in seen or not source.exists():
            continue
        seen.add(name)
        yield name, source.read_bytes().decode("utf-8").translate(_PLAIN), read_brat(file.read_text("utf-8"))


def read_brat(annotations: str) -> list[Attribution]:
    """The attributions of a brat file that have a content."""
    spans: dict[str, list[Span]] = {}
    found = []
    lines = annotations.splitlines()
    for line in lines:
        if match := _TEXT_BOUND.match(line):
            spans[match[1]] = [Span(*map(int, piece.split())) for piece in match[3].split(";")]
    for line in lines:
        if match := _EVENT.match(line):
            parts: dict[str, list[Span]] = {"Content": [], "Source": [], "Cue": []}
            for role, _, target in (piece.partition(":") for piece in match[1].split()):
                name = role.rstrip("0123456789")
                if name in parts:
                    parts[name] += spans.get(target, [])
            if parts["Content"]:
                found.append(Attribution(sorted(parts["Content"]), sorted(parts["Source"]), sorted(parts["Cue"])))
    return found


def direct_speech(text: str, attributions: Iterable[Attribution]) -> list[Span]:
    """The marked strings of four words and more that lie (by half and more) inside a content, without their marks."""
    inside = _places(a.content for a in attributions)
    found = []
    for match in _MARKED.finditer(text):
        span = Span(*match.span(match.lastindex or 0))
        shared = sum(i in inside for i in range(*span))
        if len(span.of(text).split()) >= _FEWEST_WORDS and 2 * shared > span.end - span.start:
            found.append(span)
    return found


def _places(contents: Iterable[list[Span]]) -> set[int]:
    return {i for content in contents for span in content for i in range(*span)}


def _bare(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Spans without marks, commas, spaces and a leading "that" at their edges."""
    bare = []
    for span in spans:
        said = _THAT.sub("", span.of(text)).lstrip(_EDGES)
        start = span.end - len(said)
        bare.append(Span(start, start + len(said.rstrip(_EDGES))))
    return tuple(sorted(bare))


def overlap(a: list[Span], b: list[Span]) -> float:
    """Intersection over union of two sets of spans."""
    shared = sum(x.overlap(y) for x in a for y in b)
    total = sum(s.end - s.start for s in (*a, *b)) - shared
    return shared / total if total else 0.0


def _scores(gold: list[list[Span]], given: list[list[Span]]) -> dict[tuple[int, int], float]:
    found = {}
    order = sorted(range(len(given)), key=lambda j: given[j][0].start)
    for i, g in enumerate(gold):
        for j in order:
            if given[j][0].start >= g[-1].end:
                break
            score = overlap(g, given[j])
            if score >= _ENOUGH:
                found[i, j] = score
    return found


def _match(scores: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """One-to-one pairs, the best first."""
    used_gold: set[int] = set()
    used_given: set[int] = set()
    pairs = []
    for (i, j), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if i not in used_gold and j not in used_given:
            used_gold.add(i)
            used_given.add(j)
            pairs.append((i, j))
    return pairs


def _write(path: Path, rows: list[tuple[str, str, Attribution]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, dialect="excel-tab")
        writer.writerow(["article", "source", "cue", "content"])
        for name, text, found in rows:
            words = [" … ".join(s.of(text) for s in part) for part in (found.source, found.cue, found.content)]
            writer.writerow([name, *words])
