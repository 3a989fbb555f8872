"""How the words of a language tell who made a report, and when."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.lang.patterns import any_of, parts, table


@dataclass(frozen=True, slots=True)
class OriginWords:
    """`months` by lower-case name, `agencies` by each way of crediting them, and compiled patterns.

    `credits` are patterns with a group `agencies`; `agency` matches one agency's name; `full_date` a date with
    day, month and year; `month` and `weekday` match their names. `rubrics` are words in capitals that are no place.
    """

    months: dict[str, int]
    agencies: dict[str, str]
    credits: tuple[re.Pattern[str], ...]
    agency: re.Pattern[str]
    full_date: re.Pattern[str]
    month: str
    weekday: str
    rubrics: frozenset[str]


@cache
def origin_words(language: str = "en") -> OriginWords:
    """The words of `lang/<language>/origin.toml`."""
    words, filled = table(language, "origin"), parts(language)
    return OriginWords(
        months=words["months"],
        agencies={alias: name for name, aliases in words["agencies"].items() for alias in aliases},
        credits=tuple(any_of([pattern], filled) for pattern in words["credits"]["patterns"]),
        agency=re.compile(rf"\b{filled['agency']}\b"),
        full_date=re.compile(rf"(?<![\w/.-]){filled['date']}(?![\w])"),
        month=filled["month"],
        weekday=filled["weekday"],
        rubrics=frozenset(words["datelines"]["rubrics"]),
    )
