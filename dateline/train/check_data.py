"""The rows that the checker learns from.

    python -m dateline.train.check_data JUDGEMENTS.tsv... --drawn CORPUS.jsonl --reports FILE... --out DIR

Writes `labels.json`, and `rows.jsonl`: for each judged claim that is still made its key, its fold, whether it is true,
and token ids with the places of actors, recipients and act. Of the reports in `--drawn`, from which precision is
measured, two fifths are left out, chosen by their hash; those in `--reports` are all used.
"""

import argparse
import json
import sys
from itertools import chain
from pathlib import Path

from dateline.extract.claims.network import tokenizer_of
from dateline.train.judged import ENCODER, check_row, first_verdicts, judged_claims, key_of

FOLDS = 5
_LEFT_OUT = 2


def left_out(sha256: str) -> bool:
    """Whether a report that precision may be measured on is never learned from."""
    return int(sha256[-4:], 16) % FOLDS < _LEFT_OUT


def main() -> None:
    """Read, write, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judgements", type=Path, nargs="+")
    parser.add_argument("--drawn", type=Path, nargs="*", default=[], help="reports of which two fifths are left out")
    parser.add_argument("--reports", type=Path, nargs="*", default=[], help="reports that are all used")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    verdicts = first_verdicts(options.judgements)
    seen = {p: true for p, true in verdicts.items() if not left_out(p.sha256)}
    tokenizer = tokenizer_of(ENCODER)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "labels.json").write_text(json.dumps({"true": ["false", "true"]}) + "\n", encoding="utf-8")
    count = 0
    with (options.out / "rows.jsonl").open("w", encoding="utf-8") as file:
        claims = chain(judged_claims(options.drawn, seen), judged_claims(options.reports, verdicts))
        for claim in claims:
            row = check_row(tokenizer, claim.sentence, claim.claim, claim.marks, true=claim.true)
            file.write(json.dumps({"key": key_of(claim.place), "fold": claim.fold(FOLDS), **row}) + "\n")
            count += 1
    sys.stdout.write(f"{count} of {len(verdicts)} judged claims are still made\n")


if __name__ == "__main__":
    main()
