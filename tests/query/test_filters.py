"""Names, days and words of a question, planted in arbitrary surroundings."""

import re
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.query.filters import Conditions, country_of, matches, whole_words

DAYS = st.dates().map(str).filter(lambda day: day >= "1900")


@pytest.fixture(scope="module")
def database() -> Any:
    return duckdb.connect()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        *(("RUS", "RUS"), ("rus", "RUS"), ("Russia", "RUS"), ("Russian", "RUS"), ("russia", "RUS")),
        *(("the United States", "USA"), ("US", "USA"), ("NGO", "NGO"), ("Lavrov", None), ("Georgia", "GEO")),
    ],
)
def test_a_country_is_known_by_code_name_and_adjective(words: str, code: str | None) -> None:
    assert country_of(words) == code


@settings(max_examples=60, deadline=None)
@given(
    before=st.text("ab .'(-", max_size=8),
    words=st.lists(st.text("xyzXYZ.+*é", min_size=1, max_size=5), min_size=1, max_size=3),
    after=st.text("ab .,)-", max_size=8),
)
def test_whole_words_are_found_where_they_stand_alone(database: Any, before: str, words: list[str], after: str) -> None:
    text = f"{before} {'  '.join(words)} {after}"
    pattern = whole_words(" ".join(words))
    assert database.execute("SELECT regexp_matches(?, ?, 'i')", [text.upper(), pattern]).fetchone() == (True,)


def test_part_of_a_word_is_not_found() -> None:
    assert not re.search(whole_words("Iran"), "Iranian")
    assert re.search(whole_words("Iran"), "Iran's")


@settings(max_examples=80, deadline=None)
@given(start=DAYS, end=DAYS, since=DAYS, cut=st.sampled_from([4, 7, 10]), event_cut=st.sampled_from([4, 7, 10]))
def test_days_meet_exactly_when_their_stretches_do(
    database: Any, start: str, end: str, since: str, cut: int, event_cut: int
) -> None:
    start, end = sorted((start, end))
    asked, first, last = since[:cut], start[:event_cut], end[:event_cut]
    conditions = Conditions()
    conditions.between("s", "e", asked, asked)
    sql = f"SELECT count(*) FROM (SELECT ? AS s, ? AS e) {conditions.where}"
    (found,) = database.execute(sql, [first, last, *conditions.values]).fetchone()
    starts, ends = (
        [day + "-01-01"[len(day) - 4 :] for day in (first, asked)],
        [day + "-12-31"[len(day) - 4 :] for day in (last, asked)],
    )
    meets = max(starts) <= min(ends)
    assert bool(found) == meets


@settings(max_examples=80, deadline=None)
@given(
    west=st.integers(-180, 180),
    east=st.integers(-180, 180),
    point=st.tuples(st.integers(-180, 180), st.integers(-90, 90)),
)
def test_a_box_holds_the_places_between_its_sides_across_the_date_line_too(
    database: Any, west: int, east: int, point: tuple[int, int]
) -> None:
    conditions = Conditions()
    conditions.where_it_was(f"{west},-10, {east}, 50.5", of="k")
    sql = f"SELECT count(*) FROM (SELECT ?::DOUBLE AS longitude, ?::DOUBLE AS latitude) k {conditions.where}"
    (found,) = database.execute(sql, [*point, *conditions.values]).fetchone()
    eastward = (point[0] - west) % 360 <= (east - west) % 360 if west > east else west <= point[0] <= east
    assert bool(found) == (eastward and -10 <= point[1] <= 50.5)


# Letters with strange capitals, and what stands between words.
TRICKY = st.text("sSſkK\u212aaAiIİıeéÉ1 |.", min_size=1, max_size=8)


@given(words=TRICKY.filter(str.strip), before=TRICKY, after=TRICKY)
def test_letters_first_leaves_nothing_out_that_the_expression_finds(
    database: Any, words: str, before: str, after: str
) -> None:
    pattern = whole_words(words)
    for said in (f"{before} {words.swapcase()} {after}", before + words + after, before):
        sql, values = matches("t", pattern, words)
        plain = "SELECT regexp_matches(t, ?, 'i') FROM (SELECT ?::VARCHAR AS t)"
        quick = " ".join(("SELECT", sql, "FROM (SELECT ?::VARCHAR AS t)"))
        assert (
            database.execute(quick, [*values, said]).fetchone() == database.execute(plain, [pattern, said]).fetchone()
        )
