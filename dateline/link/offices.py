"""The linker of learned offices: who is called what by reports, for whom, and from when to when that is attested."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from dateline.lang.linking import wanted_offices
from dateline.link.identity import hashed
from dateline.link.titles import ACTING, FORMER, HOLDS, says, standing
from dateline.model.lasting import LearnedOffice
from dateline.ontology.ranks import rank_order
from dateline.stage import Given, Values

# Words for a person that may speak of another one are no evidence: only names with titles, and appositives.
_TIES = frozenset({"appositive"})
# Posts of which a country or body has one: two holders on one day are a conflict.
_ONE_HOLDER = frozenset({"head-of-state", "head-of-government", "foreign-minister"})
_ONE_TITLE = frozenset(
    {"defence minister", "defense minister", "secretary-general", "finance minister", "interior minister"}
)


_SHORTLY = 200  # days
_WHOLE_DAY = 10


class _Key(NamedTuple):
    lasting: str
    title: str
    country: str | None
    organisation: str | None
    standing: str


class _Post(NamedTuple):
    title: str
    country: str | None
    organisation: str | None


class Offices:
    """Offices as reports tell of them, with the mentions that say so; what the register says plays no part in it."""

    name = "offices"
    requires: Mapping[str, tuple[str, ...]] = {
        "documents": ("id", "published"),
        "actors": ("id", "links"),
        "mentions": (
            *("id", "document", "start", "form", "actor!", "words", "office_title!", "office_country"),
            *("office_organisation", "office_sector", "office_rank", "office_former", "country_method", "plural"),
        ),
        "actor_links": ("actor", "lasting"),
        "lasting_actors": ("id", "name", "kind"),
    }
    remembers: Mapping[str, tuple[str, ...]] = {}
    provides = frozenset({"learned_offices"})

    def __call__(self, given: Given) -> Mapping[str, Sequence[Any]]:
        lasting = {row["actor"]: row["lasting"] for row in given.now["actor_links"]}
        persons = {row["id"]: row["name"] for row in given.now["lasting_actors"] if row["kind"] == "person"}
        published = {row["id"]: row["published"] for row in given.now["documents"]}
        tied = {link["mention"] for row in given.now["actors"] for link in row["links"] if link["method"] in _TIES}
        evidence: dict[_Key, list[Values]] = defaultdict(list)
        for row in given.now["mentions"]:
            who = lasting.get(row["actor"])
            if who in persons and _tells(row, tied):
                evidence[_key(who or "", row)].append(row)
        told = without_courtesy(evidence, published)
        made = [_office(key, rows, persons[key.lasting], published) for key, rows in told.items()]
        return {"learned_offices": sorted(_with_conflicts(made), key=lambda office: office.id)}


def _tells(row: Values, tied: set[str]) -> bool:
    """Whether the mention itself says that he holds the office, and whose it is."""
    if row["plural"] or not (row["office_country"] or row["office_organisation"]):
        return False
    if row["form"] != "name" and row["id"] not in tied:
        return False
    if row["office_title"].split()[-1] in wanted_offices():
        return False
    return says(row["words"], row["office_title"])


def _key(lasting: str, row: Values) -> _Key:
    how = standing(row["words"], row["office_title"], former=bool(row["office_former"]))
    return _Key(lasting, row["office_title"], row["office_country"], row["office_organisation"], how)


def without_courtesy(
    evidence: Mapping[_Key, Sequence[Values]], published: Mapping[str, str | None]
) -> dict[_Key, list[Values]]:
    """The evidence with titles of courtesy among that for offices held before: "President Ramos" years after.

    A title is one of courtesy where reports also call the person a former holder, and on that day they have somebody
    else in the post, or call him former shortly before and after.
    """
    days: dict[tuple[_Post, str], dict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    for key, rows in evidence.items():
        for row in rows:
            if (day := _day(published[row["document"]])) is not None:
                days[_Post(key.title, key.country, key.organisation), key.standing][key.lasting].append(day)
    told: dict[_Key, list[Values]] = defaultdict(list)
    for key, rows in evidence.items():
        post = _Post(key.title, key.country, key.organisation)
        former = days[post, FORMER].get(key.lasting, []) if key.standing == HOLDS else []
        for row in rows:
            day = _day(published[row["document"]])
            past = day is not None and bool(former) and _is_past(day, key.lasting, former, days[post, HOLDS])
            told[key._replace(standing=FORMER) if past else key].append(row)
    return told


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day and len(day) == _WHOLE_DAY else None


def _is_past(day: date, who: str, former: Sequence[date], holding: Mapping[str, Sequence[date]]) -> bool:
    # He who is followed is still holder until the other one is first called so.
    others = (found for lasting, found in holding.items() if lasting != who and len(found) > len(holding[who]))
    if any(min(found) <= day <= max(found) for found in others):
        return True
    near = [(day - other).days for other in former if abs((day - other).days) <= _SHORTLY]
    return any(gap >= 0 for gap in near) and any(gap <= 0 for gap in near)


def _office(key: _Key, rows: Sequence[Values], name: str, published: Mapping[str, str | None]) -> LearnedOffice:
    ordered = sorted(rows, key=lambda r: (published[r["document"]] or "9", r["document"], r["start"]))
    days = [day for row in ordered if (day := published[row["document"]])]
    return LearnedOffice(
        id=hashed("l", "office", *key),
        lasting=key.lasting,
        name=name,
        title=key.title,
        country=key.country,
        organisation=key.organisation,
        sector=_common(row["office_sector"] for row in rows),
        rank=_common(row["office_rank"] for row in rows),
        standing=key.standing,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        reports=len({row["document"] for row in rows}),
        evidence=tuple(row["id"] for row in ordered),
    )


def _common(words: Iterable[str | None]) -> str | None:
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda w: (-counts[w], rank_order().get(w, 99), w)) if counts else None


def _with_conflicts(made: Sequence[LearnedOffice]) -> list[LearnedOffice]:
    """Each office with those of others that are attested on the same days, where there can be one holder."""
    posts: dict[tuple[str, str | None, str | None], list[LearnedOffice]] = defaultdict(list)
    for office in made:
        if office.standing in (HOLDS, ACTING) and (office.rank in _ONE_HOLDER or office.title in _ONE_TITLE):
            posts[office.title, office.country, office.organisation].append(office)
    rivals = {
        one.id: tuple(sorted(o.id for o in offices if o.lasting != one.lasting and _meet(one, o)))
        for offices in posts.values()
        for one in offices
    }
    return [replace(office, conflicts=rivals.get(office.id, ())) for office in made]


def _meet(a: LearnedOffice, b: LearnedOffice) -> bool:
    if not (a.first and a.last and b.first and b.last):
        return False
    return a.first <= b.last and b.first <= a.last
