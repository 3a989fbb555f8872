"""When a report appeared: the first known of seven sources, each named; never the day of reading."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from dateline.ingest.dates import iso, parse_date
from dateline.ingest.head import Dateline
from dateline.lang.origin import origin_words
from dateline.lang.regions import region_words
from dateline.model.document import Published

_HEAD_LINES = 9
_URL_DATES = (
    re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/._-]|$)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?=\d{6}(?!\d)|(?!\d))"),
    re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})(?=/)", re.IGNORECASE),
)
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(\d\d)(?=/)")


@dataclass(frozen=True, slots=True)
class Stated:
    """The dates that the source states outside the text, as written, in the order of trust within each kind."""

    given: str | None = None
    json_ld: tuple[str, ...] = ()
    meta: tuple[str, ...] = ()
    visible: tuple[str, ...] = ()


def published(text: str, *, stated: Stated, dateline: Dateline | None, url: str | None, start: int) -> Published | None:
    """When the report appeared, or None. `start` is where the text goes on after its headline.

    The order: given with the report, JSON-LD, meta, a full date to be seen in byline, dateline or caption, the
    dateline's day with the year of the url, the url. A date that cannot be understood gives way to the next.
    """
    for method, written in (
        ("given", (stated.given,) if stated.given else ()),
        ("json-ld", stated.json_ld),
        ("meta", stated.meta),
        ("visible-date", chain(stated.visible, _visible(text, dateline=dateline, start=start))),
    ):
        if found := _first(written):
            return Published(*found, method)
    in_url = _in_url(url) if url else None
    if dateline and in_url and (day := dateline_day(dateline, Published(*in_url, "url"))):
        return Published(day, "day", "dateline")
    return Published(*in_url, "url") if in_url else None


def dateline_day(dateline: Dateline, known: Published | None) -> str | None:
    """The ISO day of a dateline: its own year, or the one that brings it nearest to the publication; else None."""
    if dateline.day is None or dateline.month is None:
        return None
    if dateline.year is not None:
        found = iso(dateline.year, dateline.month, dateline.day)
        return found[0] if found else None
    if known is None:
        return None
    year = int(known.value[:4])
    if known.precision == "year":
        found = iso(year, dateline.month, dateline.day)
        return found[0] if found else None
    near = date.fromisoformat(known.value if known.precision == "day" else f"{known.value}-15")
    days = [iso(y, dateline.month, dateline.day) for y in (year - 1, year, year + 1)]
    return min((d[0] for d in days if d), key=lambda d: abs((date.fromisoformat(d) - near).days), default=None)


def _first(written: Iterable[str]) -> tuple[str, str] | None:
    return next((found for text in written if (found := parse_date(text))), None)


def _visible(text: str, *, dateline: Dateline | None, start: int) -> Iterable[str]:
    """Full dates that stand in a byline, the dateline or the caption of a fresh photograph, the surest first."""
    words, date_pattern = region_words(), origin_words().full_date
    head = [line.strip() for line in text[start:].split("\n") if line.strip()][:_HEAD_LINES]
    for line in head:
        if words.is_byline(line) and (match := date_pattern.search(line)):
            yield match[0]
    if dateline and dateline.year is not None and (day := dateline_day(dateline, None)):
        yield day
    for line in text[start:].split("\n"):
        stripped = line.strip()
        match = date_pattern.search(stripped) if words.is_caption(stripped) else None
        if match and not words.is_old(stripped):
            yield match[0]


def _in_url(url: str) -> tuple[str, str] | None:
    path = re.sub(r"^[a-z]+://[^/]*", "", re.split(r"[?#]", url, maxsplit=1)[0])
    for pattern in _URL_DATES:
        if match := pattern.search(path):
            month = int(match[2]) if match[2].isdigit() else origin_words().months.get(match[2].lower(), 0)
            if found := iso(int(match[1]), month, int(match[3])):
                return found
    if match := _URL_MONTH.search(path):
        return iso(int(match[1]), int(match[2]), None)
    return None
