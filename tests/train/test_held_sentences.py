"""The shipped network on our own sentences that it never learned from: its floor."""

import pytest

from dateline.extract.claims.network import network
from dateline.train.held import held_sentences, score

pytestmark = pytest.mark.slow

FLOORS = {"held.type": 0.68, "held.status": 0.89, "held.mode": 0.50, "held.act": 0.88}


def test_the_network_keeps_its_floors() -> None:
    report = score(held_sentences(), network())
    assert {name: report.figure(name).value for name in FLOORS if (report.figure(name).value or 0) < FLOORS[name]} == {}
