"""The scorer of quotes: what it reads from brat files, and what it counts."""

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluate.quotes import Attribution, Tallies, articles, evaluate, overlap, read_brat
from dateline.model.span import Span

TEXT = 'Silva said that "the talks go on," and left. She believes in peace.'
BRAT = (
    "T1\tSource 0 5\tSilva\n"
    "T2\tCue 6 10\tsaid\n"
    'T3\tContent 11 34\tthat "the talks go on,"\n'
    "T4\tAttribution 6 10\tsaid\n"
    "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
    "T5\tSource 45 48\tShe\n"
    "T6\tCue 49 57\tbelieves\n"
    "T7\tContent 58 60;61 66\tin peace\n"
    "E2\tAttribution:T6 Source:T5 Cue:T6 Content:T7\n"
    "E3\tAttribution:T6 Source:T5\n"
)
SAID = Attribution([Span(17, 33)], [Span(0, 5)], [Span(6, 10)])


def figure(tallies: Tallies, name: str) -> float | None:
    return tallies.report(documents=1).figure(name).value


def counted(*given: Attribution) -> Tallies:
    tallies = Tallies()
    tallies.add(TEXT, read_brat(BRAT), list(given))
    return tallies


def test_a_brat_file_gives_attributions_that_have_a_content() -> None:
    first, second = read_brat(BRAT)
    assert first == Attribution([Span(11, 34)], [Span(0, 5)], [Span(6, 10)])
    assert second.content == [Span(58, 60), Span(61, 66)]


def test_marks_a_comma_and_that_do_not_make_a_content_inexact() -> None:
    assert figure(counted(SAID), "source+content.exact.precision") == 1.0


def test_a_wrong_source_makes_it_inexact_and_leaves_the_content_right() -> None:
    tallies = counted(Attribution(SAID.content, [Span(45, 48)], SAID.cue))
    assert figure(tallies, "source+content.exact.precision") == 0.0
    assert figure(tallies, "content.precision") == 1.0


def test_one_long_span_matches_one_of_gold_only() -> None:
    whole = Attribution([Span(0, len(TEXT))])
    tallies = counted(whole)
    assert figure(tallies, "content.precision") == 0.0


def test_the_same_content_given_twice_counts_once() -> None:
    tallies = counted(SAID, SAID)
    assert (tallies.content.right, tallies.content.given, tallies.content.wanted) == (1, 2, 2)


def test_direct_speech_is_marked_words_of_four_and_more_inside_a_content() -> None:
    tallies = counted(SAID)
    assert (tallies.direct.right, tallies.direct.given, tallies.direct.wanted) == (1, 1, 1)
    assert counted().direct.given == 0


def test_discontinuous_spans_overlap_by_their_shared_characters() -> None:
    assert overlap([Span(0, 10)], [Span(0, 4), Span(6, 10)]) == pytest.approx(0.8)


def test_of_several_annotators_of_an_article_the_first_counts(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "a_report.txt").write_text(TEXT, encoding="utf-8")
    for annotator in ("0001", "0002"):
        (tmp_path / "attributions" / f"a_report_{annotator}.ann").write_text(BRAT, encoding="utf-8")
    (tmp_path / "attributions" / "without_text_0001.ann").write_text(BRAT, encoding="utf-8")
    assert [(name, len(gold)) for name, _, gold in articles(tmp_path)] == [("a_report", 2)]


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="attributions"):
        evaluate(tmp_path)


GOLD = Path(__file__).parents[3] / "shared" / "gold" / "quotes" / "polnear-dev"


@pytest.mark.slow
@pytest.mark.skipif(not GOLD.exists(), reason="the gold is not here")
def test_polnear_stays_above_what_was_asked_for() -> None:
    report = evaluate(GOLD)
    asked = {"content.f1": 0.70, "source.f1": 0.74, "cue.f1": 0.70, "source+content.exact.f1": 0.42, "direct.f1": 0.94}
    for name, least in asked.items():
        value = report.figure(name).value
        assert value is not None
        assert value >= least, name
