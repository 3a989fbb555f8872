"""Names in headlines whose every word has a capital: cut where a name ends, by the body of the report or by a verb."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.mentions.lexicon import Hits
from dateline.extract.mentions.phrases import Phrase
from dateline.extract.mentions.surnames import Persons, bare
from dateline.lang.lexicon import lexicon
from dateline.lang.names import first_names, particles
from dateline.lang.pronouns import person_words
from dateline.model.actor import Mention
from dateline.model.syntax import Token
from dateline.ontology.bodies import body_by_name

_SMALL = frozenset(
    {"and", "or", "to", "for", "on", "as", "is", "are", "was", "after", "over", "with", "in", "at", "by", "from", "not"}
)
_ENOUGH = 4  # long words that a headline must have before its capitals say anything


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether nearly all long words of a headline begin with a capital, which then tells names from nothing."""
    long = [t for t in tokens if len(t.text) > 3 and t.text.isalpha()]
    return len(long) >= _ENOUGH and sum(t.text[0].isupper() for t in long) >= 0.75 * len(long)


def cut_name(
    mention: Mention, phrase: Phrase, tokens: Sequence[Token], persons: Persons
) -> tuple[Phrase, Mention] | None:
    """A name in such a headline without the words that only follow it; None where none of it is a name."""
    if mention.form != "name" or mention.kind == "state" or not mention.name or body_by_name(mention.name) is not None:
        return phrase, mention
    first = _start(mention, phrase, tokens)
    last = first + 1
    while last < phrase.last and last - first < len(mention.name.split()) and not _ends(last, first, tokens, persons):
        last += 1
    words = tuple(t.text for t in tokens[first:last])
    if len(words) >= len(mention.name.split()):
        return phrase, mention
    known = persons.has(words)
    if not known and mention.kind == "person" and len(words) == 1 and mention.office is None:
        return None
    head = last - 1
    kind = "person" if known or words[0].lower() in first_names() else mention.kind
    cut = Phrase(min(phrase.first, first), last, head, last)
    return cut, replace(mention, name=" ".join(words), head=tokens[head].span, kind=kind)


def _start(mention: Mention, phrase: Phrase, tokens: Sequence[Token]) -> int:
    word = (mention.name or "").split()[0]
    return next((i for i in range(phrase.first, phrase.last) if tokens[i].text == word), phrase.first)


def _ends(index: int, first: int, tokens: Sequence[Token], persons: Persons) -> bool:
    """Whether a name ends before a word: the name is known so, or the word is no part of any name."""
    token = tokens[index]
    before = tuple(t.text for t in tokens[first:index])
    if before in persons.full and (*before, token.text) not in persons.full | persons.tails:
        return True
    if token.lower in _SMALL or not token.text[:1].isupper():
        return token.lower not in particles()
    return index > first + 1 and token.text not in persons.surnames and _is_verb(token)


def _is_verb(token: Token) -> bool:
    word = token.lower
    stems = {word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"} - {word}
    known = lexicon()
    return any(s in known.verbs or s in known.governors or s in person_words().speech for s in stems)


def missed(tokens: Sequence[Token], taken: set[int], persons: Persons, hits: Hits) -> list[tuple[Phrase, Mention]]:
    """The persons of the report that a headline names where no mention stands yet."""
    found: list[tuple[Phrase, Mention]] = []
    longest = max((len(words) for words in persons.full), default=1)
    index = 0
    while index < len(tokens):
        size = next(
            (n for n in range(longest, 0, -1) if _is_free(tokens[index : index + n], n, taken, persons, hits)), 0
        )
        if size:
            head = tokens[index + size - 1]
            phrase = Phrase(tokens[index].index, head.index + 1, head.index, head.index + 1)
            name = " ".join(t.text for t in tokens[index : index + size])
            found.append((phrase, replace(bare(head)[1], name=name)))
        index += size or 1
    return found


def _is_free(run: Sequence[Token], size: int, taken: set[int], persons: Persons, hits: Hits) -> bool:
    if len(run) < size or any(t.index in taken or t.index in hits.known or t.index in hits.titles for t in run):
        return False
    return persons.has(tuple(t.text for t in run))
