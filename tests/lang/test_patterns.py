"""The patterns that are data: they fill, they compile, and names and dates are what they should be."""

import re

import pytest

from dateline.errors import OntologyError
from dateline.lang.patterns import NAME, any_of, fill, parts
from dateline.lang.regions import region_words


@pytest.mark.parametrize(
    "name",
    [
        "Ana Cruz",
        "Ana de la Cruz",
        "J. R. Smith",
        "MARIA TORRE",
        "Mary O’Neil-Jones",
        "Abu Bakr al-Amin",
        "Ján Čarnogurský",
    ],
)
def test_names_of_many_kinds_are_names(name: str):
    assert re.fullmatch(NAME, name)


@pytest.mark.parametrize("words", ["Ana", "ana cruz", "Ana met Cruz", "One two", "Ana Cruz Lee Roe Doe Poe"])
def test_other_words_are_no_names(words: str):
    assert not re.fullmatch(NAME, words)


@pytest.mark.parametrize(
    "date", ["March 2, 2023", "2 March 2023", "Sept. 11, 2001", "2nd of March, 2023", "2023-03-02"]
)
def test_full_dates_are_dates(date: str):
    assert re.fullmatch(parts("en")["date"], date)


@pytest.mark.parametrize("words", ["March 2023", "March 2", "2023", "Margin 2, 2023"])
def test_less_than_a_full_date_is_none(words: str):
    assert not re.fullmatch(parts("en")["date"], words)


def test_a_placeholder_that_nobody_knows_is_told():
    with pytest.raises(OntologyError, match="<nobody>"):
        fill("by <nobody>", {})


def test_groups_with_names_are_not_taken_for_placeholders():
    assert any_of(["(?P<who><name>)"], {"name": "Ana"}).fullmatch("Ana")


def test_the_prefix_of_a_byline_is_no_part_of_the_name():
    words = region_words()
    assert words.writers("By Ana Cruz and Jo Do, Reuters") == "Ana Cruz and Jo Do"
    assert words.writers("March 2, 2023") is None
    assert words.without_prefix("Written by Ana Cruz") == "Ana Cruz"
