"""Who is there: spans, kinds, countries, sectors and offices of mentions, in sentences written for the purpose."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.extract.mentions.stage import find_mentions
from dateline.ingest.assemble import assemble
from dateline.model.actor import Mention
from dateline.model.reading import Reading

Parse = Callable[..., Reading]


def mention(reading: Reading, words: str) -> Mention:
    """The mention with exactly these words; the test fails where there is none."""
    found = [m.value for m in reading.mentions if m.span.of(reading.text) == words]
    assert found, [m.span.of(reading.text) for m in reading.mentions]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "name", "country", "title", "rank"),
    [
        (
            "U.S. Secretary of State Warren Christopher flew to Damascus.",
            "U.S. Secretary of State Warren Christopher",
            "Warren Christopher",
            "USA",
            "secretary of state",
            "foreign-minister",
        ),
        (
            "Zambian Foreign Minister Mulambo Haimbe spoke on Monday.",
            "Zambian Foreign Minister Mulambo Haimbe",
            "Mulambo Haimbe",
            "ZMB",
            "foreign minister",
            "foreign-minister",
        ),
        (
            "Prime Minister of India Narendra Modi arrived.",
            "Prime Minister of India Narendra Modi",
            "Narendra Modi",
            "IND",
            "prime minister",
            "head-of-government",
        ),
        (
            "Ghanaian Deputy Foreign Minister Kwesi Quartey resigned.",
            "Ghanaian Deputy Foreign Minister Kwesi Quartey",
            "Kwesi Quartey",
            "GHA",
            "deputy foreign minister",
            "deputy",
        ),
        (
            "King Mswati of Eswatini opened the session.",
            "King Mswati of Eswatini",
            "Mswati",
            "SWZ",
            "king",
            "head-of-state",
        ),
    ],
)
def test_a_title_and_a_demonym_say_whose_minister_it_is(
    parse: Parse, text: str, words: str, name: str, country: str, title: str, rank: str
) -> None:
    found = mention(parse(text, stages=["mentions"]), words)
    assert (found.form, found.kind, found.name, found.country) == ("name", "person", name, country)
    assert found.office is not None
    assert (found.office.title, found.office.rank) == (title, rank)
    assert found.sectors == ("GOV",)


def test_an_appositive_gives_the_name_its_office(parse: Parse) -> None:
    reading = parse("Mulambo Haimbe, Zambia's foreign minister, left early.", stages=["mentions"])
    found = mention(reading, "Mulambo Haimbe")
    assert (found.country, found.country_method) == ("ZMB", "office")
    assert found.office is not None
    assert found.office.rank == "foreign-minister"


def test_a_former_president_is_of_the_elite(parse: Parse) -> None:
    found = mention(
        parse("Former Zambian President Edgar Lungu was arrested.", stages=["mentions"]),
        "Former Zambian President Edgar Lungu",
    )
    assert found.office is not None
    assert found.office.former
    assert found.sectors == ("ELI",)


def test_a_president_of_a_bank_is_no_head_of_state(parse: Parse) -> None:
    reading = parse("The president of the Bank of Lagos quit.", stages=["mentions"])
    found = next(m.value for m in reading.mentions if m.value.office)
    assert found.office is not None
    assert found.office.rank == "official"


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("French police fired tear gas.", "French police", "FRA", "COP"),
        ("Sudanese rebels took the town.", "Sudanese rebels", "SDN", "REB"),
        ("Rebel soldiers from Chad surrendered.", "Rebel soldiers from Chad", "TCD", "REB"),
        ("Two Kenyan civilians were hurt.", "Two Kenyan civilians", "KEN", "CVL"),
        ("The Thai parliament voted on Friday.", "The Thai parliament", "THA", "LEG"),
        ("A spokesman for the Peruvian army spoke.", "A spokesman for the Peruvian army", "PER", "MIL"),
        ("Striking Greek workers marched.", "Striking Greek workers", "GRC", "LAB"),
        ("A U.S.-led coalition struck the bridge.", "A U.S.-led coalition", "USA", "MIL"),
    ],
)
def test_a_group_has_country_and_sector(parse: Parse, text: str, words: str, country: str, sector: str) -> None:
    found = mention(parse(text, stages=["mentions"]), words)
    assert (found.country, found.sectors[:1]) == (country, (sector,))


@pytest.mark.parametrize(
    "text",
    [
        "Pro-Russian separatists held the station.",
        "Anti-French protesters gathered in the square.",
        "Ethnic Turks gathered in the square.",
        "Iranian-backed gunmen attacked the convoy.",
    ],
)
def test_whom_somebody_is_for_or_against_is_not_his_country(parse: Parse, text: str) -> None:
    reading = parse(text, stages=["mentions"])
    assert all(m.value.country is None for m in reading.mentions)


def test_a_capital_acts_but_is_no_actor_as_a_place(parse: Parse) -> None:
    reading = parse("Moscow warned Kyiv. The talks were held in Ankara.", stages=["mentions"])
    assert mention(reading, "Moscow").country_method == "metonym"
    assert mention(reading, "Kyiv").country == "UKR"
    assert not [m for m in reading.mentions if "Ankara" in m.span.of(reading.text)]


def test_the_state_in_an_adjective_is_somebody(parse: Parse) -> None:
    found = mention(parse("The Russian invasion of Ukraine went on.", stages=["mentions"]), "Russian")
    assert (found.kind, found.country) == ("state", "RUS")


def test_two_adjectives_make_two_groups(parse: Parse) -> None:
    reading = parse("French and German officials met in Geneva.", stages=["mentions"])
    assert mention(reading, "French and German officials").country is None
    assert mention(reading, "French").country == "FRA"
    assert mention(reading, "German").country == "DEU"


def test_a_number_of_nations_is_one_mention(parse: Parse) -> None:
    found = mention(parse("Of course 18 of the 20 nations agreed.", stages=["mentions"]), "18 of the 20 nations")
    assert found.plural


def test_times_and_quantities_are_nobody(parse: Parse) -> None:
    reading = parse("Oil rose by 3 percent on Tuesday to 80 dollars a barrel.", stages=["mentions"])
    assert reading.mentions == []


def test_a_name_without_a_title_is_looked_up_by_date(parse: Parse) -> None:
    reading = parse("Angela Merkel left the hall.", published="2014-05-05", stages=["mentions"])
    found = mention(reading, "Angela Merkel")
    assert (found.country, found.country_method) == ("DEU", "register")
    assert found.office is not None
    assert not found.office.former


def test_an_idle_it_is_nobody(parse: Parse) -> None:
    reading = parse("It is clear that the army won.", stages=["mentions"])
    assert not [m for m in reading.mentions if m.span.of(reading.text).lower() == "it"]


_NAMES = ("Okello Mbeki", "Jonas Varga", "Petra Lindqvist")
_COUNTRIES = (("Kenyan", "KEN"), ("Hungarian", "HUN"), ("Swedish", "SWE"), ("Bolivian", "BOL"))
_TITLES = (("Foreign Minister", "foreign-minister"), ("Defence Minister", "minister"), ("President", "head-of-state"))
_AROUND = ("On Tuesday {} arrived for talks.", "Reporters waited while {} spoke.", "The plan was drawn up by {}.")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(_NAMES), st.sampled_from(_COUNTRIES), st.sampled_from(_TITLES), st.sampled_from(_AROUND))
def test_a_planted_minister_is_found_at_his_place(
    parse: Parse, name: str, country: tuple[str, str], title: tuple[str, str], around: str
) -> None:
    words = f"{country[0]} {title[0]} {name}"
    reading = parse(around.format(words), stages=["mentions"])
    found = mention(reading, words)
    assert (found.name, found.country) == (name, country[1])
    assert found.office is not None
    assert found.office.rank == title[1]


def test_heads_are_unique_and_inside_their_mentions(parse: Parse) -> None:
    text = "French President Emmanuel Macron told Turkish and Greek ministers that Paris backed them. He left."
    reading = parse(text, stages=["mentions"])
    heads = [m.value.head for m in reading.mentions]
    assert len(set(heads)) == len(heads)
    assert all(m.span.contains(m.value.head) for m in reading.mentions)
    for m in reading.mentions:
        assert reading.mention_at(m.value.head.start) is m


def people(reading: Reading) -> list[str | None]:
    return [m.value.name for m in reading.mentions if m.value.kind == "person" and m.value.form == "name"]


def test_a_leader_in_office_needs_no_label_of_the_recogniser(parse: Parse) -> None:
    text = "Iran's president refused to meet Trump on the sidelines of the General Assembly, officials said."
    found = mention(parse(text, published="2017-09-20", stages=["mentions"]), "Trump")
    assert (found.kind, found.country, found.country_method) == ("person", "USA", "register")
    assert "Trump" not in people(parse(text, published="1997-09-20", stages=["mentions"]))


def test_a_surname_written_first_is_found_again(parse: Parse) -> None:
    text = "South Korean Foreign Minister Kang Min-ho left on Monday. Lavrov and Kang last met in Vienna."
    assert mention(parse(text, stages=["mentions"]), "Kang").kind == "person"


def test_letters_of_a_firm_are_no_surname(parse: Parse) -> None:
    found = mention(
        parse("FICO has encouraged other banks to use its score.", published="2024-02-20", stages=["mentions"]), "FICO"
    )
    assert (found.kind, found.country) == ("organisation", None)


def test_a_namesake_is_not_the_leader(parse: Parse) -> None:
    text = "Mary Trump wrote a book. Trump sold many copies."
    found = mention(parse(text, published="2018-02-20", stages=["mentions"]), "Trump")
    assert found.country is None


def test_who_left_office_keeps_its_title_without_its_rank(parse: Parse) -> None:
    reading = parse("Hillary Clinton met voters in Ohio.", published="2016-09-20", stages=["mentions"])
    office = mention(reading, "Hillary Clinton").office
    assert office is not None
    assert (office.title, office.rank, office.former) == ("secretary of state", None, True)
    reading = parse("Hillary Clinton met voters in Ohio.", published="2011-09-20", stages=["mentions"])
    office = mention(reading, "Hillary Clinton").office
    assert office is not None
    assert (office.rank, office.former) == ("foreign-minister", False)


def test_the_clitic_of_a_firm_is_part_of_its_name(parse: Parse) -> None:
    assert mention(parse("McDonald's opened a shop in Minsk.", stages=["mentions"]), "McDonald's").name == "McDonald's"


def test_whoever_somebody_is_for_is_no_part_of_the_phrase(parse: Parse) -> None:
    assert mention(parse("He met opponents for his proposal.", stages=["mentions"]), "opponents").sectors == ("OPP",)
    mention(parse("A spokesman for the ministry spoke.", stages=["mentions"]), "A spokesman for the ministry")


@pytest.mark.parametrize(
    "text", ["The band plays at 2 pm on Sunday.", "He used his head.", "She came as secretary of state."]
)
def test_words_that_only_look_like_a_post_are_nobody(parse: Parse, text: str) -> None:
    assert not [m for m in parse(text, stages=["mentions"]).mentions if m.value.office is not None]


def test_capitals_of_a_headline_do_not_lengthen_a_name(parse: Parse) -> None:
    text = "Marine Le Pen Backs Trump And Praises Putin\n\nMarine Le Pen said on Tuesday that Donald Trump was right."
    document = assemble(text, title="Marine Le Pen Backs Trump And Praises Putin")
    syntax = parse(text).parsed
    names = [
        one.mention.name for one in find_mentions(syntax, headline=document.headline) if one.mention.kind == "person"
    ]
    assert names[:2] == ["Marine Le Pen", "Trump"]


def test_a_warship_is_not_a_person(parse: Parse) -> None:
    assert mention(parse("The sunken submarine was old.", stages=["mentions"]), "The sunken submarine").kind == "group"


def test_a_service_before_a_first_name_is_no_part_of_the_name(parse: Parse) -> None:
    assert people(parse("He named former Marine Paul Hollis in a speech.", stages=["mentions"])) == ["Paul Hollis"]


def test_a_body_in_capitals_is_no_pronoun(parse: Parse) -> None:
    reading = parse("WHO says it needs vaccines. The cholera spread.", stages=["mentions"])
    assert [m.value.kind for m in reading.mentions if m.span.of(reading.text) == "WHO"] == ["organisation"]


def test_a_small_word_does_not_end_a_name(parse: Parse) -> None:
    reading = parse("Malawian President Bingu wa Mutharika opened the road.", stages=["mentions"])
    assert "Bingu wa Mutharika" in [m.value.name for m in reading.mentions]


def test_a_first_name_that_is_a_title_too_stays_a_name(parse: Parse) -> None:
    reading = parse("Gambian Information Minister Sheriff Bojang spoke.", stages=["mentions"])
    (mention,) = [m.value for m in reading.mentions if m.value.kind == "person"]
    assert mention.name == "Sheriff Bojang"
    assert mention.office is not None
    assert mention.office.title == "information minister"
