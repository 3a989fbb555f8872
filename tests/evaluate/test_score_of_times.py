"""The scorer of time expressions: what it reads from TimeML, and what it counts."""

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluate.times import Timex, canonical, count, figures, load, read_timeml, report, score_case

TIMEML = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2026-03-11" functionInDocument="CREATION_TIME">2026-03-11</TIMEX3></DCT>
<TEXT>
CAIRO, <TIMEX3 tid="t1" type="DATE" value="2026-03-11" functionInDocument="PUBLICATION_TIME">March 11</TIMEX3> (MENA) --

Two envoys <EVENT eid="e1" class="OCCURRENCE">met</EVENT> &amp; spoke <TIMEX3 tid="t2" type="DATE"
 value="2026-W9">two
weeks ago</TIMEX3>.
</TEXT>
</TimeML>
"""


def test_a_timeml_file_gives_its_text_its_day_and_its_expressions_in_place():
    case = read_timeml("x.tml", TIMEML)
    assert case.published == "2026-03-11"
    (gold,) = case.gold
    assert case.text[gold.start : gold.end] == "two weeks ago"
    assert (gold.type, gold.value) == ("DATE", "2026-W9")
    assert "met & spoke" in case.text


def test_the_date_in_the_dateline_counts_for_nobody():
    case = read_timeml("x.tml", TIMEML)
    at = case.text.index("March 11")
    found = [Timex(at, at + 8, "DATE", "2026-03-11"), *case.gold]
    assert count(case, found) == (1, 1, 1, 1, 1, 1)


def test_one_long_expression_matches_one_of_gold_only():
    gold = [Timex(0, 5, "DATE", "2020"), Timex(6, 10, "DATE", "2021")]
    assert score_case(gold, [Timex(0, 10, "DATE", "2020")]) == (2, 1, 0, 1, 1, 1)


def test_an_exact_extent_is_paired_before_an_overlap():
    gold = [Timex(0, 9, "DATE", "2020"), Timex(4, 9, "DATE", "2021")]
    found = [Timex(4, 9, "DATE", "2021"), Timex(0, 3, "DATE", "2020")]
    assert score_case(gold, found) == (2, 2, 1, 2, 2, 2)


def test_a_week_of_one_digit_is_the_same_week():
    assert canonical("2026-W9") == canonical("2026-W09") == "2026-W09"
    assert canonical("2026-W10") == "2026-W10"
    assert canonical("198X") == canonical("198")
    assert canonical("P3DE") == canonical("P30Y")


def test_figures_lie_inside_their_intervals_and_repeat_exactly():
    cases = [score_case([Timex(0, 5, "DATE", "2020")], [Timex(0, 5, "DATE", v)]) for v in ("2020", "2021", "2020")]
    first = figures(cases)
    assert first == figures(cases)
    assert all(f.low <= f.value <= f.high for f in first if f.low is not None and f.value is not None)
    value = next(f for f in first if f.name == "value.f1")
    assert value.value == pytest.approx(2 / 3, abs=1e-3)


def test_nothing_found_is_a_score_of_zero_and_not_an_error():
    case = read_timeml("x.tml", TIMEML)
    assert report([case], [[]]).figure("overlap.f1").value == 0.0


def test_a_folder_without_timeml_is_a_wrong_use(tmp_path: Path):
    with pytest.raises(UsageError, match="no TimeML file"):
        load(tmp_path)
