"""The rules of the grammar of time expressions, compiled for each class of words that can begin one."""

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from dateline.extract.times.words import CLASSES, OTHER

_PIECE = re.compile(r"\(\?(?::|!|=|<=)|[)|?*]|[A-Z_]+")


def _expand(pattern: str, parts: dict[str, str]) -> list[str]:
    """The pieces of a pattern, its named parts written out."""
    pieces: list[str] = []
    for piece in _PIECE.findall(pattern):
        pieces.extend(_expand(parts[piece], parts) if piece in parts else [piece])
    return pieces


def _letters(pieces: list[str]) -> str:
    return "".join(CLASSES[p] if p[0].isupper() else p for p in pieces)


@dataclass(slots=True)
class _Firsts:
    """Reads a pattern's pieces and tells with which classes a match can begin."""

    pieces: list[str]
    place: int = 0

    def choice(self) -> tuple[set[str], bool]:
        """The first classes of alternatives, and whether one of them may be empty."""
        found, empty = self._sequence()
        while self.place < len(self.pieces) and self.pieces[self.place] == "|":
            self.place += 1
            other, other_empty = self._sequence()
            found, empty = found | other, empty or other_empty
        return found, empty

    def _sequence(self) -> tuple[set[str], bool]:
        found: set[str] = set()
        empty = True
        while self.place < len(self.pieces) and self.pieces[self.place] not in ("|", ")"):
            first, skippable = self._item()
            if empty:
                found |= first
            empty = empty and skippable
        return found, empty

    def _item(self) -> tuple[set[str], bool]:
        piece = self.pieces[self.place]
        self.place += 1
        found, empty = {piece}, False
        if piece.startswith("("):
            found, empty = self.choice()
            self.place += 1
            if piece != "(?:":
                found, empty = set(), True
        while self.place < len(self.pieces) and self.pieces[self.place] in ("?", "*"):
            self.place += 1
            empty = True
        return found, empty


def _by_first(language: str = "en") -> dict[str, re.Pattern[str]]:
    """For each class letter, the rules that can begin with it, in order, as one expression."""
    found: dict[str, Any] = tomllib.loads(
        files("dateline.lang").joinpath(language, "times_rules.toml").read_text(encoding="utf-8")
    )
    rules: dict[str, list[str]] = {}
    for rule in found["rule"]:
        pieces = _expand(rule["pattern"], found["parts"])
        firsts, _ = _Firsts(pieces).choice()
        for first in firsts:
            rules.setdefault(CLASSES[first], []).append(f"(?P<{rule['name']}>{_letters(pieces)})")
    return {letter: re.compile("|".join(some)) for letter, some in rules.items()}


BY_FIRST: dict[str, re.Pattern[str]] = _by_first()

_ANCHORS = (
    "MONTH",
    "MAYBE_MONTH",
    "WEEKDAY",
    "UNIT",
    "UNITS",
    "QUARTER",
    "HALF",
    "PART",
    "POINT",
    "WEEKEND",
    "SEASON",
    "MAYBE_SEASON",
    "DEICTIC",
    "REFERENCE",
    "SET",
    "AMPM",
    "OCLOCK",
    "ZONE",
    "CLOCK",
    "ISO",
    "SLASHED",
    "YEAR",
    "DECADE",
    "TIME",
    "PRESENT",
    "FEAST",
    "FISCAL",
    "LAST",
)
# Words of the grammar that stand together with at least one that names a time: only there is the grammar asked.
# Two numbers in a row may be a year as it is spoken.
_SPOKEN = CLASSES["NUMBER"] * 2
RUN = re.compile(f"[^{OTHER}]*(?:[{''.join(CLASSES[name] for name in _ANCHORS)}]|{_SPOKEN})[^{OTHER}]*")
