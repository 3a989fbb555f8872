"""Where a clause looks: back, ahead, or at the present. From the grammar where there is one, else from the words."""

from bisect import bisect_right

from dateline.extract.times.context import FUTURE, PAST, PRESENT
from dateline.extract.times.grammar import Tokens
from dateline.extract.times.words import CLASSES, words
from dateline.model.span import Span
from dateline.model.syntax import Syntax, Token

_CLAUSE_ENDS = frozenset({".", ";", ":", "!", "?", "\n", ""})
# A time after the object or subject of a verb dates the verb as well: "took effect on Friday".
_OWN = frozenset({"npadvmod", "tmod", "dobj", "nsubj", "nsubjpass", "attr"})
_NAMES_OF_DAYS = frozenset(CLASSES[n] for n in ("MONTH", "MAYBE_MONTH", "WEEKDAY", "DEICTIC", "PART", "FEAST"))
_FORWARD_PREPOSITIONS = frozenset({"until", "till", "by"})


def guess(tokens: Tokens, at: int) -> str | None:
    """The tense by the nearest telling word before the place in its sentence, else after it."""
    lists = tokens.words.lists["tense"]
    place = bisect_right(tokens.starts, at) - 1
    for index in range(place - 1, max(-1, place - 25), -1):
        if tokens.word(index) in _CLAUSE_ENDS:
            break
        if found := _told_by(tokens, index, lists):
            return found
    for index in range(place + 1, min(len(tokens.tokens), place + 25)):
        if tokens.word(index) in _CLAUSE_ENDS:
            break
        if found := _told_by(tokens, index, lists):
            return found
    return None


def _told_by(tokens: Tokens, index: int, lists: dict[str, frozenset[str]]) -> str | None:
    word = tokens.word(index)
    before = tokens.word(index - 1)
    if word in lists["future"] and not (word == "may" and tokens.capital(index)):
        return FUTURE
    if word in lists["past"] or (word.endswith("ed") and len(word) > 4 and not tokens.capital(index)):
        return FUTURE if before in ("be", "is", "are") else PAST
    if (
        word == "to"
        and tokens.name(index + 1) == "OTHER"
        and not tokens.capital(min(index + 1, len(tokens.tokens) - 1))
    ):
        return FUTURE if tokens.word(index + 1) not in ("the", "a") else None
    return None


def of_clause(syntax: Syntax, at: int) -> str | None:
    """The tense of the clause that governs the words at a place of the text.

    None where a noun stands between ("a summit on Friday") and nothing but the past of another act is told.
    """
    within = syntax.inside(Span(at, at + 1))
    if not within:
        return None
    lists = words().lists
    factual, forward = lists["factual"]["verbs"], lists["forward"]["words"]
    current, direct = syntax.tokens[within[0]], True
    for head in syntax.ancestors(within[0]):
        token = syntax.tokens[head]
        verbal = token.pos in ("VERB", "AUX") and token.dep != "amod"
        told = _told_by_helpers(_helpers(syntax, head)) if verbal else None
        if verbal and (_puts_ahead(token, current, told) or _was_planned(syntax, token, current)):
            return FUTURE
        if token.lower in forward and token.tag != "VBD":
            return FUTURE if told != PAST else None
        if verbal:
            direct = direct and not (current.pos == "NOUN" and token.lemma in lists["forward"]["telling"])
            return _seen_from(of_verb(syntax, head, factual), told, current, direct=direct)
        direct = direct and _passes(current, token)
        current = token
    return None


def _passes(current: Token, token: Token) -> bool:
    """Whether a time under `current` is also that of what `token` hangs on: not in "the April 24 hearing"."""
    if words().classes.get(token.lower) in _NAMES_OF_DAYS or token.pos == "ADP" or token.tag == "CD":
        return True
    return token.dep in _OWN and current.dep not in ("compound", "poss", "nmod", "amod", "nummod")


def _puts_ahead(verb: Token, link: Token, told: str | None) -> bool:
    """ "Has scheduled talks Thursday", "extended it until Thursday"; "was scheduled for Thursday" may have been."""
    forward = words().lists["forward"]
    if verb.lemma in forward["scheduling"]:
        return told != PAST or link.lower != "for"
    return verb.lemma in forward["putting_off"] and link.lower in ("until", "till", "to", "for", "by")


def _was_planned(syntax: Syntax, verb: Token, link: Token) -> bool:
    """ "Had been set for Thursday": what was planned and is told as undone lies ahead, whatever became of it."""
    helpers = {helper.lower for helper in _helpers(syntax, verb.index)}
    return link.lower == "for" and verb.lemma in words().lists["forward"]["planning"] and {"had", "been"} <= helpers


def _seen_from(tense: str | None, told: str | None, link: Token, *, direct: bool) -> str | None:
    if link.lower in _FORWARD_PREPOSITIONS and link.dep == "prep":
        return FUTURE if tense in (FUTURE, PRESENT) else None
    if direct:
        return tense
    # "To get around Wednesday's ruling": an infinitive says nothing about the times of the nouns under it.
    return FUTURE if told == FUTURE else None


def of_verb(syntax: Syntax, head: int, factual: frozenset[str]) -> str | None:
    """The tense of a verb with its auxiliaries; an infinitive looks ahead from the verb that takes it."""
    tokens = syntax.tokens
    verb = tokens[head]
    helpers = _helpers(syntax, head)
    told = _told_by_helpers(helpers)
    if told is None and any(h.lower == "could" for h in helpers) and syntax.child(head, "neg", "preconj") is None:
        # "Could not be found on Friday" has been; "could vote on Friday" is to come.
        told = FUTURE
    if told:
        return told
    if verb.tag == "VBD":
        return PAST
    if any(h.lower == "to" for h in helpers):
        if verb.dep in ("acl", "relcl") and tokens[verb.head].lower not in words().lists["forward"]["words"]:
            return None
        outer = next((tokens[i] for i in syntax.ancestors(head) if tokens[i].pos in ("VERB", "AUX")), None)
        if outer is not None and outer.lemma in factual:
            return of_verb(syntax, outer.index, factual)
        return FUTURE
    if verb.tag in ("VBZ", "VBP") and not helpers:
        return PRESENT
    if verb.dep == "conj" and verb.head != head:
        return of_verb(syntax, verb.head, factual)
    return _of_participle(syntax, verb, factual)


def _helpers(syntax: Syntax, head: int) -> list[Token]:
    return [syntax.tokens[i] for i in syntax.children(head) if syntax.tokens[i].dep in ("aux", "auxpass")]


def _told_by_helpers(helpers: list[Token]) -> str | None:
    """What the auxiliaries say; the first that says something decides, a bare participle says nothing."""
    for helper in helpers:
        if helper.lower in ("will", "'ll", "’ll", "shall", "would", "may", "might", "can", "should", "must", "wo"):
            return FUTURE
        if helper.lower in ("did", "was", "were", "had", "has", "have", "'ve", "’ve"):
            return PAST
        if helper.lower in ("is", "are", "am", "'re", "’re", "do", "does"):
            return PRESENT
    return None


def _of_participle(syntax: Syntax, verb: Token, factual: frozenset[str]) -> str | None:
    if verb.tag == "VBN" and verb.dep in ("acl", "relcl", "ROOT", "advcl"):
        return PAST
    outer = next(
        (syntax.tokens[i] for i in syntax.ancestors(verb.index) if syntax.tokens[i].pos in ("VERB", "AUX")), None
    )
    return of_verb(syntax, outer.index, factual) if outer is not None and outer.index != verb.index else None
