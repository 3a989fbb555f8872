"""Words for several actors: "the two ministers", "both countries", "the sides", "they" after a pair."""

from collections.abc import Iterator, Sequence

from dateline.extract.coreference.items import Chain, Item
from dateline.model.syntax import Syntax

_BOTH = frozenset({"both", "two"})
_STATES = frozenset(
    {
        "country",
        "nation",
        "state",
        "power",
        "neighbor",
        "neighbour",
        "government",
        "superpower",
        "capital",
        "rival",
        "ally",
    }
)
_SIDES = frozenset({"side", "party", "delegation", "camp"})
_REACH = 4  # sentences


def tie_plurals(items: Sequence[Item], syntax: Syntax) -> None:
    """Give plurals their members: the last pair that the text made of fitting actors, by "and" or by a verb."""
    by_head = {item.head.index: item for item in items}
    by_country = {
        i.mention.country: i.chain for i in items if i.mention.kind == "state" and i.chain and i.mention.country
    }
    for position, item in enumerate(items):
        if item.chain is None or not item.mention.plural or item.mention.form != "nominal" or item.chain.members:
            continue
        if _BOTH.isdisjoint(item.words[:3]) or item.words[0] not in ("the", "both", "these"):
            continue
        earlier = [i for i in items[:position] if i.head.sentence >= item.head.sentence - _REACH]
        item.chain.members.extend(_pair(item, earlier, by_head, by_country, syntax))


def _pair(
    item: Item,
    earlier: Sequence[Item],
    by_head: dict[int, Item],
    by_country: dict[str, Chain],
    syntax: Syntax,
) -> list[Chain]:
    states = item.head.lemma in _STATES or item.head.lemma in _SIDES
    if not states and item.mention.office is not None and (two := _two_of_title(item, by_head)):
        return two
    pairs = list(_pairs(earlier, by_head, syntax))
    spoken = [p for p in pairs if states and all(_speaks_for(i) for i in p) and _country(p[0]) != _country(p[1])]
    for one, other in spoken or pairs:
        chains = [_as_wanted(i, item, states, by_country) for i in (one, other)]
        found = [c for c in chains if c is not None]
        if len(found) == 2 and found[0] is not found[1] and item.chain not in found:
            return found
    # Two countries met by their officials, of which the text names one at most: others that it names are not meant.
    return [] if spoken else _only_two(earlier, item, states)


def _country(item: Item) -> str | None:
    return item.mention.country or (item.chain.country if item.chain is not None else None)


def _speaks_for(item: Item) -> bool:
    """Whether somebody deals with others for his country: a person with an office."""
    offices = [i.mention.office for i in item.chain.items] if item.chain is not None else []
    return item.mention.kind == "person" and _country(item) is not None and any(offices)


def _two_of_title(item: Item, by_head: dict[int, Item]) -> list[Chain]:
    """The only two persons so far who are said to hold the title of "both generals"."""
    found: dict[int, Chain] = {}
    for other in by_head.values():
        office, wanted = other.mention.office, item.mention.office
        single = other.mention.kind == "person" and other.head.index < item.head.index
        if single and office is not None and wanted is not None and office.title == wanted.title and other.chain:
            found.setdefault(id(other.chain), other.chain)
    return list(found.values()) if len(found) == 2 else []


def _as_wanted(one: Item, item: Item, states: bool, by_country: dict[str, Chain]) -> Chain | None:
    """What a member of a pair is for the plural: for "the two countries" a minister stands for his country."""
    if one.chain is None:
        return None
    if not states:
        return one.chain if one.mention.kind == "person" and _holds_title(one.chain, item) else None
    if one.mention.kind == "state" or (item.head.lemma in _SIDES and one.mention.kind in ("organisation", "group")):
        return one.chain
    return by_country.get(one.chain.country or "") if one.mention.kind == "person" else None


_ANY_TITLE = frozenset({"leader", "official", "diplomat", "politician", "figure", "head", "chief", "negotiator"})
_MINISTERS = frozenset({"foreign-minister", "minister"})


def _holds_title(chain: Chain, item: Item) -> bool:
    """Whether somebody can be one of "the two presidents": his known offices must not be others."""
    wanted = item.mention.office
    held = [i.mention.office for i in chain.items if i.mention.office is not None]
    if wanted is None or not held or wanted.title in _ANY_TITLE:
        return True
    return any(
        office.title == wanted.title
        or office.title.endswith(f" {wanted.title}")
        or (wanted.title == "minister" and office.rank in _MINISTERS)
        for office in held
    )


def _pairs(earlier: Sequence[Item], by_head: dict[int, Item], syntax: Syntax) -> Iterator[tuple[Item, Item]]:
    """Pairs from the last to the first: "A and B", "A met B", "A met with B"."""
    for other in reversed(earlier):
        head = other.head
        if head.dep == "conj" and (one := by_head.get(head.head)) is not None:
            yield one, other
        verb = head.head if head.dep == "dobj" else _verb_of_with(other, syntax)
        if verb is not None:
            subject = syntax.child(verb, "nsubj")
            if subject is not None and (one := by_head.get(subject)) is not None:
                yield one, other


def _verb_of_with(item: Item, syntax: Syntax) -> int | None:
    if item.head.dep != "pobj" or syntax.tokens[item.head.head].lower not in ("with", "to"):
        return None
    above = syntax.tokens[syntax.tokens[item.head.head].head]
    while above.pos == "NOUN" and above.dep in ("dobj", "attr"):
        above = syntax.tokens[above.head]
    return above.index if above.pos == "VERB" else None


def _only_two(earlier: Sequence[Item], item: Item, states: bool) -> list[Chain]:
    """The two named actors of the last sentences where there are just two."""
    kind = "state" if states else "person"
    found: dict[int, Chain] = {}
    for other in earlier:
        named = other.chain is not None and other.mention.form == "name" and other.mention.kind == kind
        if named and other.chain is not None and (states or _holds_title(other.chain, item)):
            found.setdefault(id(other.chain), other.chain)
    return list(found.values()) if len(found) == 2 else []
