"""Names that the ontology does not know, and descriptions by a common noun."""

from collections.abc import Sequence

from dateline.extract.mentions.country import country_of
from dateline.extract.mentions.lexicon import Hits
from dateline.extract.mentions.office import is_former
from dateline.extract.mentions.person import once_in
from dateline.extract.mentions.phrases import Phrase
from dateline.extract.mentions.sector import find_group, sectors_of
from dateline.extract.mentions.words import words_of
from dateline.lang.groups import Group, groups
from dateline.lang.names import first_names, particles, suffixes
from dateline.lang.places import place_words
from dateline.lang.titles import title_words
from dateline.model.actor import Mention
from dateline.model.syntax import Token

_MANY = ("NNS", "NNPS")


def named(phrase: Phrase, tokens: Sequence[Token], hits: Hits) -> Mention | None:
    """Somebody or an organisation by name; None for other names (places, works, events)."""
    head = tokens[phrase.head]
    first = _name_first(phrase, tokens, hits)
    group = find_group(phrase, tokens)
    words = [t.lower for t in tokens[first : phrase.core_last]]
    address = words[0] in title_words().address
    given = words[0] in first_names() and len(words) > 1
    # "Former Marine Paul Whelan": a service before a first name, although it is a first name itself.
    service = len(words) > 2 and words[0] in groups().nouns and words[1] in first_names()
    if (address and len(words) > 1) or service:
        first += 1
    if group is not None and group.kind != "person" and not (head.entity == "PERSON" and given):
        return _organisation(phrase, group, tokens, hits)
    if _is_markup(tokens, first, phrase.core_last):
        return None
    if given or address or (head.entity == "PERSON" and group is None):
        if len(words) > 1 or not (is_acronym(phrase.head, tokens) or _is_place(phrase, tokens)):
            return _unposted(phrase, first, tokens, hits)
        if not head.text.isupper():
            return None
    if head.entity in ("ORG", "NORP") or (head.entity == "PERSON" and group is None):
        return _organisation(phrase, group, tokens, hits)
    return None


def _is_markup(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(not _MARKUP.isdisjoint(t.text) for t in tokens[first:last])


_MARKUP = frozenset('<>="|{}')


def is_acronym(index: int, tokens: Sequence[Token]) -> bool:
    """Whether a word in capitals stands between words that are not: no surname, but the letters of a body."""
    if not tokens[index].text.isupper() or len(tokens[index].text) < 2:
        return False
    return any(t.text.islower() for t in tokens[max(index - 5, 0) : index + 6] if t.sentence == tokens[index].sentence)


def _is_place(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether one unknown word is a place rather than a person: "in Kibera", "the village Malakal"."""
    words = place_words()
    if phrase.head > phrase.first and tokens[phrase.head - 1].lower in words.settlements:
        return True
    head = tokens[phrase.head]
    return head.dep == "pobj" and tokens[head.head].lower in words.strict


def _name_first(phrase: Phrase, tokens: Sequence[Token], hits: Hits) -> int:
    """Where the name begins that the head ends: back over proper nouns that are no title and no demonym."""
    first = phrase.head
    while first > phrase.first:
        token = tokens[first - 1]
        hit = hits.known.get(first - 1)
        if first - 1 in hits.titles or (hit is not None and hit.known.role == "demonym" and token.entity != "PERSON"):
            break
        hyphen = token.text == "-" and first - 2 >= phrase.first and tokens[first - 2].entity == tokens[first].entity
        if token.pos != "PROPN" and token.lower not in particles() and not hyphen:
            break
        first -= 1
    return first


def _unposted(phrase: Phrase, first: int, tokens: Sequence[Token], hits: Hits) -> Mention:
    """A person without a title; a common noun before the name may say more ("protester Ali Hassan")."""
    origin = country_of(phrase, tokens, hits, before=first)
    last = phrase.core_last
    while last - 1 > first and (tokens[last - 1].lower in suffixes() or not tokens[last - 1].text[0].isalnum()):
        last -= 1
    return Mention(
        form="name",
        kind="person",
        head=tokens[phrase.head].span,
        name=words_of(tokens, first, last),
        country=origin.country if origin else None,
        country_method=origin.method if origin and origin.country else None,
        sectors=_sector_before(phrase, first, tokens, hits),
    )


def _sector_before(phrase: Phrase, before: int, tokens: Sequence[Token], hits: Hits) -> tuple[str, ...]:
    for index in range(before - 1, phrase.first - 1, -1):
        inner = Phrase(phrase.first, index + 1, index, index + 1)
        if tokens[index].pos in ("NOUN", "PROPN") and find_group(inner, tokens):
            return sectors_of(inner, tokens, hits, base=None, origin=None, rank=None)
    return ()


def _organisation(phrase: Phrase, group: Group | None, tokens: Sequence[Token], hits: Hits) -> Mention | None:
    head = tokens[phrase.head]
    origin = country_of(phrase, tokens, hits, before=phrase.last)
    plural = head.tag in _MANY and group is not None and group.plural
    lone = phrase.core_last - phrase.first == 1
    common = group is not None and (head.pos == "NOUN" or (group.kind == "person" and (head.entity != "ORG" or lone)))
    if head.entity == "NORP" and group is None:
        return Mention("nominal", "group", head.span, sectors=("CVL",), plural=True) if head.tag in _MANY else None
    start = phrase.first
    while start < phrase.head and (tokens[start].pos in ("DET", "PRON") or tokens[start].lower in ("the", "a", "an")):
        start += 1
    kind = "organisation" if group is None or not common else group.kind
    return Mention(
        form="nominal" if common else "name",
        kind="group" if plural else kind,
        head=head.span,
        name=None if common else words_of(tokens, start, _name_end(phrase, tokens)),
        country=origin.country if origin else None,
        country_method=origin.method if origin and origin.country else None,
        sectors=sectors_of(phrase, tokens, hits, base=None, origin=origin, rank=None),
        plural=plural,
    )


def _name_end(phrase: Phrase, tokens: Sequence[Token]) -> int:
    """Past an "of" phrase that belongs to the name: "Ministry of Foreign Affairs"."""
    inner = tokens[phrase.core_last + 1 : phrase.last]
    return phrase.last if any(t.text[:1].isupper() for t in inner) else phrase.core_last


def described(phrase: Phrase, tokens: Sequence[Token], hits: Hits) -> Mention | None:
    """Somebody described by a common noun: "the rebels", "French police", "a 12-year-old boy"."""
    head = tokens[phrase.head]
    group = find_group(phrase, tokens)
    if group is None or _is_idle(phrase, group, tokens):
        return None
    origin = country_of(phrase, tokens, hits, before=phrase.last)
    sectors = sectors_of(phrase, tokens, hits, base=None, origin=origin, rank=None)
    if sectors and sectors[0] in ("GOV", "LEG", "SPY") and is_former(phrase, tokens):
        sectors = once_in(sectors)
    many = head.tag in _MANY or group.plural or (group.collective and group.kind == "group")
    kind = "group" if many else group.kind
    return Mention(
        form="nominal",
        kind=kind,
        head=head.span,
        country=origin.country if origin else None,
        country_method=origin.method if origin and origin.country else None,
        sectors=sectors,
        plural=many,
    )


def _is_idle(phrase: Phrase, group: Group, tokens: Sequence[Token]) -> bool:
    """Whether a noun is nobody here: "in person", "the source of the outbreak"."""
    head = tokens[phrase.head]
    bare = phrase.last - phrase.first == 1 and head.tag == "NN" and group.kind == "person"
    if bare and head.dep == "pobj":
        return True
    if group.name == "power" and head.tag == "NN":
        return True
    return group.name == "source" and phrase.core_last < phrase.last and tokens[phrase.core_last].lower == "of"
