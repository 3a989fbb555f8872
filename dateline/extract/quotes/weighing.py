"""How probable it is that a cue with what it takes reports what somebody says, thinks or wants."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from dateline.extract.quotes.constructions import Range
from dateline.extract.quotes.sayings import Grammar
from dateline.lang.cues import Cues
from dateline.model.syntax import Syntax, Token

_MARKS = frozenset('"“”«»') | {"''", "``"}
_LENGTHS = (2, 4, 8, 15, 30)
_FUNCTION = frozenset({"ADP", "SCONJ", "CCONJ", "PUNCT", "PRON", "DET", "PART", "AUX"})
_NO_SPEAKER = "none"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of features: of any cue, and of single cues (kept apart, so that a look-up stays in a small table)."""

    any_cue: dict[str, float]
    of_cue: dict[str, dict[str, float]]


@cache
def weights() -> Weights:
    """The trained weights; `weights/quote_cues.md` says where they come from."""
    any_cue: dict[str, float] = {}
    of_cue: dict[str, dict[str, float]] = {}
    for line in files("dateline.weights").joinpath("quote_cues.tsv").read_text("utf-8").splitlines():
        cue, name, value = line.split("\t")
        (of_cue.setdefault(cue, {}) if cue else any_cue)[name] = float(value)
    return Weights(any_cue, of_cue)


class Weigher:
    """Weighs the constructions of the cues of one text. `level` tells for each token whether it stands in marks."""

    def __init__(self, syntax: Syntax, grammar: Grammar, level: list[int], weights: Weights, cues: Cues) -> None:
        self._syntax, self._tokens, self._grammar, self._cues = syntax, syntax.tokens, grammar, cues
        self._level, self._weights = level, weights

    def best(self, cue: Token, found: list[tuple[str, list[Range]]]) -> tuple[int, float]:
        """The number of the most probable construction, and the probability that any of them reports something."""
        lexical = self._weights.of_cue.get(key_of(cue))
        if lexical is None:
            if cue.lemma not in (self._cues.nouns if cue.pos in ("NOUN", "ADJ") else self._cues.verbs):
                return 0, 0.0
            lexical = {}
        general = self._weights.any_cue
        shared = 0.0
        for name in self.of_cue(cue):
            shared += general.get(name, 0.0) + lexical.get(name, 0.0)
        odds = []
        for frame, content in found:
            own = shared
            names, short = self.of_construction(cue, frame, content)
            for name in names:
                own += general.get(name, 0.0)
            for name in short:
                own += lexical.get(name, 0.0)
            odds.append(exp(max(-30.0, min(30.0, own))))
        chosen = max(range(len(odds)), key=lambda i: (odds[i], -i))
        total = sum(odds)
        return chosen, total / (1.0 + total)

    def of_cue(self, cue: Token) -> tuple[str, ...]:
        """Features of the cue and its speaker; each has a weight for any cue and one for this cue."""
        tokens = self._tokens
        children = [tokens[i] for i in self._syntax.children(cue.index)]
        auxiliaries = ".".join(sorted(t.lemma for t in children if t.dep in ("aux", "auxpass")))
        negated = any(t.dep == "neg" for t in children)
        head = tokens[cue.head]
        where = "q" if self._level[cue.index] != -1 else "o"
        speaker = self._speaker(cue, "")
        return (
            "b",
            f"t={cue.tag}",
            f"d={cue.dep}",
            f"q={where}",
            f"a={auxiliaries}",
            f"n={negated}",
            f"s={speaker}",
            f"qs={where}{speaker}",
            f"h={head.lemma if head.index != cue.index and head.pos != 'PROPN' else 'ROOT'}",
            f"hp={head.pos}{cue.dep}",
        )

    def of_construction(self, cue: Token, frame: str, content: list[Range]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Features of one construction: those weighed for any cue, and those weighed for this cue."""
        tokens = self._tokens
        first = tokens[content[0][0]]
        head = self._head(content) or first
        length = sum(last - start for start, last in content)
        size = sum(1 for limit in _LENGTHS if length > limit)
        marked = any(tokens[i].text in _MARKS for start, last in content for i in range(start, last))
        that = first.index > 0 and tokens[first.index - 1].lower == "that"
        form = frame + key_of(cue)[-2:]
        group = self._group(cue, frame)
        speaker = self._speaker(cue, frame)
        where = "q" if self._level[cue.index] != -1 else "o"
        general = (
            f"f={form}",
            f"g={group}",
            f"gf={group}{form}",
            f"gq={group}{where}{speaker}",
            f"fs={form}{speaker}",
            f"ft={form}{cue.tag}",
            f"fd={form}{cue.dep}",
            f"z={size}{form}",
            f"m={marked}{form}",
            f"c={that}{form}",
            f"p={first.pos}{form}",
            f"w={first.lower if first.pos not in ('PROPN', 'NUM') else first.entity}",
            f"k={head.pos}{form}",
            f"ke={head.entity}{form}",
            f"kw={(head.entity or head.pos) if head.pos == 'PROPN' else head.lemma}",
            f"r={len(content)}{form}",
            f"kd={head.dep}{form}",
            *self._edges(cue, content, form),
        )
        return general, (f"f={frame}", f"z={size}", f"m={marked}", f"c={that}", f"k={head.pos}")

    def _edges(self, cue: Token, content: list[Range], form: str) -> tuple[str, ...]:
        """Features of where the content ends and how far from the cue it begins."""
        tokens = self._tokens
        first, last = content[0][0], content[-1][1]
        end = self._syntax.sentences[cue.sentence][1]
        following = _shape(tokens[last]) if last < end else "END"
        if following == "," and last + 1 < end:
            following += _shape(tokens[last + 1])
        gap = "before" if first < cue.index else str(min(first - cue.index, 3))
        return (
            f"x={following}{form}",
            f"xd={tokens[last].dep if last < end else ''}{form}",
            f"l={tokens[last - 1].pos}{form}",
            f"o={gap}{form}",
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


def _shape(token: Token) -> str:
    """A function word or a mark as it is, else the part of speech."""
    return token.lower if token.pos in _FUNCTION else token.tag


def key_of(cue: Token) -> str:
    """The lemma and the kind of word of a cue, by which its own weights are kept."""
    return f"{cue.lemma}/{'V' if cue.pos in ('VERB', 'AUX') else cue.pos[0]}"
