"""What grammar says about who says what: a cue, the words that it takes, its subject and its hearer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.extract.quotes.constructions import Constructions, Range
from dateline.lang.cues import Cues
from dateline.model.span import Span
from dateline.model.syntax import Syntax, Token

Weigh = Callable[[Token, list[tuple[str, list[Range]]]], tuple[int, float]]

_PREPOSITIONS = frozenset({"prep", "dative", "agent"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_GROUP = frozenset({"aux", "auxpass", "neg", "advmod"})
_CUE_WORDS = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
_TIMES = frozenset({"DATE", "TIME"})
_LONGEST_PHRASE = 30


@dataclass(slots=True)
class Saying:
    """One cue with what it takes. `content` are token ranges, `source` and `addressee` heads of noun phrases.

    `frame` names the construction (`dateline.lang.cues`), `group` is `speech` or `attitude`; `known` says that the
    word lists have it.
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
    passive: bool = False
    known: bool = True


class Grammar:
    """Finds the sayings of one parsed text. `spoken` tells for each token which words between marks it belongs to."""

    def __init__(self, syntax: Syntax, cues: Cues, spoken: list[int]) -> None:
        self._syntax = syntax
        self._tokens = syntax.tokens
        self._cues = cues
        self._spoken = spoken
        self.uttered = cues.uttered
        self.constructions = Constructions(syntax)

    def sayings(self, weigh: Weigh, *, attitudes: bool, sentence: int | None = None) -> Iterator[Saying]:
        """Every cue (of one sentence) with its most probable complement, in text order; at most one for a cue.

        Without `attitudes` only the constructions that `cues.toml` calls speech.
        """
        verbs, nouns = self._cues.verbs, self._cues.nouns
        tokens = self._tokens if sentence is None else self._tokens[slice(*self._syntax.sentences[sentence])]
        for token in tokens:
            if token.lower == "according":
                frames = verbs.get("according")
            elif token.pos in ("VERB", "AUX"):
                frames = verbs.get(token.lemma)
            elif token.pos in ("NOUN", "ADJ"):
                frames = nouns.get(token.lemma)
            else:
                continue
            if token.lemma == "quote" and self.is_aside(token):
                continue
            if (frames or (attitudes and token.pos in _CUE_WORDS)) and (
                saying := self._saying(token, frames or {}, weigh, attitudes)
            ):
                yield saying

    def _saying(self, cue: Token, frames: dict[str, str], weigh: Weigh, attitudes: bool) -> Saying | None:
        wants = _anything if attitudes else lambda name: frames.get(name) == "speech"
        found = list(self.constructions.of(cue, wants))
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
            passive=self._is_passive(cue),
            known=frame.rstrip("<>") in frames,
        )

    # -- cue and parties

    def cue_range(self, cue: Token, frame: str) -> Range:
        """The verb with its auxiliaries, negation and particle; "according to"; "called for"."""
        first, last = cue.index, cue.index + 1
        children = self._syntax.children(cue.index)
        while (
            first - 1 in children and self._tokens[first - 1].dep in _GROUP and first - 1 != self._like_modal(cue.index)
        ):
            first -= 1
        while last in children and self._tokens[last].dep == "prt":
            last += 1
        if cue.lower == "according" and last < len(self._tokens) and self._tokens[last].lower == "to":
            last += 1
        lead = frame.split("+", maxsplit=1)[0]
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
        found = self.subject(cue.index)
        if found is None and cue.tag in ("VBG", "VB"):
            return self._speaking_before(cue)
        return self._outside_aside(cue, found) if found is not None and cue.tag == "VBG" else found

    def _outside_aside(self, cue: Token, subject: int) -> int:
        """`Silva dismissed the man who had sued her, saying “…”`: behind a comma the main verb's subject goes on."""
        relative = self._tokens[subject].tag in ("WP", "WDT")
        if not relative or not cue.index or self._tokens[cue.index - 1].text != ",":
            return subject
        above = next((i for i in self._syntax.ancestors(cue.index) if self._tokens[i].dep == "relcl"), None)
        holder = self._tokens[above].head if above is not None else subject
        outer = self.subject(self._tokens[holder].head) if holder != self._tokens[holder].head else None
        return subject if outer is None or outer == holder else outer

    def _speaking_before(self, cue: Token) -> int | None:
        """`“…,” he said, adding that “…”`, `going on to say …`: where marks lose the parser, the speaker goes on."""
        for i in range(cue.index - 1, self._syntax.sentences[cue.sentence][0] - 1, -1):
            token = self._tokens[i]
            if token.pos == "VERB" and token.lemma in self._cues.spoken and self._spoken[i] == self._spoken[cue.index]:
                return self.subject(i)
        return None

    def is_aside(self, cue: Token) -> bool:
        """ "and I quote": the speaker's own announcement of somebody's words, no report of any."""
        source = self.subject(cue.index)
        return source is not None and self._tokens[source].lower == "i"

    def subject(self, verb: int) -> int | None:
        """The subject of a verb, its own or the one that it shares with what it depends on."""
        for _ in range(6):
            if (own := self._own_subject(verb)) is not None:
                return own
            token = self._tokens[verb]
            if token.head == verb or token.dep not in (
                "conj",
                "xcomp",
                "acomp",
                "advmod",
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
                return head.index if token.tag != "VB" else None
            if token.dep == "ccomp" and token.tag not in ("VBG", "VB"):
                return None
            above = self._said_by_the_same(token, head)
            if self._spoken[above] != self._spoken[verb]:
                return None
            verb = above
        return None

    def _own_subject(self, verb: int) -> int | None:
        """The subject among the dependents of a verb: of several the nearest, and none in words that it quotes."""
        found = None
        for child in self._syntax.children(verb):
            if child > verb and found is not None:
                break
            token = self._tokens[child]
            speaks = token.dep in _SUBJECTS and token.entity not in _TIMES
            if speaks and not self._is_mark(child) and self._spoken[child] == self._spoken[verb]:
                found = child
        return self._like_modal(verb) if found is None else found

    def _like_modal(self, verb: int) -> int | None:
        """ "Will wrote", "May said": a name that looks like an auxiliary, before a verb that takes none."""
        before = self._tokens[verb - 1] if verb else None
        named = before is not None and before.tag == "MD" and before.text[:1].isupper() and before.head == verb
        return verb - 1 if named and self._tokens[verb].tag in ("VBD", "VBZ", "VBN") else None

    def _said_by_the_same(self, token: Token, head: Token) -> int:
        """The verb whose subject a conjunct shares; past the content that the parser hung it on by mistake."""
        if token.dep == "conj" and head.dep == "ccomp":
            above = self._tokens[head.head]
            if self.constructions.before_conjunct(above, head.index, -1) != -1:
                return above.index
        return head.index

    def _is_passive(self, cue: Token) -> bool:
        if any(self._tokens[c].dep in ("nsubjpass", "auxpass") for c in self._syntax.children(cue.index)):
            return True
        # "Asked about it, she said …": nobody asks here.
        return (
            cue.tag == "VBN"
            and cue.dep == "advcl"
            and not any(self._tokens[c].dep == "aux" for c in self._syntax.children(cue.index))
        )

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
            told = token.dep in ("dobj", "dative", "nsubjpass") and token.lemma not in self._cues.told
            if addressed and told and token.pos in ("NOUN", "PROPN", "PRON"):
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
        return token.pos == "PUNCT" or not any(c.isalnum() for c in token.text)

    def span(self, tokens: Range) -> Span:
        return self._syntax.span(*tokens)


def _anything(_: str) -> bool:
    return True


def _method(frame: str) -> str:
    return "according-to" if frame.startswith("according") else "subject"
