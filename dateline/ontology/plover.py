"""PLOVER: its types with modes, quad classes and intensities, its contexts and sectors, and the way to CAMEO."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.errors import OntologyError

_YIELD = frozenset({"RETREAT", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class EventType:
    """One type. `score` is its intensity where no mode has one; `recipient_required` as PLOVER demands it."""

    name: str
    label: str
    quad: int
    score: float
    recipient_required: bool
    roles: Mapping[str, str]
    gloss: str
    example: str
    warning: str
    modes: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """What we do where PLOVER's sources contradict each other, and why. `map` sends foreign names to ours."""

    name: str
    question: str
    decision: str
    reason: str
    map: Mapping[str, str] = field(default_factory=dict)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("dateline.ontology").joinpath(name).read_text(encoding="utf-8"))


@cache
def event_types() -> Mapping[str, EventType]:
    """The 16 types by name, in the order of the manual. Raises OntologyError where an entry is incomplete."""
    found: dict[str, EventType] = {}
    for name, row in _read("plover.toml").items():
        if name == "decision":
            continue
        try:
            found[name] = EventType(
                name=name,
                label=row["label"],
                quad=row["quad"],
                score=row["score"],
                recipient_required=row["recipient"] == "required",
                roles=row["roles"],
                gloss=row["gloss"],
                example=row["example"],
                warning=row["warning"],
                modes=row.get("modes", {}),
            )
        except KeyError as error:
            raise OntologyError(f"plover.toml: [{name}] has no {error}; see the entries beside it") from error
    return found


@cache
def decisions() -> Mapping[str, Decision]:
    """The decisions by name."""
    return {row["name"]: Decision(**row) for row in _read("plover.toml")["decision"]}


@cache
def contexts() -> Mapping[str, tuple[str, ...]]:
    """The 37 contexts, each with its cue words."""
    return {name: tuple(words) for name, words in _read("contexts.toml").items()}


@cache
def sectors() -> Mapping[str, str]:
    """The 25 sectors by code, each with what it takes in."""
    return _read("sectors.toml")


def quad_of(event_type: str) -> int:
    """The quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    return event_types()[event_type].quad


def root_of(event_type: str) -> str:
    """The one of the 15 roots of 2016 that a type belongs to: RETREAT and CONCEDE were YIELD."""
    return "YIELD" if event_type in _YIELD else event_type


def score_of(event_type: str, mode: str | None) -> float:
    """The intensity of a type in a mode: the mode's, or the type's where the mode has none."""
    kind = event_types()[event_type]
    return kind.modes.get(mode, kind.score) if mode else kind.score


@cache
def _cameo() -> Mapping[tuple[str, str, str], str]:
    table = files("dateline.ontology").joinpath("cameo.csv").read_text(encoding="utf-8")
    return {(r["type"], r["mode"], r["rule"]): r["cameo"] for r in csv.DictReader(table.splitlines())}


def cameo_of(event_type: str, mode: str | None, rule: str = "") -> str | None:
    """The CAMEO code, a string of 2 to 4 digits, where type, mode and lexicon rule make it certain; else None."""
    table = _cameo()
    key = mode or ""
    return table.get((event_type, key, rule)) or table.get((event_type, key, "")) or None
