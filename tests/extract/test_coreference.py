"""Who is who: the chains of mentions in small reports written for the purpose."""

from collections.abc import Callable

from dateline.model.actor import Actor
from dateline.model.reading import Reading

Parse = Callable[..., Reading]
STAGES = ["mentions", "coreference"]


def actor(reading: Reading, name: str) -> Actor:
    """The one actor of this name; the test fails where there is none."""
    found = [a.value for a in reading.actors if a.value.name == name]
    assert len(found) == 1, [a.value.name for a in reading.actors]
    return found[0]


def words(reading: Reading, name: str) -> list[str]:
    """The words of all mentions of an actor."""
    return [link.span.of(reading.text) for link in actor(reading, name).links]


def test_surname_title_and_pronoun_are_one_actor(parse: Parse) -> None:
    reading = parse(
        "Kenyan Foreign Minister Musalia Mudavadi flew to Kampala. Mudavadi said he was hopeful. "
        "The foreign minister will stay until Friday.",
        stages=STAGES,
    )
    assert words(reading, "Musalia Mudavadi") == [
        "Kenyan Foreign Minister Musalia Mudavadi",
        "Mudavadi",
        "he",
        "The foreign minister",
    ]
    assert actor(reading, "Musalia Mudavadi").country == "KEN"


def test_all_words_for_a_state_are_one_actor(parse: Parse) -> None:
    reading = parse("Russia closed the border. Moscow gave no reason. The Kremlin denied it.", stages=STAGES)
    assert {"Russia", "Moscow"} <= set(words(reading, "Russia"))
    assert actor(reading, "Russia").country == "RUS"


def test_officials_are_not_their_state(parse: Parse) -> None:
    reading = parse("Russia closed the border. Russian officials gave no reason.", stages=STAGES)
    assert words(reading, "Russia") == ["Russia"]


def test_two_namesakes_stay_apart(parse: Parse) -> None:
    reading = parse(
        "Bill Clinton opened the library. Hillary Clinton came later. Mr. Clinton thanked the crowd.", stages=STAGES
    )
    assert words(reading, "Bill Clinton") == ["Bill Clinton", "Mr. Clinton"]
    assert words(reading, "Hillary Clinton") == ["Hillary Clinton"]


def test_a_bare_surname_goes_to_the_nearest_full_name_before(parse: Parse) -> None:
    reading = parse("Anna Keller met Peter Keller in Bonn. Keller then left.", stages=STAGES)
    assert words(reading, "Peter Keller")[-1] == "Keller"


def test_an_acronym_in_brackets_is_the_body(parse: Parse) -> None:
    reading = parse("The Baltic Fishing Council (BFC) met in Riga. Later the BFC lowered its quotas.", stages=STAGES)
    assert {"BFC", "the BFC"} <= set(words(reading, "Baltic Fishing Council"))


def test_two_ministers_have_members(parse: Parse) -> None:
    reading = parse(
        "Kenyan Foreign Minister Musalia Mudavadi met Ugandan Foreign Minister Jeje Odongo in Nairobi. "
        "The two ministers signed a note.",
        stages=STAGES,
    )
    members = set(actor(reading, "The two ministers").members)
    names = [a.value.name for a in reading.actors if a.id in members]
    assert names == ["Musalia Mudavadi", "Jeje Odongo"]


def test_two_countries_are_those_of_the_ministers(parse: Parse) -> None:
    reading = parse("Kenya and Uganda reopened a road. Trade between the two countries fell last year.", stages=STAGES)
    members = [a for a in reading.actors if a.value.name in ("Kenya", "Uganda")]
    assert set(actor(reading, "the two countries").members) == {a.id for a in members}


def test_in_his_speech_is_the_speaker_who_comes_after(parse: Parse) -> None:
    reading = parse("In his speech, Peter Mutharika promised cheaper maize.", stages=STAGES)
    assert words(reading, "Peter Mutharika") == ["his", "Peter Mutharika"]


def test_who_is_the_noun_before(parse: Parse) -> None:
    reading = parse("The rebels, who fled in May, came back.", stages=STAGES)
    assert words(reading, "The rebels") == ["The rebels", "who"]


def test_he_between_two_men_is_left_alone(parse: Parse) -> None:
    reading = parse("Peter told the news to a driver and a guard. A cook saw him.", stages=STAGES)
    him = next(m for m in reading.mentions if m.span.of(reading.text) == "him")
    found = reading.actor_of(him.id)
    assert found is None or found.value.name == "Peter"


def test_i_in_a_quotation_is_the_speaker(parse: Parse) -> None:
    reading = parse("“I will sign the law,” President Hichilema said.", stages=STAGES)
    assert "I" in words(reading, "Hichilema")


def test_the_only_country_of_a_report_is_home(parse: Parse) -> None:
    reading = parse(
        "Malawi holds elections on Tuesday. Police guarded the polls. Malawi last voted in 2020.", stages=STAGES
    )
    found = actor(reading, "Police")
    assert (found.country, found.country_method) == ("MWI", "context")


def test_with_two_countries_there_is_no_home(parse: Parse) -> None:
    reading = parse("Malawi and Zambia hold elections on Tuesday. Police guarded the polls.", stages=STAGES)
    assert actor(reading, "Police").country is None


def test_every_link_is_a_mention_and_in_one_actor_only(parse: Parse) -> None:
    reading = parse(
        "French President Emmanuel Macron and his Turkish counterpart met in Paris. They shook hands. He smiled.",
        stages=STAGES,
    )
    linked = [link.mention for a in reading.actors for link in a.value.links]
    assert len(set(linked)) == len(linked)
    assert all(reading.find(i) is not None for i in linked)
    for a in reading.actors:
        assert all(reading.find(i) is not None for i in a.value.members)


def test_the_same_report_gives_the_same_actors(parse: Parse) -> None:
    text = "Kenya and Uganda met. Ugandan officials said they agreed. The two countries signed. He left."
    first, second = parse(text, stages=STAGES), parse(text, stages=STAGES)
    assert first.actors == second.actors


def test_a_counterpart_holds_the_same_office(parse: Parse) -> None:
    reading = parse(
        "Egyptian Foreign Minister Sameh Shoukry met his Saudi counterpart, Prince Faisal, in Cairo.", stages=STAGES
    )
    office = actor(reading, "Faisal").office
    assert office is not None
    assert (office.country, office.rank) == ("SAU", "foreign-minister")


def test_both_generals_are_the_two_generals_named(parse: Parse) -> None:
    reading = parse(
        "General Okello seized the barracks. General Lutwa fled. A bishop prayed. He urged both generals to talk.",
        stages=STAGES,
    )
    members = set(actor(reading, "both generals").members)
    assert [a.value.name for a in reading.actors if a.id in members] == ["Okello", "Lutwa"]


def test_his_prime_minister_is_of_his_country(parse: Parse) -> None:
    reading = parse("Kenyan President William Ruto stayed in Nairobi. His prime minister went to Juba.", stages=STAGES)
    assert actor(reading, "His prime minister").country == "KEN"


def test_two_powers_whose_officials_met_are_not_two_others_that_are_named(parse: Callable[..., Reading]) -> None:
    text = (
        "Secretary of State Antony Blinken met Russian Foreign Minister Sergei Lavrov and spoke about Ukraine. "
        "Russia attacked Ukraine last year. It was the first meeting of the two powers since then."
    )
    reading = parse(text, published="2023-03-03", stages=["regions", "mentions", "places", "coreference"])
    powers = next(a.value for a in reading.actors if a.value.name == "the two powers")
    assert not powers.members


def test_a_country_named_in_passing_is_nobodys_home(parse: Callable[..., Reading]) -> None:
    text = (
        "The comedian spoke on Monday. The candidate is kind of in the spirit of old Greek tyrants. "
        "He was asked about his show. The crowd laughed. It was late. The candidate won."
    )
    reading = parse(text, stages=["regions", "mentions", "places", "coreference"])
    assert all(a.value.country is None for a in reading.actors if a.value.kind == "person")


def test_he_is_nobody_who_is_named_behind_him_under_the_same_verb(parse: Parse) -> None:
    reading = parse(
        "Senator Pedro Ortega spoke in Ohio. Juan Rivas did not stay calm. Within minutes, he called Ortega a liar.",
        stages=STAGES,
    )
    assert words(reading, "Pedro Ortega") == ["Senator Pedro Ortega", "Ortega"]
    assert words(reading, "Juan Rivas") == ["Juan Rivas", "he"]


def test_their_is_of_the_subject_of_its_clause(parse: Parse) -> None:
    reading = parse(
        "Soldiers guarded the bridge on Monday. Farmers from the valley blocked the road with their tractors.",
        stages=STAGES,
    )
    assert words(reading, "Farmers from the valley") == ["Farmers from the valley", "their"]


def test_he_said_by_somebody_is_the_one_who_says_it(parse: Parse) -> None:
    reading = parse("Peter Okoye met Daniel Brandt. Later Brandt said he would resign.", stages=STAGES)
    assert words(reading, "Daniel Brandt")[-1] == "he"


def test_a_child_called_by_its_first_name_alone_has_a_gender(parse: Parse) -> None:
    reading = parse("Mark Lindner thanked Barbara. She smiled.", stages=STAGES)
    assert words(reading, "Barbara") == ["Barbara", "She"]


def test_their_in_a_relative_clause_is_of_its_noun(parse: Parse) -> None:
    reading = parse("The governor thanked villagers who opened their homes.", stages=STAGES)
    assert "their" in words(reading, "villagers")


def test_two_leaders_whom_the_parser_takes_for_one_are_two(parse: Parse) -> None:
    reading = parse(
        "Indian Prime Minister Manmohan Singh and Pakistani President Asif Ali Zardari met in Delhi.", stages=STAGES
    )
    assert actor(reading, "Manmohan Singh").country == "IND"
    assert actor(reading, "Asif Ali Zardari").country == "PAK"


def test_whoever_is_described_first_and_named_later_is_one(parse: Parse) -> None:
    reading = parse(
        "A climber from Peru reached the top. It was cold. The climber, Mario Quiroga, thanked his guide.",
        stages=STAGES,
    )
    assert actor(reading, "Mario Quiroga").country == "PER"


def test_a_spokesman_has_the_country_of_whom_he_speaks_for(parse: Parse) -> None:
    reading = parse(
        "Kenyan President Uhuru Kenyatta spoke in Oslo. Kenyatta's spokesman, Peter Okoye, denied it.", stages=STAGES
    )
    assert actor(reading, "Peter Okoye").country == "KEN"
