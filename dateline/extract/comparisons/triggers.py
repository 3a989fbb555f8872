"""The words that open a comparison, the word that they compare by, and where it says how far back it reaches."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.lang.comparisons import comparison_words
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Syntax, Token

_LONGEST_NAME = 8  # words between "first" and what is the first
_REACH = 28  # words between what is compared and "since"
_NOUN_PARTS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM", "VERB"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_JOINING = frozenset({"-", "–", "to"})
_FAR = frozenset({";", ":", "“", "”", '"'})


@dataclass(frozen=True, slots=True)
class Reach:
    """How far back: `kind` is `since`, `window` ("in five years") or `ever`; tokens `[first, last)` are its words."""

    kind: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that compare. `first` and `head` are tokens: where the words begin, and the noun or verb compared."""

    kind: str
    first: int
    head: int
    reach: Reach


def triggers(reading: Reading) -> Iterator[Trigger]:
    """Every comparison that headline and body open, in text order, one for each place."""
    seen: set[int] = set()
    for number, _ in enumerate(reading.parsed.sentences):
        span = reading.parsed.sentence_span(number)
        if reading.tells(span):
            for found in (*_by_words(reading, span), *_last(reading, number)):
                if found.head not in seen:
                    seen.add(found.head)
                    yield found


def _by_words(reading: Reading, sentence: Span) -> Iterator[Trigger]:
    words, syntax = comparison_words(), reading.parsed
    for kind, pattern in words.triggers:
        for match in pattern.finditer(sentence.of(reading.text)):
            at = syntax.inside(Span(*match.span()).shifted(sentence.start))
            head = _head(syntax, at[-1] + 1) if at else None
            if head is None or not _fits(kind, syntax.tokens[head]):
                continue
            own = _says_ever(syntax, at)
            reach = own or _reach(reading, head)
            if reach is not None:
                yield Trigger(kind, at[0], head, reach)


def _fits(kind: str, head: Token) -> bool:
    words = comparison_words()
    if kind == "most-senior":
        return head.lemma.lower() in words["people"]
    return head.lemma.lower() in words["contacts"] or (kind == "first" and head.lemma in words["time"])


def _head(syntax: Syntax, first: int) -> int | None:
    """The noun that the words before it are about: "highest level [face-to-face] talks"."""
    known = comparison_words()
    head = None
    for token in syntax.tokens[first : first + _LONGEST_NAME]:
        if token.lemma.lower() in known["contacts"] | known["people"] | known["time"] and token.pos in _NOUNS:
            head = token.index
        elif (head is not None and token.pos not in _NOUNS) or (
            token.pos not in _NOUN_PARTS and token.text not in _JOINING
        ):
            break
    return head


def _says_ever(syntax: Syntax, at: range) -> Reach | None:
    """ "First-ever"."""
    last = syntax.tokens[at[-1]]
    return Reach("ever", last.index, last.index + 1) if last.lower == "ever" else None


def _reach(reading: Reading, head: int) -> Reach | None:
    """The first words after what is compared that say how far back, in the same sentence."""
    words, syntax = comparison_words(), reading.parsed
    end = min(syntax.sentences[syntax.tokens[head].sentence][1], head + _REACH)
    for i in range(head + 1, end):
        token = syntax.tokens[i]
        if token.text in _FAR:
            return None
        if token.lower == "since":
            return _since(reading, i)
        if token.lower == "ever":
            return Reach("ever", i, i + 1)
        if token.lower in words["window"]:
            last = _window_end(syntax, i, end)
            if last is not None:
                return Reach("window", i, last)
            if i + 1 < end and syntax.tokens[i + 1].lower in words["ever"]:
                return Reach("ever", i, i + 2)
    return None


def _since(reading: Reading, index: int) -> Reach | None:
    """ "Since" with the time, phrase or clause that it opens."""
    syntax = reading.parsed
    token = syntax.tokens[index]
    end = syntax.sentences[token.sentence][1]
    time = next((t for t in reading.times if index + 1 < end and t.span.start == syntax.tokens[index + 1].start), None)
    if time is not None:  # "since 2015 took place": parsers take the year for a subject
        return Reach("since", index + 1, syntax.inside(time.span)[-1] + 1)
    above = token.head if token.dep == "mark" and token.head > index else index
    last = min(syntax.edges(above)[1], end)
    if last <= index + 1:  # attached elsewhere by the parser: up to the next mark
        last = next((i for i in range(index + 1, end) if syntax.tokens[i].pos == "PUNCT"), end)
    relative = next((i for i in range(index + 2, last) if syntax.tokens[i].tag in _RELATIVE), last)
    if relative < last:  # "a call [in which they agreed]": the preposition belongs to the clause
        last = relative - (syntax.tokens[relative - 1].pos == "ADP")
    while last > index + 1 and syntax.tokens[last - 1].pos == "PUNCT":
        last -= 1
    after = syntax.tokens[index + 1] if index + 1 < end else None
    if after is None or after.lower in comparison_words()["pointing"] or after.pos == "PUNCT":
        return None
    return Reach("since", index + 1, last)


def _window_end(syntax: Syntax, index: int, end: int) -> int | None:
    """Where "in more than a decade" ends; None where the preposition opens no stretch of time."""
    units = comparison_words()["units"]
    for i in range(index + 1, min(index + 7, end)):
        token = syntax.tokens[i]
        if token.lemma in units:
            after = syntax.tokens[i + 1].lower if i + 1 < end else ""
            return None if after == "of" or _is_one_day(syntax, index, i) else i + 1
        if token.pos not in ("NUM", "DET", "ADV", "ADJ", "ADP", "SCONJ") and token.lower not in _JOINING:
            return None
    return None


def _is_one_day(syntax: Syntax, first: int, last: int) -> bool:
    """ "In the year", "in a day" of a definite time: only numbers, "a" and bare plurals measure a stretch."""
    between = {t.lower for t in syntax.tokens[first + 1 : last]}
    return bool(between & {"the", "this", "that", "last", "next", "each", "recent", "coming"})


def _last(reading: Reading, sentence: int) -> Iterator[Trigger]:
    """ "Last met in May", "have not spoken since": the latest contact so far."""
    words, syntax = comparison_words(), reading.parsed
    first, end = syntax.sentences[sentence]
    for i in range(first, end):
        verb = syntax.tokens[i]
        if verb.pos != "VERB" or verb.lemma not in words["last_verbs"]:
            continue
        below = syntax.children(i)
        if any(syntax.tokens[c].lower == "last" and syntax.tokens[c].dep == "advmod" and c < i for c in below):
            yield Trigger("last", i, i, Reach("told", i, syntax.edges(i)[1]))
        elif any(syntax.tokens[c].dep == "neg" for c in below):
            since = next((c for c in below if syntax.tokens[c].lower == "since"), None)
            reach = _since(reading, since) if since is not None and since > i else None
            if reach is not None:
                yield Trigger("last", i, i, reach)
