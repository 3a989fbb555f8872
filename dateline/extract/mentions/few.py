"""Mentions that are no plain noun phrase: pronouns, quantities, "the injured", and the state in "Russian invasion"."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.mentions.describe import Context, describe
from dateline.extract.mentions.phrases import Phrase, Phrases
from dateline.lang.groups import groups
from dateline.lang.pronouns import person_words, pronouns
from dateline.model.actor import Mention
from dateline.model.syntax import Syntax, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "agent", "conj", "dative"})


def pronoun(token: Token, syntax: Syntax) -> Mention | None:
    """The mention that a pronoun makes; None for an "it" that stands for nothing and for "this"."""
    known = pronouns().get(token.lower)
    words = person_words()
    if known is None:
        if token.lower in words.alone and token.dep in _ARGUMENTS and syntax.child(token.index, "prep") is None:
            plural = token.lower in ("others", "both", "those", "everyone", "everybody")
            if token.lower == "those" and syntax.child(token.index, "relcl", "acl") is None:
                return None
            return Mention("nominal", "group" if plural else "person", token.span, sectors=("UNK",), plural=plural)
        return None
    if token.lower == "it" and _is_expletive(token, syntax):
        return None
    if token.text == "US":
        return None
    plural = known.number == "plural"
    kind = "group" if plural else "organisation" if known.gender == "neuter" else "person"
    return Mention("pronoun", kind, token.span, plural=plural)


def _is_expletive(token: Token, syntax: Syntax) -> bool:
    """Whether "it" only fills a place: "it is clear that", "it was raining", "it took two days to"."""
    verb = syntax.tokens[token.head]
    if token.dep == "expl":
        return True
    if token.dep not in ("nsubj", "nsubjpass") or verb.lemma not in person_words().expletive:
        return False
    if any(
        syntax.tokens[c].dep == "acomp" and syntax.tokens[c].lemma in person_words().of_somebody
        for c in syntax.children(verb.index)
    ):
        return False  # "it was ready to talk"
    return any(
        syntax.tokens[c].dep in ("ccomp", "xcomp", "advcl", "acomp", "attr", "relcl")
        for c in syntax.children(verb.index)
    )


def quantity(token: Token, phrases: Phrases, context: Context) -> Mention | None:
    """ "18 of the 20 nations", "dozens of protesters": a number of somebody; the noun says of whom."""
    syntax = context.syntax
    if token.pos != "NUM" and token.lower not in person_words().quantities:
        return None
    preposition = syntax.child(token.index, "prep")
    if preposition is None or syntax.tokens[preposition].lower != "of" or preposition > token.index + 2:
        return None
    inner = syntax.child(preposition, "pobj")
    if inner is None:
        return None
    whole = describe(phrases.at(inner, hold=True), context)
    if whole is None or not (whole.plural or whole.kind == "group"):
        return None
    plural = token.lower not in ("one", "each", "1", "either", "neither")
    kind = "group" if plural else "person" if whole.kind == "group" else whole.kind
    return replace(whole, form="nominal", kind=kind, head=token.span, name=None, plural=plural)


def adjective_group(token: Token, syntax: Syntax) -> Mention | None:
    """ "The injured", "the dead": an adjective after an article that stands for persons."""
    if token.lower not in person_words().adjectives or token.dep not in _ARGUMENTS:
        return None
    if syntax.child(token.index, "det") is None and syntax.child(token.index, "nummod") is None:
        return None
    return Mention("nominal", "group", token.span, sectors=("CVL",), plural=True)


def demonym_state(token: Token, phrases: Phrases, context: Context) -> Mention | None:
    """The state in "Russian invasion" or "U.S. support": a country word before a noun that is nobody itself.

    Coordinated ones before a group ("French and German officials") are groups of their own.
    """
    tokens, hits = context.tokens, context.hits
    hit = hits.known.get(token.index)
    if hit is None or token.index != hit.last - 1 or hit.known.role in ("capital", "region"):
        return None
    head = _outer(token, tokens)
    if head.pos not in ("NOUN", "PROPN") or hit.first <= head.index < hit.last:
        return None
    if hit.last < len(tokens) and _is_beside(tokens[hit.last]):
        return None
    owner = describe(phrases.at(head.index, hold=True), context)
    country, known = hit.known.country, hit.known
    if owner is not None:
        listed = token.dep == "conj" or context.syntax.child(token.index, "conj") is not None
        if owner.country is None and owner.kind == "group" and country and owner.form == "nominal" and listed:
            return Mention("nominal", "group", token.span, None, country, "demonym", owner.sectors, owner.office, True)
        return None
    if known.body is not None:
        method = "name" if country else None
        return Mention("name", "organisation", token.span, known.name, country, method, known.body.sectors)
    method = "name" if known.role == "country" else "metonym" if known.role == "metonym" else "demonym"
    return Mention("name", "state", token.span, known.name, country, method, ("GOV",))


def _outer(token: Token, tokens: Sequence[Token]) -> Token:
    """The noun at the top of the phrase that a word belongs to."""
    head = tokens[token.head]
    while head.dep in ("compound", "amod", "nmod", "conj") and head.head != head.index and head.pos in _NOMINAL:
        head = tokens[head.head]
    return head


def _is_beside(token: Token) -> bool:
    """Whether a noun stays somebody although another noun follows it ("army" in "army bulldozers")."""
    return token.dep in ("compound", "nmod") and token.pos in ("NOUN", "PROPN") and token.lower in groups().beside


def group_beside(token: Token, phrases: Phrases, context: Context) -> tuple[Phrase, Mention] | None:
    """The army in "Israeli army bulldozers", where the whole phrase is nobody."""
    tokens = context.tokens
    if not _is_beside(token):
        return None
    head = _outer(token, tokens)
    if head is token or describe(phrases.at(head.index, hold=True), context) is not None:
        return None
    hit = context.hits.known.get(token.index - 1)
    first = hit.first if hit is not None else token.index
    phrase = Phrase(first, token.index + 1, token.index, token.index + 1)
    mention = describe(phrase, context)
    return (phrase, mention) if mention else None
