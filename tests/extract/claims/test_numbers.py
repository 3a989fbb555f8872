"""Numbers of events: what is counted, between which bounds, in which words."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.extract.claims.numbers import Numbers
from dateline.extract.claims.scene import Scene
from dateline.model.reading import Reading

Parse = Callable[..., Reading]


def amounts(parse: Parse, text: str) -> list[tuple[str, float, float, str | None, str]]:
    reading = parse(text)
    found = Numbers(Scene(reading)).of_sentence(0)
    return [(a.what, a.min, a.max, a.unit, a.span.of(text)) for _, a in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels killed at least 12 soldiers.", ("killed", 12, 12, "soldier", "at least 12")),
        ("The blast wounded dozens of civilians.", ("wounded", 24, 99, "civilian", "dozens")),
        ("Police arrested 40 activists.", ("arrested", 40, 40, "activist", "40")),
        ("Egypt gave Chad $5 million.", ("money", 5e6, 5e6, "USD", "$5 million")),
        ("Spain deployed 3,000 troops.", ("troops", 3000, 3000, "troop", "3,000")),
        ("Two soldiers were killed.", ("killed", 2, 2, "soldier", "Two")),
    ],
)
def test_a_number_is_read_with_what_it_counts(
    parse: Parse, text: str, wanted: tuple[str, float, float, str, str]
) -> None:
    assert wanted in amounts(parse, text)


def test_between_gives_a_range(parse: Parse) -> None:
    ((what, low, high, _, _),) = amounts(parse, "The army killed between 5 and 7 rebels.")
    assert (what, low, high) == ("killed", 5, 7)


def test_years_and_percentages_are_no_amounts(parse: Parse) -> None:
    assert amounts(parse, "In 2014 the economy grew by 5 percent.") == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(min_value=2, max_value=999))
def test_a_planted_number_is_found_where_it_was_planted(parse: Parse, number: int) -> None:
    text = f"Rebels killed {number} soldiers near the border."
    assert ("killed", number, number, "soldier", str(number)) in amounts(parse, text)
