"""How much of the parser's speed the whole of phase one keeps.

    python benchmarks/chain.py reports.jsonl [--limit N]

Reads the same reports twice in one process, in slices that alternate: by the bare spaCy pipeline (`nlp.pipe`) and by
the whole of phase one, which holds the same pipeline. Prints tokens per CPU second of both, their ratio by slice
(median, lowest, highest), the share of each stage, and the peak memory at the start, the middle and the end.
"""

import argparse
import resource
import statistics
import time
from collections import Counter
from collections.abc import Iterable
from itertools import batched
from typing import Any

from dateline.annotate.parser import load_pipeline
from dateline.config import load_settings
from dateline.ingest import documents
from dateline.model.document import Document
from dateline.model.reading import Reading
from dateline.pipeline import Reader

SLICE = 96


class Timed:
    """A stage that keeps count of the time that it takes."""

    def __init__(self, stage: Any, spent: Counter[str]) -> None:
        self._stage, self._spent = stage, spent
        self.name, self.requires, self.provides = stage.name, stage.requires, stage.provides

    def __call__(self, reading: Reading) -> Iterable[Any]:
        start = time.process_time()
        found = list(self._stage(reading))
        self._spent[self.name] += time.process_time() - start
        return found


def memory() -> int:
    """The peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports")
    parser.add_argument("--limit", type=int)
    given = parser.parse_args()
    settings = load_settings()
    found = [d for d in documents([given.reports], settings=settings) if isinstance(d, Document)][: given.limit]
    reader, bare = Reader(settings), load_pipeline(settings.pipeline)
    spent: Counter[str] = Counter()
    reader.stages = [Timed(stage, spent) for stage in reader.stages]
    list(bare.pipe(d.text for d in found[:8]))
    list(reader.read_all(found[:8]))
    spent.clear()
    ratios, tokens, times = [], 0, Counter[str]()
    peaks = [memory()]
    for number, part in enumerate(batched(found, SLICE)):
        start = time.process_time()
        count = sum(len(doc) for doc in bare.pipe((d.text for d in part), batch_size=settings.batch_size))
        middle = time.process_time()
        failed = sum(bool(r.failures) for r in reader.read_all(part))
        end = time.process_time()
        tokens += count
        times["bare"] += middle - start
        times["chain"] += end - middle
        times["failed"] += failed
        ratios.append((middle - start) / (end - middle))
        if number in (len(found) // SLICE // 2, len(found) // SLICE):
            peaks.append(memory())
    print(f"{len(found)} reports, {tokens} tokens, {int(times['failed'])} with a failure")
    print(f"bare spaCy   {tokens / times['bare']:8.0f} tokens/s")
    print(f"phase one    {tokens / times['chain']:8.0f} tokens/s")
    print(f"kept         {statistics.median(ratios):.3f} (median of slices; {min(ratios):.3f} to {max(ratios):.3f})")
    for name, seconds in spent.most_common():
        print(f"  {name:14} {1e6 * seconds / tokens:6.2f} µs/token  {100 * seconds / times['chain']:5.1f} %")
    print("peak memory  " + " -> ".join(f"{peak} MB" for peak in peaks))


if __name__ == "__main__":
    main()
