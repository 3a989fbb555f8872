"""The filters that questions share, as SQL conditions with their values.

`--who` and `--with` take a country (code, name or adjective) or words of a name; dates may be as coarse as a year.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.errors import UsageError
from dateline.query.question import Select, option

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_BOX = re.compile(r"[-+]?\d+(\.\d*)?(\s*,\s*[-+]?\d+(\.\d*)?)+")
# That a place `p` is the one at which something is told to have happened.
SAME_PLACE = 'p.document = {0}.document AND p.start = {0}.place_span_start AND p."end" = {0}.place_span_end'
_BODIES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})

WHO = "Who acts or takes part: a country (RUS, Russia, Russian) or words of a name (Lavrov)."
WITH = "Somebody else who takes part, or to whom it is done: a country or words of a name."
SINCE = "Only what happened on or after this day, month or year (2023-03-02, 2023-03, 2023)."
UNTIL = "Only what happened on or before this day, month or year."
PUBLISHED_SINCE = "Only in reports published on or after this day, month or year."
PUBLISHED_UNTIL = "Only in reports published on or before this day, month or year."
WHERE = "Where it happened: a country, words of a place or a first-level division, or a box west,south,east,north."
STATUS = "happened, ongoing, planned, called-for, hypothetical, denied, refused or cancelled."
OUTLET = "Only reports of this outlet (words of its name)."
LIMIT = "At most so many rows; on a terminal 50 unless told, elsewhere all."
CURSOR = "Go on after an earlier answer: the cursor that it gave."


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged:
    """What every question takes."""

    limit: int | None = option(LIMIT, of=int)
    cursor: str | None = option(CURSOR)


@dataclass(slots=True)
class Conditions:
    """Conditions that must all hold, and the values of their `?`, in order.

    `report` is the alias of the report; `reports` tells whether some conditions are on it. With `letters` words are
    looked for by their letters first, which is quicker where they need not be unpacked from a text.
    """

    parts: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    reports: bool = False
    report: str = "d"
    letters: bool = False

    def add(self, sql: str, *values: object) -> None:
        """One more condition."""
        self.parts.append(f"({sql})")
        self.values.extend(values)

    @property
    def where(self) -> str:
        """`WHERE …`, or nothing."""
        return f"WHERE {' AND '.join(self.parts)}" if self.parts else ""

    def words(self, column: str, words: str | None) -> None:
        """The words stand in the column, whole and in this order, whatever their case."""
        if words:
            sql, values = self._having(column, words)
            self.add(sql, *values)

    def _having(self, column: str, words: str) -> tuple[str, tuple[str, ...]]:
        return matches(column, whole_words(words), words if self.letters else "")

    def equal(self, column: str, value: str | None) -> None:
        """The column has this value, whatever its case."""
        if value:
            self.add(f"lower({column}) = ?", value.lower())

    def one_of(self, column: str, value: str | None, allowed: Iterable[str], *, option: str) -> None:
        """The column has this value, which must be an allowed one. Raises UsageError where it is not."""
        if value:
            allowed = tuple(allowed)
            if value.lower() not in {a.lower() for a in allowed}:
                raise UsageError(f"--{option} {value}: must be one of {', '.join(allowed)}")
            self.add(f"lower({column}) = ?", value.lower())

    def between(self, start: str, end: str, since: str | None, until: str | None, *, prefix: str = "") -> None:
        """The days from `start` to `end` (columns of ISO dates, day or coarser) meet the days asked for."""
        if since:
            # "2023" stands for all its days: "2023~" sorts after each of them.
            self.add(f"{end} || '~' >= ?", day(since, option=f"{prefix}since"))
        if until:
            self.add(f"{start} <= ?", day(until, option=f"{prefix}until") + "~")

    def at_least(self, column: str, probability: float | None) -> None:
        """The column is no less than this probability. Raises UsageError where it is none."""
        if probability is not None:
            if not 0 <= probability <= 1:
                raise UsageError(f"--at-least {probability}: must be a probability, from 0 to 1")
            self.add(f"{column} >= ?", probability)

    def published(self, since: str | None, until: str | None, *, prefix: str = "published-") -> None:
        """The report was published in these days; one whose date is unknown is left out."""
        self.between(f"{self.report}.published", f"{self.report}.published", since, until, prefix=prefix)
        self.reports = self.reports or bool(since or until)

    def outlet(self, outlet: str | None) -> None:
        """The report is of this outlet."""
        self.words(f"{self.report}.outlet", outlet)
        self.reports = self.reports or bool(outlet)

    def where_it_was(self, where: str | None, *, of: str, divisions: str | None = None) -> None:
        """The place of `of` lies in this country or box, or has these words in its name or its first-level division.

        `divisions` is the column that has the latter, if there is one.
        """
        if not where:
            return
        if box := box_of(where):
            self._inside(box, of=of)
            return
        named, values = self._having(f"{of}.place_name", where)
        if code := country_of(where):
            self.add(f"{of}.place_country = ? OR {named}", code, *values)
        elif divisions:
            inside, more = self._having(divisions, where)
            self.add(f"{named} OR {inside}", *values, *more)
        else:
            inside, more = self._having("p.admin1", where)
            self.add(f"{named} OR {exists('places p', f'{SAME_PLACE.format(of)} AND {inside}')}", *values, *more)

    def _inside(self, box: "Box", *, of: str) -> None:
        across = "OR" if box.west > box.east else "AND"
        sides = f"({of}.longitude >= ? {across} {of}.longitude <= ?)"
        self.add(f"{of}.latitude BETWEEN ? AND ? AND {sides}", box.south, box.north, box.west, box.east)


class Box(NamedTuple):
    """A part of the globe in degrees; it crosses the date line where `west` is greater than `east`."""

    west: float
    south: float
    east: float
    north: float


def box_of(words: str) -> Box | None:
    """The box that four numbers name in GeoJSON's order, `west,south,east,north`; None where words are no numbers.

    Raises UsageError where they are numbers that give no box.
    """
    if not _BOX.fullmatch(words.strip()):
        return None
    numbers = [float(cell) for cell in words.split(",")]
    if len(numbers) == len(Box._fields):
        box = Box(*numbers)
        if -90 <= box.south <= box.north <= 90 and abs(box.west) <= 180 and abs(box.east) <= 180:
            return box
    raise UsageError(f"--where {words}: a box is west,south,east,north in degrees, as in 22,44,41,53")


def select(columns: str, source: str, conditions: Conditions, *, order: str, group: str = "") -> Select:
    """One SELECT statement, with a WHERE for the conditions; `order` settles every tie."""
    return Select(
        " ".join(("SELECT", columns, "FROM", source, conditions.where, group)), tuple(conditions.values), order
    )


def exists(rows: str, condition: str) -> str:
    """The condition that some of the rows fulfil another condition."""
    return f"EXISTS ({' '.join(('SELECT 1 FROM', rows, 'WHERE', condition))})"


@dataclass(frozen=True, slots=True)
class Somebody:
    """A country or a name, as a condition on the columns `country` and `name` of a table of people."""

    country: str | None
    name: str

    def among(self, rows: str) -> tuple[str, tuple[object, ...]]:
        """The condition on a row of the given alias, and its values."""
        if self.country:
            return f"{rows}.country = ?", (self.country,)
        return f"regexp_matches({rows}.name, ?, 'i')", (whole_words(self.name),)


def somebody(words: str) -> Somebody:
    """Who is meant: a country by code, name or adjective, else words of a name."""
    return Somebody(country_of(words), words)


def country_of(words: str) -> str | None:
    """The code of a country (or of a kind of body, as IGO), or None."""
    from dateline.ontology.countries import by_code, by_demonym, by_name

    upper = words.strip().upper()
    if upper in _BODIES or by_code(upper):
        return upper
    found = by_name(words) or by_name(words.title()) or by_demonym(words) or by_demonym(words.title())
    return found.iso3 if found else None


def day(text: str, *, option: str) -> str:
    """An ISO day, month or year as it stands. Raises UsageError for anything else."""
    if not _DAY.fullmatch(text.strip()):
        raise UsageError(f"--{option} {text}: must be like 2023-03-02, 2023-03 or 2023")
    return text.strip()


# Letters that regular expressions hold for the same as others than their capitals: S and the long s, K and Kelvin's.
_UNSURE = re.compile(r"[^a-jl-rt-z0-9]+")
_SHORTEST = 2


def matches(column: str, pattern: str, words: str, *, lower: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The condition that a column fulfils a pattern, and its values. The pattern has the `words` in it, if any.

    Looking for letters as they are is ten times as quick as a regular expression, so it goes first. `lower` is the
    column in small letters, where there is such a one.
    """
    split = _UNSURE.split(words.lower()) if words.isascii() else []
    certain = sorted({part for part in split if len(part) >= _SHORTEST}, key=len, reverse=True)
    if not certain:
        return f"regexp_matches({column}, ?, 'i')", (pattern,)
    parts = [f"contains({lower or f'lower({column})'}, ?)"] * len(certain)
    return f"({' AND '.join((*parts, f"regexp_matches({column}, ?, 'i')"))})", (*certain, pattern)


def whole_words(words: str) -> str:
    """A regular expression (RE2) for these words, whole, with any white space between them."""
    inside = r"\s+".join(re.escape(word) for word in words.split())
    return rf"(^|\W){inside}(\W|$)"


@dataclass(frozen=True, slots=True)
class People:
    """The table of those who take part in something: `owner` is its column with that thing's id.

    `key` tells two of them apart; `acting` is the condition that one acts rather than receives.
    """

    table: str
    owner: str
    key: str = "ordinal"
    acting: str = "ordinal >= 0"

    def take_part(self, conditions: Conditions, of: str, *, who: str | None, with_: str | None) -> None:
        """Add the conditions that `who` acts in `of`, and that `with_` is somebody else in it."""
        first, first_values = somebody(who).among("p") if who else ("TRUE", ())
        first = f"p.{self.owner} = {of}.id AND p.{self.acting} AND {first}"
        if with_:
            second, second_values = somebody(with_).among("q")
            different = " OR ".join(f"p.{k} <> q.{k}" for k in self.key.split())
            join = f"{self.table} p, {self.table} q" if who else f"{self.table} q"
            both = f"{first} AND ({different}) AND " if who else ""
            sql = f"{both}q.{self.owner} = {of}.id AND {second}"
            conditions.add(exists(join, sql), *(first_values if who else ()), *second_values)
        elif who:
            conditions.add(exists(f"{self.table} p", first), *first_values)


SIDES = People("sides", "claim", key="side ordinal", acting="side = 'actor'")
PARTICIPANTS = People("participants", "contact")
PARTIES = People("parties", "agreement")
