"""Sides that stand elsewhere in the sentence than beside the verb, and words that look like a side and are none."""

from collections.abc import Callable

import pytest

from dateline.extract.claims.stage import Claims
from dateline.extract.claims.typer import RuleTyper
from dateline.model.claim import Claim
from dateline.model.reading import Reading
from dateline.registry import STAGES

NEEDED = list(STAGES)[: list(STAGES).index("claims") + 1]
Parse = Callable[..., Reading]


def sides(claim: Claim, text: str) -> tuple[list[str], list[str]]:
    return [s.mention.of(text) for s in claim.actors], [s.mention.of(text) for s in claim.recipients]


def claims(parse: Parse, text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    """The sides of all claims of a type, by the rules alone: no probability hides what they get wrong."""
    reading = parse(text, stages=NEEDED[:-1])
    return [sides(a.value, reading.text) for a in Claims(RuleTyper())(reading) if a.value.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # Whoever a thing belongs to that is criticised.
        (
            "Senator Ann Vale, who has backed Mr. Orlov and criticised his campaign, spoke.",
            "ACCUSE",
            ["Senator Ann Vale"],
            ["Mr. Orlov"],
        ),
        (
            "Senator Ann Vale criticised parts of the plan that President Orlov announced on Sunday.",
            "ACCUSE",
            ["Senator Ann Vale"],
            ["President Orlov"],
        ),
        # A name that follows its description; a name before a noun.
        (
            "Senator Ann Vale criticised the big winner of the night: President Boris Orlov.",
            "ACCUSE",
            ["Senator Ann Vale"],
            ["President Boris Orlov"],
        ),
        (
            "The Orlov campaign accused Senator Ann Vale of lying. President Boris Orlov was away.",
            "ACCUSE",
            ["Orlov campaign"],
            ["Senator Ann Vale"],
        ),
        (
            "Senator Ann Vale agreed to the Orlov demand. President Boris Orlov was away.",
            "CONCEDE",
            ["Senator Ann Vale"],
            ["Orlov"],
        ),
        (
            "Senator Ann Vale urged the rest of the ruling party to unite.",
            "REQUEST",
            ["Senator Ann Vale"],
            ["the ruling party"],
        ),
        # The doer that the parser hangs elsewhere.
        (
            "The general, a former spy chief, was sentenced to two years in prison by a federal court.",
            "SANCTION",
            ["a federal court"],
            ["The general"],
        ),
        (
            "Some ministers were angry at President Orlov for agreeing to the debate.",
            "AGREE",
            ["President Orlov"],
            [],
        ),
        (
            "The Security Council imposed sanctions on Eritrea for providing weapons to rebels of Somalia.",
            "AID",
            ["Eritrea"],
            ["rebels of Somalia"],
        ),
        (
            "In Kenya, President Erdogan repeated his request that the United States extradite the cleric.",
            "REQUEST",
            ["President Erdogan"],
            ["the United States"],
        ),
        (
            "Senator Ann Vale was criticised by party leader and former foreign minister Boris Orlov of Kenya.",
            "ACCUSE",
            ["former foreign minister Boris Orlov of Kenya"],
            ["Senator Ann Vale"],
        ),
        (
            "Anwar al-Awlaki, a leader of al-Qaeda, was killed in a U.S. drone strike.",
            "ASSAULT",
            ["U.S."],
            ["Anwar al-Awlaki"],
        ),
        (
            "Chadians protested the government of Niger for selling weapons to Libya.",
            "COOPERATE",
            ["the government of Niger"],
            ["Libya"],
        ),
        (
            "Nobody won a state and Orlov sharply condemned Senator Ann Vale. President Boris Orlov was away.",
            "ACCUSE",
            ["Orlov"],
            ["Senator Ann Vale"],
        ),
        # Those for whom a pronoun stands.
        (
            "During their phone call, President Obama and President Hollande praised Mali.",
            "CONSULT",
            ["President Obama", "President Hollande"],
            [],
        ),
        (
            "The leaders of Kenya, Uganda and Rwanda spoke on trade. As they met in Kampala, Senator Vale was away.",
            "CONSULT",
            ["Kenya", "Uganda", "Rwanda"],
            [],
        ),
        ("Nurses joined the protest of Boris Orlov's visit to Kenya.", "PROTEST", ["Nurses"], ["Boris Orlov"]),
    ],
)
def test_a_side_is_found_where_the_sentence_names_it(
    parse: Parse, text: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    assert (actors, recipients) in claims(parse, text, kind)


def test_what_a_claim_says_of_it_is_said_of_whoever_claims(parse: Parse) -> None:
    text = "The White House checked figures after Pakistan's claim that it had successfully tested a missile."
    reading = parse(text, stages=NEEDED)
    assert [[s.country for s in a.value.actors] for a in reading.claims if a.value.type == "MOBILIZE"] == [["PAK"]]


def test_a_courts_no_to_a_plea_is_kept_and_its_ruling_is_not(parse: Parse) -> None:
    assert claims(parse, "The Supreme Court of Kenya rejected the appeal.", "REJECT") != []
    assert claims(parse, "The Supreme Court of Kenya dismissed the complaint.", "REJECT") == []


def test_an_apology_told_twice_is_to_the_same_person(parse: Parse) -> None:
    text = "Senator Ann Vale apologised to Boris Orlov. The apology by Ann Vale came late."
    assert {tuple(found) for _, found in claims(parse, text, "CONCEDE")} == {("Boris Orlov",)}


def test_a_discussion_at_a_meeting_is_no_second_meeting(parse: Parse) -> None:
    text = "Boris Orlov met the Mexican president and discussed the issues between our two countries."
    assert len(claims(parse, text, "CONSULT")) == 1


def test_two_of_one_country_who_do_the_same_have_done_two_things(parse: Parse) -> None:
    text = "Senator Vale of Kenya endorsed President Orlov of Kenya. Senator Reed of Kenya endorsed President Orlov."
    assert [actors for actors, _ in claims(parse, text, "SUPPORT")] == [
        ["Senator Vale of Kenya"],
        ["Senator Reed of Kenya"],
    ]


def test_talks_that_failed_were_held_and_a_deal_agreed_on_is_made(parse: Parse) -> None:
    for text, kind in (
        ("Ministers welcomed the failure of the talks between Israel and Hamas.", "CONSULT"),
        ("Canada and France recently agreed to a trade agreement.", "AGREE"),
        ("The European Union and Canada have agreed on the draft text of a trade deal.", "AGREE"),
        ("President Orlov of Kenya announced the deal with Ugandan ministers on Monday.", "AGREE"),
    ):
        found = [a.value.status for a in parse(text, stages=NEEDED).claims if a.value.type == kind]
        assert found == ["happened"], text


def test_of_a_meeting_told_twice_the_ones_in_office_are_kept(parse: Parse) -> None:
    text = (
        "Kenyan and Ugandan officials met in Kampala. President Ruto of Kenya met President Museveni of Uganda there."
    )
    assert claims(parse, text, "CONSULT") == [(["President Ruto of Kenya", "President Museveni of Uganda"], [])]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # Criticised is a thing of nobody.
        ("President Orlov decried the cost of living.", "ACCUSE"),
        ("Senator Ann Vale railed against the power of money.", "ACCUSE"),
        # Whoever they are, they have no name.
        ("A minister thanked those backing President Orlov.", "SUPPORT"),
        ("In the poll, 40 percent of Greens said they had supported President Orlov.", "SUPPORT"),
        # Not to say no, and not to strike, is nothing done to anybody.
        ("Senator Ann Vale refused to disavow the support of President Orlov.", "REJECT"),
        # Courts agree to hear, and dismiss.
        ("The Supreme Court agreed to hear the case.", "AGREE"),
        ("A federal judge dismissed the complaint.", "REJECT"),
        # A name, a label, words instead of blows.
        ("President Orlov spoke to the Kenya Conference of Mayors.", "CONSULT"),
        ("Senator Ann Vale attacked President Orlov for being soft on guns.", "ASSAULT"),
        ("Governor Tom Reed called President Orlov a petulant child.", "CONSULT"),
        # What is burned or taken over is a thing.
        ("The traveller burned his Kenyan passport.", "ASSAULT"),
        ("Kenyan hackers hijacked the account of the French embassy.", "ASSAULT"),
        # Asked for is a vote, or to be left unnamed.
        ("President Orlov urged them to vote on Tuesday.", "REQUEST"),
        ("A Chinese official asked the local government to remain anonymous.", "REQUEST"),
        ("President Orlov led the fight against an amnesty for rebels.", "CONCEDE"),
        ("Ministers recalled an address that President Orlov gave in Cairo.", "CONCEDE"),
        ("President Orlov plans to persuade Kenya to help Uganda.", "AGREE"),
        ("The way out was by persuading Israel to release prisoners, President Orlov said.", "RETREAT"),
        ("President Orlov of Kenya did visit the state in August.", "CONSULT"),
        ("Groups backing President Orlov of Kenya met.", "SUPPORT"),
        ("President Orlov said that Kenya would welcome constructive steps. We welcome them, he said.", "SUPPORT"),
        ("Police sought the person who raped and killed the young soldier of the Kenyan navy.", "ASSAULT"),
        ("The United States senators tried Kenya's patience, and tried to stop the pact with Kenya.", "ACCUSE"),
        ("President Orlov of Kenya declined an interview request from the Herald.", "REJECT"),
        ("President Orlov of Kenya kept his options open concerning future talks with Chad.", "CONSULT"),
        ("President Orlov of Kenya insisted it was too soon to help Chad.", "REQUEST"),
        ("Senator Ann Vale sent an email to supporters inviting them to enter a contest.", "REQUEST"),
        ("The French government launched a petition campaign with the Senate of Kenya.", "ASSAULT"),
        ("The governor of Kenya quit flying because he was ill.", "RETREAT"),
        ("The army of Kenya lost the water war.", "ASSAULT"),
        ("Senator Ann Vale began making calls to members of the Senate of Kenya.", "REQUEST"),
        ("She was asked whether President Orlov of Kenya wanted President Reed to win the vote.", "REQUEST"),
        ("Senator Ann Vale declined to run for office.", "REJECT"),
        ("No senator supports the president of Chad.", "SUPPORT"),
        ("President Orlov went so far as to justify the killing of the families of rebels of Syria.", "ASSAULT"),
        ("An officer of the C.I.A. backed the ambassador's account.", "SUPPORT"),
        ("The Kenyan task force announced an agreement for tougher checks.", "AGREE"),
        ("A federal judge granted the request of the Senate.", "CONCEDE"),
        ("A few senators remain reluctant to support President Orlov.", "SUPPORT"),
        # A stance refuses nobody anything; a contract of persons is none of states; to tell a body is not to ask it.
        ("Senator Ann Vale opposed the Vietnam war.", "REJECT"),
        ("Senator Ann Vale won on her opposition to the Vietnam war.", "REJECT"),
        ("Senator Ann Vale signed a confidentiality agreement with President Orlov.", "SUPPORT"),
        ("Senator Ann Vale told the Senate of Kenya that chances must be seized.", "REQUEST"),
        ("Senator Ann Vale takes the threat of Kenya seriously.", "THREATEN"),
        ("A lieutenant of the army pulled the man out.", "RETREAT"),
        ("Senators noted the patience that Democrats have demonstrated.", "PROTEST"),
    ],
)
def test_no_claim_of_a_type_is_made_out_of_words_that_tell_no_such_act(parse: Parse, text: str, kind: str) -> None:
    assert claims(parse, text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("France condemned the coup attempt.", "ACCUSE", []),
        ("President Obama condemned what appears to be a terrorist attack.", "ACCUSE", []),
        ("France refused to attack Mali.", "REJECT", []),
        ("The army of Chad seized ten districts between Niger and Nigeria.", "COERCE", []),
        ("President Orlov mocked his own plan.", "ACCUSE", []),
    ],
)
def test_nobody_is_made_a_recipient_who_is_none(parse: Parse, text: str, kind: str, recipients: list[str]) -> None:
    assert all(found == recipients for _, found in claims(parse, text, kind))
