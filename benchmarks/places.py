"""Places: ours and the outputs of nine geoparsers, judged by one scorer in one run.

    python benchmarks/places.py EUPEG-FOLDER

The folder has `corpora`, `gold` and `outputs`, as the EUPEG benchmark lays them out. Prints for each corpus how many of
the gold toponyms each finds and puts within 161 km, the F1 of finding them, and our reports in a second of processor
time on one core, given the parse. The outlet's domain is not used.
"""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from dateline.annotate.parser import Parser
from dateline.config import load_settings
from dateline.evaluate.places import Case, evaluate, load
from dateline.evaluate.report import Figure
from dateline.extract.places import Places
from dateline.model.document import Document
from dateline.model.reading import Reading


def rows_of(corpus: str, figures: dict[str, Figure]) -> Iterator[tuple[str, float, float]]:
    """Name, share put right and F1 of finding: ours first, then the peers from the best down."""
    start = f"{corpus}.peer."
    peers = {name.removeprefix(start).partition(".")[0] for name in figures if name.startswith(start)}
    yield "Dateline", value(figures, f"{corpus}.right"), value(figures, f"{corpus}.found.f1")
    yield "  held-out half", value(figures, f"{corpus}.right_held_out"), float("nan")
    yield "  without countries", value(figures, f"{corpus}.right_without_countries"), float("nan")
    theirs = [(p, value(figures, f"{start}{p}.right"), value(figures, f"{start}{p}.found.f1")) for p in peers]
    yield from sorted(theirs, key=lambda row: (-row[1], row[0]))


def value(figures: dict[str, Figure], name: str) -> float:
    """A figure's value; not a number where it was not measured."""
    figure = figures.get(name)
    return float("nan") if figure is None or figure.value is None else figure.value


def speed(cases: list[Case]) -> tuple[float, float]:
    """Reports and tokens in a second of processor time, given the parse; the gazetteer is loaded before."""
    parsed = Parser(load_settings().pipeline).pipe(case.text for case in cases)
    readings = [
        Reading(Document(id=case.name, text=case.text, sha256=""), syntax)
        for case, syntax in zip(cases, parsed, strict=True)
    ]
    places = Places()
    list(places(readings[0]))
    begun = time.process_time()
    for reading in readings:
        list(places(reading))
    seconds = time.process_time() - begun
    return len(readings) / seconds, sum(len(r.parsed.tokens) for r in readings) / seconds


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder
    cases = load(folder)
    figures = {row.name: row for row in evaluate(folder).rows}
    for corpus in dict.fromkeys(case.corpus for case in cases):
        texts = [case for case in cases if case.corpus == corpus]
        print(f"{corpus}: {len(texts)} texts, {sum(len(c.gold) for c in texts)} toponyms")
        print(f"  {'':20} within 161 km   found F1")
        for name, right, found in rows_of(corpus, figures):
            print(f"  {name:20} {right:13.3f} {found:10.3f}".replace("nan", "   "))
        reports, tokens = speed(texts)
        print(f"  {reports:,.0f} reports/s, {1e6 / tokens:.1f} microseconds a token, given the parse")


if __name__ == "__main__":
    main()
