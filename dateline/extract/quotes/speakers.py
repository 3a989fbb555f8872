"""Who speaks in each quote of a report, in the order of the text: names, pronouns, and speakers carried on."""

from dataclasses import replace

from dateline.extract.quotes.drafts import Draft
from dateline.extract.quotes.parties import Parties
from dateline.model.quote import Party
from dateline.model.reading import Reading
from dateline.model.span import Span

_CLOSERS = "\"'”’» "
_REACH = 4  # how many speakers back a pronoun is looked for


class Speakers:
    """Names the speakers of the drafts of one reading, which must come in text order."""

    def __init__(self, reading: Reading, parties: Parties, drafts: list[Draft]) -> None:
        self._reading, self._parties = reading, parties
        self._known: dict[int, Party | None] = {}
        self._last: list[tuple[Party, int, Draft]] = []
        self._others: set[Span] = set()  # pronouns that stand for somebody else than coreference says
        self._described: dict[str, Party] = {}  # whom "the former minister" is
        self._said = [span for d in drafts if d.level == -1 for span in d.content]

    def of(self, draft: Draft) -> Party | None:
        """The speaker of a draft, or None where nobody is told."""
        if id(draft) not in self._known:
            self._known[id(draft)] = found = self._find(draft)
            outermost = draft.level == -1 and draft.parent is None
            if found is not None and found.name and outermost and draft.source is not None:
                self._last.append((found, draft.source, draft))
        return self._known[id(draft)]

    def _find(self, draft: Draft) -> Party | None:
        if draft.same_as is not None:
            earlier = self.of(draft.same_as)
            return replace(earlier, method=draft.method) if earlier else None
        if draft.source is None:
            return None
        if self._parties.is_first_person(draft.source) and draft.parent is not None:
            outer = self.of(draft.parent)
            if outer is not None:
                mention = self._parties.party(draft.source, method="nested").mention
                return replace(outer, mention=mention, method="nested")
        party = self._parties.party(draft.source, method="nested" if draft.level != -1 else draft.method)
        if party.actor is None and party.method != "author" and self._parties.is_text(draft.source):
            return self._author(draft.source, party) or party
        if self._parties.is_pronoun(draft.source) and draft.level == -1:
            meant = self._behind_pronoun(party, draft)
            if meant.actor != party.actor and party.mention is not None:
                self._others.add(party.mention)
            return self._with_name(draft, meant)
        return self._with_name(draft, party) if draft.level == -1 else party

    def _with_name(self, draft: Draft, party: Party) -> Party:
        """The party by the name of whoever it describes, where that is known from here or from before."""
        assert draft.source is not None
        if party.actor is not None and party.actor not in self._described:
            described = self._parties.description(draft.source, party)
            if described is None or not self._parties.is_variation(described, party):
                return party
            named = self._in_the_sentence_before(self._parties.place(described), party)
            if named is None:
                return party
            self._described[party.actor] = named
        named = self._described.get(party.actor) if party.actor else None
        return replace(party, name=named.name, actor=named.actor) if named else party

    def _in_the_sentence_before(self, place: int, party: Party) -> Party | None:
        """`Ana Silva came late. The former envoy said …`: whom the sentence before is about, or who spoke in it."""
        sentence = self._parties.sentence_before(place)
        told = [earlier for earlier, head, _ in self._last[-_REACH:] if self._parties.sentence(head) == sentence]
        found = told[-1] if told else self._parties.subject_of(sentence, said=self._said) if sentence >= 0 else None
        return found if found is not None and self._parties.may_be(found, party) else None

    def _behind_pronoun(self, party: Party, draft: Draft) -> Party:
        """Whom a pronoun stands for: coreference's choice, where nothing about speech is against it."""
        assert draft.source is not None
        if self._named_in_own_words(party, draft):
            party = replace(party, name=None, actor=None)
        if party.name is None:
            party = self._salient(draft, party) or self._last_speaker(draft, party) or self._text(draft, party) or party
        asked = self._one_asked(party, draft)
        if asked is not None:
            return replace(asked, mention=party.mention)
        if self._only_quoted(party, draft) or not self._parties.may_stand_for(draft.source, party):
            return self._salient(draft, party) or self._last_speaker(draft, party) or party
        return self._just_before(draft, party) or self._acting_before(draft, party) or party

    def _acting_before(self, draft: Draft, party: Party) -> Party | None:
        """`Silva agreed with Okafor. “…,” he wrote`: the subject of the sentence before, where coreference chose
        somebody else whom it names."""
        assert draft.source is not None
        sentence = self._parties.sentence_before(draft.place)
        found = self._parties.subject_of(sentence, said=self._said) if sentence >= 0 else None
        if found is None or not found.name or found.actor is None or found.actor == party.actor:
            return None
        named = [n for n in self._named_before(party) if self._parties.sentence_at(n.start) == sentence]
        fits = self._parties.may_stand_for(draft.source, found)
        return self._as(party, found) if named and fits else None

    def _just_before(self, draft: Draft, party: Party) -> Party | None:
        """Whoever spoke in the sentence before, where coreference chose somebody whom that sentence does not name."""
        assert draft.source is not None
        if not self._last:
            return None
        earlier, head, spoken = self._last[-1]
        if earlier.actor == party.actor or not self._parties.may_stand_for(draft.source, earlier):
            return None
        end = max(spoken.whole.end, self._parties.end_of_sentence(head))
        gap = self._reading.text[end : draft.place].strip(_CLOSERS + "“‘«\n.")
        if end > draft.place or gap:
            return None
        named = self._named_before(party)
        return None if any(n.start >= spoken.place for n in named) else self._as(party, earlier)

    @staticmethod
    def _as(pronoun: Party, meant: Party) -> Party:
        return replace(pronoun, name=meant.name, actor=meant.actor, method="coreference")

    def _one_asked(self, party: Party, draft: Draft) -> Party | None:
        """`Conroy asked Sanders about it. “…,” he said`: whoever asks is not the one who answers."""
        assert draft.source is not None
        if draft.whole.of(self._reading.text).rstrip(_CLOSERS).endswith("?"):
            return None
        for head in self._parties.answering(self._named_before(party), before=draft.place):
            found = self._parties.party(head, method="dialogue")
            if found.name and found.actor != party.actor and self._parties.may_stand_for(draft.source, found):
                return found
        return None

    def _author(self, text: int, party: Party) -> Party | None:
        """Who was said to speak where this statement or letter was last named."""
        lemma = self._parties.lemma(text)
        for earlier, head, _ in reversed(self._last[-_REACH:]):
            if self._parties.sentence_names(head, lemma) and head != text:
                return replace(party, name=earlier.name, actor=earlier.actor, method="author")
        return None

    def _salient(self, draft: Draft, party: Party) -> Party | None:
        """Whom the last sentences were about: their speaker, or their subject."""
        assert draft.source is not None
        same = next((earlier for earlier, head, _ in self._last[-_REACH:] if head == draft.source), None)
        if same is not None:
            return self._as(party, same)
        told = {self._parties.sentence(head): earlier for earlier, head, _ in self._last[-_REACH:]}
        here = self._parties.sentence(draft.source)
        for sentence in range(here, -1, -1)[: _REACH + 1]:
            found = told.get(sentence) if sentence < here else None
            before = draft.place if sentence == here else None
            found = found or self._parties.subject_of(sentence, said=self._said, before=before)
            if found is not None and found.name and self._parties.may_stand_for(draft.source, found):
                return self._as(party, found)
        return None

    def _last_speaker(self, draft: Draft, party: Party) -> Party | None:
        """The last speaker whom a pronoun fits."""
        assert draft.source is not None
        for earlier, _, _ in reversed(self._last[-_REACH:]):
            if self._parties.may_stand_for(draft.source, earlier):
                return self._as(party, earlier)
        return None

    def _named_in_own_words(self, party: Party, draft: Draft) -> bool:
        """`“We mourn a boy of six,” he said`: whoever is named in the words alone does not say them."""
        named = self._named_before(party)
        return bool(named) and all(any(c.contains(n) for c in draft.marked) for n in named)

    def _text(self, draft: Draft, party: Party) -> Party | None:
        """`The panel sent a memo. “…,” it read.`: what says "it" of itself is a text named before."""
        assert draft.source is not None
        says_it = draft.cue is not None and self._parties.is_subject_of(draft.source, draft.cue)
        text = self._parties.text_before(draft.source) if says_it else None
        if text is None:
            return None
        author = self._parties.party(text, method="author")
        return replace(party, name=author.name, actor=author.actor, method="author")

    def _only_quoted(self, party: Party, draft: Draft) -> bool:
        """Whether the one whom coreference chose for a pronoun was last named inside words that somebody said.

        `“Trump is popular,” Obama said. “…,” he went on`: the speaker goes on, not the one spoken of.
        """
        named = self._named_before(party)
        if not named or not self._last or self._last[-1][2].place >= draft.place:
            return False
        return any(said.contains(max(named)) for said in self._said)

    def _named_before(self, party: Party) -> list[Span]:
        """Where the actor behind a pronoun was named before it."""
        actor = self._reading.find(party.actor) if party.actor else None
        if actor is None or party.mention is None:
            return []
        before = (link.span for link in actor.value.links if link.span.end <= party.mention.start)
        return [span for span in before if span not in self._others]
