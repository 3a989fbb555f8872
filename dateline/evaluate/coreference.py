"""How well mentions are gathered into actors: GUM's news, with gold mentions of persons, organisations and places.

Only the tying is measured: the mentions are given. Figures: the CoNLL score with and without chains of one, its three
measures, and for third-person pronouns how many that were tied stand with the right name (precision), and how many that
have a name in the text were tied right (recall).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.annotate.parser import Parser
from dateline.config import Settings, load_settings
from dateline.evaluate.chains import Chains, ConllScore
from dateline.evaluate.report import Figure, Report, share
from dateline.extract.coreference.items import Item, make_item
from dateline.extract.coreference.stage import gather
from dateline.extract.mentions.describe import Context, describe
from dateline.extract.mentions.lexicon import find_hits
from dateline.extract.mentions.phrases import Phrase, Phrases
from dateline.extract.mentions.stage import Found, find_mentions
from dateline.model.actor import Mention
from dateline.model.span import Span
from dateline.model.syntax import Syntax

_KINDS = {"person": "person", "organization": "organisation", "place": "state"}
_PIECE = re.compile(r"\(?[^()]+\)?")
_TIGHT_BEFORE = frozenset({",", ".", ";", ":", "!", "?", ")", "'s", "’s", "n't", "%", "'", "’", "]"})
_TIGHT_AFTER = frozenset({"(", "[", "$"})


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention of the gold: its place in the text, its chain, its kind in our words."""

    span: Span
    chain: str
    kind: str


@dataclass(slots=True)
class GoldText:
    """One text put together from its tokens."""

    name: str
    text: str
    mentions: list[GoldMention] = field(default_factory=list)


def evaluate(path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """The report over a folder of `.conll` files (with their `.tsv` for the sentences), or one such file."""
    chosen = settings or load_settings()
    parser = Parser(chosen.pipeline, batch_size=chosen.batch_size)
    whole, linked = ConllScore(), ConllScore()
    tied = right = wanted = mentions = 0
    lines = ["document\tstart\tend\tgold\tpredicted\twords"]
    texts = list(read_gum(path))
    for text, syntax in zip(texts, parser.pipe(t.text for t in texts), strict=True):
        items = items_of(text, syntax)
        gather(items, syntax)
        gold_of = {f"{m.span.start}-{m.span.end}": m.chain for m in text.mentions}
        gold, found = _gold_chains(text), _our_chains(items)
        whole.add(gold, found)
        linked.add([c for c in gold if len(c) > 1], [c for c in found if len(c) > 1])
        tied, right, wanted = _add((tied, right, wanted), _pronouns(items, gold_of))
        mentions += len(items)
        lines.extend(_lines(text, items, gold_of))
    if predictions is not None:
        predictions.write_text("\n".join(lines) + "\n", "utf-8")
    return Report(
        task="coreference",
        counts={"documents": len(texts), "mentions": mentions},
        rows=(
            Figure("conll.f1", round(whole.value, 4)),
            Figure("conll.f1-without-singletons", round(linked.value, 4)),
            Figure("muc.f1", round(whole.muc.f1, 4)),
            Figure("b-cubed.f1", round(whole.b_cubed.f1, 4)),
            Figure("ceaf-e.f1", round(whole.ceaf.f1, 4)),
            share("pronoun.precision", right, tied),
            share("pronoun.recall", right, wanted),
        ),
        notes=("gold mentions of persons, organisations and places; chains of one count in conll.f1",),
    )


def read_gum(path: Path) -> Iterator[GoldText]:
    """The texts of a folder, by name."""
    files = sorted(path.glob("*.conll")) if path.is_dir() else [path]
    for file in files:
        yield _read(file)


def _read(file: Path) -> GoldText:
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    tokens, marks = [r[1] for r in rows], [r[-1] for r in rows]
    text, places = _join(tokens, _sentence_starts(file.with_suffix(".tsv")))
    gold = GoldText(file.stem, text)
    opened: dict[str, list[int]] = {}
    for index, mark in enumerate(marks):
        if mark == "_":
            continue
        for piece in _PIECE.findall(mark):
            kind, number = piece.strip("()").split("-")[:2]
            if piece.startswith("("):
                opened.setdefault(number, []).append(index)
            if piece.endswith(")") and opened.get(number) and kind in _KINDS:
                start = places[opened[number].pop()].start
                gold.mentions.append(GoldMention(Span(start, places[index].end), number, _KINDS[kind]))
            elif piece.endswith(")") and opened.get(number):
                opened[number].pop()
    gold.mentions.sort(key=lambda m: (m.span.start, -m.span.end))
    return gold


def _sentence_starts(tsv: Path) -> frozenset[int]:
    """The token numbers that begin a sentence."""
    starts, count = set(), 0
    if not tsv.exists():
        return frozenset()
    for line in tsv.read_text("utf-8").splitlines():
        if line.startswith("#Text="):
            starts.add(count)
        elif line and not line.startswith("#"):
            count += 1
    return frozenset(starts)


def _join(tokens: list[str], starts: frozenset[int]) -> tuple[str, list[Span]]:
    """The words as a text, with a break where a sentence ends without a stop, and each token's place."""
    pieces: list[str] = []
    places: list[Span] = []
    length, quoted = 0, False
    for index, word in enumerate(tokens):
        before = tokens[index - 1] if index else ""
        tight = word in _TIGHT_BEFORE or before in _TIGHT_AFTER or "-" in (word, before)
        space = " "
        if index in starts and index and before[-1:] not in ".?!\"'”":
            space = "\n\n"
        elif not index or tight or (quoted and '"' in (word, before)):
            space = ""
        if word == '"':
            quoted = not quoted
        pieces.append(space + word)
        length += len(space)
        places.append(Span(length, length + len(word)))
        length += len(word)
    return "".join(pieces), places


def items_of(text: GoldText, syntax: Syntax) -> list[Item]:
    """The gold mentions as coreference wants them: ours where we found one with that head, else described anew."""
    found = {f.phrase.head: f for f in find_mentions(syntax)}
    context = Context(syntax, find_hits(syntax.tokens))
    phrases = Phrases(syntax)
    items: list[Item] = []
    for gold in text.mentions:
        inside = syntax.inside(gold.span)
        if not inside:
            continue
        head = next(
            (i for i in inside if syntax.tokens[i].head not in inside or syntax.tokens[i].head == i), inside[-1]
        )
        mention = _mention(gold, inside, head, found, context, phrases)
        items.append(make_item(f"{gold.span.start}-{gold.span.end}", gold.span, mention, syntax, "body"))
    items.sort(key=lambda item: (item.head.index, -len(item.words)))
    return items


def _mention(
    gold: GoldMention, inside: range, head: int, found: dict[int, Found], context: Context, phrases: Phrases
) -> Mention:
    tokens = context.tokens
    if any(tokens[i].dep == "conj" and tokens[i].head == head for i in inside):
        return Mention("nominal", "group", tokens[head].span, plural=True)
    one = found.get(head)
    mention = one.mention if one is not None else None
    if mention is None:
        phrase = Phrase(inside.start, inside.stop, head, phrases.at(head, hold=False).core_last)
        mention = describe(phrase, context)
    if mention is not None:
        return mention
    token = tokens[head]
    form = "name" if token.pos == "PROPN" else "pronoun" if token.pos == "PRON" else "nominal"
    last = next((i for i in inside if i > head and tokens[i].text == ","), inside.stop)
    words = " ".join(tokens[i].text for i in range(inside.start, last) if tokens[i].pos not in ("DET", "PART"))
    plural = token.tag in ("NNS", "NNPS") and form != "name"
    return Mention(form, gold.kind, token.span, words if form == "name" else None, plural=plural)


def _gold_chains(text: GoldText) -> Chains:
    chains: dict[str, set[str]] = {}
    for m in text.mentions:
        chains.setdefault(m.chain, set()).add(f"{m.span.start}-{m.span.end}")
    return [frozenset(c) for c in chains.values()]


def _our_chains(items: list[Item]) -> Chains:
    chains: dict[int, set[str]] = {}
    for item in items:
        chains.setdefault(id(item.chain) if item.chain else id(item), set()).add(item.id)
    return [frozenset(c) for c in chains.values()]


def _pronouns(items: list[Item], gold_of: dict[str, str]) -> tuple[int, int, int]:
    """Pronouns tied to a name or description, those tied right, and those that could be."""
    named = {gold_of[i.id] for i in items if i.mention.form != "pronoun"}
    tied = right = wanted = 0
    for item in items:
        if item.mention.form != "pronoun" or item.pronoun is None or item.pronoun.speaker:
            continue
        wanted += gold_of[item.id] in named
        if (partner := _partner(item)) is not None:
            tied += 1
            right += gold_of[partner.id] == gold_of[item.id]
    return tied, right, wanted


def _partner(item: Item) -> Item | None:
    """The last name or description before a pronoun in its chain, else the first."""
    if item.chain is None:
        return None
    others = sorted((i for i in item.chain.items if i.mention.form != "pronoun"), key=lambda i: i.head.index)
    before = [i for i in others if i.head.index < item.head.index]
    return before[-1] if before else others[0] if others else None


def _add(one: tuple[int, int, int], other: tuple[int, int, int]) -> tuple[int, int, int]:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def _lines(text: GoldText, items: list[Item], gold_of: dict[str, str]) -> Iterator[str]:
    numbers: dict[int, int] = {}
    for item in items:
        number = numbers.setdefault(id(item.chain) if item.chain else id(item), len(numbers))
        words = " ".join(item.span.of(text.text).split())
        yield f"{text.name}\t{item.span.start}\t{item.span.end}\t{gold_of[item.id]}\t{number}\t{words}"
