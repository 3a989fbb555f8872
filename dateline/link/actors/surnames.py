"""Persons whom a report names by one word: linked where only one person can be meant."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.link.actors.names import is_common
from dateline.link.actors.people import Group, Person, Profile, Surroundings
from dateline.ontology.offices import recent_holder, terms_of

_REGISTER, _OFFICE, _COMPANY = ("register-surname", 0.9), ("surname-and-office", 0.88), ("surname", 0.8)
_DAYS = 120
_FEWEST = 3
_ENOUGH = 1.0


def by_surname(people: Sequence[Person], groups: Sequence[Group], around: Surroundings) -> list[Group]:
    """The groups with those persons added who can only belong to them, and new ones for persons of the register."""
    by_family: dict[str, list[int]] = defaultdict(list)
    known: dict[str, int] = {}
    in_report: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for family in dict.fromkeys(p.name.family for p in group.people):
            by_family[family].append(number)
        if group.known_as:
            known[group.known_as] = number
        for person in group.people:
            in_report[person.document, person.name.family].add(number)
    profiles: dict[int, Profile] = {}
    added: dict[int, dict[Person, tuple[str, float]]] = defaultdict(dict)
    fresh: dict[str, dict[Person, tuple[str, float]]] = defaultdict(dict)
    for person in people:
        named = in_report.get((person.document, person.name.family), set())
        if holder := _holder(person):
            home = known.get(holder)
            if named - {home}:
                continue
            if home is None:
                fresh[holder][person] = _REGISTER
            elif not named:
                added[home][person] = _REGISTER
            continue
        if named:
            continue
        found = [
            (number, tie)
            for number in by_family[person.name.family]
            if (tie := _fits(person, profiles.setdefault(number, Profile(list(groups[number].people))), around))
        ]
        if len(found) == 1:
            added[found[0][0]][person] = found[0][1]
    return _with(groups, added) + _new(fresh)


def _holder(person: Person) -> str | None:
    """The person of the register who has or just had an office on the day of the report, where phase one agrees."""
    if person.day < 0 or person.country is None:
        return None
    day = date.fromordinal(person.day).isoformat()
    term = recent_holder(person.text, day=day)
    if term is None or term.place != person.country:
        return None
    others = {t.person for t in terms_of(person.text) if t.place == person.country and t.since[:4] >= day[:4]}
    if others - {term.person}:
        return None
    post = person.post
    fits = post is None or post.title == term.title or post.rank in (term.rank, None) or post.former
    return term.person if fits else None


def _fits(person: Person, profile: Profile, around: Surroundings) -> tuple[str, float] | None:
    """Why a person named by a surname alone is that of the profile; None where nothing says so."""
    first, last = profile.days
    if person.day < 0 or first < 0 or person.day < first - _DAYS or person.day > last + _DAYS:
        return None
    if person.sure and person.country and profile.countries and person.country not in profile.countries:
        return None
    post = person.post
    if post is not None and post.owner is not None and (post.title, post.owner) in profile.posts:
        return _OFFICE
    if post is not None and profile.posts and post.title not in {title for title, _ in profile.posts}:
        return None
    alone = Profile([person])
    rare = not is_common(person.name.family) and len(around.given_of.get(person.name.family, ())) <= 2
    if rare and len(profile.documents) >= _FEWEST and around.shared(alone, profile) >= _ENOUGH:
        return _COMPANY
    return None


def _with(groups: Sequence[Group], added: dict[int, dict[Person, tuple[str, float]]]) -> list[Group]:
    made = []
    for number, group in enumerate(groups):
        more = added.get(number, {})
        people = tuple(sorted((*group.people, *more), key=lambda p: p.id))
        made.append(replace(group, people=people, ties={**group.ties, **{p.id: tie for p, tie in more.items()}}))
    return made


def _new(fresh: dict[str, dict[Person, tuple[str, float]]]) -> list[Group]:
    return [
        Group(tuple(sorted(people, key=lambda p: p.id)), {p.id: tie for p, tie in people.items()}, name)
        for name, people in sorted(fresh.items())
    ]
