"""What a noun phrase names or describes: from the words of the phrase to a mention."""

from dataclasses import dataclass, replace

from dateline.extract.mentions.country import Origin, country_of
from dateline.extract.mentions.lexicon import Hit, Hits
from dateline.extract.mentions.office import Post, is_former, post_in
from dateline.extract.mentions.phrases import Phrase
from dateline.extract.mentions.sector import find_group, sectors_of
from dateline.lang.groups import Group
from dateline.lang.names import first_names, particles, suffixes
from dateline.lang.titles import title_words
from dateline.model.actor import Mention, Office
from dateline.model.span import Span
from dateline.model.syntax import Syntax, Token

_NAME_ENTITIES = frozenset({"PERSON", "ORG", "NORP"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NEVER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LANGUAGE"})
_THINGS = frozenset({"EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})


@dataclass(frozen=True, slots=True)
class Context:
    """What is needed of the whole text to describe one phrase."""

    syntax: Syntax
    hits: Hits

    @property
    def tokens(self) -> list[Token]:
        return self.syntax.tokens  # type: ignore[return-value]  # Syntax promises a Sequence, the parser gives a list


def describe(phrase: Phrase, context: Context) -> Mention | None:
    """The mention that a phrase makes, or None where it names nobody."""
    tokens = context.tokens
    head = tokens[phrase.head]
    if head.entity in _NEVER and head.pos != "NOUN" or not head.text[0].isalnum():
        return None
    post = post_in(phrase, context.syntax, context.hits)
    if post is not None:
        if name := _person_name(phrase, post, context):
            return _person(phrase, post, name, context)
        if post.first <= phrase.head < post.last:
            return _holder(phrase, post, context)
    hit = context.hits.known.get(phrase.head)
    if hit is not None and not _inside_person(hit, tokens):
        return _known(phrase, hit, context)
    joined = phrase.head + 1 < len(tokens) and tokens[phrase.head + 1].text in ("-", "–") and hit is None
    if (head.pos == "PROPN" or head.entity in _NAME_ENTITIES) and not joined:
        if found := _named(phrase, context):
            return found
    return _described(phrase, context)


def _inside_person(hit: Hit, tokens: list[Token]) -> bool:
    """Whether a word that could be a country is part of somebody's name (Michael Jordan)."""
    if hit.known.role == "body":
        return False
    before = tokens[hit.first - 1] if hit.first else None
    return (
        tokens[hit.first].entity == "PERSON"
        and not tokens[hit.first].entity_start
        and before is not None
        and before.entity == "PERSON"
    )


def _person_name(phrase: Phrase, post: Post, context: Context) -> tuple[int, int] | None:
    """The token range of the name that a title stands before, or None."""
    tokens, known = context.tokens, context.hits.known
    first = post.last
    while first < phrase.last and (_skipped(tokens[first]) or _is_owner(known.get(first), first, phrase)):
        first = known[first].last if first in known and not _skipped(tokens[first]) else first + 1
    last = first
    while (
        last < phrase.last
        and (tokens[last].pos == "PROPN" or tokens[last].lower in particles() or tokens[last].text == "-")
        and tokens[last].text[:1].isalpha() | (tokens[last].text == "-")
    ):
        last += 1
    if last == first or tokens[first].entity in _NEVER or post.plural:
        return None
    if last - first == 1 and tokens[first].entity in ("ORG", "GPE", "LOC") and phrase.head < first:
        return None
    return first, last


def _skipped(token: Token) -> bool:
    return token.lower in ("of", "for", "the", ",", "“", '"') or token.lower in title_words().address


def _is_owner(hit: Hit | None, index: int, phrase: Phrase) -> bool:
    """Whether a country or body stands between a title and the name: "Prime Minister of India Narendra Modi"."""
    return hit is not None and hit.first == index and hit.last < phrase.last


def _person(phrase: Phrase, post: Post, name: tuple[int, int], context: Context) -> Mention:
    tokens = context.tokens
    origin = country_of(phrase, context.syntax, context.hits, before=name[0])
    sectors = sectors_of(
        phrase, context.syntax, context.hits, base=post.title.sector, origin=origin, rank=post.title.rank
    )
    office = post.office(origin)
    if office.former:
        sectors = _once_in(sectors)
    return Mention(
        form="name",
        kind="person",
        head=tokens[phrase.head].span,
        name=_words(tokens, *name),
        country=origin.country if origin else None,
        country_method=origin.method if origin else None,
        sectors=sectors,
        office=replace(office, sector=sectors[0] if sectors else None),
    )


def _holder(phrase: Phrase, post: Post, context: Context) -> Mention:
    """ "The Russian foreign minister", "the two presidents": a title without a name."""
    tokens = context.tokens
    origin = country_of(phrase, context.syntax, context.hits, before=phrase.last)
    sectors = sectors_of(
        phrase, context.syntax, context.hits, base=post.title.sector, origin=origin, rank=post.title.rank
    )
    office = post.office(origin)
    if office.former:
        sectors = _once_in(sectors)
    plural = post.plural or tokens[phrase.head].tag in ("NNS", "NNPS")
    return Mention(
        form="nominal",
        kind="group" if plural else "person",
        head=tokens[phrase.head].span,
        country=origin.country if origin else None,
        country_method=origin.method if origin else None,
        sectors=sectors,
        office=replace(office, sector=sectors[0] if sectors else None),
        plural=plural,
    )


def _once_in(sectors: tuple[str, ...]) -> tuple[str, ...]:
    """Former holders of offices of state are PLOVER's elites."""
    if not sectors or sectors[0] in ("GOV", "LEG", "SPY", "JUD", "MIL"):
        return ("ELI",)
    return sectors


def _known(phrase: Phrase, hit: Hit, context: Context) -> Mention | None:
    """A country, people, capital or body that the ontology knows."""
    tokens, known = context.tokens, hit.known
    head = tokens[phrase.head].span
    if known.role == "body":
        return _body(phrase, hit, context)
    if known.role in ("country", "metonym"):
        return Mention(
            "name", "state", head, _words(tokens, hit.first, hit.last), known.country, _METHOD[known.role], ("GOV",)
        )
    if known.role == "capital":
        if not acts(phrase, context.syntax):
            return None
        return Mention("name", "state", head, _words(tokens, hit.first, hit.last), known.country, "metonym", ("GOV",))
    return _people(phrase, hit, context)


_METHOD = {"country": "name", "metonym": "metonym", "demonym": "demonym", "people": "demonym", "capital": "metonym"}
_LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "around",
        "outside",
        "inside",
        "through",
        "via",
        "into",
        "throughout",
        "across",
        "over",
        "above",
        "off",
    }
)


def acts(phrase: Phrase, syntax: Syntax) -> bool:
    """Whether a city stands where its government may be meant: not "in Moscow", nor "flew to Moscow"."""
    token = syntax.tokens[phrase.head]
    while token.dep == "conj":
        token = syntax.tokens[token.head]
    if token.dep == "pobj":
        preposition = syntax.tokens[token.head]
        if preposition.lower in _LOCATIVE:
            return False
        if preposition.lower in ("to", "from", "for", "of", "on", "toward", "towards"):
            return (
                preposition.lower in ("to", "from", "on")
                and syntax.tokens[preposition.head].pos == "NOUN"
                and syntax.tokens[preposition.head].lemma in _ADDRESSED
            )
        return preposition.lower in ("by", "with", "between", "against", "among", "than")
    return token.dep in ("nsubj", "nsubjpass", "dobj", "dative", "agent", "poss", "compound", "nmod", "ROOT", "appos")


_ADDRESSED = frozenset(
    {"warning", "message", "letter", "threat", "pressure", "sanction", "response", "offer", "support", "demand", "call"}
)


def _body(phrase: Phrase, hit: Hit, context: Context) -> Mention:
    tokens, body = context.tokens, hit.known.body
    origin = country_of(phrase, context.syntax, context.hits, before=hit.first)
    country, method = hit.known.country, "name"
    if body is not None and body.code is None and origin is not None and body.kind in ("state", "party"):
        country, method = origin.country, origin.method
    sectors = body.sectors if body is not None else ()
    kind = "organisation"
    return Mention(
        "name",
        kind,
        tokens[phrase.head].span,
        _words(tokens, hit.first, hit.last),
        country,
        method if country else None,
        sectors,
    )


def _people(phrase: Phrase, hit: Hit, context: Context) -> Mention | None:
    """ "The Russians", "two Palestinians", "an American"; but not "in French"."""
    tokens = context.tokens
    head = tokens[phrase.head]
    counted = any(
        t.pos == "NUM" or t.lower in ("many", "several", "some", "dozens", "most")
        for t in tokens[phrase.first : phrase.head]
    )
    with_article = phrase.first < phrase.head
    plural = head.tag in ("NNS", "NNPS") or hit.known.plural or tokens[phrase.first].lower in ("the", "both", "many")
    if not plural and (not with_article or hit.known.role == "demonym" and head.pos == "ADJ"):
        return None
    sectors = ("CVL",) if counted or not plural else ()
    return Mention(
        "nominal",
        "group" if plural else "person",
        head.span,
        None,
        hit.known.country,
        "demonym",
        sectors,
        plural=plural,
    )


def _named(phrase: Phrase, context: Context) -> Mention | None:
    """A name that the ontology does not know: somebody, or an organisation."""
    tokens = context.tokens
    head = tokens[phrase.head]
    first = phrase.core_last - 1
    while (
        first > phrase.first
        and (tokens[first - 1].pos == "PROPN" or tokens[first - 1].lower in particles())
        and first - 1 not in context.hits.titles
    ):
        first -= 1
    group = find_group(phrase, tokens)
    words = [t.lower for t in tokens[first : phrase.core_last]]
    address = words[0] in title_words().address
    if address and len(words) > 1:
        first += 1
    given = words[0] in first_names() and len(words) > 1
    is_person = head.entity == "PERSON" or given or address
    if group is not None and group.kind != "person" and not (head.entity == "PERSON" and given):
        return _organisation(phrase, first, group, context)
    if is_person and not (head.entity == "ORG" and not given):
        while (
            phrase.first < first and first in context.hits.known and context.hits.known[first].known.role == "demonym"
        ):
            first += 1
        origin = country_of(phrase, context.syntax, context.hits, before=first)
        sectors = (
            sectors_of(
                phrase, context.syntax, context.hits, base=group.sector if group else None, origin=None, rank=None
            )
            if group
            else _from_modifiers(phrase, first, context)
        )
        return Mention(
            "name",
            "person",
            head.span,
            _person_words(tokens, first, phrase.core_last),
            origin.country if origin else None,
            origin.method if origin else None,
            sectors,
        )
    if head.entity in ("ORG", "NORP"):
        return _organisation(phrase, first, group, context)
    if head.entity in _PLACES or head.entity in _THINGS:
        return None
    return None


def _from_modifiers(phrase: Phrase, before: int, context: Context) -> tuple[str, ...]:
    """The sector of a described person: "protester Ali Hassan"."""
    for index in range(before - 1, phrase.first - 1, -1):
        token = context.tokens[index]
        if token.pos in ("NOUN", "PROPN") and (
            group := find_group(Phrase(phrase.first, index + 1, index, index + 1), context.tokens)
        ):
            return sectors_of(
                Phrase(phrase.first, index + 1, index, index + 1),
                context.syntax,
                context.hits,
                base=None,
                origin=None,
                rank=None,
            ) or (group.sector,)
    return ()


def _organisation(phrase: Phrase, first: int, group: Group | None, context: Context) -> Mention:
    tokens = context.tokens
    origin = country_of(phrase, context.syntax, context.hits, before=phrase.last)
    sectors = sectors_of(phrase, context.syntax, context.hits, base=None, origin=origin, rank=None)
    plural = tokens[phrase.head].tag in ("NNS", "NNPS") and group is not None and group.plural
    lower = group is not None and tokens[phrase.head].pos == "NOUN"
    start = phrase.first
    while start < phrase.head and (tokens[start].pos in ("DET", "PRON") or tokens[start].lower in ("the", "a", "an")):
        start += 1
    person = group is not None and group.kind == "person"
    return Mention(
        form="nominal" if lower or person else "name",
        kind="group"
        if plural or (group is not None and group.kind == "group")
        else "person"
        if person
        else "organisation",
        head=tokens[phrase.head].span,
        name=None if lower or person else _words(tokens, start, max(phrase.core_last, _name_end(phrase, tokens))),
        country=origin.country if origin else None,
        country_method=origin.method if origin else None,
        sectors=sectors,
        plural=plural,
    )


def _name_end(phrase: Phrase, tokens: list[Token]) -> int:
    """Past an "of" phrase that belongs to the name: "Ministry of Foreign Affairs"."""
    inner = tokens[phrase.core_last + 1 : phrase.last] if phrase.last > phrase.core_last else []
    return phrase.last if inner and any(t.text[:1].isupper() for t in inner) else phrase.core_last


def _described(phrase: Phrase, context: Context) -> Mention | None:
    """Somebody described by a common noun: "the rebels", "French police", "a 12-year-old boy"."""
    tokens = context.tokens
    head = tokens[phrase.head]
    group = find_group(phrase, tokens)
    if group is None:
        return None
    origin = country_of(phrase, context.syntax, context.hits, before=phrase.last)
    sectors = sectors_of(phrase, context.syntax, context.hits, base=None, origin=origin, rank=None)
    many = head.tag in ("NNS", "NNPS") or group.plural or (group.collective and group.kind == "group")
    former = is_former(phrase, tokens)
    if former:
        sectors = _once_in(sectors) if sectors and sectors[0] in ("GOV", "LEG", "SPY") else sectors
    kind = group.kind if group.kind != "person" else "group" if many else "person"
    office: Office | None = None
    return Mention(
        form="nominal",
        kind=kind,
        head=head.span,
        country=origin.country if origin else None,
        country_method=origin.method if origin else None,
        sectors=sectors,
        office=office,
        plural=many,
    )


def _person_words(tokens: list[Token], first: int, last: int) -> str:
    while last - 1 > first and tokens[last - 1].lower in suffixes():
        last -= 1
    return _words(tokens, first, last)


def _words(tokens: list[Token], first: int, last: int) -> str:
    """The words as the text has them, on one line."""
    pieces = [tokens[first].text]
    for before, token in zip(tokens[first : last - 1], tokens[first + 1 : last], strict=True):
        pieces.append(token.text if before.end == token.start else f" {token.text}")
    return "".join(pieces)


def span_of(phrase: Phrase, tokens: list[Token]) -> Span:
    """The text span of a phrase."""
    return Span(tokens[phrase.first].start, tokens[phrase.last - 1].end)


__all__ = ["Context", "Origin", "acts", "describe", "span_of"]
