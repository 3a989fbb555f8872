"""Which persons of reports are persons of the register of offices."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from dateline.link.actors.names import CLASH, LONGER, NEAR, SAME, TURNED, VARIANT, Name, compare, is_common, parse
from dateline.link.actors.people import Person, Profile, day_number, probability
from dateline.ontology.offices import Term, terms

# Log odds, as in `people`.
_BY_NAME = {SAME: 0.6, VARIANT: 0.1, TURNED: 0.0, LONGER: -0.6, NEAR: -1.2}
_POST, _TITLE, _COUNTRY, _NAMED_COUNTRY = 2.4, 0.9, 1.4, 1.0
_OTHER_COUNTRY, _OTHER_POST = -1.2, -0.6
_IN_OFFICE, _SOON, _LONG_BEFORE, _LONG_AFTER = 0.9, 0.3, -0.8, -0.8
_UNCOMMON = 0.5
_SURE, _MARGIN = 1.386, 0.7
_YEAR = 366


@dataclass(frozen=True)
class Known:
    """A person of the register with all terms."""

    name: str
    terms: tuple[Term, ...]

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The name and its other spellings, taken apart."""
        found = (parse(n) for n in dict.fromkeys((self.name, *(a for t in self.terms for a in t.aliases))))
        return tuple(n for n in found if n is not None and n.full)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries that he held posts for."""
        return frozenset(t.country for t in self.terms if t.country)

    @cached_property
    def first(self) -> int:
        """The day when the first term began."""
        return min(_day(t.since, last=False) for t in self.terms)

    @cached_property
    def last(self) -> int:
        """The day when the last term ended; today's Dateline cannot know of later ones."""
        return max(_day(t.until, last=True) if t.until else date.max.toordinal() for t in self.terms)

    def profile(self, people: list[Person], ties: dict[str, tuple[str, float]]) -> Profile:
        """Those persons of reports who are he."""
        posts = frozenset((t.title, t.place) for t in self.terms)
        return Profile(people, self.name, self.names, ("register", 0.9), ties, self.countries, posts)


@cache
def known_people() -> dict[str, Known]:
    """Everybody in the register, by name."""
    table: dict[str, list[Term]] = defaultdict(list)
    for term in terms():
        table[term.person].append(term)
    return {name: Known(name, tuple(found)) for name, found in sorted(table.items())}


@cache
def _by_family() -> dict[str, tuple[Known, ...]]:
    table: dict[str, dict[str, Known]] = defaultdict(dict)
    for known in known_people().values():
        for name in known.names:
            for word in {name.family, *((name.given,) if len(name.words) == 2 else ())}:
                table[word][known.name] = known
    return {family: tuple(found.values()) for family, found in table.items()}


def known_as(person: Person) -> tuple[Known, float] | None:
    """The person of the register who is meant, and with what probability; None where that is not sure.

    A full name alone is not enough: the title, the country or the days of office must speak for it.
    """
    found: list[tuple[float, Known]] = []
    for known in _by_family().get(person.name.family, ()):
        odds = _weigh(person, known)
        if odds is not None:
            found.append((odds, known))
    found.sort(key=lambda pair: (-pair[0], pair[1].name))
    if not found or found[0][0] < _SURE or (len(found) > 1 and found[0][0] - found[1][0] < _MARGIN):
        return None
    return found[0][1], probability(found[0][0])


def _weigh(person: Person, known: Known) -> float | None:
    name = _name(person.name, known)
    if name is None or (person.sure and person.country and person.country not in known.countries and known.countries):
        return None
    odds = _BY_NAME[name] + (0.0 if is_common(person.name.family) else _UNCOMMON)
    odds += _by_post(person, known) + _by_days(person, known)
    if person.sure and person.country in known.countries:
        odds += _COUNTRY
    elif person.countries & known.countries:
        odds += _NAMED_COUNTRY
    elif person.country and known.countries and person.country not in known.countries:
        odds += _OTHER_COUNTRY
    return odds


def _name(name: Name, known: Known) -> str | None:
    found = [compare(name, other) for other in known.names]
    order = (SAME, VARIANT, TURNED, LONGER, NEAR)
    best = min((order.index(f) for f in found if f and f != CLASH), default=None)
    return None if best is None or (CLASH in found and order[best] != SAME) else order[best]


def _by_post(person: Person, known: Known) -> float:
    post = person.post
    if post is None:
        return 0.0
    titled = [t for t in known.terms if t.title == post.title or (t.rank == post.rank and post.rank != "official")]
    if any(post.owner in (t.country, t.body) and post.owner for t in titled):
        return _POST
    return _TITLE if titled and post.owner is None else _OTHER_POST if not titled else 0.0


def _by_days(person: Person, known: Known) -> float:
    if person.day < 0:
        return 0.0
    day = date.fromordinal(person.day).isoformat()
    if any(t.held_on(day) for t in known.terms):
        return _IN_OFFICE
    if known.first - 3 * _YEAR <= person.day <= known.last + 3 * _YEAR:
        return _SOON
    if person.day < known.first:
        return _LONG_BEFORE
    return _LONG_AFTER if person.day > known.last + 15 * _YEAR else 0.0


def _day(day: str, *, last: bool) -> int:
    rest = ("-12", "-28") if last else ("-01", "-01")
    return day_number({4: day + rest[0] + rest[1], 7: day + rest[1]}.get(len(day), day))
