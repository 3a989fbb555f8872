"""The rules of the grammar of time expressions: regular expressions over word classes.

A pattern is written in class names (`dateline.extract.times.words`) and in the named parts of `_PARTS`; blanks only
separate. Patterns are tried in order at each word, so longer ones stand first. The meaning of each is the function
of the same name in `dateline.extract.times.dates`, `relative` or `amounts`.
"""

import re
from dataclasses import dataclass

from dateline.extract.times.words import CLASSES, OTHER

_PARTS: dict[str, str] = {
    "MON": "(?: (?: MONTH | MAYBE_MONTH ) DOT? )",
    "WD": "(?: WEEKDAY | SHORT_WEEKDAY DOT? )",
    "DD": "(?: DAY | ORDDAY )",
    "AMOUNT": "(?: (?: DAY | COUNT | FIGURE | YEAR | NUMBER ) (?: DASH NUMBER | (?: TO | AND | DASH ) (?: DAY | COUNT | NUMBER ) | AND A HALF )?"
    " | A? VAGUE OF? | A NUMBER | HALF A | A HALF DASH? | DAY FIGURE | A )",
    "ROUGHLY": "(?: APPROXIMATE | COMPARE THAN | AT EXTREME )",
    "ANYUNIT": "(?: UNIT | UNITS | QUARTER )",
    "SEAS": "(?: SEASON | MAYBE_SEASON )",
    "MODS": "(?: THE? EARLY_LATE DASH? | THE? EDGE OF | EARLIER_LATER )",
    "TOD": "(?: (?: CLOCK | COUNT | YEAR | FIGURE ) (?= ZONE ) | CLOCK AMPM? | (?: DAY | NUMBER ) (?: AMPM | OCLOCK ) AMPM? | POINT )",
    "TZ": "(?: (?: ZONE | OTHER ) TIME | ZONE )",
    "RELYEAR": "(?: OF? (?: LAST | THIS | NEXT | THAT SAME? | THE (?: SAME | LAST | NEXT ) ) UNIT )",
    "THEYEAR": "(?: COMMA? YEAR | RELYEAR )",
    "MD": "(?: MON DD (?: THEYEAR )? | (?: THE )? DD OF? MON (?: THEYEAR )? )",
    "DATE": "(?: WD COMMA? (?: THE )? MD | MD | (?: LAST | NEXT | THIS LAST? NEXT? ) WEEKDAY | WEEKDAY )",
}

# name of the meaning -> pattern
_RULES: tuple[tuple[str, str], ...] = (
    ("iso", "ISO | SLASHED"),
    ("clock", "TOD TZ? COMMA? ON? (?: DATE | DEICTIC ) | TOD (?: IN THE PART ) (?: DATE )? | (?: DAY | NUMBER ) IN THE PART | TOD TZ?"),
    ("month_days", "MON DD (?: DASH | TO | AND ) DD (?: COMMA? YEAR )? (?! MON | UNITS )"),
    ("days_month", "DD (?: DASH | TO | AND ) DD OF? MON (?: COMMA? YEAR )?"),
    ("part_of_date", "THE? EARLY_LATE? PART OF (?: DATE )"),
    ("feast", "(?: LAST | NEXT | THIS )? (?: FEAST | MAYBE_MONTH UNIT )"),
    ("date", "(?: WD COMMA? (?: THE )? | LAST | NEXT | THIS )? MD PART?"),
    ("month_months", "MON (?: DASH | TO | AND ) MON YEAR"),
    ("month", "MODS? MON (?: COMMA | OF )? (?: YEAR (?! DASH COUNT ) | RELYEAR ) | MODS? (?: LAST | NEXT | THIS ) EARLY_LATE? MON | MODS? MON (?! DAY )"),
    ("weekday_of", "THE? (?: WEEKDAY | WEEKEND ) (?: BEFORE_AFTER (?: LAST | NEXT ) | OF (?: LAST | NEXT | THIS ) UNIT )"),
    ("day_before", "THE? UNIT BEFORE_AFTER LAST? NEXT? (?: WEEKDAY | DEICTIC | UNIT )"),
    ("weekday", "(?: EARLY_LATE ON? )? (?: THE? LAST | THE? NEXT | THIS LAST? NEXT? | THAT SAME? )? WEEKDAY (?: EARLY_LATE? PART )?"),
    ("every", "EVERY (?: ORDINAL | AMOUNT )? (?: ANYUNIT | WEEKDAY | PART | MON | SEAS | WEEKEND )"),
    ("weekend", "MODS? (?: THE? LAST | THE? NEXT | THIS LAST? NEXT? | THE | THAT )? WEEKEND"),
    ("fiscal", "MODS? (?: LAST | NEXT | THIS )? FISCAL (?: YEAR | UNIT YEAR? )"),
    ("quarter", "MODS? (?: THE | THIS | THAT | POSS )? (?: ORDINAL | ORDDAY | LAST | NEXT | SAME )? FISCAL? (?: DASH )? QUARTER (?: OF? FISCAL? YEAR | RELYEAR )?"),
    ("half", "MODS? (?: THE )? ORDINAL DASH? HALF (?: OF? FISCAL? YEAR | RELYEAR | OF (?: THE )? UNIT )?"),
    ("century", "MODS? (?: THE )? EARLY_LATE? DASH? (?: ORDDAY | ORDINAL ) DASH? UNIT"),
    ("decade", "MODS? (?: THE )? (?: EARLY_LATE DASH? )? QUOTE? DECADE"),
    ("season", "MODS? (?: THE? LAST | THE? NEXT | THIS LAST? NEXT? | THE ) SEAS (?: OF? YEAR | RELYEAR )? | MODS? SEAS (?: OF? YEAR | RELYEAR )?"),
    ("ago", "ROUGHLY? (?: AMOUNT DASH? ANYUNIT | UNITS ) (?: AGO | EARLIER_LATER | FROM REFERENCE )"),
    ("before_that", "ROUGHLY? AMOUNT ANYUNIT BEFORE_AFTER THAT (?! OTHER )"),
    ("unit_ago", "UNIT DASH (?: AGO | EARLIER_LATER )"),
    ("last_units", "(?: THE | THIS | THAT )? (?: LAST | NEXT ) (?: ROUGHLY? AMOUNT ) OF? DASH? ANYUNIT"),
    ("vague_units", "(?: THE | THIS )? (?: LAST | NEXT | REFERENCE ) UNITS"),
    ("day_relative", "(?: THE | THAT ) (?: UNIT | PART ) (?: BEFORE_AFTER | EARLIER_LATER ) (?! LAST | NEXT | WEEKDAY )"),
    ("next_part", "(?: MODS | EARLIER_LATER )? (?: THE? NEXT | THE? LAST | THAT SAME? | THE SAME | THIS ) PART | DEICTIC PART | LAST PART"),
    ("unit_of_date", "THE UNIT OF (?: MD )"),
    ("relative_unit", "MODS? (?: THE? LAST | THE? NEXT | THIS LAST? NEXT? | THAT SAME? | THE SAME | THE REFERENCE ) UNIT"),
    ("deictic", "(?: EARLY_LATE ON? )? DEICTIC"),
    ("at_that_time", "(?<= AT ) (?: THAT | THE ) TIME (?! OF )"),
    ("present", "(?<= AT ) (?: THE )? PRESENT (?! OTHER )"),
    ("rate", "PER UNIT"),
    ("duration", "ROUGHLY? (?: (?: THE | THIS )? ORDINAL AMOUNT | (?: THE (?! NUMBER DASH | DAY DASH | COUNT DASH ) )? AMOUNT ) (?: COMPARE | FULL | DASH )* ANYUNIT (?: DASH LONG )?"),
    ("unit_long", "(?: UNIT | UNITS ) DASH LONG"),
    ("bare_units", "UNITS"),
    ("whole_unit", "ROUGHLY? (?: THE | ANOTHER | A ) FULL? UNIT"),
    ("set_word", "SET"),
    ("years", "YEAR DASH (?: YEAR | COUNT | DAY )"),
    ("year", "MODS? (?: THE UNIT )? YEAR"),
    ("reference", "THE? REFERENCE"),
)


_PIECE = re.compile(r"\(\?(?::|!|=|<=)|[)|?*]|[A-Z_]+")


def _expand(pattern: str) -> list[str]:
    """The pieces of a pattern, its named parts written out."""
    pieces: list[str] = []
    for piece in _PIECE.findall(pattern):
        pieces.extend(_expand(_PARTS[piece]) if piece in _PARTS else [piece])
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


def _by_first() -> dict[str, re.Pattern[str]]:
    """For each class letter, the rules that can begin with it, in order, as one expression."""
    rules: dict[str, list[str]] = {}
    for name, pattern in _RULES:
        pieces = _expand(pattern)
        firsts, _ = _Firsts(pieces).choice()
        for first in firsts:
            rules.setdefault(CLASSES[first], []).append(f"(?P<{name}>{_letters(pieces)})")
    return {letter: re.compile("|".join(some)) for letter, some in rules.items()}


BY_FIRST: dict[str, re.Pattern[str]] = _by_first()

_ANCHORS = (
    "MONTH MAYBE_MONTH WEEKDAY UNIT UNITS QUARTER HALF PART POINT WEEKEND SEASON MAYBE_SEASON DEICTIC REFERENCE SET AMPM"
    " OCLOCK ZONE CLOCK ISO SLASHED YEAR DECADE TIME PRESENT FEAST FISCAL"
).split()
# Words of the grammar that stand together with at least one that names a time: only there is the grammar asked.
RUN = re.compile(f"[^{OTHER}]*[{''.join(CLASSES[name] for name in _ANCHORS)}][^{OTHER}]*")
