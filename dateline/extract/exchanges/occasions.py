"""What brought an exchange: the agreement under which, and the contact at which it was made."""

from collections.abc import Iterator

from dateline.lang.diplomacy import agreement_words, contact_words, exchange_words
from dateline.model.annotation import Annotation
from dateline.model.diplomacy import Act, Agreement, Contact
from dateline.model.predicate import Predicate
from dateline.model.reading import Reading
from dateline.model.span import Span

_MADE = frozenset({"negotiated", "signed", "in-force"})
_BACK = 3  # sentences from an agreement to swap somebody to the swap


def agreement_of(
    reading: Reading, predicate: Annotation[Predicate], countries: frozenset[str]
) -> Annotation[Agreement] | None:
    """The agreement of the report that the words name, point back to, or that was about this very exchange."""
    words = agreement_words()
    for noun in _nouns(reading, predicate, words.nouns | words.weak):
        span = reading.parsed.tokens[noun].span
        own = [a for a in reading.agreements if any(s.contains(span) for s in _spans(a))]
        if own:
            return own[0]
        if _points_back(reading, noun):
            before = [a for a in _before(reading, span) if _may_be(parties_of(reading, a), countries)]
            return before[-1] if before else None
    sentence = _sentence(reading, predicate.span)
    for agreement in reversed(_before(reading, predicate.span)):
        near = any(sentence - _BACK <= _sentence(reading, s) <= sentence for s in _spans(agreement))
        if near and _is_about_handing_over(agreement.value) and _may_be(parties_of(reading, agreement), countries):
            return agreement
    return None


def contact_of(
    reading: Reading,
    predicate: Annotation[Predicate],
    countries: frozenset[str],
    agreement: Annotation[Agreement] | None,
) -> Annotation[Contact] | None:
    """The contact of the report at or after which the exchange took place, else at which its agreement was made."""
    for noun in _nouns(reading, predicate, frozenset(contact_words().nouns)):
        found = _contact_at(reading, noun, countries)
        if found is not None:
            return found
    for act in agreement.value.acts if agreement else ():
        if act.act in _MADE and (found := _made_at(reading, act, countries)):
            return found
    return None


def _spans(agreement: Annotation[Agreement]) -> list[Span]:
    return [agreement.span, *(act.span for act in agreement.value.acts)]


def _nouns(reading: Reading, predicate: Annotation[Predicate], lemmas: frozenset[str]) -> Iterator[int]:
    """The nouns of some kind under which, or after which, the sentence says that it took place."""
    syntax, words = reading.parsed, exchange_words()
    first, end = syntax.sentences[_sentence(reading, predicate.span)]
    for i in range(first, end):
        token = syntax.tokens[i]
        above = syntax.tokens[token.head]
        if token.lemma not in lemmas or above.pos not in ("ADP", "SCONJ", "VERB"):
            continue
        passes_on = above.lower == "of" and syntax.tokens[above.head].lemma in words.shares
        if passes_on or above.lower in words.occasions:
            yield i


def _points_back(reading: Reading, noun: int) -> bool:
    below = {reading.parsed.tokens[c].lower for c in reading.parsed.children(noun)}
    return bool(below & exchange_words().pointing)


def _before(reading: Reading, span: Span) -> list[Annotation[Agreement]]:
    return [a for a in reading.agreements if a.span.start < span.start]


def parties_of(reading: Reading, agreement: Annotation[Agreement]) -> frozenset[str]:
    """The countries that an agreement is between, as far as the report names them."""
    value = agreement.value
    doers = [a.value.country for act in value.acts for i in act.by if (a := reading.find(i))]
    return frozenset(c for c in (*(p.country for p in value.parties), *doers) if c)


def _may_be(parties: frozenset[str], countries: frozenset[str]) -> bool:
    return not parties or not countries or bool(parties & countries)


def _is_about_handing_over(agreement: Agreement) -> bool:
    words = exchange_words()
    return any(part in words.nouns or part.removesuffix("s") in words.things for part in agreement.name.lower().split())


def _contact_at(reading: Reading, noun: int, countries: frozenset[str]) -> Annotation[Contact] | None:
    span = reading.parsed.tokens[noun].span
    own = [c for c in reading.contacts if c.span.contains(span)]
    if own:
        return own[0] if _may_be(_present(own[0]), countries) else None
    form = contact_words().nouns[reading.parsed.tokens[noun].lemma]
    before = [
        c
        for c in reading.contacts
        if c.span.start < span.start
        and _may_be(_present(c), countries)
        and (form == "open" or c.value.form in (form, "unknown"))
    ]
    return before[-1] if before and _points_back(reading, noun) else None


def _made_at(reading: Reading, act: Act, countries: frozenset[str]) -> Annotation[Contact] | None:
    """The contact told in the sentence of an act on the agreement, of those who exchange."""
    sentence = _sentence(reading, act.span)
    found = [c for c in reading.contacts if _sentence(reading, c.span) == sentence]
    return next((c for c in found if countries and countries <= _present(c)), None)


def _present(contact: Annotation[Contact]) -> frozenset[str]:
    return frozenset(p.country for p in contact.value.participants if p.country)


def _sentence(reading: Reading, span: Span) -> int:
    inside = reading.parsed.inside(span)
    return reading.parsed.tokens[inside[0]].sentence if inside else -1
