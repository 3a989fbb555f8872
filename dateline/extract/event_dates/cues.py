"""The words of `event_dates.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Cues:
    """Sets of lower-case words, named as in the file."""

    limits: frozenset[str]
    since: frozenset[str]
    saying: frozenset[str]
    factual: frozenset[str]
    marks: frozenset[str]
    gerunds: frozenset[str]
    settings: frozenset[str]
    relatives: frozenset[str]
    background: frozenset[str]
    next: frozenset[str]
    occurring: frozenset[str]
    sequel: frozenset[str]
    soon: frozenset[str]
    counts: dict[str, int]
    days: dict[str, int]
    repeat: frozenset[str]
    plans: frozenset[str]
    happening: frozenset[str | None]
    occasions: frozenset[str]


@cache
def cues(language: str = "en") -> Cues:
    """The words of a language."""
    found: dict[str, Any] = tomllib.loads(
        files("dateline.lang").joinpath(language, "event_dates.toml").read_text(encoding="utf-8")
    )
    return Cues(
        limits=frozenset(found["limit"]["prepositions"]),
        since=frozenset(found["limit"]["since"]),
        saying=frozenset(found["saying"]["verbs"]),
        factual=frozenset(found["factual"]["verbs"]),
        marks=frozenset(found["together"]["marks"]),
        gerunds=frozenset(found["together"]["gerunds"]),
        settings=frozenset(found["together"]["same"]),
        relatives=frozenset(found["together"]["relatives"]),
        background=frozenset(found["background"]["adverbs"]),
        next=frozenset(found["background"]["next"]),
        occurring=frozenset(found["occurring"]["verbs"]),
        sequel=frozenset(found["sequel"]["links"]),
        soon=frozenset(found["sequel"]["soon"]),
        counts=dict(found["counts"]),
        days=dict(found["days"]),
        repeat=frozenset(found["repeat"]["determiners"]),
        plans=frozenset(found["plans"]["verbs"]),
        happening=frozenset({None, *found["happening"]["prepositions"]}),
        occasions=frozenset(found["occasions"]["nouns"]),
    )
