"""What was done about an agreement: signed, suspended, rejected …"""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.agreements.phrases import Phrase
from dateline.lang.diplomacy import agreement_words, status_words
from dateline.model.annotation import Annotation
from dateline.model.predicate import Argument, Predicate
from dateline.model.reading import Reading
from dateline.model.span import Span, cover
from dateline.model.syntax import Syntax

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class FoundAct:
    """One act on one phrase, before claims and dates are asked. `doers` are token indices."""

    act: str
    phrase: Phrase
    predicate: Annotation[Predicate]
    doers: tuple[int, ...]
    span: Span


def acts(reading: Reading, found: list[Phrase]) -> Iterator[FoundAct]:
    """The acts that the report says were done on these phrases: not those wished, planned, refused or denied."""
    syntax = reading.parsed
    by_head = {phrase.head: phrase for phrase in found}
    for predicate in reading.predicates:
        for argument in predicate.value.arguments:
            phrase = _meant(syntax, argument, by_head)
            if phrase is None or not reading.tells(predicate.span):
                continue
            act = _act(predicate.value, argument, phrase, syntax)
            if act and _done(reading, predicate.value, phrase, violated=act == "violated"):
                doers = () if argument.role == "subject" else _doers(syntax, predicate.value)
                span = cover(predicate.span, phrase.span)
                yield FoundAct(act, phrase, predicate, doers, span)
                break


def _meant(syntax: Syntax, argument: Argument, by_head: dict[int, Phrase]) -> Phrase | None:
    """The agreement that an argument is, or that a light noun passes on: "its participation in the treaty"."""
    if argument.role not in ("object", "oblique", "subject"):
        return None
    heads = syntax.conjuncts(argument.head)
    for head in heads:
        if head in by_head:
            return by_head[head]
    if syntax.tokens[argument.head].lemma not in agreement_words().light or argument.role == "subject":
        return None
    for i in syntax.subtree(argument.head):
        if i in by_head and _depth(syntax, i, argument.head) <= _DEEPEST:
            return by_head[i]
    return None


def _depth(syntax: Syntax, index: int, top: int) -> int:
    for depth, ancestor in enumerate(syntax.ancestors(index)):
        if ancestor == top:
            return depth
    return _DEEPEST + 1


def _act(predicate: Predicate, argument: Argument, phrase: Phrase, syntax: Syntax) -> str | None:
    words = agreement_words()
    lemma = predicate.lemma
    noun = syntax.tokens[phrase.head].lemma
    if predicate.form == "noun" and predicate.light is None:
        return words.nouns_of_acts.get(lemma.split()[-1])
    key = f"{lemma} {argument.preposition}" if argument.role == "oblique" else lemma
    if argument.role == "subject" and not _intransitive(key, words.acts):
        return None
    act = words.acts.get(key)
    if act is None and argument.role == "oblique" and lemma in ("enter", "come", "go", "take"):
        act = words.acts.get(f"{lemma} {argument.preposition} effect")
    if predicate.negated:
        return "violated" if key in words.limits["negation_violates"] else None
    limit = {"issue": "issue", "declare": "declare", "hold": "hold", "announce": "declare"}.get(lemma)
    if limit and noun not in words.limits[limit]:
        return None
    return act


def _intransitive(key: str, known: dict[str, str]) -> bool:
    return known.get(key) == "in-force" and (key == "hold" or " " in key)


def _done(reading: Reading, predicate: Predicate, phrase: Phrase, *, violated: bool) -> bool:
    words = status_words()
    if predicate.conditional or predicate.tense == "future" or (predicate.modal in words.modals):
        return False
    if predicate.negated and not violated:
        return False
    governor = reading.find(predicate.governor) if predicate.governor else None
    if governor is None or predicate.governor_role in ("conj", "relcl", "advcl"):
        return True
    above: Predicate = governor.value
    if above.head == phrase.head:  # "a plan issued by China": the noun that the participle modifies governs nothing
        return True
    lemma = above.lemma.split()[0]
    if lemma in words.done:
        return above.modal not in words.modals and not above.negated
    return lemma not in words.undone


def _doers(syntax: Syntax, predicate: Predicate) -> tuple[int, ...]:
    heads: list[int] = []
    for argument in predicate.role("subject"):
        heads += [h for h in syntax.conjuncts(argument.head) if h not in heads]
    return tuple(heads)
