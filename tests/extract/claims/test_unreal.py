"""Deeds that are only supposed, awaited or decided on, by the rules alone; beside each one like it that was done."""

from collections.abc import Callable

import pytest

from dateline.extract.claims.stage import Claims
from dateline.extract.claims.typer import RuleTyper
from dateline.model.claim import Side
from dateline.model.reading import Reading
from dateline.registry import STAGES

NEEDED = list(STAGES)[: list(STAGES).index("claims")]
Parse = Callable[..., Reading]


def side(sides: tuple[Side, ...]) -> str:
    return "+".join(sorted({s.country for s in sides if s.country})) or "-"


def told(parse: Parse, text: str) -> list[str]:
    claims = [a.value for a in Claims(RuleTyper())(parse(text, stages=NEEDED))]
    return sorted(f"{c.type} {c.status} {side(c.actors)}>{side(c.recipients)}" for c in claims)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Chad said it will withdraw its troops from Niger only if Mali leaves Senegal.",
            ["CONCEDE hypothetical TCD>NER"],
        ),
        (
            "Nobody will go home until the inspectors certify that Chad has eliminated its weapons.",
            ["RETREAT hypothetical TCD>-"],
        ),
        ("The rebels fought until Mali withdrew its army from Niger.", ["RETREAT happened MLI>NER"]),
        (
            "Orlov would keep the money until the Chadian government agreed to pay Niger.",
            ["AGREE hypothetical TCD>NER"],
        ),
        (
            "His plan includes keeping the money until the Chadian government agreed to pay Niger.",
            ["AGREE hypothetical TCD>NER"],
        ),
        (
            "The rebels went on, keeping the money until the Chadian government agreed to pay Niger.",
            ["AGREE happened TCD>NER"],
        ),
        # What follows a deed that would have been done would have been done too.
        ("They said that Chad would have crossed a river and bombed Niger.", ["ASSAULT hypothetical TCD>NER"]),
        ("They said that Chad had crossed a river and bombed Niger.", ["ASSAULT happened TCD>NER"]),
        ("Kenya said that it would have bombed Niger.", ["ASSAULT hypothetical KEN>NER"]),
        # What is asked for beside something else is not done by whoever is asked.
        ("Kenya called on Chad to defend itself while also imposing sanctions on Niger.", ["REQUEST happened KEN>TCD"]),
        (
            "Kenya defended itself while also imposing sanctions on Niger.",
            ["SANCTION happened KEN>NER"],
        ),
        (
            "Economists modelled what would happen if Kenya were to slap tariffs on Uganda.",
            ["SANCTION hypothetical KEN>UGA"],
        ),
        ("Say Kenya demanded that Uganda prove it.", []),
        ("Officials say Kenya demanded that Uganda prove it.", ["REQUEST happened KEN>UGA"]),
        (
            "The mayor spoke, and the Kenyan minister threatened to expel Chadian envoys, should he fail to pay.",
            ["THREATEN happened KEN>TCD"],
        ),
        (
            "The ministry offered a reward for information that leads to the arrest of the Chadian rebel leader.",
            ["COERCE hypothetical ->TCD"],
        ),
        ("A tip led to the arrest of the Chadian rebel leader.", ["COERCE happened ->TCD"]),
        (
            "Turkey will respond to a Chadian attack on Libya.",
            ["THREATEN happened TUR>-", "ASSAULT hypothetical TCD>LBY"],
        ),
        (
            "Turkey will respond to the Chadian attack on Libya.",
            ["THREATEN happened TUR>-", "ASSAULT happened TCD>LBY"],
        ),
        ("The Senate has three ways to seek it: by filing a lawsuit, or by asking the Kenyan government to help.", []),
        ("President Orlov, who has not been charged with nor convicted of any crime, spoke.", ["SANCTION denied ->-"]),
        ("Kenya's decision to leave the African Union surprised Uganda.", ["SANCTION planned KEN>IGO"]),
        ("Kenya's decision to suspend the treaty with Uganda surprised Rwanda.", ["SANCTION happened KEN>UGA"]),
        ("Experts fear that US air strikes against Libya could do harm.", ["ASSAULT hypothetical USA>LBY"]),
        ("Experts fear that the US air strikes against Libya could do harm.", ["ASSAULT happened USA>LBY"]),
        ("A conference was convened to discuss a Libyan withdrawal from Chad.", ["RETREAT hypothetical LBY>TCD"]),
        ("President Orlov decided to grant amnesty to the rebels of Chad.", ["CONCEDE happened TCD>TCD"]),
        ("France expects that Malian soldiers will surrender to the army of Chad.", ["CONCEDE hypothetical MLI>TCD"]),
        ("Mali said that Malian soldiers will surrender to the army of Chad.", ["CONCEDE planned MLI>TCD"]),
        ("Libya will pay the price if Libya does not release Chadian prisoners.", ["RETREAT hypothetical LBY>TCD"]),
    ],
)
def test_what_is_only_supposed_is_told_from_what_was_done(parse: Parse, text: str, wanted: list[str]) -> None:
    assert told(parse, text) == sorted(wanted)
