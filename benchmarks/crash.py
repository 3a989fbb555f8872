"""Kill a command that writes a record at random moments, start it again each time, and compare with an undisturbed run.

    python benchmarks/crash.py --kills 20 -- dateline read reports.jsonl --record {record}

`{record}` stands for the record's folder. Prints one line of JSON; exit code 1 where the two records differ.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from dateline.store.check import check
from dateline.store.digest import digests
from dateline.store.record import Record


@dataclass(frozen=True)
class Outcome:
    """What the kills came to: the tables that differ from an undisturbed run, and how much a check finds."""

    kills: int
    differ: list[str]
    findings: int
    reports: int
    orphans: int
    undisturbed_seconds: float


def kill_and_compare(command: Sequence[str], folder: Path, *, kills: int, seed: int = 1) -> Outcome:
    """Run `command` once undisturbed and once killed `kills` times, each in a record of its own below `folder`.

    The kills are spread over the whole work. Four of five come after the time of a first commit, by a while drawn
    from an exponential distribution with a mean of the rest of the time divided by `kills`; the fifth comes before.
    The command must commit often enough to get on between two kills.
    """
    seconds, start = _timed(_filled(command, folder / "whole.record"), folder / "whole.record")
    again = _filled(command, folder / "killed.record")
    draw = random.Random(seed)
    for kill in range(kills):
        pause = (
            draw.uniform(0.0, start) if kill % 5 == 0 else start + draw.expovariate(kills / max(seconds - start, 0.1))
        )
        process = subprocess.Popen(again, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            # A run that has finished before its moment must have added nothing to a complete record.
            process.wait(timeout=pause)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    _timed(again, folder / "killed.record")
    return _compare(folder, kills=kills, seconds=seconds)


def _timed(command: Sequence[str], record: Path) -> tuple[float, float]:
    """How long an undisturbed run takes, and how long until its first commit."""
    started = time.monotonic()
    first = 0.0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while process.poll() is None:
        time.sleep(0.05)
        if not first and (record / "data" / "main" / "documents").exists():
            first = time.monotonic() - started
    seconds = time.monotonic() - started
    if process.returncode not in (0, 1):  # 1: some reports failed, each is a row
        raise subprocess.CalledProcessError(process.returncode, command)
    return seconds, first or seconds


def _filled(command: Sequence[str], record: Path) -> list[str]:
    return [part.replace("{record}", str(record)) for part in command]


def _compare(folder: Path, *, kills: int, seconds: float) -> Outcome:
    with Record.open(folder / "whole.record") as whole, Record.open(folder / "killed.record") as killed:
        reports = killed.query("SELECT count(*) AS n FROM documents")["n"][0].as_py()
        known = {
            Path(path).name
            for path in killed.query(
                f"SELECT path FROM __ducklake_metadata_{killed.name}.ducklake_data_file "
                f"UNION SELECT path FROM __ducklake_metadata_{killed.name}.ducklake_delete_file"
            )["path"].to_pylist()
        }
        expected = digests(whole)
        files = (folder / "killed.record" / "data").rglob("*.parquet")
        return Outcome(
            kills=kills,
            differ=[name for name, value in digests(killed).items() if value != expected[name]],
            findings=len(check(killed)),
            reports=reports,
            orphans=sum(file.name not in known for file in files),
            undisturbed_seconds=round(seconds, 1),
        )


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("command", nargs="+")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = kill_and_compare(given.command, Path(folder), kills=given.kills, seed=given.seed)
    print(json.dumps(asdict(outcome)))
    return 1 if outcome.differ or outcome.findings else 0


if __name__ == "__main__":
    sys.exit(main())
