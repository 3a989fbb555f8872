"""The rows of one page: found first in narrow columns, then read whole, with their words and all that is joined.

A page holds some fifty rows of a million. The words of a report and the columns of a claim are a thousand times as
wide as what filters and order look at, so joining first and cutting then would read the whole record.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.query.filters import Conditions
from dateline.query.question import Page, Select
from dateline.store.engine import quoted

type Found = Mapping[str, list[Any]]

# The reports without their texts, for finding rows by a statement that would read words too.
WORDLESS = "(SELECT * REPLACE (NULL::VARCHAR AS text) FROM documents)"

# Up to so many values are compared one by one while a file is scanned, which spares reading the other columns of the
# rows that have none of them; more cost less in a hash table.
_SCANNED = 100


@dataclass(frozen=True, slots=True)
class Few:
    """The rows of a table that a page needs: those of which `column` has a value of the page's column `key`.

    `dated` rows have no other first days than the page's column `date`. Of `wide` ones many or large columns are read.
    """

    table: str
    column: str
    key: str
    dated: bool = False
    wide: bool = True

    def sql(self, found: Found) -> str:
        """A SELECT of these rows, in brackets."""
        days = found["date"] if self.dated else ()
        return few(self.table, self.column, found[self.key], days=days, wide=self.wide)


def few(
    table: str, column: str, values: Iterable[object], *, days: Iterable[str | None] = (), wide: bool = True
) -> str:
    """A SELECT in brackets of the rows with these values; `days`, where all are known, are their first days.

    The values come from the record itself. Of `wide` rows many or large columns are read.
    """
    known = [quoted(value) for value in dict.fromkeys(values) if value is not None]
    listed = ", ".join(known) or "NULL"
    # IN skips blocks of rows by their least and greatest value; only the other form is checked before rows are read.
    parts = [f'"{column}" IN ({listed})']
    if wide and len(known) <= _SCANNED:
        parts.append(f'list_contains([{listed}]::VARCHAR[], "{column}")')
    if (dates := set(days)) and None not in dates:
        parts.append(f"date_start BETWEEN {quoted(min(map(str, dates)))} AND {quoted(max(map(str, dates)))}")
    return " ".join(("(SELECT * FROM", table, "WHERE", " AND ".join(parts), ")"))


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of a question: `columns` of `source`, where `{claims}` stands for the table that `tables` describe so.

    `keys` are the columns of `narrow` that tell where a row stands in the order and which rows of the tables it needs.
    `exact` is an expression, and the key that it must be among, where the tables alone would let in other rows.
    """

    columns: str
    source: str
    order: str
    keys: str
    narrow: str
    tables: Mapping[str, Few]
    exact: tuple[str, str] | None = None

    def select(self, conditions: Conditions) -> Select:
        """The rows that fulfil the conditions."""
        values = tuple(conditions.values)
        whole = self.sql(conditions)
        reports = conditions.reports and "documents d" not in self.narrow
        source = f"{self.narrow} JOIN documents d ON d.id = k.document" if reports else self.narrow
        keys = " ".join(("SELECT", self.keys, "FROM", source, conditions.where))
        return Select(whole, values, self.order, Page(Select(keys, values, self.order), self.page))

    def sql(self, conditions: Conditions, **instead: str) -> str:
        """The rows that fulfil the conditions, as SQL; `instead` names other tables than those of the record."""
        tables = {name: table.table for name, table in self.tables.items()}
        return self._statement({**tables, **instead}, conditions.where)

    def page(self, found: Found) -> Select:
        """The rows that a page was found to have."""
        where = ""
        if self.exact:
            expression, key = self.exact
            where = f"WHERE {expression} IN ({', '.join(quoted(value) for value in found[key])})"
        return Select(self._statement({name: t.sql(found) for name, t in self.tables.items()}, where), (), self.order)

    def _statement(self, tables: Mapping[str, str], where: str) -> str:
        return " ".join(("SELECT", self.columns.format(**tables), "FROM", self.source.format(**tables), where))
