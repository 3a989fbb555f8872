"""Event places: the place of each event, not of its topic, its sides or its source."""

import pytest

STAGES = ["regions", "places", "predicates", "event-places"]


@pytest.fixture
def place_of(parse):
    def find(text, lemma, **more):
        reading = parse(text, stages=STAGES, **more)
        predicate = next(p for p in reading.predicates if p.value.lemma == lemma)
        found = [a for a in reading.layer("event-place") if a.value.predicate == predicate.id]
        assert len(found) <= 1
        return found[0].value if found else None

    return find


@pytest.mark.parametrize(
    ("text", "lemma", "name"),
    [
        ("Gunmen killed five people in Karachi on Monday.", "kill", "Karachi"),
        ("A bomb exploded near the city of Homs, Syria.", "explode", "Homs"),
        ("In Nairobi, thousands of students marched against the law.", "march", "Nairobi"),
        ("Rebels captured Goma on Tuesday.", "capture", "Goma"),
        ("Troops patrolled the streets of Banda Aceh.", "patrol", "Banda Aceh"),
    ],
)
def test_an_event_has_the_place_that_its_words_give(place_of, text, lemma, name):
    place = place_of(text, lemma)
    assert place.name == name
    assert place.latitude is not None


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Washington warned Iran on Friday.", "warn"),
        ("The British minister resigned.", "resign"),
        ("Police detained twelve people.", "detain"),
    ],
)
def test_an_event_without_a_place_has_none(place_of, text, lemma):
    assert place_of(text, lemma) is None


def test_the_place_says_whose_it_is_and_where_it_stands(parse):
    text = "Gunmen killed five people in Karachi on Monday."
    reading = parse(text, stages=STAGES)
    [found] = reading.layer("event-place")
    assert found.span.of(text) == "Karachi"
    assert reading.find(found.value.predicate).value.lemma == "kill"
    assert (found.value.country, found.value.precision, found.value.method) == ("PAK", "city", "adjunct")


def test_a_place_is_carried_within_a_paragraph_only(place_of):
    text = "A bomb killed ten soldiers in Mogadishu on Sunday.{}The blast destroyed two houses."
    carried = place_of(text.format(" "), "destroy")
    assert (carried.name, carried.method) == ("Mogadishu", "carried")
    assert place_of(text.format("\n\n"), "destroy") is None


def of_lemma(reading, lemma):
    predicate = next(p for p in reading.predicates if p.value.lemma.split()[-1] == lemma)
    found = reading.of_predicate("event-place", predicate.id)
    return found.value if found else None


def test_whoever_met_somebody_in_a_town_spoke_there_that_day(read):
    reading = read(
        "Kenyan Foreign Minister Alfred Mutua met Ugandan Foreign Minister Jeje Odongo in Kampala on Thursday.\n\n"
        "Mutua thanked the Ugandan army for its help."
    )
    place = of_lemma(reading, "thank")
    assert (place.name, place.method) == ("Kampala", "carried")


@pytest.mark.parametrize(
    "then",
    [
        "On Wednesday, Mutua accused Somalia of smuggling.",  # another day
        "Russia accused Somalia of smuggling.",  # a state is everywhere
        "Ethiopian Prime Minister Abiy Ahmed accused Somalia of smuggling.",  # somebody else
    ],
)
def test_what_another_says_or_on_another_day_was_not_said_there(read, then):
    reading = read(f"Kenyan Foreign Minister Alfred Mutua met local officials in Kampala on Thursday.\n\n{then}")
    assert of_lemma(reading, "accuse") is None


def test_several_agree_where_they_met_if_there_is_one_such_place(read):
    first = "Kenyan Foreign Minister Alfred Mutua met Ugandan Foreign Minister Jeje Odongo in Kampala on Thursday.\n\n"
    then = "The two ministers agreed on a new road."
    assert of_lemma(read(first + then), "agree").name == "Kampala"
    other = "Tanzanian President Samia Hassan met Rwandan President Paul Kagame in Kigali on Thursday.\n\n"
    assert of_lemma(read(first + other + then.replace("The two ministers", "Ten nations")), "agree") is None


@pytest.mark.parametrize(
    ("text", "lemma", "name"),
    [
        ("Ruto flew on Monday to Kampala, where he met the president.", "meet", "Kampala"),
        ("Ruto made an official visit to Kampala on Monday.", "official visit", "Kampala"),
    ],
)
def test_where_one_went_and_where_one_met_is_the_place(place_of, text, lemma, name):
    assert place_of(text, lemma).name == name


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Norway accused the rebels of shelling a market in Goma.", "accuse"),
        ("The minister denied that soldiers had burned houses in Bamako.", "deny"),
        ("Norway condemned the raid in Goma.", "condemn"),
    ],
)
def test_the_place_of_what_is_said_is_not_that_of_saying_it(place_of, text, lemma):
    assert place_of(text, lemma) is None
