"""Floors under the figures of each task: a figure may not fall below its floor, and a floor only rises.

`floors.json` holds for each task the fingerprint of the gold that its floors were measured on. Other gold has no
floors until they are set with `update`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from math import floor
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.evaluate.report import Report

FLOORS = Path(str(files("dateline.evaluate"))) / "floors.json"

# A figure rounded down to so many places is its floor, so that another processor's last bits break nothing.
_PLACES = 3


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure that is below its floor; None where it is no longer given."""

    figure: str
    floor: float
    value: float | None


def falls(report: Report, gold: Path, *, floors: Path | None = None) -> list[Fall]:
    """The figures of a report that are below their floors.

    Raises UsageError where there are no floors for the task, or the gold is not what they were measured on.
    """
    kept = _load(floors or FLOORS).get(report.task)
    if kept is None:
        raise UsageError(f"no floors for {report.task}: set them with: dateline gate TASK PATH --update")
    if kept["gold"] != fingerprint(gold):
        raise UsageError(f"{gold} is not the gold that the floors of {report.task} were measured on; set new ones")
    values = {row.name: row.value for row in report.rows}
    return [
        Fall(name, least, values.get(name))
        for name, least in kept["floors"].items()
        if (value := values.get(name)) is None or value < least
    ]


def update(
    report: Report, gold: Path, *, floors: Path | None = None, allow_regression: bool = False
) -> dict[str, float]:
    """Raise the floors to a report's figures, or set them for new gold; gives the task's floors.

    Raises UsageError where a figure has fallen, unless `allow_regression`.
    """
    floors = floors or FLOORS
    kept = _load(floors)
    name = fingerprint(gold)
    same = kept.get(report.task, {}).get("gold") == name
    old: Mapping[str, float] = kept[report.task]["floors"] if same else {}
    new = {row.name: _down(row.value) for row in report.rows if row.value is not None and row.better == "higher"}
    fallen = [figure for figure, least in old.items() if new.get(figure, -1.0) < least]
    if fallen and not allow_regression:
        raise UsageError(f"{report.task}: {', '.join(fallen)} fell; a floor only rises (--allow-regression lowers it)")
    kept[report.task] = {"gold": name, "floors": new}
    text = json.dumps(kept, indent=1, sort_keys=True)
    floors.write_text(text + "\n", "utf-8")
    return new


def fingerprint(gold: Path) -> str:
    """A hash over the names and bytes of the files of some gold."""
    digest = sha256()
    for file in [gold] if gold.is_file() else sorted(p for p in gold.rglob("*") if p.is_file()):
        name = file.name if file == gold else file.relative_to(gold).as_posix()
        digest.update(f"{name}\x00{file.stat().st_size}\x00".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _load(floors: Path) -> dict[str, Any]:
    if not floors.exists():
        return {}
    found: dict[str, Any] = json.loads(floors.read_text("utf-8"))
    return found


def _down(value: float) -> float:
    return floor(value * 10.0**_PLACES) / 10.0**_PLACES
