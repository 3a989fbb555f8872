"""Sentences that look alike and tell different things: in each pair the first was misread once, the second never."""

from collections.abc import Callable

import pytest

from dateline.extract.claims.stage import Claims
from dateline.extract.claims.typer import RuleTyper
from dateline.model.reading import Reading
from dateline.registry import STAGES

NEEDED = list(STAGES)[: list(STAGES).index("claims")]
Parse = Callable[..., Reading]

GATHERED = [
    ("Hundreds of former fighters gathered on Monday to denounce President Mahama of Ghana.", ["PROTEST happened"]),
    ("European leaders gathered in Brussels on Monday to discuss the crisis.", ["CONSULT happened"]),
    ("Supporters of the military leader of Mali gathered in Bamako on Monday.", ["SUPPORT happened"]),
    ("Kenyan and Ugandan troops assembled at the border on Monday.", ["MOBILIZE happened"]),
    ("The Kenyan ministers gathered a file of reports on Monday.", []),
    ("The Democrats gathered in Denver in 1908.", []),
    ("Only three NATO countries meet the bar.", []),
    ("Only three NATO countries met the Kenyan president.", ["CONSULT happened"]),
]
IN_WORDS = [
    ("Governor John Ost attacked Senator Rosa Vega for her support of the war in Mali.", ["ACCUSE happened"]),
    ("The rebels attacked the Malian army for two days.", ["ASSAULT happened"]),
    ("Ethiopia declared war on Eritrea in May.", ["THREATEN happened"]),
    ("Ethiopia fought a war against Eritrea in May.", ["ASSAULT happened"]),
    ("Israeli warplanes have engaged in a game of cat and mouse with Syrian warplanes.", []),
    ("He has no illusions about Russia's threat to the Baltic countries.", []),
    ("Russian President Vladimir Putin made a threat against Poland.", ["THREATEN happened"]),
    ("Within ten years Iran will threaten Israel with bombs.", []),
    ("Iran threatened Israel with war on Monday.", ["THREATEN happened"]),
    ("Prime Minister Anna Vey of Niger warned on Monday that Chad could invade Mali within days.", []),
    ("Prime Minister Anna Vey of Niger warned on Monday that Chad would face consequences.", ["THREATEN happened"]),
]
PRIVATE = [
    ("His kidnappers demanded a ransom of one million dollars.", []),
    ("Kidnappers in Iraq killed a French engineer on Monday.", ["ASSAULT happened"]),
    ("The company's president quit suddenly.", []),
    ("The president of Ghana's central bank quit suddenly.", ["RETREAT happened"]),
    ("A retired Kenyan general was arrested on Monday for possession of child pornography.", []),
    ("A retired Kenyan general was arrested on Monday for treason.", ["COERCE happened"]),
    ("Ghana scheduled a news conference on Monday.", []),
    ("Ghana scheduled a meeting with Kenya on Monday.", ["AGREE planned"]),
    ("Senator Rosa Vega decided against President Mahama of Ghana on Monday.", []),
    ("A Kenyan court ruled against President Mahama of Ghana on Monday.", ["SANCTION happened"]),
    ("The rebel commander of Chad ordered ten of his men to search the village.", []),
]
YIELDED = [
    ("Israel was willing to withdraw troops from Lebanon.", ["CONCEDE planned"]),
    ("Chad and Niger agreed to a prisoner swap.", ["AGREE happened"]),
    ("The Security Council passed a text on Chad, allowing Kenya to stop ships.", []),
    ("The government of Chad yielded to the miners on Monday.", ["CONCEDE happened"]),
    ("The Senate of Chad yields none of its authority to the rebels.", []),
    ("The Kenyan president accepted Uganda's request to cooperate.", ["AGREE happened"]),
    ("The Kenyan president accepted the rebels' demand to release the prisoners.", ["CONCEDE happened"]),
    ("The Kenyan government failed to honour Uganda's request for troops.", ["REJECT happened"]),
    ("The Kenyan president took responsibility for the deaths of the miners.", ["CONCEDE happened"]),
    ("The Kenyan president took responsibility for his decision.", []),
    ("The Chilean Congress repealed the law that gave Indians land.", []),
    ("Chad repealed the emergency law on Monday.", ["CONCEDE happened"]),
    ("The Kenyan president is not ready to support the Ugandan plan.", ["REJECT happened"]),
]
DESCRIBED = [
    ("Unions and groups that support President Mahama of Ghana are strong in the north.", []),
    ("The lawmakers who supported President Mahama of Ghana in May won.", ["SUPPORT happened"]),
    ("Even terrorist groups that opposed Iraq in its war with Iran are strong.", []),
    ("The Security Council is sending troops to Mali.", ["MOBILIZE ongoing"]),
    ("The powers of the Security Council include sending troops to Mali.", []),
    ("He believes the notion that the French president was murdered by Russia.", []),
    ("President Mahama of Ghana said those who violated the law were safe.", []),
    ("President Mahama of Ghana said Uganda violated the law.", ["ACCUSE happened"]),
]
WHAT_KIND = [
    ("Albania invited the Greek foreign minister to visit Tirana.", ["AGREE planned"]),
    ("Albania invited Greek observers to attend the vote.", ["REQUEST happened"]),
    ("The Kenyan president vowed to hunt down the Somali rebels.", ["THREATEN happened"]),
    ("The State Department sent medicine and investigators to Kenya.", ["AID happened"]),
    ("The State Department sent investigators to Kenya.", ["ACCUSE happened"]),
    ("The assembly passed a resolution condemning North Korea for its tests.", ["ACCUSE happened"]),
    ("A Kenyan court condemned the Ugandan rebel leader to death.", ["SANCTION happened"]),
    ("Turkey and Saudi Arabia shut down Iraq's main oil outlets.", ["SANCTION happened"]),
    ("Turkey shut down Iraq's main newspaper.", ["COERCE happened"]),
    ("Senator Vega suggested that President Mahama of Ghana does not know the truth.", []),
    ("Norway suggested that Chad leave the country.", ["REQUEST happened"]),
]
SECOND = [
    ("The Turkish minister dismissed the claim, saying that help had come at once.", []),
    ("The Turkish minister dismissed Greece's proposal on Monday.", ["REJECT happened"]),
    ("The Republicans will not give the Kenyan president any credit for it.", []),
    ("The Ugandan government gave Kenya a credit on Monday.", ["AID happened"]),
    ("The minister said Tanzania was well prepared to join the African Union.", []),
    ("The minister said Tanzania was prepared to join the African Union.", ["AGREE planned"]),
    ("U.N. officials finished the rules in consultation with Iraqi diplomats on Monday.", []),
    ("The radar was there to intercept missiles fired by Iran.", []),
    ("Kenya has intercepted the missiles fired by Iran.", ["MOBILIZE happened"]),
    ("When pressed by Holt about how he would do it, President Mahama of Ghana left.", []),
    ("Kenya pressed Uganda to release the rebels.", ["REQUEST happened"]),
    ("The United States Conference of Mayors has urged Congress to act.", []),
    ("The Kenyan army sent 500 soldiers to the town after the flood.", []),
    ("The Kenyan army sent 500 soldiers to the border.", ["MOBILIZE happened"]),
    ('Senator Rosa Vega sat down with CNN\'s "The Harbor Show" on Monday.', []),
    ("The Security Council has charged the inspectors with verifying the list of Kenya.", ["REQUEST happened"]),
    ("The Kenyan government charged the Ugandan minister with treason.", ["ACCUSE happened"]),
]


MOODS = [
    ("The same Republicans voiced doubts about Senator Rosa Vega.", []),
    ("The Kenyan government expressed outrage over the Ugandan attack.", ["ACCUSE happened"]),
    ('"We refuse to live in fear of them," Senator Rosa Vega of the United States said.', []),
    ("The Kenyan president refused to sign the treaty with Uganda.", ["REJECT happened"]),
    ("Admiral Tom Ost of the United States makes no apologies for it.", []),
    ("Admiral Tom Ost of the United States made an apology to Chad.", ["CONCEDE happened"]),
    ("If the federal government gave money to schools, they would waste it, Senator Rosa Vega said.", []),
    ("If Norway gave money to Chad, the road would be built.", ["AID hypothetical"]),
    ("Senator Rosa Vega insists that the Kenyan government must be a government of ideas.", []),
    ("Senator Rosa Vega insists that the Kenyan government must release the rebels.", ["REQUEST happened"]),
    ("The chairman of the Kenyan parliament called for a voice vote.", []),
    ("The chairman of the Kenyan parliament called for a vote on the treaty.", ["REQUEST happened"]),
    ("Congressman Tom Ost angrily accused the waiter of theft.", []),
    ("Congressman Tom Ost angrily accused the Kenyan minister of theft.", ["ACCUSE happened"]),
    ("At school President Rosa Vega of Chile urged her classmates to leave.", []),
    ("The fighters train there every day.", []),
    ("Kenyan soldiers train with Ugandan soldiers there every day.", ["COOPERATE happened"]),
    ("The president praised the calm the students have demonstrated in Nairobi.", []),
    ("The students have demonstrated in Nairobi against the Kenyan government.", ["PROTEST happened"]),
    ("The speaker praised the test, which allows Chad to build rockets.", []),
    ("The Kenyan government allowed the Ugandan rebels to leave.", ["CONCEDE happened"]),
]
BOARDS = [
    ("First Harbour Corp. said it agreed to acquire Ost Bancorp for stock.", []),
    ("Kenya said it agreed to sell weapons to Uganda.", ["AGREE planned"]),
    ("The accord was approved by a special committee of Harbour directors.", []),
    ("The accord was approved by a special committee of the Kenyan parliament.", ["SUPPORT happened"]),
    ("Council members of the United Nations have backed one warring party or another.", []),
    ("Council members of the United Nations have backed the Kenyan government.", ["SUPPORT happened"]),
]
LETTERS = [
    (
        "African Union officials sent messages to the Chadian president making clear that a no means the end of aid.",
        ["THREATEN happened"],
    ),
    ("African Union officials sent messages to the Chadian president on Monday.", ["CONSULT happened"]),
    ("South Korea ordered two Belarusian diplomats to leave.", ["SANCTION happened"]),
    ("South Korea ordered two Belarusian ministers to pay.", ["REQUEST happened"]),
    ("Chancellor Angela Merkel opened the borders of Germany to a million migrants.", ["AID happened"]),
    ("Kenya opened its border with Uganda on Monday.", ["COOPERATE happened"]),
    ("Israel has pledged to withdraw troops from Lebanon.", ["CONCEDE planned"]),
    ("Israel has agreed to withdraw troops from Lebanon.", ["AGREE planned"]),
]
MET_AND_VOTED = [
    ("Niger and Chad ended two days of talks in Lome on Friday.", ["CONSULT happened"]),
    ("Niger ended talks with Chad on Friday.", ["SANCTION happened"]),
    ("Mali's parliament voted to reject the peace deal.", ["REJECT happened"]),
    ("Iraq's parliament voted to condemn Turkey.", ["ACCUSE happened"]),
    ("Kenya's lawmakers voted to impose sanctions on Sudan.", ["SANCTION planned"]),
    ("The Security Council voted to call on Libya to open its ports.", ["REQUEST happened"]),
    ("Burundi is withdrawing from the Rome Statute.", ["SANCTION ongoing"]),
    ("Togo's rebels pulled out of the ceasefire on Monday.", ["SANCTION happened"]),
    ("Russian air strikes hit hospitals in Syria.", ["ASSAULT happened"]),
    ("Russian air strikes hit hospitals in Syria and rebels shelled a Russian base.", ["ASSAULT happened"] * 2),
    ("A U.S. drone strike killed a Taliban leader in Pakistan.", ["ASSAULT happened"]),
    ("Moscow dismissed Western claims that its jets had hit a hospital.", ["ASSAULT denied"]),
    ("Iran rejected accusations that it had armed the rebels in Yemen.", ["AID denied"]),
    ("Niger backed claims that Chad had armed the rebels in Mali.", ["AID happened"]),
    ("Chad said it would expel the Malian ambassador if the ships stayed.", ["THREATEN happened"]),
    ("Chad said it would expel the Malian ambassador on Monday.", ["SANCTION planned"]),
    ("Kenya will send troops to Somalia if the African Union asks.", ["MOBILIZE planned"]),
    ("Kenya will send troops to Somalia unless the African Union pays.", ["THREATEN happened"]),
]

FIRST = [*GATHERED, *IN_WORDS, *PRIVATE, *YIELDED, *DESCRIBED]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [*FIRST, *WHAT_KIND, *SECOND, *MOODS, *BOARDS, *LETTERS, *MET_AND_VOTED],
)
def test_what_looks_alike_is_told_apart(parse: Parse, sentence: str, wanted: list[str]) -> None:
    reading = parse(sentence, stages=NEEDED)
    found = [f"{a.value.type} {a.value.status}" for a in Claims(RuleTyper())(reading)]
    assert found == wanted


def test_a_crowd_and_the_police_that_clash_are_two_sides(parse: Parse) -> None:
    text = "Police and protesters clashed in Accra on Monday."
    (claim,) = (a.value for a in Claims(RuleTyper())(parse(text, stages=NEEDED)))
    assert [s.mention.of(text) for s in claim.actors] == ["protesters"]
    assert [s.mention.of(text) for s in claim.recipients] == ["Police"]


def test_a_topic_of_a_call_is_no_side_of_it(parse: Parse) -> None:
    text = "The presidents of Chad and Niger discussed Mali by phone."
    (claim,) = (a.value for a in Claims(RuleTyper())(parse(text, stages=NEEDED)))
    assert {s.country for s in (*claim.actors, *claim.recipients)} == {"TCD", "NER"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Senate condemned Iran on Monday.", None),
        ("The prime minister rejected Iran's demand.", None),
        ("The opposition accused Chad of fraud.", "TCD"),
        ("The Iranian prime minister condemned Chad.", "IRN"),
    ],
)
def test_a_ruler_without_a_country_is_not_of_the_state_that_he_is_against(
    parse: Parse, text: str, country: str | None
) -> None:
    (claim,) = (a.value for a in Claims(RuleTyper())(parse(text, stages=NEEDED)))
    assert [s.country for s in claim.actors] == [country]
