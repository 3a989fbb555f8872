"""What grammar says about who says what: a cue, the words that it takes, its subject and its hearer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dateline.lang.cues import Cues
from dateline.model.span import Span
from dateline.model.syntax import Syntax, Token

Range = tuple[int, int]
Weigh = Callable[[Token, list[tuple[str, list[Range]]]], tuple[int, float]]

_COMPLEMENTS = frozenset({"ccomp", "dobj", "oprd", "acomp", "attr"})
_PREPOSITIONS = frozenset({"prep", "dative", "agent"})
_BESIDE = frozenset({"parataxis", "advcl", "acl", "relcl", "prep"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_GROUP = frozenset({"aux", "auxpass", "neg", "advmod"})
_EDGE_MARKS = frozenset("\"“”„‘’'`«»") | {"''", "``"}
_CUE_WORDS = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
_TRAILERS = frozenset({"prep", "advcl", "npadvmod", "relcl", "advmod"})
_LONGEST_PHRASE = 30


@dataclass(slots=True)
class Saying:
    """One cue with what it takes. `content` are token ranges, `source` and `addressee` heads of noun phrases.

    `frame` names the construction (`dateline.lang.cues`), `group` is `speech` or `attitude`.
    """

    cue: int
    cue_range: Range
    frame: str
    group: str
    content: list[Range]
    source: int | None = None
    addressee: int | None = None
    method: str = "subject"
    probability: float = 1.0


class Grammar:
    """Finds the sayings of one parsed text."""

    def __init__(self, syntax: Syntax, cues: Cues) -> None:
        self._syntax = syntax
        self._tokens = syntax.tokens
        self._cues = cues

    def sayings(self, weigh: Weigh, *, attitudes: bool) -> Iterator[Saying]:
        """Every cue with its most probable complement, in text order; at most one for a cue.

        Without `attitudes` only the constructions that `cues.toml` calls speech.
        """
        verbs, nouns = self._cues.verbs, self._cues.nouns
        for token in self._tokens:
            if token.pos in ("VERB", "AUX"):
                frames = verbs.get(token.lemma)
            elif token.pos in ("NOUN", "ADJ"):
                frames = nouns.get(token.lemma)
            else:
                frames = verbs.get(token.lower) if token.lower == "according" else None
            if (frames or (attitudes and token.pos in _CUE_WORDS)) and (
                saying := self._saying(token, frames or {}, weigh, attitudes)
            ):
                yield saying

    def _saying(self, cue: Token, frames: dict[str, str], weigh: Weigh, attitudes: bool) -> Saying | None:
        found = [
            (frame, trimmed)
            for frame, content in self.constructions(cue)
            if (attitudes or frames.get(frame.rstrip("<>")) == "speech") and (trimmed := self._trim(content))
        ]
        if not found:
            return None
        chosen, probability = weigh(cue, found)
        frame, content = found[chosen]
        return Saying(
            cue=cue.index,
            cue_range=self.cue_range(cue, frame),
            frame=frame,
            group=frames.get(frame.rstrip("<>"), "attitude"),
            content=content,
            source=self.source(cue, frame),
            addressee=self._addressee(cue, frame),
            method=_method(frame),
            probability=probability,
        )

    # -- constructions

    def constructions(self, cue: Token) -> Iterator[tuple[str, list[Range]]]:
        """Every way to read what stands around a cue as its content, the fullest first."""
        right = self._right(cue)
        edges = self._syntax.edges
        for i, (name, child) in enumerate(right):
            for other, last in right[i + 1 :]:
                start, end = self._start(name, child), edges(last)[1]
                yield f"{name}+{other}", [(start, end)]
                shorter = self._without_trailer(last, end)
                if shorter is not None:
                    yield f"{name}+{other}<", [(start, shorter)]
        end = self._syntax.sentences[cue.sentence][1]
        for name, child in sorted(right, key=lambda r: r[0] != "clause"):
            start, last = self._start(name, child), edges(child)[1]
            yield name, [(start, self._before_conjunct(cue, child, last))]
            if self._words(last, end):
                yield f"{name}>", [(start, end)]
            shorter = self._without_trailer(child, last)
            if shorter is not None:
                yield f"{name}<", [(start, shorter)]
        yield from self._left(cue)
        yield from self._passive(cue)
        yield from self._beside(cue)

    def _without_trailer(self, child: int, last: int) -> int | None:
        """Where content ends without the last thing that hangs on it: a time, a place, ", which …"."""
        head = child
        while True:
            right = [c for c in self._syntax.children(head) if c > head and self._tokens[c].dep != "punct"]
            if not right or self._syntax.edges(right[-1])[1] + 1 < last:
                return None
            token = self._tokens[right[-1]]
            first = self._syntax.edges(token.index)[0]
            if token.dep in _TRAILERS and first > child + 1:
                return first
            head = token.index

    def _words(self, first: int, last: int) -> bool:
        return any(self._tokens[i].pos != "PUNCT" for i in range(first, last))

    def _before_conjunct(self, cue: Token, child: int, last: int) -> int:
        """Where content ends before a verb that goes on from the cue, though the parser gives it to the content:
        "said it would go on, accused …, and mocked …"."""
        verb = self._tokens[child]
        if cue.tag != "VBD" or verb.pos not in ("VERB", "AUX"):
            return last
        tags = {self._tokens[c].tag for c in self._syntax.children(child) if self._tokens[c].dep in ("aux", "auxpass")}
        if verb.tag == "VBD" or "VBD" in tags:
            return last
        for i in self._syntax.children(child):
            token = self._tokens[i]
            if i > child and token.dep == "conj" and token.tag == "VBD" and not self._has_subject(i):
                return self._syntax.edges(i)[0]
        return last

    def _has_subject(self, verb: int) -> bool:
        return any(self._tokens[c].dep in _SUBJECTS for c in self._syntax.children(verb))

    def _right(self, cue: Token) -> list[tuple[str, int]]:
        found = []
        for child in self._syntax.children(cue.index):
            if child < cue.index:
                continue
            token = self._tokens[child]
            dep = token.dep
            if dep == "ccomp":
                found.append(("clause", child))
            elif dep in ("xcomp", "acl", "advcl"):
                name = self._verbal(token)
                if name != "advcl":
                    found.append((name, child))
            elif dep in _COMPLEMENTS:
                found.append(("object" if dep == "dobj" else dep, child))
            elif dep in _PREPOSITIONS and token.pos in ("ADP", "SCONJ", "PART"):
                found.append((token.lower, child))
        return found

    def _verbal(self, token: Token) -> str:
        if token.dep == "advcl":
            return "advcl"
        if token.dep == "acl":
            return "acl" if token.tag not in ("VBG", "VBN") else "participle"
        left = [self._tokens[i] for i in self._syntax.children(token.index) if i < token.index]
        return "infinitive" if any(t.tag == "TO" for t in left) else "gerund" if token.tag == "VBG" else "xcomp"

    def _start(self, name: str, child: int) -> int:
        """Where content begins: a preposition that leads it belongs to the cue."""
        first = self._syntax.edges(child)[0]
        if self._tokens[child].dep in _PREPOSITIONS and name not in ("as", "like"):
            return child + 1
        return first

    def _left(self, cue: Token) -> Iterator[tuple[str, list[Range]]]:
        for child in self._syntax.children(cue.index):
            token = self._tokens[child]
            first, last = self._syntax.edges(child)
            if token.dep == "ccomp" and first < cue.index:
                own = [self._syntax.edges(k) for k in self._syntax.children(cue.index) if k != child]
                holes = [(cue.index, cue.index + 1), *own]
                yield "before", self._without((first, last), holes)
                whole = self._syntax.sentences[cue.sentence]
                if whole != (first, last):
                    yield "before>", self._without(whole, holes)

    def _passive(self, cue: Token) -> Iterator[tuple[str, list[Range]]]:
        for child in self._syntax.children(cue.index):
            if self._tokens[child].dep != "nsubjpass":
                continue
            first = self._syntax.edges(child)
            for name, last in reversed(self._right(cue)):
                if name != "by":
                    yield f"passive+{name}", [first, self._syntax.edges(last)]
            yield "passive", [first]

    def _beside(self, cue: Token) -> Iterator[tuple[str, list[Range]]]:
        head = self._tokens[cue.head]
        if cue.dep not in _BESIDE or cue.head == cue.index:
            return
        own = self._syntax.edges(cue.index)
        clause = self._syntax.edges(head.index)
        whole = self._syntax.sentences[cue.sentence]
        if cue.dep == "prep" and head.pos not in ("VERB", "AUX"):
            clause = whole
        name = {"prep": "according", "parataxis": "parenthetical"}.get(cue.dep, cue.dep)
        if cue.dep == "advcl" and self._marker(cue) == "as":
            name = "as-clause"
        yield name, self._without(clause, [own])
        if clause != whole and name in ("according", "parenthetical", "as-clause"):
            yield f"{name}>", self._without(whole, [own])

    def _marker(self, cue: Token) -> str | None:
        for child in self._syntax.children(cue.index):
            if self._tokens[child].dep in ("mark", "advmod") and child < cue.index:
                return self._tokens[child].lower
        return None

    @staticmethod
    def _without(whole: Range, holes: Iterable[Range]) -> list[Range]:
        """What is left of a token range."""
        left, start = [], whole[0]
        for first, last in sorted(holes):
            if first > start:
                left.append((start, min(first, whole[1])))
            start = max(start, last)
        if start < whole[1]:
            left.append((start, whole[1]))
        return [(a, b) for a, b in left if a < b]

    def _trim(self, content: list[Range]) -> list[Range]:
        kept = []
        for first, last in content:
            a, b = first, last
            while a < b and (
                (self._tokens[a].pos == "PUNCT" and self._tokens[a].text not in _EDGE_MARKS)
                or (self._tokens[a].lower == "that" and self._tokens[a].dep == "mark")
                or (self._tokens[a].dep == "cc" and a == first and len(content) == 1)
            ):
                a += 1
            while b > a and (
                (self._tokens[b - 1].pos == "PUNCT" and self._tokens[b - 1].text not in _EDGE_MARKS)
                or (self._tokens[b - 1].pos == "CCONJ" and self._tokens[b - 1].dep == "cc")
            ):
                b -= 1
            if a < b and any(self._tokens[i].pos != "PUNCT" for i in range(a, b)):
                kept.append((a, b))
        return kept

    # -- cue and parties

    def cue_range(self, cue: Token, frame: str) -> Range:
        """The verb with its auxiliaries, negation and particle; "according to"; "called for"."""
        first, last = cue.index, cue.index + 1
        children = self._syntax.children(cue.index)
        while first - 1 in children and self._tokens[first - 1].dep in _GROUP:
            first -= 1
        while last in children and self._tokens[last].dep == "prt":
            last += 1
        if cue.lower == "according" and last < len(self._tokens) and self._tokens[last].lower == "to":
            last += 1
        lead = frame.split("+")[0]
        if last in children and self._tokens[last].dep in _PREPOSITIONS and self._tokens[last].lower == lead != "as":
            last += 1
        return first, last

    def source(self, cue: Token, frame: str) -> int | None:
        """The head of the noun phrase that names the speaker."""
        if cue.lower == "according":
            return self._under(cue.index, ("to",))
        if cue.pos in ("NOUN", "ADJ"):
            return self._noun_source(cue)
        if frame.startswith("passive") or self._is_passive(cue):
            return self._under(cue.index, ("by",))
        return self.subject(cue.index)

    def subject(self, verb: int) -> int | None:
        """The subject of a verb, its own or the one that it shares with what it depends on."""
        for _ in range(6):
            for child in self._syntax.children(verb):
                if self._tokens[child].dep in _SUBJECTS:
                    return child
            token = self._tokens[verb]
            if token.head == verb or token.dep not in (
                "conj",
                "xcomp",
                "advcl",
                "acl",
                "relcl",
                "ccomp",
                "pcomp",
                "prep",
            ):
                return None
            head = self._tokens[token.head]
            if token.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
                return head.index
            if token.dep == "ccomp" and token.tag not in ("VBG", "VB"):
                return None
            verb = self._said_by_the_same(token, head)
        return None

    def _said_by_the_same(self, token: Token, head: Token) -> int:
        """The verb whose subject a conjunct shares; past the content that the parser hung it on by mistake."""
        if token.dep == "conj" and head.dep == "ccomp":
            above = self._tokens[head.head]
            if self._before_conjunct(above, head.index, -1) != -1:
                return above.index
        return head.index

    def _is_passive(self, cue: Token) -> bool:
        return any(self._tokens[c].dep in ("nsubjpass", "auxpass") for c in self._syntax.children(cue.index))

    def _under(self, index: int, prepositions: tuple[str, ...]) -> int | None:
        for child in self._syntax.children(index):
            if self._tokens[child].lower in prepositions:
                return self._syntax.child(child, "pobj")
        return None

    def _noun_source(self, cue: Token) -> int | None:
        owner = self._syntax.child(cue.index, "poss")
        if owner is not None:
            return owner
        found = self._under(cue.index, ("by", "from", "of"))
        if found is not None:
            return found
        head = self._tokens[cue.head]
        if cue.dep in ("dobj", "acomp", "attr") and head.pos in ("VERB", "AUX"):
            return self.subject(head.index)
        return None

    def _addressee(self, cue: Token, frame: str) -> int | None:
        if frame.rstrip("<>") in ("clause", "before", "parenthetical", "as-clause", "quoted"):
            return self.hearer(cue)
        return None

    def hearer(self, cue: Token) -> int | None:
        """Who was told: the object of "told", the passive subject of "was told", "to …" after "said"."""
        addressed = cue.lemma in self._cues.addressed
        for child in self._syntax.children(cue.index):
            token = self._tokens[child]
            if addressed and token.dep in ("dobj", "dative", "nsubjpass") and token.pos in ("NOUN", "PROPN", "PRON"):
                return child
            if token.lower == "to" and token.dep in ("prep", "dative") and child > cue.index:
                return self._syntax.child(child, "pobj")
        return None

    def phrase(self, head: int) -> Range:
        """The whole noun phrase of a head; a runaway one is cut behind the head."""
        first, last = self._syntax.edges(head)
        while last - 1 > head and self._tokens[last - 1].pos == "PUNCT":
            last -= 1
        while first < head and (self._is_mark(first) or self._tokens[first].dep in ("cc", "mark")):
            first += 1
        if last - first > _LONGEST_PHRASE:
            last = head + 1
        if self._tokens[last - 1].dep == "case" and last - 1 > head:
            last -= 1
        return first, last

    def _is_mark(self, index: int) -> bool:
        token = self._tokens[index]
        return token.pos == "PUNCT" or not token.text[-1:].isalnum()

    def span(self, tokens: Range) -> Span:
        return self._syntax.span(*tokens)


def _method(frame: str) -> str:
    return "according-to" if frame.startswith("according") else "subject"
