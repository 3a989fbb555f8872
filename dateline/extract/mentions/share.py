"""What mentions learn from each other: an appositive or "X is the …", a full name for a bare surname, the register."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from dateline.extract.mentions.phrases import Phrase
from dateline.model.actor import Mention
from dateline.model.syntax import Syntax
from dateline.ontology.offices import holder_on


class Shared(Protocol):
    """A mention that is still being made."""

    phrase: Phrase
    mention: Mention


def share(found: Sequence[Shared], syntax: Syntax, published: str | None) -> None:
    """Fill in what one mention of a person says of another, then what the register of offices knows."""
    by_head = {one.phrase.head: one for one in found}
    for one in found:
        token = syntax.tokens[one.phrase.head]
        if token.dep == "appos" and (other := by_head.get(token.head)):
            _appose(one, other)
        elif token.dep == "attr" and (subject := syntax.child(token.head, "nsubj")) is not None:
            other = by_head.get(subject)
            if (
                other is not None
                and other.mention.form == "name"
                and other.mention.kind == one.mention.kind == "person"
            ):
                _give(one, other)
    for one in found:
        mention = one.mention
        if mention.form == "name" and mention.kind == "person" and mention.country is None and mention.name:
            one.mention = _from_register(mention, published)


def _appose(one: Shared, other: Shared) -> None:
    if one.mention.kind != other.mention.kind or "pronoun" in (one.mention.form, other.mention.form):
        return
    _give(one, other)
    _give(other, one)


def _give(giver: Shared, taker: Shared) -> None:
    """Hand over country, sectors and office where the taker has none."""
    source, target = giver.mention, taker.mention
    changes: dict[str, object] = {}
    if target.country is None and source.country is not None:
        changes |= {"country": source.country, "country_method": "office" if source.office else source.country_method}
    if not target.sectors or target.sectors == ("CVL",) or target.sectors == ("UNK",):
        if source.sectors:
            changes["sectors"] = source.sectors
    if target.office is None and source.office is not None:
        changes["office"] = source.office
    if changes:
        taker.mention = replace(target, **changes)  # type: ignore[arg-type]  # names and types are those of Mention's own fields


def _from_register(mention: Mention, published: str | None) -> Mention:
    """The country, sector and office of a person whose post the text leaves out, by name and date."""
    if mention.name is None or published is None:
        return mention
    term = holder_on(
        mention.name,
        day=published,
        title=mention.office.title if mention.office else None,
        rank=mention.office.rank if mention.office else None,
    )
    if term is None:
        return mention
    held = term.held_on(published)
    sectors = mention.sectors or ((term.sector,) if held else ("ELI",))
    office = mention.office
    if office is None:
        office = term.office(former=not held)
    elif office.country is None:
        office = replace(office, country=term.country)
    return replace(mention, country=term.place, country_method="register", sectors=sectors, office=office)
