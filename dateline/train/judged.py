"""Judged claims as rules and network see them today: what the checker and the truth learn from.

Reports that hold judged claims are read once more, and nothing is dropped for being improbable. A judgement counts
where the claim still stands as it was judged: same act, type, mode, status, sides.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.config import load_settings
from dateline.evaluate.sample import FIRST, TRUE, Place, load, place_of
from dateline.extract.claims.checker import Marks, claim_words, marked_ids, marked_spans
from dateline.extract.claims.network import Judged, network
from dateline.extract.claims.stage import Claims
from dateline.extract.claims.truth import asked
from dateline.extract.claims.typer import Candidate
from dateline.ingest import documents
from dateline.model.claim import Claim
from dateline.model.document import Document
from dateline.model.reading import Reading
from dateline.pipeline import Reader

if TYPE_CHECKING:
    from tokenizers import Tokenizer

ENCODER = Path(__file__).parents[1] / "weights" / "claims"


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A judged claim: where it stands, its candidate, what the network says of it, whether it is true.

    `claim` and `marks` are what the checker is given: the claim in words, the sentence's marked stretches.
    """

    place: Place
    candidate: Candidate
    judged: Judged
    sentence: str
    claim: str
    marks: Marks
    true: bool

    @property
    def rule(self) -> str:
        return self.candidate.rule

    def fold(self, folds: int) -> int:
        """Claims of one report are in one fold."""
        return int(self.place.sha256[:8], 16) % folds


@dataclass(slots=True)
class Watched:
    """A typer that believes everything, and keeps each candidate of one report with what the network says of it."""

    name: str = "watched"
    seen: dict[tuple[int, int, str], tuple[Candidate, Judged]] = field(default_factory=dict)

    def __call__(self, text: str, candidates: Sequence[Candidate]) -> Sequence[Mapping[str, float]]:
        judged = network().judge(text, [asked(c) for c in candidates])
        self.seen = {(*c.trigger, c.type): (c, j) for c, j in zip(candidates, judged, strict=True)}
        return [{c.type: 1.0} for c in candidates]


def watched_reader() -> tuple[Reader, Watched]:
    """A reader that makes every claim that it can, and what watches it."""
    reader, watched = Reader(load_settings()), Watched()
    for stage in reader.stages:
        if isinstance(stage, Claims):
            stage.typer = watched
    return reader, watched


def claims_seen(reading: Reading, watched: Watched) -> Iterator[tuple[Claim, Candidate, Judged]]:
    """The claims of the reading that was made last, with their candidates and what the network says of them."""
    for claim in (a.value for a in reading.claims):
        seen = watched.seen.get((*claim.trigger, claim.type))
        if seen is not None:
            yield claim, *seen


def judged_claims(reports: Sequence[Path], verdicts: Mapping[Place, bool]) -> Iterator[JudgedClaim]:
    """The judged claims that are still made, in the order of the reports."""
    if not reports:
        return
    wanted = {p.sha256 for p in verdicts}
    reader, watched = watched_reader()
    for document in documents([str(path) for path in reports], settings=reader.settings):
        if not isinstance(document, Document) or document.sha256 not in wanted:
            continue
        reading = reader.read(document)
        for claim, candidate, judged in claims_seen(reading, watched):
            place = place_of(document.sha256, claim)
            if place in verdicts:
                yield JudgedClaim(
                    place,
                    candidate,
                    judged,
                    candidate.sentence.of(reading.text),
                    claim_words(reading.text, candidate),
                    marked_spans(candidate),
                    verdicts[place],
                )


def check_row(tokenizer: "Tokenizer", sentence: str, claim: str, marks: Marks, *, true: bool) -> dict[str, object]:
    """What the checker learns from one claim: token ids, the places of each role's tokens, and the verdict."""
    ids, roles = marked_ids(tokenizer, sentence, claim, marks)
    return {"true": true, "ids": ids, "roles": roles}


def first_verdicts(paths: Sequence[Path]) -> dict[Place, bool]:
    """Whether each claim was judged true, in the first round."""
    return {j.place: j.verdict == TRUE for path in paths for j in load(path) if j.round == FIRST}


def key_of(place: Place) -> str:
    """A place as one word, for files that are exchanged with the training environment."""
    return "|".join(map(str, (place.sha256, place.start, place.end, place.type, place.actors, place.recipients)))
