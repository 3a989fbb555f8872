"""Mentions as coreference sees them, and the groups that they are gathered into."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.lang.names import sex_of
from dateline.lang.pronouns import Pronoun, pronouns
from dateline.lang.titles import title_words
from dateline.model.actor import Mention
from dateline.model.span import Span
from dateline.model.syntax import Syntax, Token
from dateline.ontology.offices import plain


@dataclass(slots=True)
class Item:
    """One mention: where it stands, what can be told of it alone, and the chain that it is in."""

    id: str
    span: Span
    mention: Mention
    head: Token
    words: tuple[str, ...]
    region: str
    gender: str | None
    pronoun: Pronoun | None
    key: tuple[str, ...]
    chain: "Chain | None" = None
    method: str = "name"

    @property
    def definite(self) -> bool:
        """Whether it points back: "the minister", "his brother"."""
        return self.words[0] in ("the", "this", "that", "these", "those", "both")


@dataclass(slots=True)
class Chain:
    """The mentions of one actor, in the order in which they were tied together."""

    items: list[Item] = field(default_factory=list)
    members: list["Chain"] = field(default_factory=list)

    def add(self, item: Item, method: str) -> None:
        """Tie a mention to this actor."""
        self.items.append(item)
        item.chain = self
        item.method = method

    def take(self, other: "Chain", method: str) -> None:
        """Make another chain part of this one."""
        if other is self:
            return
        for index, item in enumerate(other.items):
            self.items.append(item)
            item.chain = self
            if index == 0 and item.method == "name" and method != "name":
                item.method = method
        self.members.extend(m for m in other.members if m not in self.members)
        other.items = []

    @property
    def kind(self) -> str:
        named = next((i for i in self.items if i.mention.form == "name"), None)
        described = next((i for i in self.items if i.mention.form == "nominal"), None)
        return (named or described or self.items[0]).mention.kind

    @property
    def gender(self) -> str | None:
        return next((i.gender for i in self.items if i.gender in ("male", "female")), None)

    @property
    def country(self) -> str | None:
        return next((i.mention.country for i in self.items if i.mention.country), None)

    @property
    def plural(self) -> bool:
        return next((i.mention.plural for i in self.items if i.mention.form != "pronoun"), self.items[0].mention.plural)


def gender_of(mention: Mention, words: tuple[str, ...], head: Token) -> str | None:
    """`male` or `female` where title, form of address, noun or first name says so."""
    titles = title_words()
    if mention.kind != "person":
        return None
    for word in words[:2]:
        if (said := titles.address.get(word)) in ("male", "female"):
            return said
    if mention.office is not None and (said := titles.gender.get(mention.office.title.split()[-1])):
        return said
    if mention.form == "nominal":
        return titles.gender.get(head.lemma)
    if mention.name and " " in mention.name:
        return sex_of(mention.name.split()[0].lower())
    return None


def make_item(identity: str, span: Span, mention: Mention, syntax: Syntax, region: str) -> Item:
    """The item of a mention."""
    inside = syntax.inside(span)
    tokens = [syntax.tokens[i] for i in inside]
    head = next((t for t in tokens if t.start == mention.head.start), tokens[-1] if tokens else syntax.tokens[0])
    words = tuple(t.lower for t in tokens) or (head.lower,)
    pronoun = pronouns().get(words[0]) if mention.form == "pronoun" else None
    gender = pronoun.gender if pronoun and pronoun.gender in ("male", "female") else gender_of(mention, words, head)
    key = tuple(plain(mention.name).split()) if mention.name else ()
    return Item(identity, span, mention, head, words, region, gender, pronoun, key)


def chains_of(items: Iterable[Item]) -> list[Chain]:
    """The chains of items, each once, in order of first mention."""
    seen: dict[int, Chain] = {}
    for item in items:
        if item.chain is not None:
            seen.setdefault(id(item.chain), item.chain)
    return list(seen.values())
