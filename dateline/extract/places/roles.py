"""Whether the name of a country or a capital stands for its government ("Washington warned"): then it is no place."""

from dateline.lang.places import place_words
from dateline.model.syntax import Syntax, Token
from dateline.ontology.gazetteer import Entry


def is_government(first: int, last: int, entry: Entry, syntax: Syntax) -> bool:
    """Whether the tokens `[first, last)`, which name `entry`, act or are spoken to."""
    if not (entry.feature == "country" or entry.capital):
        return False
    head = _head(first, last, syntax)
    while head.dep == "conj" and syntax.tokens[head.head].pos == "PROPN":
        head = syntax.tokens[head.head]
    return _acts(head, syntax)


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
            return governor.lemma in words.acting_nouns or governor.lower in words.acting_nouns
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
    return (
        governor.lemma in words.acting_nouns
        or governor.lower in words.acting_nouns
        or (governor.pos == "VERB" and preposition.lower in {"with", "against"})
    )
