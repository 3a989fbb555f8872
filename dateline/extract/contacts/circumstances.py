"""How and in what frame a contact took place: its form, its forum."""

from dateline.lang.diplomacy import contact_words
from dateline.model.annotation import Annotation
from dateline.model.claim import Claim
from dateline.model.predicate import Predicate
from dateline.model.reading import Reading
from dateline.model.syntax import Syntax

_CLAUSES = frozenset({"relcl", "acl", "appos", "advcl"})


def is_about_contact(reading: Reading, claim: Annotation[Claim]) -> bool:
    """Whether a claim tells of a contact: every CONSULT, and an AGREE or REJECT whose words are about meeting."""
    value = claim.value
    if value.type == "CONSULT":
        return True
    if value.type == "REJECT":
        return value.mode == "meet"
    return value.type == "AGREE" and form_of(reading, claim) is not None


def form_of(reading: Reading, claim: Annotation[Claim]) -> str | None:
    """`in-person`, `phone`, `video`, `letter`; `open` where the words leave it open, None where there is no contact."""
    words = contact_words()
    if claim.value.mode == "phone":
        return _by_phrase(reading.text, claim) or "phone"
    tokens = reading.parsed.tokens
    trigger = [tokens[i].lemma for i in reading.parsed.inside(claim.value.trigger)]
    lemmas = trigger if claim.value.type == "CONSULT" else [*trigger, *_promised(reading, claim)]
    forms = [words.forms[lemma] for lemma in lemmas if lemma in words.forms]
    found = forms[0] if forms else ("open" if claim.value.type == "CONSULT" else None)
    if found is None:
        return None
    return _by_phrase(reading.text, claim) or found


def _promised(reading: Reading, claim: Annotation[Claim]) -> list[str]:
    """The lemmas of what the trigger governs: "agreed to [meet]", "refused to hold [talks]"."""
    return [p.value.lemma.split()[-1] for p in promised(reading, claim)]


def promised(reading: Reading, claim: Annotation[Claim]) -> list[Annotation[Predicate]]:
    """The predicates that the claim's trigger governs, and nouns that it acts on: "cancelled [a meeting]"."""
    own = {p.id for p in reading.predicates if p.span.overlap(claim.value.trigger)}
    heads = {a.head for p in reading.predicates if p.id in own for a in p.value.arguments if a.role == "object"}
    return [p for p in reading.predicates if p.id not in own and (p.value.governor in own or p.value.head in heads)]


def _by_phrase(text: str, claim: Annotation[Claim]) -> str | None:
    words = " ".join(span.of(text).lower() for span in (claim.value.evidence, *claim.value.also))
    for form, phrases in contact_words().phrases.items():
        if any(phrase in words for phrase in phrases):
            return form
    return None


def sidelines_forum(reading: Reading, claim: Annotation[Claim]) -> tuple[bool, str | None]:
    """Whether the contact was on the sidelines of something, and of what; else the forum that it was held at."""
    syntax, words = reading.parsed, contact_words()
    told = _told(reading, claim)
    for i in told:
        if syntax.tokens[i].lower in words.sidelines:
            return True, _after_of(reading, i)
    for i in told:
        token = syntax.tokens[i]
        if token.lemma in words.forums and token.dep == "pobj":
            at = syntax.tokens[token.head].lower
            if at in ("at", "during") and not claim.span.overlap(token.span) and _is_named(syntax, i):
                return False, _phrase(reading, i)
    return False, None


def _told(reading: Reading, claim: Annotation[Claim]) -> list[int]:
    """The tokens that tell of the contact: in the evidence, in the other tellings, or hanging on the trigger."""
    syntax = reading.parsed
    spans = (claim.value.evidence, *claim.value.also)
    inside = {i for span in spans for i in syntax.inside(span)}
    triggers = set(syntax.inside(claim.value.trigger))
    sentences = {syntax.tokens[i].sentence for i in triggers}
    hanging = {
        i
        for sentence in sentences
        for i in range(*syntax.sentences[sentence])
        if any(a in triggers for a in syntax.ancestors(i))
    }
    return sorted(inside | hanging)


def _after_of(reading: Reading, index: int) -> str | None:
    syntax = reading.parsed
    of = next((c for c in syntax.children(index) if syntax.tokens[c].lower == "of"), None)
    thing = syntax.child(of, "pobj") if of is not None else None
    return _phrase(reading, thing) if thing is not None else None


def _is_named(syntax: Syntax, index: int) -> bool:
    return any(syntax.tokens[i].pos == "PROPN" for i in syntax.subtree(index) if i <= index)


def _phrase(reading: Reading, head: int) -> str:
    """The noun phrase without its article, relative clauses and place: "G-20 summit"."""
    syntax = reading.parsed
    first, last = head, head
    for child in syntax.children(head):
        token = syntax.tokens[child]
        left, right = syntax.edges(child)
        if child < head and token.dep not in _CLAUSES and token.pos != "DET":
            first = min(first, left)
        elif child > head and token.dep == "prep" and token.lower == "of":
            last = max(last, right - 1)
    while first < head and syntax.tokens[first].pos == "DET":
        first += 1
    return " ".join(syntax.span(first, last + 1).of(reading.text).split())
