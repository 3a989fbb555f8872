from collections.abc import Callable

import pytest

from dateline.extract.contacts.people import rank_of_group
from dateline.model.diplomacy import Contact
from dateline.model.reading import Reading

Read = Callable[..., Reading]


def the_contact(reading: Reading) -> Contact:
    (contact,) = reading.contacts
    return contact.value


def countries(contact: Contact) -> set[str | None]:
    return {p.country for p in contact.participants}


@pytest.mark.parametrize(
    ("text", "status", "form", "level", "who"),
    [
        (
            "Kenyan Foreign Minister Alfred Mutua met Ugandan Foreign Minister Jeje Odongo in Kampala on Monday.",
            "happened",
            "in-person",
            "foreign-minister",
            {"KEN", "UGA"},
        ),
        (
            "French President Emmanuel Macron spoke by phone with Turkish President Recep Tayyip Erdogan on Friday.",
            "happened",
            "phone",
            "head-of-state",
            {"FRA", "TUR"},
        ),
        (
            "Chinese President Xi Jinping will visit Brazilian President Lula da Silva in Brasilia next week.",
            "planned",
            "in-person",
            "head-of-state",
            {"CHN", "BRA"},
        ),
        (
            "British Prime Minister Rishi Sunak hosted Ukrainian President Volodymyr Zelensky in London on Wednesday.",
            "happened",
            "in-person",
            "head-of-government",
            {"GBR", "UKR"},
        ),
        (
            "U.S. President Joe Biden cancelled a meeting with Russian President Vladimir Putin in Geneva.",
            "cancelled",
            "in-person",
            "head-of-state",
            {"USA", "RUS"},
        ),
    ],
)
def test_a_contact_has_its_status_form_level_and_sides(
    read: Read, text: str, status: str, form: str, level: str, who: set[str]
) -> None:
    contact = the_contact(read(text))
    assert (contact.status, contact.form, contact.level, countries(contact)) == (status, form, level, who)


def test_who_visits_is_the_visitor_and_who_receives_the_host(read: Read) -> None:
    reading = read("Indian Prime Minister Narendra Modi visited French President Emmanuel Macron in Paris on Thursday.")
    roles = {p.country: p.role for p in the_contact(reading).participants}
    assert roles == {"IND": "visitor", "FRA": "host"}


def test_a_contact_on_the_sidelines_names_the_forum(read: Read) -> None:
    reading = read(
        "Egyptian Foreign Minister Sameh Shoukry met Turkish Foreign Minister Mevlut Cavusoglu on the sidelines of the "
        "Antalya Diplomacy Forum on Friday."
    )
    contact = the_contact(reading)
    assert contact.setting == "sidelines"
    assert contact.forum == "Antalya Diplomacy Forum"


def test_two_sentences_on_one_meeting_are_one_contact_with_the_ministers_and_the_place(read: Read) -> None:
    reading = read(
        "Japan and South Korea held talks on Monday.\n\nJapanese Foreign Minister Yoshimasa Hayashi met South Korean "
        "Foreign Minister Park Jin in Tokyo on Monday."
    )
    contact = the_contact(reading)
    assert contact.level == "foreign-minister"
    assert contact.place is not None
    assert contact.place.name == "Tokyo"


def test_an_earlier_meeting_is_another_contact(read: Read) -> None:
    reading = read(
        "Japanese Foreign Minister Yoshimasa Hayashi met South Korean Foreign Minister Park Jin in Tokyo on Monday.\n\n"
        "Hayashi and Park last met in Munich in February 2022."
    )
    dates = sorted(c.value.date.start for c in reading.contacts if c.value.date)
    assert [d[:7] for d in dates] == ["2022-02", "2023-02"]


def test_talking_to_the_press_is_no_contact(read: Read) -> None:
    assert not read("French President Emmanuel Macron spoke to reporters in Paris on Monday.").contacts


def test_meeting_a_target_is_no_contact(read: Read) -> None:
    assert not read("Germany met its climate targets last year, Chancellor Olaf Scholz said on Monday.").contacts


def test_a_call_since_which_nobody_spoke_is_a_contact_of_its_own(read: Read) -> None:
    reading = read(
        "Norwegian Foreign Minister Anniken Huitfeldt met Chilean Foreign Minister Antonia Urrejola on Monday.\n\n"
        "Huitfeldt and Urrejola had not spoken since a phone call last year."
    )
    assert {(c.value.form, c.value.date.start[:4]) for c in reading.contacts if c.value.date} == {
        ("in-person", "2023"),
        ("phone", "2022"),
    }


def test_the_two_are_those_told_of_before(read: Read) -> None:
    reading = read(
        "Kenyan President William Ruto met Ugandan President Yoweri Museveni in Nairobi in January.\n\n"
        "The two spoke by phone on Wednesday."
    )
    assert [(c.value.form, countries(c.value)) for c in reading.contacts] == [
        ("in-person", {"KEN", "UGA"}),
        ("phone", {"KEN", "UGA"}),
    ]


def test_the_meeting_on_whose_sidelines_others_met_is_a_contact_of_its_body(read: Read) -> None:
    reading = read(
        "Egyptian Foreign Minister Sameh Shoukry met Turkish Foreign Minister Mevlut Cavusoglu on the sidelines of the "
        "African Union summit in Nairobi on Friday."
    )
    assert sorted(c.value.setting for c in reading.contacts) == ["multilateral", "sidelines"]
    whole = next(c for c in reading.contacts if c.value.setting == "multilateral")
    assert whole.value.forum == "African Union"
    assert "summit in Nairobi" in whole.span.of(reading.text)


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian President Dina Boluarte called for an end to the protests in Chile on Monday.",
        "The president of Ghana met farmers in Tamale on Wednesday.",
        "Iran's leaders urged Iraq's prime minister to meet the president of Turkey.",
        "French President Emmanuel Macron has never met Ghanaian President John Mahama, officials said on Monday.",
        "City officials held a meeting on Tuesday.",
    ],
)
def test_what_only_sounds_like_a_contact_is_none(read: Read, text: str) -> None:
    assert not read(text).contacts


def test_a_call_is_nowhere(read: Read) -> None:
    reading = read(
        "Kenyan President William Ruto and Ugandan President Yoweri Museveni last met in Kampala in January and spoke "
        "by phone on Feb. 15."
    )
    places = {c.value.form: c.value.place.name if c.value.place else None for c in reading.contacts}
    assert places == {"in-person": "Kampala", "phone": None}


@pytest.mark.parametrize(
    ("text", "duration", "words"),
    [
        (
            "Peruvian President Ana Luna and Chilean President Juan Mora held a two-hour meeting in Lima.",
            "PT2H",
            "two-hour",
        ),
        ("The foreign ministers of Japan and Fiji spoke by phone for 40 minutes on Friday.", "PT40M", "40 minutes"),
        ("Talks between Serbia and Kosovo lasted two days and ended on Friday in Brussels.", "P2D", "two days"),
        (
            "Greek and Turkish officials held talks in Athens. The meeting lasted about four hours.",
            "PT4H",
            "four hours",
        ),
        (
            "Brazilian President Luiz Prado flew to Beijing for three days of talks with Chinese President Xi Jinping.",
            "P3D",
            "three days",
        ),
    ],
)
def test_how_long_a_contact_lasted(read: Read, text: str, duration: str, words: str) -> None:
    reading = read(text)
    found = the_contact(reading).duration
    assert found is not None
    assert (found.value, found.span.of(reading.text)) == (duration, words)


@pytest.mark.parametrize(
    "when", ["two days after a vote", "for the first time in five years", "within ten days of the raid"]
)
def test_other_stretches_of_time_are_no_duration(read: Read, when: str) -> None:
    reading = read(f"Kenyan President William Ruto met Ugandan President Yoweri Museveni in Nairobi {when}.")
    assert the_contact(reading).duration is None


@pytest.mark.parametrize(
    ("place", "roles"),
    [
        ("in Nairobi", {"KEN": "host", "UGA": "visitor"}),
        ("in Kampala", {"KEN": "visitor", "UGA": "host"}),
        ("in Geneva", {"KEN": None, "UGA": None}),
        ("on the sidelines of a summit in Nairobi", {"KEN": None, "UGA": None}),
        ("by phone", {"KEN": None, "UGA": None}),
    ],
)
def test_who_meets_the_other_at_home_hosts_him(read: Read, place: str, roles: dict[str, str | None]) -> None:
    verb = "spoke with" if place == "by phone" else "met"
    reading = read(f"Kenyan President William Ruto {verb} Ugandan President Yoweri Museveni {place} on Monday.")
    assert {p.country: p.role for p in the_contact(reading).participants} == roles


@pytest.mark.parametrize(
    ("words", "lemma", "rank"),
    [
        ("the leaders of the two countries", "leader", "head-of-government"),
        ("young leaders", "leader", None),
        ("opposition leaders", "leader", None),
        ("foreign ministers", "minister", "foreign-minister"),
    ],
)
def test_leaders_of_the_young_lead_no_government(words: str, lemma: str, rank: str | None) -> None:
    assert rank_of_group(words, lemma) == rank
