"""The ranks of offices, from head of state down to official."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rank:
    """One rank: `order` is 0 for the highest; `holds` names who has it."""

    name: str
    label: str
    holds: str
    order: int
    warning: str | None = None


@cache
def ranks() -> tuple[Rank, ...]:
    """All ranks, highest first."""
    rows = tomllib.loads(files("dateline.ontology").joinpath("ranks.toml").read_text("utf-8"))["rank"]
    return tuple(Rank(r["name"], r["label"], r["holds"], i, r.get("warning")) for i, r in enumerate(rows))


@cache
def rank_order() -> dict[str, int]:
    """The order of each rank by name: a lower number is a higher rank."""
    return {rank.name: rank.order for rank in ranks()}
