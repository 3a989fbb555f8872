"""The codebook's rules, one by one, on sentences of our own."""

from collections.abc import Callable

import pytest

from dateline.model.claim import Claim
from dateline.model.reading import Reading
from dateline.registry import STAGES

NEEDED = list(STAGES)[: list(STAGES).index("claims") + 1]
Parse = Callable[..., Reading]


def claims(parse: Parse, text: str, **given: object) -> list[Claim]:
    return [a.value for a in parse(text, stages=NEEDED, **given).claims]


def types(parse: Parse, text: str) -> list[tuple[str, str | None, str]]:
    return [(c.type, c.mode, c.status) for c in claims(parse, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The champion beat his rival in three sets to reach the final.",
        "Snow hit the north and killed four people.",
        "Local police arrested a man on burglary charges.",
        "Shares of the carmaker fell after it cut its forecast.",
        "Relations between the two neighbours are seen as difficult.",
    ],
)
def test_rule_1_sport_weather_crime_business_and_moods_hold_no_claim(parse: Parse, text: str) -> None:
    assert claims(parse, text) == []


def test_rule_1_a_journalist_arrested_by_a_state_is_a_claim(parse: Parse) -> None:
    assert types(parse, "Egyptian police arrested a journalist.") == [("COERCE", "arrest", "happened")]


def test_rule_2_venue_and_audience_are_no_sides(parse: Parse) -> None:
    (claim,) = claims(parse, "In Cairo, Turkey's president told reporters that he condemned Israel.")
    assert {s.country for s in claim.actors} == {"TUR"}
    assert {s.country for s in claim.recipients} == {"ISR"}


def test_rule_3_all_who_meet_are_actors_and_a_visitor_has_a_host(parse: Parse) -> None:
    (meeting,) = claims(parse, "The Kenyan president met the Ugandan president.")
    assert {s.country for s in meeting.actors} == {"KEN", "UGA"}
    assert meeting.recipients == ()
    (visit,) = claims(parse, "The Kenyan president visited Uganda on Monday.")
    assert (visit.mode, [s.country for s in visit.actors], [s.country for s in visit.recipients]) == (
        "visit",
        ["KEN"],
        ["UGA"],
    )


def test_rule_4_what_is_planned_is_agree_or_concede_or_keeps_its_type(parse: Parse) -> None:
    assert types(parse, "Norway will send aid to Chad.") == [("AGREE", None, "planned")]
    assert types(parse, "Rwanda will withdraw its troops from Congo.") == [("CONCEDE", None, "planned")]
    assert types(parse, "Canada will impose sanctions on Belarus.") == [("SANCTION", "discontinue", "planned")]
    assert types(parse, "Turkey's president cancelled a meeting with the Greek premier.") == [
        ("REJECT", "meet", "happened")
    ]


def test_rule_5_a_request_or_threat_has_happened_whatever_is_asked(parse: Parse) -> None:
    assert types(parse, "Kenya urged Somalia to free the sailors.") == [("REQUEST", "yield", "happened")]
    assert types(parse, "Turkey threatened to attack Syria.") == [("THREATEN", "violence", "happened")]


def test_rule_6_a_denial_is_the_deed_denied_by_whoever_denies_it(parse: Parse) -> None:
    (claim,) = claims(parse, "Russia denied bombing the Georgian village.")
    assert (claim.type, claim.status) == ("ASSAULT", "denied")
    assert claim.attributed_to is not None
    assert claim.attributed_to.name == "Russia"


def test_rule_7_refusing_is_reject_and_failing_is_the_deed_denied(parse: Parse) -> None:
    assert types(parse, "Cuba refused to free the dissidents.") == [("REJECT", "yield", "happened")]
    assert types(parse, "Sudan and Egypt failed to reach an agreement.") == [("AGREE", None, "denied")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The presidents of Chad and Niger signed a treaty.", ("SUPPORT", None)),
        ("Peru's government apologised to Chile.", ("CONCEDE", None)),
        ("Sudanese rebels released two Egyptian soldiers.", ("RETREAT", "release")),
        ("Poland expelled two Russian diplomats.", ("SANCTION", "expel")),
        ("Sweden summoned the Turkish ambassador.", ("ACCUSE", "disapprove")),
        ("Thailand and Laos held a joint military exercise.", ("COOPERATE", None)),
        ("North Korea held military exercises.", ("MOBILIZE", "troops")),
        ("France cancelled the debt of Chad.", ("AID", None)),
        ("Malaysia deported forty migrants.", ("COERCE", "deport")),
        ("A Turkish court sentenced an opposition leader to ten years in prison.", ("SANCTION", "convict")),
        ("A Turkish court sentenced an opposition leader to ten years in prison.", ("COERCE", "arrest")),
        ("A Belgian judge issued an arrest warrant for the exiled president of Chad.", ("THREATEN", "arrest")),
        ("Prosecutors in Peru charged former president Vega with corruption.", ("ACCUSE", "allege")),
        ("Kenyan soldiers captured twenty Somali fighters.", ("ASSAULT", "abduct")),
        ("The Colombian government and the rebels called for an end to their conflict.", ("AGREE", None)),
        ("A ceasefire between Chad and Libya took effect on Monday.", ("RETREAT", "ceasefire")),
        ("Mali and Niger swapped prisoners on Monday.", ("RETREAT", "release")),
        ("French commandos rescued two hostages in Mali.", ("AID", None)),
        ("The Kenyan president granted the rebels an amnesty.", ("CONCEDE", None)),
        ("The presidents of Chad and Niger promised to sign a treaty.", ("AGREE", None)),
        ("Rebels in Mali handed over their weapons to the army.", ("RETREAT", "disarm")),
        ("Brazil suspended talks with Bolivia.", ("SANCTION", "withdraw")),
    ],
)
def test_rule_8_acts_have_the_type_that_the_codebook_gives(parse: Parse, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in [(c.type, c.mode) for c in claims(parse, text)]


def test_rule_9_the_date_is_when_it_happened(parse: Parse) -> None:
    (claim,) = claims(parse, "Canada imposed sanctions on Belarus on Monday.", published="2026-03-11")
    assert claim.date is not None
    assert (claim.date.start, claim.date.predicate) == ("2026-03-09", None)


def test_rule_11_a_condition_makes_a_deed_hypothetical(parse: Parse) -> None:
    found = claims(parse, "If Iran attacks Israel, prices will rise.")
    assert [(c.type, c.status) for c in found] == [("ASSAULT", "hypothetical")]


def test_rule_12_the_trigger_is_short_and_the_evidence_is_the_clause(parse: Parse) -> None:
    text = "Analysts were surprised when Canada imposed sanctions on Belarus, though markets were calm."
    (claim,) = claims(parse, text)
    assert claim.trigger.of(text) == "imposed sanctions"
    assert claim.evidence.of(text) == "Canada imposed sanctions on Belarus"


def test_rule_13_an_event_told_twice_is_one_claim(parse: Parse) -> None:
    first = "Canada imposed sanctions on Belarus on Monday."
    text = f"{first}\n\nOfficials spoke of a step. Canada imposed the sanctions on Belarus after the vote."
    (claim,) = claims(parse, text)
    assert len(claim.also) == 1
    assert "after the vote" in claim.also[0].of(text)


def test_rule_10_the_place_is_where_it_happened_and_no_home_country(parse: Parse) -> None:
    (claim,) = claims(parse, "The Kenyan president met the Ugandan president in Kigali on Monday.")
    assert claim.place is not None
    assert (claim.place.name, claim.place.country) == ("Kigali", "RWA")
    (claim,) = claims(parse, "Canada imposed sanctions on Belarus.")
    assert claim.place is None


def test_rule_10_whose_ambassador_it_is_says_not_where(parse: Parse) -> None:
    (claim,) = claims(parse, "Iran summoned the ambassadors of Britain and Norway over what it called interference.")
    assert {s.country for s in claim.recipients} == {"GBR", "NOR"}
    assert claim.place is None
    (visit,) = claims(parse, "French President Emmanuel Macron visited Algeria on Thursday.")
    assert visit.place is not None
