"""Quotations without a cue of their own: paragraphs that are a quotation, dialogue, and marked words left over."""

from bisect import bisect_right
from collections.abc import Callable

from dateline.extract.quotes.drafts import Draft
from dateline.extract.quotes.places import Places
from dateline.extract.quotes.sayings import Grammar
from dateline.model.span import Span

_FEWEST_WORDS_ALONE = 5
_PEOPLE = frozenset({"PERSON", "ORG", "NORP", "GPE"})


Reported = Callable[[int], Draft | None]


class _Floater:
    def __init__(self, places: Places, grammar: Grammar, drafts: list[Draft], reported: Reported) -> None:
        self._places, self._grammar, self._reported = places, grammar, reported
        self._text, self._marks, self._tokens = places.text, places.marks, places.tokens
        self._told = sorted((d for d in drafts if d.level == -1 and d.group == "speech"), key=lambda d: d.whole.end)
        self._ends = [d.whole.end for d in self._told]
        self._covered = bytearray(len(self._tokens))
        for draft in self._outside(drafts):
            for span in draft.content:
                for i in places.syntax.inside(span):
                    self._covered[i] = 1
        self._made: list[Draft] = []

    @staticmethod
    def _outside(drafts: list[Draft]) -> list[Draft]:
        """Speech within speech claims no words of the speech it stands in."""
        return [d for d in drafts if d.level == -1]

    def run(self) -> list[Draft]:
        by_mark: dict[int, Draft] = {}
        for number, marked in enumerate(self._marks):
            place = self._places.places[number]
            if not place.speech or marked.parent is not None or self._is_covered(place.first, place.last):
                continue
            if marked.continues in by_mark:
                by_mark[number] = self._more(by_mark[marked.continues], marked.inner)
                continue
            previous = by_mark.get(number - 1)
            if previous is not None and not self._text[self._marks[number - 1].outer.end : marked.outer.start].strip(
                " "
            ):
                by_mark[number] = self._more(previous, marked.inner)
                continue
            draft = self._draft(number)
            if draft is not None:
                by_mark[number] = draft
                self._made.append(draft)
        return self._made

    @staticmethod
    def _more(draft: Draft, inner: Span) -> Draft:
        draft.content.append(inner)
        draft.marked.append(inner)
        return draft

    def _is_covered(self, first: int, last: int) -> bool:
        return first < last and 2 * sum(self._covered[first:last]) >= last - first

    def _draft(self, number: int) -> Draft | None:
        marked, place = self._marks[number], self._places.places[number]
        ends = self._places.ends_sentence(number)
        alone = ends and (self._places.starts_sentence(number) or self._behind_colon(marked.outer.start))
        if not alone and (place.words < _FEWEST_WORDS_ALONE or place.title or self._places.follows_name(marked)):
            return None
        if not alone and (reported := self._reported(number)) is not None:
            return reported
        draft = Draft(
            "direct", [marked.inner], [marked.inner], method="floating", frame="floating" if alone else "loose"
        )
        if alone:
            self._find_speaker(draft, marked.outer)
        else:
            draft.source = self._teller(number)
            if draft.source is None:
                draft.same_as = self._earlier(marked.outer.start, most_breaks=0)
        return draft

    def _behind_colon(self, position: int) -> bool:
        return ":" in self._text[max(0, position - 2) : position]

    def _teller(self, number: int) -> int | None:
        """The subject of the nearest verb of speech before marked words in the middle of a sentence."""
        for i in self._places.before(number).tokens:
            token = self._tokens[i]
            if token.pos == "VERB" and token.lemma in self._grammar.uttered:
                return self._grammar.source(token, "clause")
        return None

    def _find_speaker(self, draft: Draft, outer: Span) -> None:
        earlier = self._earlier(outer.start)
        acting = self._subject_before(outer.start)
        if earlier is not None and acting is not None and self._comes_in(acting, earlier):
            draft.source = acting
        elif earlier is not None:
            other = self._answered(earlier)
            if other is not None:
                draft.same_as, draft.method = other, "dialogue"
            elif earlier.whole.of(self._text)[-1:] == "?" and earlier.addressee is not None:
                draft.source, draft.method = earlier.addressee, "dialogue"
            else:
                draft.same_as = earlier
        else:
            draft.source = acting

    def _comes_in(self, acting: int, earlier: Draft) -> bool:
        """Whether somebody else is named as the subject of a sentence between a quote and marked words behind it:
        `“It was loud,” Silva said. Ana Okafor was at home when it fell. “I ran.”`"""
        token = self._tokens[acting]
        ends = max(earlier.whole.end, earlier.cue.end if earlier.cue else 0)
        between = token.entity == "PERSON" and self._places.level[acting] == -1 and token.start > ends
        return between and earlier.source != acting and self._key(earlier) != token.lower

    def _earlier(self, position: int, *, most_breaks: int = 1) -> Draft | None:
        """The last quote before, if it stands in the same or the previous paragraph."""
        at = bisect_right(self._ends, position)
        candidates = [d for d in (self._told[at - 1] if at else None, self._made[-1] if self._made else None) if d]
        if not candidates:
            return None
        last = max(candidates, key=lambda d: d.whole.end)
        return last if self._paragraphs_between(last.whole.end, position) <= most_breaks else None

    def _paragraphs_between(self, start: int, end: int) -> int:
        breaks, in_break = 0, False
        for c in self._text[start:end] if end - start < 4000 else "\n.\n":
            if c == "\n" and not in_break:
                breaks, in_break = breaks + 1, True
            elif not c.isspace():
                in_break = False
        return breaks

    def _answered(self, question: Draft) -> Draft | None:
        """Who asked or spoke before a question: the one who answers it, where two take turns."""
        if not question.whole.of(self._text).rstrip(_CLOSERS).endswith("?"):
            return None
        at = bisect_right(self._ends, question.place)
        if not at:
            return None
        before = self._told[at - 1]
        if self._paragraphs_between(before.whole.end, question.place) > 1:
            return None
        return before if self._key(before) != self._key(question) else None

    def _key(self, draft: Draft) -> str | None:
        while draft.same_as is not None:
            draft = draft.same_as
        return self._tokens[draft.source].lower if draft.source is not None else None

    def _subject_before(self, position: int) -> int | None:
        """The subject of the sentence before, where it is somebody who can speak."""
        i = self._places.syntax.inside(Span(position, position + 1)).start - 1
        if i < 0 or self._paragraphs_between(self._tokens[i].end, position) > 1:
            return None
        first, last = self._places.syntax.sentences[self._tokens[i].sentence]
        for j in range(first, last):
            token = self._tokens[j]
            if token.head == j and token.pos in ("VERB", "AUX"):
                subject = self._grammar.subject(j)
                if subject is not None and self._can_speak(subject):
                    return subject
        return None

    def _can_speak(self, head: int) -> bool:
        token = self._tokens[head]
        return token.entity in _PEOPLE or (token.pos == "PRON" and token.lower in ("he", "she", "they"))


_CLOSERS = "\"”’»' "


def float_free(places: Places, grammar: Grammar, drafts: list[Draft], *, reported: Reported) -> list[Draft]:
    """Drafts of the marked strings that no cue claims. A short one in the middle of a sentence is no quotation.

    `reported` gives the clause that a marked string is a piece of, where somebody thinks or wants it.
    """
    return _Floater(places, grammar, drafts, reported).run()
