"""A claim has the date and the place of the act that it tells, not of the deed that it speaks of."""

from collections.abc import Callable

from dateline.model.claim import Claim
from dateline.model.reading import Reading

Read = Callable[..., Reading]


def the_claim(reading: Reading, kind: str) -> Claim:
    return next(c.value for c in reading.claims if c.value.type == kind)


def test_a_refusal_is_of_the_day_of_refusing(read: Read) -> None:
    claim = the_claim(read("Turkey on Tuesday refused to meet the Greek delegation on Friday."), "REJECT")
    assert claim.date is not None
    assert claim.date.start == "2023-02-28"


def test_a_threat_is_of_the_day_on_which_it_is_said(read: Read) -> None:
    claim = the_claim(
        read(
            "Syrian Foreign Minister Faisal Mekdad said on Wednesday that Syria would continue its attacks on Turkey."
        ),
        "THREATEN",
    )
    assert claim.date is not None
    assert claim.date.start == "2023-03-01"


def test_an_agreement_told_by_its_noun_has_the_date_of_agreeing(read: Read) -> None:
    claim = the_claim(read("In May 2021 Armenia and Azerbaijan agreed to a prisoner swap."), "AGREE")
    assert claim.date is not None
    assert claim.date.start == "2021-05"


def test_what_is_planned_has_the_date_that_it_is_planned_for(read: Read) -> None:
    claim = the_claim(read("Kenyan President William Ruto will visit Ethiopia on March 9."), "AGREE")
    assert claim.date is not None
    assert claim.date.start == "2023-03-09"


def test_what_is_planned_for_a_weekday_lies_ahead(read: Read) -> None:
    text = "Thousands of Israelis plan to protest at the speech of Prime Minister Benjamin Netanyahu on Monday."
    claim = the_claim(read(text), "PROTEST")
    assert claim.date is not None
    assert claim.date.start == "2023-03-06"
