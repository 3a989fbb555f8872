"""From chains to actors: the fullest name, and what all mentions together say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.coreference.context import Context
from dateline.extract.coreference.items import Chain, Item
from dateline.lang.titles import rank_of
from dateline.model import layers
from dateline.model.actor import Actor, Link, Office
from dateline.model.annotation import Annotation, Namer
from dateline.ontology.bodies import CODES


def summarise(
    chains: Sequence[Chain], context: Context, text: str, namer: Namer, producer: str
) -> Iterator[Annotation[Actor]]:
    """One actor for each chain."""
    fullest = [_fullest(chain) for chain in chains]
    ids = {id(chain): namer(item.span) for chain, item in zip(chains, fullest, strict=True)}
    for chain, item in zip(chains, fullest, strict=True):
        country, method = _country(chain, item)
        if country is None and (found := context.country_of(chain)):
            country, method = found, "context"
        actor = Actor(
            name=item.mention.name or " ".join(item.span.of(text).split()),
            kind=item.mention.kind,
            country=country,
            country_method=method,
            sectors=_sectors(chain, item),
            office=_office(chain, country),
            links=tuple(Link(i.id, i.span, i.method) for i in sorted(chain.items, key=lambda i: i.span)),
            members=tuple(ids[id(m)] for m in chain.members if id(m) in ids),
        )
        yield Annotation(ids[id(chain)], layers.ACTOR, item.span, producer, actor)


_FORMS = {"name": 0, "nominal": 1, "pronoun": 2}


def _fullest(chain: Chain) -> Item:
    """The mention with the most words in its name; among equals the first; demonyms ("Russian") last.

    Where the text itself has a full name, those of the headline do not count: its capitals hide where a name ends.
    So do those of a heading inside it: a name used again is not longer where two words and more follow it once.
    """
    repeated = [i.key for i in chain.items if i.mention.form == "name" and len(i.key) > 1]
    told = any(i.region != "headline" and i.mention.form == "name" and len(i.key) > 1 for i in chain.items)

    def overlong(item: Item) -> bool:
        shorter = [k for k in repeated if len(k) + 2 <= len(item.key) and item.key[: len(k)] == k]
        return len(shorter) > 1 and repeated.count(item.key) == 1

    def order(item: Item) -> tuple[int, bool, bool, int, int]:
        mention = item.mention
        adjective = mention.kind == "state" and mention.country_method != "name"
        return _FORMS[mention.form], adjective, unsure(item), -len(item.key), item.span.start

    def unsure(item: Item) -> bool:
        return (told and item.region == "headline") or (chain.kind == "person" and overlong(item))

    return min(chain.items, key=order)


def _country(chain: Chain, fullest: Item) -> tuple[str | None, str | None]:
    if fullest.mention.country:
        return fullest.mention.country, fullest.mention.country_method
    for item in chain.items:
        if item.mention.country and item.mention.form != "pronoun":
            return item.mention.country, "coreference"
    return None, None


def _sectors(chain: Chain, fullest: Item) -> tuple[str, ...]:
    said = [i.mention.sectors for i in (fullest, *chain.items) if i.mention.sectors]
    plain = [s for s in said if s not in (("CVL",), ("UNK",))]
    return (plain or said or [()])[0]


def _office(chain: Chain, country: str | None) -> Office | None:
    offices = [i.mention.office for i in chain.items if i.mention.office is not None and not i.mention.plural]
    if not offices:
        return None
    best = max(offices, key=lambda o: (o.rank not in (None, "official"), o.country is not None))
    if best.former or best.country is not None or best.organisation is not None or country is None or country in CODES:
        return best
    return replace(best, country=country, rank=rank_of(best.title, country=country) or best.rank)
