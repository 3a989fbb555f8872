"""How probable it is that a cue with what it takes reports what somebody says, thinks or wants."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import exp

from dateline.extract.quotes.constructions import Range
from dateline.extract.quotes.sayings import Grammar
from dateline.lang.cues import Cues
from dateline.model.syntax import Syntax, Token

_MARKS = frozenset('"“”«»') | {"''", "``"}
_LENGTHS = (2, 4, 8, 15, 30)
_NO_SPEAKER = "none"


@cache
def weights() -> dict[str, float]:
    """The weight of each feature; `weights/quote_cues.md` says where they come from."""
    lines = files("dateline.weights").joinpath("quote_cues.tsv").read_text("utf-8").splitlines()
    return {name: float(value) for name, _, value in (line.partition("\t") for line in lines)}


class Weigher:
    """Weighs the constructions of the cues of one text. `level` tells for each token whether it stands in marks."""

    def __init__(
        self, syntax: Syntax, grammar: Grammar, level: list[int], weights: dict[str, float], cues: Cues
    ) -> None:
        self._syntax, self._tokens, self._grammar, self._cues = syntax, syntax.tokens, grammar, cues
        self._level, self._weights = level, weights

    def knows(self, cue: Token) -> bool:
        """Whether the word is a cue, or was ever seen as one."""
        known = self._cues.nouns if cue.pos in ("NOUN", "ADJ") else self._cues.verbs
        return cue.lemma in known or cue.lower == "according" or f"l={cue.lemma}{_kind(cue)}" in self._weights

    def best(self, cue: Token, found: list[tuple[str, list[Range]]]) -> tuple[int, float]:
        """The number of the most probable construction, and the probability that any of them reports something."""
        if not self.knows(cue):
            return 0, 0.0
        get = self._weights.get
        shared = sum(get(name, 0.0) for name in self.of_cue(cue))
        odds = []
        for frame, content in found:
            own = sum(get(name, 0.0) for name in self.of_construction(cue, frame, content))
            odds.append(exp(max(-30.0, min(30.0, shared + own))))
        chosen = max(range(len(odds)), key=lambda i: (odds[i], -i))
        total = sum(odds)
        return chosen, total / (1.0 + total)

    def of_cue(self, cue: Token) -> Iterable[str]:
        """Features of the cue and its speaker."""
        tokens = self._tokens
        lemma = cue.lemma
        kind = _kind(cue)
        key = lemma + kind
        children = [tokens[i] for i in self._syntax.children(cue.index)]
        auxiliaries = ".".join(sorted(t.lemma for t in children if t.dep in ("aux", "auxpass")))
        negated = any(t.dep == "neg" for t in children)
        head = tokens[cue.head]
        where = "q" if self._level[cue.index] != -1 else "o"
        speaker = self._speaker(cue, "")
        return (
            "b",
            f"l={key}",
            f"t={cue.tag}",
            f"tl={cue.tag}{key}",
            f"d={cue.dep}",
            f"dl={cue.dep}{key}",
            f"q={where}",
            f"ql={where}{key}",
            f"a={auxiliaries}",
            f"al={auxiliaries}{key}",
            f"n={negated}",
            f"nl={negated}{key}",
            f"h={head.lemma if head.index != cue.index and head.pos != 'PROPN' else 'ROOT'}",
            f"hp={head.pos}{cue.dep}",
            f"qs={where}{speaker}",
            f"sl={speaker}{key}",
        )

    def of_construction(self, cue: Token, frame: str, content: list[Range]) -> Iterable[str]:
        """Features of one construction."""
        tokens = self._tokens
        key = cue.lemma + _kind(cue)
        first = tokens[content[0][0]]
        head = self._head(content) or first
        length = sum(last - start for start, last in content)
        size = sum(1 for limit in _LENGTHS if length > limit)
        marked = any(tokens[i].text in _MARKS for start, last in content for i in range(start, last))
        that = first.index > 0 and tokens[first.index - 1].lower == "that"
        form = frame + _kind(cue)
        group = self._group(cue, frame)
        speaker = self._speaker(cue, frame)
        head_lemma = head.entity or head.lemma if head.pos == "PROPN" else head.lemma
        return (
            f"f={form}",
            f"g={group}",
            f"gf={group}{form}",
            f"gq={group}{'q' if self._level[cue.index] != -1 else 'o'}{speaker}",
            f"fl={frame}{key}",
            f"fs={form}{speaker}",
            f"ft={form}{cue.tag}",
            f"fd={form}{cue.dep}",
            f"z={size}{form}",
            f"zl={size}{key}",
            f"m={marked}{form}",
            f"ml={marked}{key}",
            f"c={that}{form}",
            f"cl={that}{key}",
            f"p={first.pos}{form}",
            f"w={first.lower if first.pos not in ('PROPN', 'NUM') else first.entity}",
            f"k={head.pos}{form}",
            f"kl={head.pos}{key}",
            f"ke={head.entity}{form}",
            f"kw={head_lemma}",
            f"r={len(content)}{form}",
            f"kd={head.dep}{form}",
        )

    def _group(self, cue: Token, frame: str) -> str:
        known = self._cues.nouns if cue.pos in ("NOUN", "ADJ") else self._cues.verbs
        takes = known.get("according" if cue.lower == "according" else cue.lemma, {})
        return takes.get(frame.rstrip("<>"), "other" if takes else "none")

    def _speaker(self, cue: Token, frame: str) -> str:
        source = self._grammar.source(cue, frame)
        if source is None:
            return _NO_SPEAKER
        token = self._tokens[source]
        if token.pos == "PRON":
            return token.lower
        return token.entity or token.pos

    def _head(self, content: list[Range]) -> Token | None:
        for start, last in content:
            for i in range(start, last):
                above = self._tokens[i].head
                if above == i or not any(a <= above < b for a, b in content):
                    return self._tokens[i]
        return None


def _kind(cue: Token) -> str:
    return "/" + ("V" if cue.pos in ("VERB", "AUX") else cue.pos[0])
