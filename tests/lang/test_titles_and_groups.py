"""The tables of titles and of nouns for groups are consistent, and give what a reader expects."""

import pytest

from dateline.lang.groups import SECTORS, groups
from dateline.lang.phrases import PhraseTable, plural_of, split_words
from dateline.lang.titles import rank_of, titles
from dateline.ontology.ranks import rank_order


def test_every_title_has_a_known_rank_and_sector() -> None:
    for found in titles().first.values():
        for _, senses in found:
            for sense in senses:
                assert sense.rank in rank_order()
                assert sense.sector is None or sense.sector in SECTORS


def test_every_group_has_a_known_sector() -> None:
    for rows in groups().nouns.values():
        assert all(group.sector in SECTORS for _, group in rows)
    assert set(groups().modifiers.values()) <= SECTORS


@pytest.mark.parametrize(
    ("title", "country", "rank"),
    [
        ("secretary of state", "USA", "foreign-minister"),
        ("secretary of state", "GBR", "minister"),
        ("chancellor", "DEU", "head-of-government"),
        ("chancellor", "GBR", "minister"),
        ("foreign secretary", "GBR", "foreign-minister"),
        ("foreign secretary", "IND", "deputy"),
        ("leader", "LBY", "head-of-state"),
        ("supreme leader", "IRN", "head-of-state"),
        ("taoiseach", "IRL", "head-of-government"),
        ("dog catcher", "USA", None),
    ],
)
def test_the_same_title_ranks_by_country(title: str, country: str, rank: str | None) -> None:
    assert rank_of(title, country=country) == rank


@pytest.mark.parametrize(
    ("noun", "sector"),
    [
        ("protesters", "CVL"),
        ("rebels", "REB"),
        ("police", "COP"),
        ("troops", "MIL"),
        ("gunmen", "UAF"),
        ("students", "EDU"),
        ("workers", "LAB"),
        ("refugees", "REF"),
        ("opposition", "OPP"),
        ("lawmakers", "LEG"),
        ("journalists", "JRN"),
        ("court", "JUD"),
        ("government", "GOV"),
        ("army", "MIL"),
        ("farmers", "AGR"),
        ("doctors", "MED"),
        ("priests", "REL"),
    ],
)
def test_a_noun_gives_its_sector(noun: str, sector: str) -> None:
    alone = [group for words, group in groups().nouns[noun] if len(words) == 1]
    assert [group.sector for group in alone] == [sector]


def test_plurals_of_men_and_of_secretaries_of_state() -> None:
    assert plural_of("gunman") == "gunmen"
    assert plural_of("secretary of state") == "secretaries of state"
    assert plural_of("deputy") == "deputies"
    assert plural_of("shaman") == "shamans"


def test_words_are_cut_as_the_parser_cuts_them() -> None:
    assert split_words("Attorney-General's office") == ("Attorney", "-", "General", "'s", "office")
    assert split_words("workers' party") == ("workers", "'", "party")


def test_the_longest_phrase_is_found_first() -> None:
    table: PhraseTable[str] = PhraseTable()
    for phrase in ("prime", "prime minister", "prime minister of state"):
        table.add(phrase, phrase)
    table.settle()
    assert [value for _, value in table.at(("prime", "minister", "spoke"), 0)] == ["prime minister", "prime"]
