"""The country of those whose words name none: from the place that they are in, or from the report's only country."""

from collections.abc import Sequence

from dateline.extract.coreference.items import Chain, Item
from dateline.model.annotation import Annotation
from dateline.model.place import Place
from dateline.model.syntax import Syntax
from dateline.ontology.bodies import CODES

_IN = frozenset({"in", "from", "at", "near", "throughout", "across", "inside", "around", "of"})
# Who acts for a state or inside it. Troops and firms are often abroad: they need words of their own.
_PUBLIC = frozenset(
    {
        "GOV",
        "LEG",
        "JUD",
        "COP",
        "PTY",
        "OPP",
        "REB",
        "PRM",
        "UAF",
        "SPY",
        "REF",
        "LAB",
        "AGR",
        "EDU",
        "MED",
        "ELI",
        "CVL",
        "REL",
        "UNK",
        "CRM",
    }
)
_OFFICIAL = _PUBLIC - {"CVL", "UNK", "REL", "EDU", "MED", "CRM"} | {"MIL"}
_STAYING = frozenset({"base", "live", "operate", "work", "fight", "hold", "detain"})
# Ambassadors and envoys are named where they are sent.
_SENT = frozenset({"ambassador", "envoy"})
_STATES = frozenset({"country", "nation", "state", "power", "world"})
_SURE = 0.6
_LONG = 4  # sentences


class Context:
    """What a report as a whole says of where its actors are at home."""

    def __init__(self, items: Sequence[Item], places: Sequence[Annotation[Place]], syntax: Syntax) -> None:
        self._syntax = syntax
        self._place_at = {
            index: place.value.country
            for place in places
            if place.value.country and place.value.score >= _SURE
            for index in syntax.inside(place.span)
        }
        self._state_at = {i.head.index: i.mention.country for i in items if i.mention.kind == "state"}
        self._by_head = {i.head.index: i for i in items}
        self.home = self._home(items)

    def _home(self, items: Sequence[Item]) -> str | None:
        """The only country that the report names, by whatever words."""
        own = {i.head.index: i.mention.country for i in items if i.mention.country and i.mention.country not in CODES}
        named = {**self._place_at, **own}
        # In a long report a country named in passing ("old Greek tyrants") is nobody's home.
        long = bool(items) and items[-1].head.sentence >= _LONG
        return next(iter(named.values())) if len(set(named.values())) == 1 and len(named) > long else None

    def country_of(self, chain: Chain) -> str | None:
        """The country that place or report give an actor, or None where they give none for sure."""
        for item in chain.items:
            if item.mention.form == "nominal" and self._is_public(item) and (found := self._located(item)):
                return found
            if item.mention.office is not None and (owner := self._owner(item)) is not None:
                return owner
        return self.home if self._is_at_home(chain) else None

    def _owner(self, item: Item) -> str | None:
        """The country of whoever "his prime minister" and "Mbeki's spokesman" serve."""
        owner = self._syntax.child(item.head.index, "poss")
        holder = self._by_head.get(owner) if owner is not None else None
        if holder is None or not item.span.contains(holder.span):
            return None
        chain = holder.chain if holder is not None else None
        offices = [i.mention.office for i in chain.items if i.mention.office is not None] if chain is not None else []
        return chain.country if chain is not None and (offices or chain.kind == "state") else None

    @staticmethod
    def _is_public(item: Item) -> bool:
        return not _PUBLIC.isdisjoint(item.mention.sectors) or "security" in item.words

    def _located(self, item: Item) -> str | None:
        """The country of the place that a phrase stands in: "rebels in Darfur"."""
        tokens = self._syntax.tokens
        if item.mention.office is not None or item.head.lemma in _STATES:
            return None
        for child in self._syntax.children(item.head.index):
            token = tokens[child]
            if token.dep == "acl" and token.lemma in _STAYING:
                token = tokens[self._syntax.child(child, "prep") or child]
            if token.dep != "prep" or token.lower not in _IN or token.index < item.head.index:
                continue
            inner = self._syntax.child(token.index, "pobj")
            if inner is not None and (found := self._state_at.get(inner) or self._place_at.get(inner)):
                return found
        return None

    def _is_at_home(self, chain: Chain) -> bool:
        if self.home is None or chain.kind == "state" or chain.items[0].head.lemma in _STATES:
            return False
        sectors = {s for i in chain.items for s in i.mention.sectors}
        offices = [i.mention.office for i in chain.items if i.mention.office is not None]
        if any(office.rank in _SENT for office in offices):
            return False
        if offices:
            return bool(sectors & _OFFICIAL)
        described = any(i.mention.form == "nominal" for i in chain.items)
        return bool(sectors & (_PUBLIC if described else _OFFICIAL)) and "MIL" not in sectors
