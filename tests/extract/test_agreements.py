from collections.abc import Callable

import pytest

from dateline.model.reading import Reading
from dateline.ontology.agreements import ACTS, known_agreements

Read = Callable[..., Reading]


def acts(reading: Reading) -> dict[str, list[tuple[str, list[str]]]]:
    """What was done, by the agreement's name: the act and the names of those who did it."""
    return {
        a.value.name: [
            (act.act, [found.value.name for i in act.by if (found := reading.find(i))]) for act in a.value.acts
        ]
        for a in reading.agreements
    }


@pytest.mark.parametrize(
    ("text", "name", "act", "by"),
    [
        (
            "Kenya's parliament ratified the trade agreement on Tuesday.",
            "trade agreement",
            "ratified",
            "Kenya's parliament",
        ),
        (
            "Iran suspended its participation in the Non-Proliferation Treaty.",
            "Non-Proliferation Treaty",
            "suspended",
            "Iran",
        ),
        (
            "The United States withdrew from the Open Skies Treaty in November.",
            "Open Skies Treaty",
            "withdrawn",
            "United States",
        ),
        ("Turkey rejected a ceasefire proposal on Monday.", "ceasefire proposal", "rejected", "Turkey"),
        ("India and Pakistan signed the Indus Waters Treaty in 1960.", "Indus Waters Treaty", "signed", "India"),
        ("Mali has repeatedly violated the truce, Algeria said.", "truce", "violated", "Mali"),
    ],
)
def test_an_act_on_an_agreement_names_the_thing_and_who_did_it(
    read: Read, text: str, name: str, act: str, by: str
) -> None:
    found = acts(read(text))
    assert [(a, who[0]) for a, who in found[name]] == [(act, by)]


@pytest.mark.parametrize(
    "text",
    [
        "Russia refused to sign the ceasefire agreement.",
        "Ukraine would sign a peace treaty if Russia withdrew.",
        "The European Union urged Iran to ratify the treaty.",
        "The minister said in a statement that nothing had been decided.",
        "The club signed a sponsorship deal with the airline.",
    ],
)
def test_what_was_not_done_or_is_no_agreement_between_states_gives_no_act(read: Read, text: str) -> None:
    assert not [a for a in read(text).agreements for act in a.value.acts if act.act in ("signed", "ratified")]


def test_one_treaty_under_two_names_is_one_agreement(read: Read) -> None:
    reading = read(
        "The United States left the Joint Comprehensive Plan of Action in 2018.\n\n"
        "Iran violated the 2015 nuclear deal in 2019."
    )
    (agreement,) = reading.agreements
    assert agreement.value.name == "Iran nuclear deal"
    assert [a.act for a in agreement.value.acts] == ["withdrawn", "violated"]


def test_known_agreements_have_one_owner_for_each_name() -> None:
    names = [n for a in known_agreements() for n in {a.name, *a.aliases}]
    assert len(names) == len(set(names))


def test_there_are_ten_acts() -> None:
    assert len(ACTS) == len(set(ACTS)) == 10


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway brokered the ceasefire last year.", "negotiated"),
        ("The trade agreement came into force in February.", "in-force"),
        ("The ceasefire agreement took effect on Monday.", "in-force"),
        ("Poland refused to sign the migration pact on Monday.", "rejected"),
        ("Chad and Libya signed the border treaty in 1998.", "signed"),
    ],
)
def test_acts_show_under_light_verbs_and_refusals(read: Read, text: str, act: str) -> None:
    assert [a.act for found in read(text).agreements for a in found.value.acts] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "The presidents of Peru and Chile will meet in Lima to sign a peace treaty.",
        "The peace treaty has yet to be signed.",
        "The peace treaty will take effect once Peru has ratified it.",
        "Two banks signed a settlement agreement on Monday.",
    ],
)
def test_what_is_still_to_come_or_between_firms_is_no_act(read: Read, text: str) -> None:
    assert not read(text).agreements


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Sudan and Egypt signed a treaty on the waters of the Nile on Monday.", "the waters of the Nile"),
        ("China and Nepal signed a memorandum of understanding on railways.", "railways"),
        ("Ethiopia and Eritrea signed an agreement to end their border war on Monday.", "end their border war"),
        ("Chad and Niger signed an agreement to end their two-year war on Monday.", "end their two-year war"),
        ("Kenya and Uganda signed a fisheries agreement on Monday.", "fisheries"),
        ("Ghana and Togo signed a 60-day ceasefire on Friday.", None),
        ("Ghana and Togo signed a ceasefire agreement on Friday.", None),
        ("Peru and Chile signed a treaty on Monday.", None),
        ("Chad rejected the draft resolution on Friday.", None),
    ],
)
def test_the_words_say_what_an_agreement_is_about(read: Read, text: str, subject: str | None) -> None:
    reading = read(text)
    (agreement,) = reading.agreements
    found = agreement.value.subject
    assert (found.of(reading.text) if found else None) == subject


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        (
            "The treaty, which Peru and Chile signed in 2019, limits each to 1,200 tanks and 90 deployed missiles.",
            [("at-most", 1200, "tanks"), ("at-most", 90, "missiles")],
        ),
        (
            "Kenya and Uganda signed a fisheries agreement on Monday that caps the catch at 2.5 million tonnes.",
            [("at-most", 2_500_000, "tonnes")],
        ),
        (
            "Under the accord, which Peru and Chile signed in 2019, neither may station more than 500 soldiers there.",
            [("at-most", 500, "soldiers")],
        ),
        (
            "Peru and Chile signed a five-year trade deal on Monday. It requires both to cut tariffs by 30 percent.",
            [("lasting", 5, "years"), ("reduction", 30, "percent")],
        ),
        (
            "Peru and Chile signed an agreement on Saturday under which Lima will cut its troops to 8,600.",
            [("at-most", 8600, "troops")],
        ),
        ("Ghana and Togo signed a 60-day ceasefire on Friday.", [("lasting", 60, "days")]),
        ("Sudan extended the truce for 12 days on Saturday.", [("lasting", 12, "days")]),
        (
            "Ghana ratified the treaty on Friday. The treaty requires at least 15 members.",
            [("at-least", 15, "members")],
        ),
    ],
)
def test_limits_have_their_numbers_and_units(read: Read, text: str, limits: list[tuple[str, float, str]]) -> None:
    (agreement,) = read(text).agreements
    assert [(found.kind, found.min, found.unit) for found in agreement.value.limits] == limits


@pytest.mark.parametrize(
    "text",
    [
        "Peru signed the treaty on Monday after 14 hours of talks with 20 officials.",
        "The army broke the truce on Monday. It had held for ten days.",
        "Peru signed the treaty on Monday. Chile limits visas to 500 a month.",
    ],
)
def test_other_numbers_are_no_limits(read: Read, text: str) -> None:
    (agreement,) = read(text).agreements
    assert agreement.value.limits == ()


def test_how_long_it_holds_is_no_part_of_its_name(read: Read) -> None:
    (agreement,) = read("Ghana and Togo signed a 60-day ceasefire on Friday.").agreements
    assert agreement.value.name == "ceasefire"
