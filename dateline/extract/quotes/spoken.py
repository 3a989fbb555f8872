"""Which cue the words between marks belong to: by place first, because a parser is easily lost among marks."""

from dataclasses import dataclass
from itertools import takewhile

from dateline.extract.quotes.marks import Marked
from dateline.extract.quotes.places import Places, Side
from dateline.extract.quotes.sayings import Grammar
from dateline.lang.cues import Cues
from dateline.model.span import Span
from dateline.model.syntax import Token

_TERMINAL = frozenset(".?!…")
_LIGHT = frozenset({",", ":", "—", "–", "--", "-", ";", "that"})
_DASHES = frozenset({"—", "–", "--", "-", "―"})
_CLAUSES_OF_NOUNS = frozenset({"relcl", "acl", "appos"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_OWNERS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_FARTHEST_CUE = 40
_LONGEST_NAME = 6
_TURNS = frozenset({"while", "whereas", "although", "though", "because"})


@dataclass(slots=True)
class Spoken:
    """Marked strings that one cue brings. `cue` is a token index or None.

    `lead` and `tail` are words of the clause reported that stand outside marks, before the first and after the last.
    `method` says how the cue was found: `subject`, `inverted`, `according-to`, `dash`, `colon`, or `floating` for none.
    """

    marked: list[int]
    cue: int | None
    method: str
    source: int | None = None
    lead: Span | None = None
    tail: Span | None = None
    weak: bool = False


class Attacher:
    """Ties marked strings to cues by what stands next to them."""

    def __init__(self, places: Places, grammar: Grammar, cues: Cues, labelled: frozenset[int] = frozenset()) -> None:
        self.places, self.grammar, self.cues, self.labelled = places, grammar, cues, labelled
        self.tokens, self.marks = places.tokens, places.marks
        self.spoken_verbs = cues.spoken
        self.previous = _siblings(places.marks)

    def attach(self) -> list[Spoken]:
        """The marked strings that a neighbouring cue brings, in text order; those of one cue are one."""
        found: list[Spoken] = []
        by_cue: dict[int, Spoken] = {}
        of_marked: dict[int, Spoken] = {}
        for number in range(len(self.marks)):
            spoken = self._of(number, of_marked) if number not in self.labelled else None
            if spoken is None:
                continue
            if spoken.cue is not None and spoken.cue in by_cue:
                earlier = by_cue[spoken.cue]
                earlier.marked.append(number)
                earlier.tail = spoken.tail
                of_marked[number] = earlier
                continue
            found.append(spoken)
            of_marked[number] = spoken
            if spoken.cue is not None:
                by_cue[spoken.cue] = spoken
        return found

    def _of(self, number: int, of_marked: dict[int, Spoken]) -> Spoken | None:
        marked, place = self.marks[number], self.places.places[number]
        before, after = self.places.before(number), self.places.after(number)
        own = led = self._led_by(number, before)
        if own is not None and not own.weak and (place.speech or self._quoting(own)):
            own.lead, own.tail = self._split_lead(own, before, number), self._tail(number, after)
            return self._with_opening(own, number, of_marked)
        own = self._followed_by(number, before, after)
        if own is not None and place.speech:
            return self._with_opening(own, number, of_marked)
        if led is not None and place.speech:
            return led
        if marked.continues in of_marked:
            of_marked[marked.continues].marked.append(number)
            of_marked[number] = of_marked[marked.continues]
        else:
            self._goes_on(number, before, after, of_marked)
        return None

    def _with_opening(self, spoken: Spoken, number: int, of_marked: dict[int, Spoken]) -> Spoken:
        """The paragraphs that a quotation of several began with, where only a later one has the cue."""
        opening = self.marks[number].continues
        while opening is not None and opening not in of_marked and opening not in self.labelled:
            spoken.marked.insert(0, opening)
            of_marked[opening] = spoken
            opening = self.marks[opening].continues
        return spoken

    def _quoting(self, spoken: Spoken) -> bool:
        return spoken.cue is not None and self.tokens[spoken.cue].lemma in ("say", "reply", "answer", "shout", "write")

    # -- a cue before the words

    def _led_by(self, number: int, before: Side) -> Spoken | None:
        """`He said: “…”`, `She told reporters, “…”`; also `…,” he said, “…`."""
        if not before.tokens:
            return self._led_from_line_above(number) if before.at_line else None
        nearest = self.tokens[before.tokens[0]]
        if nearest.text in _DASHES and len(before.tokens) == 1 and before.at_line:
            return None
        if nearest.text == ":" and (name := self._name_behind_dash(before)) is not None:
            return Spoken([number], before.tokens[0], "colon", name)
        close = nearest.text in _LIGHT
        for steps, i in enumerate(before.tokens[:_FARTHEST_CUE]):
            token = self.tokens[i]
            if self._is_noun_of_speech(token, before.tokens[:steps]):
                return Spoken([number], i, "subject", self.grammar.source(token, "acl"))
            if (token.pos not in _VERBAL and token.lower != "according") or self._is_aside(token):
                continue
            if not self._says(token, beside_marks=close or steps == 0):
                if token.dep in _CLAUSES_OF_NOUNS or token.dep in ("pcomp", "advcl", "aux", "auxpass", "prep"):
                    continue
                return self._by_colon(number, i) if nearest.text == ":" else None
            if close or steps == 0 or self._only_hearer_between(i, before.tokens[:steps]):
                method = "according-to" if token.lower == "according" else "subject"
                source = self.grammar.source(token, "clause")
                if source is None and token.tag in ("VBD", "VBZ", "VBP"):
                    source = self._nearest_name(before.tokens[steps + 1 :])
                return Spoken([number], i, method, source)
            return None
        return self._by_label(number, before) if nearest.text == ":" else None

    def _is_noun_of_speech(self, token: Token, between: list[int]) -> bool:
        """`her comment that “…”`, `the minister’s warning: “…”`: a noun that brings words of somebody."""
        if token.pos != "NOUN" or self.cues.nouns.get(token.lemma, {}).get("acl") != "speech":
            return False
        behind = bool(between) and all(self.tokens[i].lower in _LIGHT for i in between)
        return behind and self.grammar.source(token, "acl") is not None

    def _is_aside(self, token: Token) -> bool:
        return token.lemma == "quote" and self.grammar.is_aside(token)

    def _name_behind_dash(self, before: Side) -> int | None:
        """`Turnout was high - Ana Silva: “…”`: in a digest a dash and a colon enclose whoever is quoted."""
        name = list(takewhile(lambda i: self.tokens[i].pos == "PROPN", before.tokens[1:_LONGEST_NAME]))
        rest = before.tokens[1 + len(name) :]
        return name[0] if name and rest and self.tokens[rest[0]].text in _DASHES else None

    def _by_label(self, number: int, before: Side) -> Spoken | None:
        """`Her answer: “…”`, `From the mayor’s post: “…”`, `Lavrov: “…”`: no verb, but somebody is named."""
        owner = next((i for i in before.tokens if self.tokens[i].dep == "poss" and self._can_own(i)), None)
        if owner is not None:
            return Spoken([number], before.tokens[0], "colon", owner)
        words = [i for i in before.tokens if self.tokens[i].pos != "PUNCT"]
        named = bool(words) and all(self.tokens[i].entity == "PERSON" for i in words)
        return self._labelled(number, before.tokens) if before.at_line or named else None

    def _can_own(self, i: int) -> bool:
        return self.tokens[i].entity in _OWNERS or self.tokens[i].lower in ("his", "her", "their")

    def _nearest_name(self, tokens: list[int]) -> int | None:
        """Where the parser finds a verb of speech no subject: the name that stands right before it."""
        for i in tokens[:3]:
            if self.tokens[i].pos in _NOMINAL and any(c.isalnum() for c in self.tokens[i].text):
                return i
        return None

    def _by_colon(self, number: int, verb: int) -> Spoken | None:
        """`She changed her answer: “…”`: the colon reports, whoever acts in its clause speaks."""
        subject = self.grammar.subject(verb)
        if subject is None or not (self._is_somebody(subject) or self.tokens[subject].pos == "PRON"):
            return None
        colon = self.places.syntax.inside(self.marks[number].outer).start - 1
        return Spoken([number], colon, "colon", subject, weak=True)

    def _is_somebody(self, i: int) -> bool:
        """A name, or a noun with a name behind it: "an early backer, Ana Silva"."""
        named = [c for c in self.places.syntax.children(i) if self.tokens[c].dep == "appos"]
        return any(self.tokens[j].entity != "" for j in (i, *named))

    def _says(self, token: Token, *, beside_marks: bool) -> bool:
        if token.tag == "VBN" and token.dep == "advcl" and not self._has_auxiliary(token):
            return False  # "Asked about it, she said …": nobody asks here
        if token.lower == "according":
            return True
        if token.lemma in self.spoken_verbs:
            return not self._is_aside(token)
        # "Once the house goes on leave, “…”", "in his eagerness to defend the plan, “…”"
        aside = token.tag == "VB" or (token.dep == "advcl" and token.tag != "VBG")
        return beside_marks and not aside and (token.lemma in self.cues.manner or token.lemma in self.cues.uttered)

    def _has_auxiliary(self, token: Token) -> bool:
        return any(self.tokens[c].dep in ("aux", "auxpass") for c in self.places.syntax.children(token.index))

    def _only_hearer_between(self, cue: int, between: list[int]) -> bool:
        """`told reporters “…`, `said in Geneva “…`: nothing of the sentence said stands outside the marks."""
        hearer = self.grammar.hearer(self.tokens[cue])
        particle = {c for c in self.places.syntax.children(cue) if self.tokens[c].dep in ("prt", "advmod")}
        rest = [i for i in between if i not in particle]
        if not rest:
            return True
        if hearer is None:
            return False
        first, last = self.grammar.phrase(hearer)
        return all(first <= i < last or self.tokens[i].dep in ("npadvmod", "punct") for i in rest)

    def _led_from_line_above(self, number: int) -> Spoken | None:
        """A line that ends with a colon introduces the quotation that the next line is."""
        i = self.places.syntax.inside(self.marks[number].outer).start - 1
        if i < 0 or self.tokens[i].text != ":" or self.places.level[i] != -1:
            return None
        sentence = self.tokens[i].sentence
        first = self.places.syntax.sentences[sentence][0]
        best = None
        for j in range(i - 1, first - 1, -1):
            token = self.tokens[j]
            if token.pos == "VERB" and self._says(token, beside_marks=True):
                best = j
                break
        if best is None:
            root = next(
                (j for j in range(first, i) if self.tokens[j].head == j and self.tokens[j].pos in _VERBAL), None
            )
            return Spoken([number], i, "colon", None if root is None else self.grammar.subject(root), weak=True)
        return Spoken([number], best, "subject", self.grammar.source(self.tokens[best], "clause"))

    def _labelled(self, number: int, tokens: list[int]) -> Spoken | None:
        """`Lavrov: “…”`: a line that begins with a short name and a colon."""
        words = [i for i in tokens if self.tokens[i].pos not in ("PUNCT",)]
        if not words or len(words) > 8:
            return None
        names = [i for i in words if self.tokens[i].pos in ("PROPN", "NOUN")]
        return Spoken([number], tokens[0], "colon", names[0] if names else None)

    # -- a cue after the words

    def _followed_by(self, number: int, before: Side, after: Side) -> Spoken | None:
        """`…,” he said`, `…,” said the minister`, `…,” according to Kyiv`, `…” — Putin`."""
        inner = self.marks[number].inner.of(self.places.text)
        tokens = after.tokens
        if not tokens:
            return self._signed_below(number) if after.at_line else None
        first = self.tokens[tokens[0]]
        dashed = self.places.text[self.marks[number].outer.end :][:2].strip()[:1] in _DASHES
        if dashed and len(tokens) <= 12 and not any(self.tokens[i].pos in _VERBAL for i in tokens):
            return self._signed(number, tokens)
        inner = inner.rstrip("'’\"” ") or inner
        open_end = inner[-1] in ",?!—-…" or first.text in (",", "--", "—", "–")
        ended = inner[-1] == "." and first.text not in (",", "—", "–", "--")
        if ended and not (first.pos == "VERB" and first.text[:1].islower()):
            return None
        link = self.tokens[tokens[1]] if first.text == "," and len(tokens) > 1 else first
        if link.pos == "CCONJ" or (link.pos == "SCONJ" and link.lower in _TURNS):
            return None
        cue = self._cue_after(tokens, open_end=open_end)
        if cue is not None and before.tokens and self._belongs_to(cue, before.tokens):
            return None
        if cue is None or any(self._says(self.tokens[i], beside_marks=False) for i in before.tokens):
            return None
        token = self.tokens[cue]
        source, inverted = self._source_after(cue, tokens)
        method = "according-to" if token.lower == "according" else "inverted" if inverted else "subject"
        return Spoken([number], cue, method, source, self._lead(before))

    def _belongs_to(self, cue: int, lead: list[int]) -> bool:
        """Whether the words before the marks are the cue's subject, or the cue is none but beside a whole sentence."""
        token = self.tokens[cue]
        if token.lemma in self.cues.manner and token.lemma not in self.spoken_verbs:
            return any(self.tokens[i].pos != "PUNCT" for i in lead)
        return token.lower != "according" and self.grammar.subject(cue) in lead

    def _cue_after(self, tokens: list[int], *, open_end: bool) -> int | None:
        first = next((i for i in tokens if self.tokens[i].pos != "PUNCT"), tokens[0])
        if open_end and self._is_verb_in_disguise(first):
            return first
        for i in tokens[:_FARTHEST_CUE]:
            token = self.tokens[i]
            if token.lower == "according" or (open_end and self._is_noun_for_verb(i, tokens)):
                return i
            if token.pos != "VERB" and not (token.pos in ("AUX", "NOUN") and token.lemma in ("say", "add")):
                continue
            if self._says(token, beside_marks=open_end):
                return i
            if token.dep in _CLAUSES_OF_NOUNS or token.dep in ("amod", "compound", "pcomp"):
                continue
            return None
        return None

    def _is_verb_in_disguise(self, first: int) -> bool:
        """`“…,” comments coach Rossi`: what the parser takes for a noun stands where only a verb can."""
        token = self.tokens[first]
        following = self.tokens[first + 1] if first + 1 < len(self.tokens) else None
        return (
            token.tag == "NNS"
            and token.text.islower()
            and following is not None
            and (following.pos in ("PROPN", "DET") or following.entity != "" or following.tag == "NN")
        )

    def _is_noun_for_verb(self, i: int, tokens: list[int]) -> bool:
        """`“…,” Petrov notes`: a noun in the plural behind a name, where the name must have a verb."""
        token, before = self.tokens[i], self.tokens[i - 1]
        known = token.lemma in self.spoken_verbs or token.lemma in self.cues.manner
        return known and token.tag == "NNS" and token.text.islower() and before.pos == "PROPN" and i - 1 in tokens

    def _source_after(self, cue: int, tokens: list[int]) -> tuple[int | None, bool]:
        token = self.tokens[cue]
        if token.lower == "according":
            return self.grammar.source(token, "according"), False
        window = set(tokens)
        source = self.grammar.subject(cue)
        if source is not None and source in window:
            return source, source > cue
        left = [i for i in tokens if i < cue and self.tokens[i].pos in _NOMINAL]
        if left:
            return self._top_of(left), False
        right = [i for i in tokens if i > cue]
        for i in right:
            if self.tokens[i].pos in _NOMINAL:
                return self._top_of([j for j in right if j >= i and self.tokens[j].pos in _NOMINAL][:6]), True
            if self.tokens[i].pos not in ("DET", "ADJ", "ADV", "PUNCT"):
                break
        return None, False

    def _top_of(self, nominals: list[int]) -> int:
        """The head word of the first noun phrase among these tokens."""
        first = nominals[0]
        known = set(nominals)
        while self.tokens[first].head in known and self.tokens[first].dep in (
            "compound",
            "amod",
            "poss",
            "nmod",
            "nummod",
            "det",
        ):
            first = self.tokens[first].head
        return first

    def _signed(self, number: int, tokens: list[int]) -> Spoken | None:
        names = [i for i in tokens if self.tokens[i].pos in ("PROPN", "NOUN") and self.tokens[i].text not in _DASHES]
        return Spoken([number], tokens[0], "dash", self._top_of(names)) if names else None

    def _signed_below(self, number: int) -> Spoken | None:
        """A quotation that is a paragraph, with `- Ana Silva` in the line below."""
        at = self.places.syntax.inside(self.marks[number].outer).stop
        line = list(takewhile(lambda i: self._same_line(i, at), range(at, min(at + _LONGEST_NAME, len(self.tokens)))))
        names = [i for i in line if self.tokens[i].entity == "PERSON"]
        only = line and self.tokens[at].text in _DASHES and all(i in names or self._is_stop(i) for i in line[1:])
        alone = self.places.starts_sentence(number) and not self._same_line(at + len(line), at)
        return Spoken([number], at, "dash", names[-1]) if names and only and alone else None

    def _same_line(self, i: int, at: int) -> bool:
        return i < len(self.tokens) and "\n" not in self.places.text[self.tokens[at].start : self.tokens[i].start]

    def _is_stop(self, i: int) -> bool:
        return self.tokens[i].pos == "PUNCT" and self.tokens[i].text not in _DASHES

    def _tail(self, number: int, after: Side) -> Span | None:
        """Words that go on behind the marks: `said that “the race” is far from over`."""
        inner = self.marks[number].inner.of(self.places.text)
        words = [i for i in after.tokens if self.tokens[i].pos != "PUNCT"]
        if not words or inner[-1] in ".,?!…—" or after.tokens[0] != words[0]:
            return None
        first = self.tokens[words[0]]
        if first.pos in ("CCONJ", "SCONJ", "VERB", "AUX") and first.dep in ("cc", "conj", "advcl", "mark"):
            return None
        if any(self._says(self.tokens[i], beside_marks=False) for i in words):
            return None
        return Span(first.start, self.tokens[words[-1]].end)

    def _split_lead(self, spoken: Spoken, before: Side, number: int) -> Span | None:
        """What the cue clause cuts in two: `When the deal came, he said, “we were floored.”`"""
        inner = self.marks[number].inner.of(self.places.text)
        if spoken.cue is None or spoken.source is None or spoken.source > spoken.cue or not inner[0].islower():
            return None
        first = min(self.grammar.phrase(spoken.source)[0], self.grammar.cue_range(self.tokens[spoken.cue], "")[0])
        if first == 0 or self.tokens[first - 1].text != "," or before.neighbour is not None:
            return None
        words = sorted(i for i in before.tokens if i < first and self.tokens[i].pos != "PUNCT")
        while words and self.tokens[words[0]].pos == "CCONJ":
            words.pop(0)
        if not words or any(self._says(self.tokens[i], beside_marks=False) for i in words):
            return None
        return Span(self.tokens[words[0]].start, self.tokens[words[-1]].end)

    def _lead(self, before: Side) -> Span | None:
        """Words of the same sentence before the marks: `The deal is “dead,” he said`."""
        words = [i for i in before.tokens if any(c.isalnum() for c in self.tokens[i].text)]
        if not words or before.neighbour is not None:
            return None
        words.sort()
        while words and self.tokens[words[0]].pos == "CCONJ":
            words.pop(0)
        return Span(self.tokens[words[0]].start, self.tokens[words[-1]].end) if words else None

    # -- the same speaker goes on

    def _goes_on(self, number: int, before: Side, after: Side, of_marked: dict[int, Spoken]) -> None:
        """`“…,” he said. “…”`: a marked sentence after the cue's own sentence is more of the same."""
        if before.tokens or before.at_line or not self.places.places[number].speech:
            return
        if not self.places.ends_sentence(number) and any(self.tokens[i].pos != "PUNCT" for i in after.tokens):
            return
        previous = self.previous[number]
        while previous is not None and not self.places.places[previous].speech:
            previous = self.previous[previous]
        if previous is None or previous not in of_marked:
            return
        between = self.places.text[self.marks[previous].outer.end : self.marks[number].outer.start]
        if "\n" in between:
            return
        spoken = of_marked[previous]
        gap = range(
            self.places.syntax.inside(self.marks[previous].outer).stop,
            self.places.syntax.inside(self.marks[number].outer).start,
        )
        ends = sum(1 for i in gap if self.tokens[i].text[-1:] in _TERMINAL and self.places.ends(self.tokens[i]))
        cue_there = spoken.cue is not None and spoken.cue in gap
        if ends > (1 if cue_there else 0):
            return
        spoken.marked.append(number)
        of_marked[number] = spoken


def _siblings(marks: list[Marked]) -> list[int | None]:
    """For each marked string the one before it on the same level."""
    last: dict[int | None, int] = {}
    found: list[int | None] = []
    for number, marked in enumerate(marks):
        found.append(last.get(marked.parent))
        last[marked.parent] = number
    return found
