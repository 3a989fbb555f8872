"""One quote in the making, and the joining of what marks and what grammar say of the same words."""

import re
from dataclasses import dataclass, field

from dateline.extract.quotes.marks import Marked
from dateline.extract.quotes.places import Places
from dateline.extract.quotes.sayings import Grammar, Saying
from dateline.extract.quotes.spoken import Spoken
from dateline.model.span import Span, cover

_I_QUOTE = re.compile(r"[,:;]?\s*(?:and )?I quote[,:]?\s*", re.IGNORECASE)
_SO_CALLED = re.compile(
    r"(?:so-called|self-styled|self-proclaimed|titled|entitled|nicknamed|codenamed|known as)\s*$", re.IGNORECASE
)
_SMALL = frozenset({"ADP", "DET", "CCONJ", "NUM", "PART"})
_MARK_CHARACTERS = "\"“”„«»‘’'`"


@dataclass(slots=True)
class Draft:
    """A quote before its parties have names. `source` and `addressee` are token indices, `level` the marked string
    that the cue stands in (or -1)."""

    kind: str
    content: list[Span]
    marked: list[Span] = field(default_factory=list)
    cue: Span | None = None
    source: int | None = None
    addressee: int | None = None
    method: str = "subject"
    group: str = "speech"
    frame: str = "quoted"
    level: int = -1
    passive: bool = False
    parent: "Draft | None" = None
    same_as: "Draft | None" = None

    @property
    def whole(self) -> Span:
        return cover(*self.content)

    @property
    def place(self) -> int:
        """Where the quote begins: its content or its cue."""
        return min(self.content[0].start, self.cue.start if self.cue else self.content[0].start)


class Joiner:
    """Makes drafts of one text."""

    def __init__(self, places: Places, grammar: Grammar) -> None:
        self._places, self._grammar = places, grammar
        self._text, self._marks, self._tokens = places.text, places.marks, places.tokens

    def spoken(self, spoken: Spoken, saying: Saying | None) -> Draft:
        """The draft of marked strings tied to a cue; the grammar of the cue adds the hearer."""
        marks = [self._marks[i] for i in spoken.marked]
        content = [m.inner for m in marks]
        kind = "direct"
        if spoken.tail is not None:
            content[-1] = Span(marks[-1].outer.start, spoken.tail.end)
            kind = "mixed"
        if spoken.lead is not None:
            # The lead and the first marked string are one stretch of the sentence reported, unless the cue cuts it.
            cut = spoken.cue is not None and self._tokens[spoken.cue].start < marks[0].outer.start
            first = (
                [spoken.lead, content[0]] if cut else [Span(spoken.lead.start, max(content[0].end, marks[0].outer.end))]
            )
            content = [*first, *content[1:]]
            kind = "mixed"
        cue, addressee = None, None
        level = self._marks[spoken.marked[0]].parent
        if spoken.cue is not None:
            token = self._tokens[spoken.cue]
            verbal = token.pos in ("VERB", "AUX") or token.lower == "according"
            cue_range = self._grammar.cue_range(token, "quoted") if verbal else (token.index, token.index + 1)
            cue = self._grammar.span(cue_range)
            addressee = (saying.addressee if saying else None) or (self._grammar.hearer(token) if verbal else None)
        source = spoken.source if spoken.source is not None else (saying.source if saying else None)
        return Draft(
            kind,
            content,
            [m.inner for m in marks],
            cue,
            source,
            addressee if addressee != source else None,
            spoken.method,
            level=level if level is not None else -1,
        )

    def saying(self, saying: Saying) -> Draft | None:
        """The draft of a reported clause: it stays on the cue's side of the marks and takes in whole marked strings."""
        level = self._places.level[saying.cue]
        content = [span for r in saying.content if (span := self._within(self._grammar.span(r), level))]
        content = [span for span in content if any(c.isalnum() for c in span.of(self._text))]
        if content:
            content[-1] = self._with_quoted(content[-1])
        cue = self._places.syntax.span(*saying.cue_range)
        if not content or any(span.contains(cue) for span in content):
            return None  # a relative clause whose own verb is the cue reports nothing
        naming = saying.frame.rstrip("<>").endswith("oprd")
        inside = [m for m in self._inside(content, level) if not self._is_scare(m)]
        marked = [m.inner for m in inside if not (naming and self._is_name(m))]
        kind = "mixed" if marked else "indirect"
        if len(content) == 1 and len(marked) == 1:
            bare = content[0].of(self._text).strip(_MARK_CHARACTERS + " ,.")
            if bare == marked[0].of(self._text).strip(_MARK_CHARACTERS + " ,."):
                content, kind = [marked[0]], "direct"
        return Draft(
            kind,
            content,
            marked,
            self._grammar.span(saying.cue_range),
            saying.source,
            saying.addressee if saying.addressee != saying.source else None,
            saying.method,
            saying.group,
            saying.frame,
            level,
            saying.passive,
        )

    def _is_scare(self, marked: Marked) -> bool:
        """Marks that keep a distance: `a so-called “peace plan”`."""
        return _SO_CALLED.search(self._text, max(0, marked.outer.start - 24), marked.outer.start) is not None

    def _is_name(self, marked: Marked) -> bool:
        """Marks around what somebody or something is called: `called him “Big Tom”`."""
        words = [self._tokens[i] for i in self._places.syntax.inside(marked.inner) if self._tokens[i].pos != "PUNCT"]
        return bool(words) and all(w.text[:1].isupper() or w.pos in _SMALL for w in words)

    def _with_quoted(self, span: Span) -> Span:
        """A clause with the words that its speaker announces: `…, and I quote, ‘no deal’`."""
        aside = _I_QUOTE.match(self._text, span.end)
        if aside is None:
            return span
        number = self._places.numbers.get(aside.end())
        return span if number is None else Span(span.start, self._marks[number].outer.end)

    def _within(self, span: Span, level: int) -> Span | None:
        """A stretch cut to the marked string that the cue stands in, and widened to the marked strings it cuts."""
        if level != -1:
            inner = self._marks[level].inner
            start, end = max(span.start, inner.start), min(span.end, inner.end)
            if start >= end:
                return None
            span = Span(start, end)
        for i in self._touched(span, level):
            outer = self._marks[i].outer
            inside = span.overlap(outer)
            if inside and inside * 2 >= outer.end - outer.start:
                span = cover(span, outer)
            elif inside and outer.start > span.start:
                span = Span(
                    span.start, len(self._text[: outer.start].rstrip()) if outer.start < 2 else self._cut(outer.start)
                )
            elif inside:
                span = Span(outer.end, span.end)
        following = self._places.numbers.get(self._next_word(span.end))
        if (
            following is not None
            and (self._marks[following].parent if self._marks[following].parent is not None else -1) == level
        ):
            # `said he hoped to “go on”`: the parser stopped at the marks, the clause did not.
            span = Span(span.start, self._marks[following].outer.end)
        return span if span.start < span.end else None

    def _next_word(self, position: int) -> int:
        return position + 1 if self._text[position : position + 1] == " " else position

    def _cut(self, position: int) -> int:
        while position and self._text[position - 1] in " \n,:":
            position -= 1
        return position

    def _touched(self, span: Span, level: int) -> list[int]:
        """The marked strings of one level at the two ends of a stretch."""
        tokens = self._places.syntax.inside(span)
        found = []
        for i in (tokens.start, tokens.start - 1, tokens.stop - 1, tokens.stop):
            if 0 <= i < len(self._tokens):
                number = self._on_level(self._places.level[i], level)
                if number is not None and number not in found:
                    found.append(number)
        return found

    def _on_level(self, number: int, level: int) -> int | None:
        while number != -1:
            parent = self._marks[number].parent
            above = parent if parent is not None else -1
            if above == level:
                return number
            number = above
        return None

    def _inside(self, content: list[Span], level: int) -> list[Marked]:
        found: list[Marked] = []
        for span in content:
            for i in self._places.syntax.inside(span):
                number = self._on_level(self._places.level[i], level)
                if number is not None and (not found or self._marks[number] is not found[-1]):
                    found.append(self._marks[number])
        return found
