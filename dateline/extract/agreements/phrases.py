"""The words that name an agreement."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.lang.diplomacy import agreement_words
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Syntax, Token
from dateline.ontology.agreements import KnownAgreement, by_first_word, first_letters

_NAMING = frozenset({"compound", "amod", "nmod", "nummod"})
_MARKS = frozenset("“”\"‘’'`")
_EMPTY = frozenset(
    {"so", "called", "-", "new", "own", "such", "same", "first", "last", "final", "alleged", "two", "other"}
)
_POINTING = frozenset({"the", "this", "that", "its", "their", "these", "those"})
_LENGTHS = frozenset({"hour", "day", "week", "month", "year"})
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that names an agreement. `head` is a token index; `bare`: it only points back ("the deal")."""

    head: int
    span: Span
    name: str
    known: KnownAgreement | None
    bare: bool


def phrases(reading: Reading) -> Iterator[Phrase]:
    """Every agreement named in headline or body, in text order; a known name takes in the noun that it modifies."""
    syntax, text = reading.parsed, reading.text
    names, words = by_first_word(), agreement_words()
    taken = -1
    for token in syntax.tokens:
        if token.index <= taken:
            continue
        known = _known_at(token, text, names) if token.text[0].isupper() or token.text[0].isdigit() else None
        if known:
            end, agreement = known
            last = syntax.inside(Span(token.start, end))[-1]
            head = _head_of(syntax, token.index, last)
            taken = max(last, head)
            span = Span(token.start, max(end, syntax.tokens[head].end))
        elif token.pos in ("NOUN", "PROPN") and (token.lemma in words.nouns or token.lemma in words.weak):
            phrase = _generic(syntax, token, text)
            if phrase and reading.tells(phrase.span):
                yield phrase
            continue
        else:
            continue
        if reading.tells(span):
            yield Phrase(head, span, agreement.name, agreement, bare=False)


def _known_at(
    token: Token, text: str, names: dict[str, tuple[tuple[str, KnownAgreement], ...]]
) -> tuple[int, KnownAgreement] | None:
    for name, agreement in names.get(first_letters(token.text), ()):
        end = token.start + len(name)
        if text.startswith(name, token.start) and not text[end : end + 1].isalnum():
            return end, agreement
    return None


def _head_of(syntax: Syntax, first: int, last: int) -> int:
    """The token that heads the name, or the agreement noun that the name modifies ("the New START nuclear treaty")."""
    tokens, words = syntax.tokens, agreement_words()
    inside = range(first, last + 1)
    head = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), last)
    outer = tokens[head].head
    follows = last < outer <= last + 3
    if follows and tokens[head].dep in _NAMING and tokens[outer].lemma in words.nouns | words.weak:
        return outer
    return head


def _generic(syntax: Syntax, token: Token, text: str) -> Phrase | None:
    words = agreement_words()
    if token.dep in ("compound", "nmod"):
        return None
    parts, pointing = _modifiers(syntax, token)
    lowers = {p.lower for p in parts}
    bare = pointing and not parts and token.lemma in words.bare
    if lowers & words.not_before:
        return None
    if not bare and token.lemma not in words.nouns and not lowers & words.makers:
        return None
    first = parts[0] if parts else token
    name = _name(first, token, text)
    return Phrase(token.index, Span(first.start, token.end), name, None, bare)


def _modifiers(syntax: Syntax, token: Token) -> tuple[list[Token], bool]:
    """The words before the noun that belong to its name, and whether an article or pronoun points back."""
    left, _ = syntax.edges(token.index)
    parts: list[Token] = []
    pointing = False
    for i in range(max(left, token.index - _LONGEST), token.index):
        word = syntax.tokens[i]
        if word.lower in _POINTING and word.head == token.index:
            pointing = True
        if _ends_name(word) or _is_length(syntax, i):
            parts = []
        elif word.text not in _MARKS:
            parts.append(word)
    return parts, pointing


def _is_length(syntax: Syntax, index: int) -> bool:
    """Whether a word only says how long: "a 60-[day] ceasefire"."""
    return syntax.tokens[index].lemma in _LENGTHS and index > 0 and syntax.tokens[index - 1].text == "-"


def _ends_name(word: Token) -> bool:
    """Whether the name can only begin after this word."""
    if word.pos in ("DET", "PRON", "PART", "CCONJ") or word.dep in ("poss", "case") or word.lower in _EMPTY:
        return True
    return word.pos == "PUNCT" and word.text not in _MARKS and word.text != "-"


def _name(first: Token, last: Token, text: str) -> str:
    words = text[first.start : last.end]
    return " ".join("".join(c for c in words if c not in _MARKS).split())
