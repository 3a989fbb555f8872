"""Tense, aspect, modality, negation and condition of a verb, read off its auxiliaries and its clause."""

from dataclasses import dataclass

from dateline.extract.predicates.arguments import Arguments
from dateline.lang.grammar import Grammar
from dateline.model.syntax import Syntax, Token

_MODALS = {
    "ca": "can",
    "wo": "will",
    "'ll": "will",
    "’ll": "will",
    "'d": "would",
    "’d": "would",
    "shall": "will",
    "sha": "will",
}
_FINITE_PAST = frozenset({"VBD"})


@dataclass(frozen=True, slots=True)
class Form:
    """What the verb group says. Fields as in `Predicate`."""

    tense: str | None
    aspect: str | None
    modal: str | None
    negated: bool
    conditional: bool


class Forms:
    """Reads the form of verbs of one text; remembers it, as coordinated verbs share their auxiliaries."""

    def __init__(self, syntax: Syntax, grammar: Grammar, arguments: Arguments) -> None:
        self.syntax = syntax
        self.grammar = grammar
        self.arguments = arguments
        self._found: dict[int, Form] = {}

    def of(self, verb: int) -> Form:
        """The form of a verb. Forms that are not finite take the tense of nothing: theirs is None."""
        if verb not in self._found:
            self._found[verb] = Form(None, None, None, negated=False, conditional=False)
            self._found[verb] = self._find(verb)
        return self._found[verb]

    def _find(self, verb: int) -> Form:
        tokens, token = self.syntax.tokens, self.syntax.tokens[verb]
        auxiliaries = [tokens[i] for i in self.syntax.children(verb) if tokens[i].dep in ("aux", "auxpass")]
        modal = next((_MODALS.get(a.lower, a.lower) for a in auxiliaries if a.tag == "MD"), None)
        tense, aspect = _tense(token, auxiliaries, modal)
        negated = self._negated(verb)
        conditional = self._conditional(verb)
        first = self._shared(token, auxiliaries)
        if first is not None:
            shared = self.of(first)
            return Form(
                tense or shared.tense,
                aspect or shared.aspect,
                modal or shared.modal,
                negated=negated,
                conditional=conditional or shared.conditional,
            )
        if tense is None and modal is None and self._going_to(token):
            tense = "future"
        if modal == "will":
            modal = None
        return Form(tense, aspect, modal, negated=negated, conditional=conditional)

    def _going_to(self, token: Token) -> bool:
        """ "Is to meet", "is going to meet"."""
        if token.dep != "xcomp" or token.tag != "VB":
            return False
        governor = self.syntax.tokens[token.head]
        return governor.lemma == "be" or (governor.tag == "VBG" and governor.lemma == "go")

    def _shared(self, token: Token, auxiliaries: list[Token]) -> int | None:
        """The first of coordinated verbs, whose auxiliaries count for this one too ("will meet and sign")."""
        if token.dep != "conj" or token.head == token.index or auxiliaries or token.tag not in ("VB", "VBN", "VBG"):
            return None
        first = self.syntax.tokens[token.head]
        return first.index if first.tag == token.tag else None

    def _negated(self, verb: int) -> bool:
        tokens, grammar = self.syntax.tokens, self.grammar
        for i in self.syntax.children(verb):
            token = tokens[i]
            if token.dep == "neg" or (token.dep in ("advmod", "preconj", "cc") and token.lower in grammar.negators):
                return not self._only(i)
            if token.dep in ("nsubj", "nsubjpass", "dobj", "attr") and self.none(i):
                return True
        token = tokens[verb]
        return token.dep == "pcomp" and tokens[token.head].lower in grammar.negative_prepositions

    def _only(self, negator: int) -> bool:
        """ "Not only" negates nothing."""
        following = negator + 1
        return following < len(self.syntax.tokens) and self.syntax.tokens[following].lower in ("only", "just", "merely")

    def none(self, noun: int) -> bool:
        """Whether a noun phrase is empty: "no talks", "nobody"."""
        tokens = self.syntax.tokens
        if tokens[noun].lower in ("nobody", "none", "nothing"):
            return True
        return any(
            tokens[i].dep in ("det", "neg", "nummod") and tokens[i].lower in self.grammar.negative_determiners
            for i in self.syntax.children(noun)
        )

    def _conditional(self, verb: int) -> bool:
        tokens = self.syntax.tokens
        for i in self.syntax.children(verb):
            if tokens[i].dep in ("mark", "advmod") and tokens[i].lower in self.grammar.condition_marks:
                # "As if" and "even if" in front of a fact are rare in news; a condition is the safe reading.
                return True
        token = tokens[verb]
        if token.dep == "conj" and token.head != verb and tokens[token.head].pos in ("VERB", "AUX"):
            own_subject = any(tokens[i].dep in ("nsubj", "nsubjpass") for i in self.syntax.children(verb))
            return not own_subject and self.of(token.head).conditional
        return False


def _tense(token: Token, auxiliaries: list[Token], modal: str | None) -> tuple[str | None, str | None]:
    aspect = None
    if any(a.lemma == "have" for a in auxiliaries):
        aspect = "perfect"
    elif token.tag == "VBG" and any(a.lemma == "be" or a.lower in ("'s", "'re", "’s", "’re") for a in auxiliaries):
        aspect = "progressive"
    if modal == "will":
        return "future", aspect
    if modal:
        return None, aspect
    finite = next((a for a in auxiliaries if a.tag in ("VBD", "VBP", "VBZ")), None)
    tag = finite.tag if finite is not None else token.tag
    if tag in _FINITE_PAST:
        return "past", aspect
    if tag in ("VBZ", "VBP"):
        return "present", aspect
    # A bare participle tells of something done: "forces backed by X", "the man arrested on Monday".
    return ("past" if tag == "VBN" and not auxiliaries else None), aspect
