"""Persons as reports tell of them, and what speaks for and against two of them being one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import exp, log2

from dateline.link.actors.names import CLASH, LONGER, NEAR, SAME, TURNED, VARIANT, Name, compare, is_common, is_usual
from dateline.ontology.bodies import CODES

_NO_DAY = -1


@dataclass(frozen=True, slots=True)
class Post:
    """An office as a report gives it."""

    title: str
    owner: str | None
    rank: str | None
    former: bool


@dataclass(frozen=True)
class Person:
    """One person of one report.

    `country` is None where only a body or kind of body is known; `sure` says that the report itself ties it to him.
    `post` is what the report calls him, not what the register knows. `company` are others whom the report names.
    """

    id: str
    document: str
    day: int
    outlet: str | None
    text: str
    name: Name
    country: str | None
    sure: bool
    post: Post | None
    company: frozenset[str]
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """Persons of reports who are one, and how each is tied to the others: a method with its probability."""

    people: tuple[Person, ...]
    ties: dict[str, tuple[str, float]]
    known_as: str | None


@dataclass
class Profile:
    """Persons of several reports who are taken for one, and what the register says of them where it knows them."""

    people: list[Person]
    known_as: str | None = None
    known_names: tuple[Name, ...] = ()
    tie: tuple[str, float] = ("alone", 1.0)
    ties: dict[str, tuple[str, float]] = field(default_factory=dict)
    countries_held: frozenset[str] = frozenset()
    posts_held: frozenset[tuple[str, str | None]] = frozenset()

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The different names."""
        return tuple(dict.fromkeys((*(p.name for p in self.people), *self.known_names)))

    @cached_property
    def documents(self) -> frozenset[str]:
        """The reports."""
        return frozenset(p.document for p in self.people)

    @cached_property
    def countries(self) -> frozenset[str]:
        """Countries that the reports, or the register, surely give."""
        return frozenset(p.country for p in self.people if p.country and p.sure) | self.countries_held

    @cached_property
    def likely(self) -> frozenset[str]:
        """Countries that are only read off the surroundings."""
        return frozenset(p.country for p in self.people if p.country)

    @cached_property
    def posts(self) -> frozenset[tuple[str, str | None]]:
        """Titles with their owners."""
        return frozenset((p.post.title, p.post.owner) for p in self.people if p.post) | self.posts_held

    @cached_property
    def outlets(self) -> frozenset[str]:
        """Who published the reports."""
        return frozenset(p.outlet for p in self.people if p.outlet)

    @cached_property
    def days(self) -> tuple[int, int]:
        """First and last day of publication."""
        known = [p.day for p in self.people if p.day != _NO_DAY]
        return (min(known), max(known)) if known else (_NO_DAY, _NO_DAY)

    @cached_property
    def company(self) -> Counter[str]:
        """Others who are named with him, by number of reports."""
        return Counter(name for p in self.people for name in p.company)


def day_number(day: str | None) -> int:
    """A day as a number; -1 where it is not known to the day."""
    return date.fromisoformat(day).toordinal() if day and len(day) == 10 else _NO_DAY


@dataclass(frozen=True)
class Surroundings:
    """What must be known of all reports to weigh evidence: how many name somebody, how many bear a family name."""

    named_in: Mapping[str, int]
    given_of: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, people: Sequence[Person]) -> "Surroundings":
        """The surroundings that some persons make."""
        companies = {p.document: p.company for p in people}
        named_in = Counter(name for company in companies.values() for name in company)
        given: dict[str, set[str]] = {}
        for person in people:
            given.setdefault(person.name.family, set()).add(person.name.given)
        return cls(named_in, {family: frozenset(found) for family, found in given.items()})

    def rarity(self, name: Name) -> float:
        """How much it means that two bear a name: less where many bear its family name, and its given name is usual."""
        bearers = len(self.given_of.get(name.family, ()))
        common = is_common(name.family) or bearers > _MANY
        return _RARE if not common or not is_usual(name.given) else _COMMON

    def shared(self, a: Profile, b: Profile) -> float:
        """How much of his company two share, names that stand in few other reports counting most."""
        small, large = sorted((a, b), key=lambda p: len(p.company))
        weights = []
        for name in small.company:
            if name in large.company:
                others = max(1, self.named_in.get(name, 1) - small.company[name])
                weights.append(min(1.0, large.company[name] / others))
        return min(_COMPANY, 0.8 * sum(sorted(weights, reverse=True)[:3]))


# Log odds, set by hand: no set of judged links has calibrated them yet (docs/methods/linking.md).
_BY_NAME = {SAME: 1.0, VARIANT: 0.2, TURNED: -0.2, LONGER: -0.4, NEAR: -1.2}
_COMMON, _RARE, _MANY = -0.6, 0.8, 4
_COMPANY = 2.0
_SURE_COUNTRY, _LIKELY_COUNTRY, _OTHER_COUNTRY = 1.2, 0.3, -0.8
_SAME_POST, _SAME_TITLE, _OTHER_POST, _OTHER_ROLE = 1.6, 0.7, -0.7, -0.3
_FAME, _FAMOUS = 0.25, 0.8
_SAME_OUTLET = 0.5
_CLOSE, _CLOSE_DAYS, _FAR, _FAR_DAYS, _TOO_FAR, _TOO_FAR_DAYS = 0.5, 45, -0.6, 1200, -1.6, 5500


def grade(a: Profile, b: Profile) -> str | None:
    """How the names agree at best; CLASH where any two of them cannot be one person's."""
    best: str | None = None
    order = (SAME, VARIANT, TURNED, LONGER, NEAR)
    for one in a.names:
        for other in b.names:
            found = compare(one, other)
            if found == CLASH:
                return CLASH
            if found and (best is None or order.index(found) < order.index(best)):
                best = found
    return best


def weigh(a: Profile, b: Profile, around: Surroundings) -> float:
    """The log odds that two are one person; far below 0 where their names do not agree."""
    found = grade(a, b)
    if found is None or found == CLASH:
        return -9.0
    odds = _BY_NAME[found] + around.rarity((a if a.people else b).people[0].name)
    odds += _by_fame(a, b) if found == SAME else 0.0
    odds += _by_country(a, b) + _by_post(a, b) + _by_days(a, b) + around.shared(a, b)
    if a.outlets & b.outlets:
        odds += _SAME_OUTLET
    return odds


def probability(odds: float) -> float:
    """Log odds as a probability, rounded."""
    return round(1 / (1 + exp(-odds)), 3)


def _by_country(a: Profile, b: Profile) -> float:
    if a.countries & b.countries:
        return _SURE_COUNTRY
    if (a.countries or a.likely) & (b.countries or b.likely):
        return _LIKELY_COUNTRY
    return _OTHER_COUNTRY if (a.countries or a.likely) and (b.countries or b.likely) else 0.0


def _by_post(a: Profile, b: Profile) -> float:
    if any(owner is not None for _, owner in a.posts & b.posts):
        return _SAME_POST
    mine, theirs = {title for title, _ in a.posts}, {title for title, _ in b.posts}
    if any(f" {x}".endswith(f" {y}") or f" {y}".endswith(f" {x}") for x in mine for y in theirs):
        return _SAME_TITLE
    if not mine or not theirs:
        return 0.0
    return _OTHER_POST if _is_high(a) and _is_high(b) else _OTHER_ROLE


def _is_high(profile: Profile) -> bool:
    """Whether somebody has a post of rank; candidates, aides and spokesmen are soon something else."""
    return any(p.post is not None and p.post.rank not in (None, "official") for p in profile.people)


def _by_fame(a: Profile, b: Profile) -> float:
    """What it adds that many reports of the same weeks name one of the two: then others mean him too."""
    small, large = sorted((a, b), key=lambda p: len(p.documents))
    if _NO_DAY in (*small.days, *large.days) or not large.documents:
        return 0.0
    if small.days[0] < large.days[0] - _CLOSE_DAYS or small.days[1] > large.days[1] + _CLOSE_DAYS:
        return 0.0
    return min(_FAMOUS, _FAME * log2(len(large.documents)))


def _by_days(a: Profile, b: Profile) -> float:
    if _NO_DAY in a.days or _NO_DAY in b.days:
        return 0.0
    gap = max(0, a.days[0] - b.days[1], b.days[0] - a.days[1])
    if gap <= _CLOSE_DAYS:
        return _CLOSE
    if gap > _TOO_FAR_DAYS:
        return _TOO_FAR
    return _FAR if gap > _FAR_DAYS else 0.0


def is_code(country: str | None) -> bool:
    """Whether it is a kind of body and no country."""
    return country in CODES


class Alike:
    """Profiles that are one person, as facts for joining."""

    def __init__(self, profile: Profile) -> None:
        self.documents = set(profile.documents)
        self.countries = set(profile.countries)
        self.names = set(profile.names)
        self.known_as = profile.known_as

    def apart(self, other: "Alike") -> bool:
        """Whether they cannot be one: both in one report, surely of other countries, two persons of the register."""
        if self.known_as and other.known_as and self.known_as != other.known_as:
            return True
        if self.countries and other.countries and not self.countries & other.countries:
            return True
        if not self.documents.isdisjoint(other.documents):
            return True
        return any(compare(a, b) == CLASH for a in self.names for b in other.names)

    def take(self, other: "Alike") -> None:
        """Take in the others."""
        self.documents |= other.documents
        self.countries |= other.countries
        self.names |= other.names
        self.known_as = self.known_as or other.known_as
