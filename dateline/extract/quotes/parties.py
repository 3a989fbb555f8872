"""Who speaks and who is spoken to: from the head of a noun phrase to a name and, where known, an actor."""

from collections.abc import Sequence

from dateline.extract.quotes.sayings import Grammar
from dateline.lang.cues import Cues
from dateline.lang.names import first_names
from dateline.lang.titles import title_words
from dateline.model.actor import Actor
from dateline.model.annotation import Annotation
from dateline.model.quote import Party
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Token

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PERSONAL = frozenset({"he", "she", "they", "it", "him", "her", "them"})
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_TRAILING = frozenset({"relcl", "acl", "appos", "punct", "advcl", "prep", "npadvmod", "advmod"})
_PEOPLE = frozenset({"PERSON"})
_AUTHORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NO_PEOPLE = frozenset({"GPE", "LOC", "NORP", "DATE", "EVENT", "LAW"})
_NO_AUTHORS = frozenset({"DATE", "TIME"})
_GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}


class Parties:
    """Makes the speakers and addressees of one reading."""

    def __init__(self, reading: Reading, grammar: Grammar, cues: Cues) -> None:
        self._reading = reading
        self._grammar = grammar
        self._texts, self._asking = cues.texts, cues.asking
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
        author = self._author(token) if self.is_text(head) else None
        if author is not None:
            writer = self.party(author, method="author")
            return Party(span, writer.name, "author", writer.actor)
        return Party(span, self._words(named), method)

    def sentence(self, head: int) -> int:
        return self._tokens[head].sentence

    def end_of_sentence(self, head: int) -> int:
        return self._tokens[self._syntax.sentences[self._tokens[head].sentence][1] - 1].end

    def subject_of(self, sentence: int, *, said: Sequence[Span]) -> Party | None:
        """Whom a sentence is about: the subject of its main verb, a person, unless it stands in something said."""
        first, last = self._syntax.sentences[sentence]
        root = next((i for i in range(first, last) if self._tokens[i].head == i), None)
        subject = self._grammar.subject(root) if root is not None else None
        if subject is None or any(s.contains(self._tokens[subject].span) for s in said):
            return None
        token = self._tokens[subject]
        party = self.party(subject, method="coreference")
        actor = self._reading.find(party.actor) if party.actor else None
        person = token.entity in _PEOPLE or (actor is not None and actor.value.kind == "person")
        return party if person else None

    def is_text(self, head: int) -> bool:
        """Whether the phrase is a statement, a letter or a post, which speaks for whoever wrote it."""
        return self._tokens[head].pos == "NOUN" and self._tokens[head].lemma in self._texts

    def sentence_names(self, head: int, lemma: str) -> bool:
        """Whether the sentence of a phrase has this noun in it."""
        first, last = self._syntax.sentences[self._tokens[head].sentence]
        return any(t.lemma == lemma and t.pos == "NOUN" for t in self._tokens[first:last])

    def lemma(self, head: int) -> str:
        return self._tokens[head].lemma

    def _author(self, text: Token) -> int | None:
        """Whose statement it is: "the ministry's statement", "a letter from the mayor", "a White House statement"."""
        for child in self._syntax.children(text.index):
            token = self._tokens[child]
            if token.dep == "poss" and token.entity not in _NO_AUTHORS:
                return child
            if token.dep == "compound" and token.entity in _AUTHORS:
                return child
            if token.dep == "prep" and token.lower in ("from", "by", "of"):
                return self._syntax.child(child, "pobj")
            if token.dep == "prep" and token.lower in ("on", "in"):
                site = self._syntax.child(child, "pobj")
                return None if site is None else self._syntax.child(site, "poss")
        return None

    def is_pronoun(self, head: int) -> bool:
        return self._tokens[head].lower in _PERSONAL

    def is_first_person(self, head: int) -> bool:
        return self._tokens[head].lower in _FIRST

    def may_stand_for(self, pronoun: int, party: Party) -> bool:
        """Whether "he", "she", "it" or "they" can be this party, as far as its words and its other pronouns tell."""
        word = self._tokens[pronoun].lower
        if word in ("they", "them"):
            return True
        actor = self._reading.find(party.actor) if party.actor else None
        kind = actor.value.kind if actor else None
        if word in ("it", "its"):
            return kind != "person"
        gender = _GENDERS.get(word)
        if gender is None:
            return True
        if kind in ("state", "organisation", "group") or (actor is None and self._is_no_person(party)):
            return False
        return (self._gender(party, actor) or gender) == gender

    def _is_no_person(self, party: Party) -> bool:
        if party.mention is None:
            return False
        for i in reversed(self._syntax.inside(party.mention)):
            token = self._tokens[i]
            mention = self._reading.mention_at(token.start)
            if mention is not None:
                return bool(mention.value.kind != "person")
            if token.tag in ("NNS", "NNPS") or token.entity in _NO_PEOPLE:
                return True
            if token.pos == "NOUN":
                return bool(self._reading.mentions)
        return False

    def _gender(self, party: Party, actor: Annotation[Actor] | None) -> str | None:
        """What title, first name, or another pronoun for the same actor says."""
        titles, names = title_words(), first_names()
        words = (party.name or "").lower().split()
        for word in words:
            if (said := titles.address.get(word) or titles.gender.get(word)) in ("male", "female"):
                return said
        named = next((names[w] for w in words[:-1] if w in names), None)
        if named is not None or actor is None:
            return named
        said_of = [g for link in actor.value.links if (g := _GENDERS.get(link.span.of(self._reading.text).lower()))]
        return max(("male", "female"), key=said_of.count) if len(said_of) > 1 else None

    def answering(self, named: Sequence[Span], *, before: int) -> list[int]:
        """Who may answer somebody who asks in this sentence or the last: the one asked, the sentence's subject.

        `named` are the places that name somebody; empty where none of them is the subject of asking.
        """
        speaking = self._syntax.inside(Span(before, before + 1)).start
        if not 0 <= speaking < len(self._tokens):
            return []
        for span in reversed(named):
            for asker in self._syntax.inside(span):
                verb = self._tokens[self._tokens[asker].head]
                if self._tokens[speaking].sentence - verb.sentence > 1:
                    return []
                if self._tokens[asker].dep == "nsubj" and verb.lemma in self._asking:
                    return self._asked(verb, asker)
        return []

    def _asked(self, verb: Token, asker: int) -> list[int]:
        first, last = self._syntax.sentences[verb.sentence]
        root = next((i for i in range(first, last) if self._tokens[i].head == i), verb.index)
        found = [self._grammar.hearer(verb), self._grammar.subject(root)]
        return [i for i in found if i is not None and i != asker]

    def _named_by(self, token: Token) -> Token:
        """The word that names: for "who" the noun it belongs to; for "the minister, Ivan Petrov" the name."""
        if token.lower in _RELATIVE and token.tag in ("WP", "WDT") and not token.text.isupper():
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
        if token.pos == "PRON" and token.lower in _PERSONAL | _FIRST | _RELATIVE and not token.text.isupper():
            return None
        first, last = self._grammar.phrase(token.index)
        first = min(first, *self._candidates(token))
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
