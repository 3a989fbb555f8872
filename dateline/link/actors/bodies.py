"""States, bodies and groups across reports: those of the ontology, and others by their own names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.lang.linking import generic_words
from dateline.ontology.bodies import CODES, Body, body_by_name
from dateline.ontology.offices import plain
from dateline.stage import Values

_METHODS = {"name": 1.0, "demonym": 0.97, "metonym": 0.95}
_OTHER = 0.9
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Thing:
    """Actors of reports that are one state, body or group. `key` is what the ontology calls it, or a name."""

    key: str
    known_as: str | None
    method: str
    members: dict[str, tuple[str, float]]


def states(rows: Iterable[Values]) -> list[Thing]:
    """Each state by its code, whatever it is called."""
    found: dict[str, dict[str, tuple[str, float]]] = defaultdict(dict)
    for row in rows:
        if row["kind"] == "state" and row["country"] and row["country"] not in CODES:
            method = row["country_method"] or "name"
            found[row["country"]][row["id"]] = (method, _METHODS.get(method, _OTHER))
    return [Thing(f"country {code}", code, "country", members) for code, members in sorted(found.items())]


def bodies(rows: Iterable[Values], names: Mapping[str, Sequence[str]]) -> list[Thing]:
    """Organisations and groups with a name: by the ontology, else by a name that is not anybody's.

    `names` are the names by which each actor is called.
    """
    known: dict[str, dict[str, tuple[str, float]]] = defaultdict(dict)
    learned: dict[str, list[Values]] = defaultdict(list)
    for row in rows:
        if row["kind"] not in ("organisation", "group") or not names.get(row["id"]):
            continue
        body = _body(row, names[row["id"]])
        if body is not None:
            known[body.name][row["id"]] = ("body", 0.97)
        elif row["kind"] == "organisation" and (key := _own_name(row["name"])):
            learned[key].append(row)
    made = [Thing(f"body {name}", name, "body", members) for name, members in sorted(known.items())]
    return made + [thing for key, found in sorted(learned.items()) for thing in _by_country(key, found)]


def _body(row: Values, names: Sequence[str]) -> Body | None:
    for name in (row["name"], *names):
        body = body_by_name(name) or body_by_name(name.removeprefix("the ").removeprefix("The "))
        # "The Senate" is one of many: phase one gives it a country only where the report names that.
        if body is not None and (not body.shared or row["country"] == body.place):
            return body
    return None


def _own_name(name: str) -> str | None:
    """A name as a key, without "the"; None where it is made of words that any place has."""
    words = plain(name).removeprefix("the ").split()
    if len(words) == 1:
        capitals = name.removeprefix("the ").removeprefix("The ")
        return words[0] if capitals.isupper() and len(capitals) >= _SHORTEST else None
    telling = [w for w in words if w not in generic_words() and not w.isdigit()]
    return " ".join(words) if telling else None


def _by_country(key: str, rows: Sequence[Values]) -> list[Thing]:
    """One thing, or one for each country that reports surely give; those without a country go to the only one."""
    sure = {row["country"] for row in rows if _is_sure(row)}
    members: dict[str | None, dict[str, tuple[str, float]]] = defaultdict(dict)
    for row in rows:
        country = row["country"] if _is_sure(row) else None
        if country is None and len(sure) == 1:
            country = next(iter(sure))
        members[country][row["id"]] = ("name-and-country", 0.92) if _is_sure(row) else ("name", 0.85)
    return [Thing(f"name {key} {country or ''}".strip(), None, "name", found) for country, found in members.items()]


def _is_sure(row: Values) -> bool:
    return row["country"] is not None and row["country_method"] not in (None, "context", "register")
