"""Every question over a large record of made-up claims, on an open record: median, 95th percentile and processor time.

    python benchmarks/questions.py RECORD [--claims 1000000] [--rounds 20]

RECORD is made where there is none, and its index where it has none; --plain asks without one. Each question is asked
as in its example and in the other ways below, 50 rows at most, as on a terminal. Opening the record, and the first
question after it, are told apart.
"""

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from made_record import make

from dateline.query import questions
from dateline.query.answer import ask
from dateline.query.index import index
from dateline.store.record import Record

_ROWS = 50

# Ways in which the examples do not ask: everything, one name, the two of them, a kind of thing that is rare.
_OTHERS: dict[str, tuple[dict[str, str], ...]] = {
    "claims": (
        *({}, {"who": "KEN", "with_": "MEX"}, {"who": "Official 17"}, {"outlet": "Courier", "status": "refused"}),
        *({"with_": "Official 1717"}, {"who": "KEN Official 17", "with_": "Official 3"}, {"where": "City 499"}),
        *({"where": "-10,-10,10,10"}, {"published_since": "2023-12-20"}),
    ),
    "contacts": ({}, {"who": "KEN", "with_": "MEX"}, {"who": "Official 17"}, {"who": "Official 17", "with_": "USA"}),
    "last-contact": ({"who": "Official 17", "with_": "RUS"},),
    "highest-since": ({"who": "USA", "with_": "Official 3", "since": "2019"},),
    "quotes": (
        *({}, {"who": "RUS"}, {"who": "Official 17", "since": "2022"}, {"about": "treaty envoy"}, {"about": "peace"}),
        *({"what": "grain tariff"}, {"about": '"summit vote" fleet'}),
    ),
    "agreements": ({}, {"who": "RUS"}, {"status_on": "2023-03-01", "who": "RUS"}, {"status_on": "2023"}),
    "positions": ({}, {"who": "RUS"}),
    "exchanges": ({}, {"who": "RUS"}),
    "comparisons": ({}, {"verdict": "contradicted"}),
    "calendar": ({}, {"who": "RUS"}, {"since": "2019"}, {"who": "Official 17"}),
    "actors": ({}, {"who": "USA", "since": "2020"}, {"since": "2020"}, {"who": "Official 17", "outlet": "Courier"}),
    "documents": ({}, {"who": "KEN"}, {"who": "Official 17"}, {"what": "Report 17"}),
}


class _Plain(Record):
    """A record whose index is left alone."""

    def indexed(self, layout: str) -> bool:  # noqa: ARG002 - whatever the layout
        return False


def main() -> None:
    """Print a line for each question, and what the command line takes with opening."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--plain", action="store_true")
    given = parser.parse_args()
    if not given.record.exists():
        make(given.record, given.claims)
    start = time.process_time()
    if not given.plain and (made := index(given.record)):
        worked = time.process_time() - start
        size = made.file.stat().st_size / 1e6
        print(f"index made in {made.seconds:.1f} s, processor {worked:.1f} s, {size:.0f} MB")
    start = time.perf_counter()
    with (_Plain if given.plain else Record).open(given.record) as record:
        print(f"open {_since(start):7.1f} ms, then:")
        for question in questions():
            for params in (question.example, *_OTHERS.get(question.name, ())):
                _time(record, question.name, params, given.rounds)
    start = time.perf_counter()
    words = ["claims", "--who", "USA", "--with", "RUS", "--what", "CONSULT", "--limit", str(_ROWS)]
    subprocess.run(
        [Path(sys.executable).with_name("dateline"), *words, "--record", str(given.record)],
        stdout=subprocess.DEVNULL,
        check=True,
    )
    print(f"dateline {' '.join(words)}: {_since(start):7.1f} ms as a command, with starting and opening")


def _time(record: Any, name: str, params: Any, rounds: int) -> None:
    took, worked = [], []
    for _ in range(rounds):
        start, work = time.perf_counter(), time.process_time()
        rows = len(ask(record, name, **{**params, "limit": _ROWS}))
        took.append(_since(start))
        worked.append((time.process_time() - work) * 1000)
    p95 = statistics.quantiles(took[1:], n=20, method="inclusive")[-1]
    asked = " ".join(f"{key.rstrip('_')}={value}" for key, value in params.items())[:44]
    print(
        f"{name:13} {asked:44} first {took[0]:7.1f}  p50 {statistics.median(took[1:]):7.1f}  p95 {p95:7.1f} ms"
        f"  processor {statistics.median(worked):7.1f} ms  {rows} rows",
        flush=True,
    )


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
