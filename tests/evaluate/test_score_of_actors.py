"""Given words are found by their head, and the floors hold where the gold is there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.evaluate.actors import code, evaluate
from dateline.model.reading import Reading

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "events" / "PLOVER_GSR.json"
STAGES = ["mentions", "coreference"]


@pytest.mark.parametrize(
    ("words", "country", "sector"),
    [
        ("Chadian troops", "TCD", "MIL"),
        ("Chadian", "TCD", "MIL"),
        ("the border guards of Niger", "NER", "COP"),
        ("nobody at all", None, None),
    ],
)
def test_words_are_coded_by_their_head(
    parse: Callable[..., Reading], words: str, country: str | None, sector: str | None
) -> None:
    reading = parse("Chadian troops fired on the border guards of Niger.", stages=STAGES)
    found = code(words, reading)
    assert found.country == country
    assert found.sectors[:1] == ((sector,) if sector else ())


@pytest.mark.slow
@pytest.mark.skipif(not GOLD.exists(), reason="the gold is not here")
def test_the_gold_standard_records_reach_their_floors() -> None:
    report = evaluate(GOLD)
    for name, floor in (("country.accuracy", 0.92), ("sector.accuracy", 0.80)):
        value = report.figure(name).value
        assert value is not None
        assert value >= floor, name
