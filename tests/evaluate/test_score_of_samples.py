"""Claims drawn at random and judged: the draw, the file of judgements, the figures."""

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluate.sample import (
    FIRST,
    SECOND,
    Drawn,
    Judgement,
    Place,
    draw,
    evaluate,
    kappa,
    load,
    place_of,
    report,
    save,
    second_order,
    window,
)
from dateline.ingest.assemble import assemble
from dateline.model import layers
from dateline.model.annotation import Annotation
from dateline.model.claim import Claim, Side
from dateline.model.reading import Reading
from dateline.model.span import Span

TEXT = "Peru accused Chile of spying on Monday."
CLAIM = Claim(
    "ACCUSE",
    "happened",
    Span(5, 12),
    Span(0, 28),
    mode="allege",
    actors=(Side(Span(0, 4), None, "PER"),),
    recipients=(Side(Span(13, 18), None, "CHL"),),
)


def place(number: int, kind: str = "ACCUSE") -> Place:
    return Place("0" * 64, number, number + 4, kind, "", "happened", "0-4", "")


def reading(*, claims: int, lead: str = "") -> Reading:
    document = assemble(lead + TEXT)
    made = Reading(document)
    made.add(
        Annotation(
            f"{lead}c{i}", layers.CLAIM, Span(i, i + 2), "rule", Claim("AID", "planned", Span(i, i + 2), CLAIM.evidence)
        )
        for i in range(claims)
    )
    return made


def test_a_place_is_offsets_and_a_hash_and_no_word() -> None:
    assert place_of("ab", CLAIM) == Place("ab", 5, 12, "ACCUSE", "allege", "happened", "0-4", "13-18")


def test_the_same_seed_draws_the_same_claims_in_whatever_order_reports_come() -> None:
    reports = [reading(claims=9), reading(claims=9, lead="Peru waited. ")]
    first, again = draw(reports, n=5, seed=3), draw(reports[::-1], n=5, seed=3)
    assert [d.place for d in first] == [d.place for d in again]
    assert [d.place for d in draw(reports, n=5, seed=4)] != [d.place for d in first]
    assert len(draw(reports, n=50, seed=3)) == 18


def test_the_second_round_shows_the_same_claims_in_another_order() -> None:
    drawn = draw([reading(claims=12)], n=12, seed=3)
    second = second_order(drawn, seed=3)
    assert second != drawn
    assert sorted(second, key=lambda d: d.place) == sorted(drawn, key=lambda d: d.place)


def test_judgements_come_back_as_they_were_kept(tmp_path: Path) -> None:
    path = tmp_path / "judged.tsv"
    made = [Judgement(place(9), SECOND, "unsure"), Judgement(place(7), FIRST, "true")]
    save(path, made)
    assert load(path) == made[::-1]
    assert load(tmp_path / "none.tsv") == []


@pytest.mark.parametrize("words", ["a\tb\n1\t2\n", None])
def test_a_file_that_holds_no_judgements_is_refused(tmp_path: Path, words: str | None) -> None:
    path = tmp_path / "judged.tsv"
    if words is None:
        save(path, [Judgement(place(1), FIRST, "true")])
        words = path.read_text().replace("true", "perhaps")
    path.write_text(words)
    with pytest.raises(UsageError):
        load(path)


def test_precision_is_given_per_type_with_an_interval_and_unsure_is_not_right(tmp_path: Path) -> None:
    verdicts = ["true"] * 6 + ["no-event", "unsure"]
    found = [Judgement(place(i, "AID" if i < 2 else "ACCUSE"), FIRST, v) for i, v in enumerate(verdicts)]
    path = tmp_path / "judged.tsv"
    save(path, found)
    figures = evaluate(path)
    whole = figures.figure("sample.precision")
    assert (whole.value, whole.low, whole.high) == (0.75, 0.4093, 0.9285)
    assert figures.figure("sample.AID").value == 1.0
    assert figures.figure("sample.ACCUSE").hits == 4
    assert figures.figure("sample.unsure").hits == 1


def test_the_agreement_of_two_rounds_is_given_with_what_chance_leaves_of_it() -> None:
    pairs = [("true", "true")] * 6 + [("true", "no-event")] + [("wrong-side", "unsure")] * 3
    found = [Judgement(place(i), n, pair[n - 1]) for i, pair in enumerate(pairs) for n in (FIRST, SECOND)]
    figures = report(found)
    assert figures.figure("sample.agreement").value == 0.9
    assert figures.figure("sample.kappa").value == pytest.approx(0.783, abs=0.001)
    assert kappa([(True, True)]) is None


def test_what_is_shown_holds_the_sides_that_stand_near_and_ends_between_words() -> None:
    text = "Nothing of note. " * 60 + TEXT + " And so on." * 60
    at = text.index(TEXT)
    moved = Claim("ACCUSE", "happened", Span(at + 5, at + 12), Span(at, at + 28), actors=(Side(Span(0, 7), None),))
    shown = window(Drawn(place(1), text, moved), around=200).of(text)
    assert TEXT in shown
    assert len(shown) < 400
    assert text[text.index(shown) - 1] == " "
