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
