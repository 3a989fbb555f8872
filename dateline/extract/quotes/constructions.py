"""The ways to read what stands around a cue as the words that it reports."""

from collections.abc import Callable, Iterable, Iterator

from dateline.model.syntax import Syntax, Token

Range = tuple[int, int]
Wants = Callable[[str], bool]

_COMPLEMENTS = frozenset({"ccomp", "dobj", "oprd", "acomp", "attr"})
_NAMES = {"ccomp": "clause", "dobj": "object"}
_PREPOSITIONS = frozenset({"prep", "dative", "agent"})
_BESIDE = {"prep": "according", "parataxis": "parenthetical", "advcl": "advcl", "acl": "acl", "relcl": "relcl"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_TRAILERS = frozenset({"prep", "advcl", "npadvmod", "relcl", "advmod"})
_FINITE = frozenset({"VBD", "VBZ", "VBN"})
_LONGEST_BRANCH = 100  # words that hang on each other to the right; in a text without stops there are thousands
_EDGE_MARKS = frozenset("\"“”„‘’'`«»") | {"''", "``"}


class Constructions:
    """Reads constructions (named in `dateline/lang/en/cues.toml`) off one parsed text.

    Two more can follow each name: `>` for the same up to the end of the sentence, because the parser often cuts a long
    complement short, and `<` for the same without the last thing that hangs on it.
    """

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._tokens = syntax.tokens

    def of(self, cue: Token, wants: Wants) -> Iterator[tuple[str, list[Range]]]:
        """The constructions of a cue among those that are wanted, as token ranges without marks at their edges."""
        for name, content in self._all(cue, wants):
            led = bool(content) and content[0][0] < cue.index
            trimmed = self._trim(self._in_brackets(cue, content) if led else content)
            if trimmed:
                yield name, trimmed

    def _all(self, cue: Token, wants: Wants) -> Iterator[tuple[str, list[Range]]]:
        right = self._right(cue)
        if len(right) > 1:
            yield from self._double(right, wants)
        if right:
            yield from self._single(cue, right, wants)
        if wants("before"):
            yield from self._left(cue)
        if wants("passive"):
            yield from self._passive(cue)
        if cue.dep in _BESIDE and cue.head != cue.index:
            yield from self._beside(cue, wants)

    def _double(self, right: list[tuple[str, int]], wants: Wants) -> Iterator[tuple[str, list[Range]]]:
        for i, (first, child) in enumerate(right):
            for other, last in right[i + 1 :]:
                name = f"{first}+{other}"
                if wants(name):
                    start, end = self._start(first, child), self._without_aside(last)
                    yield name, [(start, end)]
                    if (shorter := self._without_trailer(last, end)) is not None:
                        yield f"{name}<", [(start, shorter)]

    def _single(self, cue: Token, right: list[tuple[str, int]], wants: Wants) -> Iterator[tuple[str, list[Range]]]:
        end = self._syntax.sentences[cue.sentence][1]
        for name, child in sorted(right, key=lambda r: r[0] != "clause"):
            if not wants(name):
                continue
            start, last = self._start(name, child), self._syntax.edges(child)[1]
            last = self._with_condition(cue, child, last) if name == "clause" else self._without_aside(child)
            yield name, [(start, self.before_conjunct(cue, child, last))]
            if self._words(last, end):
                yield f"{name}>", [(start, end)]
            if (shorter := self._without_trailer(child, last)) is not None:
                yield f"{name}<", [(start, shorter)]

    def _without_trailer(self, child: int, last: int) -> int | None:
        """Where content ends without the last thing that hangs on it: a time, a place, ", which …"."""
        head = child
        for _ in range(_LONGEST_BRANCH):
            right = [c for c in self._syntax.children(head) if c > head and self._tokens[c].dep != "punct"]
            if not right or self._syntax.edges(right[-1])[1] + 1 < last:
                return None
            token = self._tokens[right[-1]]
            first = self._syntax.edges(token.index)[0]
            if token.dep in _TRAILERS and first > child + 1:
                return first
            head = token.index
        return None

    def _with_condition(self, cue: Token, child: int, last: int) -> int:
        """Where a clause ends with the "unless …" or "because …" that follows it at once."""
        for i in self._syntax.children(cue.index):
            first, end = self._syntax.edges(i)
            if i > child and first == last and self._tokens[first].pos == "SCONJ" and self._tokens[first].lower != "as":
                return end
        return self._syntax.edges(child)[1]

    def _without_aside(self, child: int) -> int:
        """Where a complement ends without a closing ", which …", which is the reporter's."""
        last = self._syntax.edges(child)[1]
        head = child
        for _ in range(_LONGEST_BRANCH):
            right = [c for c in self._syntax.children(head) if c > head and self._tokens[c].dep != "punct"]
            if not right or self._syntax.edges(right[-1])[1] + 1 < last:
                return last
            first = self._syntax.edges(right[-1])[0]
            if self._tokens[right[-1]].dep == "relcl" and self._tokens[first - 1].text == ",":
                return first - 1
            head = right[-1]
        return last

    def _words(self, first: int, last: int) -> bool:
        return any(self._tokens[i].pos != "PUNCT" for i in range(first, min(last, first + _LONGEST_BRANCH)))

    def before_conjunct(self, cue: Token, child: int, last: int) -> int:
        """Where content ends before a verb that goes on from the cue, though the parser gives it to the content:
        "said it would go on, accused …, and mocked …"."""
        verb = self._tokens[child]
        if cue.tag not in _FINITE or verb.pos not in ("VERB", "AUX"):
            return last
        tags = {self._tokens[c].tag for c in self._syntax.children(child) if self._tokens[c].dep in ("aux", "auxpass")}
        goes_on = "VBD" if cue.tag == "VBN" else cue.tag
        if verb.tag == goes_on or goes_on in tags:
            return last
        for i in self._syntax.children(child):
            token = self._tokens[i]
            if i > child and token.dep == "conj" and token.tag == goes_on and not self._has_subject(i):
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
            if dep in _COMPLEMENTS:
                found.append((_NAMES.get(dep, dep), child))
            elif dep in ("xcomp", "acl"):
                found.append((self._verbal(token), child))
            elif dep in _PREPOSITIONS and token.pos in ("ADP", "SCONJ", "PART"):
                found.append((token.lower, child))
        if all(name != "clause" for name, _ in found) and (strayed := self._strayed(cue)) is not None:
            found.append(("clause", strayed))
        return found

    def _strayed(self, cue: Token) -> int | None:
        """`predicted at the debate that it would fail`: a clause that the parser hung on the last noun before it."""
        head, end = cue.index, len(self._tokens)
        for _ in range(4):
            right = [c for c in self._syntax.children(head) if cue.index < c < end and self._tokens[c].dep != "punct"]
            if not right:
                return None
            token = self._tokens[right[-1]]
            if token.dep in ("relcl", "acl") and head != cue.index:
                marker = next((self._tokens[c] for c in self._syntax.children(token.index)), token)
                strayed = marker.dep == "mark" and marker.lower == "that" and marker.tag == "IN"
                return token.index if strayed else None
            if token.dep not in ("prep", "pobj", "dobj", "npadvmod", "dative"):
                return None
            head = token.index
        return None

    def _verbal(self, token: Token) -> str:
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

    def _beside(self, cue: Token, wants: Wants) -> Iterator[tuple[str, list[Range]]]:
        name = _BESIDE[cue.dep]
        if cue.dep == "advcl" and self._marker(cue) == "as":
            name = "as-clause"
        if not wants(name):
            return
        head = self._tokens[cue.head]
        own = self._syntax.edges(cue.index)
        clause = self._syntax.edges(head.index)
        whole = self._syntax.sentences[cue.sentence]
        if cue.dep == "prep" and head.pos not in ("VERB", "AUX"):
            clause = whole
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

    def _in_brackets(self, cue: Token, content: list[Range]) -> list[Range]:
        """Content before a cue in round brackets does not leave them: `(as low as 19 %, Silva says)`."""
        for i in range(cue.index - 1, self._syntax.sentences[cue.sentence][0] - 1, -1):
            mark = self._tokens[i].text
            if mark == ")":
                return content
            if mark == "(":
                return [(max(a, i + 1), b) for a, b in content if a <= cue.index and b > i + 1]
        return content

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
