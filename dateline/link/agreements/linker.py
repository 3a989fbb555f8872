"""The linker: which agreements of different reports are one, and what is known of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dateline.link.agreements.names import known_by_name, signature
from dateline.link.agreements.pairs import Alike, Told, pairs, profiles
from dateline.link.grouping import join
from dateline.link.identity import Cluster, name_clusters
from dateline.model.lasting import AgreementLink, LastingAgreement, Redirect
from dateline.ontology.agreements import KnownAgreement, known_agreements
from dateline.stage import Given, Values

_SURE = 1.0
_JOINT = frozenset({"negotiated", "signed", "ratified", "withdrawn", "suspended", "extended", "violated"})


class Agreements:
    """Lasting agreements, and which one each agreement of a report is. Every one belongs to some."""

    name = "agreements"
    requires: Mapping[str, tuple[str, ...]] = {
        "documents": ("id", "published"),
        "agreements": ("id", "document", "name", "countries"),
        "acts": ("agreement", "act", "by", "date_start", "date_precision", "status"),
        "actors": ("id", "country"),
    }
    remembers: Mapping[str, tuple[str, ...]] = {
        "agreement_links": ("agreement", "lasting"),
        "redirects": ("id", "kind", "target"),
    }
    provides = frozenset({"lasting_agreements", "agreement_links", "redirects"})

    def __call__(self, given: Given) -> Mapping[str, Sequence[Any]]:
        groups = _groups(_told(given))
        clusters = [Cluster(g.key, tuple(sorted(t.id for t in g.told)), known=g.known is not None) for g in groups]
        named = name_clusters(
            clusters,
            kind="agreement",
            before={row["agreement"]: row["lasting"] for row in given.before["agreement_links"]},
            redirects=[Redirect(row["id"], row["kind"], row["target"]) for row in given.before["redirects"]],
        )
        pairs_of = sorted(zip(named.ids, groups, strict=True), key=lambda pair: pair[0])
        return {
            "lasting_agreements": [group.row(name) for name, group in pairs_of],
            "agreement_links": sorted(
                (link for name, group in pairs_of for link in group.links(name)), key=lambda link: link.agreement
            ),
            "redirects": named.redirects,
        }


def _told(given: Given) -> list[Told]:
    """Each agreement of a report with what the report says of it."""
    published = {row["id"]: row["published"] for row in given.now["documents"]}
    acts: dict[str, list[Values]] = defaultdict(list)
    for row in given.now["acts"]:
        acts[row["agreement"]].append(row)
    wanted = {i for rows in acts.values() for row in rows for i in row["by"]}
    country = {row["id"]: row["country"] for row in given.now["actors"] if row["id"] in wanted}
    return [
        _one(row, acts[row["id"]], country=country, published=published[row["document"]])
        for row in given.now["agreements"]
    ]


def _one(row: Values, acts: Sequence[Values], *, country: Mapping[str, str | None], published: str | None) -> Told:
    doers = {country.get(i) for act in acts if act["act"] in _JOINT for i in act["by"]}
    signed = [a["date_start"] for a in acts if a["act"] == "signed" and a["status"] == "happened" and a["date_start"]]
    says = signature(row["name"])
    return Told(
        id=row["id"],
        document=row["document"],
        name=row["name"],
        says=says,
        parties=frozenset(row["countries"]) | says.countries,
        involved=frozenset(c for c in doers if c),
        acts=frozenset(act["act"] for act in acts),
        day=published,
        signed=min(signed) if signed else None,
    )


class _Group:
    """Agreements of reports that are one."""

    def __init__(
        self, told: Iterable[Told], known: KnownAgreement | None, ties: Mapping[str, tuple[str, float]]
    ) -> None:
        self.told = sorted(told, key=lambda t: t.id)
        self.known = known
        self._ties = ties

    @property
    def key(self) -> str:
        """What it is called, for its id."""
        if self.known:
            return self.known.name
        first = min(self.told, key=lambda t: t.key)
        return first.key

    def row(self, name: str) -> LastingAgreement:
        """The lasting agreement."""
        days = sorted(t.day for t in self.told if t.day)
        names = _most(t.name for t in self.told)
        kinds, signed = _most(t.says.kind for t in self.told), _most(t.signed for t in self.told)
        known = self.known
        return LastingAgreement(
            id=name,
            name=known.name if known else names[0],
            names=names,
            kind=known.kind if known else next(iter(kinds), None),
            subject=known.subject if known else _subject(self.told),
            parties=(known.parties if known else ()) or _parties(self.told),
            signed=(known.signed if known else None) or next(iter(signed), None),
            method="known" if known else "learned",
            first=days[0] if days else None,
            last=days[-1] if days else None,
            reports=len({t.document for t in self.told}),
        )

    def links(self, name: str) -> Iterator[AgreementLink]:
        """One link for each agreement of a report."""
        for told in self.told:
            method, probability = self._ties.get(told.id, ("alone", _SURE))
            yield AgreementLink(told.id, told.document, name, method, probability)


def _most(words: Iterable[str | None]) -> tuple[str, ...]:
    """Each once, the most frequent first, then the longest."""
    counts = Counter(word for word in words if word)
    return tuple(sorted(counts, key=lambda w: (-counts[w], -len(w), w)))


def _subject(told: Sequence[Told]) -> str | None:
    words = _most(word for t in told for word in sorted(t.says.subject))
    return " ".join(words[:3]) or None


def _parties(told: Sequence[Told]) -> tuple[str, ...]:
    """The countries that at least a third of the reports that name parties name."""
    naming = [t.parties for t in told if t.parties]
    counts = Counter(country for parties in naming for country in parties)
    return tuple(sorted(c for c, n in counts.items() if 3 * n >= len(naming)))


def _groups(told: Sequence[Told]) -> list[_Group]:
    by_known: dict[str, list[Told]] = defaultdict(list)
    ties: dict[str, tuple[str, float]] = {}
    rest: list[Told] = []
    for one in told:
        if known := known_by_name(one.name):
            by_known[known.name].append(one)
            ties[one.id] = ("known-name", _SURE)
        elif signed := _known_by_signing(one):
            by_known[signed.name].append(one)
            ties[one.id] = ("parties-and-date", 0.95 if len(one.parties | one.involved) > 1 else 0.85)
        else:
            rest.append(one)
    table = {a.name: a for a in known_agreements()}
    groups = [_Group(found, table[name], ties) for name, found in sorted(by_known.items())]
    return groups + _learned(rest)


def _known_by_signing(told: Told) -> KnownAgreement | None:
    """The known agreement that was signed on that very day by all the countries that the report names."""
    parties = told.parties | told.involved
    if told.signed is None or len(told.signed) < 10 or not parties:
        return None
    found = [a for a in known_agreements() if a.signed == told.signed and parties <= set(a.parties)]
    return found[0] if len(found) == 1 else None


def _learned(rest: Sequence[Told]) -> list[_Group]:
    found = profiles(rest)
    joined = join([Alike([profile]) for profile in found], pairs(found))
    groups = []
    for numbers in joined.groups:
        ties: dict[str, tuple[str, float]] = {}
        for number in numbers:
            pair = joined.ties.get(number)
            tie = (pair.method, pair.probability) if pair else found[number].tie
            ties.update(dict.fromkeys((t.id for t in found[number].told), tie))
        groups.append(_Group([t for n in numbers for t in found[n].told], None, ties))
    return groups
