"""The hand-overs that an exchange is made of: a giver, a receiver, what is given, each as token indices."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.lang.diplomacy import exchange_words, status_words
from dateline.model.annotation import Annotation
from dateline.model.predicate import Predicate
from dateline.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Handover:
    """Somebody or something handed over. Heads are token indices, None where the words do not say."""

    what: int
    predicate: Annotation[Predicate]
    giver: tuple[int, ...] = ()
    receiver: tuple[int, ...] = ()


def exchanged(reading: Reading) -> Iterator[tuple[Handover, Handover | None]]:
    """Each exchange told: two hand-overs that answer each other, the second None where only one is named."""
    for predicate in reading.predicates:
        value = predicate.value
        if value.form != "verb" or not _is_release(value.lemma) or not reading.tells(predicate.span):
            continue
        if value.negated or value.conditional or (value.modal in status_words().modals and value.tense != "future"):
            continue
        counter = _counterpart(reading, value)
        for what in value.role("object"):
            if _is_thing(reading, what.head):
                given = _handover(reading, predicate, what.head)
                if value.lemma in exchange_words().swap and len(given.giver) == 2 and counter is None:
                    first, second = given.giver
                    yield (
                        replace(given, giver=(first,), receiver=(second,)),
                        replace(given, giver=(second,), receiver=(first,)),
                    )
                    break
                if counter is not None:
                    back = replace(_back(given), what=counter)
                    yield given, _with_own_sides(reading, back, counter)
                    break


def _is_release(lemma: str) -> bool:
    words = exchange_words()
    return lemma in words.release or lemma.partition(" ")[0] in words.release


def _is_thing(reading: Reading, head: int) -> bool:
    tokens = reading.parsed.tokens
    if tokens[head].lemma in exchange_words().things or tokens[head].entity == "PERSON":
        return True
    mention = reading.mention_at(tokens[head].start)
    return mention is not None and mention.value.kind in ("person", "group")


def _handover(reading: Reading, predicate: Annotation[Predicate], what: int) -> Handover:
    value = predicate.value
    giver = tuple(h for a in value.role("subject") for h in reading.parsed.conjuncts(a.head))
    to = [a for a in value.arguments if a.role == "indirect" or (a.role == "oblique" and a.preposition == "to")]
    return Handover(what, predicate, giver, tuple(a.head for a in to))


def _back(given: Handover) -> Handover:
    return replace(given, giver=given.receiver, receiver=given.giver)


def _counterpart(reading: Reading, predicate: Predicate) -> int | None:
    """What was given in return: "in exchange for [the release of] X", "swapped for X", "and received X in return"."""
    syntax, words = reading.parsed, exchange_words()
    for i in syntax.subtree(predicate.head):
        token = syntax.tokens[i]
        if token.dep == "prep" and token.lower == "for":
            above = syntax.tokens[token.head]
            marked = above.lemma in words.marks and syntax.tokens[above.head].lower in ("in", "as")
            swapped = token.head == predicate.head and predicate.lemma in words.swap
            if marked or swapped:
                return _thing_under(reading, i)
    for i in syntax.conjuncts(predicate.head)[1:]:
        lowers = {syntax.tokens[j].lower for j in syntax.subtree(i)}
        received = syntax.child(i, "dobj")
        if syntax.tokens[i].lemma in words.receive and received is not None and lowers & words.marks:
            return received if _is_thing(reading, received) else None
    return None


def _thing_under(reading: Reading, preposition: int) -> int | None:
    syntax = reading.parsed
    head = syntax.child(preposition, "pobj", "pcomp")
    for _ in range(4):
        if head is None or _is_thing(reading, head):
            return head
        inner = syntax.child(head, "prep", "dobj")
        head = syntax.child(inner, "pobj") if inner is not None and syntax.tokens[inner].dep == "prep" else inner
    return None


def _with_own_sides(reading: Reading, back: Handover, what: int) -> Handover:
    """The giver that stands by the counterpart itself: "in exchange for Russia's release of X"."""
    syntax = reading.parsed
    for ancestor in syntax.ancestors(what):
        if syntax.tokens[ancestor].lemma in exchange_words().nouns:
            owner = syntax.child(ancestor, "poss")
            if owner is not None:
                return replace(back, giver=(owner,))
    return back
