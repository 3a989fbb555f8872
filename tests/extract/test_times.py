"""Time expressions: found where they stand, with TIMEX3 values and the days that they cover."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.times import interval, normalise

CASES = Path(__file__).parent.parent / "cases"
SHARED = Path(__file__).parents[3] / "shared"
WEDNESDAY = "2026-03-11"


def rows(path):
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def days(row, expressions):
    start = row["sentence"].index(row["expression"])
    end = start + len(row["expression"])
    found = interval([e for e in expressions if e.start < end and start < e.end])
    return tuple(d.isoformat() for d in found) if found else ("", "")


def only(text, published=WEDNESDAY, **more):
    (found,) = normalise(text, published=published, **more)
    return found


def words(text, published=WEDNESDAY):
    return [text[e.start : e.end] for e in normalise(text, published=published)]


def test_the_three_hundred_sentences_have_their_days():
    wrong = [
        row["sentence"]
        for row in rows(CASES / "times_300.tsv")
        if days(row, normalise(row["sentence"], published=row["published"])) != (row["start"], row["end"])
    ]
    assert wrong == []


def test_the_thirty_shared_sentences_have_their_days():
    path = SHARED / "acceptance" / "times_30.tsv"
    if not path.exists():
        pytest.skip("the shared gold is not here")
    for row in rows(path):
        assert days(row, normalise(row["sentence"], published=row["published"])) == (row["start"], row["end"]), row


FILLER = st.text(alphabet="abcdefgijklnopqruvwxyz éß“”(),;\n", max_size=60)
PLANTED = [
    ("March 3, 2019", "DATE", "2019-03-03"),
    ("3 March 2019", "DATE", "2019-03-03"),
    ("Nov. 17, 2025", "DATE", "2025-11-17"),
    ("2011-02-11", "DATE", "2011-02-11"),
    ("the early 1990s", "DATE", "199X"),
    ("the third quarter of 2025", "DATE", "2025-Q3"),
    ("yesterday", "DATE", "2026-03-10"),
    ("two weeks ago", "DATE", "2026-W09"),
    ("last month", "DATE", "2026-02"),
    ("next year", "DATE", "2027"),
    ("last night", "TIME", "2026-03-10TNI"),
    ("6 p.m. on Saturday", "TIME", None),
    ("three months", "DURATION", "P3M"),
    ("every Tuesday", "SET", "XXXX-WXX-2"),
    ("the past four months", "DURATION", "P4M"),
]


@given(FILLER, st.sampled_from(PLANTED), FILLER)
def test_a_planted_expression_is_found_exactly_where_it_was_planted(before, planted, after):
    expression, kind, value = planted
    text = f"{before} . Q {expression} . {after}"
    start = len(before) + 5
    found = [e for e in normalise(text, published=WEDNESDAY) if e.start < start + len(expression) and e.end > start]
    assert [(e.start, e.end, e.type) for e in found] == [(start, start + len(expression), kind)]
    assert value is None or found[0].value == value


@given(st.text(max_size=300))
def test_no_text_breaks_the_normaliser_and_every_place_is_inside_it(text):
    found = normalise(text, published=WEDNESDAY)
    assert all(0 <= e.start < e.end <= len(text) for e in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "The May government fell.",
        "Mr May may march.",
        "Sun Microsystems and Sat Patel agreed.",
        "A second man and 18 of the 20 nations of the G-20 left.",
        "2,000 people and 1500 soldiers came.",
        "They won 3-2 with an F-16 and a Boeing 737.",
        "The 45-year-old, who is 45 years old, wept.",
        "Prices fall after the fall of the junta.",
        "Jan Kubis and April Adams met August Kirch.",
        "They left the day before they were to vote.",
        "Independence of mind and a good new deal.",
    ],
)
def test_false_friends_are_no_times(text):
    assert words(text) == []


def test_a_range_is_two_expressions_that_share_month_and_year():
    found = normalise("The summit runs March 14-16, 2026.", published=WEDNESDAY)
    assert [e.value for e in found] == ["2026-03-14", "2026-03-16"]
    assert [e.method for e in found] == ["absolute", "range"]


def test_the_tense_decides_between_the_last_and_the_next_day_of_that_name():
    assert only("He spoke on Friday.", tense=lambda _: "past").value == "2026-03-06"
    assert only("He speaks on Friday.", tense=lambda _: "future").value == "2026-03-13"


def test_next_friday_said_on_wednesday_is_not_the_day_after_tomorrow():
    assert only("They meet next Friday.").value == "2026-03-20"


def test_a_day_of_that_name_is_today_when_the_report_is_of_that_day():
    assert only("He spoke on Wednesday.").value == WEDNESDAY


def test_without_a_publication_day_relative_times_stay_open():
    assert only("He spoke on Tuesday.", None).value == "XXXX-WXX-2"
    assert only("He spoke last year.", None).period.first is None
    assert only("He spoke on March 3.", None).value == "XXXX-03-03"
    assert only("He spoke on March 3, 2020.", None).value == "2020-03-03"


def test_a_publication_month_fixes_last_year_but_no_weekday():
    assert only("It fell last year.", "2026-03").value == "2025"
    assert only("It fell on Tuesday.", "2026-03").period.first is None


def test_a_year_earlier_counts_from_the_time_told_before():
    first, second = normalise("They met in May 2019 and a year earlier.", published=WEDNESDAY)
    assert (second.value, second.anchor, second.method) == ("2018", 0, "anchor")
    assert first.value == "2019-05"


def test_the_next_day_counts_from_the_day_told_before():
    _, second = normalise("He left on Feb. 3 and came back the next day.", published=WEDNESDAY)
    assert second.value == "2026-02-04"


def test_a_day_after_an_event_is_no_date_of_its_own():
    assert normalise("They left the day after the vote.", published=WEDNESDAY) == []


def test_a_month_after_a_dated_one_in_the_sentence_shares_its_year():
    _, freed = normalise("Jailed in March 2019 and freed in June, he left.", published=WEDNESDAY)
    assert (freed.value, freed.method) == ("2019-06", "narrative")


def test_zones_and_times_of_day_are_part_of_the_value():
    assert only("It began at 13:20 GMT on Monday.").value == "2026-03-09T13:20Z"
    assert only("It began late on Monday night.").value == "2026-03-09TNI"


def test_more_than_and_early_are_mods():
    assert only("It took more than three years.").mod == "MORE_THAN"
    early = only("It began in early March.")
    assert (early.value, early.mod, early.period.last.isoformat()) == ("2026-03", "START", "2026-03-10")


def test_the_past_year_is_the_twelve_months_up_to_the_report():
    found = only("Prices doubled over the past year.")
    assert (found.value, found.period.first.isoformat(), found.period.last.isoformat()) == (
        "P1Y",
        "2025-03-11",
        WEDNESDAY,
    )


def test_names_of_feasts_are_days():
    assert only("They met on Christmas Eve.").value == "2025-12-24"
    assert only("Envoys left on Good Friday.", tense=lambda _: "future").value == "2026-04-03"


def test_letters_that_grow_in_lower_case_do_not_shift_places():
    text = "İİİ met on March 3, 2020."
    assert words(text) == ["March 3, 2020"]


def test_the_same_text_gives_the_same_expressions_twice():
    text = "On Monday, a year after March 2020, they met last week."
    assert normalise(text, published=WEDNESDAY) == normalise(text, published=WEDNESDAY)
