"""The linker: which actors of different reports are one, and what reports call it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.link.actors.bodies import bodies, states
from dateline.link.actors.known import known_people
from dateline.link.actors.names import parse
from dateline.link.actors.people import Person, Post, day_number, is_code
from dateline.link.actors.persons import persons
from dateline.link.identity import Cluster, name_clusters
from dateline.link.titles import says
from dateline.model.lasting import ActorLink, LastingActor, Redirect
from dateline.ontology.bodies import body_by_name
from dateline.ontology.countries import by_code
from dateline.ontology.offices import plain
from dateline.stage import Given, Values

# A country read off these is not the report's word on the person.
_UNSURE = frozenset({None, "context", "register"})
_NAMES, _SECTORS = 12, 4


class Actors:
    """Lasting actors, and which one an actor of a report is. Precision first: who might be two is linked to nobody.

    Persons are linked by name with evidence beside it, states by code, bodies by the ontology or a name of their own.
    Descriptions without a name are left to the linker `holders`.
    """

    name = "actors"
    requires: Mapping[str, tuple[str, ...]] = {
        "documents": ("id", "published", "outlet"),
        "actors": (
            *("id", "document", "name", "kind", "country", "country_method", "sectors"),
            *("office_title", "office_country", "office_organisation", "office_rank", "office_former"),
        ),
        "mentions": ("actor!", "name!", "words"),
    }
    remembers: Mapping[str, tuple[str, ...]] = {
        "actor_links": ("actor", "lasting"),
        "redirects": ("id", "kind", "target"),
    }
    provides = frozenset({"lasting_actors", "actor_links", "redirects"})

    def __call__(self, given: Given) -> Mapping[str, Sequence[Any]]:
        called, words = _called(given.now["mentions"])
        rows = [row for row in given.now["actors"] if row["id"] in called or row["kind"] == "state"]
        groups = _groups(rows, called, words, given.now["documents"])
        clusters = [Cluster(g.key, tuple(sorted(g.members)), known=g.known_as is not None) for g in groups]
        named = name_clusters(
            clusters,
            kind="actor",
            before={row["actor"]: row["lasting"] for row in given.before["actor_links"]},
            redirects=[Redirect(row["id"], row["kind"], row["target"]) for row in given.before["redirects"]],
        )
        by_id = {row["id"]: row for row in rows}
        published = {row["id"]: row["published"] for row in given.now["documents"]}
        made = sorted(zip(named.ids, groups, strict=True), key=lambda pair: pair[0])
        links = [
            ActorLink(actor, by_id[actor]["document"], name, method, probability)
            for name, group in made
            for actor, (method, probability) in group.members.items()
        ]
        return {
            "lasting_actors": [_lasting(name, group, by_id, called, published) for name, group in made],
            "actor_links": sorted(links, key=lambda link: link.actor),
            "redirects": named.redirects,
        }


@dataclass(frozen=True, slots=True)
class _Group:
    key: str
    kind: str | None
    known_as: str | None
    method: str
    members: dict[str, tuple[str, float]]


def _called(mentions: Iterable[Values]) -> tuple[dict[str, tuple[str, ...]], dict[str, list[str]]]:
    """For each actor with a name, its names, the most used first, and the words of the mentions that name it."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    words: dict[str, list[str]] = defaultdict(list)
    for row in mentions:
        counts[row["actor"]][row["name"]] += 1
        words[row["actor"]].append(row["words"])
    return {actor: _most(found) for actor, found in counts.items()}, words


def _most(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda w: (-counts[w], -len(w), w)))


def _groups(
    rows: Sequence[Values],
    called: Mapping[str, Sequence[str]],
    words: Mapping[str, Sequence[str]],
    documents: Iterable[Values],
) -> list[_Group]:
    about = {row["id"]: row for row in documents}
    made = [_Group(t.key, "state", t.known_as, t.method, t.members) for t in states(rows)]
    made += [_Group(t.key, None, t.known_as, t.method, t.members) for t in bodies(rows, called)]
    for group in persons(_people(rows, words, about)):
        members = {p.id: group.ties[p.id] for p in group.people}
        key = group.known_as or min(" ".join(p.name.words) for p in group.people)
        method = "register" if group.known_as else "name"
        made.append(_Group(f"person {key}", "person", group.known_as, method, members))
    return made


def _people(rows: Iterable[Values], words: Mapping[str, Sequence[str]], about: Mapping[str, Values]) -> list[Person]:
    rows = list(rows)
    company: dict[str, set[str]] = defaultdict(set)
    countries: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["kind"] == "organisation" or (row["kind"] == "person" and " " in row["name"]):
            company[row["document"]].add(plain(row["name"]))
        if row["country"] and row["country_method"] not in _UNSURE:
            countries[row["document"]].add(row["country"])
    made = []
    for row in rows:
        name = parse(row["name"]) if row["kind"] == "person" and row["id"] in words else None
        if name is None:
            continue
        post = _post(row, words[row["id"]])
        country = None if is_code(row["country"]) else row["country"]
        source = about[row["document"]]
        made.append(
            Person(
                id=row["id"],
                document=row["document"],
                day=day_number(source["published"]),
                outlet=source["outlet"],
                text=row["name"],
                name=name,
                country=country,
                sure=row["country_method"] not in _UNSURE,
                post=post,
                company=frozenset(company[row["document"]] - {plain(row["name"])}),
                countries=frozenset(countries[row["document"]]),
            )
        )
    return made


def _post(row: Values, words: Sequence[str]) -> Post | None:
    """What the report itself calls the person."""
    title = row["office_title"]
    if title is None:
        return None
    if row["country_method"] == "register" and not any(says(some, title) for some in words):
        return None
    owner = row["office_country"] or row["office_organisation"]
    if row["country_method"] == "context" and row["office_country"] == row["country"]:
        owner = row["office_organisation"]
    return Post(title, owner, row["office_rank"], bool(row["office_former"]))


def _lasting(
    name: str,
    group: _Group,
    rows: Mapping[str, Values],
    called: Mapping[str, Sequence[str]],
    published: Mapping[str, str | None],
) -> LastingActor:
    members = [rows[actor] for actor in sorted(group.members)]
    names = _most(Counter(n for row in members for n in (called.get(row["id"]) or (row["name"],))[:1]))
    documents = {row["document"] for row in members}
    days = sorted(day for d in documents if (day := published[d]))
    sectors = _most(Counter(s for row in members for s in row["sectors"]))
    return LastingActor(
        id=name,
        name=_name(group, [row["name"] for row in members]),
        kind=group.kind or _most(Counter(row["kind"] for row in members))[0],
        country=_country(group, members),
        names=names[:_NAMES],
        sectors=sectors[:_SECTORS],
        known_as=group.known_as,
        method=group.method,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        reports=len(documents),
    )


def _name(group: _Group, names: Sequence[str]) -> str:
    if group.method == "country" and (country := by_code(group.known_as or "")):
        return country.name
    return group.known_as or _most(Counter(names))[0]


def _country(group: _Group, members: Sequence[Values]) -> str | None:
    """The ontology's, else the one that most reports surely give, else the one read off their surroundings."""
    if group.method == "country":
        return group.known_as
    if group.method == "body" and (body := body_by_name(group.known_as or "")):
        return body.place
    if group.method == "register":
        held = known_people()[group.known_as or ""]
        return max(held.terms, key=lambda t: t.since).place
    sure = Counter(r["country"] for r in members if r["country"] and r["country_method"] not in _UNSURE)
    found = _most(sure or Counter(r["country"] for r in members if r["country"]))
    return found[0] if found else None
