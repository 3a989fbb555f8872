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
from dateline.store.digest import digest
from dateline.store.record import Record


@dataclass(frozen=True)
class Outcome:
    """What the kills came to. `equal`: the same rows as an undisturbed run; `findings`: what a check of them found."""

    kills: int
    equal: bool
    findings: int
    reports: int
    orphans: int
    undisturbed_seconds: float


def kill_and_compare(command: Sequence[str], folder: Path, *, kills: int, seed: int = 1) -> Outcome:
    """Run `command` once undisturbed and once killed `kills` times, each in a record of its own below `folder`.

    The kills are spread over the whole work. Four of five come when the command has started and gone on for a
    while, drawn from an exponential distribution with a mean of the whole time divided by `kills`; the fifth comes
    while it is starting. The command must commit often enough to get on between two kills.
    """
    seconds = _timed(_filled(command, folder / "whole.record"))
    start = _timed(_filled(command, folder / "whole.record"))
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
    subprocess.run(again, check=True, stdout=subprocess.DEVNULL)
    return _compare(folder, kills=kills, seconds=seconds)


def _timed(command: Sequence[str]) -> float:
    started = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - started


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
        files = (folder / "killed.record" / "data").rglob("*.parquet")
        return Outcome(
            kills=kills,
            equal=digest(whole) == digest(killed),
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
    return 0 if outcome.equal and not outcome.findings else 1


if __name__ == "__main__":
    sys.exit(main())
