"""Rows made ready: what a question would join and cut out for each row, in one table of the record's index.

A question asks its ready rows where the record has an index of them, and the record's own tables where it has none.
Both give the same rows: a ready table is made by the statement that the question asks otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter

from dateline.query.filters import SAME_PLACE, Conditions, matches, somebody, whole_words
from dateline.query.question import Select

# Tables that a statement has twice, under two names.
_ALSO_CALLED = {"others": "exchanges"}


# The first-level divisions of the place at which something is told to have happened.
DIVISIONS = " ".join(
    (
        """LEFT JOIN (SELECT document, "start", "end", string_agg(admin1, '|' ORDER BY admin1) AS divisions
        FROM {places} WHERE admin1 IS NOT NULL GROUP BY ALL) p ON""",
        SAME_PLACE.format("k"),
    )
)


@dataclass(frozen=True, slots=True)
class Ready:
    """The rows of a question, made ready: `columns` of `source`, in which `{claims}` stands for the table `claims`.

    `order` is that of the answer; `also` gives columns a second name, by which conditions know them.
    """

    name: str
    columns: str
    source: str
    order: str
    also: Mapping[str, str] = field(default_factory=dict)

    @property
    def table(self) -> str:
        """What it is called in SQL."""
        return f"ready_{self.name}"

    @property
    def named(self) -> str:
        """The table with all names of its columns, for FROM."""
        return also_named(self.table, self.also)

    def statement(self, tables: Mapping[str, str]) -> str:
        """The SELECT that makes the table from these tables, by their names in the record, in the answer's order."""
        made = " ".join(("SELECT", self.columns, "FROM", self.source))
        used = {name for _, name, _, _ in Formatter().parse(made) if name}
        made = made.format(**{name: tables.get(name, _ALSO_CALLED.get(name, name)) for name in used})
        return " ".join(("SELECT * FROM (", made, ") ORDER BY", self.order))

    def select(self, conditions: Conditions) -> Select:
        """The rows that fulfil the conditions, which are on `k`."""
        sql = " ".join(("SELECT * FROM", self.named, "k", conditions.where))
        return Select(sql, tuple(conditions.values), self.order)


def also_named(table: str, also: Mapping[str, str]) -> str:
    """A table, some columns of which have a second name, for FROM."""
    columns = ", ".join(("*", *(f'"{column}" AS "{name}"' for name, column in also.items())))
    return " ".join(("(SELECT", columns, "FROM", table, ")"))


def people(table: str, owner: str, *, side: str = "NULL::VARCHAR") -> str:
    """A join of `s`, which lists those who take part in something; it needs ON."""
    listed = f"list(struct_pack(side := {side}, name := p.name, country := p.country)) AS people"
    return " ".join((f"LEFT JOIN (SELECT p.{owner},", listed, f"FROM {{{table}}} p GROUP BY p.{owner}) s"))


def conditions() -> Conditions:
    """Conditions on ready rows, which have the columns of their report."""
    return Conditions(report="k", letters=True)


def code_list(countries: str) -> str:
    """The column that `has_code` looks into: |RUS|USA|."""
    return f"'|' || array_to_string({countries}, '|') || '|'"


def has_code(conditions: Conditions, columns: tuple[str, ...], code: str) -> None:
    """Some of the columns hold this country's code."""
    parts = [f"contains({column}, ?)" for column in columns]
    conditions.add(" OR ".join(parts), *[f"|{code}|"] * len(columns))


def has_words(conditions: Conditions, columns: tuple[str, ...], words: str | None) -> None:
    """Some of the columns have these words, whole and in this order, whatever their case."""
    if not words:
        return
    parts, values = zip(*(matches(column, whole_words(words), words) for column in columns), strict=True)
    conditions.add(" OR ".join(parts), *(value for some in values for value in some))


def has_pattern(conditions: Conditions, column: str, pattern: str, words: str, *, lower: str) -> None:
    """The column fulfils a pattern, which has the words in it; `lower` is the column in small letters."""
    sql, values = matches(column, pattern, words, lower=lower)
    conditions.add(sql, *values)


def if_also(conditions: Conditions, cheap: Conditions, dear: Conditions) -> None:
    """Both hold, and the dear ones are looked into only where the cheap ones do."""
    sql = ("CASE WHEN", " AND ".join(cheap.parts), "THEN", " AND ".join(dear.parts), "ELSE false END")
    conditions.add(" ".join(sql), *cheap.values, *dear.values)


def take_part(conditions: Conditions, listed: str, *, who: str | None, with_: str | None, acting: str = "") -> None:
    """As `People.take_part`, of a column that lists people by `name` and `country`.

    Two are found among them where each is, and both together are more than one.
    """
    parts: list[str] = []
    either: list[str] = []
    values: list[object] = []
    both: list[object] = []
    for words, only in ((who, acting), (with_, "")):
        if words:
            sql, found = somebody(words).among("p")
            sql = f"{only} AND {sql}" if only else sql
            parts.append(_some(listed, sql))
            values += found
            either.append(f"({sql})")
            both += found
    if len(either) > 1:
        parts.append(_some(listed, " OR ".join(either), more_than=1))
        values += both
    if parts:
        conditions.add(" AND ".join(parts), *values)


def _some(listed: str, condition: str, *, more_than: int = 0) -> str:
    return f"len(list_filter({listed}, p -> {condition})) > {more_than}"
