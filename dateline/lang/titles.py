"""Titles of posts: what they make of the person who bears one."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.errors import OntologyError
from dateline.lang.phrases import PhraseTable, plural_of, split_words


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the singular, the rank and sector of its holder, and the countries that this sense is limited to.

    `office` is false for words that say what somebody does and are no post ("teacher").
    """

    name: str
    rank: str
    sector: str | None
    countries: frozenset[str]
    plural: bool = False
    office: bool = True


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The words around titles: forms of address, gender, and what makes a holder former, acting or deputy."""

    address: dict[str, str]
    gender: dict[str, str]
    modifiers: dict[str, str]
    portfolio_heads: frozenset[str]
    portfolio_foreign: frozenset[str]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("dateline.lang").joinpath("en", "titles.toml").read_text("utf-8"))


@cache
def titles() -> PhraseTable[tuple[Title, ...]]:
    """Every title, singular and plural; senses that are limited to countries come first."""
    short: dict[str, str] = _data()["short"]
    senses: dict[str, list[Title]] = {}
    for row in _data()["title"]:
        limit = frozenset(row.get("countries", ()))
        for word in row["words"]:
            for form, plural in ((word, False), (plural_of(word), True)):
                title = Title(
                    short.get(word, word), row["rank"], row.get("sector"), limit, plural, row.get("office", True)
                )
                senses.setdefault(form, []).append(title)
    table: PhraseTable[tuple[Title, ...]] = PhraseTable()
    for form, found in senses.items():
        found.sort(key=lambda t: (t.plural, not t.countries))
        if sum(not t.countries and not t.plural for t in found) > 1:
            raise OntologyError(f"titles.toml: {form!r} stands in two general entries")
        table.add(form, tuple(found))
    table.settle()
    return table


def rank_of(title: str, *, country: str | None) -> str | None:
    """The rank of a title in a country ("secretary of state" is the American foreign minister); None if unknown."""
    senses = next((senses for _, senses in titles().at(split_words(title), 0)), ())
    fitting = next((s for s in senses if country in s.countries), None)
    general = next((s for s in senses if not s.countries), None)
    sense = fitting or general
    return sense.rank if sense is not None and sense.name == title else None


@cache
def shortened() -> frozenset[str]:
    """Titles of one word that end in a full stop ("sgt."), which ends no sentence."""
    return frozenset(word for word in _data()["short"] if word.endswith(".") and " " not in word)


@cache
def title_words() -> TitleWords:
    """The words around titles."""
    data = _data()
    return TitleWords(
        address={w: gender for gender, words in data["address"].items() for w in words},
        gender={w: gender for gender, words in data["gender"].items() for w in words},
        modifiers={w: effect for effect, words in data["modifier"].items() for w in words},
        portfolio_heads=frozenset(data["portfolio"]["heads"]),
        portfolio_foreign=frozenset(data["portfolio"]["foreign"]),
    )
