"""Persons by their titles: "U.S. Secretary of State Antony Blinken", "the Russian foreign minister"."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.mentions.country import Origin, country_of
from dateline.extract.mentions.lexicon import Hits
from dateline.extract.mentions.office import Post
from dateline.extract.mentions.phrases import Phrase
from dateline.extract.mentions.sector import find_group, sectors_of
from dateline.extract.mentions.words import words_of
from dateline.lang.names import particles
from dateline.lang.titles import title_words
from dateline.model.actor import Mention, Office
from dateline.model.span import Span
from dateline.model.syntax import Token

_NEVER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
_NOT_PERSON = frozenset({"ORG", "GPE", "LOC", "NORP", "FAC", "EVENT"})
_JOINING = frozenset({"of", "for", "to", "at", "from", "in"})
_BETWEEN = frozenset({"the", ",", "“", '"', "’s", "'s"})
_OF_STATE = frozenset({"GOV", "LEG", "SPY", "JUD", "MIL"})
_NOWHERE = Span(0, 0)
_PREDICATE = frozenset({"attr", "oprd", "pobj", "acomp"})


def person_name(phrase: Phrase, post: Post, tokens: Sequence[Token], hits: Hits) -> tuple[int, int] | None:
    """The token range of the name that a title stands before, or None."""
    if post.plural:
        return None
    first = _name_start(phrase, post, tokens, hits)
    last = first
    while last < phrase.last and _in_name(last, first, phrase, tokens):
        last += 1
    if last == first or tokens[first].entity in _NEVER:
        return None
    alone = last - first == 1
    if alone and tokens[first].entity in _NOT_PERSON and (phrase.head < first or first in hits.known):
        return None
    hit = hits.known.get(first)
    if hit is not None and hit.last >= last and tokens[first].entity != "PERSON":
        return None
    return first, last


def _name_start(phrase: Phrase, post: Post, tokens: Sequence[Token], hits: Hits) -> int:
    """Past what may stand between title and name: a form of address, "the", "of India"."""
    first, address = post.last, title_words().address
    while first < phrase.last:
        word, hit = tokens[first].lower, hits.known.get(first)
        if word in _JOINING:
            owner = first + 2 if first + 1 < phrase.last and tokens[first + 1].lower == "the" else first + 1
            hit = hits.known.get(owner)
            if hit is None or hit.first != owner or hit.last >= phrase.last:
                return phrase.last
            if tokens[hit.last].pos != "PROPN" or tokens[hit.last].entity in _NOT_PERSON - {"GPE"}:
                return phrase.last
            first = hit.last
        elif word in _BETWEEN or word in address:
            first += 1
        elif hit is not None and hit.first == first and hit.last < phrase.last and tokens[first].entity != "PERSON":
            first = hit.last
        else:
            break
    return first


def _in_name(index: int, first: int, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    token = tokens[index]
    if token.text == "-":
        return index > first and index + 1 < phrase.last
    if not token.text[:1].isalpha():
        return False
    return token.pos == "PROPN" or token.lower in particles() or (index > first and tokens[index - 1].text == "-")


def person(phrase: Phrase, post: Post, name: tuple[int, int], tokens: Sequence[Token], hits: Hits) -> Mention:
    """A named person with a title."""
    origin = country_of(phrase, tokens, hits, before=name[0])
    if origin is None and name[1] < phrase.last and tokens[name[1]].lower == "of":
        origin = country_of(
            Phrase(name[1] + 1, phrase.last, phrase.last, phrase.last), tokens, hits, before=phrase.last
        )
    sectors = sectors_of(phrase, tokens, hits, base=post.sector, origin=origin, rank=post.title.rank)
    mention = _with_post(post, origin, sectors)
    return replace(
        mention, form="name", kind="person", head=tokens[phrase.head].span, name=words_of(tokens, *name), plural=False
    )


def holder(phrase: Phrase, post: Post, tokens: Sequence[Token], hits: Hits) -> Mention | None:
    """A title without a name: "the two presidents"; None where it only says what somebody is ("became president")."""
    head = tokens[phrase.head]
    if phrase.last - phrase.first == 1 and head.dep in _PREDICATE and head.text.islower() and not post.plural:
        return None
    if (
        phrase.first == post.first
        and phrase.last == post.last
        and _is_predicate(phrase.head, tokens)
        and not post.plural
    ):
        return None
    if head.lower == "head" and tokens[phrase.first].tag == "PRP$" and phrase.last == phrase.head + 1:
        return None
    origin = country_of(phrase, tokens, hits, before=phrase.last)
    base = post.sector
    if not post.title.office and (group := find_group(phrase, tokens)) is not None:
        base = None if group.weak else group.sector
    sectors = sectors_of(phrase, tokens, hits, base=base, origin=origin, rank=post.title.rank)
    plural = post.plural or tokens[phrase.head].tag in ("NNS", "NNPS")
    mention = _with_post(post, origin, sectors)
    return replace(mention, kind="group" if plural else "person", head=tokens[phrase.head].span, plural=plural)


def _is_predicate(index: int, tokens: Sequence[Token]) -> bool:
    """Whether a bare title says what somebody is or wants to be: "as secretary of state", "ran for President"."""
    head = tokens[index]
    if head.dep == "pobj":
        return tokens[head.head].lower in ("as", "for")
    return head.dep in ("attr", "oprd")


def _with_post(post: Post, origin: Origin | None, sectors: tuple[str, ...]) -> Mention:
    """A mention that has what a post gives, its place still to be set."""
    office: Office | None = None
    if post.title.office:
        office = post.office(origin)
        if office.former:
            sectors = once_in(sectors)
        office = replace(office, sector=sectors[0] if sectors else None)
    return Mention(
        form="nominal",
        kind="person",
        head=_NOWHERE,
        country=origin.country if origin else None,
        country_method=origin.method if origin and origin.country else None,
        sectors=sectors,
        office=office,
    )


def once_in(sectors: tuple[str, ...]) -> tuple[str, ...]:
    """Former holders of offices of state are PLOVER's elites."""
    return ("ELI",) if not sectors or sectors[0] in _OF_STATE else sectors
