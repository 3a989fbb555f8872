"""What an agreement is about: "an accord on [the waters of the Nile]", "an agreement to [end the war]"."""

from collections.abc import Iterable

from dateline.extract.agreements.phrases import Phrase
from dateline.lang.diplomacy import agreement_words
from dateline.model.reading import Reading
from dateline.model.span import Span

_NAMING = frozenset({"compound", "nmod"})
_LONGEST = 12  # tokens of a subject


def subject_of(reading: Reading, named: Iterable[Phrase]) -> Span | None:
    """The words for what an agreement is about, by the phrases that name it: said behind the noun, else before it."""
    phrases = list(named)
    behind = (found for p in phrases if (found := _behind(reading, p.head)))
    before = (found for p in phrases if p.known is None and (found := _before(reading, p.head)))
    return next(behind, None) or next(before, None)


def _behind(reading: Reading, head: int) -> Span | None:
    syntax, words = reading.parsed, agreement_words()
    for child in (c for c in syntax.children(head) if c > head):
        token = syntax.tokens[child]
        inner = syntax.child(child, "pobj")
        if token.lower == "of" and inner is not None and syntax.tokens[inner].lemma in words.nouns | words.weak:
            return _behind(reading, inner)  # "a memorandum of understanding on railways"
        if token.dep in ("acl", "relcl") and syntax.tokens[syntax.edges(child)[0]].tag == "TO":
            return _words(reading, child, syntax.edges(child)[1])
    # Parsers hang "on the waters of the Nile" on the verb: that it stands right behind the noun counts.
    behind = syntax.tokens[head + 1 : head + 2]
    topic = syntax.child(head + 1, "pobj", "pcomp") if behind and behind[0].lower in words.about else None
    if topic is None or _is_time(reading, topic):
        return None
    return _words(reading, *syntax.edges(topic))


def _is_time(reading: Reading, index: int, *, but: str | None = None) -> bool:
    span = reading.parsed.tokens[index].span
    return any(t.span.overlap(span) and t.value.type != but for t in reading.times)


def _words(reading: Reading, first: int, last: int) -> Span:
    """The tokens up to a comma or a date, without the preposition before it; "their two-year war" is a whole."""
    tokens = reading.parsed.tokens
    end = first + 1
    for i in range(first, min(last, first + _LONGEST)):
        if tokens[i].text in (",", ";", ".") or _is_time(reading, i, but="DURATION"):
            break
        end = i + 1
    while end > first + 1 and tokens[end - 1].pos in ("ADP", "DET", "PUNCT", "CCONJ"):
        end -= 1
    return reading.parsed.span(first, end)


def _before(reading: Reading, head: int) -> Span | None:
    """The nouns that name its matter; names of countries say whose it is, and "60-day" how long."""
    syntax, words = reading.parsed, agreement_words()
    parts = [
        i
        for i in syntax.children(head)
        if i < head
        and syntax.tokens[i].dep in _NAMING
        and syntax.tokens[i].pos == "NOUN"
        and syntax.tokens[i].lemma not in words.not_about | words.nouns
        and reading.actor_at(syntax.tokens[i].start) is None
        and not _is_time(reading, i)
    ]
    if not parts:
        return None
    first = min(syntax.edges(i)[0] for i in parts)
    return syntax.span(first, max(parts) + 1)
