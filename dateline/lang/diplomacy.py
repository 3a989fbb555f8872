"""The words of the diplomatic layers."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class ContactWords:
    """How a contact shows: verbs and nouns by form, classes of words about them, phrases that settle the form.

    `classes` are sets of lemmas by name (`parties`, `refusing`, `sidelines` …); `ranks` gives the rank of people who
    are named as a group.
    """

    verbs: dict[str, str]
    nouns: dict[str, str]
    classes: dict[str, frozenset[str]]
    phrases: dict[str, tuple[str, ...]]
    ranks: dict[str, str]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.classes[name]


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """What is an agreement, which lemma (with preposition or particle) does what to one, and how one sets a number."""

    nouns: frozenset[str]
    weak: frozenset[str]
    makers: frozenset[str]
    not_before: frozenset[str]
    light: frozenset[str]
    bare: frozenset[str]
    speaking: frozenset[str]
    starting: frozenset[str]
    effects: frozenset[str]
    acts: dict[str, str]
    nouns_of_acts: dict[str, str]
    limits: dict[str, frozenset[str]]
    about: frozenset[str]
    not_about: frozenset[str]
    capping: frozenset[str]
    cutting: frozenset[str]
    lasting: frozenset[str]
    comparing: dict[str, str]


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Under which governors and modals an act has not happened, and under which it has."""

    undone: frozenset[str]
    done: frozenset[str]
    modals: frozenset[str]
    conditions: frozenset[str]


@dataclass(frozen=True, slots=True)
class PositionWords:
    """Which lemma takes which side, who votes, on what, and how somebody is left out."""

    sides: dict[str, str]
    voters: frozenset[str]
    texts: frozenset[str]
    weighty: frozenset[str]
    backing: frozenset[str]
    everybody: frozenset[str]
    nobody: frozenset[str]
    excepting: frozenset[str]
    rest: frozenset[str]


@dataclass(frozen=True, slots=True)
class ExchangeWords:
    """Verbs and nouns of handing over, what is handed over, and the words for what brought it."""

    release: frozenset[str]
    nouns: frozenset[str]
    marks: frozenset[str]
    swap: frozenset[str]
    receive: frozenset[str]
    things: frozenset[str]
    occasions: frozenset[str]
    shares: frozenset[str]
    pointing: frozenset[str]


@cache
def _words(language: str) -> dict[str, Any]:
    return tomllib.loads(files("dateline.lang").joinpath(language, "diplomacy.toml").read_text(encoding="utf-8"))


def _turned(groups: dict[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in groups.items() for word in words}


@cache
def contact_words(language: str = "en") -> ContactWords:
    """The words of contacts."""
    found = _words(language)["contact"]
    words = found["words"]
    phrases = {
        "phone": tuple(words["phone"]),
        "video": tuple(words["video"]),
        "letter": tuple(words["letter"]),
        "in-person": tuple(words["person"]),
    }
    classes = {name: frozenset(group) for name, group in words.items() if name not in ("phone", "video", "letter")}
    return ContactWords(_turned(found["verbs"]), _turned(found["nouns"]), classes, phrases, _turned(found["ranks"]))


@cache
def agreement_words(language: str = "en") -> AgreementWords:
    """The words of agreements."""
    found = _words(language)["agreement"]
    sets = {
        k: frozenset(found[k])
        for k in (
            *("nouns", "weak", "makers", "not_before", "light", "bare", "speaking", "starting", "effects"),
            *("about", "not_about", "capping", "cutting", "lasting"),
        )
    }
    return AgreementWords(
        **sets,
        acts=_turned(found["acts"]),
        nouns_of_acts=_turned(found["nouns_of_acts"]),
        limits={k: frozenset(v) for k, v in found["limits"].items()},
        comparing=_turned(found["comparing"]),
    )


@cache
def status_words(language: str = "en") -> StatusWords:
    """The words that tell an act done from one only talked of."""
    found = _words(language)["status"]
    return StatusWords(
        frozenset(found["undone"]),
        frozenset(found["done"]),
        frozenset(found["unreal_modals"]),
        frozenset(found["conditions"]),
    )


@cache
def position_words(language: str = "en") -> PositionWords:
    """The words of positions."""
    found = _words(language)["position"]
    sides = _turned({k: found[k] for k in ("for", "against", "abstain", "absent")})
    sets = ("voters", "texts", "weighty", "backing", "everybody", "nobody", "excepting", "rest")
    return PositionWords(sides, **{k: frozenset(found[k]) for k in sets})


@cache
def exchange_words(language: str = "en") -> ExchangeWords:
    """The words of exchanges."""
    found = _words(language)["exchange"]
    sets = ("release", "nouns", "marks", "swap", "receive", "things", "occasions", "shares", "pointing")
    return ExchangeWords(**{k: frozenset(found[k]) for k in sets})
