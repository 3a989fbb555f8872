from collections.abc import Callable

import pytest

from dateline.extract.positions.counts import Count, count_in, tallies
from dateline.lang.numbers import whole_number
from dateline.model.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("words", "count", "of"),
    [
        ("18 of the 20 nations", 18, 20),
        ("eighteen of the 20 members", 18, 20),
        ("nine out of 15 council members", 9, 15),
        ("all 27 member states", 27, 27),
        ("all but two of the 20 members", 18, 20),
        ("all of the council's 15 members", 15, 15),
        ("141 countries", 141, None),
        ("at least 40 states", 40, None),
    ],
)
def test_a_subject_says_how_many_of_how_many(words: str, count: int, of: int | None) -> None:
    assert count_in(words) == Count(count, of)


@pytest.mark.parametrize("words", ["the members", "Hungary", "twice of nothing", "21 of 20 nations or so"])
def test_no_number_is_invented(words: str) -> None:
    found = count_in(words)
    assert found is None or found.of is None


def test_a_tally_gives_a_side_to_each_number() -> None:
    found = tallies("The assembly voted 141-5 to adopt it, with 35 abstentions.", start=100)
    assert [(t.side, t.count) for t in found] == [("for", 141), ("against", 5), ("abstain", 35)]
    assert found[0].span.start == 100 + len("The assembly voted ")


def test_a_football_result_is_no_vote() -> None:
    assert tallies("The visitors won 3-1 after extra time.", start=0) == []


@pytest.mark.parametrize(("words", "value"), [("27", 27), ("twenty-seven", 27), ("1,500", 1500), ("dozens", None)])
def test_numbers_in_words_and_digits(words: str, value: int | None) -> None:
    assert whole_number(words) == value


def test_counted_members_take_a_side_on_a_text(read: Read) -> None:
    (position,) = read("Eighteen of the 20 members backed the statement on Thursday.").positions
    assert (position.value.side, position.value.count, position.value.of) == ("for", 18, 20)
    assert position.value.on_name == "the statement"


def test_who_votes_against_is_named(read: Read) -> None:
    reading = read("Hungary voted against the resolution.")
    (position,) = reading.positions
    (member,) = position.value.members
    found = reading.find(member)
    assert found is not None
    assert (position.value.side, found.value.country) == ("against", "HUN")


def test_a_wish_is_no_position(read: Read) -> None:
    assert not read("Ten of the 15 members would support the resolution if the text changed.").positions


def test_it_is_the_text_named_before(read: Read) -> None:
    reading = read("China vetoed a draft resolution on Monday. South Africa voted against it. Qatar abstained.")
    assert [p.value.side for p in reading.positions] == ["against", "against", "abstain"]


def test_who_refused_to_sign_is_against(read: Read) -> None:
    (position,) = read("Britain refused to sign the treaty.").positions
    assert position.value.side == "against"
    assert len(position.value.members) == 1


def test_the_votes_of_a_county_are_no_positions(read: Read) -> None:
    story = "The commissioners of the county voted 3-2 on Tuesday for a resolution on patrol cars."
    assert not read(story).positions
    assert read(f"{story} The United States supports the resolution.").positions


def test_a_vote_that_says_on_what_is_on_nothing_told_before(read: Read) -> None:
    reading = read(
        "Kenya and Uganda praised the resolution. The council voted 9-2 to send the observers of Chad home on Monday."
    )
    assert not [p for p in reading.positions if p.value.count]


def names(reading: Reading, ids: tuple[str, ...]) -> list[str]:
    return [found.value.name for i in ids if (found := reading.find(i))]


@pytest.mark.parametrize(
    ("text", "excepted", "some", "number"),
    [
        ("Every EU country except Ireland and Malta backed the declaration.", ["Ireland", "Malta"], {"FRA", "SWE"}, 25),
        ("All members of the Group of Seven but Italy agreed to the text.", ["Italy"], {"JPN", "USA"}, 6),
        ("With the exception of Spain, all NATO members endorsed the treaty.", ["Spain"], {"TUR", "NOR"}, 29),
        ("The resolution was backed by all ASEAN members apart from Laos.", ["Laos"], {"THA"}, 9),
        ("Except for Malta, all EU members backed the embargo on Tuesday.", ["Malta"], {"SWE"}, 26),
        ("The leaders of all EU countries but Hungary signed the statement on Friday.", ["Hungary"], {"DNK"}, 26),
        ("All but India and China backed the statement, officials of the G20 said.", ["India", "China"], {"BRA"}, 17),
    ],
)
def test_all_but_some_are_the_members_that_the_body_had_without_them(
    read: Read, text: str, excepted: list[str], some: set[str], number: int
) -> None:
    reading = read(text)
    (position,) = (p.value for p in reading.positions)
    assert names(reading, position.exceptions) == excepted
    assert some <= set(position.countries)
    assert (position.side, len(position.countries), position.method) == ("for", number, "membership")


def test_membership_is_that_of_the_day(read: Read) -> None:
    text = "Every EU member except Poland supported the resolution."
    then, now = (read(text, published=day).positions[0].value for day in ("2019-05-02", "2021-05-02"))
    assert "GBR" in then.countries
    assert "GBR" not in now.countries


def test_an_exception_lowers_a_number_that_is_told(read: Read) -> None:
    (position,) = read("All of the council's 15 members except Ghana voted for the resolution.").positions
    assert (position.value.count, position.value.of) == (14, 15)


def test_an_exception_who_was_no_member_leaves_the_countries_unknown(read: Read) -> None:
    (position,) = read("All NATO members except Austria endorsed the declaration.").positions
    assert position.value.exceptions
    assert not position.value.countries


def test_nobody_but_one_is_that_one(read: Read) -> None:
    reading = read("No country except Chad voted against the resolution.")
    (position,) = (p.value for p in reading.positions)
    assert (position.side, names(reading, position.members), position.exceptions) == ("against", ["Chad"], ())
    assert (position.countries, position.method) == (("TCD",), "named")


def test_all_but_a_thing_excepts_nobody(read: Read) -> None:
    assert not read("Uganda all but abandoned the treaty with Kenya on Monday.").positions


def test_a_member_of_parliament_votes_for_no_country(read: Read) -> None:
    (position,) = read("Senator Joan Reed of Ohio voted against the resolution on Kenya.").positions
    assert position.value.members
    assert position.value.countries == ()


def test_all_other_members_are_not_all_members(read: Read) -> None:
    reading = read("Russia vetoed the draft. All other members of the Security Council voted for the resolution.")
    (rest,) = (p.value for p in reading.positions if p.value.side == "for")
    assert (rest.countries, rest.method) == ((), None)


def test_who_stands_for_an_exception_is_one_with_it(read: Read) -> None:
    reading = read("Everyone except the ambassador of Peru signed the declaration.")
    (position,) = (p.value for p in reading.positions)
    assert names(reading, position.exceptions) == ["the ambassador of Peru"]
