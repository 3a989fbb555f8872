"""What a noun phrase names or describes: from the words of the phrase to a mention."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.mentions.country import country_of
from dateline.extract.mentions.lexicon import Hit, Hits
from dateline.extract.mentions.named import described, named
from dateline.extract.mentions.office import post_in
from dateline.extract.mentions.person import holder, person, person_name
from dateline.extract.mentions.phrases import Phrase
from dateline.extract.mentions.words import words_of
from dateline.lang.pronouns import person_words
from dateline.model.actor import Mention
from dateline.model.span import Span
from dateline.model.syntax import Syntax, Token

_NAME_ENTITIES = frozenset({"PERSON", "ORG", "NORP"})
_NEVER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LANGUAGE"})
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
_OF_MANY_USES = frozenset({"to", "from", "for", "of", "on", "toward", "towards"})
_PARTNER = frozenset({"by", "with", "between", "against", "among", "than"})
_ADDRESSED = frozenset(
    {"warning", "message", "letter", "threat", "pressure", "sanction", "response", "offer", "support", "demand", "call"}
)
_SAID_TO = frozenset({"apologise", "apologize", "appeal", "protest", "complain", "respond", "yield", "concede", "bow"})
_SIDES = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "poss", "compound", "nmod", "ROOT", "appos"})


@dataclass(frozen=True, slots=True)
class Context:
    """What is needed of the whole text to describe one phrase."""

    syntax: Syntax
    hits: Hits

    @property
    def tokens(self) -> Sequence[Token]:
        return self.syntax.tokens


def describe(phrase: Phrase, context: Context) -> Mention | None:
    """The mention that a phrase makes, or None where it names nobody."""
    tokens, hits = context.tokens, context.hits
    head = tokens[phrase.head]
    if (head.entity in _NEVER and (head.pos != "NOUN" or head.entity == "TIME")) or not head.text[0].isalnum():
        return None
    hit = hits.known.get(phrase.head)
    post = post_in(phrase, tokens, hits)
    if post is not None and not (hit is not None and hit.known.role == "body" and hit.last - hit.first > 1):
        if name := person_name(phrase, post, tokens, hits):
            return person(phrase, post, name, tokens, hits)
        if post.first <= phrase.head < post.last:
            return holder(phrase, post, tokens, hits)
    if hit is not None and not _inside_person(hit, tokens):
        return _known(phrase, hit, context)
    joined = phrase.head + 1 < len(tokens) and tokens[phrase.head + 1].text in ("-", "–") and hit is None
    is_name = (head.pos == "PROPN" or head.entity in _NAME_ENTITIES) and not joined
    if is_name and (found := named(phrase, tokens, hits)):
        return found
    return described(phrase, tokens, hits)


def span_of(phrase: Phrase, tokens: Sequence[Token]) -> Span:
    """The text span of a phrase."""
    return Span(tokens[phrase.first].start, tokens[phrase.last - 1].end)


def _inside_person(hit: Hit, tokens: Sequence[Token]) -> bool:
    """Whether a word that could be a country is part of somebody's name (Michael Jordan)."""
    token = tokens[hit.first]
    if hit.known.role == "body" or token.entity != "PERSON" or token.entity_start or not hit.first:
        return False
    return tokens[hit.first - 1].entity == "PERSON"


def _known(phrase: Phrase, hit: Hit, context: Context) -> Mention | None:
    """A country, people, capital or body that the ontology knows."""
    known = hit.known
    if known.role == "body":
        return _body(phrase, hit, context)
    if known.role in ("people", "demonym"):
        return _people(phrase, hit, context)
    if known.role == "region":
        return None
    if known.role == "capital" and not _acts(phrase, context.syntax):
        return None
    name = words_of(context.tokens, hit.first, hit.last)
    head = context.tokens[phrase.head].span
    return Mention("name", "state", head, name, known.country, _METHOD[known.role], ("GOV",))


def _acts(phrase: Phrase, syntax: Syntax) -> bool:
    """Whether a city stands where its government may be meant: not "in Moscow", "flew to Moscow", "MOSCOW (AP)"."""
    tokens = syntax.tokens
    token = tokens[phrase.head]
    if token.text.isupper() and len(token.text) > 3:
        return False
    while token.dep == "conj":
        token = tokens[token.head]
    if token.dep != "pobj":
        return token.dep in _SIDES
    preposition = tokens[token.head]
    if preposition.lower in _LOCATIVE:
        return False
    if preposition.lower in _OF_MANY_USES:
        above = tokens[preposition.head]
        if preposition.lower == "to" and above.pos == "VERB":
            return above.lemma in _SAID_TO
        return preposition.lower in ("to", "from", "on") and above.pos == "NOUN" and above.lemma in _ADDRESSED
    return preposition.lower in _PARTNER


def _body(phrase: Phrase, hit: Hit, context: Context) -> Mention:
    tokens, body = context.tokens, hit.known.body
    country, method = hit.known.country, "name"
    owner = country_of(phrase, tokens, context.hits, before=hit.first)
    if body is not None and body.code is None and owner is not None and body.kind in ("state", "party"):
        country, method = owner.country or country, owner.method
    sectors = body.sectors if body is not None else ()
    kind = "state" if "PRE" in sectors and body is not None and body.kind == "state" else "organisation"
    name = words_of(tokens, hit.first, hit.last)
    return Mention("name", kind, tokens[phrase.head].span, name, country, method if country else None, sectors)


# "The French" are many, "the Iranian" is one.
_ONE = ("an", "i")


def _people(phrase: Phrase, hit: Hit, context: Context) -> Mention | None:
    """ "The Russians", "two Palestinians", "an American"; but not "in French"."""
    tokens = context.tokens
    head = tokens[phrase.head]
    before = tokens[phrase.first : phrase.head]
    whole = tokens[phrase.first].lower in ("the", "both", "many") and not head.lower.endswith(_ONE)
    plural = head.tag in ("NNS", "NNPS") or hit.known.plural or whole
    if not plural and (phrase.first == phrase.head or (hit.known.role == "demonym" and head.pos == "ADJ")):
        return None
    counted = any(t.pos == "NUM" or t.lower in person_words().quantities for t in before)
    definite = bool(before) and before[0].lower in ("the", "these", "those", "both")
    sectors = () if plural and definite and not counted else ("CVL",)
    kind = "group" if plural else "person"
    return Mention("nominal", kind, head.span, None, hit.known.country, "demonym", sectors, plural=plural)
