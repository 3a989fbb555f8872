"""Sides a step away from the verb, by the rules alone; beside each one like it that is told as it stands."""

import pytest
from by_rules import Parse, read, sides


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # The threatened in a condition, and the threatener who is to get something.
        (
            "Chad said it would strike Libya unless it freed the Malian hostages.",
            "RETREAT",
            ["Libya"],
            ["the Malian hostages"],
        ),
        # Her husband beside her name.
        (
            "President Orlov attacked Governor Reed's wife, Anna, and his father, Tom.",
            "ACCUSE",
            ["President Orlov"],
            ["Governor Reed's wife", "his father"],
        ),
        # The verb is singular, so one of them has done it.
        (
            "Several ministers, among them President Ann Vale and President Tom Reed, who has rebuked Libya, left.",
            "ACCUSE",
            ["President Tom Reed"],
            ["Libya"],
        ),
        (
            "President Tom Reed, who has rebuked Libya, left.",
            "ACCUSE",
            ["President Tom Reed"],
            ["Libya"],
        ),
        # Who made what is voted down, or was in the talks.
        (
            "Senator Ann Vale of Mali voted against President Reed's tax bill.",
            "REJECT",
            ["Senator Ann Vale of Mali"],
            ["President Reed"],
        ),
        ("Senator Ann Vale of Mali voted against a tax bill.", "REJECT", ["Senator Ann Vale of Mali"], []),
        (
            "Senators of Mali blocked a bill that President Reed had tried to pass.",
            "REJECT",
            ["Senators of Mali"],
            ["President Reed"],
        ),
        ("Kenya rejected the treaty in talks with Chad.", "REJECT", ["Kenya"], ["Chad"]),
        # Who is asked to leave, and where somebody is to go.
        ("Kenya called for Chad's withdrawal from Niger.", "REQUEST", ["Kenya"], ["Chad"]),
        ("Kenya pushed for the boy's return to Niger.", "REQUEST", ["Kenya"], []),
    ],
)
def test_a_side_a_step_away_is_found(
    parse: Parse, text: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    assert sides(parse, text, kind) == [(actors, recipients)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Governor Tom Reed criticised President Ann Vale of Mali after she accused Libya of lying.",
            "Ann Vale",
        ),
        ("President Tom Reed criticised President Lee Vale of Mali because he had accused Libya of lying.", "Lee Vale"),
        ("President Tom Reed met President Lee Vale after he had accused Libya of lying.", "Reed"),
    ],
)
def test_the_reason_for_blame_is_the_deed_of_whoever_is_blamed(parse: Parse, text: str, actor: str) -> None:
    reading, claims = read(parse, text)
    names = {a.id: a.value.name for a in reading.actors}
    accusers = [c.actors[0].actor for c in claims if [s.country for s in c.recipients] == ["LBY"]]
    assert [actor in names[a or ""] for a in accusers] == [True]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Kenyan protesters planned a large demonstration in Nairobi.", "PROTEST", "planned"),
        ("Kenyan protesters held a large demonstration in Nairobi.", "PROTEST", "happened"),
        ("Chad has said it would agree to a treaty with Niger.", "AGREE", "planned"),
    ],
)
def test_what_is_planned_has_not_been_done(parse: Parse, text: str, kind: str, status: str) -> None:
    assert [c.status for c in read(parse, text)[1] if c.type == kind] == [status]
