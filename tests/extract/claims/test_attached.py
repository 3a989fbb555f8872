"""Sides that the parser hangs on a neighbour, by the rules alone; beside each one like it that is told as it stands."""

import pytest
from by_rules import Parse, sides


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # Whoever stands between "with" and the participle, and a participle of the subject.
        (
            "Authorities in Chad shut roads, with the Malian minister, leveling harsh criticism at his Libyan hosts.",
            "ACCUSE",
            ["the Malian minister"],
            ["his Libyan hosts"],
        ),
        (
            "Authorities in Chad closed roads on Monday, leveling harsh criticism at Libya.",
            "ACCUSE",
            ["Authorities"],
            ["Libya"],
        ),
        # One of several, and several.
        (
            "One of Vale's former ministers who still backs Governor Reed, former senator Tom Ost, wrote a letter.",
            "SUPPORT",
            ["One of Vale's former ministers"],
            ["Governor Reed"],
        ),
        (
            "Some of the Kenyan ministers who have condemned Chad wrote a letter.",
            "ACCUSE",
            ["the Kenyan ministers"],
            ["Chad"],
        ),
        # "Other" counts the first name in; "two" does not.
        (
            "The release of Mr. Orlov and other Kenyans held by Mali was celebrated.",
            "COERCE",
            ["Mali"],
            ["Mr. Orlov", "other Kenyans"],
        ),
        ("The release of Mr. Orlov and two Kenyans held by Mali was celebrated.", "COERCE", ["Mali"], ["two Kenyans"]),
        # Whoever says so between commas, and whoever was shot.
        (
            "The rebel also fired on tourists, Chadian officials said, before being shot dead by police.",
            "ASSAULT",
            ["police"],
            ["The rebel"],
        ),
        ("Chadian officials left before being shot at by rebels.", "ASSAULT", ["rebels"], ["Chadian officials"]),
        # In company.
        (
            "Rebel chiefs, along with Chadian ministers, also wrote to Niger, urging the army to withdraw.",
            "REQUEST",
            ["Rebel chiefs", "Chadian ministers"],
            ["the army"],
        ),
        (
            "President Orlov, together with the Chadian king, condemned Niger.",
            "ACCUSE",
            ["President Orlov", "the Chadian king"],
            ["Niger"],
        ),
        # Whoever is armed and fights; no comma parts them.
        ("Peru arms the rebels fighting Chad.", "ASSAULT", ["the rebels"], ["Chad"]),
        ("Peru left the rebels, fighting Chad alone.", "ASSAULT", ["Peru"], ["Chad"]),
        # Groups that spend on campaigns.
        (
            "President Orlov attacked super PACs and bankers.",
            "ACCUSE",
            ["President Orlov"],
            ["super PACs", "bankers"],
        ),
        # Officials from several countries.
        (
            "President Bello held talks with officials from Peru, Chad and Kenya.",
            "CONSULT",
            ["President Bello", "Peru", "Chad", "Kenya"],
            [],
        ),
        # A move told again behind a comma; one that nobody is said to have made.
        (
            "The Zambian government expelled the monitors, a decision condemned by Kenya.",
            "ACCUSE",
            ["Kenya"],
            ["The Zambian government"],
        ),
        ("The Zambian government noticed a decision condemned by Kenya.", "ACCUSE", ["Kenya"], []),
        # Whoever is written to; what is asked back from somewhere.
        (
            "The Kenyan ministry asked for the return of the files in a letter on Friday to Chad.",
            "REQUEST",
            ["The Kenyan ministry"],
            ["Chad"],
        ),
        (
            "The Kenyan ministry asked for the return of the pilot to Chad.",
            "REQUEST",
            ["The Kenyan ministry"],
            [],
        ),
        # What was called so is meant by "it".
        (
            'The Malian admiral has called Libya "reckless and greedy," accusing it of arming smugglers.',
            "ACCUSE",
            ["The Malian admiral"],
            ["Libya"],
        ),
        # What is brought back or shown has done nothing.
        (
            "Prince Hassan mocked President Orlov's retweet of an altered image of himself and his sister.",
            "ACCUSE",
            ["Prince Hassan"],
            ["President Orlov"],
        ),
        (
            "All of the candidates pledged to end the LAMA and SAMA programs.",
            "THREATEN",
            ["All of the candidates"],
            [],
        ),
    ],
)
def test_sides(parse: Parse, text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    assert sides(parse, text, kind)[-1] == (actors, recipients)  # what is told before has sides of its own


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Chadian President Ana Vey, Malian Premier Boris Ost and Nigerian Foreign Minister Carla Lind met in Bo.",
            ["Chadian President Ana Vey", "Malian Premier Boris Ost", "Nigerian Foreign Minister Carla Lind"],
        ),
        (
            "U.S. Assistant Secretary of State Carl Lind and North Korean Vice Foreign Minister Pak Son-il met in Bo.",
            ["U.S. Assistant Secretary of State Carl Lind", "North Korean Vice Foreign Minister Pak Son-il"],
        ),
    ],
)
def test_all_of_a_list_of_names_have_met(parse: Parse, text: str, actors: list[str]) -> None:
    assert sides(parse, text, "CONSULT") == [(actors, [])]


def test_a_name_in_apposition_is_nobody_else(parse: Parse) -> None:
    ((actors, _),) = sides(parse, "Chad's president, Ana Vey, met the king of Mali and the emir of Kano.", "CONSULT")
    assert actors[0] == "Chad's president"
    assert "Ana Vey" not in actors
