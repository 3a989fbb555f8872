"""Bare surnames that the recogniser of names missed: known persons of the report, named by their last name alone."""

from collections.abc import Sequence

from dateline.extract.mentions.phrases import Phrase
from dateline.lang.names import suffixes
from dateline.model.actor import Mention
from dateline.model.syntax import Token

_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "agent", "appos", "dative", "attr", "ROOT"}
)


def surnames(mentions: Sequence[Mention]) -> frozenset[str]:
    """The last names of the persons who have a full name."""
    found = set()
    for mention in mentions:
        if mention.kind == "person" and mention.form == "name" and mention.name and " " in mention.name:
            words = [w for w in mention.name.split() if w.lower() not in suffixes()]
            if len(words) > 1 and len(words[-1]) > 2:
                found.add(words[-1])
    return frozenset(found)


def by_surname(token: Token, tokens: Sequence[Token]) -> tuple[Phrase, Mention] | None:
    """The mention of a person by surname alone; None where the word is part of a longer name."""
    if token.dep not in _ARGUMENTS or token.pos not in ("PROPN", "NOUN"):
        return None
    for index in (token.index - 1, token.index + 1):
        if 0 <= index < len(tokens) and tokens[index].pos == "PROPN" and tokens[index].sentence == token.sentence:
            return None
    phrase = Phrase(token.index, token.index + 1, token.index, token.index + 1)
    return phrase, Mention("name", "person", token.span, token.text)
