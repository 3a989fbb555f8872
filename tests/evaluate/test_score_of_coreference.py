"""The measures of coreference agree with hand-made sums, and the floors hold where the gold is there."""

from pathlib import Path

import pytest

from dateline.evaluate.chains import ConllScore
from dateline.evaluate.coreference import evaluate, read_gum

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "coref" / "gum"


def chains(*words: str) -> list[frozenset[object]]:
    return [frozenset(word) for word in words]


def test_the_same_chains_score_one() -> None:
    score = ConllScore()
    score.add(chains("abc", "de"), chains("abc", "de"))
    assert score.value == pytest.approx(1.0)


def test_a_broken_chain_scores_as_by_hand() -> None:
    score = ConllScore()
    score.add(chains("abcd"), chains("ab", "cd"))
    assert score.muc.f1 == pytest.approx(2 * 1.0 * (2 / 3) / (1.0 + 2 / 3))
    assert score.b_cubed.f1 == pytest.approx(2 * 1.0 * 0.5 / 1.5)
    similarity = 2 * 2 / (4 + 2)
    assert score.ceaf.f1 == pytest.approx(2 * similarity * (similarity / 2) / (similarity + similarity / 2))


def test_chains_are_paired_for_the_largest_sum() -> None:
    score = ConllScore()
    score.add(chains("abc", "xy"), chains("ab", "cxy"))
    assert score.ceaf.found == pytest.approx(2 * 2 / 5 + 2 * 2 / 5)


def test_nothing_found_scores_nothing() -> None:
    score = ConllScore()
    score.add(chains("ab"), [])
    assert score.value == pytest.approx(0.0)


def test_gold_is_read_with_exact_places(tmp_path: Path) -> None:
    rows = ["0\tAnna\t(person-1(person-2)", "1\t's\t_", "2\tson\tperson-1)", "3\tleft\t_", "4\t.\t_"]
    (tmp_path / "one.conll").write_text("# begin document one\n" + "\n".join(rows) + "\n", "utf-8")
    text = next(read_gum(tmp_path))
    assert text.text == "Anna's son left."
    assert [m.span.of(text.text) for m in text.mentions] == ["Anna's son", "Anna"]


@pytest.mark.slow
@pytest.mark.skipif(not GOLD.exists(), reason="the gold is not here")
def test_gum_news_reaches_its_floor() -> None:
    report = evaluate(GOLD)
    for name, floor in (("conll.f1", 0.76), ("conll.f1-without-singletons", 0.67), ("pronoun.precision", 0.85)):
        value = report.figure(name).value
        assert value is not None
        assert value >= floor, name
