"""What part of society somebody belongs to: PLOVER's sectors, from the words of a phrase."""

from collections.abc import Sequence

from dateline.extract.mentions.country import Origin
from dateline.extract.mentions.lexicon import Hits
from dateline.extract.mentions.phrases import Phrase
from dateline.lang.groups import Group, groups
from dateline.model.syntax import Token

# Before a noun these say more than the noun itself: rebel soldiers are rebels.
_STRONG = frozenset({"REB", "PRM", "OPP", "COP", "CRM", "REF"})
_WEAKER = frozenset({"MIL", "CVL", "GOV", "UNK"})
# Ranks whose holder is of the government unless something says otherwise.
_OF_STATE = frozenset(
    {"head-of-state", "head-of-government", "foreign-minister", "minister", "deputy", "ambassador", "envoy"}
)
_PARTIES = frozenset({"party", "coalition", "alliance", "movement", "bloc", "front", "faction"})


def find_group(phrase: Phrase, tokens: Sequence[Token]) -> Group | None:
    """The common noun that heads a phrase, with as many of the words before it as make one term."""
    head = tokens[phrase.head]
    nouns = groups().nouns
    rows = nouns.get(head.lower)
    if rows is None:
        rows = nouns.get(head.lemma) if head.lemma != head.lower else None
        if rows is None:
            return None
    for words, group in rows:
        if group.named and not head.text[0].isupper():
            continue
        size = len(words)
        if size == 1:
            return group
        first = phrase.head + 1 - size
        if first >= phrase.first and tuple(t.lower for t in tokens[first : phrase.head]) == words[:-1]:
            return group
    return None


def sectors_of(
    phrase: Phrase, tokens: Sequence[Token], hits: Hits, *, base: str | None, origin: Origin | None, rank: str | None
) -> tuple[str, ...]:
    """The sectors of whoever a phrase describes, the main one first; empty where the words say none.

    `base` is the sector that a title gives, `origin` the country or body found, `rank` the title's rank.
    """
    group = find_group(phrase, tokens)
    said = base or (group.sector if group is not None and not group.weak else None)
    around = _around(phrase, tokens, hits)
    if said is None:
        said = around or (origin.sectors[0] if origin and origin.sectors else None)
        if said is None and group is not None:
            # Police officers are called so; with only a country's name before them officers are soldiers.
            abroad = group.name == "officer" and origin is not None and origin.country is not None
            said = "MIL" if abroad else group.sector
        if said is None and origin is not None and origin.country and (rank is not None):
            said = "GOV"
    elif around in _STRONG and said in _WEAKER:
        said = around
    if origin is not None and origin.sectors and said == "GOV" and origin.sectors[0] not in ("GOV",):
        said = origin.sectors[0]
    if said is None:
        return ()
    if said == "OPP" and group is not None and group.name.split()[-1] in _PARTIES:
        return ("PTY", "OPP")
    return (said,)


def _around(phrase: Phrase, tokens: Sequence[Token], hits: Hits) -> str | None:
    """The sector that the words beside the head give: those before it, then those after "of" or "for"."""
    modifiers, nouns = groups().modifiers, groups().nouns
    found = None
    for index in (*range(phrase.first, phrase.head), *range(phrase.head + 1, phrase.last)):
        token = tokens[index]
        if token.lower.endswith("-led"):
            return "MIL"
        if token.pos not in ("NOUN", "PROPN", "ADJ", "VERB"):
            continue
        if index in hits.titles and index < phrase.head and hits.titles[index].last > phrase.head:
            continue
        hit = hits.known.get(index)
        if hit is not None:
            body = hit.known.body
            sector = body.sectors[0] if body is not None and body.sectors else None
        else:
            sector = modifiers.get(token.lower)
            if sector is None and token.pos in ("NOUN", "PROPN"):
                rows = nouns.get(token.lower) or nouns.get(token.lemma)
                sector = next((g.sector for words, g in rows or () if len(words) == 1 and not g.weak), None)
        if sector is not None and (found is None or (sector in _STRONG and found not in _STRONG)):
            found = sector
    return found
