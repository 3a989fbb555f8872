"""Descriptions: appositives, "X is the …", titles without a name, and "the rebels" again."""

from collections.abc import Sequence

from dateline.extract.coreference.items import Chain, Item
from dateline.model.syntax import Syntax
from dateline.ontology.bodies import body_by_name


def tie_descriptions(items: Sequence[Item], syntax: Syntax) -> None:
    """Give every described mention its chain: an earlier one where it points back, else its own."""
    by_head = {item.head.index: item for item in items}
    for item in items:
        if item.mention.form == "pronoun":
            continue
        partner = _partner(item, by_head, syntax)
        if partner is not None:
            _join(item, partner)
    before: list[Item] = []
    for item in items:
        if item.mention.form == "nominal" and item.chain is not None and (earlier := _unnamed(item, before)):
            item.chain.take(earlier, "description")
        if item.mention.form == "nominal" and item.chain is None:
            chain = _pointed_at(item, before) or _named_later(item, items) or Chain()
            chain.add(item, "title" if item.mention.office else "description")
        if item.mention.form != "pronoun":
            before.append(item)


def _unnamed(item: Item, before: Sequence[Item]) -> Chain | None:
    """Whom a report first only describes and names later: "A climber from Peru …", then "the climber, X"."""
    if (
        item.words[0] != "the"
        or item.mention.plural
        or item.mention.kind != "person"
        or item.mention.office is not None
    ):
        return None
    found = _by_noun(item, before)
    if found is None or found is item.chain or any(i.mention.form == "name" for i in found.items):
        return None
    return found


def _partner(item: Item, by_head: dict[int, Item], syntax: Syntax) -> Item | None:
    """The mention that an appositive or a predicate noun is about."""
    head = item.head
    if head.dep == "appos":
        other = by_head.get(head.head)
        return other if other is not None and _fits(item, other) else None
    if head.dep == "attr" and syntax.tokens[head.head].lemma == "be":
        subject = syntax.child(head.head, "nsubj")
        if subject is not None and syntax.tokens[subject].tag == "WP" and syntax.tokens[head.head].dep == "relcl":
            subject = syntax.tokens[head.head].head
        other = by_head.get(subject) if subject is not None else None
        negated = syntax.child(head.head, "neg") is not None
        if (
            other is not None
            and not negated
            and other.mention.form == "name"
            and item.mention.form == "nominal"
            and item.words[0] in ("the", "its", "his", "her")
            and _fits(item, other)
        ):
            return other
    return None


def _fits(one: Item, other: Item) -> bool:
    a, b = one.mention, other.mention
    if "pronoun" in (a.form, b.form) or a.plural != b.plural:
        return False
    if a.form == b.form == "name" and a.kind == b.kind == "person":
        return False
    if a.country and b.country and a.country != b.country:
        return False
    return a.kind == b.kind or {a.kind, b.kind} <= {"organisation", "group"}


def _join(item: Item, other: Item) -> None:
    named, added = (other, item) if other.mention.form == "name" or item.mention.form != "name" else (item, other)
    if named.chain is None:
        Chain().add(named, "name" if named.mention.form == "name" else "description")
    assert named.chain is not None
    if added.chain is None:
        named.chain.add(added, "appositive")
    else:
        named.chain.take(added.chain, "appositive")


def _pointed_at(item: Item, before: Sequence[Item]) -> Chain | None:
    if not item.definite:
        return _same_words(item, before)
    if item.mention.office is not None and not item.mention.plural:
        return _by_title(item, before)
    if item.head.lemma in _LANDS and item.words == ("the", item.head.lower):
        return _only_state(item, before)
    return _by_noun(item, before) or _by_kind(item, before)


def _by_kind(item: Item, before: Sequence[Item]) -> Chain | None:
    """ "The alliance" for NATO: the last body whose full name or other names have the noun."""
    if item.words != ("the", item.head.lower) or item.mention.kind != "organisation":
        return None
    for other in reversed(before):
        if item.head.sentence - other.head.sentence > 3:
            return None
        if other.mention.form != "name" or other.mention.kind != "organisation" or other.chain is None:
            continue
        body = body_by_name(other.mention.name or "")
        if body is not None and any(item.head.lemma in name.lower().split() for name in (body.name, *body.aliases)):
            return other.chain
    return None


_LANDS = frozenset({"country", "nation"})


def _only_state(item: Item, before: Sequence[Item]) -> Chain | None:
    """ "The country": the one state that the sentence and the two before it name."""
    found: dict[int, Chain] = {}
    for other in reversed(before):
        if item.head.sentence - other.head.sentence > 2:
            break
        if other.chain is not None and other.mention.kind == "state" and other.mention.country_method == "name":
            found[id(other.chain)] = other.chain
    return next(iter(found.values())) if len(found) == 1 else None


def _named_later(item: Item, items: Sequence[Item]) -> Chain | None:
    """A headline's "Saudi prince" is the one Saudi prince that the text names."""
    office = item.mention.office
    if office is None or item.mention.plural or item.head.sentence > 1 or item.mention.country is None:
        return None
    found = {
        id(other.chain): other.chain
        for other in items
        if other.mention.form == "name"
        and other.mention.office is not None
        and other.mention.office.title == office.title
        and other.mention.country in (item.mention.country, None)
        and other.chain is not None
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _same_words(item: Item, before: Sequence[Item]) -> Chain | None:
    """A bare collective said again: "police", "opposition groups"."""
    if not item.mention.plural and item.mention.kind == "person":
        return None
    if item.words[0] in ("a", "an", "some", "other", "more", "several") or any(w.isdigit() for w in item.words):
        return None
    for other in reversed(before):
        if other.chain is not None and other.words == item.words and other.mention.form == "nominal":
            return other.chain
    return None


def _by_title(item: Item, before: Sequence[Item]) -> Chain | None:
    """The one person so far who holds this title; of several the one that the last sentences name."""
    found: dict[int, Chain] = {}
    recent: dict[int, Chain] = {}
    for other in before:
        if other.chain is None or not _holds(item, other):
            continue
        found[id(other.chain)] = other.chain
    for other in before:
        if id(other.chain) in found and item.head.sentence - other.head.sentence <= 2 and other.chain is not None:
            recent[id(other.chain)] = other.chain
    for chains in (found, recent):
        if len(chains) == 1:
            return next(iter(chains.values()))
    return None


def _holds(item: Item, other: Item) -> bool:
    """Whether a title alone points at a mention's office; "the minister" is also the foreign minister."""
    office, held, chain = item.mention.office, other.mention.office, other.chain
    if office is None or held is None or chain is None or other.mention.kind != "person" or other.mention.plural:
        return False
    if office.former != held.former or (item.mention.country and chain.country != item.mention.country):
        return False
    if item.gender and chain.gender and item.gender != chain.gender:
        return False
    if held.title == office.title or held.title.endswith(" " + office.title):
        return True
    if office.title == "leader":
        return item.mention.country is not None and held.rank in ("head-of-state", "head-of-government")
    return office.rank == held.rank and office.rank not in (None, "official", "minister")


def _by_noun(item: Item, before: Sequence[Item]) -> Chain | None:
    """The last mention with the same noun, if nothing in the words speaks against it."""
    modifiers = _modifiers(item)
    for other in reversed(before):
        if other.chain is None or other.head.lemma != item.head.lemma or other.mention.plural != item.mention.plural:
            continue
        if other.mention.form == "name" and other.mention.kind == "person":
            continue
        if item.mention.country and item.mention.country != other.chain.country:
            continue
        return other.chain if modifiers <= _modifiers(other) else None
    return None


_IGNORED = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "both", "'s", "’s", "of", "some", "several", "many"}
)


def _modifiers(item: Item) -> frozenset[str]:
    return frozenset(item.words) - _IGNORED - {item.head.lower}
