"""What looks like an act and is none: moods of a public, figures of speech, matters within one house."""

import re
from collections.abc import Callable

import pytest

from dateline.extract.claims.explain import why_not
from dateline.extract.claims.stage import Claims
from dateline.extract.claims.typer import RuleTyper
from dateline.model.claim import Claim
from dateline.model.reading import Reading
from dateline.registry import STAGES

NEEDED = list(STAGES)[: list(STAGES).index("claims") + 1]
Parse = Callable[..., Reading]


def claims(parse: Parse, text: str) -> list[Claim]:
    """What the rules alone make of a text, so that no probability hides what they get wrong."""
    return [a.value for a in Claims(RuleTyper())(parse(text, stages=NEEDED[:-1]))]


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("Most voters support President Obiang of Equatorial Guinea.", []),
        ("The trade unions of Ghana support President Mahama of Ghana.", ["SUPPORT"]),
        ("The White House blasted Republicans in Congress on Monday.", []),
        ("Israeli jets blasted the Syrian army on Monday.", ["ASSAULT"]),
        ("Japanese Prime Minister Shinzo Abe did not reject the Chinese proposal.", []),
        ('"Lock up the Polish president!" the crowd shouted.', []),
        ("President Barack Obama toured Ohio on Monday.", []),
        ("President Barack Obama visited Kenya on Monday.", ["CONSULT"]),
        ("The Supreme Court sided with the American government on Monday.", []),
        ("Russian President Vladimir Putin left office in May.", []),
        ("Russian President Vladimir Putin resigned in May.", ["RETREAT"]),
        ("The Israeli army fought a war on drugs.", []),
        ("The French president called the Italian elections a farce.", []),
        ("Thousands of fans of the Kenyan president sat in a circle on Monday.", []),
        ("President Mahama of Ghana ordered his staff to leave.", []),
        ("Supporters of President Mahama of Ghana rallied around him on Monday.", []),
        ("His mother refused to teach the Kenyan president Swahili.", []),
        ("The Kenyan president defended his position of not meeting Ugandan ministers.", []),
        ("The Kenyan president wondered whether to arm the Somali rebels.", []),
        ("The Kenyan president said he would not let his committee meet.", []),
        ("Senator Rosa Vega of the United States, captured by a philosophy, spoke.", []),
        ("The Kenyan president committed the offence of supporting Uganda.", []),
        ("The Kenyan minister resigned, and then the Ugandan president accused them of theft.", ["RETREAT"]),
        ("Parliament discussed the Kenyan government's strategy for fighting the Somali rebels.", []),
        ("The Kenyan government is fighting the Somali rebels.", ["ASSAULT"]),
        ("The former Kenyan president was held responsible for the debts.", []),
        ("The former Kenyan president was held by Ugandan police.", ["COERCE"]),
        ("The Kenyan police prevented a demonstration staged by students in Mombasa.", ["COERCE"]),
        ("Kenya has hired men capable of launching a cyber attack on Uganda.", []),
        ("Kenya is willing to send weapons to help defend Uganda.", ["AGREE"]),
        ("The Kenyan army turned down her request for soldiers.", []),
        ("The Kenyan minister turned down the Ugandan request for soldiers.", ["REJECT"]),
        ("The Kenyan government rejects the charge that the trials were political.", []),
        ("A spokesman of the Kenyan president refused to say whether he would meet the Ugandan president.", []),
        ("Kenyan and Somali troops exchanged fire, leaving a Kenyan soldier dead.", ["ASSAULT"]),
        ('The Kenyan president called Ugandan President Yoweri Museveni "the best friend I have".', []),
        ("The Kenyan president called Ugandan President Yoweri Museveni.", ["CONSULT"]),
        ("Kenyan ministers pummelled the Ugandan government for delaying the sale of missiles.", []),
        ("Monitors say that Uganda has yet to cut its ties with the rebels.", []),
        ("The Kenyan foreign minister offered his resignation.", []),
        ("The Kenyan foreign minister handed in his resignation.", ["RETREAT"]),
        ("Kenya summoned its ambassador home from Somalia.", []),
        ("Kenya summoned the Somali ambassador.", ["ACCUSE"]),
        ("Senator Cory Booker is expected to support Hillary Clinton in November.", []),
    ],
)
def test_an_act_is_kept_and_what_only_looks_like_one_is_not(parse: Parse, sentence: str, kept: list[str]) -> None:
    assert [c.type for c in claims(parse, sentence)] == kept


def test_talks_that_are_being_held_are_no_plan(parse: Parse) -> None:
    (claim,) = claims(parse, "Peru is conducting trade talks with Chile.")
    assert (claim.type, claim.status, len(claim.actors)) == ("CONSULT", "ongoing", 2)


def test_who_stands_for_a_person_and_not_for_the_body_named_last(parse: Parse) -> None:
    text = "Rosa Vega, a minister in the Correa administration who has endorsed President Moreno of Ecuador, spoke."
    (side,) = claims(parse, text)[0].actors
    assert side.mention.of(text) == "a minister"


def test_a_deal_about_a_country_is_not_of_its_making(parse: Parse) -> None:
    (claim,) = claims(parse, "Saudi Arabia opposed the Iran deal.")
    assert claim.type == "REJECT"
    assert not claim.recipients


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya renewed calls for Somalia to hand over the fishermen.", "Somalia"),
        ("In her criticism of Prime Minister Orban's speech, German Chancellor Merkel was clear.", "Orban"),
    ],
)
def test_to_whom_it_is_said_is_found_within_the_phrase(parse: Parse, text: str, wanted: str) -> None:
    (claim,) = claims(parse, text)
    assert any(wanted in s.mention.of(text) for s in claim.recipients)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Japan has lifted the sanctions imposed on India and Pakistan.", {"IND", "PAK"}),
        ("A Taliban suicide bomber killed 15 Afghan army trainees.", {"AFG"}),
        ("Germany is providing assistance to help people in Somalia.", {"SOM"}),
        ("The Lebanese government complained to the United Nations over Israeli flights.", {"ISR"}),
        ("The United States conducted air strikes on Islamic State targets.", {"IMG"}),
        ("Rwanda rejected the possibility of a Ugandan military intervention.", {"UGA"}),
    ],
)
def test_whoever_stands_further_from_the_verb_is_found(parse: Parse, text: str, wanted: set[str]) -> None:
    (claim,) = claims(parse, text)
    assert {s.country for s in claim.recipients} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Abbas, the Palestinian president, vowed not to resume negotiations with Israel.", ("REJECT", "happened")),
        ("Russian officials arranged talks between Georgia and Ukraine for tomorrow.", ("AGREE", "planned")),
        ("Egypt hailed its decision not to arrest the Libyan minister.", ("COERCE", "denied")),
        ("Protesters in Nairobi blocked a road in a march against the Kenyan government.", ("PROTEST", "happened")),
        ("Bosnia and Slovenia agreed to a truce after two days of fighting.", ("AGREE", "happened")),
        ("Chinese hackers tried to hack into the computers of the Indian ministry.", ("COERCE", "happened")),
    ],
)
def test_what_the_words_around_make_of_an_act(parse: Parse, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in [(c.type, c.status) for c in claims(parse, text)]


def test_why_not_names_the_doubt(parse: Parse) -> None:
    reading = parse("Most voters support President Obiang of Equatorial Guinea.", stages=NEEDED)
    (finding,) = why_not(reading, 0)
    assert (finding.code, "what a public thinks is no act" in finding.message) == ("dropped", True)


def test_where_an_attack_was_nobody_has_killed(parse: Parse) -> None:
    found = claims(parse, "The attacks in Somalia killed four Kenyan soldiers on Monday.")
    assert [(c.type, c.actors) for c in found] == [("ASSAULT", ())]


def test_why_not_says_how_improbable_it_was(parse: Parse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.extract.claims.candidates._LEAST", 0.99)
    reading = parse("Canada imposed sanctions on Belarus.", stages=NEEDED)
    found = {f.code: f.message for f in why_not(reading, 0)}
    told = r"'imposed sanctions' could be SANCTION, but its probability is 0\.\d\d, below 0\.99"
    assert re.search(told, found["improbable"])
