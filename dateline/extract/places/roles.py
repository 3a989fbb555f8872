"""Whether the name of a country or a capital stands for its government ("Washington warned"): then it is no place."""

from dateline.lang.places import place_words
from dateline.model.syntax import Syntax, Token
from dateline.ontology.gazetteer import Entry


def role_of(first: int, last: int, entry: Entry, syntax: Syntax) -> str:
    """The role of the tokens `[first, last)`, which name `entry`.

    `metonym` where they act or are spoken to, `demonym` where they say what something belongs to ("U.S. troops"), else
    `place`.
    """
    if not (entry.feature == "country" or entry.capital):
        return "place"
    head = _head(first, last, syntax)
    if entry.feature == "country" and _qualifies(head, syntax):
        return "demonym"
    while head.dep == "conj" and syntax.tokens[head.head].pos == "PROPN":
        head = syntax.tokens[head.head]
    return "metonym" if _acts(head, syntax) else "place"


def _qualifies(name: Token, syntax: Syntax) -> bool:
    noun = syntax.tokens[name.head]
    return (
        name.dep in {"compound", "amod", "nmod"}
        and noun.index > name.index
        and noun.pos == "NOUN"
        and noun.lower not in place_words().grounds
    )


def _head(first: int, last: int, syntax: Syntax) -> Token:
    """The word of a name that hangs on a word outside it."""
    for token in reversed(syntax.tokens[first:last]):
        if not first <= token.head < last or token.head == token.index:
            return token
    return syntax.tokens[last - 1]


def _acts(name: Token, syntax: Syntax) -> bool:
    words = place_words()
    governor = syntax.tokens[name.head]
    match name.dep:
        case "nsubj":
            return governor.pos == "VERB" and governor.lemma not in words.still
        case "dobj" | "dative":
            return governor.lemma in words.addressing
        case "poss":
            return governor.pos == "NOUN" and governor.lower not in words.grounds
        case "pobj":
            return _is_party(governor, syntax)
    return False


def _is_party(preposition: Token, syntax: Syntax) -> bool:
    """ "talks with Beijing", "relations between Moscow and Kyiv", "imposed by Washington"."""
    words = place_words()
    if preposition.dep == "agent":
        return True
    if preposition.lower not in words.parties:
        return False
    governor = syntax.tokens[preposition.head]
    if governor.pos == "VERB":
        return governor.lemma in words.dealing
    return governor.lemma in words.acting_nouns or governor.lower in words.acting_nouns
