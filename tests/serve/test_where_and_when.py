"""Claims and contacts by place and day, over reports that are shipped as examples."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.config import load_settings
from dateline.ingest import documents
from dateline.model.document import Document
from dateline.pipeline import Reader
from dateline.store.maker import Maker
from dateline.store.record import Record
from dateline.store.writer import write

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
REPORTS = ("2022-01-21-geneva-2022.txt", "2022-11-02-pretoria-signed.txt", "2022-11-12-nairobi-signed.txt")
Command = Callable[..., Any]


@pytest.fixture(scope="module")
def examples(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record of three reports: Geneva in January 2022, Pretoria and Nairobi in November."""
    folder = tmp_path_factory.mktemp("where") / "examples.record"
    found = documents([str(EXAMPLES / name) for name in REPORTS], settings=load_settings())
    readings = list(reader.read_all(d for d in found if isinstance(d, Document)))
    with Record.open(folder, mode="create") as opened:
        write(opened, readings, maker=Maker("0"))
    return str(folder)


@pytest.fixture
def ask(dateline: Command, examples: str) -> Callable[..., list[dict[str, str]]]:
    """`ask("claims", "--where", "KEN")`: the rows of the answer."""

    def rows(*words: str) -> list[dict[str, str]]:
        answer = dateline(*words, "--record", examples, "--to", "csv")
        assert answer.code == 0
        return list(csv.DictReader(io.StringIO(answer.out)))

    return rows


@pytest.mark.parametrize(
    ("where", "places"),
    [
        ("Geneva", {"Geneva"}),
        ("Switzerland", {"Geneva"}),
        ("CHE", {"Geneva"}),
        ("Gauteng", {"Pretoria"}),  # the province that Pretoria lies in
        ("5.9,45.8,10.5,47.8", {"Geneva"}),  # a box round Switzerland
        ("KEN", {"Nairobi"}),
        ("New Zealand", set()),
    ],
)
def test_claims_are_asked_for_by_place_country_division_and_box(
    ask: Callable[..., list[dict[str, str]]], where: str, places: set[str]
) -> None:
    assert {row["place"] for row in ask("claims", "--where", where)} == places


def test_contacts_are_asked_for_by_place_too(ask: Callable[..., list[dict[str, str]]]) -> None:
    assert {row["place"] for row in ask("contacts", "--where", "CHE")} == {"Geneva"}


def test_since_and_until_ask_for_the_day_of_the_event(ask: Callable[..., list[dict[str, str]]]) -> None:
    early = ask("claims", "--until", "2022-06")
    late = ask("claims", "--since", "2022-10-15", "--until", "2022")
    assert early
    assert late
    assert all(row["date"] < "2022-07" for row in early)
    assert all(row["date_end"] >= "2022-10-15" or len(row["date_end"]) < len("2022-10-15") for row in late)
    assert not {row["id"] for row in early} & {row["id"] for row in late}


def test_published_since_and_until_ask_for_the_day_of_the_report(ask: Callable[..., list[dict[str, str]]]) -> None:
    found = ask("claims", "--published-since", "2022-11-01", "--published-until", "2022-11-05")
    assert {row["published"][:10] for row in found} == {"2022-11-02"}
    everything = ask("claims", "--published-since", "2022", "--published-until", "2022")
    assert {row["published"][:10] for row in everything} == {"2022-01-21", "2022-11-02", "2022-11-12"}
