"""Who does it and to whom, as stretches of a sentence (BIO files of `S`, `T` and `R`, those who are both).

The claim that stands highest in the grammar answers. Where no claim was made, the grammar alone does: these sets also
hold sentences whose sides are not political. What is compared is the noun phrase around a side, for a pronoun that of
the name that it stands for. A span is right where it shares half of the joint length with one of the gold
(intersection over union), one to one; `R` is met by a source or a target.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from dateline.config import Settings
from dateline.errors import UsageError
from dateline.evaluate.matching import one_to_one
from dateline.evaluate.report import Figure, Report, precision_recall
from dateline.extract.claims.scene import Scene
from dateline.extract.claims.senses import Senses
from dateline.extract.claims.slots import Slots
from dateline.lang.lexicon import lexicon
from dateline.model.predicate import Predicate
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Syntax

SOURCE, TARGET, BOTH = "S", "T", "R"
# Every fifth sentence, by the hash of its letters, is held out.
_FOLDS = 5
_ENOUGH = 0.5
_NO_SPACE_BEFORE = re.compile(r" (?=[,.;:!?%)\]’”]|n't\b|'s\b|’s\b|''|'(?=\s|$))")
_NO_SPACE_AFTER = re.compile(r"(?<=[(\[“$€£]) ")
_OWN_CLAUSE = frozenset({"relcl", "acl", "appos", "advcl", "punct", "cc", "conj", "parataxis"})


@dataclass(frozen=True, slots=True)
class Part:
    """One side: `label` is S, T or R."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One gold sentence, set as text, with its sides."""

    text: str
    parts: tuple[Part, ...]

    @property
    def held_out(self) -> bool:
        """Whether it belongs to the fifth that nothing is tuned on."""
        letters = re.sub(r"\W+", "", self.text).lower()
        return int(sha256(letters.encode()).hexdigest(), 16) % _FOLDS == 0


def load(path: Path) -> list[Sentence]:
    """The sentences of a BIO file. Raises UsageError where a line is no token and tag."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return [_sentence([_row(line, path) for line in block.splitlines() if line.strip()]) for block in blocks]


def _row(line: str, path: Path) -> tuple[str, str]:
    token, tab, tag = line.rstrip("\r").partition("\t")
    if not tab or tag not in _TAGS:
        raise UsageError(f"{path}: {line!r} is no token and tag; tags are {', '.join(sorted(_TAGS))}")
    return token, tag


_TAGS = frozenset({"O", *(f"{b}-{label}" for b in "BI" for label in (SOURCE, TARGET, BOTH))})


def _sentence(rows: Sequence[tuple[str, str]]) -> Sentence:
    text, places = _set(rows)
    parts: list[Part] = []
    for (_, tag), place in zip(rows, places, strict=True):
        if tag.startswith("B-"):
            parts.append(Part(tag[2:], place))
        elif tag.startswith("I-") and parts:
            parts[-1] = Part(parts[-1].label, Span(parts[-1].span.start, place.end))
    return Sentence(text, tuple(parts))


def _set(rows: Sequence[tuple[str, str]]) -> tuple[str, list[Span]]:
    """The tokens as text with the spaces that print has, and where each token stands in it."""
    joined = " ".join(token for token, _ in rows)
    gone = {m.start() for m in (*_NO_SPACE_BEFORE.finditer(joined), *_NO_SPACE_AFTER.finditer(joined))}
    where, kept = [], 0
    for i in range(len(joined)):
        where.append(kept)
        kept += i not in gone
    text = "".join(c for i, c in enumerate(joined) if i not in gone)
    places, at = [], 0
    for token, _ in rows:
        places.append(Span(where[at], where[at + len(token) - 1] + 1))
        at += len(token) + 1
    return text, places


def parts_of(reading: Reading) -> list[Part]:
    """The sides of what the first sentence is about."""
    if reading.syntax is None:
        return []
    sides = _of_claims(reading) or _of_grammar(reading)
    found: dict[Span, Part] = {}
    for part in sides:
        found.setdefault(part.span, part)
    return list(found.values())


def _of_claims(reading: Reading) -> list[Part]:
    claims = [a.value for a in reading.claims]
    if not claims:
        return []
    best = max(claims, key=lambda c: (-_depth(reading.parsed, c.trigger), bool(c.actors) + bool(c.recipients)))
    # Those who are to meet are all actors of a claim; this set calls whoever stands behind the verb the target.
    to_meet = best.type == "AGREE" and best.method.startswith("consult.") and not best.recipients
    behind = [s for s in best.actors if to_meet and s.mention.start > best.trigger.start]
    return [
        *[
            Part(TARGET if s in behind else SOURCE, _phrase(reading, _head(reading.parsed, s.mention)))
            for s in best.actors
        ],
        *[Part(TARGET, _phrase(reading, _head(reading.parsed, s.mention))) for s in best.recipients],
    ]


def _depth(syntax: Syntax, span: Span) -> int:
    inside = syntax.inside(span)
    return min((sum(1 for _ in syntax.ancestors(i)) for i in inside), default=99)


def _head(syntax: Syntax, mention: Span) -> int:
    """The token of a mention on which its other tokens hang."""
    inside = syntax.inside(mention)
    return next((i for i in inside if syntax.tokens[i].head not in inside), inside[-1])


def _phrase(reading: Reading, head: int) -> Span:
    """The noun phrase of a head; of an adjective's noun ("Kenyan leaders"); of the name that a pronoun stands for.

    The name is the first of its sentence.
    """
    syntax = reading.parsed
    token = syntax.tokens[head]
    if token.pos == "ADJ" and token.dep == "amod":
        return _around(syntax, token.head)
    actor = reading.actor_at(token.start) if token.pos == "PRON" else None
    if actor is not None:
        first, last = syntax.sentences[token.sentence]
        named = [i for i in range(first, last) if syntax.tokens[i].pos in ("NOUN", "PROPN")]
        for i in named:
            other = reading.actor_at(syntax.tokens[i].start)
            if other is not None and other.id == actor.id:
                return _around(syntax, i)
    return _around(syntax, head)


def _around(syntax: Syntax, head: int) -> Span:
    first = last = head
    for i in syntax.children(head):
        if syntax.tokens[i].dep in _OWN_CLAUSE:
            continue
        left, right = syntax.edges(i)
        first, last = min(first, left), max(last, right - 1)
    return Span(syntax.tokens[first].start, syntax.tokens[last].end)


def _of_grammar(reading: Reading) -> list[Part]:
    """The doer and the one done to of the highest predicate that the lexicon knows, else of the highest at all.

    Whoever only says what was told before ("…, officials said") comes after those of whom it is told.
    """
    syntax, scene = reading.parsed, Scene(reading)
    senses = Senses(scene, lexicon())
    ordered = sorted(reading.predicates, key=lambda p: (_only_says(p.value), _depth(syntax, p.span)))
    known = [p for p in ordered if senses.entries(p.value)]
    for predicate in known or ordered:
        slots = Slots(scene, predicate)
        doers, *rest = (_people(syntax, slots.heads(slot)) for slot in ("subject", "object", *_TO))
        done_to = next((heads for heads in rest if heads), [])
        if doers or done_to:
            return [
                *[Part(SOURCE, _phrase(reading, i)) for i in doers],
                *[Part(TARGET, _phrase(reading, i)) for i in done_to],
            ]
    return []


def _only_says(predicate: Predicate) -> bool:
    if lexicon().governors.get(predicate.lemma) != "report":
        return False
    speakers = [a.head for a in predicate.arguments if a.role == "subject"]
    return any(a.role == "clause" and speaker > a.head for a in predicate.arguments for speaker in speakers)


_TO = ("against", "to", "with", "on", "at", "in", "from")


def _people(syntax: Syntax, heads: Iterable[int]) -> list[int]:
    return [i for i in heads if syntax.tokens[i].entity not in ("DATE", "TIME")]


def evaluate(path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """The report on a BIO file: `spans.*` over the held-out fifth, `rest.*` over the other four."""
    from dateline.ingest.assemble import assemble
    from dateline.pipeline import Reader

    sentences = load(path)
    found = [parts_of(r) for r in Reader(settings).read_all(assemble(s.text) for s in sentences)]
    if predictions is not None:
        _write(predictions, sentences, found)
    return report(sentences, found)


def report(sentences: Sequence[Sentence], found: Sequence[Sequence[Part]]) -> Report:
    """Figures over the held-out fifth, and over the rest."""
    pairs = list(zip(sentences, found, strict=True))
    held = [p for p in pairs if p[0].held_out]
    rest = [p for p in pairs if not p[0].held_out]
    rows = [*_figures("spans", held), *_figures("rest", rest)]
    counts = {"held_out": len(held), "rest": len(rest)}
    return Report("spans", counts, tuple(rows), ("Half of the joint length, one to one; R is met by either side.",))


def _figures(name: str, pairs: Iterable[tuple[Sentence, Sequence[Part]]]) -> Iterator[Figure]:
    right = given = wanted = 0
    for sentence, parts in pairs:
        right += len(one_to_one(parts, sentence.parts, _fits))
        given, wanted = given + len(parts), wanted + len(sentence.parts)
    yield from precision_recall(name, right=right, given=given, found=right, wanted=wanted)


def _fits(said: Part, gold: Part) -> bool:
    return gold.label in (said.label, BOTH) and said.span.iou(gold.span) >= _ENOUGH


def _write(path: Path, sentences: Sequence[Sentence], found: Sequence[Sequence[Part]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t", lineterminator="\n")
        rows.writerow(["text", "predicted"])
        for sentence, parts in zip(sentences, found, strict=True):
            said = "; ".join(f"{p.label} {p.span.start}-{p.span.end}" for p in parts)
            rows.writerow([sentence.text, said])
