"""Acts that the rules leave and the network finds: silent where the rules have their say, or a side is missing."""

from collections.abc import Mapping, Sequence

import pytest

from dateline.config import load_settings
from dateline.extract.claims.candidates import least
from dateline.extract.claims.found import RULE
from dateline.extract.claims.stage import Claims
from dateline.extract.claims.typer import Candidate, RuleTyper
from dateline.ingest.assemble import assemble
from dateline.model.claim import Claim
from dateline.model.document import Origin
from dateline.pipeline import Reader


class Believer:
    """A typer that believes everything."""

    name = "believer"

    def __call__(self, text: str, candidates: Sequence[Candidate]) -> Sequence[Mapping[str, float]]:
        return [{c.type: 1.0} for c in candidates]


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader whose claims nothing drops for being improbable."""
    reader = Reader(load_settings())
    for stage in reader.stages:
        if isinstance(stage, Claims):
            stage.typer = Believer()
    return reader


def claims(reader: Reader, text: str) -> list[Claim]:
    return [a.value for a in reader.read(assemble(text, origin=Origin(source_id="a"))).claims]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Kenyan troops rushed to evacuate hundreds of Somalis from the coast.", "AID", {"KEN"}, {"SOM"}),
        ("The third theme was Kenyan assistance to Chad over the past decade.", "AID", {"KEN"}, {"TCD"}),
    ],
    ids=["an infinitive", "a noun"],
)
def test_an_act_that_the_rules_leave_is_found(
    reader: Reader, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    (claim,) = claims(reader, text)
    assert (claim.method, claim.type, claim.status) == (RULE, kind, "happened")
    assert {s.country for s in claim.actors} == actors
    assert {s.country for s in claim.recipients} == recipients


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan troops rushed to evacuate the coast.",
        "Hundreds of Somalis were evacuated from the coast.",
        "Kenya spent less on Chad than Peru did.",
        "Kenyan villagers rushed to evacuate hundreds of Somalis from the coast.",
        "Kenyan troops may be asked to evacuate hundreds of Somalis if the river rises.",
    ],
    ids=["done to nobody", "done by nobody", "no word of the lexicon", "among people", "only supposed"],
)
def test_nothing_is_found_where_a_side_a_word_or_the_deed_is_missing(reader: Reader, text: str) -> None:
    assert [c for c in claims(reader, text) if c.method == RULE and c.status == "happened"] == []


def test_a_predicate_that_has_a_rule_is_not_asked_again(reader: Reader) -> None:
    found = claims(reader, "Kenya condemned Chad on Monday.")
    assert [(c.type, c.method == RULE) for c in found] == [("ACCUSE", False)]


def test_with_a_typer_of_ones_own_only_the_rules_make_claims() -> None:
    assert Claims().finds
    assert not Claims(RuleTyper()).finds
    assert Claims(RuleTyper(), finds=True).finds


def test_what_is_found_alone_must_be_likelier_than_what_a_rule_makes() -> None:
    assert least(RULE) > least("accuse.criticise")
