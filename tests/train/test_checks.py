"""The data of the checker: verdicts by marks, reports that are left out, texts of gold that are never learned from."""

import json
from pathlib import Path

import pytest

from dateline.model.claim import Claim, Side
from dateline.model.span import Span
from dateline.train.check_data import left_out
from dateline.train.gold_texts import bio_sentences, conll_reports, plain, quad_sentences, re3d_reports
from dateline.train.marked import Marked
from dateline.train.own_checks import verdict

TEXT = "Nepal sent rice to Chad on Monday."


def marked(kind: str = "AID", *, target: tuple[int, int] | None = (19, 23), status: str = "happened") -> Marked:
    return Marked(kind, None, status, TEXT, (0, 5), target, (6, 10))


NEPAL, CHAD, WORD = Span(0, 5), Span(19, 23), Span(6, 10)


def claim(
    kind: str = "AID",
    *,
    actors: tuple[Span, ...] = (NEPAL,),
    recipients: tuple[Span, ...] = (CHAD,),
    trigger: Span = WORD,
) -> Claim:
    actor_sides, recipient_sides = (tuple(Side(s, None, None) for s in spans) for spans in (actors, recipients))
    return Claim(
        type=kind,
        status="happened",
        trigger=trigger,
        evidence=trigger,
        actors=actor_sides,
        recipients=recipient_sides,
        probability=0.9,
        method="a.rule",
    )


@pytest.mark.parametrize(
    ("made", "gold", "true"),
    [
        (claim(), marked(), True),
        (claim("ASSAULT"), marked(), False),
        (claim(actors=(Span(19, 23),), recipients=(Span(0, 5),)), marked(), False),
        (claim(recipients=()), marked(), False),
        (claim(), marked(status="planned"), False),
        (claim(), marked("NONE"), False),
        (claim(trigger=Span(11, 15)), marked(), None),
        (claim(), marked(target=None), None),
        (claim("CONSULT", actors=(Span(0, 5), Span(19, 23)), recipients=()), marked("CONSULT"), True),
    ],
    ids=["right", "type", "sides", "missing", "status", "no act", "other word", "more than marked", "together"],
)
def test_a_claim_is_true_as_far_as_the_marks_of_its_sentence_tell(made: Claim, gold: Marked, true: bool | None) -> None:
    assert verdict(made, gold) is true


def test_two_fifths_of_the_reports_are_left_out_by_their_hash() -> None:
    hashes = [f"{i:064x}" for i in range(1000)]
    assert sum(map(left_out, hashes)) == 400
    assert left_out("f" * 60 + "0001")
    assert not left_out("f" * 60 + "0002")


def test_words_are_set_as_a_sentence() -> None:
    assert (
        plain(["Chad", "'s", "army", "(", "5,000", ")", "did", "n't", "move", "."])
        == "Chad's army (5,000) didn't move."
    )


def test_a_held_out_sentence_says_so(tmp_path: Path) -> None:
    path = tmp_path / "bio.txt"
    names = ["Chad", "Niger", "Mali", "Togo", "Benin", "Ghana", "Kenya", "Gabon", "Nepal", "India"]
    path.write_text("\n\n".join(f"{n}\tS\nmet\tO\nPeru\tT\n.\tO" for n in names) + "\n", encoding="utf-8")
    found = list(bio_sentences(path))
    assert [s.text for s in found] == [f"{n} met Peru." for n in names]
    assert 0 < sum(s.held_out for s in found) < len(names)


def test_reports_of_gold_are_read_whole(tmp_path: Path) -> None:
    conll = tmp_path / "a.conll"
    rows = [
        ("d", 1, 0, "It"),
        ("d", 1, 1, "left"),
        ("d", 0, 0, "Chad"),
        ("d", 0, 1, "met"),
        ("d", 0, 2, "."),
        ("e", 0, 0, "No"),
    ]
    conll.write_text("#begin\n" + "\n".join("\t".join(map(str, r)) for r in rows) + "\n", encoding="utf-8")
    assert list(conll_reports(conll, joint="\n")) == ["Chad met.\nIt left", "No"]
    quads = tmp_path / "quad.tsv"
    quads.write_text("sentence\tquad\nChad met Peru .\t1\n\n", encoding="utf-8")
    assert list(quad_sentences(quads)) == ["Chad met Peru ."]
    (tmp_path / "UK").mkdir()
    (tmp_path / "UK" / "documents.json").write_text(json.dumps({"text": "Chad met Peru."}) + "\n\n", encoding="utf-8")
    assert list(re3d_reports(tmp_path)) == ["Chad met Peru."]
