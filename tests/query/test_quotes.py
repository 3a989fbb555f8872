"""Asking for quotes: by kind, by what they are about, and with the claims inside them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.export.reading_format import from_json
from dateline.model.reading import Reading
from dateline.query import find
from dateline.query.answer import ask
from dateline.query.why import why

ACCORD = Path(__file__).parents[1] / "cases" / "readings" / "accord.json"


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ({"kind": "direct"}, 1),
        ({"kind": "Direct"}, 1),
        ({"kind": "indirect"}, 0),
        ({"kind": "mixed"}, 0),
        ({"about": "accord"}, 1),
        ({"about": "accords"}, 1),
        ({"about": "price accord"}, 1),
        ({"about": "honouring"}, 1),
        ({"about": "honours"}, 1),
        ({"about": "ring"}, 0),
        ({"about": "HONOUR, the accord."}, 1),
        ({"about": '"honour the accord"'}, 1),
        ({"about": '"accord honour"'}, 0),
        ({"about": "accord fish"}, 0),
        ({"about": "acc"}, 0),
        ({"about": "a.cord"}, 0),
        ({"about": "accord", "who": "NOR", "kind": "direct"}, 1),
        ({"about": "accord", "with_": "TZA"}, 0),
        ({"about": "''"}, 1),
    ],
)
def test_quotes_are_those_of_a_kind_and_about_something(record: Any, given: dict[str, str], count: int) -> None:
    assert len(ask(record, "quotes", **given)) == count


def test_a_kind_that_is_none_is_refused_with_those_that_are(record: Any) -> None:
    with pytest.raises(UsageError, match="--kind loud: must be one of direct, indirect, mixed"):
        ask(record, "quotes", kind="loud")


@pytest.fixture(scope="module")
def within(in_memory: Callable[..., Any]) -> tuple[Any, str, str]:
    """A record in which one claim stands in the quote, with the ids of both."""
    data = json.loads(ACCORD.read_text("utf-8"))
    claim, quote = data["claims"][-1], data["quotes"][0]
    claim["attributed_to"]["quote"] = quote["id"]
    return in_memory(from_json(data)), claim["id"], quote["id"]


def test_a_quote_knows_the_claims_inside_it_and_a_claim_its_quote(within: tuple[Any, str, str]) -> None:
    record, claim, quote = within
    assert [(row["id"], row["claims"]) for row in ask(record, "quotes")] == [(quote, [claim])]
    assert {row["id"]: row["quote"] for row in ask(record, "claims") if row["quote"]} == {claim: quote}


def test_why_leads_from_a_claim_to_its_quote_and_back(within: tuple[Any, str, str]) -> None:
    record, claim, quote = within
    of_claim = {(f.label, f.text) for f in why(find.annotation(record, claim)).facts}
    of_quote = {(f.label, f.text) for f in why(find.annotation(record, quote)).facts}
    assert ("inside of", f"quote {quote}") in of_claim
    assert ("used by", f"claim {claim}") in of_quote


def test_what_is_threatened_in_a_quotation_is_a_claim_inside_it(
    in_memory: Callable[..., Any], read: Callable[..., Reading]
) -> None:
    record = in_memory(read("“Russian troops attacked a village in Georgia on Monday,” President Silva said in Lima."))
    (quote,) = ask(record, "quotes", about="village attack", kind="direct")
    claims = [row for row in ask(record, "claims") if row["id"] in quote["claims"]]
    assert [(row["type"], row["quote"]) for row in claims] == [("ASSAULT", quote["id"])]
