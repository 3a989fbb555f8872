"""The linker of nameless descriptions: "the Norwegian foreign minister" is whoever held the office on the day."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from dateline.link.identity import Cluster, name_clusters
from dateline.link.titles import HOLDS
from dateline.model.lasting import ActorLink, LastingActor
from dateline.ontology.offices import holders, terms
from dateline.stage import Given, Values

_RANKS = frozenset({"head-of-state", "head-of-government", "foreign-minister"})
_UNSURE = frozenset({None, "context"})
# Words that speak of nobody in particular, or of another time.
_NOBODY = re.compile(
    r"^(a|an|any|every|each|no|another|some|former|ex|future)\b|\b(next|new|future|former|elect|would|potential)\b",
    re.I,
)


class Holders:
    """Links of descriptions without a name, by the register first, else by what reports say; with the method of each.

    Only who does or says something is linked, by the holder on the days of that; where these days have several
    holders nobody is.
    """

    name = "holders"
    requires: Mapping[str, tuple[str, ...]] = {
        "documents": ("id", "published"),
        "actors": (
            *("id", "document", "name", "kind", "country_method", "office_title!", "office_country"),
            *("office_rank", "office_former"),
        ),
        "mentions": ("actor!", "name!"),
        "claims": ("id", "date_start"),
        "sides": ("claim", "actor!"),
        "quotes": ("document", "speaker_actor!"),
        "actor_links": ("actor", "lasting"),
        "lasting_actors": ("id", "name", "known_as", "kind"),
        "learned_offices": ("lasting", "title", "country", "standing", "first", "last", "conflicts"),
    }
    remembers: Mapping[str, tuple[str, ...]] = {}
    provides = frozenset({"lasting_actors", "actor_links"})

    def __call__(self, given: Given) -> Mapping[str, Sequence[Any]]:
        done = {row["actor"] for row in given.now["mentions"]}
        days = _days(given)
        lasting = {
            r["known_as"]: r["id"] for r in given.now["lasting_actors"] if r["known_as"] and r["kind"] == "person"
        }
        learned = _learned(given.now["learned_offices"])
        links, fresh = [], {}
        for row in given.now["actors"]:
            if row["id"] in done or not _is_somebody(row) or not days.get(row["id"]):
                continue
            found = _registered(row, days[row["id"]])
            if found is not None:
                if found not in lasting:
                    fresh[found] = lasting[found] = _known_id(found)
                links.append(ActorLink(row["id"], row["document"], lasting[found], "office-register", 0.9))
            elif (holder := _by_reports(row, days[row["id"]], learned)) is not None:
                links.append(ActorLink(row["id"], row["document"], holder, "office-learned", 0.85))
        return {"lasting_actors": [_unnamed(name, id_) for name, id_ in sorted(fresh.items())], "actor_links": links}


def _days(given: Given) -> dict[str, set[str]]:
    """The days on which each actor does or says something, as far as they are known."""
    published = {row["id"]: row["published"] for row in given.now["documents"]}
    dates = {row["id"]: row["date_start"] for row in given.now["claims"]}
    found: dict[str, set[str]] = defaultdict(set)
    for row in given.now["sides"]:
        if (day := dates.get(row["claim"])) and len(day) == 10:
            found[row["actor"]].add(day)
    for row in given.now["quotes"]:
        if (day := published[row["document"]]) and len(day) == 10:
            found[row["speaker_actor"]].add(day)
    return found


def _is_somebody(row: Values) -> bool:
    if row["kind"] != "person" or row["office_former"] or row["office_rank"] not in _RANKS:
        return False
    if row["office_country"] is None or row["country_method"] in _UNSURE or _NOBODY.search(row["name"]):
        return False
    # The title must stand in the words, and not as a name ("Charlie King").
    return row["office_title"] in row["name"]


def _registered(row: Values, days: set[str]) -> str | None:
    """The person whom the register has in that office on all these days."""
    names = set()
    for day in days:
        held = holders(country=row["office_country"], rank=row["office_rank"], day=day)
        titled = {t.person for t in held if t.title == row["office_title"]} or {t.person for t in held}
        if len(titled) != 1:
            return None
        names |= titled
    return names.pop() if len(names) == 1 else None


def _learned(rows: Sequence[Values]) -> dict[tuple[str, str | None], list[Values]]:
    found: dict[tuple[str, str | None], list[Values]] = defaultdict(list)
    for row in rows:
        if row["standing"] == HOLDS and not row["conflicts"] and row["first"]:
            found[row["title"], row["country"]].append(row)
    return found


def _by_reports(row: Values, days: set[str], learned: Mapping[tuple[str, str | None], list[Values]]) -> str | None:
    """The one whom reports call so on all these days; nobody where the register has others for them."""
    if any(holders(country=row["office_country"], rank=row["office_rank"], day=day) for day in days):
        return None
    offices = learned.get((row["office_title"], row["office_country"]), ())
    found = {o["lasting"] for o in offices if all(o["first"] <= day <= o["last"] for day in days)}
    return found.pop() if len(found) == 1 else None


def _known_id(name: str) -> str:
    return name_clusters([Cluster(f"person {name}", (), known=True)], kind="actor", before={}).ids[0]


def _unnamed(name: str, id_: str) -> LastingActor:
    """Somebody of the register whom no report names."""
    place = max((t for t in terms() if t.person == name), key=lambda t: t.since).place
    return LastingActor(id_, name, "person", place, (), (), name, "register", None, None, 0)
