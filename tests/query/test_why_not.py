"""What was seen in a sentence that gave no claim."""

from collections.abc import Callable

import pytest

from dateline.errors import UsageError
from dateline.model.reading import Reading
from dateline.query.why_not import why_not

STAGES = ["regions", "times", "mentions", "places", "coreference", "predicates", "claims"]
TEXT = "Accord signed\n\nSudan invaded Chad in 2021. The morning was cold. Its minister slept."


@pytest.fixture
def reading(parse: Callable[..., Reading]) -> Reading:
    return parse(TEXT, stages=STAGES)


def test_sentences_without_a_claim_are_told_each_with_a_reason(reading: Reading) -> None:
    claimed = {claim.span.of(reading.text) for claim in reading.claims}
    assert claimed == {"invaded"}
    told = {sentence.span.of(reading.text): sentence for sentence in why_not(reading)}
    assert "The morning was cold." in told
    assert not any("invaded" in words for words in told)
    assert all(sentence.noticed for sentence in told.values())


def test_a_sentence_asked_for_by_number_is_told_even_where_it_gave_a_claim(reading: Reading) -> None:
    (sentence,) = why_not(reading, 2)
    assert sentence.span.of(reading.text) == "Sudan invaded Chad in 2021."
    assert [claim.value.type for claim in sentence.claims] == ["ASSAULT"]
    told = {noticed.label: noticed.text for noticed in sentence.noticed}
    assert told["who"] == "Sudan (SDN), Chad (TCD)"
    assert told["when"].startswith("2021 = 2021")


@pytest.mark.parametrize("number", [0, 99])
def test_a_sentence_that_is_not_there_is_refused(reading: Reading, number: int) -> None:
    with pytest.raises(UsageError, match=rf"has sentences 1 to \d, none is {number}"):
        why_not(reading, number)


def test_a_report_that_was_not_read_says_why(accord: Reading) -> None:
    with pytest.raises(UsageError, match="was not read"):
        why_not(accord)
