"""Plain reports out of annotated gold: `python -m dateline.train.gold_texts GOLD PLOVER_GSR.json > reports.jsonl`.

GOLD is the folder of gold data. Taken are the sentences of `who_whom_bio.txt` but for its held-out fifth, those of
`quad_sentences.tsv` and `event_places/train.jsonl`, and the reports of MEANTIME, ECB+ and re3d; never a sentence of
PLOVER's records, which measure. Claims of them were judged (`tests/cases/claims/judgements-checker.tsv`).
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.evaluate import events
from dateline.evaluate.spans import Sentence
from dateline.extract.claims.network import network, word_hash

_WORD = 3


def plain(words: Iterable[str]) -> str:
    """Words as a sentence, without the spaces that only the tokens need."""
    text = re.sub(r" ([,.;:!?%)\]])", r"\1", " ".join(words))
    text = re.sub(r"([(\[$]) ", r"\1", text)
    return re.sub(r" (n't|'s|'re|'ve|'d|'ll|’s|')(?= |$)", r"\1", text)


def _spaced(words: Iterable[str]) -> str:
    """The same for sentences of tokens and labels, as they were set when their claims were judged."""
    text = re.sub(r" ([,.;:!?%)])", r"\1", " ".join(words))
    text = re.sub(r"([($]) ", r"\1", text)
    return re.sub(r" (n't|'s|'re|'ve|'d|'ll|’s)", r"\1", text).strip()


def bio_sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a BIO file, each with whether it is held out."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        words = [re.split(r"[\t ]", line)[0] for line in block.splitlines() if line.strip()]
        if words:
            yield Sentence(_spaced(words), ())


def quad_sentences(path: Path) -> Iterator[str]:
    """The sentences of a TSV whose longest column is the sentence."""
    for line in path.read_text(encoding="utf-8").split("\n")[1:]:
        columns = line.split("\t")
        if len(columns) > 1:
            yield max(columns, key=len).strip()


def placed_sentences(path: Path) -> Iterator[str]:
    """The sentences of the gold of event places."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"]


def conll_reports(path: Path, *, joint: str) -> Iterator[str]:
    """The reports of a CoNLL file whose first four columns are report, sentence, place, word."""
    reports: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) > _WORD and not line.startswith("#"):
            reports[columns[0]][int(columns[1])].append(columns[_WORD])
    for sentences in reports.values():
        yield joint.join(plain(words) for _, words in sorted(sentences.items()))


def re3d_reports(folder: Path) -> Iterator[str]:
    """The reports of all sources of re3d."""
    for path in sorted(folder.glob("*/documents.json"), key=str):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)["text"]


def texts(gold: Path, records: Path) -> Iterator[str]:
    """All texts, each once; no single sentence that measures, or that the network of types has learned from."""
    marked = list(bio_sentences(gold / "events" / "who_whom_bio.txt"))
    seen = {word_hash(s.text) for s in marked if s.held_out} | {word_hash(case.text) for case in events.load(records)}
    sentences = (
        *(s.text for s in marked),
        *quad_sentences(gold / "events" / "quad_sentences.tsv"),
        *placed_sentences(gold / "event_places" / "train.jsonl"),
    )
    for text in sentences:
        words = word_hash(text)
        if words not in seen and not network().learned(text):
            seen.add(words)
            yield text
    yield from conll_reports(gold / "coref" / "meantime_en.conll", joint="\n")
    for part in ("Train", "Dev"):
        yield from conll_reports(gold / "coref" / "ecb_plus" / f"ECB_{part}_corpus.txt", joint=" ")
    yield from re3d_reports(gold / "entities" / "re3d")


if __name__ == "__main__":
    for number, one in enumerate(texts(Path(sys.argv[1]), Path(sys.argv[2]))):
        sys.stdout.write(json.dumps({"id": f"gold-{number}", "title": "", "text": one}) + "\n")
