"""Recipients without a name, in the words of the sentence; and words beside them that are nobody."""

import pytest
from by_rules import Parse, sides


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Angola urged both sides to talk.", "REQUEST", ["both sides"]),
        ("Kenya accused the auditors of lying.", "ACCUSE", ["the auditors"]),
        ("Kenya fined two Ugandan judges and a trader, accusing the three of fraud.", "ACCUSE", ["the three"]),
        ("Kenya accused the weather of ruining the harvest.", "ACCUSE", []),
        ("Kenya urged restraint.", "REQUEST", []),
        ("Kenya refused to reduce its forces.", "REJECT", []),
        ("Kenya refused to receive the Ugandan forces.", "REJECT", ["the Ugandan forces"]),
        ("The rebels of Chad freed two nurses whom they had taken hostage in May.", "ASSAULT", ["two nurses"]),
        ("Israel imposed a curfew in the West Bank.", "COERCE", ["West Bank"]),
        ("Kenya imposed a curfew in the capital.", "COERCE", []),
        ("Kenya sent soldiers to Somalia.", "MOBILIZE", []),
        ("Kenya refused to send soldiers to Somalia.", "REJECT", ["Somalia"]),
    ],
)
def test_a_recipient_stands_there_in_the_words_of_the_sentence(
    parse: Parse, text: str, kind: str, recipients: list[str]
) -> None:
    assert [found for _, found in sides(parse, text, kind)] == [recipients]
