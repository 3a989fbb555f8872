"""PLOVER's gold standard records: is the event of each sentence found, by type, and with the right countries?

Only the sentence is given. An event counts as found by type where a claim has its type; by type and countries where
that claim's sides also meet the gold's countries, and name none against it. Only ISO codes count as countries: a side
whose gold is a body of states or another code of PLOVER's is not compared, and a record without any ISO code is left
out of the second figure. Names of types from 2016 are mapped as the decisions of `ontology/plover.toml` say;
misspelled country codes by `_TYPOS`.
"""

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.config import Settings
from dateline.errors import UsageError
from dateline.evaluate.report import Report, share
from dateline.model.claim import Claim, Side
from dateline.model.document import Origin
from dateline.ontology.bodies import CODES
from dateline.ontology.plover import decisions, event_types

# Slips of the gold: a code that ISO does not have, and the one that is meant.
_TYPOS = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "ROM": "ROU", "DEN": "DNK"}


@dataclass(frozen=True, slots=True)
class Case:
    """One gold record. Sides are country codes; an empty set means that the gold names nobody."""

    id: str
    text: str
    type: str
    sources: frozenset[str]
    targets: frozenset[str]


def load(path: Path) -> list[Case]:
    """The records of a JSON file that have a sentence. Raises UsageError where it is no such file."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise UsageError(f"{path} is no JSON list of records: {error}") from error
    return [_case(row) for row in rows if row.get("text") and row.get("event") != "DOCUMENT"]


def _case(row: dict[str, Any]) -> Case:
    older = decisions()["sixteen-types"].map
    name = row["event"]
    return Case(
        row["id"], row["text"].strip("{} "), older.get(name, name), _codes(row, "source"), _codes(row, "target")
    )


def _codes(row: dict[str, Any], side: str) -> frozenset[str]:
    people = row.get(side)
    found = [p.get("code") for p in people if isinstance(p, dict)] if isinstance(people, list) else []
    return frozenset(_TYPOS.get(c, c) for c in map(str, found) if c and c != "None") - CODES


def _of(sides: Sequence[Side]) -> set[str]:
    return {s.country for s in sides if s.country} - CODES


def right_type(claim: Claim, gold: str) -> bool:
    """Whether the claim has the gold's type; INVESTIGATE and DISAPPROVE are both ACCUSE."""
    return claim.type == gold


def right_sides(claim: Claim, case: Case) -> bool:
    """Whether the claim's countries meet the gold's on each side; those who consult or agree are one side."""
    sources, targets = case.sources, case.targets
    actors, recipients = _of(claim.actors), _of(claim.recipients)
    if claim.type in ("CONSULT", "AGREE", "COOPERATE") or not targets:
        mine, wanted = actors | recipients, sources | targets
        return bool(mine & wanted) and (mine <= wanted or not targets)
    return (not sources or bool(actors & sources)) and (not targets or bool(recipients & targets))


def score(case: Case, claims: Sequence[Claim]) -> tuple[bool, bool]:
    """(found by type, found by type and countries)."""
    same = [c for c in claims if right_type(c, case.type)]
    return bool(same), any(right_sides(c, case) for c in same)


def report(cases: Sequence[Case], found: Sequence[Sequence[Claim]]) -> Report:
    """Figures over all cases, and the recall of each type."""
    results = [score(case, claims) for case, claims in zip(cases, found, strict=True)]
    coded = [r for case, r in zip(cases, results, strict=True) if case.sources or case.targets]
    rows = [
        share("events.type", sum(r[0] for r in results), len(cases)),
        share("events.type_countries", sum(r[1] for r in coded), len(coded)),
    ]
    for name in event_types():
        own = [r for case, r in zip(cases, results, strict=True) if case.type == name]
        rows.append(share(f"events.{name}", sum(r[0] for r in own), len(own), better="none"))
    total = sum(len(claims) for claims in found)
    counts = {"sentences": len(cases), "claims": total, "without": sum(not c for c in found)}
    return Report(
        "events", counts, tuple(rows), ("Only the sentence is given; claims beyond the gold's are not judged.",)
    )


def evaluate(path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """The report on a file of gold standard records."""
    from dateline.ingest.assemble import assemble
    from dateline.pipeline import Reader

    cases = load(path)
    documents = [assemble(c.text, origin=Origin(source_id=c.id)) for c in cases]
    readings = list(Reader(settings).read_all(documents))
    found = [[a.value for a in reading.claims] for reading in readings]
    if predictions is not None:
        _write(predictions, cases, found)
    return report(cases, found)


def _write(path: Path, cases: Sequence[Case], found: Sequence[Sequence[Claim]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t", lineterminator="\n")
        rows.writerow(["id", "text", "event", "predicted"])
        for case, claims in zip(cases, found, strict=True):
            said = "; ".join(
                f"{c.type}({'+'.join(sorted(_of(c.actors)))}>{'+'.join(sorted(_of(c.recipients)))})" for c in claims
            )
            rows.writerow([case.id, case.text, case.type, said])
