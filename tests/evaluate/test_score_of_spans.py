"""Source and target spans: the BIO file as text, the fifth held out, what counts as right."""

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluate.spans import Part, Sentence, evaluate, load, report
from dateline.model.span import Span

FILE = """The\tB-S
Peruvian\tI-S
army\tI-S
attacked\tO
Chile\tB-T
's\tI-T
navy\tI-T
.\tO

Mali\tB-R
and\tO
Chad\tB-R
met\tO
.\tO
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.txt"
    path.write_text(FILE)
    return path


def test_tokens_are_set_as_text_and_sides_are_places_in_it(gold: Path) -> None:
    first, second = load(gold)
    assert first.text == "The Peruvian army attacked Chile's navy."
    assert [(p.label, p.span.of(first.text)) for p in first.parts] == [
        ("S", "The Peruvian army"),
        ("T", "Chile's navy"),
    ]
    assert [p.label for p in second.parts] == ["R", "R"]


def test_a_file_with_other_tags_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.txt"
    path.write_text("Mali\tB-ORG\n")
    with pytest.raises(UsageError, match="no token and tag"):
        load(path)


def test_half_of_the_joint_length_is_right_and_both_is_met_by_either() -> None:
    made = Sentence("x" * 40, (Part("S", Span(0, 10)), Part("R", Span(20, 30))))
    found = [Part("S", Span(0, 6)), Part("T", Span(20, 30)), Part("T", Span(0, 10))]
    name = "spans" if made.held_out else "rest"
    figures = report([made], [found])
    assert figures.figure(f"{name}.recall").hits == 2
    assert figures.figure(f"{name}.precision").value == pytest.approx(2 / 3)


@pytest.mark.slow
def test_the_sides_of_plain_sentences_are_found(gold: Path, tmp_path: Path) -> None:
    figures = evaluate(gold, predictions=tmp_path / "said.tsv")
    found = sum(figures.figure(f"{n}.recall").hits or 0 for n in ("spans", "rest"))
    assert found == 4
    assert "S 0-17; T 27-39" in (tmp_path / "said.tsv").read_text()
