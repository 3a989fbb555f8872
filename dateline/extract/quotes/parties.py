"""Who speaks and who is spoken to: from the head of a noun phrase to a name and, where known, an actor."""

from collections.abc import Sequence
from itertools import takewhile

from dateline.extract.quotes.sayings import Grammar
from dateline.lang.cues import Cues
from dateline.lang.names import sex_of
from dateline.lang.titles import title_words
from dateline.model.actor import Actor, Mention
from dateline.model.annotation import Annotation
from dateline.model.quote import Party
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Token

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PERSONAL = frozenset({"he", "she", "they", "it", "him", "her", "them"})
_MARKS = "\"“”„«»‘’'`―—–- "
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_TRAILING = frozenset({"relcl", "acl", "appos", "punct", "advcl", "prep", "npadvmod", "advmod"})
_PEOPLE = frozenset({"PERSON"})
_NO_PERSONS = frozenset({"ORG", "GPE", "LOC", "FAC"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AUTHORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NO_PEOPLE = frozenset({"GPE", "LOC", "NORP", "DATE", "EVENT", "LAW"})
_NO_AUTHORS = frozenset({"DATE", "TIME"})
_NOBODY = frozenset({"someone", "somebody", "anyone", "anybody", "everyone", "everybody", "no one", "nobody"})
_POSSESSIVE = frozenset({"his", "her", "their", "its"})
_GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}


class Parties:
    """Makes the speakers and addressees of one reading."""

    def __init__(self, reading: Reading, grammar: Grammar, cues: Cues) -> None:
        self._reading = reading
        self._grammar = grammar
        self._texts, self._asking, self._publishing = cues.texts, cues.asking, cues.publishing
        self._variations = cues.variations
        self._surnamed: dict[str, list[Annotation[Actor]]] = {}
        for person in reading.actors:
            *given, surname = person.value.name.split() or [""]
            if person.value.kind == "person" and given:
                self._surnamed.setdefault(surname, []).append(person)
        self._syntax = reading.parsed
        self._tokens = self._syntax.tokens

    def party(self, head: int, *, method: str) -> Party:
        """The party that a noun phrase names; `name` is the actor's, or the words of the phrase."""
        token = self._tokens[head]
        span = self._bare(self._grammar.span(self._grammar.phrase(head)))
        named = self._named_by(token)
        actor = self._actor(named)
        if actor is not None:
            known = self._with_owner(actor[0], actor[1])
            names = known if token.pos == "PRON" else self._together(named, known)
            return Party(span, names, "coreference" if token.pos == "PRON" else method, actor[0])
        author = self._author(token) if self.is_text(head) else None
        if author is not None:
            writer = self.party(author, method="author")
            name = writer.name if writer.actor else self._owning_name(token, author) or writer.name
            return Party(span, name, "author", writer.actor)
        return Party(span, self._words(named), method)

    def _with_owner(self, actor_id: str, name: str) -> str:
        """ "Her campaign" as "Ana Silva's campaign", where it is known who she is."""
        actor = self._reading.find(actor_id)
        return name if actor is None else self._owned(name, self._syntax.inside(actor.span)[0])

    def _owned(self, name: str, first: int) -> str:
        pronoun, _, rest = name.partition(" ")
        if not rest or pronoun.lower() not in _POSSESSIVE or self._tokens[first].lower != pronoun.lower():
            return name
        owner = self._actor(self._tokens[first])
        return name if owner is None else f"{owner[1]}'s {rest}"

    def _owning_name(self, text: Token, author: int) -> str | None:
        """The whole of "Chadian Foreign Ministry" before "statement", where the parser cuts it up."""
        if self._tokens[author].dep != "compound":
            return None
        before = [i for i in range(self._syntax.edges(text.index)[0], author) if self._tokens[i].pos != "DET"]
        whole = all(self._tokens[i].text[:1].isupper() for i in before)
        if not before or not whole:
            return None
        return self._syntax.span(before[0], author + 1).of(self._reading.text)

    def _together(self, token: Token, first: str) -> str:
        """The name of an actor with the names of those who speak with him: "Silva and Okafor said"."""
        names = [first]
        for i in self._syntax.conjuncts(token.index)[1:]:
            other = self._tokens[i]
            known = self._actor(other) if other.pos == "PROPN" else None
            if known is None or known[1] in names:
                return first
            names.append(known[1])
        return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else first

    def sentence(self, head: int) -> int:
        return self._tokens[head].sentence

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that a place stands in; -1 behind the last."""
        here = self._syntax.inside(Span(place, place + 1)).start
        return self._tokens[here].sentence if here < len(self._tokens) else -1

    def sentence_before(self, place: int) -> int:
        """The number of the sentence before the one that a place stands in; -1 before the first."""
        return max(self.sentence_at(place), 0) - 1

    def end_of_sentence(self, head: int) -> int:
        return self._tokens[self._syntax.sentences[self._tokens[head].sentence][1] - 1].end

    def subject_of(self, sentence: int, *, said: Sequence[Span], before: int | None = None) -> Party | None:
        """Whom a sentence is about: the subject of its main verb, a person, unless it stands in something said.

        With `before` only one whose name stands before this place.
        """
        first, last = self._syntax.sentences[sentence]
        root = next((i for i in range(first, last) if self._tokens[i].head == i), None)
        subject = self._grammar.subject(root) if root is not None else None
        if subject is None or any(s.contains(self._tokens[subject].span) for s in said):
            return None
        if before is not None and (self._tokens[subject].end > before or self.is_pronoun(subject)):
            return None
        return self._person(subject) or self._person_aside(subject)

    def _person(self, head: int) -> Party | None:
        party = self.party(head, method="coreference")
        actor = self._reading.find(party.actor) if party.actor else None
        person = self._tokens[head].entity in _PEOPLE or (actor is not None and actor.value.kind == "person")
        return party if person else None

    def _person_aside(self, pronoun: int) -> Party | None:
        """`As Silva stood in the yard, she wondered …`: the subject of the clause beside a pronoun's."""
        if not self.is_pronoun(pronoun):
            return None
        for child in self._syntax.children(self._tokens[pronoun].head):
            subject = self._syntax.child(child, "nsubj") if self._tokens[child].dep == "advcl" else None
            if subject is not None and subject < pronoun and self._tokens[subject].entity in _PEOPLE:
                return self._person(subject)
        return None

    def is_text(self, head: int) -> bool:
        """Whether the phrase is a statement, a letter or a post, which speaks for whoever wrote it."""
        return self._tokens[head].pos == "NOUN" and self._tokens[head].lemma in self._texts

    def sentence_names(self, head: int, lemma: str) -> bool:
        """Whether the sentence of a phrase has this noun in it."""
        first, last = self._syntax.sentences[self._tokens[head].sentence]
        return any(t.lemma == lemma and t.pos == "NOUN" for t in self._tokens[first:last])

    def is_subject_of(self, head: int, cue: Span) -> bool:
        """Whether a phrase is "it" and the cue's own subject ("it is worth noting" says nothing of itself)."""
        token = self._tokens[head]
        return token.lower == "it" and cue.contains(self._tokens[token.head].span)

    def text_before(self, head: int) -> int | None:
        """The statement, letter or post that the sentence of a phrase or the two before name last before it."""
        first = self._syntax.sentences[max(0, self._tokens[head].sentence - 2)][0]
        return next((i for i in range(head - 1, first - 1, -1) if self.is_text(i)), None)

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
        verb = self._tokens[text.head]
        sends = text.dep == "dobj" and verb.lemma in self._publishing
        return self._grammar.subject(verb.index) if sends else None

    def is_pronoun(self, head: int) -> bool:
        return self._tokens[head].lower in _PERSONAL

    def description(self, head: int, party: Party) -> int | None:
        """The phrase that describes a party last: that of the head itself, or the one that a pronoun stands for."""
        if not self.is_pronoun(head):
            return head
        actor = self._reading.find(party.actor) if party.actor else None
        before = self._tokens[head].start
        mentions = [self._reading.find(link.mention) for link in actor.value.links] if actor else []
        heads = [m.value.head for m in mentions if m is not None and m.value.form == "nominal"]
        last = max((h for h in heads if h.end <= before), default=None)
        return self._syntax.inside(last).start if last is not None else None

    def place(self, head: int) -> int:
        """Where the first word of a phrase begins."""
        return self._tokens[self._grammar.phrase(head)[0]].start

    def is_variation(self, head: int, party: Party) -> bool:
        """Whether a phrase is "the governor" or "Chad's former envoy": somebody of a post, without the name."""
        mention = self._reading.mention_at(self._tokens[head].start)
        actor = self._reading.find(party.actor) if party.actor else None
        if mention is None or mention.value.form != "nominal" or mention.value.plural or mention.value.kind != "person":
            return False
        if actor is not None and any(self._is_name(link.mention) for link in actor.value.links):
            return False
        definite = self._tokens[self._grammar.phrase(head)[0]].lower == "the"
        former = "former" in mention.span.of(self._reading.text).lower().split()
        role = mention.value.office is not None or self._tokens[head].lemma in self._variations
        return former or (definite and role)

    def _is_name(self, mention_id: str) -> bool:
        mention = self._reading.find(mention_id)
        return mention is not None and mention.value.form == "name"

    def may_be(self, party: Party, described: Party) -> bool:
        """Whether a named person can be the one described: no other post, no other sex, no other country."""
        named = self._reading.find(party.actor) if party.actor else None
        other = self._reading.find(described.actor) if described.actor else None
        if named is None or other is None or not any(self._is_name(link.mention) for link in named.value.links):
            return False
        one, two = named.value, other.value
        titles = [o.title for o in (one.office, two.office) if o is not None]
        posts = len(titles) < 2 or titles[0].endswith(titles[1]) or titles[1].endswith(titles[0])
        posts = posts or not self._variations.isdisjoint(two.name.lower().split())
        lands = None in (one.country, two.country) or one.country == two.country
        sexes = {self._gender(party, named), self._gender(described, other)} - {None}
        return one.kind == "person" and posts and lands and len(sexes) < 2

    def is_first_person(self, head: int) -> bool:
        return self._tokens[head].lower in _FIRST

    def may_stand_for(self, pronoun: int, party: Party) -> bool:
        """Whether "he", "she", "it" or "they" can be this party, as far as its words and its other pronouns tell."""
        word = self._tokens[pronoun].lower
        if (party.name or "").lower() in _NOBODY:
            return False
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
            token = self._named_by(self._tokens[i])
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
        titles = title_words()
        words = (party.name or "").lower().split()
        for word in words:
            if (said := titles.address.get(word) or titles.gender.get(word)) in ("male", "female"):
                return said
        named = next((sex for w in words[:-1] if (sex := sex_of(w))), None)
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
                token = self._nearest(self._agreeing(self._tokens[verb.head], verb), token.index)
        if token.pos == "NOUN" or (token.pos == "PROPN" and token.entity not in _PEOPLE):
            for child in self._syntax.children(token.index):
                if self._tokens[child].dep == "appos" and self._tokens[child].entity in _PEOPLE:
                    return self._tokens[child]
            return self._appended(token) or token
        return token

    def _appended(self, token: Token) -> Token | None:
        """`the head of trade at the Food Agency, Ana Silva,`: the name behind a title that the parser tied to something
        else, or to nothing."""
        mention = self._reading.mention_at(token.start)
        if mention is None or mention.value.kind != "person" or mention.value.plural:
            return None
        _, last = self._grammar.phrase(token.index)
        for i in range(token.index + 1, last):
            above = self._tokens[self._tokens[i].head]
            if self._tokens[i].dep == "appos" and self._tokens[i].entity in _PEOPLE and above.entity in _NO_PERSONS:
                return self._tokens[i]
        name = list(takewhile(lambda i: self._tokens[i].entity in _PEOPLE, range(last + 1, len(self._tokens))))
        end = last + 1 + len(name)
        enclosed = end < len(self._tokens) and self._tokens[last].text == self._tokens[end].text == ","
        free = enclosed and all(self._tokens[i].dep not in _SUBJECTS for i in name)
        return self._tokens[name[-1]] if name and free else None

    def _nearest(self, noun: Token, relative: int) -> Token:
        """Of several in a row the one that stands before "who": "Silva, Okafor and Tanaka, who joked …"."""
        return self._tokens[max(i for i in self._syntax.conjuncts(noun.index) if i < relative or i == noun.index)]

    def _agreeing(self, noun: Token, verb: Token) -> Token:
        """`papers for the court which show`: a verb in the plural is no clause of one thing, but of those before it."""
        if verb.tag != "VBP" or noun.tag not in ("NN", "NNP") or self._syntax.child(noun.index, "conj") is not None:
            return noun
        for i in self._syntax.ancestors(noun.index):
            if self._tokens[i].tag in ("NNS", "NNPS"):
                return self._tokens[i]
            if self._tokens[i].pos not in ("ADP", "NOUN", "PROPN"):
                break
        return noun

    def _actor(self, token: Token) -> tuple[str, str] | None:
        for i in self._candidates(token):
            mention = self._reading.mention_at(self._tokens[i].start)
            if mention is None:
                continue
            actor = self._reading.actor_of(mention.id)
            if actor is not None:
                if actor.value.kind == "state" and self._names_more(token, mention.span):
                    return None
                actor = self._person_called_so(mention, actor) or actor
                return actor.id, actor.value.name.lstrip(_MARKS)
        return None

    def _person_called_so(self, mention: Annotation[Mention], actor: Annotation[Actor]) -> Annotation[Actor] | None:
        """Somebody named before whose surname is that of a country: "Ana Jordan" where "Jordan" speaks."""
        if actor.value.kind != "state" or mention.value.country_method != "name":
            return None
        words = mention.span.of(self._reading.text)
        return next((a for a in self._surnamed.get(words, ()) if a.span.start < mention.span.start), None)

    def _names_more(self, token: Token, mention: Span) -> bool:
        """Whether a state's name is only a part of the name: "Radio Pyongyang", "Birds Australia"."""
        kin = [self._tokens[i] for i in self._syntax.children(token.index) if self._tokens[i].dep == "compound"]
        named = (t for t in kin if t.pos in ("PROPN", "NOUN") and t.text[:1].isupper() and t.entity not in _PEOPLE)
        return any(t.end <= mention.start or t.entity == "ORG" for t in named)

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
        name = " ".join(words.of(self._reading.text).split())
        return self._owned(name, first)

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
