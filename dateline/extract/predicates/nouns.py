"""The arguments of event nouns: possessors, of, by, between, with, and names set before them."""

from dateline.extract.predicates.arguments import Arguments
from dateline.lang.lexicon import Lexicon
from dateline.model.predicate import Argument
from dateline.model.syntax import Syntax, Token

_NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC"})
_GOVERNS = frozenset({"acl", "prep", "relcl"})
_BEFORE = frozenset({"amod", "compound", "nmod", "nsubj"})


def event_noun(token: Token, syntax: Syntax, lexicon: Lexicon) -> str | None:
    """The lemma of an event noun, with its modifier where the two make one term ("air strike"), or None."""
    if token.pos not in ("NOUN", "PROPN") or token.entity in ("DATE", "TIME"):
        return None
    lemma = token.lemma
    known = lemma in lexicon.event_nouns
    if not known and token.pos == "PROPN":
        # A headline in capitals: "Talks", "Sanctions" are taken for names, and keep their plural.
        lemma = lemma.removesuffix("s")
        known = lemma in lexicon.event_nouns
        if token.entity in ("PERSON", "GPE", "NORP") or (known and token.dep == "compound"):
            return None
    if not known and lemma not in lexicon.compound_heads:
        return None
    for i in syntax.children(token.index):
        other = syntax.tokens[i]
        if lemma == "conference" and other.lower in ("press", "news"):
            return None  # talking to reporters is no meeting
        if other.dep in ("compound", "amod", "nmod"):
            for modifier in (other.lemma, other.lower):
                if f"{modifier} {lemma}" in lexicon.event_nouns:
                    return f"{modifier} {lemma}"
    if (
        known
        and lemma not in lexicon.nouns
        and not any(syntax.tokens[i].dep in _GOVERNS for i in syntax.children(token.index))
    ):
        return None  # "a decision" on its own governs nothing
    return lemma if known else None


def of_noun(noun: int, lemma: str, arguments: Arguments, lexicon: Lexicon) -> list[Argument]:
    """All arguments of an event noun: `subject` the doer, `object` the one it is done to, the rest by preposition."""
    syntax = arguments.syntax
    key = lemma if lemma in lexicon.nouns or " " not in lemma else lemma.rsplit(maxsplit=1)[-1]
    owner, before, obliques, clauses = _parts(noun, arguments)
    by = [a for a in obliques if a.preposition == "by"]
    of = [a for a in obliques if a.preposition == "of"]
    if of and not by:
        # "The expulsion of diplomats by Peru": the parser may hang "by Peru" on the diplomats.
        by = [a for i in syntax.children(of[0].head) if syntax.tokens[i].lower == "by" for a in arguments.obliques(i)]
    found: list[Argument] = []
    patient = key in lexicon.patient_nouns
    owner_acts = owner is not None and (bool(of) or not patient)
    if owner is not None:
        found.append(arguments.phrase("subject" if owner_acts else "object", owner))
    found += [Argument("subject", a.head, a.span, "by") for a in by]
    for i in before:
        has_doer = any(a.role == "subject" for a in found)
        found.append(arguments.phrase("object" if has_doer and not patient else "subject", i, "before"))
    of_acts = key in lexicon.subject_nouns and not any(a.role == "subject" for a in found)
    found += [Argument("subject" if of_acts else "object", a.head, a.span, "of") for a in of]
    found += [Argument("subject", a.head, a.span, "between") for a in obliques if a.preposition == "between"]
    found += [a for a in obliques if a.preposition not in ("by", "of", "between")]
    found += [arguments.phrase("clause", i) for i in clauses]
    participle = syntax.child(noun, "acl")
    if participle is not None and syntax.tokens[participle].tag == "VBN":
        found += _by_participle(participle, arguments)
    return found


def _parts(noun: int, arguments: Arguments) -> tuple[int | None, list[int], list[Argument], list[int]]:
    syntax = arguments.syntax
    owner, before, obliques, clauses = None, [], [], []
    for i in syntax.children(noun):
        token = syntax.tokens[i]
        if token.dep == "poss":
            owner = i
        elif token.dep in _BEFORE and i < noun and token.entity in _NAMED and token.head == noun:
            before.append(i)
        elif token.dep in ("prep", "agent"):
            obliques += arguments.obliques(i)
        elif token.dep == "acl" and token.tag == "VB":
            clauses.append(i)
    return owner, before, obliques, clauses


def _by_participle(participle: int, arguments: Arguments) -> list[Argument]:
    """ "A plan issued by China": whoever is behind the participle is behind the noun."""
    by = arguments.agent(participle)
    if by is not None:
        return [arguments.phrase("subject", by, "by")]
    return [
        a
        for i in arguments.syntax.children(participle)
        if arguments.syntax.tokens[i].dep == "prep"
        for a in arguments.obliques(i)
        if a.role == "oblique" and a.preposition in ("against", "between", "with", "on")
    ]
