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
