"""Two persons of one surname stay two."""

from collections.abc import Callable

from dateline.model.reading import Reading

Parse = Callable[..., Reading]
STAGES = ["mentions", "coreference"]


def words(reading: Reading, name: str) -> list[str]:
    """The words of all mentions of an actor."""
    (actor,) = [a.value for a in reading.actors if a.value.name == name]
    return [link.span.of(reading.text) for link in actor.links]


def test_a_surname_stays_with_whom_it_was_used_for_when_a_relative_is_named_in_passing(parse: Parse) -> None:
    text = "Anna Keller spoke in Bonn. Keller praised the plan of Peter Keller. Keller then left."
    assert words(parse(text, stages=STAGES), "Anna Keller") == ["Anna Keller", "Keller", "Keller"]


def test_a_surname_goes_over_to_the_namesake_who_acts(parse: Parse) -> None:
    text = "Anna Keller spoke in Bonn. Keller praised Chad. Peter Keller disagreed. Keller then left."
    assert words(parse(text, stages=STAGES), "Peter Keller") == ["Peter Keller", "Keller"]


def test_a_full_name_is_nobody_of_another_first_name(parse: Parse) -> None:
    reading = parse("Noor Okoye died on Monday. Okoye was 90. Nadia Okoye will bury her.", stages=STAGES)
    assert words(reading, "Noor Okoye")[:2] == ["Noor Okoye", "Okoye"]
    assert words(reading, "Nadia Okoye")[:1] == ["Nadia Okoye"]
