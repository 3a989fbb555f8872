"""What the rules alone tell of a text."""

from collections.abc import Callable

from dateline.extract.claims.stage import Claims
from dateline.extract.claims.typer import RuleTyper
from dateline.model.claim import Claim
from dateline.model.reading import Reading
from dateline.registry import STAGES

Parse = Callable[..., Reading]
_NEEDED = list(STAGES)[: list(STAGES).index("claims")]


def read(parse: Parse, text: str) -> tuple[Reading, list[Claim]]:
    """The reading of a text, and its claims."""
    reading = parse(text, stages=_NEEDED)
    return reading, [a.value for a in Claims(RuleTyper())(reading)]


def sides(parse: Parse, text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    """The words of actors and recipients of each claim of one type."""
    reading, claims = read(parse, text)
    return [
        ([s.mention.of(reading.text) for s in c.actors], [s.mention.of(reading.text) for s in c.recipients])
        for c in claims
        if c.type == kind
    ]
