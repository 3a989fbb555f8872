"""Which of the places of one name is meant: the whole report decides."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import cos, exp, log10, radians, sin, sumprod
from typing import Any

from dateline.extract.places.spans import Name
from dateline.lang.places import place_words
from dateline.model.syntax import Syntax
from dateline.ontology.gazetteer import Entry

PRIOR = (
    "country", "admin1", "admin2", "region", "sea", "city_size", "admin1_size", "admin2_size", "capital", "other_name",
    "kind_wide", "kind_town", "largest", "office_division", "office_state",
)  # fmt: skip
CONTEXT = (
    "in_next", "holds_previous", "same_country", "same_admin1", "near", "nearest", "country_named", "admin1_named",
    "first_country", "first_near", "joined",
)  # fmt: skip
FEATURES = PRIOR + CONTEXT
_NO_CONTEXT = (0.0,) * len(CONTEXT)
_MOST = 40  # candidates of one name
_LIKELY = 5  # of them weighed with the report
_ROUNDS = 2
_NEAR = cos(100 / 6371)
_NEARBY = cos(400 / 6371)


@dataclass(slots=True)
class Meaning:
    """A candidate of a name, what speaks for it, and the probability given to it."""

    entry: Entry
    prior: tuple[float, ...]
    at: tuple[float, float, float]
    values: tuple[float, ...] = ()
    probability: float = 0.0


@dataclass(slots=True)
class Group:
    """All places of a text where one name stands; they have one meaning."""

    names: list[Name]
    meanings: list[Meaning]
    order: int
    behind: list["Group"] = field(default_factory=list)
    before: list["Group"] = field(default_factory=list)
    beside: list["Group"] = field(default_factory=list)

    @property
    def best(self) -> Meaning:
        return self.meanings[0]

    @property
    def probability(self) -> float:
        """That of the best meaning together with those at the same spot (a city and its province)."""
        return sum(m.probability for m in self.meanings if _closeness(m.at, self.best.at) == 1.0)

    @property
    def supported(self) -> bool:
        """Whether anything else in the report speaks for the best meaning."""
        return self.best.entry.feature == "country" or any(self.best.values[len(PRIOR) :])

    @property
    def score(self) -> float:
        """How often such a choice was right on held-out reports; 2 decimals."""
        calibration = _card()["calibration"]
        if len(self.meanings) == 1:
            return float(calibration["single" if self.supported else "unsupported"])
        return float(next(share for upper, share in calibration["bins"] if self.probability <= upper))


class Resolver:
    """Gives every group of names of one report its most probable meaning."""

    def __init__(self, names: Sequence[Name], syntax: Syntax, weights: Sequence[float] | None = None) -> None:
        self._syntax = syntax
        self._weights = tuple(weights) if weights else shipped_weights()
        self.groups = self._group(names)

    def resolve(self) -> list[Group]:
        """The groups, meanings ordered from the most probable on."""
        for group in self.groups:
            self._weigh(group, [(*m.prior, *_NO_CONTEXT) for m in group.meanings])
        self._prune()
        open_groups = [group for group in self.groups if len(group.meanings) > 1]
        for _ in range(_ROUNDS):
            context = _Context(self.groups)
            rows = [[(*m.prior, *context.features(group, m)) for m in group.meanings] for group in open_groups]
            for group, values in zip(open_groups, rows, strict=True):
                self._weigh(group, values)
        context = _Context(self.groups)
        for group in self.groups:
            if len(group.meanings) == 1:
                group.best.values = (*group.best.prior, *context.features(group, group.best))
        return self.groups

    def _prune(self) -> None:
        """Keep the likeliest meanings of each name, and those that lie in what stands behind it."""
        countries = {g.best.entry.country for g in self.groups}
        for group in self.groups:
            rest = group.meanings[_LIKELY:]
            kept = [m for m in rest if any(holds(o.entry, m.entry) for g in group.behind for o in g.meanings[:2])]
            kept += [m for m in rest if m.entry.country in countries and m not in kept][: _LIKELY - len(kept)]
            group.meanings[_LIKELY:] = kept

    def _weigh(self, group: Group, rows: Sequence[tuple[float, ...]]) -> None:
        scores = [sumprod(self._weights, row) for row in rows]
        top = max(scores)
        odds = [exp(score - top) for score in scores]
        total = sum(odds)
        for meaning, row, odd in zip(group.meanings, rows, odds, strict=True):
            meaning.values, meaning.probability = row, odd / total
        group.meanings.sort(key=lambda m: (-m.probability, m.entry.geonames or 0, m.entry.name))

    def _group(self, names: Sequence[Name]) -> list[Group]:
        groups: dict[tuple[str, bool], Group] = {}
        previous: tuple[Name, Group] | None = None
        for name in names:
            if not name.candidates:
                previous = None
                continue
            wanted = (name.text.lower(), name.role == "demonym" and len(name.candidates) == 1)
            group = groups.get(wanted)
            if group is None:
                group = groups[wanted] = Group([], self._meanings(name), len(groups))
            group.names.append(name)
            if previous and self._contained(previous[0], name):
                previous[1].behind.append(group)
                group.before.append(previous[1])
            elif previous and previous[1] is not group and self._joined(previous[0], name):
                previous[1].beside.append(group)
                group.beside.append(previous[1])
            previous = (name, group)
        for group in groups.values():
            self._add_offices(group)
        return list(groups.values())

    def _joined(self, one: Name, other: Name) -> bool:
        """Whether two names are joined by "and" or "or" ("Georgia and Armenia")."""
        gap = [t.lower for t in self._syntax.tokens[one.last : other.first]]
        return bool(gap) and gap[-1] in {"and", "or", "&"} and all(g in {",", "and", "or", "&"} for g in gap)

    def _add_offices(self, group: Group) -> None:
        """ "The governor of Georgia" is of a division, "Georgia's parliament" of a country."""
        words = place_words()
        beside = {word for name in group.names for word in self._owned(name)}
        division, state = bool(beside & words.division_offices), bool(beside & words.state_offices)
        for meaning in group.meanings:
            kind = meaning.entry.feature
            meaning.prior = (*meaning.prior, division and kind == "admin1", state and kind == "country")

    def _owned(self, name: Name) -> Iterator[str]:
        """The word that a name is said of: "president of X", "X's parliament", "X Governor"."""
        tokens = self._syntax.tokens
        if name.first > 1 and tokens[name.first - 1].lower in {"of", "from"}:
            yield tokens[name.first - 2].lower
        at = name.last + (name.last < len(tokens) and tokens[name.last].tag == "POS")
        for token in tokens[at : at + 2]:
            yield token.lower

    def _contained(self, inner: Name, outer: Name) -> bool:
        """Whether "Inner, Outer" or "Inner (Outer" stands in the text, or "Inner in Outer"."""
        gap = [t.lower for t in self._syntax.tokens[inner.last : outer.first]]
        return (
            len(gap) <= 3
            and gap[:1] in ([","], ["("], ["in"])
            and all(g in {",", "(", "in", "the", "northern", "southern", "eastern", "western", "central"} for g in gap)
        )

    def _meanings(self, name: Name) -> list[Meaning]:
        words = place_words()
        tokens = self._syntax.tokens
        after = tokens[name.last].lower if name.last < len(tokens) else ""
        before = tokens[name.first - 2].lower if name.first > 1 and tokens[name.first - 1].lower == "of" else ""
        kinds = {after if after in words.kinds else "", before if before in words.kinds else ""} - {""}
        entries = _distinct(name.candidates)
        largest = max((e.population for e in entries if e.feature == "city"), default=0)
        return [Meaning(e, _prior(e, kinds, largest), _unit(e)) for e in entries]


def _distinct(candidates: Sequence[Entry]) -> list[Entry]:
    """The candidates in a fixed order, without those in a country of the same name (the state of Mexico)."""
    states = {e.country for e in candidates if e.feature == "country"}
    kept = {e for e in candidates if e.feature == "country" or e.country not in states}
    return sorted(kept, key=_size)[:_MOST]


_WIDE_KINDS = frozenset(
    {"province", "state", "region", "governorate", "prefecture", "oblast", "department", "provinces", "states"}
)
_TOWN_KINDS = frozenset({"city", "town", "village", "suburb", "port", "airport", "suburbs", "metro"})
_RANK = {"country": 0, "region": 1, "sea": 1, "admin1": 2, "city": 3, "admin2": 4}


def _size(entry: Entry) -> tuple[bool, int, int, int]:
    return (
        not entry.main,
        -entry.population if entry.feature in {"city", "admin2"} else -(10**10),
        _RANK[entry.feature],
        entry.geonames or 0,
    )


def _prior(entry: Entry, kinds: set[str], largest: int) -> tuple[float, ...]:
    """What the place itself and the words beside its name say, in the order of `PRIOR`."""
    size = log10(entry.population + 1)
    kind = entry.feature
    return (
        kind == "country",
        kind == "admin1",
        kind == "admin2",
        kind == "region",
        kind == "sea",
        size if kind == "city" else 0.0,
        size if kind == "admin1" else 0.0,
        size if kind == "admin2" else 0.0,
        entry.capital,
        not entry.main,
        bool(kinds & _WIDE_KINDS) and kind in {"admin1", "admin2"},
        bool(kinds & _TOWN_KINDS) and kind == "city",
        kind == "city" and entry.population == largest,
    )


class _Context:
    """What the other names of the report say, by their best meanings of the last round."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = groups
        self._countries: dict[str, float] = {}
        self._divisions: dict[int, float] = {}
        self._named: dict[str, int] = {}
        self._named_divisions: dict[int, int] = {}
        self._spots: list[tuple[Group, float, tuple[float, float, float]]] = []
        self._first = groups[0] if groups else None
        for group in groups:
            self._note(group)

    def _note(self, group: Group) -> None:
        best = group.best
        entry = best.entry
        if entry.country:
            self._countries[entry.country] = self._countries.get(entry.country, 0.0) + best.probability
        division = _division(entry)
        if division:
            self._divisions[division] = self._divisions.get(division, 0.0) + best.probability
        if entry.feature == "country" and entry.country:
            self._named[entry.country] = self._named.get(entry.country, 0) + 1
        elif entry.feature == "admin1" and entry.geonames:
            self._named_divisions[entry.geonames] = self._named_divisions.get(entry.geonames, 0) + 1
        if entry.feature != "country":
            self._spots.append((group, best.probability, best.at))

    def features(self, group: Group, meaning: Meaning) -> tuple[float, ...]:
        """The values of `CONTEXT` for one meaning of one group."""
        entry = meaning.entry
        best = group.best
        others = max(1, len(self._groups) - 1)
        country = entry.country
        same_country = self._countries.get(country, 0.0) if country else 0.0
        named = self._named.get(country, 0) if country else 0
        if country and best.entry.country == country:
            same_country -= best.probability
            named -= best.entry.feature == "country"
        division = _division(entry)
        same_division = self._divisions.get(division, 0.0) if division else 0.0
        if division and _division(best.entry) == division:
            same_division -= best.probability
        own = best.entry.feature == "admin1" and best.entry.geonames == entry.admin1
        near, nearest = self._near(group, meaning)
        first = self._first if self._first is not group else None
        return (
            _share(group.behind, lambda other: holds(other, entry)),
            _share(group.before, lambda other: holds(entry, other)),
            same_country / others,
            same_division / others,
            near / others,
            nearest,
            float(named > 0),
            float(entry.admin1 in self._named_divisions and not own) if entry.admin1 else 0.0,
            float(first is not None and first.best.entry.country == country and country is not None),
            _closeness(first.best.at, meaning.at) if first and first.best.entry.feature != "country" else 0.0,
            _share(group.beside, lambda other: _alike(other, entry)),
        )

    def _near(self, group: Group, meaning: Meaning) -> tuple[float, float]:
        if meaning.entry.feature == "country":
            return 0.0, 0.0
        total = nearest = 0.0
        for other, probability, at in self._spots:
            if other is not group:
                close = probability * _closeness(at, meaning.at)
                total += close
                nearest = max(nearest, close)
        return total, nearest


def _share(groups: Sequence[Group], fits: Callable[[Entry], bool]) -> float:
    """The probability that a meaning of one of the groups fits: of the one where that is most probable."""
    if not groups:
        return 0.0
    return max(sum(m.probability for m in group.meanings if fits(m.entry)) for group in groups)


def holds(outer: Entry, inner: Entry) -> bool:
    """Whether one place is known to lie in the other."""
    if outer.feature == "country":
        return outer.country == inner.country and inner.feature != "country"
    if outer.feature == "admin1":
        return inner.admin1 == outer.geonames and outer.geonames is not None
    if outer.feature in {"admin2", "region"}:
        near = _closeness(_unit(outer), _unit(inner))
        return near == 1.0 or (outer.feature == "region" and outer.country == inner.country and near > 0)
    return False


def _alike(one: Entry, other: Entry) -> bool:
    """Whether two places are of one kind: two countries, or two divisions of one country."""
    if one.feature != other.feature:
        return False
    return one.feature == "country" or one.country == other.country


def _division(entry: Entry) -> int | None:
    return entry.geonames if entry.feature == "admin1" else entry.admin1


def _unit(entry: Entry) -> tuple[float, float, float]:
    up, around = radians(entry.latitude), radians(entry.longitude)
    return cos(up) * cos(around), cos(up) * sin(around), sin(up)


def _closeness(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """1.0 within 100 km, 0.4 within 400 km, else 0.0."""
    dot = one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
    return 1.0 if dot >= _NEAR else 0.4 if dot >= _NEARBY else 0.0


def shipped_weights() -> tuple[float, ...]:
    """The weights of the features, in their order."""
    weights = _card()["weights"]
    return tuple(weights[name] for name in FEATURES)


@cache
def _card() -> dict[str, Any]:
    card: dict[str, Any] = json.loads(files("dateline").joinpath("weights/places.json").read_text("utf-8"))
    return card
