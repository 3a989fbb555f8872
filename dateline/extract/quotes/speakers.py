"""Who speaks in each quote of a report, in the order of the text: names, pronouns, and speakers carried on."""

from dataclasses import replace

from dateline.extract.quotes.drafts import Draft
from dateline.extract.quotes.parties import Parties
from dateline.model.quote import Party
from dateline.model.reading import Reading
from dateline.model.span import Span

_REACH = 4  # how many speakers back a pronoun is looked for


class Speakers:
    """Names the speakers of the drafts of one reading, which must come in text order."""

    def __init__(self, reading: Reading, parties: Parties, drafts: list[Draft]) -> None:
        self._reading, self._parties = reading, parties
        self._known: dict[int, Party | None] = {}
        self._last: list[tuple[Party, int, Draft]] = []
        self._marked = sorted(span for d in drafts if d.kind == "direct" and d.level == -1 for span in d.content)

    def of(self, draft: Draft) -> Party | None:
        """The speaker of a draft, or None where nobody is told."""
        if id(draft) not in self._known:
            self._known[id(draft)] = found = self._find(draft)
            if found is not None and found.name and draft.level == -1 and draft.source is not None:
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
        if not self._parties.is_pronoun(draft.source) or draft.level != -1:
            return party
        if party.name is None or self._only_quoted(party, draft):
            return self._last_speaker(draft, party) or party
        return party

    def _last_speaker(self, draft: Draft, party: Party) -> Party | None:
        """The last speaker whom a pronoun fits."""
        assert draft.source is not None
        for earlier, head, _ in reversed(self._last[-_REACH:]):
            if self._parties.may_stand_for(draft.source, earlier, head):
                return replace(party, name=earlier.name, actor=earlier.actor, method="coreference")
        return None

    def _only_quoted(self, party: Party, draft: Draft) -> bool:
        """Whether the one whom coreference chose for a pronoun was last named inside quoted words.

        `“Trump is popular,” Obama said. “…,” he went on`: the speaker goes on, not the one spoken of.
        """
        actor = self._reading.find(party.actor) if party.actor else None
        if actor is None or party.mention is None or not self._last:
            return False
        before = [link.span for link in actor.value.links if link.span.end <= party.mention.start]
        spoken_by = self._last[-1][2]
        return bool(before) and spoken_by.place < draft.place and self._is_quoted(max(before))

    def _is_quoted(self, span: Span) -> bool:
        return any(marked.contains(span) for marked in self._marked)
