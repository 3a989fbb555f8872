"""The parts that patterns of `lang/*.toml` are built from: a person's name, a full date, a time of day, an agency."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.errors import OntologyError

_PLACEHOLDER = re.compile(r"(?<!\?P)<([a-z]+)>")
_CAPITAL = "[^\\W\\d_a-zß-öø-ÿ]"
# "Ana de la Cruz", "J. R. Smith", "Mary O'Neil-Jones", "Abu Bakr al-Amin", "ANA CRUZ JR."
_PARTICLE = "(?:al-|el-|d['’])"
_PART = rf"(?:{_PARTICLE}?{_CAPITAL}[\w’'-]+|{_CAPITAL}\.(?:-?{_CAPITAL}\.)*)"
_JOIN = r"(?: (?:de|del|de la|da|di|dos|du|van|von|van der|van den|der|den|bin|ibn|ben|al|el|le|la|ter|zu))?"
NAME = rf"{_PART}(?:{_JOIN} {_PART}){{1,3}}"
NAMES = rf"{NAME}(?:(?:,| and| &|, and) {NAME})*"


@cache
def table(language: str, name: str) -> dict[str, Any]:
    """The data of `lang/<language>/<name>.toml`. Raises OntologyError where it is no TOML."""
    try:
        return tomllib.loads(files("dateline.lang").joinpath(language, f"{name}.toml").read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"lang/{language}/{name}.toml is no valid TOML: {error}") from error


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


def fill(pattern: str, parts: Mapping[str, str]) -> str:
    """A pattern with its `<placeholders>` replaced. Raises OntologyError for one that is not known."""

    def part(match: re.Match[str]) -> str:
        if match[1] not in parts:
            raise OntologyError(f"unknown placeholder {match[0]} in pattern {pattern!r}")
        return parts[match[1]]

    return _PLACEHOLDER.sub(part, pattern)


def any_of(patterns: Iterable[str], parts: Mapping[str, str]) -> re.Pattern[str]:
    """One compiled pattern that matches where any of the given ones does."""
    return re.compile("|".join(f"(?:{fill(p, parts)})" for p in patterns))


@cache
def parts(language: str) -> dict[str, str]:
    """The placeholders that every pattern of a language may use."""
    words = table(language, "origin")
    months = f"(?i:{alternatives(words['months'])})\\.?"
    weekday = f"(?i:{alternatives([*words['weekdays']['names'], *words['weekdays']['short']])})"
    ordinal = r"(?:st|nd|rd|th)?"
    dates = (
        rf"{months} \d{{1,2}}{ordinal},? [12]\d{{3}}",
        rf"\d{{1,2}}{ordinal}(?: of)? {months},? [12]\d{{3}}",
        r"[12]\d{3}[-/.][01]\d[-/.][0-3]\d",
    )
    zone = r"(?: ?\(?[A-Z]{2,5}\)?)?(?: ?[+-]\d\d:?\d\d)?"
    return {
        "name": NAME,
        "names": NAMES,
        "month": months,
        "weekday": weekday,
        "date": "(?:" + "|".join(dates) + ")",
        "time": rf"(?:(?:at )?\d{{1,2}}(?:[:.]\d\d){{0,2}}(?: ?(?i:[ap]\.?m\b\.?))?{zone})",
        "agency": alternatives(alias for aliases in words["agencies"].values() for alias in aliases),
        "prefix": words["bylines"]["prefix"],
    }
