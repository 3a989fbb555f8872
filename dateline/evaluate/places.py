"""How well places are found and resolved: EUPEG gold and peers' outputs against ours.

One to one: every gold toponym is matched with at most one of ours, the same extent first, then any that overlaps. The
figure that counts is `right`: found and put within 161 km of gold, of all gold toponyms. Adjectives of countries and
words for people count where the gold has such toponyms, else they are left out ("US" is a name too). The outlet's
domain is not used.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from dateline.annotate.parser import Parser
from dateline.config import Settings, load_settings
from dateline.errors import UsageError
from dateline.evaluate.report import Figure, Report, precision_recall, share
from dateline.extract.places import Places
from dateline.model.document import Document
from dateline.model.reading import Reading
from dateline.ontology.countries import by_demonym, by_name
from dateline.ontology.gazetteer import by_people, kilometres

WITHIN = 161.0  # kilometres: a hundred miles, as in the literature


class Toponym(NamedTuple):
    """A place name in a text and where it is; no coordinates where it was not resolved."""

    start: int
    end: int
    phrase: str
    latitude: float | None
    longitude: float | None
    role: str = "place"


@dataclass(frozen=True, slots=True)
class Case:
    """One text of a corpus, with its gold and what each peer found."""

    corpus: str
    name: str
    text: str
    gold: tuple[Toponym, ...]
    peers: dict[str, tuple[Toponym, ...]]


class Counts(NamedTuple):
    """Gold toponyms, found ones, matched pairs, and pairs within 161 km."""

    gold: int
    found: int
    matched: int
    right: int


Finder = Callable[[Sequence[Case]], Iterable[Sequence[Toponym]]]


def evaluate(path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """The report of a corpus: an EUPEG folder (`corpora`, `gold`, `outputs`), or an XML file as LGL's and GeoVirus'."""
    cases = load(path)
    found = list(find(cases, settings or load_settings()))
    if predictions:
        _write(predictions, cases, found)
    rows: list[Figure] = []
    for corpus in dict.fromkeys(case.corpus for case in cases):
        pairs = [(c, f) for c, f in zip(cases, found, strict=True) if c.corpus == corpus]
        rows += _figures(corpus, pairs)
    counts = {"documents": len(cases), "gold": sum(len(c.gold) for c in cases), "found": sum(map(len, found))}
    return Report("places", counts, tuple(rows))


def _figures(corpus: str, pairs: Sequence[tuple[Case, Sequence[Toponym]]]) -> Iterator[Figure]:
    people = any(_is_demonym(t.phrase) for case, _ in pairs for t in case.gold)
    ours = [[t for t in found if people or t.role != "demonym" or not _is_demonym(t.phrase)] for _, found in pairs]
    gold = [case.gold for case, _ in pairs]
    total = _sum(map(count, gold, ours))
    yield share(f"{corpus}.right", total.right, total.gold)
    yield from precision_recall(
        f"{corpus}.found", right=total.matched, given=total.found, found=total.matched, wanted=total.gold
    )
    bare = _sum(count([t for t in g if not by_name(t.phrase)], o) for g, o in zip(gold, ours, strict=True))
    yield share(f"{corpus}.right_without_countries", bare.right, bare.gold)
    held_out = _sum(count(g, o) for g, o in list(zip(gold, ours, strict=True))[1::2])
    yield share(f"{corpus}.right_held_out", held_out.right, held_out.gold)
    for peer in dict.fromkeys(name for case, _ in pairs for name in case.peers):
        theirs = _sum(count(case.gold, case.peers.get(peer, ())) for case, _ in pairs)
        yield share(f"{corpus}.peer.{peer}.right", theirs.right, theirs.gold, better="none")
        scores = precision_recall(
            f"{corpus}.peer.{peer}.found",
            right=theirs.matched,
            given=theirs.found,
            found=theirs.matched,
            wanted=theirs.gold,
        )
        yield Figure(scores[2].name, scores[2].value, better="none")


def _is_demonym(phrase: str) -> bool:
    """Whether words name people and no country: "New Zealand" is both a name and an adjective."""
    return by_name(phrase) is None and bool(by_demonym(phrase) or by_people(phrase))


def count(gold: Sequence[Toponym], found: Sequence[Toponym]) -> Counts:
    """The counts of one text."""
    pairs = match(gold, found)
    return Counts(len(gold), len(found), len(pairs), sum(is_right(gold[i], found[j]) for i, j in pairs.items()))


def match(gold: Sequence[Toponym], found: Sequence[Toponym]) -> dict[int, int]:
    """Index in gold -> index in found: equal extents first, then overlaps from left to right; none twice."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for exact in (True, False):
        for i, wanted in enumerate(gold):
            if i in pairs:
                continue
            for j, given in enumerate(found):
                if j not in taken and _meet(wanted, given, exact=exact):
                    pairs[i] = j
                    taken.add(j)
                    break
    return pairs


def _meet(one: Toponym, other: Toponym, *, exact: bool) -> bool:
    if exact:
        return (one.start, one.end) == (other.start, other.end)
    return one.start < other.end and other.start < one.end


def is_right(gold: Toponym, found: Toponym) -> bool:
    """Whether a toponym was put within 161 km of where it belongs."""
    if gold.latitude is None or gold.longitude is None or found.latitude is None or found.longitude is None:
        return False
    return kilometres(gold.latitude, gold.longitude, found.latitude, found.longitude) <= WITHIN


def _sum(counts: Iterable[Counts]) -> Counts:
    total = Counts(0, 0, 0, 0)
    for one in counts:
        total = Counts(*(a + b for a, b in zip(total, one, strict=True)))
    return total


def find(cases: Sequence[Case], settings: Settings) -> Iterator[list[Toponym]]:
    """What Dateline finds in each text."""
    parser, places = Parser(settings.pipeline, batch_size=settings.batch_size), Places()
    for batch in batched(cases, settings.batch_size):
        for case, syntax in zip(batch, parser.pipe(c.text for c in batch), strict=True):
            reading = Reading(Document(id=case.name, text=case.text, sha256=""), syntax)
            yield [
                Toponym(*a.span, a.span.of(case.text), a.value.latitude, a.value.longitude, a.value.role)
                for a in places(reading)
            ]


def load(path: Path) -> list[Case]:
    """The texts of an EUPEG folder or an XML file. Raises UsageError where it is neither."""
    if path.is_file():
        return list(_read_xml(path))
    corpora = path / "corpora"
    if not corpora.is_dir():
        raise UsageError(f"{path} is no EUPEG folder: it has no folder 'corpora'")
    return [case for corpus in sorted(corpora.iterdir()) for case in _read_eupeg(path, corpus)]


def _read_eupeg(path: Path, corpus: Path) -> Iterator[Case]:
    texts = sorted(corpus.iterdir(), key=lambda p: int(p.name) if p.name.isdigit() else 0)
    gold = _lines(path / "gold" / f"{corpus.name}_gold.txt")
    outputs = {p.stem.partition("_")[2]: _lines(p) for p in sorted((path / "outputs").glob(f"{corpus.name}_*.txt"))}
    words = [text.read_text(encoding="utf-8", errors="replace") for text in texts]
    rows = [parse_line(gold[i]) if i < len(gold) else () for i in range(len(texts))]
    shift = _shift(words, rows)
    for i, text in enumerate(texts):
        peers = {name: parse_line(lines[i]) for name, lines in outputs.items() if i < len(lines)}
        moved = tuple(t._replace(start=t.start - shift, end=t.end - shift) for t in rows[i])
        yield Case(corpus.name, text.name, words[i], moved, peers)


def _shift(texts: Sequence[str], rows: Sequence[Sequence[Toponym]]) -> int:
    """GeoVirus counts from one: 1 where that fits more of the gold than 0 does."""
    fits = [
        sum(text[t.start - s : t.end - s] == t.phrase for text, row in zip(texts, rows, strict=True) for t in row)
        for s in (0, 1)
    ]
    return int(fits[1] > fits[0])


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").split("\n") if path.exists() else []


def parse_line(line: str) -> tuple[Toponym, ...]:
    """A line of EUPEG: `name,,phrase,,latitude,,longitude,,start,,end||…`. Broken items are left out."""
    found = []
    for item in line.split("||"):
        cells = item.split(",,")
        try:
            found.append(Toponym(int(cells[4]), int(cells[5]), cells[1], float(cells[2]), float(cells[3])))
        except (ValueError, IndexError):
            continue
    return tuple(found)


def _read_xml(path: Path) -> Iterator[Case]:
    try:
        root = ElementTree.parse(path).getroot()  # noqa: S314 - a corpus of the user's own
    except ElementTree.ParseError as error:
        raise UsageError(f"{path} is no XML: {error}") from error
    articles = root.findall("article")
    texts = [article.findtext("text") or "" for article in articles]
    rows = [tuple(_read_article(article)) for article in articles]
    shift = _shift(texts, rows)
    for i, (article, text, row) in enumerate(zip(articles, texts, rows, strict=True)):
        moved = tuple(t._replace(start=t.start - shift, end=t.end - shift) for t in row)
        yield Case(path.stem, article.get("docid") or str(i), text, moved, {})


def _read_article(article: ElementTree.Element) -> Iterator[Toponym]:
    for item in (*article.iter("toponym"), *article.iter("location")):
        start, end = item.findtext("start"), item.findtext("end")
        latitude, longitude = item.findtext(".//lat"), item.findtext(".//lon")
        if start and end and latitude and longitude:
            phrase = item.findtext("phrase") or item.findtext("name") or ""
            yield Toponym(int(start), int(end), phrase, float(latitude), float(longitude))


def _write(path: Path, cases: Sequence[Case], found: Sequence[Sequence[Toponym]]) -> None:
    """One row a text: its corpus and name, and what was found as a line of EUPEG."""
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, delimiter="\t")
        rows.writerow(["corpus", "id", "predicted"])
        for case, toponyms in zip(cases, found, strict=True):
            placed = [t for t in toponyms if t.latitude is not None]
            line = "".join(f"{t.phrase},,{t.phrase},,{t.latitude},,{t.longitude},,{t.start},,{t.end}||" for t in placed)
            rows.writerow([case.corpus, case.name, line])
