"""How well actors are coded: PLOVER's gold standard records, the country and sector of each given source and target.

The sentence alone is read, without a date (the file's dates are placeholders). The given words are looked up by their
grammatical head. Countries count where the gold code is a country's (typos mapped), sectors where it is one of the 25.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.annotate.parser import Parser
from dateline.config import Settings, load_settings
from dateline.errors import UsageError
from dateline.evaluate.report import Report, share
from dateline.ingest.assemble import assemble
from dateline.lang.groups import SECTORS
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Syntax
from dateline.ontology.bodies import CODES
from dateline.registry import load, stages

_TYPOS = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
_STAGES = ("regions", "mentions", "places", "coreference")


@dataclass(frozen=True, slots=True)
class Given:
    """One source or target of the gold."""

    record: str
    words: str
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Coded:
    """What we make of given words."""

    country: str | None
    sectors: tuple[str, ...]


def evaluate(path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """The report on a file of gold standard records (JSON)."""
    chosen = settings or load_settings()
    parser = Parser(chosen.pipeline, batch_size=chosen.batch_size)
    records = read_records(path)
    documents = [assemble(r["text"]) for r in records]
    made = [load(stages()[name])() for name in _STAGES]
    counts = {"country": [0, 0], "sector": [0, 0]}
    wrong = 0
    lines = ["record\twords\tcountry\tsector\tpredicted_country\tpredicted_sectors"]
    for record, document, syntax in zip(records, documents, parser.pipe(d.text for d in documents), strict=True):
        reading = Reading(document, syntax)
        for stage in made:
            reading.add(list(stage(reading)))
        for given in _given(record):
            coded = code(given.words, reading)
            if given.country:
                counts["country"][0] += coded.country == given.country
                counts["country"][1] += 1
                wrong += coded.country not in (None, given.country)
            if given.sector:
                counts["sector"][0] += given.sector in coded.sectors
                counts["sector"][1] += 1
            known = f"{given.country or ''}\t{given.sector or ''}\t{coded.country or ''}\t{' '.join(coded.sectors)}"
            lines.append(f"{given.record}\t{' '.join(given.words.split())}\t{known}")
    if predictions is not None:
        predictions.write_text("\n".join(lines) + "\n", "utf-8")
    return Report(
        task="actors",
        counts={"records": len(records), "sides": len(lines) - 1},
        rows=(
            share("country.accuracy", *counts["country"]),
            share("country.wrong", wrong, counts["country"][1], better="lower"),
            share("sector.accuracy", *counts["sector"]),
        ),
        notes=("a side without any country found counts against accuracy but not as wrong",),
    )


def read_records(path: Path) -> list[dict[str, Any]]:
    """The records that have a text. Raises UsageError where the file is no list of records."""
    rows = json.loads(path.read_text("utf-8", errors="replace"), strict=False)
    if not isinstance(rows, list):
        raise UsageError(f"{path}: expected a JSON list of records")
    return [row for row in rows if row.get("text")]


def _given(record: dict[str, Any]) -> Iterator[Given]:
    for side in ("source", "target"):
        for actor in record.get(side) or ():
            if not isinstance(actor, dict) or not actor.get("actorText"):
                continue
            country = _TYPOS.get(actor.get("code", ""), actor.get("code"))
            sector = actor.get("sector")
            yield Given(
                record["id"],
                actor["actorText"],
                country if country and country not in CODES else None,
                sector if sector in SECTORS else None,
            )


def code(words: str, reading: Reading) -> Coded:
    """What the reading says of whoever these words of its text name."""
    syntax = reading.parsed
    span = _find(words, reading.text)
    inside = syntax.inside(span) if span else range(0)
    if not inside:
        return Coded(None, ())
    heads = _heads(inside, syntax)
    for index in (*heads, syntax.tokens[heads[0]].head):
        mention = reading.mention_at(syntax.tokens[index].start)
        if mention is None:
            continue
        actor = reading.actor_of(mention.id)
        country = mention.value.country or (actor.value.country if actor else None)
        sectors = mention.value.sectors or (actor.value.sectors if actor else ())
        if country or sectors:
            return Coded(country, sectors)
    place = next((p for p in reading.places if span and span.overlap(p.span) and p.value.country), None)
    return Coded(place.value.country if place else None, ())


def _heads(inside: range, syntax: Syntax) -> list[int]:
    """The tokens of a range, those first that hang to something outside of it."""
    tops = [i for i in inside if syntax.tokens[i].head not in inside or syntax.tokens[i].head == i]
    return [*tops, *(i for i in inside if i not in tops)]


def _find(words: str, text: str) -> Span | None:
    """Where the words stand; where they are cut short or joined with dots, their first piece, then their last."""
    pieces = [
        words.strip(),
        " ".join(words.split()),
        *(p.strip() for p in words.split("...")),
        *words.split()[:1],
        *words.split()[-1:],
    ]
    for piece in pieces:
        at = text.find(piece) if piece else -1
        if at < 0 and piece:
            at = text.lower().find(piece.lower())
        if at >= 0:
            return Span(at, at + len(piece))
    return None
