"""Which persons of different reports are one."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from dateline.link.actors.known import known_as, known_people
from dateline.link.actors.names import forms_of, is_common
from dateline.link.actors.people import Alike, Group, Person, Profile, Surroundings, probability, weigh
from dateline.link.actors.surnames import by_surname
from dateline.link.grouping import Joined, Pair, join

# Pairs less likely are left apart.
_LIKELY = 0.8
_ROUNDS = 2
# In larger blocks only those near in time are compared.
_BLOCK, _NEIGHBOURS = 300, 25


def persons(people: Sequence[Person]) -> list[Group]:
    """Everybody who is named, put together across reports. Whoever is named by one word alone may be left out."""
    people = sorted(people, key=lambda p: p.id)
    full = [p for p in people if p.name.full]
    around = Surroundings.of(people)
    profiles = _profiles(full)
    # What is put together tells more than each report alone, so that it is compared again.
    for _ in range(_ROUNDS):
        joined = join([Alike(p) for p in profiles], _pairs(profiles, around))
        profiles = [_merged([profiles[n] for n in ns], _ties(joined, profiles, ns)) for ns in joined.groups]
    groups = [_group(profile) for profile in profiles]
    return by_surname([p for p in people if not p.name.full], groups, around)


def _group(profile: Profile) -> Group:
    people = tuple(sorted(profile.people, key=lambda person: person.id))
    return Group(people, {person.id: profile.ties.get(person.id, profile.tie) for person in people}, profile.known_as)


def _merged(profiles: Sequence[Profile], ties: dict[str, tuple[str, float]]) -> Profile:
    """Profiles that are one person as one profile. Whoever is alone has no tie that would outlast the next round."""
    people = [person for profile in profiles for person in profile.people]
    known = next((p for p in profiles if p.known_as), None)
    alone = len(people) == 1 and known is None
    made = Profile(people, tie=profiles[0].tie, ties={} if alone else ties)
    if known is None:
        return made
    return replace(
        made,
        known_as=known.known_as,
        known_names=known.known_names,
        countries_held=known.countries_held,
        posts_held=known.posts_held,
    )


def _ties(joined: Joined, profiles: Sequence[Profile], numbers: Iterable[int]) -> dict[str, tuple[str, float]]:
    """How each person is tied: within the profile, or where that is one person's, by the best pair."""
    ties: dict[str, tuple[str, float]] = {}
    for number in numbers:
        profile = profiles[number]
        pair = joined.ties.get(number)
        outer = (pair.method, pair.probability) if pair else profile.tie
        for person in profile.people:
            ties[person.id] = profile.ties.get(person.id) or (profile.tie if len(profile.people) > 1 else outer)
    return ties


def _profiles(full: Sequence[Person]) -> list[Profile]:
    """Persons whom the register or a title with its owner identifies, together; everybody else alone."""
    known: dict[str, list[tuple[Person, float]]] = defaultdict(list)
    strong: dict[Hashable, list[Person]] = defaultdict(list)
    alone: list[Person] = []
    for person in full:
        found = known_as(person)
        if found:
            known[found[0].name].append((person, found[1]))
        elif (key := _strong_key(person)) is not None:
            strong[key].append(person)
        else:
            alone.append(person)
    made = [_known_profile(name, members) for name, members in sorted(known.items())]
    for members in strong.values():
        made += _apart_by_report(members)
    return made + [Profile([person]) for person in alone]


def _known_profile(name: str, members: Sequence[tuple[Person, float]]) -> Profile:
    ties = {person.id: ("register", odds) for person, odds in members}
    return known_people()[name].profile([person for person, _ in members], ties)


def _strong_key(person: Person) -> Hashable | None:
    """What makes two persons with the same name one without any weighing."""
    post, name = person.post, person.name
    if post is not None and post.owner is not None:
        return (name.words, name.suffix, post.title, post.owner)
    if person.sure and person.country and not is_common(name.family):
        return (name.words, name.suffix, person.country)
    return None


def _apart_by_report(members: Sequence[Person]) -> Iterator[Profile]:
    """One profile, or several where a report names two."""
    tie = ("name-and-office", 0.97) if members[0].post and members[0].post.owner else ("name-and-country", 0.92)
    rest = list(members)
    while rest:
        seen: set[str] = set()
        now: list[Person] = []
        later: list[Person] = []
        for person in rest:
            (later if person.document in seen else now).append(person)
            seen.add(person.document)
        yield Profile(now, tie=tie)
        rest = later


def _pairs(profiles: Sequence[Profile], around: Surroundings) -> Iterator[Pair]:
    seen: set[tuple[int, int]] = set()
    for block in _blocks(profiles):
        for a, b in _within(block, profiles):
            pair = (min(a, b), max(a, b))
            if pair in seen:
                continue
            seen.add(pair)
            odds = probability(weigh(profiles[pair[0]], profiles[pair[1]], around))
            if odds >= _LIKELY:
                yield Pair(*pair, odds, "name-and-company" if _has_company(profiles, pair, around) else "name")


def _has_company(profiles: Sequence[Profile], pair: tuple[int, int], around: Surroundings) -> bool:
    return around.shared(profiles[pair[0]], profiles[pair[1]]) > 0


def _within(block: Sequence[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """All pairs of a block; of a large one, those with the fullest profiles and those near in time."""
    if len(block) <= _BLOCK:
        yield from combinations(block, 2)
        return
    hubs = sorted(block, key=lambda n: (-len(profiles[n].people), n))[:_NEIGHBOURS]
    for hub in hubs:
        yield from ((hub, n) for n in block if n != hub)
    order = sorted(block, key=lambda n: (profiles[n].days, n))
    for place, number in enumerate(order):
        yield from ((number, other) for other in order[place + 1 : place + 1 + _NEIGHBOURS])


def _blocks(profiles: Sequence[Profile]) -> Iterator[list[int]]:
    """Profiles whose names may agree."""
    blocks: dict[Hashable, dict[int, None]] = defaultdict(dict)
    for number, profile in enumerate(profiles):
        for name in profile.names:
            for key in _keys(name.family, name.given, name.middle, name.words):
                blocks[key][number] = None
    for found in blocks.values():
        if len(found) > 1:
            yield list(found)


def _keys(family: str, given: str, middle: tuple[str, ...], words: tuple[str, ...]) -> Iterator[Hashable]:
    yield family, given
    yield "initial", family, given[:1]
    if len(given) > 1:
        yield from ((family, row) for row in forms_of(given))
    if middle:
        yield family, middle[0]
    yield "turned", tuple(sorted(words))
    yield "longer", words[:2]
    if len(family) > 4:
        yield "near", given, family[:3]
        yield "near", given, family[-3:]
