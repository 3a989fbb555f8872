"""What the name of an agreement says: the words of its own, its subject, its kind, the countries in it."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.lang.linking import agreement_names
from dateline.ontology.agreements import KnownAgreement, known_agreements
from dateline.ontology.countries import by_demonym, by_name
from dateline.ontology.offices import sound

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Signature:
    """A name of an agreement taken apart. `own` are proper names as they sound, `subject` other words that tell."""

    own: frozenset[str]
    subject: frozenset[str]
    kind: str | None
    countries: frozenset[str]


@cache
def signature(name: str) -> Signature:
    """What a name says."""
    known = agreement_names()
    countries, words = _countries(_words(name))
    kinds: list[str] = []
    own, subject = set(), set()
    for word in words:
        lower = known.same.get(word.lower(), word.lower())
        if kind := known.kinds.get(word.lower()):
            # "A ceasefire agreement" is a ceasefire.
            kinds += ["ceasefire"] if "ceasefire" in kinds else [kind]
        elif lower in known.empty or len(word) == 1:
            continue
        elif _is_proper(word, words):
            own.add(sound(word))
        else:
            subject.add(lower)
    return Signature(frozenset(own), frozenset(subject), kinds[-1] if kinds else None, countries)


def _words(name: str) -> list[str]:
    """The words, those with a hyphen apart; the stops of "U.S." stay."""
    return [w if "." in w[:-1] else w.rstrip(".") for w in _WORD.findall(name.replace("-", " ").replace("’s", ""))]


def _countries(words: list[str]) -> tuple[frozenset[str], list[str]]:
    """The countries that are named, and the other words."""
    found, rest, at = set(), [], 0
    while at < len(words):
        for width in (3, 2, 1):
            some = " ".join(words[at : at + width])
            country = (by_name(some) or by_demonym(some)) if words[at][0].isupper() else None
            if country is not None and at + width <= len(words):
                found.add(country.iso3)
                at += width
                break
        else:
            rest.append(words[at])
            at += 1
    return frozenset(found), rest


def _is_proper(word: str, words: list[str]) -> bool:
    """Whether a word is a name: a capital in it, in a phrase that is not a headline with a capital on every word."""
    if not word[:1].isupper():
        return False
    if word.isupper() and len(word) > 1:
        return True
    return len(words) <= 2 or any(w[:1].islower() for w in words) or word.lower() not in _subjects()


@cache
def _subjects() -> frozenset[str]:
    """Words that known agreements are about: "climate", "nuclear", "trade"."""
    about = (w for a in known_agreements() for w in a.subject.split())
    return frozenset(w.lower() for w in about if w[:1].islower()) | frozenset(agreement_names().same)


@cache
def known_by_name(name: str) -> KnownAgreement | None:
    """The known agreement of this name, as it is or with other words of its kind around the words of its own."""
    exact = _by_letters().get(_plain(name))
    if exact is not None:
        return exact
    mine = signature(name)
    if not mine.own:
        return None
    found = {a.name: a for a in _by_own().get(mine.own, ()) if _fits(mine, a)}
    return next(iter(found.values())) if len(found) == 1 else None


def _fits(mine: Signature, known: KnownAgreement) -> bool:
    for name in (known.name, *known.aliases):
        theirs = signature(name)
        if theirs.own == mine.own and theirs.kind == mine.kind and theirs.subject == mine.subject:
            return True
    return False


def _plain(name: str) -> str:
    return " ".join(name.lower().removeprefix("the ").replace("-", " ").split())


@cache
def _by_letters() -> dict[str, KnownAgreement]:
    table: dict[str, KnownAgreement] = {}
    for agreement in known_agreements():
        for name in (agreement.name, *agreement.aliases):
            table.setdefault(_plain(name), agreement)
    return table


@cache
def _by_own() -> dict[frozenset[str], tuple[KnownAgreement, ...]]:
    table: dict[frozenset[str], dict[str, KnownAgreement]] = {}
    for agreement in known_agreements():
        for name in (agreement.name, *agreement.aliases):
            table.setdefault(signature(name).own, {})[agreement.name] = agreement
    return {own: tuple(found.values()) for own, found in table.items()}
