"""What the checker learns first: `python -m dateline.train.own_checks OUT`, which writes `own.jsonl` there.

Our own marked sentences (`dateline/train/data`) are read by the rules, and each claim that they make at a marked act is
true or false by the marks: its type and status, a doer where one is marked, and whom it is done to. At a sentence that
tells of no act every claim is false. What the marks do not settle is left out: a claim at another word of the sentence,
a recipient more than is marked.
"""

import json
import sys
from pathlib import Path

from dateline.extract.claims.checker import claim_words, marked_spans
from dateline.extract.claims.network import tokenizer_of
from dateline.extract.claims.typer import NONE
from dateline.ingest.assemble import assemble
from dateline.model.claim import Claim, Side
from dateline.model.document import Origin
from dateline.train.claim_data import DATA, held_back
from dateline.train.judged import ENCODER, check_row, claims_seen, watched_reader
from dateline.train.marked import Marked, read

_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})


def verdict(claim: Claim, marked: Marked) -> bool | None:
    """Whether a claim is true by the marks of its sentence; None where they do not tell."""
    if marked.type == NONE:
        return False
    if not _meet((claim.trigger.start, claim.trigger.end), marked.trigger):
        return None
    everybody = (*claim.actors, *claim.recipients)
    together = claim.type in _TOGETHER
    doer = marked.source is None or _has(everybody if together else claim.actors, marked.source)
    other = marked.target is None or _has(everybody if together else claim.recipients, marked.target)
    typed = claim.type == marked.type
    if typed and doer and marked.target is None and claim.recipients and not together:
        return None
    return typed and doer and other and claim.status == marked.status


def _has(sides: tuple[Side, ...], span: tuple[int, int]) -> bool:
    return any(_meet((s.mention.start, s.mention.end), span) for s in sides)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def main() -> None:
    """Read all sentences but those held back, write, count."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    tokenizer, (reader, watched) = tokenizer_of(ENCODER), watched_reader()
    count = 0
    with (out / "own.jsonl").open("w", encoding="utf-8") as file:
        for marked in (m for path in sorted(DATA.glob("*.tsv")) for m in read(path) if not held_back(m.text)):
            reading = reader.read(assemble(marked.text, origin=Origin(source_id="own")))
            if reading.text != marked.text:
                continue
            for claim, candidate, _ in claims_seen(reading, watched):
                true = verdict(claim, marked)
                if true is None:
                    continue
                sentence, words = candidate.sentence.of(reading.text), claim_words(reading.text, candidate)
                row = check_row(tokenizer, sentence, words, marked_spans(candidate), true=true)
                file.write(json.dumps({"key": "", "fold": -1, **row}) + "\n")
                count += 1
    sys.stdout.write(f"{count} claims on our own sentences\n")


if __name__ == "__main__":
    main()
