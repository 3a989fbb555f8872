"""The register of offices beside an actor dictionary of 2014 (Phoenix's countries, in TABARI's format).

`python -m dateline.evaluate.offices ../shared/offices` lists every term whose begin or end the dictionary contradicts
and that `offices_resolved.csv` does not explain, and fails if there is one. The dictionary has persons with dated
roles, but no titles, so a term agrees where a public role of the person begins and ends with it, or spans the day. A
person whom it does not have, or who has no dated role at the time of the term, is no contradiction.

With a number and a seed after the folder it draws so many facts (a person, an office, a day) for judging by hand, and
shows beside each whether the dictionary has the person in office on the day.
"""

import csv
import random
import re
import sys
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

from dateline.errors import UsageError
from dateline.ontology.offices import Term, plain, sound, terms

FILE = "Phoenix.Countries.actors.txt"
BEGINS, ENDS = "begins", "ends"
SILENT, AGREES = "silent", "agrees"

_ROLE = re.compile(r"\s+\[([A-Z]{3})([A-Z]*)(?:\s+([<>]?)(\d{6}|\d{8})(?:-(\d{6}|\d{8}))?)?\s*\]")
_OUT_OF_OFFICE = ("ELI", "OPP", "REB")
_CODES = {"TMP": "TLS", "ROM": "ROU", "ZAR": "COD"}
_CENTURY = 30
_LAST_DAY = date(2014, 1, 30)
# Facts are drawn up to the day that the register was made to.
_DRAWN_UNTIL = date(2025, 12, 31)
# A dictionary's day is its sources': roles of cabinets are from monthly lists, which name a minister weeks late.
_DAYS = timedelta(31)
_DAYS_OF_LISTS = timedelta(92)
# Who begins on the day of the first list was in office before it, since nobody knows when.
_FIRST_LIST = date(2003, 1, 1)


@dataclass(frozen=True, slots=True)
class Role:
    """When somebody was in public office, by the dictionary; None is before all days or after them."""

    since: date | None
    until: date | None

    def spans(self, day: date) -> bool:
        """Whether a day lies inside."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A begin or end of a term that the dictionary puts elsewhere."""

    country: str
    person: str
    title: str
    edge: str
    ours: str
    theirs: str


Roles = Mapping[tuple[str, str], Sequence[Role]]


def read_roles(folder: Path) -> Roles:
    """The dated public roles of all persons of the dictionary, by country and name."""
    path = folder / FILE
    if not path.is_file():
        raise UsageError(f"no {FILE} in {folder}")
    found: dict[tuple[str, str], list[Role]] = defaultdict(list)
    names: list[str] = []
    for raw in path.read_text("utf-8", errors="replace").splitlines():
        line = raw.split("#")[0].rstrip()
        if not line:
            continue
        if line[0].isspace():
            for country, role in _roles(line):
                for key in {k for name in names for k in keys_of(name)}:
                    found[country, key].append(role)
        elif line[0] == "+":
            names.append(_name(line[1:]))
        else:
            names = [_name(line)]
    return {key: tuple(joined(roles)) for key, roles in found.items()}


def keys_of(name: str) -> set[str]:
    """What a name is found by: as written and by sound, with and without the names between first and last."""
    words = plain(name).split()
    short = " ".join((words[0], words[-1])) if len(words) > 2 else plain(name)
    return {plain(name), short, sound(plain(name)), sound(short)} if len(words) > 1 else set()


def joined(roles: Iterable[Role]) -> list[Role]:
    """Roles in order, those that follow each other within a month as one."""
    made: list[Role] = []
    for role in sorted(roles, key=lambda r: r.since or date.min):
        last = made[-1] if made else None
        if last and (last.until is None or (role.since or date.min) <= last.until + _DAYS):
            ends = None if last.until is None or role.until is None else max(last.until, role.until)
            made[-1] = Role(last.since, ends)
        else:
            made.append(role)
    return made


def compare(term: Term, roles: Roles) -> str | list[Disagreement]:
    """SILENT where the dictionary has no role of the person at the time, AGREES, or what it contradicts."""
    known = _known(term, roles)
    first, last = window(term.since)[0], window(term.until)[1] if term.until else _LAST_DAY
    near = [r for r in known if (r.since or date.min) <= last and first <= (r.until or date.max)]
    if not near or term.country is None or first > _LAST_DAY:
        return SILENT
    found = []
    for edge, ours in ((BEGINS, term.since), (ENDS, term.until)):
        if ours is None or window(ours)[0] > _LAST_DAY:
            continue
        days = [d for r in near if (d := r.since if edge == BEGINS else r.until) is not None]
        if days and not any(r.spans(d) for r in near for d in window(ours)) and not any(_near(d, ours) for d in days):
            theirs = min(days, key=lambda d: abs(d - window(ours)[0]))
            found.append(Disagreement(term.country, term.person, term.title, edge, ours, theirs.isoformat()))
    return found or AGREES


def draw(number: int, *, seed: int) -> list[tuple[Term, date]]:
    """Terms drawn at random, each with a day of it drawn at random."""
    chance = random.Random(seed)  # noqa: S311
    ordered = sorted(terms(), key=lambda t: (t.country or "", t.body or "", t.title, t.since, t.person))
    facts = []
    for term in chance.sample(ordered, number):
        first = window(term.since)[1].toordinal()
        last = window(term.until)[0].toordinal() if term.until else _DRAWN_UNTIL.toordinal()
        facts.append((term, date.fromordinal(chance.randint(first, max(first, last)))))
    return facts


def window(day: str) -> tuple[date, date]:
    """The first and the last day that an ISO date of a year, a month or a day may mean."""
    parts = [int(p) for p in day.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else None
    if len(parts) == 3:
        return date(year, parts[1], parts[2]), date(year, parts[1], parts[2])
    end = month or 12
    return date(year, month or 1, 1), date(year, end, monthrange(year, end)[1])


def resolved() -> dict[Disagreement, str]:
    """The disagreements that were looked into, with the reason why the register keeps its date."""
    text = files("dateline.evaluate").joinpath("offices_resolved.csv").read_text("utf-8")
    names = [f.name for f in fields(Disagreement)]
    return {Disagreement(*(row[n] for n in names)): row["reason"] for row in csv.DictReader(text.splitlines())}


def main(folder: Path) -> int:
    """Print how the register stands to the dictionary, and each disagreement without a reason; 1 if there is one."""
    roles = read_roles(folder)
    counts: Counter[str] = Counter()
    found: list[Disagreement] = []
    for term in terms():
        verdict = compare(term, roles)
        counts[verdict if isinstance(verdict, str) else "disagrees"] += 1
        found += [] if isinstance(verdict, str) else verdict
    reasons = resolved()
    open_ones = [one for one in found if one not in reasons]
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(f.name for f in fields(Disagreement))
    out.writerows(astuple(one) for one in open_ones)
    counted = ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))
    sys.stderr.write(f"{counted}; {len(found)} dates, {len(open_ones)} without a reason\n")
    return 1 if open_ones else 0


def print_facts(folder: Path, number: int, *, seed: int) -> int:
    """Print facts for judging as CSV."""
    roles = read_roles(folder)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("country", "body", "title", "person", "from", "to", "day", "dictionary"))
    for term, day in draw(number, seed=seed):
        listed = "in office" if any(role.spans(day) for role in _known(term, roles)) else ""
        post = (term.country, term.body, term.title, term.person, term.since, term.until)
        out.writerow((*post, day.isoformat(), listed if day <= _LAST_DAY else ""))
    return 0


def _known(term: Term, roles: Roles) -> list[Role]:
    keys = {key for name in (term.person, *term.aliases) for key in keys_of(name)}
    return joined(role for key in keys for role in roles.get((term.country or "", key), ()))


def _roles(line: str) -> Iterator[tuple[str, Role]]:
    for country, role, sign, first, second in _ROLE.findall(line):
        if not first or role.startswith(_OUT_OF_OFFICE):
            continue
        since, until = _day(first), _day(second) if second else None
        if sign == "<":
            since, until = None, since
        elif not sign and not second:
            until = since
        if since == _FIRST_LIST:
            since = None
        yield _CODES.get(country, country), Role(since, until)


def _day(digits: str) -> date | None:
    year = int(digits[:-4])
    if len(digits) == 6:
        year += 2000 if year < _CENTURY else 1900
    month, day = int(digits[-4:-2]), int(digits[-2:])
    if not 1 <= month <= 12:
        return None
    return date(year, month, min(max(day, 1), monthrange(year, month)[1]))


def _near(theirs: date, ours: str) -> bool:
    first, last = window(ours)
    listed = theirs >= _FIRST_LIST and (theirs.day == 1 or (theirs + timedelta(1)).day == 1)
    room = _DAYS_OF_LISTS if listed else _DAYS
    return first - room <= theirs <= last + room


def _name(line: str) -> str:
    return re.split(r"[;\[]", line, maxsplit=1)[0].strip().strip("_").replace("_", " ")


if __name__ == "__main__":
    where, *given = sys.argv[1:]
    sys.exit(print_facts(Path(where), int(given[0]), seed=int(given[1])) if given else main(Path(where)))
