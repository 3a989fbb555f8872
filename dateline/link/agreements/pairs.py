"""Which agreements of different reports are the same: by name, by parties and subject, by parties and date."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dateline.link.agreements.names import Signature
from dateline.link.grouping import Pair

# How long news goes on about one thing without a word of its own for it, in days.
_WINDOW = {"ceasefire": 60, "exchange": 30, "resolution": 30, "declaration": 14}
_USUAL = 365
_SHORT = 14
_NO_DAY = -10_000


@dataclass(frozen=True, slots=True)
class Told:
    """One agreement of one report. `involved` are countries that act on it and need not be parties."""

    id: str
    document: str
    name: str
    says: Signature
    parties: frozenset[str]
    involved: frozenset[str]
    acts: frozenset[str]
    day: str | None
    signed: str | None

    @property
    def key(self) -> str:
        """What it is called and whose it is, in a fixed order."""
        says = self.says
        parts = (sorted(says.own), sorted(says.subject), [says.kind or ""], sorted(self.parties))
        return "|".join(",".join(part) for part in parts)


@dataclass(frozen=True, slots=True)
class Profile:
    """Agreements of reports that have the same words and parties, close in time. `tie` is what holds them together."""

    told: tuple[Told, ...]
    tie: tuple[str, float]
    first: int
    last: int

    @property
    def says(self) -> Signature:
        """What the name says."""
        return self.told[0].says

    @property
    def parties(self) -> frozenset[str]:
        """The parties."""
        return self.told[0].parties

    def apart_from(self, other: "Profile") -> int:
        """Days between the two; 0 where they overlap."""
        return max(0, self.first - other.last, other.first - self.last)


def profiles(told: Iterable[Told]) -> list[Profile]:
    """Those that need no weighing: the same words of the same parties, as long as news goes on about one thing."""
    same: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        same[one.key].append(one)
    found: list[Profile] = []
    for _, group in sorted(same.items()):
        group.sort(key=lambda t: (_day(t.day), t.id))
        tie, window = _tie(group[0])
        for part in _parts(group, window):
            days = [d for t in part if (d := _day(t.day)) != _NO_DAY] or [_NO_DAY]
            found.append(Profile(tuple(part), tie if len(part) > 1 else ("alone", 1.0), days[0], days[-1]))
    return found


def _tie(told: Told) -> tuple[tuple[str, float], int]:
    """Why two with the same key are one, and within how many days of each other."""
    if told.says.own:
        return ("name", 0.95), 100 * _USUAL
    if len(told.parties) > 1:
        named = bool(told.says.subject)
        return ("parties-and-subject", 0.85 if named else 0.8), _window(told.says.kind) if named else _SHORT
    return ("subject-and-days", 0.75), _SHORT if told.parties and told.says.subject else -1


def _parts(group: Sequence[Told], window: int) -> Iterator[list[Told]]:
    """Cut where nothing was heard for longer than the window, and before a second one of the same report."""
    part: list[Told] = []
    for one in group:
        known = part and _day(one.day) != _NO_DAY and _day(part[-1].day) != _NO_DAY
        near = known and _day(one.day) - _day(part[-1].day) <= window
        if part and (not (near or window > 10 * _USUAL) or any(one.document == t.document for t in part)):
            yield part
            part = []
        part.append(one)
    if part:
        yield part


def _window(kind: str | None) -> int:
    return _WINDOW.get(kind or "", _USUAL)


def _day(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day and len(day) == 10 else _NO_DAY


@dataclass(slots=True)
class Alike:
    """Profiles that are one agreement, as facts for joining."""

    profiles: list[Profile]

    def apart(self, other: "Alike") -> bool:
        """Whether any two cannot be one."""
        return any(unlike(a, b) for a in self.profiles for b in other.profiles)

    def take(self, other: "Alike") -> None:
        """Take in the others."""
        self.profiles += other.profiles


def unlike(a: Profile, b: Profile) -> bool:
    """Whether two cannot be one: both in one report, other parties, words of their own that differ, another kind."""
    if {t.document for t in a.told} & {t.document for t in b.told}:
        return True
    if a.parties and b.parties and not (a.parties <= b.parties or b.parties <= a.parties):
        return True
    if a.says.own and b.says.own and a.says.own != b.says.own:
        return True
    kinds = {a.says.kind, b.says.kind} - {None}
    return len(kinds) > 1 and not (_signed(a) & _signed(b))


def pairs(found: Sequence[Profile]) -> Iterator[Pair]:
    """The pairs that are worth joining."""
    seen: set[tuple[int, int]] = set()
    for numbers in _blocks(found):
        for a, b in combinations(numbers, 2):
            if (a, b) not in seen:
                seen.add((a, b))
                if not unlike(found[a], found[b]) and (tie := _same(found[a], found[b])):
                    yield Pair(a, b, tie[1], tie[0])


def _blocks(found: Sequence[Profile]) -> Iterator[list[int]]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, profile in enumerate(found):
        if profile.says.own:
            blocks["own", profile.says.own].append(number)
        for country in profile.parties:
            if profile.says.subject:
                blocks["subject", profile.says.subject, country].append(number)
        for signed in {t.signed for t in profile.told if t.signed}:
            blocks["signed", signed].append(number)
    yield from blocks.values()


def _same(a: Profile, b: Profile) -> tuple[str, float] | None:
    shared = a.parties & b.parties
    if a.says.own and a.says.own == b.says.own and a.says.subject == b.says.subject:
        return "name", 0.95 if shared else 0.85
    if shared and _signed(a) & _signed(b):
        return "parties-and-date", 0.85 if len(shared) > 1 else 0.8
    if a.says.own or b.says.own or a.says.subject != b.says.subject or not a.says.subject:
        return None
    days = a.apart_from(b)
    if len(shared) > 1 and days <= _window(a.says.kind):
        return "parties-and-subject", 0.85
    if shared and days <= _SHORT and _acts(a) & _acts(b):
        return "subject-and-days", 0.75
    return None


def _signed(profile: Profile) -> set[str]:
    return {t.signed for t in profile.told if t.signed and len(t.signed) == 10}


def _acts(profile: Profile) -> set[str]:
    return {act for t in profile.told for act in t.acts}
