"""What was done about an agreement: signed, suspended, rejected …"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.extract.agreements.phrases import Phrase
from dateline.lang.diplomacy import agreement_words, status_words
from dateline.model.annotation import Annotation
from dateline.model.predicate import Argument, Predicate
from dateline.model.reading import Reading
from dateline.model.span import Span, cover
from dateline.model.syntax import Syntax

_DEEPEST = 6
_NEAR = 4
_BINDING = frozenset({"signed", "ratified", "extended", "negotiated"})


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
    by_head = {phrase.head: phrase for phrase in found}
    for predicate in reading.predicates:
        if not reading.tells(predicate.span):
            continue
        act, argument, phrase = _act_of(reading, predicate.value, by_head)
        if act is None or phrase is None:
            continue
        if _refused(reading, predicate.value):
            act = "rejected" if act in _BINDING else None
        elif not _done(reading, predicate.value, phrase, violated=act == "violated"):
            act = None
        if act:
            is_doer = argument is not None and argument.role == "subject"
            doers = () if is_doer else _doers(reading.parsed, predicate.value)
            yield FoundAct(act, phrase, predicate, doers, cover(predicate.span, phrase.span))


def _act_of(
    reading: Reading, predicate: Predicate, by_head: dict[int, Phrase]
) -> tuple[str | None, Argument | None, Phrase | None]:
    """What a predicate does to which agreement, and the argument that names it; all None where it does nothing."""
    syntax = reading.parsed
    if predicate.light is not None and predicate.noun in by_head:
        phrase = by_head[predicate.noun]
        return _by_light_verb(syntax, predicate, phrase), None, phrase
    for argument in predicate.arguments:
        meant = _meant(syntax, argument, by_head)
        act = _act(predicate, argument, meant, syntax) if meant else None
        if act:
            return act, argument, meant
    return None, None, None


def _by_light_verb(syntax: Syntax, predicate: Predicate, phrase: Phrase) -> str | None:
    """ "Brokered the ceasefire", "extended the agreement", "the agreement came into force"."""
    if _takes_effect(syntax, predicate):
        return "in-force"
    whole = Argument("object", phrase.head, phrase.span)
    return _act(replace(predicate, lemma=predicate.light or "", light=None, form="verb"), whole, phrase, syntax)


def _takes_effect(syntax: Syntax, predicate: Predicate) -> bool:
    words = agreement_words()
    verb = (predicate.light or predicate.lemma).split()[0]
    return verb in words.starting and any(syntax.tokens[a.head].lemma in words.effects for a in predicate.arguments)


def _refused(reading: Reading, predicate: Predicate) -> bool:
    """Whether somebody refused to do it: "refused to sign"."""
    governor = reading.find(predicate.governor) if predicate.governor else None
    if governor is None or predicate.governor_role != "xcomp" or governor.value.negated:
        return False
    return governor.value.lemma in ("refuse", "decline") and governor.value.tense == "past"


def _meant(syntax: Syntax, argument: Argument, by_head: dict[int, Phrase]) -> Phrase | None:
    """The agreement that an argument is, or that a light noun passes on: "its participation in the treaty"."""
    if argument.role not in ("object", "oblique", "subject"):
        return None
    if syntax.tokens[argument.head].lower == "it" and argument.role == "object":
        return _before(syntax, argument.head, by_head)
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


def _before(syntax: Syntax, index: int, by_head: dict[int, Phrase]) -> Phrase | None:
    """The agreement named before in the sentence: "signed the treaty and ratified [it]"."""
    first = syntax.sentences[syntax.tokens[index].sentence][0]
    return next((by_head[i] for i in range(index - 1, first - 1, -1) if i in by_head), None)


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
    if argument.role == "subject":
        if _takes_effect(syntax, predicate):
            return None if predicate.negated else "in-force"
        if lemma == "agree":  # "the truce agreed in May": nobody but people agree
            return "negotiated"
        if not _intransitive(key, words.acts):
            return None
    act = words.acts.get(key)
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
    if (predicate.negated and not violated) or _is_yet_to_come(reading.parsed, predicate.head):
        return False
    governor = reading.find(predicate.governor) if predicate.governor else None
    return governor is None or _done_under(reading, predicate, governor.value, phrase)


def _is_yet_to_come(syntax: Syntax, head: int) -> bool:
    """ "Has yet to be signed"."""
    before = [t.lower for t in syntax.tokens[max(0, head - _NEAR) : head]]
    return "yet" in before and "to" in before[before.index("yet") :]


def _done_under(reading: Reading, predicate: Predicate, above: Predicate, phrase: Phrase) -> bool:
    """Whether it was done as far as the verb above tells: not under "hoped to", done under "decided to"."""
    words, role, syntax = status_words(), predicate.governor_role, reading.parsed
    if role == "advcl" and predicate.tense is None and _is_purpose(syntax, predicate.head):
        return False
    if role == "conj" and predicate.tense is None and above.tense is None:
        return above.governor != predicate.governor and _done(reading, above, phrase, violated=False)
    if role in ("conj", "relcl", "advcl"):
        return not (above.tense == "future" and _is_condition(syntax, predicate.head))
    if above.head == phrase.head:  # "a plan issued by China": the noun that the participle modifies governs nothing
        return True
    lemmas = set(above.lemma.split())
    if lemmas & words.done:
        return above.modal not in words.modals and not above.negated
    return not lemmas & words.undone


def _is_condition(syntax: Syntax, head: int) -> bool:
    """Whether it must come first: "will take effect [once] all have ratified it"."""
    return any(syntax.tokens[c].lower in status_words().conditions for c in syntax.children(head))


def _is_purpose(syntax: Syntax, head: int) -> bool:
    """Whether it is what somebody came for: "met [to sign] a treaty"."""
    return any(syntax.tokens[c].tag == "TO" for c in syntax.children(head))


def _doers(syntax: Syntax, predicate: Predicate) -> tuple[int, ...]:
    heads: list[int] = []
    for argument in predicate.role("subject"):
        heads += [h for h in syntax.conjuncts(argument.head) if h not in heads]
    return tuple(heads)
