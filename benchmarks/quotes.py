"""Direct quotes of PolNeAR: ours and textacy's on the same texts in one run.

    python benchmarks/quotes.py FOLDER [--articles N]

FOLDER holds `text/` and `attributions/`. Needs textacy 0.13 (`pip install textacy`), which no lock of this project has:
install it into an environment of its own that also has Dateline. Without it, only ours is run.

Prints how many direct quotes each finds with the right content (marked words of four and more inside a gold content,
intersection over union of 0.9), and the seconds of the clock and of the processor that each takes, parser included.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.annotate.parser import Parser, load_pipeline
from dateline.config import load_settings
from dateline.evaluate.quotes import Attribution, articles, direct_speech
from dateline.extract.quotes import Quotes
from dateline.model.document import Document
from dateline.model.reading import Reading
from dateline.model.span import Span

Article = tuple[str, str, list[Attribution]]
Finder = Callable[[Sequence[Article]], list[list[Span]]]
_SAME = 0.9


def dateline_quotes(found: Sequence[Article]) -> list[list[Span]]:
    """Our quotes of each article: contents, and the marked pieces of reported clauses."""
    settings = load_settings()
    parser = Parser(settings.pipeline, batch_size=settings.batch_size)
    stage = Quotes()
    quotes = []
    for (_, text, _), syntax in zip(found, parser.pipe(text for _, text, _ in found), strict=True):
        reading = Reading(Document(id="benchmark", text=text, sha256=""), syntax)
        quotes.append([span for a in stage(reading) for span in (*a.value.content, *a.value.marked)])
    return quotes


def textacy_quotes(found: Sequence[Article]) -> list[list[Span]]:
    """textacy's direct quotations of each article. An article on which it raises has none."""
    from textacy.extract.triples import direct_quotations

    nlp = load_pipeline(load_settings().pipeline)
    quotes = []
    for document in nlp.pipe(text for _, text, _ in found):
        try:
            contents = [q.content for q in direct_quotations(document)]
        except ValueError:
            contents = []
        quotes.append([Span(c[0].idx, c[-1].idx + len(c[-1])) for c in contents if len(c)])
    return quotes


def right(text: str, gold: Sequence[Attribution], given: Sequence[Span]) -> tuple[int, int]:
    """How many direct quotes of gold are among the given ones, and how many there are."""
    wanted = direct_speech(text, gold)
    given = [_bare(text, span) for span in given]
    return sum(1 for w in wanted if any(w.iou(g) >= _SAME for g in given)), len(wanted)


def _bare(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip("\"“”'’‘ "))
    return Span(start, span.start + len(words.rstrip("\"“”'’‘ ")))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--articles", type=int, default=None)
    given = options.parse_args()
    found = list(articles(given.folder))[: given.articles]
    finders: dict[str, Finder] = {"dateline": dateline_quotes, "textacy": textacy_quotes}
    for name, finder in finders.items():
        started, worked = time.perf_counter(), time.process_time()
        try:
            quotes = finder(found)
        except ImportError as error:
            print(f"{name}: not installed ({error})")
            continue
        seconds, work = time.perf_counter() - started, time.process_time() - worked
        counts = [right(text, gold, q) for (_, text, gold), q in zip(found, quotes, strict=True)]
        hits, total = sum(c[0] for c in counts), sum(c[1] for c in counts)
        took = f"{seconds:.1f} s with the parser, {work:.1f} s of the processor"
        print(f"{name}: {hits} of {total} direct quotes with the right content, {took}")


if __name__ == "__main__":
    main()
