"""When each event of one report happened.

In this order: a time among the event's own words (`adjunct`); the clause, the noun or the event that it hangs on
(`clause`); what the same paragraph, or an earlier telling of the same event, said before (`carried`); the day in the
dateline (`dateline`); the day of publication (`publication`). The last two only for what the report tells as its news:
main clauses in the past, the present perfect or the present. What lies further back, ahead, or is only thought of keeps
its own date or none.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

from dateline.extract.event_dates.adjuncts import Adjuncts, heads
from dateline.extract.event_dates.cues import cues
from dateline.extract.event_dates.days import as_clause, event_date, published_day, report_day
from dateline.extract.event_dates.own import Own
from dateline.model.annotation import Annotation
from dateline.model.predicate import Predicate
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Token
from dateline.model.time import EventDate

_NEWS_DAYS = 10  # what a paragraph dates further back than this is its background, and no day for who speaks in it
_NEWS_LAG = 3  # what lies further back than this is followed only by what goes on at once
_NEAR_SENTENCES = 2
_LEAD_SENTENCES = 3  # among which the first dated main clause gives the day of the news
_LEAD_LAG = 1
_HEADLINE_REACH = 8  # sentences after the headline in which its news is told again

_DATELINE_REACH = 1200
_PLACE_HEAD = re.compile(r"[A-Z][A-Z .'’-]+(?:, [A-Z][\w. ]+)?,? \Z")
_DATELINE_END = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*)?(?:-|–|—|_)")

Told = Annotation[Predicate]


@dataclass(frozen=True, slots=True)
class _Narrative:
    """The last main clause of a paragraph that gave a day, and how it looked."""

    paragraph: int
    sentence: int
    tense: str | None
    date: EventDate


class Dater:
    """Dates the predicates of one report; ask in text order, as the narrative runs."""

    def __init__(self, reading: Reading) -> None:
        self.syntax = reading.parsed
        self.reading = reading
        self.cues = cues()
        self.predicates = reading.predicates
        self.by_id = {p.id: p for p in self.predicates}
        self.by_token: dict[int, Told] = {i: p for p in self.predicates for i in heads(p.value)}
        self.adjuncts = Adjuncts(self.syntax, [t for t in reading.times if not _heads(t.span, reading)], reading.text)
        self.breaks = [i for i, c in enumerate(reading.text) if c == "\n"]
        self.fallback = report_day(reading)
        self.published = published_day(reading)
        self.own = Own(self.syntax, self.adjuncts, self.by_token, published=self.published)
        self._known: dict[str, EventDate | None] = {}
        self._dated: dict[str, list[Told]] = {}
        self._narrative: _Narrative | None = None
        self._shadow: tuple[int, int] | None = None
        self._lead_known = False
        self._lead_day: EventDate | None = None

    def date(self, told: Told) -> EventDate | None:
        """The date of a predicate, or None where the report does not tell it."""
        if told.id in self._known:
            return self._known[told.id]
        self._known[told.id] = None
        found = self._find(told)
        if found is not None:
            found = replace(found, predicate=told.id)
            self._dated.setdefault(_stem(told.value.lemma), []).append(told)
        self._known[told.id] = found
        return found

    def _find(self, told: Told) -> EventDate | None:
        found = self._by_grammar(told)
        if found is not None and told.value.form == "verb" and found.span is not None and not self._is_news(found):
            token = self.syntax.tokens[told.value.head]
            if token.dep not in ("relcl", "acl", "ROOT") or token.head in self.by_token:
                self._shadow = (self._paragraph(told), token.sentence)
        return found

    def _in_shadow(self, told: Told) -> bool:
        """Whether the sentence before tells in passing of something long past, of which this may go on to tell."""
        if told.value.lemma in self.cues.saying or self._shadow is None:
            return False
        paragraph, sentence = self._shadow
        return paragraph == self._paragraph(told) and self.syntax.tokens[told.value.head].sentence == sentence + 1

    def _by_grammar(self, told: Told) -> EventDate | None:
        own, tells = self.own.date(told)
        if own is not None:
            self._remember(told, own)
            return own
        if tells or told.value.conditional:
            return None
        if told.value.form == "noun":
            return self._of_noun(told)
        return self._of_verb(told)

    # --- nouns

    def _of_noun(self, told: Told) -> EventDate | None:
        predicate = told.value
        if self._repeats(predicate) and (earlier := self._told_before(told)) is not None:
            return replace(earlier, method="carried")
        governor = self.by_id.get(predicate.governor or "")
        if governor is None or predicate.governor_role != "oblique" or governor.value.form == "noun":
            return None
        link = self._preposition(predicate.head)
        if link in self.cues.settings:
            found = self.date(governor)
            return as_clause(found)
        return None

    def _repeats(self, predicate: Predicate) -> bool:
        determiner = self.syntax.child(predicate.head, "det", "poss")
        return determiner is not None and self.syntax.tokens[determiner].lower in self.cues.repeat

    def _told_before(self, told: Told) -> EventDate | None:
        """The date of an earlier telling of the same act, by its word."""
        for other in reversed(self._dated.get(_stem(told.value.lemma), ())):
            if other.span.start >= told.span.start:
                continue
            found = self._known.get(other.id)
            if found is None or not _same_word(told.value.lemma, other.value.lemma):
                continue
            if found.span is not None or other.value.tense == "past":
                return found
        return None

    def _preposition(self, noun: int) -> str | None:
        token = self.syntax.tokens[noun]
        above = self.syntax.tokens[token.head]
        return above.lower if token.dep in ("pobj", "pcomp") else None

    # --- verbs

    def _of_verb(self, told: Told) -> EventDate | None:
        token = self.syntax.tokens[told.value.head]
        by_link = {
            "relcl": self._of_modifier,
            "acl": self._of_modifier,
            "ccomp": self._of_content,
            "xcomp": self._of_infinitive,
            "advcl": self._of_adverbial,
            "pcomp": self._of_gerund,
            "conj": self._of_conjunct,
        }
        link = by_link.get(token.dep)
        if link is not None:
            return link(told, token)
        if token.dep in ("ROOT", "parataxis") or told.value.tense is not None:
            return self._of_main(told)
        return None

    def _of_modifier(self, told: Told, token: Token) -> EventDate | None:
        """A clause on a noun: the noun's date if that is a time or a dated event; else it is background."""
        if token.dep == "acl" and self._marked(token.index, frozenset({"that"})):
            return self._of_content(told, token)
        time = self.adjuncts.time_at(token.head)
        if time is not None and time.start:
            return event_date(time, "clause")
        if token.tag == "VB" and self._in_headline(told):
            # "Ministers to meet in Oslo".
            return self._of_headline(told)
        if told.value.modal or told.value.tense == "future":
            return None
        noun = self.by_token.get(token.head)
        if noun is None:
            return self._of_place(told, token)
        return as_clause(self.date(noun))

    def _of_place(self, told: Told, token: Token) -> EventDate | None:
        """ "Flew on Sunday to Paris, where she met X": the day of the clause before."""
        link = self.syntax.child(token.index, "advmod")
        if link is None or self.syntax.tokens[link].lower not in self.cues.relatives or self._lies_elsewhere(told):
            return None
        governor = self._above(told, token)
        if governor is None or governor.value.tense != told.value.tense or governor.value.aspect != told.value.aspect:
            return None
        return as_clause(self.own.date(governor)[0])

    def _of_content(self, told: Told, token: Token) -> EventDate | None:
        """What is said, shown, known: at the time of the saying where it is told as news, else unknown."""
        governor = self._above(told, token)
        if governor is None:
            return self._of_main(told)
        if self._lies_elsewhere(told) or told.value.tense is None:
            return None
        found = self.date(governor)
        return as_clause(found) if found is not None and self._is_news(found) else None

    def _of_infinitive(self, told: Told, token: Token) -> EventDate | None:
        governor = self._above(told, token)
        if governor is None or told.value.tense == "future":
            return None
        word = self.syntax.tokens[token.head].lemma
        if (planned := self._of_plan(governor)) is not None:
            return planned
        factual = word in self.cues.factual and not governor.value.modal
        return as_clause(self.date(governor)) if factual else None

    def _of_plan(self, governor: Told) -> EventDate | None:
        """ "Is due on Monday to meet the king": what is planned lies on the day of the plan, if that is ahead."""
        found = self.date(governor)
        ahead = found is not None and self.published is not None and found.start > self.published
        return as_clause(found) if ahead else None

    def _of_adverbial(self, told: Told, token: Token) -> EventDate | None:
        """ "…, killing five", "while X met Y": with the clause that it hangs on; after, before, if and to: unknown."""
        governor = self._above(told, token)
        if governor is None or self._lies_elsewhere(told):
            return None
        marks = [i for i in self.syntax.children(token.index) if self.syntax.tokens[i].dep in ("mark", "advmod")]
        words = {self.syntax.tokens[i].lower for i in marks if self.syntax.tokens[i].pos in ("SCONJ", "ADP")}
        if not words and token.tag != "VBG":
            return self._of_plan(governor) if token.tag == "VB" else None
        if words - self.cues.marks:
            return None
        if token.tag != "VBG" and told.value.tense != governor.value.tense:
            return None
        return as_clause(self.date(governor))

    def _of_gerund(self, told: Told, token: Token) -> EventDate | None:
        governor = self._above(told, token)
        together = self.syntax.tokens[token.head].lower in self.cues.gerunds
        return as_clause(self.date(governor)) if governor is not None and together else None

    def _of_conjunct(self, told: Told, token: Token) -> EventDate | None:
        """A coordinated verb: as the first where it has no tense of its own, else by its own."""
        first = self.by_token.get(token.head)
        predicate = told.value
        if first is None:
            return self._of_main(told) if predicate.tense else None
        if predicate.lemma in self.cues.saying and predicate.tense == "past" and first.value.tense != "past":
            return self._of_main(told)
        if self._lies_elsewhere(told):
            return None
        if predicate.tense != first.value.tense or predicate.aspect != first.value.aspect:
            return self._of_main(told) if predicate.tense else None
        found = self.date(first)
        return as_clause(found) if found is not None else None

    def _of_main(self, told: Told) -> EventDate | None:
        """A main clause: the paragraph's narrative, the headline's lead, and the report's own day last."""
        predicate = told.value
        if predicate.tense == "future":
            return self._of_headline(told) if self._in_headline(told) else self._carried(told)
        refused = predicate.modal == "would" and predicate.negated and not predicate.conditional
        if self._lies_elsewhere(told) and not refused:
            return None
        if self._in_headline(told):
            return self._of_headline(told)
        if refused:
            # "The ministry would not comment" has happened.
            return self.fallback
        if predicate.tense is None or (predicate.tense == "past" and predicate.aspect == "perfect"):
            return None
        return self._of_narrative(told) if predicate.tense == "past" else self.fallback

    def _of_narrative(self, told: Told) -> EventDate | None:
        """What is told in the past without a time: the paragraph's day, the lead's, the report's."""
        if (found := self._carried(told)) is not None:
            return found
        goes_on = self._has_adverb(told.value, self.cues.next) and told.value.lemma not in self.cues.saying
        if goes_on or self._in_shadow(told):
            return None
        return self._day_of_lead() or self.fallback

    def _day_of_lead(self) -> EventDate | None:
        """The day that the first dated main clause gives, where it is shortly before the report's: a morning paper."""
        if not self._lead_known:
            self._lead_known, self._lead_day = True, self._find_day_of_lead()
        return self._lead_day

    def _find_day_of_lead(self) -> EventDate | None:
        if self.published is None or self.fallback is None or self.fallback.method != "publication":
            return None
        for told in self.predicates:
            value, token = told.value, self.syntax.tokens[told.value.head]
            if token.sentence > _LEAD_SENTENCES:
                return None
            if value.tense != "past" or value.form != "verb" or token.dep != "ROOT" or self._in_headline(told):
                continue
            own, _ = self.own.date(told)
            if own is not None and own.precision == "day":
                return replace(own, method="carried") if 0 < self._days_back(own) <= _LEAD_LAG else None
        return None

    def _of_headline(self, told: Told) -> EventDate | None:
        """Headlines tell the news in the present or a bare participle: dated as the lead is, else the report's day."""
        lead = self._lead(told)
        if lead is not None:
            return replace(lead, method="carried")
        bare = self.syntax.child(told.value.head, "aux") is not None and told.value.tense is None
        planned = bare or told.value.tense == "future"
        return None if planned else self.fallback

    # --- the narrative

    def _remember(self, told: Told, own: EventDate) -> None:
        token = self.syntax.tokens[told.value.head]
        if told.value.form != "verb":
            return
        if token.dep in ("ROOT", "conj") or self._is_news(own):
            self._narrative = _Narrative(self._paragraph(told), token.sentence, told.value.tense, own)

    def _carried(self, told: Told) -> EventDate | None:
        """The day that the paragraph has given before, where this clause goes on in the same tense."""
        last, sentence = self._narrative, self.syntax.tokens[told.value.head].sentence
        if last is None or last.paragraph != self._paragraph(told) or last.tense != told.value.tense:
            return None
        if last.sentence == sentence:
            return None
        if last.tense == "past" and (not self._is_news(last.date) or self._days_back(last.date) > _NEWS_LAG):
            near = sentence - last.sentence <= _NEAR_SENTENCES
            if told.value.lemma in self.cues.saying or not near:
                return None
        return replace(last.date, method="carried")

    def _lead(self, told: Told) -> EventDate | None:
        """What the first sentences say of the act in the headline."""
        sentence = self.syntax.tokens[told.value.head].sentence
        for other in self.predicates:
            at = self.syntax.tokens[other.value.head].sentence
            if at > sentence + _HEADLINE_REACH:
                return None
            if at > sentence and not self._in_headline(other) and _same_word(told.value.lemma, other.value.lemma):
                own, _ = self.own.date(other)
                if own is not None and other.value.modal is None and self._fits(told, own):
                    return own
        return None

    def _fits(self, told: Told, lead: EventDate) -> bool:
        """Whether a headline may tell of the lead's day: one in the past or present not of a day to come."""
        return told.value.tense in (None, "future") or self.published is None or lead.start <= self.published

    def _days_back(self, found: EventDate) -> int:
        if self.published is None:
            return 0
        return (date.fromisoformat(self.published) - date.fromisoformat(found.end)).days

    def _is_news(self, found: EventDate) -> bool:
        if self.published is None:
            return found.precision == "day"
        gap = date.fromisoformat(self.published) - date.fromisoformat(found.end)
        return found.precision in ("day", "range") and gap.days <= _NEWS_DAYS

    def _lies_elsewhere(self, told: Told) -> bool:
        """Whether the clause is only thought of, lies ahead, or lies back at a time that is not told."""
        predicate = told.value
        if predicate.modal or predicate.conditional or predicate.tense == "future":
            return True
        if predicate.tense == "present" and predicate.aspect != "perfect":
            return False
        return self._has_adverb(predicate, self.cues.background)

    def _has_adverb(self, predicate: Predicate, words: frozenset[str]) -> bool:
        return any(
            self.syntax.tokens[i].lower in words
            for head in heads(predicate)
            for i in self.syntax.children(head)
            if self.syntax.tokens[i].dep in ("advmod", "npadvmod")
        )

    def _above(self, told: Told, token: Token) -> Told | None:
        found = self.by_id.get(told.value.governor or "")
        if found is not None and found.id != told.id:
            return found
        return next((self.by_token[i] for i in self.syntax.ancestors(token.index) if i in self.by_token), None)

    def _marked(self, index: int, words: frozenset[str]) -> bool:
        return any(
            self.syntax.tokens[i].dep == "mark" and self.syntax.tokens[i].lower in words
            for i in self.syntax.children(index)
        )

    def _paragraph(self, told: Told) -> int:
        return bisect_right(self.breaks, told.span.start)

    def _in_headline(self, told: Told) -> bool:
        return self._paragraph(told) == 0 and self.reading.region_at(told.span) == "headline"


def _heads(time: Span, reading: Reading) -> bool:
    """Whether a time is the report's own, in its dateline ("CAIRO, March 2 (Agency) -"), and dates no event."""
    known = reading.document.origin.dateline
    if known is not None:
        return Span(*known.span).contains(time)
    text = reading.text
    if time.start > _DATELINE_REACH:
        return False
    before = text[text.rfind("\n", 0, time.start) + 1 : time.start]
    return bool(_PLACE_HEAD.match(before)) and bool(_DATELINE_END.match(text, time.end))


def _stem(lemma: str) -> str:
    """What two words that name one act have in common at the least."""
    return lemma.rpartition(" ")[2][:4]


def _same_word(one: str, other: str) -> bool:
    """Whether two lemmas name one act: "meet" and "meeting", "invade" and "invasion"."""
    a, b = one.rpartition(" ")[2], other.rpartition(" ")[2]
    if a == b:
        return True
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= max(4, min(len(a), len(b)) - 2)
