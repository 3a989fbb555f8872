"""The day of publication: seven sources in a stated order, never the day of reading."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.dates import parse_date
from dateline.ingest.published import Stated
from dateline.ingest.report import Fields, document
from dateline.model.document import Document, Published

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
BODY = "The two ministers met for an hour and agreed to go on talking."


def made(text: str, *, url: str | None = None, stated: Stated | None = None, title: str = "Envoys meet") -> Document:
    fields = Fields(text=text, title=title, url=url, stated=stated or Stated())
    return document(fields, path="a.txt", reader="text", encoding="utf-8")


def when(text: str, *, url: str | None = None, stated: Stated | None = None) -> tuple[str, str, str] | None:
    found = made(text, url=url, stated=stated).origin.published
    return (found.value, found.precision, found.method) if found else None


@given(
    DAYS,
    st.sampled_from(["%Y-%m-%d", "%B %-d, %Y", "%-d %B %Y", "%b %-d, %Y", "%b. %-d, %Y", "%A, %B %-d, %Y", "%Y%m%d"]),
)
def test_a_day_is_read_in_every_way_of_writing_it(day: date, form: str):
    assert parse_date(day.strftime(form)) == (day.isoformat(), "day")


@given(DAYS, st.integers(0, 23), st.sampled_from(["Z", "+05:30", "-08:00", "", "+00:00"]))
def test_a_time_and_a_zone_do_not_move_the_day(day: date, hour: int, zone: str):
    assert parse_date(f"{day.isoformat()}T{hour:02}:59:59{zone}") == (day.isoformat(), "day")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2023", ("2023", "year")),
        ("2023-03", ("2023-03", "month")),
        ("March 2023", ("2023-03", "month")),
        ("2023/3/2", ("2023-03-02", "day")),
        ("Thu, 02 Mar 2023 23:10:00 -0500", ("2023-03-02", "day")),
        ("Thu Mar  2 23:10:00 EST 2023", ("2023-03-02", "day")),
        ("2nd March 2023", ("2023-03-02", "day")),
        ("13/03/2023", ("2023-03-13", "day")),
        ("03/13/2023", ("2023-03-13", "day")),
        ("02/03/2023", None),
        ("2023-02-30", None),
        ("yesterday", None),
        ("1677715200", None),
        ("", None),
        ("3023-01-01", None),
    ],
)
def test_a_date_that_cannot_be_understood_is_none(written: str, found: tuple[str, str] | None):
    assert parse_date(written) == found


CAPTION = "Ana Cruz speaks in Lima, March 5, 2021. REUTERS/Jo Do"
DATED = f"LIMA, March 6 (Reuters) - {BODY}"
URL = "https://example.org/2021/03/07/envoys"
ALL = Stated(given="2021-03-01", json_ld=("2021-03-02T01:00:00Z",), meta=("2021-03-03",), visible=("March 4, 2021",))


def test_each_source_gives_way_only_to_the_one_before_it():
    text = f"{CAPTION}\n\n{DATED}"
    assert when(text, url=URL, stated=ALL) == ("2021-03-01", "day", "given")
    assert when(text, url=URL, stated=Stated(None, ALL.json_ld, ALL.meta, ALL.visible)) == (
        "2021-03-02",
        "day",
        "json-ld",
    )
    assert when(text, url=URL, stated=Stated(None, (), ALL.meta, ALL.visible)) == ("2021-03-03", "day", "meta")
    assert when(text, url=URL, stated=Stated(visible=ALL.visible)) == ("2021-03-04", "day", "visible-date")
    assert when(text, url=URL) == ("2021-03-05", "day", "visible-date")
    assert when(DATED, url=URL) == ("2021-03-06", "day", "dateline")
    assert when(BODY, url=URL) == ("2021-03-07", "day", "url")
    assert when(BODY) is None


def test_a_given_date_without_sense_gives_way_to_the_next():
    assert when(BODY, url=URL, stated=Stated(given="soon")) == ("2021-03-07", "day", "url")


def test_a_dateline_without_a_year_says_nothing_where_no_year_is_known():
    found = made(DATED)
    assert found.origin.published is None
    assert found.origin.dateline is not None
    assert (found.origin.dateline.place, found.origin.dateline.date) == ("LIMA", None)


@given(DAYS, st.integers(0, 3))
def test_the_day_of_a_dateline_takes_the_year_nearest_to_publication(day: date, later: int):
    published = date.fromordinal(day.toordinal() + later)
    text = f"LIMA, {day.strftime('%B %-d')} (Reuters) - {BODY}"
    found = made(text, stated=Stated(given=published.isoformat())).origin.dateline
    assert found is not None
    assert found.date == day.isoformat()
    assert found.span.of(made(text).text) == f"LIMA, {day.strftime('%B %-d')} (Reuters)"


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Cruz | March 2, 2023",
        "Published: 2 March 2023",
        "March 2, 2023 5:30 PM EST",
        "Thursday, March 2, 2023",
        "2023-03-02",
        "Ana Cruz greets Jo Do in Lima on March 2, 2023. (AP Photo/Ed Ro)",
        "LIMA, March 2, 2023 (AP) — The envoys met.",
    ],
)
def test_a_full_date_to_be_seen_at_the_head_is_taken(line: str):
    assert when(f"{line}\n\n{BODY}") == ("2023-03-02", "day", "visible-date")


@pytest.mark.parametrize(
    "text",
    [
        f"FILE - Ana Cruz speaks in Lima on March 2, 2019. (AP Photo/Ed Ro)\n\n{BODY}",
        f"Ana Cruz speaks in Lima on March 2, 2019. REUTERS/Ed Ro/File Photo\n\n{BODY}",
        f"On March 2, 2019, the envoys met in Lima. {BODY}",
        f"{BODY}\n\nThe accord was signed on March 2, 2019.",
    ],
)
def test_dates_of_old_pictures_and_of_events_are_not_the_day_of_publication(text: str):
    assert when(text) is None


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://x.org/2023/03/02/a", ("2023-03-02", "day", "url")),
        ("https://x.org/world/2023-03-02-a.html", ("2023-03-02", "day", "url")),
        ("https://x.org/a-20230302", ("2023-03-02", "day", "url")),
        ("https://x.org/2023/mar/02/a", ("2023-03-02", "day", "url")),
        ("https://x.org/2023/03/a", ("2023-03", "month", "url")),
        ("https://x.org/a-20231399", None),
        ("https://x.org/a/120230302", None),
        ("https://20230302.org/a", None),
        ("https://x.org/a?day=20230302", None),
    ],
)
def test_a_url_gives_its_date_only_where_it_is_one(url: str, found: tuple[str, str, str] | None):
    assert when(BODY, url=url) == found


def test_neither_the_clock_nor_the_file_gives_a_date():
    found = made(BODY)
    assert found.origin.published is None
    assert str(datetime.now(tz=UTC).year) not in repr(found)


def test_the_origin_names_byline_outlet_and_language():
    fields = Fields(text=f"By Ana de la Cruz, Reuters\n\n{BODY}", url="https://www.example.org/a", language="en-GB")
    origin = document(fields, path="p", reader="text", encoding="utf-8").origin
    assert (origin.byline, origin.outlet, origin.language) == ("Ana de la Cruz", "example.org", "en")
    assert origin.published is None
    assert isinstance(made(BODY, url=URL).origin.published, Published)
