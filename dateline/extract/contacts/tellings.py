"""The predicates that tell of a contact, and how each stands: happened, planned, called off, only wished for."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.lang.diplomacy import contact_words
from dateline.model.annotation import Annotation
from dateline.model.claim import Claim
from dateline.model.predicate import Argument, Predicate
from dateline.model.reading import Reading
from dateline.model.span import Span, cover

_UNREAL = frozenset({"would", "could", "might", "may", "should", "must", "can", "ought"})
_TOLD = frozenset({"happened", "ongoing", "planned", "cancelled", "refused"})
_BELOW = frozenset({"xcomp", "ccomp", "object", "noun", "subject", "oblique"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A predicate that tells of a contact.

    `form` is one of a contact's, or `open` where the words leave it open; `governor` the predicate that it stands
    under, `claim` the claim made of the same words.
    """

    predicate: Annotation[Predicate]
    word: str
    form: str
    governor: Annotation[Predicate] | None
    claim: Annotation[Claim] | None

    @property
    def value(self) -> Predicate:
        return self.predicate.value

    @property
    def is_noun(self) -> bool:
        return self.value.form == "noun" or self.value.light is not None


def tellings(reading: Reading) -> Iterator[Telling]:
    """Every predicate of headline and body that may tell of a contact, in text order."""
    claims = _claims_by_token(reading)
    for predicate in reading.predicates:
        found = _form(reading, predicate.value)
        if found is None or not reading.tells(predicate.span):
            continue
        governor = reading.find(predicate.value.governor) if predicate.value.governor else None
        if _is_about_contact(reading, predicate.value, found[0], governor):
            claim = next((claims[i] for i in reading.parsed.inside(predicate.span) if i in claims), None)
            yield Telling(predicate, found[0], found[1], governor, claim)


def _claims_by_token(reading: Reading) -> dict[int, Annotation[Claim]]:
    found: dict[int, Annotation[Claim]] = {}
    for claim in reading.claims:
        if claim.value.type in ("CONSULT", "AGREE", "REJECT"):
            for i in reading.parsed.inside(claim.value.trigger):
                found.setdefault(i, claim)
    return found


def _form(reading: Reading, predicate: Predicate) -> tuple[str, str] | None:
    """The word that tells of a contact and the form that it gives, or None."""
    words = contact_words()
    if predicate.form == "verb" and predicate.light is None:
        if predicate.lemma in words.verbs:
            return predicate.lemma, words.verbs[predicate.lemma]
        if predicate.lemma in ("send", "deliver", "hand") and _sends_letter(reading, predicate):
            return "letter", "letter"
        return (predicate.lemma, "in-person") if predicate.lemma == "see" else None
    for word in (predicate.lemma, predicate.lemma.split()[-1]):
        if word in words.nouns:
            return word, words.nouns[word]
    return None


def _sends_letter(reading: Reading, predicate: Predicate) -> bool:
    tokens, nouns = reading.parsed.tokens, contact_words().nouns
    return any(nouns.get(tokens[a.head].lemma) == "letter" for a in predicate.role("object"))


def _is_about_contact(
    reading: Reading, predicate: Predicate, word: str, governor: Annotation[Predicate] | None
) -> bool:
    words = contact_words()
    if word == "see":
        return governor is not None and governor.value.lemma.split()[0] in words["travel"]
    if word == "letter" and predicate.form == "verb":
        return True
    if predicate.form == "noun" or predicate.light is not None:
        return word not in ("exchange", "round", "message", "note", "call") or any(
            a.preposition in ("between", "with", "to") for a in predicate.arguments
        )
    if word != "call":
        return True
    # "Called him a liar" and "called for an end" are no calls.
    named = reading.parsed.child(predicate.head, "oprd", "ccomp", "xcomp", "acomp", "prt") is not None
    return bool(predicate.role("object", "indirect")) and not named


def parties(telling: Telling) -> Iterator[Argument]:
    """The arguments of a telling that name who is in contact, subject first."""
    words, value = contact_words(), telling.value
    yield from value.role("subject")
    for argument in value.arguments:
        if argument.role in ("object", "indirect"):
            if telling.word in words["parties"] or argument.role == "indirect":
                yield argument
        elif argument.role == "oblique" and argument.preposition:
            if argument.preposition in words["to"]:
                if telling.word in words["addressed"]:
                    yield argument
            elif argument.preposition in words["with"] and (telling.is_noun or argument.preposition == "with"):
                yield argument
        elif argument.role == "owner":
            yield argument


def has_other_object(reading: Reading, telling: Telling) -> bool:
    """Whether the verb acts on something that is nobody: "met its targets", "called an election"."""
    if telling.is_noun or telling.word not in contact_words()["parties"]:
        return False
    objects = [a for a in telling.value.role("object") if a.head != telling.value.head]
    tokens = reading.parsed.tokens
    return bool(objects) and all(
        reading.mention_at(tokens[a.head].start) is None
        and not (tokens[a.head].lemma in contact_words()["groups"] or tokens[a.head].entity)
        for a in objects
    )


def status_of(reading: Reading, telling: Telling) -> str | None:
    """The status of the contact, or None where the report does not say that it took place, will, or was to."""
    words, value, governor = contact_words(), telling.value, telling.governor
    above = governor.value.lemma if governor and (value.governor_role in _BELOW or is_object(telling)) else None
    light = value.light
    for lemma in (above, light):
        if lemma is not None and (governor is None or not governor.value.negated or lemma == light):
            if lemma in words["cancelling"]:
                return "cancelled"
            if lemma in words["refusing"] and (lemma == light or value.governor_role != "oblique"):
                return "refused"
    claim = telling.claim
    if claim is not None and claim.value.type == "CONSULT":
        return claim.value.status if claim.value.status in _TOLD else None
    return _by_grammar(reading, telling, above)


def _by_grammar(reading: Reading, telling: Telling, above: str | None) -> str | None:
    words, value = contact_words(), telling.value
    if value.negated or value.conditional or value.modal in _UNREAL:
        return None
    governor = telling.governor.value if telling.governor else None
    if above is not None and governor is not None:
        first = above.split()[0]
        if {above, first} & words["wishing"] and value.governor_role != "oblique":
            return None
        if {above, first} & words["planning"] and value.governor_role != "oblique":
            return "planned" if not governor.negated else None
        if value.tense is None and (governor.negated or governor.conditional or governor.modal in _UNREAL):
            return None
        if value.tense is None and governor.tense == "future":
            return "planned"
    if value.tense is None and (_is_bare(reading, value) if governor is None else governor.tense == "future"):
        return "planned"
    if value.tense == "future" or value.light in ("plan", "schedule", "set", "arrange"):
        return "planned"
    return "happened"


def _is_bare(reading: Reading, predicate: Predicate) -> bool:
    """Whether it is a headline's infinitive: "Premier to visit Quito"."""
    tokens = reading.parsed.tokens
    if tokens[predicate.head].tag != "VB":
        return False
    return any(tokens[c].lower == "to" and tokens[c].tag == "TO" for c in reading.parsed.children(predicate.head))


def is_object(telling: Telling) -> bool:
    """Whether the verb above acts on the contact, though a clause stands between: "cancelled a meeting set for May"."""
    noun = telling.value.noun
    return telling.governor is not None and any(a.head == noun for a in telling.governor.value.role("object"))


def words_of(reading: Reading, telling: Telling) -> Span:
    """The shortest stretch that tells of the contact: the trigger with its parties, and the verb above that counts."""
    spans = [a.span for a in parties(telling) if reading.region_at(a.span) == reading.region_at(telling.predicate.span)]
    own = telling.predicate.span
    near = [s for s in spans if _same_sentence(reading, s, own)]
    return cover(own, *near)


def _same_sentence(reading: Reading, one: Span, other: Span) -> bool:
    syntax = reading.parsed
    first, second = syntax.inside(one), syntax.inside(other)
    return bool(first) and bool(second) and syntax.tokens[first[0]].sentence == syntax.tokens[second[0]].sentence
