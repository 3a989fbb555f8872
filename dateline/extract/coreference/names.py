"""Names that mean the same: full name and surname, alias, acronym, and all the words for one state."""

from collections.abc import Sequence
from itertools import pairwise

from dateline.extract.coreference.items import Chain, Item
from dateline.lang.groups import groups
from dateline.model.syntax import Syntax, Token
from dateline.ontology.bodies import body_by_name

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "de", "&"})


def tie_names(items: Sequence[Item], syntax: Syntax) -> None:
    """Give every name its chain. A bare surname goes to the nearest full name before it, else to the first after it."""
    states: dict[str, Chain] = {}
    persons: list[Chain] = []
    bodies: list[Chain] = []
    for before, item in pairwise((None, *items)):
        if item is None or item.mention.form != "name":
            continue
        kind = item.mention.kind
        if kind == "state":
            _tie_state(item, states)
        elif kind == "person":
            _tie_person(item, persons, syntax)
        else:
            _tie_body(item, bodies, _glossed(item, before, syntax))
    _tie_early_surnames(persons)


def _tie_state(item: Item, states: dict[str, Chain]) -> None:
    key = item.mention.country or " ".join(item.key)
    method = "name" if item.mention.country_method == "name" else item.mention.country_method or "name"
    states.setdefault(key, Chain()).add(item, method)


def _tie_person(item: Item, persons: list[Chain], syntax: Syntax) -> None:
    if not item.key:
        return
    same = [chain for chain in persons if _same_person(item, chain)]
    settled = any(len(i.key) == 1 for chain in same for i in chain.items)
    best = max(same, key=lambda chain: _last_place(chain, item, syntax, settled=settled), default=None)
    if best is None:
        best = Chain()
        persons.append(best)
    best.add(item, "name")


def _last_place(chain: Chain, item: Item, syntax: Syntax, *, settled: bool) -> tuple[int, int, int]:
    """Where a chain was last named, for choosing among namesakes: exact names first, then the last full name.

    Once somebody has been called by the surname alone, it stays his until a namesake acts: "his brother, Ali Okoye,"
    and "Ali Okoye's years in office" only mention one. Whoever goes by a first name leaves the surname to another.
    """
    exact = any(i.key == item.key for i in chain.items if len(item.key) > 1)
    named = [i for i in chain.items if not _is_kin(i.head, syntax)]
    bearing = [i for i in named if settled and i.key[-1:] == item.key[-1:]]
    held = [i.head.start for i in bearing if len(i.key) == 1 or _acts(i.head, syntax)]
    full = [i.head.start for i in named if len(i.key) > 1]
    return int(exact), max(held, default=-1), max(full, default=-1)


def _is_kin(head: Token, syntax: Syntax) -> bool:
    """ "His wife, Maria Okoye": named by way of somebody, whose surname it stays."""
    owners = [head.index, head.head] if head.dep == "appos" else [head.index]
    return any(syntax.tokens[c].tag == "PRP$" for owner in owners for c in syntax.children(owner))


def _acts(head: Token, syntax: Syntax) -> bool:
    if head.dep == "appos":
        head = syntax.tokens[head.head]
    return head.dep in _SUBJECT


def _same_person(item: Item, chain: Chain) -> bool:
    if item.gender and chain.gender and item.gender != chain.gender:
        return False
    if (
        item.mention.country
        and chain.country
        and item.mention.country != chain.country
        and item.key[-1:] != chain.items[0].key[-1:]
    ):
        return False
    # "Nadia Okoye" is not Peter Okoye because he was called Okoye: a full name is compared with full names.
    full = [other.key for other in chain.items if len(other.key) > 1] if len(item.key) > 1 else []
    return any(_keys_match(item.key, key) for key in full or [other.key for other in chain.items if other.key])


def _keys_match(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if one == other:
        return True
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) == 1:
        return short[0] in (long[-1], long[0]) or (len(long) > 2 and short[0] in long)
    if set(short) <= set(long):
        return True
    if short[-1] != long[-1]:
        return False
    first, second = short[0], long[0]
    return (len(first) == 1 and second.startswith(first)) or (len(second) == 1 and first.startswith(second))


def _tie_early_surnames(persons: list[Chain]) -> None:
    """A headline says "Lavrov" before the text says "Sergey Lavrov"."""
    for chain in persons:
        if not chain.items or any(len(i.key) > 1 for i in chain.items):
            continue
        key = chain.items[0].key
        later = [
            c
            for c in persons
            if c is not chain and c.items and any(len(i.key) > 1 and key[0] in (i.key[-1], i.key[0]) for i in c.items)
        ]
        if later and not (chain.gender and later[0].gender and chain.gender != later[0].gender):
            later[0].take(chain, "name")


def _tie_body(item: Item, bodies: list[Chain], glossed: Item | None) -> None:
    if glossed is not None and glossed.chain is not None and glossed.mention.kind != "person":
        glossed.chain.add(item, "alias")
        if glossed.chain not in bodies:
            bodies.append(glossed.chain)
        return
    for chain in reversed(bodies):
        if any(_same_body(item, other) for other in chain.items):
            chain.add(item, "name" if item.key == chain.items[0].key else "alias")
            return
    chain = Chain()
    bodies.append(chain)
    chain.add(item, "name")


def _glossed(item: Item, before: Item | None, syntax: Syntax) -> Item | None:
    """The name that an acronym in brackets stands for: "the European Union (EU)"."""
    index = item.head.index
    if (
        before is None
        or before.mention.kind != "organisation"
        or not item.head.text.isupper()
        or not 0 < index < len(syntax.tokens) - 1
    ):
        return None
    if syntax.tokens[index - 1].text != "(" or syntax.tokens[index + 1].text != ")":
        return None
    return before if 0 <= syntax.tokens[index - 1].start - before.span.end <= 1 else None


def _same_body(item: Item, other: Item) -> bool:
    one, two = item.key, other.key
    if not one or not two:
        return False
    if one == two:
        return True
    first, second = body_by_name(item.mention.name or ""), body_by_name(other.mention.name or "")
    if first is not None and second is not None:
        return first is second
    if item.mention.country and other.mention.country and item.mention.country != other.mention.country:
        return False
    if len(one) == 1 and len(two) > 1 and _acronym(item, two):
        return True
    if len(two) == 1 and len(one) > 1 and _acronym(other, one):
        return True
    short, long = (item, other) if len(one) <= len(two) else (other, item)
    return _is_shortened(short, long)


def _is_shortened(short: Item, long: Item) -> bool:
    """ "The Security Council" for the U.N. Security Council, "the Court" for a named one, "Enron" for Enron Corp."""
    one, two = short.key, long.key
    if two[-len(one) :] == one:
        return len(one) > 1 or (short.words[0] == "the" and one[0] in groups().nouns)
    return two[: len(one)] == one and len(one) < len(two) and _FIRM.issuperset(two[len(one) :])


_FIRM = frozenset(
    {
        "inc",
        "corp",
        "co",
        "ltd",
        "plc",
        "group",
        "party",
        "company",
        "corporation",
        "organization",
        "organisation",
        "movement",
        "ag",
        "sa",
        "llc",
    }
)


def _acronym(item: Item, words: tuple[str, ...]) -> bool:
    name = (item.mention.name or "").replace(".", "")
    if not name.isupper() or len(name) < 2:
        return False
    return name.lower() in ("".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL))
