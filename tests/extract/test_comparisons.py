from collections.abc import Callable

import pytest

from dateline.model.diplomacy import Comparison
from dateline.model.reading import Reading
from dateline.ontology.landmarks import landmark_in, landmarks

Read = Callable[..., Reading]
MET = "Kenyan President William Ruto met Ugandan President Yoweri Museveni in Nairobi on Monday"


def the_comparison(reading: Reading) -> Comparison:
    (found,) = reading.comparisons
    return found.value


def point(found: Comparison) -> tuple[str, str] | None:
    """The first day that it counts from, and how that is known."""
    return (found.since.date.start, found.since.date.method) if found.since and found.since.date else None


@pytest.mark.parametrize(
    ("text", "kind", "since"),
    [
        (f"{MET}, the first meeting between the two since 2018.", "first", ("2018", "time")),
        (f"{MET} for the first time in five years.", "first", ("2018", "window")),
        (
            f"{MET}. It was the first time the two had met since a summit in Kampala in May 2021.",
            "first",
            ("2021-05", "time"),
        ),
        ("Peru and Chile held their highest-level talks since 2015 in Lima on Tuesday.", "highest", ("2015", "time")),
        ("The highest-level talks between Peru and Chile since 2015 began on Tuesday.", "highest", ("2015", "time")),
        (
            (
                "Russian President Vladimir Putin spoke with German Chancellor Olaf Scholz by phone on Friday for the "
                "first time since the invasion of Ukraine."
            ),
            "first",
            ("2022-02-24", "landmark"),
        ),
        (
            (
                "Egyptian Foreign Minister Sameh Shoukry visited Ankara on Monday in the first trip by an Egyptian "
                "foreign minister to Turkey in a decade."
            ),
            "first",
            ("2013", "window"),
        ),
        (
            (
                "Chilean Foreign Minister Antonia Urrejola arrived in Lima on Monday, the most senior Chilean official "
                "to visit Peru since 2018."
            ),
            "most-senior",
            ("2018", "time"),
        ),
        (
            f"{MET} and spoke about their border. The two presidents last met in Kampala in January 2022.",
            "last",
            ("2022-01", "event"),
        ),
        ("The presidents of Peru and Chile have not met since 2019.", "last", ("2019", "time")),
        ("Turkey bombed targets in Iraq for the first time since 2019.", "first", ("2019", "time")),
    ],
)
def test_a_report_sets_its_news_beside_the_past(
    read: Read, text: str, kind: str, since: tuple[str, str] | None
) -> None:
    found = the_comparison(read(text))
    assert found.kind == kind
    assert point(found) == since


def test_what_is_compared_is_the_contact_told_before_and_not_the_one_counted_from(read: Read) -> None:
    reading = read(
        "Norwegian Foreign Minister Anniken Huitfeldt met Chilean Foreign Minister Antonia Urrejola on Monday. It was "
        "the first time that Huitfeldt and Urrejola have spoken since a phone call last year."
    )
    found = the_comparison(reading)
    contacts = {c.id: c.value.form for c in reading.contacts}
    assert contacts[found.contact or ""] == "in-person"
    assert found.since is not None
    assert contacts[found.since.event or ""] == "phone"
    assert point(found) == ("2022", "event")


def test_the_words_say_which_form_alone_is_meant(read: Read) -> None:
    found = the_comparison(read("Peru and Chile held their highest-level face-to-face talks since 2015 on Tuesday."))
    assert found.form == "in-person"


def test_a_first_ever_is_compared_with_all_the_past(read: Read) -> None:
    found = the_comparison(
        read(
            "French President Emmanuel Macron visited Algeria on Thursday, the first-ever visit to the country by a "
            "French leader."
        )
    )
    assert (found.ever, found.since) == (True, None)


def test_the_day_of_the_news_is_no_point_to_count_from(read: Read) -> None:
    found = the_comparison(read("Peru and Chile held their highest-level talks since the border war on Tuesday."))
    assert found.since is not None
    assert found.since.date is None


def test_in_years_reaches_back_to_no_day(read: Read) -> None:
    found = the_comparison(read(f"{MET}, their first meeting in years."))
    assert found.since is not None
    assert found.since.time is not None
    assert found.since.date is None


@pytest.mark.parametrize(
    "text",
    [
        "Home prices rose for the first time since 2019.",
        f"{MET}. It was the first meeting of the session.",
        "The team won the cup for the first time in 20 years.",
        "The minister first met his wife in 1990.",
        "Unemployment in Chile is at its highest level since 2010, the president of Peru said.",
        f"{MET}. Prices have been at their highest since then.",
    ],
)
def test_what_compares_no_deed_of_the_report_is_left_out(read: Read, text: str) -> None:
    assert not read(text).comparisons


@pytest.mark.parametrize(
    ("words", "countries", "day", "name"),
    [
        ("Russia’s full-scale invasion of Ukraine", set(), "2023-03-02", "Russian invasion of Ukraine"),
        ("the war began", {"RUS", "UKR", "USA"}, "2023-03-02", "Russian invasion of Ukraine"),
        ("the end of the Cold War", set(), "2019", "Cold War"),
        ("the war", {"RUS", "USA"}, "2023-03-02", None),
        ("the war", {"RUS", "UKR"}, "2019-03-02", None),
        ("the election", {"RUS", "UKR"}, "2023-03-02", None),
    ],
)
def test_a_landmark_is_known_by_its_words_or_by_its_countries(
    words: str, countries: set[str], day: str, name: str | None
) -> None:
    found = landmark_in(words, countries=countries, day=day)
    assert (found.name if found else None) == name


def test_no_two_landmarks_share_their_words() -> None:
    words = [w.lower() for mark in landmarks() for w in mark.words]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "visited", "told"),
    [
        (
            (
                "Chilean Foreign Minister Antonia Urrejola arrived in Lima on Monday, the most senior Chilean official "
                "to visit Peru since 2018."
            ),
            "PER",
            False,
        ),
        (
            (
                "Kenyan Prime Minister Raila Odinga met Ugandan President Yoweri Museveni in Kampala on Monday. He is "
                "the most senior Kenyan official to visit Uganda since 2015."
            ),
            "UGA",
            True,
        ),
        (
            (
                "Japanese Defence Minister Taro Kato visited Fiji on Monday as the most senior Japanese official to "
                "travel to the islands since 2010."
            ),
            "FJI",
            True,
        ),
    ],
)
def test_a_most_senior_visitor_has_a_host(read: Read, text: str, visited: str, told: bool) -> None:
    reading = read(text)
    found = the_comparison(reading)
    countries = [a.value.country for i in found.who if (a := reading.find(i))]
    assert countries[1:] == [visited]
    assert (found.contact is not None) == told
