"""The register: who held which post from when to when. The facts are in `offices/*.csv`, one file a region.

Dates are ISO, as exact as known (`2000`, `2000-05`, `2000-05-07`): a coarse one covers its whole year or month.
An empty `until` means that the post was still held when the register was made.
"""

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.errors import OntologyError
from dateline.model.actor import Office
from dateline.ontology.bodies import body_by_name
from dateline.ontology.ranks import rank_order

# Shorter names are compared letter by letter: too many of them sound alike.
_SHORT = 5


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one post. `country` is ISO alpha-3, or None where the post belongs to `body`."""

    person: str
    aliases: tuple[str, ...]
    title: str
    country: str | None
    body: str | None
    sector: str
    rank: str
    since: str
    until: str | None

    @property
    def place(self) -> str | None:
        """The country, else the non-state code of the body."""
        if self.country:
            return self.country
        body = body_by_name(self.body) if self.body else None
        return body.place if body else None

    def held_on(self, day: str) -> bool:
        """Whether the post may have been held on an ISO date."""
        width = len(self.since)
        return self.since <= day[:width] and (self.until is None or day[: len(self.until)] <= self.until)

    def office(self, *, former: bool) -> Office:
        """The post as an office."""
        return Office(self.title, self.country, self.body, self.sector, self.rank, former)


@cache
def terms() -> tuple[Term, ...]:
    """All terms of all files, by file and line."""
    return tuple(_terms())


def terms_of(name: str) -> tuple[Term, ...]:
    """The terms of whoever has this full name, alias or surname; accents, case and transliteration do not count."""
    found = _by_name().get(plain(name))
    if found is None and len(name) > _SHORT:
        found = _by_sound().get(sound(name))
    return found or ()


def holders(*, country: str, rank: str, day: str) -> tuple[Term, ...]:
    """Who held a post of this rank for a country on an ISO date."""
    return tuple(t for t in _by_post().get((country, rank), ()) if t.held_on(day))


def holder_on(
    name: str, *, day: str | None, title: str | None = None, rank: str | None = None, former: bool = False
) -> Term | None:
    """The post that the bearer of a name held on a day, else the last before it; None if the name is not one person's.

    `title` and `rank` are what the text calls the person; where they fit no post of his, nobody is meant. A surname
    alone counts only for posts held on that day, or with a fitting title. Without a day the name, with its title, must
    be one person's at all times. Of several in office, a head of state or government is meant before whoever ranks
    below a foreign minister. `former` is for somebody who no longer holds it: present holders of the name are out.
    """
    found = _fitting(name, title, rank)
    held = [t for t in found if day is not None and t.held_on(day)]
    if former and len({t.person for t in found}) > 1:
        found, held = tuple(t for t in found if t not in held), []
    if held:
        return _meant(held)
    titled = rank is not None and rank != "official"
    if not (titled or " " in name.strip()) or len({t.person for t in found}) != 1:
        return None
    past = [t for t in found if day is None or t.since <= day]
    return max(past, key=lambda t: t.since) if past else None


def recent_holder(name: str, *, day: str) -> Term | None:
    """The last post of the only bearer of a name who holds one on an ISO date or left one in the two years before."""
    limit = f"{int(day[:4]) - 2:04}{day[4:]}"
    found = [t for t in terms_of(name) if t.since <= day and (t.until is None or t.until >= limit[: len(t.until)])]
    held = [t for t in found if t.held_on(day)]
    if held:
        return _meant(held)
    return max(found, key=lambda t: t.until or "") if len({t.person for t in found}) == 1 else None


def _meant(held: list[Term]) -> Term | None:
    """Whom a name means among its bearers in office: the head of a state or government before lower ranks."""
    leaders = [t for t in held if t.rank in _LEADERS]
    bearers = leaders if any(t.rank in _HEADS for t in leaders) else held
    if len({t.person for t in bearers}) != 1:
        return None
    return min(bearers, key=lambda t: rank_order()[t.rank])


def leader_called(surname: str, *, day: str) -> Term | None:
    """The head of state or government or foreign minister whom a bare surname means in the news of an ISO date."""
    term = recent_holder(surname, day=day)
    return term if term is not None and term.rank in _LEADERS else None


_HEADS = frozenset({"head-of-state", "head-of-government"})
_LEADERS = _HEADS | {"foreign-minister"}


def country_of_holder(name: str, *, title: str | None, rank: str) -> str | None:
    """The country whose posts of this title or rank all bearers of a name held, whoever is meant; None if several."""
    places = {t.country for t in _fitting(name, title, rank)}
    return places.pop() if len(places) == 1 else None


def _fitting(name: str, title: str | None, rank: str | None) -> tuple[Term, ...]:
    found = terms_of(name)
    if rank is None or rank == "official":
        return found
    return tuple(t for t in found if t.rank == rank or t.title == title)


def plain(name: str) -> str:
    """A name in lower case without accents, hyphens and stops, for comparing."""
    letters = unicodedata.normalize("NFKD", name.lower().replace("’", "'"))
    kept = "".join(c for c in letters if not unicodedata.combining(c) and c not in ".'`")
    return " ".join(
        kept.replace("-", " ").replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d").split()
    )


def sound(name: str) -> str:
    """A name as it sounds, so that "Mitterand", "Gadhafi" and "Zelenskiy" meet their other spellings."""
    word = plain(name)
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word)


# What is written differently by those who write one name in Latin letters, and one way to write it.
_SOUNDS = (
    *(("sch", "s"), ("sh", "s"), ("tch", "k"), ("ch", "k"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t")),
    *(("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("ou", "u"), ("oo", "u"), ("ae", "e"), ("tz", "s")),
    *(("iy", "i"), ("yi", "i"), ("ei", "i"), ("y", "i"), ("w", "v"), ("z", "s"), ("x", "ks")),
)
_DOUBLED = re.compile(r"(.)\1")


@cache
def _by_name() -> dict[str, tuple[Term, ...]]:
    return _named(plain)


@cache
def _by_sound() -> dict[str, tuple[Term, ...]]:
    return _named(sound)


def _named(key: Callable[[str], str]) -> dict[str, tuple[Term, ...]]:
    table: dict[str, dict[Term, None]] = {}
    for term in terms():
        for name in (term.person, *term.aliases, *_surnames(term)):
            table.setdefault(key(name), {})[term] = None
    return {name: tuple(found) for name, found in table.items()}


def _surnames(term: Term) -> Iterator[str]:
    """The surname: the last word, or the first where Chinese, Korean and Vietnamese names put it there."""
    words = term.person.split()
    yield words[0] if term.country in _SURNAME_FIRST else words[-1]


_SURNAME_FIRST = frozenset({"CHN", "PRK", "KOR", "VNM", "TWN", "KHM", "HKG"})


@cache
def _by_post() -> dict[tuple[str, str], tuple[Term, ...]]:
    table: dict[tuple[str, str], list[Term]] = {}
    for term in terms():
        if term.country:
            table.setdefault((term.country, term.rank), []).append(term)
    return {post: tuple(found) for post, found in table.items()}


def _terms() -> Iterator[Term]:
    folder = files("dateline.ontology").joinpath("offices")
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if not path.name.endswith(".csv"):
            continue
        for number, row in enumerate(csv.DictReader(path.read_text("utf-8").splitlines()), start=2):
            yield _term(row, where=f"offices/{path.name}:{number}")


def _term(row: dict[str, str], *, where: str) -> Term:
    term = Term(
        person=row["person"],
        aliases=tuple(filter(None, row["aliases"].split("|"))),
        title=row["title"],
        country=row["country"] or None,
        body=row["body"] or None,
        sector=row["sector"],
        rank=row["rank"],
        since=row["from"],
        until=row["to"] or None,
    )
    if term.rank not in rank_order():
        raise OntologyError(f"{where}: unknown rank {term.rank!r}")
    if term.until is not None and term.until[: len(term.since)] < term.since[: len(term.until)]:
        raise OntologyError(f"{where}: {term.person} leaves on {term.until} before coming on {term.since}")
    if term.body and body_by_name(term.body) is None:
        raise OntologyError(f"{where}: no body {term.body!r} in bodies.csv")
    return term
