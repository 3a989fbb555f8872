"""Words for several actors: "the two ministers", "both countries", "the sides"."""

from collections.abc import Sequence

from dateline.extract.coreference.items import Chain, Item
from dateline.model.syntax import Syntax

_BOTH = frozenset({"both", "two"})


def tie_plurals(items: Sequence[Item], syntax: Syntax) -> None:
    """Give plurals their members: coordinated names, and the two last fitting actors before "the two …"."""
    for position, item in enumerate(items):
        if item.chain is None or not item.mention.plural or item.chain.members:
            continue
        if not _BOTH.isdisjoint(item.words[:3]):
            pair = _last_two(item, items[:position])
            item.chain.members.extend(pair)


def _last_two(item: Item, before: Sequence[Item]) -> list[Chain]:
    """The two actors that the last two sentences name and that can be meant; nobody where there are more or fewer."""
    wanted = _wanted(item)
    found: dict[int, Chain] = {}
    for other in reversed(before):
        if item.head.sentence - other.head.sentence > 2:
            break
        if (
            other.chain is None
            or other.mention.form != "name"
            or other.mention.kind not in wanted
            or other.mention.plural
        ):
            continue
        found.setdefault(id(other.chain), other.chain)
        if len(found) > 2:
            break
    return list(reversed(found.values())) if len(found) == 2 else []


def _wanted(item: Item) -> tuple[str, ...]:
    lemma = item.head.lemma
    if lemma in ("country", "nation", "state", "power", "neighbor", "neighbour", "government", "superpower", "capital"):
        return ("state",)
    if lemma in ("side", "party"):
        return ("state", "organisation")
    return ("person",)
