"""What mentions learn from each other and from the register: appositives, "X is the …", names that many share."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from dateline.extract.mentions.phrases import Phrase
from dateline.model.actor import Mention
from dateline.model.syntax import Syntax
from dateline.ontology.bodies import body_by_name
from dateline.ontology.offices import Term, country_of_holder, holder_on, recent_holder, terms_of

_MATES = frozenset({"counterpart", "colleague"})
_POLITICS = frozenset({"GOV", "LEG", "OPP", "PTY", "ELI"})
_YEARS_BEFORE = 12
_HIGHEST = ("head-of-state", "head-of-government")


class Shared(Protocol):
    """A mention that is still being made."""

    phrase: Phrase
    mention: Mention


def share(found: Sequence[Shared], syntax: Syntax, published: str | None) -> None:
    """Fill in what one mention of a person says of another, then what the register of offices knows.

    `published` is an ISO date; without one the register counts only where a name means one person at any time.
    """
    by_head = {one.phrase.head: one for one in found}
    _match_counterparts(found, by_head, syntax)
    for one in found:
        token = syntax.tokens[one.phrase.head]
        if token.dep == "appos" and (other := by_head.get(token.head)):
            _appose(one, other)
        elif token.dep == "attr" and (subject := syntax.child(token.head, "nsubj")) is not None:
            named = by_head.get(subject)
            if (
                named is not None
                and named.mention.form == "name"
                and named.mention.kind == one.mention.kind == "person"
            ):
                _give(one, named)
    others = _namesakes(found)
    for one in found:
        if one.mention.country is None or (one.mention.form == "name" and one.mention.office is None):
            one.mention = _from_register(one, syntax, published, others)
        one.mention = _without_rank(one.mention)
    _doubt_shared_bodies(found)


def _match_counterparts(found: Sequence[Shared], by_head: dict[int, Shared], syntax: Syntax) -> None:
    """ "His Saudi counterpart" holds the office of the subject of the verb, for his own country."""
    for one in found:
        mention = one.mention
        words = syntax.tokens[one.phrase.first : one.phrase.head + 1]
        if mention.office is not None or mention.country is None or _MATES.isdisjoint(t.lemma for t in words):
            continue
        for up in syntax.ancestors(one.phrase.head):
            subject = syntax.child(up, "nsubj", "nsubjpass") if syntax.tokens[up].pos == "VERB" else None
            if subject is None:
                continue
            other = by_head.get(subject)
            if other is not None and other.mention.office is not None and not other.mention.plural:
                office = replace(other.mention.office, country=mention.country, organisation=None)
                one.mention = replace(mention, office=office, sectors=other.mention.sectors)
            break


def _appose(one: Shared, other: Shared) -> None:
    if one.mention.kind != other.mention.kind or "pronoun" in (one.mention.form, other.mention.form):
        return
    _give(one, other)
    _give(other, one)


def _give(giver: Shared, taker: Shared) -> None:
    """Hand over country, sectors and office where the taker has none."""
    source, target = giver.mention, taker.mention
    country, method = target.country, target.country_method
    if country is None and source.country is not None:
        country, method = source.country, "office" if source.office else source.country_method
    vague = target.sectors in ((), ("CVL",), ("UNK",))
    taker.mention = replace(
        target,
        country=country,
        country_method=method,
        sectors=source.sectors if vague and source.sectors else target.sectors,
        office=target.office or source.office,
    )


def _without_rank(mention: Mention) -> Mention:
    """Who no longer holds an office has its title but not its rank."""
    if mention.office is None or not mention.office.former or mention.office.rank is None:
        return mention
    return replace(mention, office=replace(mention.office, rank=None))


def _namesakes(found: Sequence[Shared]) -> dict[str, str]:
    """By surname, the full name that the report gives it, for telling Ivanka Trump's father from herself."""
    names: dict[str, str] = {}
    for one in found:
        name = one.mention.name or ""
        if one.mention.kind == "person" and one.mention.form == "name" and " " in name:
            names.setdefault(name.split()[-1], name)
    return names


def _is_other(term: Term | None, name: str, others: dict[str, str]) -> bool:
    """Whether the report calls somebody else by this bare surname than the register."""
    return term is not None and name in others and all(t.person != term.person for t in terms_of(others[name]))


def _from_register(one: Shared, syntax: Syntax, published: str | None, others: dict[str, str]) -> Mention:
    """The country, sector and office of a person whose post the text leaves out, by name and date."""
    mention = one.mention
    if mention.kind == "person" and mention.form == "name" and mention.name:
        office = mention.office
        term = holder_on(
            mention.name,
            day=published,
            title=office.title if office else None,
            rank=office.rank if office else None,
            former=office is not None and office.former,
        )
        if term is None and office is None and published is not None and " " not in mention.name:
            term = recent_holder(mention.name, day=published)
        if _is_other(term, mention.name, others):
            return mention
        if term is None and office is not None and office.rank in _HIGHEST:
            country = country_of_holder(mention.name, title=office.title, rank=office.rank)
            if country is not None:
                return replace(
                    mention, country=country, country_method="register", office=replace(office, country=country)
                )
        if term is None and office is not None and (country := _later_holder(mention.name, office.sector, published)):
            return replace(mention, country=country, country_method="register")
        return _with_term(mention, term, published) if term is not None else mention
    alone = mention.form == "name" and mention.kind == "organisation" and not mention.sectors
    if (
        alone
        and mention.name
        and mention.name.isalpha()
        and not mention.name.isupper()
        and (term := holder_on(mention.name, day=published)) is not None
        and not _is_other(term, mention.name, others)
    ):
        return _with_term(replace(mention, kind="person"), term, published)
    if mention.kind == "organisation" and mention.form == "nominal" and mention.sectors[:1] == ("GOV",):
        return _named_after(one, syntax)
    return mention


def _later_holder(name: str, sector: str | None, published: str | None) -> str | None:
    """The country of a politician who came to office in the years after: an opposition leader, later premier."""
    found = terms_of(name)
    if " " not in name or sector not in _POLITICS or published is None or len({t.place for t in found}) != 1:
        return None
    years = int(min(t.since for t in found)[:4]) - int(published[:4])
    return found[0].place if 0 <= years <= _YEARS_BEFORE else None


def _with_term(mention: Mention, term: Term, published: str | None) -> Mention:
    if mention.country is not None:
        fits = term.place == mention.country and (published is None or term.held_on(published))
        return replace(mention, office=term.office(former=False), sectors=(term.sector,)) if fits else mention
    held = published is None or term.held_on(published)
    sectors = mention.sectors or ((term.sector,) if held else ("ELI",))
    office = mention.office
    if office is None:
        office = term.office(former=not held)
    elif office.country is None:
        rank = term.rank if term.title == office.title else office.rank
        office = replace(office, country=term.country, organisation=office.organisation or term.body, rank=rank)
    return replace(mention, country=term.place, country_method="register", sectors=sectors, office=office)


def _named_after(one: Shared, syntax: Syntax) -> Mention:
    """ "The Bush administration": the country of whoever it is called after."""
    before = syntax.tokens[one.phrase.head - 1] if one.phrase.head > one.phrase.first else None
    if before is None or before.pos != "PROPN" or before.dep not in ("compound", "nmod", "poss"):
        return one.mention
    for rank in _HIGHEST:
        if country := country_of_holder(before.text, title=None, rank=rank):
            return replace(one.mention, country=country, country_method="register")
    return one.mention


def _doubt_shared_bodies(found: Sequence[Shared]) -> None:
    """ "The Senate" is American only in a report that names the United States."""
    doubtful: list[Shared] = []
    named: set[str] = set()
    for one in found:
        mention = one.mention
        if (
            mention.kind == "organisation"
            and mention.form == "name"
            and mention.country_method == "name"
            and mention.name
        ):
            body = body_by_name(mention.name)
            if body is not None and body.shared and mention.name.split()[0] not in ("U.S.", "US"):
                doubtful.append(one)
                continue
        if mention.country is not None:
            named.add(mention.country)
    for one in doubtful:
        if one.mention.country not in named:
            one.mention = replace(one.mention, country=None, country_method=None)
