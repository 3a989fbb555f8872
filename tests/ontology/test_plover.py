"""PLOVER as data: complete, consistent, and one decision for every contradiction of its sources."""

import pytest

from dateline.errors import OntologyError
from dateline.lang.lexicon import lexicon
from dateline.lang.patterns import table
from dateline.ontology.bodies import bodies
from dateline.ontology.offices import terms
from dateline.ontology.plover import cameo_of, contexts, decisions, event_types, quad_of, score_of, sectors


def test_there_are_16_types_with_unique_labels_and_37_contexts() -> None:
    types = event_types()
    assert len(types) == 16
    assert len({t.label for t in types.values()}) == 16
    assert len(contexts()) == 37


def test_recipients_are_required_where_the_manual_says() -> None:
    assert {t.name for t in event_types().values() if t.recipient_required} == {"COOPERATE", "AID", "SANCTION"}


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("accuse-score", lambda: score_of("ACCUSE", None) == -3),
        ("sanction-quad", lambda: quad_of("SANCTION") == 4),
        ("sixteen-types", lambda: decisions()["sixteen-types"].map["DEMAND"] == "REQUEST"),
        ("cameo-20", lambda: (cameo_of("ASSAULT", "unconventional") or "").startswith("20")),
        ("foreign-modes", lambda: decisions()["foreign-modes"].map["assassinate"] in event_types()["ASSAULT"].modes),
        ("future-retreat", lambda: "CONCEDE" in decisions()["future-retreat"].decision),
        ("modes-without-cameo", lambda: cameo_of("COERCE", "cyber") is None),
        ("crowd-control-restrict", lambda: "restrict" in event_types()["COERCE"].modes),
        ("vandalize-score", lambda: score_of("PROTEST", "vandalize") == score_of("PROTEST", None)),
    ],
)
def test_each_contradiction_has_a_decision_with_a_reason(name: str, holds: object) -> None:
    decision = decisions()[name]
    assert decision.reason
    assert decision.question
    assert callable(holds)
    assert holds()


def test_there_are_25_sectors_and_every_file_names_only_these() -> None:
    known = set(sectors())
    assert len(known) == 25
    assert {s for s, nouns in table("en", "groups").items() if isinstance(nouns, dict)} <= known
    assert {row["sector"] for row in table("en", "titles")["title"] if "sector" in row} <= known
    assert {s for b in bodies() for s in b.sectors} <= known
    assert {t.sector for t in terms()} <= known
    assert set(table("en", "diplomacy")["contact"]["words"]["sectors"]) <= known


def test_the_lexicon_names_only_types_modes_and_contexts_that_exist() -> None:
    types, known = event_types(), contexts()
    for entry in lexicon().entries:
        assert entry.type in types, entry.name
        assert entry.mode is None or entry.mode in types[entry.type].modes, entry.name
        assert set(entry.contexts) <= set(known), entry.name


def test_an_unknown_type_is_no_type() -> None:
    with pytest.raises(KeyError):
        quad_of("FIGHT")
    assert issubclass(OntologyError, Exception)
