"""Contexts, merging, the seam for a model, and why a sentence gave nothing."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from dateline.config import load_settings
from dateline.extract.claims import Claims
from dateline.extract.claims.contexts import contexts_in
from dateline.extract.claims.explain import why_not
from dateline.extract.claims.merge import dates_fit, merged, same_event, tells_less
from dateline.extract.claims.typer import NONE, Candidate
from dateline.ingest import documents
from dateline.model.claim import STATUSES, Claim, Side
from dateline.model.document import Document
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.time import EventDate
from dateline.pipeline import Reader
from dateline.registry import STAGES

BEFORE = list(STAGES)[: list(STAGES).index("claims")]
Parse = Callable[..., Reading]


def claim(kind: str = "ASSAULT", *, to: str | None = "UKR", at: int = 0, day: str | None = None) -> Claim:
    span = Span(at, at + 5)
    date = EventDate(day, day, "day", "adjunct") if day else None
    recipients = (Side(span, None, to),) if to else ()
    return Claim(kind, "happened", span, span, actors=(Side(span, None, "RUS"),), recipients=recipients, date=date)


def test_cue_words_give_contexts_and_given_ones_come_first() -> None:
    words = "the nuclear talks between the ambassador and the foreign minister".split()
    assert contexts_in(words, given=("economic",))[0] == "economic"
    assert {"cbrn", "diplomatic"} <= set(contexts_in(words))


def test_the_same_sides_and_day_are_one_event_and_another_day_is_not() -> None:
    assert same_event(claim(day="2026-03-01"), claim(at=50, day="2026-03-01"), same_words=True)
    assert not same_event(claim(day="2026-03-01"), claim(at=50, day="2026-03-02"), same_words=True)
    assert not same_event(claim(), claim(to="GEO"), same_words=True)
    assert not same_event(claim("ACCUSE"), claim("ACCUSE", at=50), same_words=False)


def test_an_unknown_date_fits_any_and_a_month_holds_its_days() -> None:
    day = EventDate("2026-03-05", "2026-03-05", "day", "adjunct")
    month = EventDate("2026-03", "2026-03", "month", "adjunct")
    assert dates_fit(None, day)
    assert dates_fit(month, day)


def test_a_headline_without_names_tells_less_than_the_claim_of_the_lead() -> None:
    span = Span(0, 5)
    headline = Claim("CONSULT", "happened", span, span, actors=(Side(span, "a1"),))
    lead = Claim("CONSULT", "happened", span, span, actors=(Side(span, "a2", "KEN"), Side(span, "a3", "UGA")))
    assert tells_less(headline, lead)
    assert not tells_less(lead, headline)
    assert not tells_less(headline, claim())


def test_merging_keeps_the_other_place_as_also() -> None:
    kept = merged(claim(), claim(at=50))
    assert kept.also == (Span(50, 55),)


class _Contrary:
    name = "contrary"

    def __call__(self, text: str, candidates: Sequence[Candidate]) -> Sequence[Mapping[str, float]]:
        return [{c.type: 0.1, NONE: 0.9} for c in candidates]


def test_a_model_that_says_none_leaves_no_claim(parse: Parse) -> None:
    reading = parse("Canada imposed sanctions on Belarus.", stages=BEFORE)
    assert list(Claims()(reading))
    assert list(Claims(_Contrary())(reading)) == []


def test_why_not_names_the_step_at_which_a_sentence_was_given_up(parse: Parse) -> None:
    reading = parse(
        "The cat slept. Canada imposed sanctions on Belarus. The gardener attacked the weeds.", stages=BEFORE
    )
    reading.add(list(Claims()(reading)))
    codes = [[f.code for f in why_not(reading, n)] for n in range(3)]
    assert codes[0] == ["not-in-lexicon"]
    assert "claim" in codes[1]
    assert codes[2][0] in {"conditions", "no-political-side", "no-actor"}


def test_claims_are_the_same_when_read_again(parse: Parse) -> None:
    text = "Turkey accused Greece of lying. Greek officials met the Turkish envoy and signed a treaty."
    first, second = (list(Claims()(parse(text, stages=BEFORE))) for _ in range(2))
    assert first == second
    assert len({a.id for a in first}) == len(first)


REPORTS = Path(__file__).parents[3] / "examples" / "reports"


@pytest.mark.slow
def test_every_status_told_of_the_bundled_reports_is_one_of_the_eight(reader: Reader) -> None:
    reports = (d for d in documents([str(REPORTS)], settings=load_settings()) if isinstance(d, Document))
    found = [a.value.status for reading in reader.read_all(reports) for a in reading.claims]
    assert len(found) > 50
    assert set(found) <= set(STATUSES)


def test_a_call_has_no_place_where_nothing_says_whence_it_was_made(parse: Parse) -> None:
    text = "WASHINGTON, March 10 (AP) - The American president spoke by phone with the Peruvian president on Monday."
    (call,) = [a.value for a in parse(text, stages=[*BEFORE, "claims"]).claims]
    assert (call.mode, call.place) == ("phone", None)
