"""The stage: which words of a report can be a mention, and in which order they are looked at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.extract.mentions.describe import Context, describe, span_of
from dateline.extract.mentions.few import adjective_group, demonym_state, group_beside, pronoun, quantity
from dateline.extract.mentions.headlines import cut_name, is_title_case, missed
from dateline.extract.mentions.lexicon import find_hits
from dateline.extract.mentions.phrases import Phrase, Phrases
from dateline.extract.mentions.share import share
from dateline.extract.mentions.surnames import Persons, as_person, bare, by_surname, is_leader, persons_of
from dateline.lang.pronouns import person_words
from dateline.model import layers
from dateline.model.actor import Mention
from dateline.model.annotation import Annotation, Namer
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Syntax, Token

# A noun with one of these labels belongs to the phrase of the noun that it hangs to.
_DET_SIDES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})
_CAN_HEAD = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ", "VERB"})
_PARTS = frozenset({"compound", "amod", "nmod", "nummod", "det", "quantmod", "npadvmod", "case", "punct", "flat"})


@dataclass(slots=True)
class Found:
    """A mention on its way: its phrase and what is known so far."""

    phrase: Phrase
    mention: Mention


class Mentions:
    """Finds every mention of a report. Needs the grammar, gives the layer `mention`."""

    name = "mentions"
    requires = frozenset({layers.SYNTAX})
    provides = frozenset({layers.MENTION})

    def __call__(self, reading: Reading) -> Iterable[Annotation[Mention]]:
        syntax = reading.parsed
        published = reading.document.origin.published
        found = find_mentions(
            syntax, headline=reading.document.headline, published=published.value if published else None
        )
        share(found, syntax, published.value if published else None)
        namer = Namer(reading.document.id, layers.MENTION)
        for one in found:
            span = span_of(one.phrase, syntax.tokens)
            yield Annotation(namer(span), layers.MENTION, span, self.name, one.mention)


def find_mentions(syntax: Syntax, *, headline: Span | None = None, published: str | None = None) -> list[Found]:
    """All mentions in the order of their heads, each head at most once.

    `headline` is the place of the title, whose capitals may mean nothing; `published` the ISO date, for bare surnames.
    """
    context = Context(syntax, find_hits(syntax.tokens))
    phrases = Phrases(syntax)
    found: list[Found] = []
    for token in syntax.tokens:
        if (
            token.pos in _CAN_HEAD
            and (one := _at(token, phrases, context))
            and not (found and _is_rest(one, found[-1]))
        ):
            found.append(one)
    title = syntax.tokens[: len(syntax.inside(headline))] if headline is not None else ()
    capitals = len(title) if is_title_case(title) else 0
    persons = persons_of(one.mention for one in found if one.phrase.first >= capitals)
    if capitals:
        found = _with_headline(found, title, persons, context)
    return _with_surnames(found, persons, context, published)


def _with_headline(found: list[Found], title: Sequence[Token], persons: Persons, context: Context) -> list[Found]:
    """Mend the names of a headline that is all capitals at the beginning of words."""
    kept: list[Found] = []
    rest: list[Found] = []
    for one in found:
        if one.phrase.first >= len(title):
            rest.append(one)
        elif cut := cut_name(one.mention, one.phrase, context.tokens, persons):
            kept.append(Found(*cut))
    taken = {i for one in kept for i in range(one.phrase.first, one.phrase.last)}
    kept.extend(Found(*made) for made in missed(title, taken, persons, context.hits))
    return sorted(kept, key=lambda one: one.phrase.head) + rest


def _with_surnames(found: list[Found], persons: Persons, context: Context, published: str | None) -> list[Found]:
    """Add and mend bare surnames: of persons whose full name stands in the report, and of leaders."""
    tokens, hits = context.tokens, context.hits
    for one in found:
        one.mention = as_person(one.mention, persons)
    by_head = {one.phrase.head: one for one in found}
    covered = {i for one in found if one.mention.form == "name" for i in range(one.phrase.first, one.phrase.last)}
    for token in tokens:
        if token.pos not in ("PROPN", "NOUN") or token.index in hits.known:
            continue
        there = by_head.get(token.index)
        if there is not None and there.mention.kind != "organisation":
            continue
        if token.text in persons.surnames:
            made = by_surname(token, tokens)
        elif there is None and token.index not in covered and is_leader(token, tokens, hits, published=published):
            made = bare(token)
        else:
            continue
        if made:
            by_head[token.index] = Found(*made)
    return [by_head[index] for index in sorted(by_head)]


def _is_rest(one: Found, before: Found) -> bool:
    """Whether a name is only the rest of the name just found, which the parser cut in two."""
    inside = before.phrase.first <= one.phrase.first and one.phrase.last <= before.phrase.last
    if not inside or before.mention.form != "name" or before.mention.kind != "person" or one.mention.form != "name":
        return False
    return one.mention.kind == "person" or (one.mention.name or "") in (before.mention.name or "")


def _is_inner(token: Token, context: Context) -> bool:
    """Whether a word is only a part of a title or of an organisation's name: "State" in "Secretary of State"."""
    tokens = context.tokens
    title = context.hits.titles.get(token.index)
    if title is not None and title.last - title.first > 1:
        tops = [
            i
            for i in range(title.first, title.last)
            if not title.first <= tokens[i].head < title.last or tokens[i].head == i
        ]
        if tops and token.index != tops[-1]:
            return True
    known = context.hits.known.get(token.index)
    if known is not None and known.first <= token.head < known.last and token.head != token.index:
        return True
    if token.entity != "ORG" or token.entity_start or token.head >= token.index:
        return False
    between = tokens[token.head : token.index + 1]
    return all(t.entity == "ORG" and (t is between[0] or not t.entity_start) for t in between)


def _is_joined(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a noun is the first half of an adjective: "Muslim-led", "rebel-held"."""
    index = token.index
    return index + 2 < len(tokens) and tokens[index + 1].text == "-" and tokens[index + 2].tag in ("VBN", "VBG", "VBD")


def _at(token: Token, phrases: Phrases, context: Context) -> Found | None:
    """The mention that a token heads, if it heads one."""
    if _is_inner(token, context) or _is_joined(token, context.tokens):
        return None
    pos = token.pos
    if pos in ("NOUN", "PROPN"):
        above = context.tokens[token.head]
        part = token.dep in _PARTS and above is not token and above.pos in ("NOUN", "PROPN", "ADJ")
        part = part and not phrases.is_apart(token.index)
        return _state_inside(token, phrases, context) if part else _noun(token, phrases, context)
    if pos in ("PRON", "DET"):
        if token.text.isupper() and token.index in context.hits.known:
            return _noun(token, phrases, context)  # "WHO" and "US" are names
        if (pos == "PRON" or token.dep in _DET_SIDES) and (mention := pronoun(token, context.syntax)):
            return Found(Phrase(token.index, token.index + 1, token.index, token.index + 1), mention)
    elif token.index in context.hits.known and pos == "ADJ":
        return _state_inside(token, phrases, context)
    elif mention := adjective_group(token, context.syntax):
        return Found(phrases.at(token.index, hold=False), mention)
    return _quantity(token, phrases, context)


def _noun(token: Token, phrases: Phrases, context: Context) -> Found | None:
    phrase = phrases.at(token.index, hold=True)
    if token.lower in person_words().quantities and _has_of(token, context):
        return _quantity(token, phrases, context)
    mention = describe(phrase, context)
    return Found(phrase, mention) if mention else None


def _has_of(token: Token, context: Context) -> bool:
    preposition = context.syntax.child(token.index, "prep")
    return preposition is not None and context.tokens[preposition].lower == "of"


def _quantity(token: Token, phrases: Phrases, context: Context) -> Found | None:
    mention = quantity(token, phrases, context)
    return Found(phrases.at(token.index, hold=False), mention) if mention else None


def _state_inside(token: Token, phrases: Phrases, context: Context) -> Found | None:
    mention = demonym_state(token, phrases, context)
    if mention is None:
        beside = group_beside(token, phrases, context)
        return Found(*beside) if beside else None
    hit = context.hits.known[token.index]
    return Found(Phrase(hit.first, hit.last, token.index, hit.last), mention)
