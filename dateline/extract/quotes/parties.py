"""Who speaks and who is spoken to: from the head of a noun phrase to a name and, where known, an actor."""

from dateline.extract.quotes.sayings import Grammar
from dateline.model.quote import Party
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Token

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PERSONAL = frozenset({"he", "she", "they", "it", "him", "her", "them"})
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_TRAILING = frozenset({"relcl", "acl", "appos", "punct", "advcl", "prep", "npadvmod", "advmod"})
_PEOPLE = frozenset({"PERSON"})
_NO_PEOPLE = frozenset({"GPE", "LOC", "NORP", "DATE", "EVENT", "LAW"})
_OF_WOMEN, _OF_MEN = ("mrs", "ms", "miss", "queen", "spokeswoman"), ("mr", "king", "spokesman")


class Parties:
    """Makes the speakers and addressees of one reading."""

    def __init__(self, reading: Reading, grammar: Grammar) -> None:
        self._reading = reading
        self._grammar = grammar
        self._syntax = reading.parsed
        self._tokens = self._syntax.tokens

    def party(self, head: int, *, method: str) -> Party:
        """The party that a noun phrase names; `name` is the actor's, or the words of the phrase."""
        token = self._tokens[head]
        span = self._bare(self._grammar.span(self._grammar.phrase(head)))
        named = self._named_by(token)
        actor = self._actor(named)
        if actor is not None:
            return Party(span, actor[1], "coreference" if token.pos == "PRON" else method, actor[0])
        return Party(span, self._words(named), method)

    def is_pronoun(self, head: int) -> bool:
        return self._tokens[head].lower in _PERSONAL

    def is_first_person(self, head: int) -> bool:
        return self._tokens[head].lower in _FIRST

    def may_stand_for(self, pronoun: int, party: Party, head: int) -> bool:
        """Whether "he", "she", "it" or "they" can be this party, named at `head`, as far as its words tell."""
        word, name = self._tokens[pronoun].lower, f" {party.name or ''} ".lower().replace(".", "")
        named = self._tokens[head]
        if word in ("they", "them"):
            return True
        if word == "it":
            return named.entity not in _PEOPLE
        if named.tag in ("NNS", "NNPS") or named.entity in _NO_PEOPLE:
            return False
        titles = _OF_WOMEN if word in ("he", "him") else _OF_MEN
        return not any(f" {title} " in name for title in titles)

    def _named_by(self, token: Token) -> Token:
        """The word that names: for "who" the noun it belongs to; for "the minister, Ivan Petrov" the name."""
        if token.lower in _RELATIVE and token.tag in ("WP", "WDT"):
            verb = self._tokens[token.head]
            while verb.dep in ("conj", "xcomp", "ccomp") and verb.head != verb.index:
                verb = self._tokens[verb.head]
            if verb.dep == "relcl":
                token = self._tokens[verb.head]
        if token.pos == "NOUN":
            for child in self._syntax.children(token.index):
                if self._tokens[child].dep == "appos" and self._tokens[child].entity in _PEOPLE:
                    return self._tokens[child]
        return token

    def _actor(self, token: Token) -> tuple[str, str] | None:
        for i in self._candidates(token):
            mention = self._reading.mention_at(self._tokens[i].start)
            if mention is None:
                continue
            actor = self._reading.actor_of(mention.id)
            if actor is not None:
                return actor.id, actor.value.name
        return None

    def _candidates(self, token: Token) -> list[int]:
        """The head, and the words of a name that it is part of."""
        found = [token.index]
        if token.entity:
            i = token.index
            while not self._tokens[i].entity_start and i and self._tokens[i - 1].entity:
                i -= 1
            j = i
            while j < len(self._tokens) and self._tokens[j].entity and (j == i or not self._tokens[j].entity_start):
                found.append(j)
                j += 1
        return found

    def _words(self, token: Token) -> str | None:
        """The noun phrase without what trails behind it; nothing for a bare pronoun."""
        if token.pos == "PRON" and token.lower in _PERSONAL | _FIRST | _RELATIVE:
            return None
        first, last = self._grammar.phrase(token.index)
        for child in self._syntax.children(token.index):
            child_first = self._syntax.edges(child)[0]
            trails = self._tokens[child].dep in _TRAILING and not self._belongs(child)
            if child > token.index and trails and child_first < last:
                last = child_first
                break
        while last - 1 > token.index and self._tokens[last - 1].pos == "PUNCT":
            last -= 1
        words = self._bare(Span(self._tokens[first].start, self._tokens[last - 1].end))
        return " ".join(words.of(self._reading.text).split())

    def _bare(self, span: Span) -> Span:
        """A phrase without the mark or dash that the tokens of a careless text begin with."""
        start = span.start
        while start < span.end - 1 and not self._reading.text[start].isalnum():
            start += 1
        return Span(start, span.end)

    def _belongs(self, child: int) -> bool:
        """ "a spokesman for the ministry", "the Ministry of Defence": the phrase says who by it."""
        token = self._tokens[child]
        return token.dep == "prep" and token.lower in ("of", "for", "from", "in", "at", "with", "to")
