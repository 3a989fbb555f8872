"""Bare surnames that the recogniser of names missed: persons of the report, and leaders whom every reader knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.extract.mentions.lexicon import Hits
from dateline.extract.mentions.phrases import Phrase
from dateline.lang.names import family_first, first_names, suffixes
from dateline.model.actor import Mention
from dateline.model.syntax import Token
from dateline.ontology.bodies import body_by_name
from dateline.ontology.offices import leader_called

_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "agent", "appos", "dative", "attr", "ROOT"}
)
# What the recogniser calls a leader's bare surname where it does not see a person.
_MISREAD = frozenset({"", "ORG", "PRODUCT", "WORK_OF_ART", "NORP", "LAW", "EVENT"})


@dataclass(frozen=True, slots=True)
class Persons:
    """The persons whom a report names in full: their names and what is left of them without the first name."""

    full: frozenset[tuple[str, ...]]
    tails: frozenset[tuple[str, ...]]
    surnames: frozenset[str]

    def has(self, words: tuple[str, ...]) -> bool:
        """Whether these words are a person's full name or surname."""
        return words in self.full or words in self.tails or (len(words) == 1 and words[0] in self.surnames)


def persons_of(mentions: Iterable[Mention]) -> Persons:
    """The persons with a full name among some mentions."""
    full, tails, last = set(), set(), set()
    for mention in mentions:
        if mention.kind != "person" or mention.form != "name" or not mention.name:
            continue
        words = tuple(w for w in mention.name.split() if w.lower() not in suffixes())
        if len(words) < 2:
            continue
        full.add(words)
        if len(words) > 2:
            tails.add(words[1:])
        if len(words[-1]) > 2:
            last.add(words[-1])
        if len(words) < 4 and words[0].lower() in family_first():
            last.add(words[0])
    return Persons(frozenset(full), frozenset(tails), frozenset(last))


def as_person(mention: Mention, persons: Persons) -> Mention:
    """A name that was taken for an organisation's, as the person's that it is; others as they are."""
    if mention.kind != "organisation" or mention.form != "name" or not mention.name:
        return mention
    if not persons.has(tuple(mention.name.split())) or body_by_name(mention.name) is not None:
        return mention
    return replace(mention, kind="person", sectors=())


def by_surname(token: Token, tokens: Sequence[Token]) -> tuple[Phrase, Mention] | None:
    """The mention of a person by surname alone; None where the word is part of a longer name."""
    if token.dep not in _ARGUMENTS or token.pos not in ("PROPN", "NOUN") or not _is_alone(token, tokens):
        return None
    return bare(token)


def bare(token: Token) -> tuple[Phrase, Mention]:
    """A person named by one word."""
    phrase = Phrase(token.index, token.index + 1, token.index, token.index + 1)
    return phrase, Mention("name", "person", token.span, token.text)


def _is_alone(token: Token, tokens: Sequence[Token]) -> bool:
    for index in (token.index - 1, token.index + 1):
        if 0 <= index < len(tokens) and tokens[index].pos == "PROPN" and tokens[index].sentence == token.sentence:
            return False
    return True


def is_leader(token: Token, tokens: Sequence[Token], hits: Hits, *, published: str | None) -> bool:
    """Whether an unlabelled name can only be a leader whom the register knows in or just out of office."""
    if token.pos != "PROPN" or token.entity not in _MISREAD or token.dep not in _ARGUMENTS or published is None:
        return False
    if not token.text.isalpha() or not token.text[0].isupper() or token.text.isupper() or token.lower in first_names():
        return False
    if token.index in hits.known or token.index in hits.titles or not _is_alone(token, tokens):
        return False
    before = tokens[token.index - 1] if token.index else None
    if before is not None and before.head == token.index and before.sentence == token.sentence:
        return False
    return leader_called(token.text, day=published) is not None
