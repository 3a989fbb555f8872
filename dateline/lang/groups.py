"""Common nouns for persons, groups and organisations, and the PLOVER sector that each gives."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.lang.phrases import plural_of, split_words


@dataclass(frozen=True, slots=True)
class Group:
    """A noun: its kind (`person`, `organisation`, `group`), sector, and whether its singular stands for many.

    `weak` nouns have this sector only where no other word of the phrase gives one; `named` ones are somebody
    only with a capital.
    """

    name: str
    kind: str
    sector: str
    collective: bool = False
    plural: bool = False
    weak: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Groups:
    """All nouns by their last word, each with the words before it, longest first; and words that only modify.

    `beside` are nouns that stay somebody before another noun ("army bulldozers").
    """

    nouns: dict[str, tuple[tuple[tuple[str, ...], Group], ...]]
    modifiers: dict[str, str]
    beside: frozenset[str]


SECTORS = frozenset(
    {
        "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
        "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
    }
)  # fmt: skip
_KINDS = (
    ("persons", "person", False),
    ("equipment", "group", False),
    ("bodies", "organisation", False),
    ("collectives", "group", True),
)


@cache
def groups() -> Groups:
    """The nouns of `groups.toml`, singular and plural. Of a word in two sectors the first in the file counts."""
    data = tomllib.loads(files("dateline.lang").joinpath("en", "groups.toml").read_text("utf-8"))
    weak, beside, named = (frozenset(data.pop(key)) for key in ("weak", "beside", "named"))
    found: dict[tuple[str, ...], Group] = {}
    for sector, lists in data.items():
        for key, kind, collective in _KINDS:
            for word in lists.get(key, ()):
                is_weak = word in weak
                found.setdefault(
                    split_words(word), Group(word, kind, sector, collective, weak=is_weak, named=word in named)
                )
                if not collective:
                    group = Group(word, kind, sector, plural=True, weak=is_weak, named=word in named)
                    found.setdefault(split_words(plural_of(word)), group)
    by_last: dict[str, list[tuple[tuple[str, ...], Group]]] = {}
    for words, group in found.items():
        by_last.setdefault(words[-1], []).append((words, group))
    modifiers: dict[str, str] = {}
    for sector, lists in data.items():
        for word in lists["modifiers"]:
            modifiers.setdefault(word, sector)
    nouns = {last: tuple(sorted(rows, key=lambda r: -len(r[0]))) for last, rows in by_last.items()}
    return Groups(nouns, modifiers, beside)
