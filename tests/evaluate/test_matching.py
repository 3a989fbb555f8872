"""Matching one to one, and carrying spans from text to text."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.evaluate.matching import Aligner, one_to_one
from dateline.evaluate.report import precision_recall, share
from dateline.model.span import Span

PAIRS = st.sets(st.tuples(st.integers(0, 3), st.integers(0, 3)))


@settings(deadline=None)  # other work on the machine is no failure
@given(PAIRS)
def test_no_other_matching_has_more_pairs(allowed: set[tuple[int, int]]) -> None:
    found = one_to_one(range(4), range(4), lambda a, b: (a, b) in allowed)
    assert len(set(found.values())) == len(found)
    assert set(found.items()) <= allowed
    assert len(found) == max(sum(pair in allowed for pair in enumerate(p)) for p in permutations(range(4)))


@settings(deadline=None)  # other work on the machine is no failure
@given(st.lists(st.text("abc", min_size=1, max_size=6), min_size=3, max_size=6), st.data())
def test_a_span_is_carried_over_to_the_same_words(words: list[str], data: st.DataObject) -> None:
    source, target = " ".join(words), "headline\n\n" + "\n \t".join(words) + "\nend"
    index = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:index])) + bool(index)
    carried = Aligner(source, target)(Span(start, start + len(words[index])))
    assert carried is not None
    assert "".join(carried.of(target).split()) == words[index]


def test_a_text_that_is_not_there_is_not_aligned() -> None:
    assert not Aligner("one\ntwo three", "four five").aligned
    assert Aligner("one\ntwo three", "two three").aligned


def test_a_share_has_wilsons_interval() -> None:
    figure = share("recall", 8, 10)
    assert (figure.value, figure.low, figure.high) == (0.8, 0.4902, 0.9433)
    assert share("recall", 0, 0).value is None


def test_f1_is_the_harmonic_mean_and_nothing_where_nothing_was_counted() -> None:
    assert precision_recall("q", right=1, given=2, found=1, wanted=1)[2].value == 2 / 3
    assert precision_recall("q", right=0, given=0, found=0, wanted=1)[2].value is None
    assert precision_recall("q", right=0, given=1, found=0, wanted=1)[2].value == 0.0
