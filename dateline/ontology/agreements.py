"""Agreements that are known by name, so that one thing has one name."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_LETTERS = re.compile(r"\w+")

ACTS = (
    "proposed",
    "negotiated",
    "signed",
    "ratified",
    "in-force",
    "extended",
    "suspended",
    "withdrawn",
    "violated",
    "rejected",
)


@dataclass(frozen=True, slots=True)
class KnownAgreement:
    """A treaty or deal with a name of its own.

    `parties` are ISO 3166 codes (or PLOVER's for bodies), empty where there are too many to list; `signed` is an ISO
    date or None.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    parties: tuple[str, ...]
    subject: str
    signed: str | None


@cache
def known_agreements() -> tuple[KnownAgreement, ...]:
    """All agreements of `agreements.csv`."""
    text = files("dateline.ontology").joinpath("agreements.csv").read_text(encoding="utf-8")
    return tuple(
        KnownAgreement(
            name=row["name"],
            aliases=tuple(a for a in row["aliases"].split("|") if a),
            kind=row["kind"],
            parties=tuple(p for p in row["parties"].split("|") if p),
            subject=row["subject"],
            signed=row["signed"] or None,
        )
        for row in csv.DictReader(text.splitlines())
    )


@cache
def by_first_word() -> dict[str, tuple[tuple[str, KnownAgreement], ...]]:
    """Names and aliases by the letters that they begin with, longest first."""
    found: dict[str, list[tuple[str, KnownAgreement]]] = {}
    for agreement in known_agreements():
        for name in (agreement.name, *agreement.aliases):
            found.setdefault(first_letters(name), []).append((name, agreement))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in found.items()}


def first_letters(words: str) -> str:
    """The letters and digits that some words begin with, as `by_first_word` files them."""
    match = _LETTERS.match(words)
    return match.group() if match else words
