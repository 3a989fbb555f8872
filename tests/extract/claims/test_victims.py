"""Who suffered a deed, and where it was done, is no side; who did it is found where grammar puts him. Rules alone."""

import pytest
from by_rules import Parse, sides


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # Of a violent deed that is condemned only the doer is criticised.
        ("France condemned the bombing of the Turkish embassy in Mali.", "ACCUSE", ["France"], []),
        ("Kenya denounced Turkey's invasion of Syria.", "ACCUSE", ["Kenya"], ["Turkey"]),
        ("Kenya condemned the shelling of Turkish villages by Syria.", "ACCUSE", ["Kenya"], ["Syria"]),
        ("Kenya condemned Turkey for the bombing of Syrian villages.", "ACCUSE", ["Kenya"], ["Turkey"]),
        # Whoever the dead were fighting.
        (
            "Thirty Turkish soldiers have been killed fighting Kurdish rebels.",
            "ASSAULT",
            ["Kurdish rebels"],
            ["Thirty Turkish soldiers"],
        ),
        (
            "The Turkish soldiers have been fighting Kurdish rebels.",
            "ASSAULT",
            ["The Turkish soldiers"],
            ["Kurdish rebels"],
        ),
        # Whoever is punished for it.
        (
            "Turkey expelled two Iranian envoys for helping the rebels of Syria.",
            "AID",
            ["two Iranian envoys"],
            ["the rebels of Syria"],
        ),
        (
            "The Kenyan Senate voted to hold President Tom Vale in contempt for refusing to testify.",
            "REJECT",
            ["President Tom Vale"],
            [],
        ),
        ("Kenya won by helping the rebels of Syria.", "AID", ["Kenya"], ["the rebels of Syria"]),
        # Those who are to meet, and one who says yes to another.
        (
            "President Ruto of Kenya will meet President Museveni of Uganda.",
            "AGREE",
            ["President Ruto of Kenya", "President Museveni of Uganda"],
            [],
        ),
        (
            "President Ruto of Kenya agreed to meet President Museveni of Uganda.",
            "AGREE",
            ["President Ruto of Kenya"],
            ["President Museveni of Uganda"],
        ),
        (
            "The Kenyan envoy left for consultations with the governments of Uganda and Chad.",
            "AGREE",
            ["The Kenyan envoy", "Uganda", "Chad"],
            [],
        ),
        (
            "The Kenyan envoy left after consultations with the governments of Uganda and Chad.",
            "CONSULT",
            ["The Kenyan envoy", "Uganda", "Chad"],
            [],
        ),
        # Harm that is not threatened is denied to nobody.
        ("President Ruto of Kenya declined to threaten Uganda.", "REJECT", ["President Ruto of Kenya"], []),
        # What they found is none of them.
        ("Finland and Sweden agreed to form a new state company.", "AGREE", ["Finland", "Sweden"], []),
    ],
)
def test_each_side_is_whoever_grammar_says(
    parse: Parse, text: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    assert sides(parse, text, kind) == [(actors, recipients)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Two suspects in the Kenya bombing were flown to Turkey.", []),
        ("Two officers died in the Kenyan bombing of Mogadishu.", [["Kenyan"]]),
        ("The toll in the U.S. bombing of Libya rose to 12.", [["U.S."]]),
    ],
)
def test_the_name_of_a_state_before_a_bombing_is_where_it_was(parse: Parse, text: str, actors: list[list[str]]) -> None:
    assert [found for found, _ in sides(parse, text, "ASSAULT")] == actors


def test_the_dead_of_years_and_of_last_week_are_not_of_one_attack(parse: Parse) -> None:
    text = (
        "Rebels of Chad killed 300 Libyan soldiers since 1985, the army said. "
        "Last week, rebels of Chad killed two Libyan soldiers in the south."
    )
    assert len(sides(parse, text, "ASSAULT")) == 2
