"""Gold standard records and relations: what counts as found."""

import json
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluate.events import Case, load, report, right_sides, score
from dateline.evaluate.relations import macro_f1, quad_of_root, sides
from dateline.evaluate.relations import report as relations_report
from dateline.model.claim import Claim, Side
from dateline.model.span import Span
from dateline.ontology.plover import root_of

AT = Span(0, 4)


def claim(kind: str, actor: str, recipient: str | None = None, *, at: tuple[Span, Span] = (AT, AT)) -> Claim:
    recipients = (Side(at[1], None, recipient),) if recipient else ()
    return Claim(kind, "happened", AT, AT, actors=(Side(at[0], None, actor),), recipients=recipients)


def case(kind: str = "ASSAULT", sources: str = "RUS", targets: str = "UKR") -> Case:
    return Case("1", "text", kind, frozenset(sources.split()), frozenset(targets.split()))


def test_older_names_are_mapped_and_misspelled_codes_mended(tmp_path: Path) -> None:
    rows = [
        {"id": "0", "event": "DOCUMENT", "text": "about"},
        {"id": "1", "event": "DEMAND", "text": "x", "source": [{"code": "JAP"}], "target": [{"code": "RUS"}]},
    ]
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(rows))
    (found,) = load(path)
    assert (found.type, found.sources) == ("REQUEST", frozenset({"JPN"}))


def test_a_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text("{")
    with pytest.raises(UsageError, match="no JSON"):
        load(path)


def test_sides_must_meet_on_each_side_and_a_meeting_has_one_side() -> None:
    assert right_sides(claim("ASSAULT", "RUS", "UKR"), case())
    assert not right_sides(claim("ASSAULT", "UKR", "RUS"), case())
    both = Claim("CONSULT", "happened", AT, AT, actors=(Side(AT, None, "USA"), Side(AT, None, "RUS")))
    assert right_sides(both, case("CONSULT", "RUS", "USA"))
    assert not right_sides(both, case("CONSULT", "RUS", "UKR"))


def test_type_and_countries_are_counted_apart() -> None:
    cases = [case(), case("AID", "DEU", "UKR")]
    found = [[claim("ASSAULT", "RUS", "GEO")], []]
    assert score(cases[0], found[0]) == (True, False)
    figures = report(cases, found)
    assert figures.figure("events.type").value == 0.5
    assert figures.figure("events.type_countries").value == 0.0


def test_marks_tell_which_of_two_equal_words_is_meant() -> None:
    text = "Chad hit Chad"
    row = {"sentence": text, "marked_sentence": "<t>Chad</t> hit <s>Chad</s>", "source": "Chad", "target": "Chad"}
    assert sides(row) == (Span(9, 13), Span(0, 4))
    assert sides({**row, "marked_sentence": ""}) == (Span(0, 4), Span(0, 4))
    assert sides({**row, "target": "Mali", "marked_sentence": ""}) == (Span(0, 4), None)


def test_retreat_and_concede_are_one_root() -> None:
    assert root_of("RETREAT") == root_of("CONCEDE") == "YIELD"
    assert (quad_of_root("YIELD"), quad_of_root("ACCUSE")) == ("2", "3")


def test_macro_f1_weighs_each_class_alike() -> None:
    assert macro_f1(["A", "A", "A", "B"], ["A", "A", "A", "A"]) == pytest.approx((6 / 7) / 2)
    figures = relations_report(["AID", "YIELD"], ["2", "2"], ["AID", "YIELD"])
    assert figures.figure("relations.root_macro_f1").value == 1.0
