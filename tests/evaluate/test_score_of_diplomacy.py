"""Contacts, agreements, positions and exchanges on thirty reports of our own."""

from pathlib import Path

import pytest

from dateline.evaluate.readings import evaluate, load_gold

GOLD = Path(__file__).parents[1] / "cases" / "readings" / "gold"
LAYERS = ("contacts", "agreements", "positions", "exchanges")


def test_the_gold_has_thirty_reports_and_every_word_of_its_evidence_stands_in_them() -> None:
    golds = load_gold(GOLD)
    assert len(golds) == 30
    for gold in golds:
        for item in (*gold["events"], *(x for layer in LAYERS for x in gold[layer])):
            assert item["evidence"] in gold["text"], gold["name"]


def test_ten_reports_have_no_diplomacy_in_them() -> None:
    empty = [g for g in load_gold(GOLD) if not any(x for layer in LAYERS for x in g[layer] if not x.get("optional"))]
    assert len(empty) == 10


@pytest.mark.slow
def test_the_diplomatic_layers_reach_their_floors() -> None:
    report = evaluate(GOLD)
    floors = {
        "contact.f1": 0.85,
        "agreement.f1": 0.75,
        "position.f1": 0.80,
        "exchange.f1": 0.80,
        "contact_level": 0.90,
        "contact_form": 0.90,
        "contact_setting": 0.90,
    }
    for name, floor in floors.items():
        value = report.figure(name).value
        assert value is not None
        assert value >= floor, name
