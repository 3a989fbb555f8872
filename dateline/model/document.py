"""One report, and where it came from."""

from dataclasses import dataclass, field

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Published:
    """When a report appeared, and how we know.

    `value` is an ISO date of the given precision (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`). `method` is one
    of `given`, `json-ld`, `meta`, `visible-date`, `dateline`, `url`: never the day of reading.
    """

    value: str
    precision: str
    method: str


@dataclass(frozen=True, slots=True)
class DatelinePlace:
    """The words "NEW DELHI, March 2" at the head of a report: the place named, the date as ISO."""

    span: Span
    place: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report came from and how it was read. What is not known is None, never guessed."""

    source_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    agencies: tuple[str, ...] = ()
    language: str | None = None
    published: Published | None = None
    dateline: DatelinePlace | None = None
    path: str | None = None
    reader: str = "text"
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report: its text, normalised once and never changed again, and its origin.

    The headline, if there is one, is the first paragraph of `text` and also `title`. `page_offsets`, for
    reports read from HTML, holds runs `(text start, text end, page start)`: within a run the text stands
    in the page letter for letter.
    """

    id: str
    text: str
    sha256: str
    title: str | None = None
    origin: Origin = field(default_factory=Origin)
    page_offsets: tuple[tuple[int, int, int], ...] = ()
