"""Organisations that act in world politics: what they are, whose they are, and what they are called.

The facts are in `bodies.csv`; who belongs to an international body, and from when to when, is in `members.csv`.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.errors import OntologyError

KINDS = ("intergovernmental", "non-governmental", "armed", "state", "party", "company", "movement")
CODES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation. `code` is a PLOVER non-state code, or None for one that belongs to `country` (ISO alpha-3).

    `shared` marks names that other countries have too ("Senate"): the country is only the likeliest.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    code: str | None
    country: str | None
    sectors: tuple[str, ...]
    shared: bool = False

    @property
    def place(self) -> str | None:
        """The value for the field `country` of an actor: the country, else the non-state code."""
        return self.country or self.code


@dataclass(frozen=True, slots=True)
class Membership:
    """A country (ISO alpha-3) in a body, from and to by ISO dates as exact as known; None is open."""

    body: str
    country: str
    since: str | None
    until: str | None

    def held_on(self, day: str) -> bool:
        """Whether it was a member on an ISO date; a coarse end covers the whole year or month."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day[: len(self.until)] <= self.until
        )


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies, in the order of the file."""
    return tuple(_body(row) for row in _rows("bodies.csv"))


def body_by_name(name: str) -> Body | None:
    """The body with this name or alias, or None. Case counts for names in capitals only: "WHO" is one, "who" none."""
    table = _by_name()
    return table.get(name) or table.get(name.lower())


@cache
def memberships() -> tuple[Membership, ...]:
    """All memberships, in the order of the file."""
    return tuple(
        Membership(row["body"], code, row["since"] or None, row["until"] or None)
        for row in _rows("members.csv")
        for code in row["countries"].split("|")
    )


def members_of(body: str, *, day: str) -> tuple[str, ...]:
    """The members of a body (by its name) on an ISO date, as country codes in order."""
    return tuple(sorted({m.country for m in memberships() if m.body == body and m.held_on(day)}))


@cache
def _by_name() -> dict[str, Body]:
    table: dict[str, Body] = {}
    for body in bodies():
        for name in (body.name, *body.aliases):
            table.setdefault(name if name.isupper() else name.lower(), body)
    return table


def _rows(name: str) -> list[dict[str, str]]:
    text = files("dateline.ontology").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _body(row: dict[str, str]) -> Body:
    body = Body(
        name=row["name"],
        aliases=tuple(filter(None, row["aliases"].split("|"))),
        kind=row["kind"],
        code=row["code"] or None,
        country=row["country"] or None,
        sectors=tuple(row["sectors"].split()),
        shared=row["shared"] == "yes",
    )
    if body.kind not in KINDS or (body.code is not None and body.code not in CODES):
        raise OntologyError(f"bodies.csv: {body.name!r} has kind {body.kind!r} and code {body.code!r}")
    return body
