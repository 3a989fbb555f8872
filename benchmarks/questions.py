"""Every question over a large record of made-up claims: median and 95th percentile on an open record.

    python benchmarks/questions.py RECORD [--claims 1000000] [--rounds 20]

RECORD is made where there is none. Each question is asked as in its example, 50 rows at most, as on a terminal.
"""

import argparse
import statistics
import time
from pathlib import Path

from made_record import make

from dateline.query import questions
from dateline.query.answer import ask
from dateline.store.record import Record

_ROWS = 50


def main() -> None:
    """Print a line for each question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    if not given.record.exists():
        make(given.record, given.claims)
    with Record.open(given.record) as record:
        for question in questions():
            took = []
            for _ in range(given.rounds):
                start = time.perf_counter()
                rows = len(ask(record, question.name, **{**question.example, "limit": _ROWS}))
                took.append((time.perf_counter() - start) * 1000)
            p95 = statistics.quantiles(took, n=20, method="inclusive")[-1]
            print(f"{question.name:14} p50 {statistics.median(took):7.1f} ms  p95 {p95:7.1f} ms  {rows} rows")


if __name__ == "__main__":
    main()
