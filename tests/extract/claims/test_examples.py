"""Every example of the ontology is found by our own extractor."""

from collections.abc import Callable

import pytest

from dateline.model.reading import Reading
from dateline.ontology.plover import event_types
from dateline.registry import STAGES

NEEDED = list(STAGES)[: list(STAGES).index("claims") + 1]


@pytest.mark.parametrize("name", list(event_types()))
def test_the_example_of_each_type_is_a_claim_of_that_type(parse: Callable[..., Reading], name: str) -> None:
    reading = parse(event_types()[name].example, stages=NEEDED)
    assert name in [a.value.type for a in reading.claims]
