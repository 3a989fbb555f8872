"""Precision on ordinary news: claims drawn at random, judged by a person who sees nothing of how they were made.

A draw is a pure function of the claims, `n` and the seed. Judgements are rows of a TSV: where the claim stands (hash of
the report, offsets of trigger and sides), what was claimed there, the round, and the verdict; no word of any report.
The second round shows the same claims in another order and nothing of the first. A claim counts as right only where
the verdict is `true`: `unsure` is not.
"""

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from dateline.config import Settings
from dateline.errors import UsageError
from dateline.evaluate.report import Figure, Report, share
from dateline.model.claim import Claim, Side
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.ontology.plover import event_types

TRUE, UNSURE = "true", "unsure"
VERDICTS = (TRUE, "wrong-type", "wrong-side", "wrong-status", "no-event", UNSURE)
FIRST, SECOND = 1, 2


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """What is judged: the claim that stands at one place of one report. Sides are offsets, `12-18,30-36`."""

    sha256: str
    start: int
    end: int
    type: str
    mode: str
    status: str
    actors: str
    recipients: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A claim that was drawn, with the text that it stands in."""

    place: Place
    text: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person said of the claim at a place, in the first or the second round."""

    place: Place
    round: int
    verdict: str


def place_of(sha256: str, claim: Claim) -> Place:
    """The place of a claim in the report with this hash."""
    return Place(
        sha256,
        *claim.trigger,
        claim.type,
        claim.mode or "",
        claim.status,
        _offsets(claim.actors),
        _offsets(claim.recipients),
    )


def _offsets(sides: Sequence[Side]) -> str:
    return ",".join(f"{s.mention.start}-{s.mention.end}" for s in sides)


def draw(readings: Iterable[Reading], *, n: int, seed: int) -> list[Drawn]:
    """`n` claims at random, in random order; all of them where there are fewer. The same for the same claims."""
    found = [
        Drawn(place_of(reading.document.sha256, a.value), reading.text, a.value)
        for reading in readings
        for a in reading.claims
    ]
    found.sort(key=lambda drawn: drawn.place)
    return random.Random(seed).sample(found, min(n, len(found)))  # noqa: S311 - a draw, not a secret


def second_order(drawn: Sequence[Drawn], *, seed: int) -> list[Drawn]:
    """The same claims in the order of the second round, which tells nothing of the first."""
    found = list(drawn)
    random.Random(f"{seed} second").shuffle(found)  # noqa: S311
    return found


def claims_of(path: Path, *, settings: Settings) -> Iterator[Reading]:
    """The readings of a record, or of the reports of a file or folder, which are read now."""
    from dateline.store.catalog import FolderCatalog

    if FolderCatalog(path).exists():
        yield from _recorded(path)
        return
    from dateline.ingest import documents
    from dateline.model.document import Document
    from dateline.pipeline import Reader

    found = documents([str(path)], settings=settings)
    yield from Reader(settings).read_all(d for d in found if isinstance(d, Document))


def _recorded(path: Path) -> Iterator[Reading]:
    from dateline.store.rebuild import readings
    from dateline.store.record import Record

    with Record.open(path) as record:
        ids = [row["id"] for row in record.query("SELECT id FROM documents ORDER BY id", []).to_pylist()]
        yield from readings(record, ids)


_PLACE = tuple(f.name for f in fields(Place))
_COLUMNS = ("round", *_PLACE, "verdict")


def load(path: Path) -> list[Judgement]:
    """The judgements of a file, none where there is no file. Raises UsageError where it holds something else."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        if tuple(rows.fieldnames or ()) != _COLUMNS:
            raise UsageError(f"{path} holds no judgements; its columns would be {', '.join(_COLUMNS)}")
        return [_judgement(row, path) for row in rows]


def _judgement(row: dict[str, str], path: Path) -> Judgement:
    if row["verdict"] not in VERDICTS:
        raise UsageError(f"{path}: no verdict {row['verdict']!r}; there are {', '.join(VERDICTS)}")
    words = {name: row[name] for name in _PLACE}
    place = Place(**{**words, "start": int(words["start"]), "end": int(words["end"])})  # type: ignore[arg-type]
    return Judgement(place, int(row["round"]), row["verdict"])


def save(path: Path, judgements: Sequence[Judgement]) -> None:
    """Write all judgements, in the order of round and place, so that two files differ only where judgements do."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t", lineterminator="\n")
        rows.writerow(_COLUMNS)
        for j in sorted(judgements, key=lambda j: (j.round, j.place)):
            rows.writerow((j.round, *astuple(j.place), j.verdict))


def report(judgements: Sequence[Judgement]) -> Report:
    """Precision over all claims and of each type, by the first round; and how far the rounds agree."""
    first = {j.place: j.verdict for j in judgements if j.round == FIRST}
    second = {j.place: j.verdict for j in judgements if j.round == SECOND}
    rows = [_precision("sample.precision", first.values())]
    if second:
        rows.append(_precision("sample.precision_second", second.values()))
    rows += [
        _precision(f"sample.{name}", own, better="none")
        for name in event_types()
        if (own := [v for place, v in first.items() if place.type == name])
    ]
    rows += [share(f"sample.{v}", list(first.values()).count(v), len(first), better="none") for v in VERDICTS[1:]]
    both = [(first[p] == TRUE, second[p] == TRUE) for p in first if p in second]
    notes = ["A claim is right where type, both sides and status are; unsure counts as wrong."]
    if both:
        rows.append(share("sample.agreement", sum(a == b for a, b in both), len(both), better="none"))
        rows.append(Figure("sample.kappa", kappa(both), better="none"))
        notes.append("Agreement: judged right, or not right, both times; kappa leaves out what chance would give.")
    return Report("sample", {"first": len(first), "second": len(second)}, tuple(rows), tuple(notes))


def _precision(name: str, verdicts: Iterable[str], *, better: str = "higher") -> Figure:
    found = list(verdicts)
    return share(name, found.count(TRUE), len(found), better=better)


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """Cohen's kappa of two rounds; None where chance alone would make them agree."""
    n = len(pairs)
    same = sum(a == b for a, b in pairs) / n
    yes, again = sum(a for a, _ in pairs) / n, sum(b for _, b in pairs) / n
    chance = yes * again + (1 - yes) * (1 - again)
    return None if chance == 1 else (same - chance) / (1 - chance)


def evaluate(path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """The report on a file of judgements. Raises UsageError where `predictions` are asked for: nothing is predicted."""
    del settings
    if predictions is not None:
        raise UsageError("a sample predicts nothing: leave out --predictions")
    return report(load(path))


def window(drawn: Drawn, *, around: int) -> Span:
    """The stretch of the text to show: what the claim rests on, and some words around it."""
    claim, text = drawn.claim, drawn.text
    # A side may stand sentences away; who it is there is part of what is judged, but not the whole report.
    spans = [claim.trigger, claim.evidence, *(s.mention for s in (*claim.actors, *claim.recipients))]
    near = [s for s in spans if abs(s.start - claim.trigger.start) <= around]
    start, end = min(s.start for s in near), max(s.end for s in near)
    return Span(_back(text, start - around // 2), _on(text, end + around // 2))


def _back(text: str, at: int) -> int:
    return 0 if at <= 0 else text.rfind(" ", 0, at) + 1


def _on(text: str, at: int) -> int:
    end = text.find(" ", at)
    return len(text) if at >= len(text) or end < 0 else end
