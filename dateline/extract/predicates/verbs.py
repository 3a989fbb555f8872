"""Tense, aspect, modality, negation and condition of a verb, read off its auxiliaries and its clause."""

from dataclasses import dataclass

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


NO_FORM = Form(None, None, None, negated=False, conditional=False)


class Forms:
    """Reads the form of verbs of one text; remembers it, as coordinated verbs share their auxiliaries."""

    def __init__(self, syntax: Syntax, grammar: Grammar) -> None:
        self.syntax = syntax
        self.grammar = grammar
        self._found: dict[int, Form] = {}

    def of(self, verb: int) -> Form:
        """The form of a verb. Forms that are not finite take the tense of nothing: theirs is None."""
        if verb not in self._found:
            self._found[verb] = NO_FORM  # a cycle in a broken parse ends here
            self._found[verb] = self._find(verb)
        return self._found[verb]

    def _find(self, verb: int) -> Form:
        tokens, token = self.syntax.tokens, self.syntax.tokens[verb]
        auxiliaries: list[Token] = []
        modal: str | None = None
        negated = conditional = has_subject = False
        for i in self.syntax.children(verb):
            child = tokens[i]
            dep = child.dep
            if dep in ("aux", "auxpass"):
                auxiliaries.append(child)
                if child.tag == "MD" and modal is None:
                    modal = _MODALS.get(child.lower, child.lower)
            elif dep in ("nsubj", "nsubjpass", "dobj", "attr"):
                has_subject = has_subject or dep.startswith("nsubj")
                negated = negated or self.none(i)
            elif dep == "neg" or (dep in ("advmod", "preconj", "cc") and child.lower in self.grammar.negators):
                negated = negated or not self._only(i)
            elif dep in ("mark", "advmod") and child.lower in self.grammar.condition_marks:
                conditional = True
        if token.dep == "pcomp" and tokens[token.head].lower in self.grammar.negative_prepositions:
            negated = True
        tense, aspect = _tense(token, auxiliaries, modal)
        if token.dep == "conj" and token.head != verb and tokens[token.head].pos in ("VERB", "AUX"):
            shared = self.of(token.head)
            conditional = conditional or (not has_subject and shared.conditional)
            negated = negated or (not has_subject and shared.negated and self._nor(token))
            if self._shares(token, auxiliaries):
                negated = negated or (shared.negated and self._or(token))
                return Form(tense or shared.tense, aspect or shared.aspect, modal or shared.modal, negated, conditional)
        if tense in (None, "past") and aspect is None and modal is None and self._going_to(token):
            tense = "future"
        return Form(tense, aspect, None if modal == "will" else modal, negated, conditional)

    def _going_to(self, token: Token) -> bool:
        """ "Is to meet", "is going to meet"."""
        if token.dep != "xcomp":
            return False
        if token.tag != "VB" and not any(
            self.syntax.tokens[i].lower == "to" for i in self.syntax.children(token.index)
        ):
            return False
        governor = self.syntax.tokens[token.head]
        return governor.lemma == "be" or (governor.tag == "VBG" and governor.lemma == "go")

    def _shares(self, token: Token, auxiliaries: list[Token]) -> bool:
        """Whether the auxiliaries of the first of coordinated verbs count for this one too ("will meet and sign")."""
        if auxiliaries or token.tag not in ("VB", "VBN", "VBG"):
            return False
        return self.syntax.tokens[token.head].tag == token.tag

    def _or(self, token: Token) -> bool:
        """ "Has not met or spoken", "neither met nor spoken": what is denied of one is denied of the other."""
        tokens, first = self.syntax.tokens, self.syntax.tokens[token.head]
        words = {tokens[i].lower for i in self.syntax.children(first.index) if first.index < i < token.index}
        below = {tokens[j].lower for i in self.syntax.children(first.index) for j in self.syntax.children(i)}
        return bool((words | below) & {"or", "nor"}) and not words & {"and", "but"}

    def _nor(self, token: Token) -> bool:
        """ "Neither praised nor condemned"."""
        first = self.syntax.tokens[token.head]
        return any(self.syntax.tokens[i].lower == "nor" for i in range(first.index + 1, token.index))

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
