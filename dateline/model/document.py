"""One report, and where it came from."""

import re
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

    @property
    def headline(self) -> Span | None:
        """Where the title stands at the head of the text, with the mark that closes it; None where it does not."""
        end = title_end(self.text, self.title) if self.title else None
        return Span(0, end) if end else None


def title_end(text: str, title: str) -> int | None:
    """Where `title` ends, if `text` begins with it as a line or a sentence of its own; else None.

    Letters and digits are compared, whatever their case; marks and spaces may differ. A title cut short by "…" may
    stand for a longer first line.
    """
    cut = title.rstrip().endswith(("…", "..."))
    wanted = [c for c in title.casefold() if c.isalnum()]
    position = found = 0
    while found < len(wanted) and position < len(text):
        for letter in text[position].casefold():
            if letter.isalnum():
                if found == len(wanted) or letter != wanted[found]:
                    return None
                found += 1
        position += 1
    if not wanted or found < len(wanted):
        return None
    return _line_end(text, position) if cut else _closed(text, position)


_LONGEST_TITLE = 300
# The marks that close a title: a blank may stand before a stop, but not before a quotation mark, which opens the next
# sentence.
_CLOSING = re.compile("""(?: ?[.?!:;…]|["'”’)\\]»*])*""")
_STOP = re.compile("[.?!:;…]")


def _line_end(text: str, position: int) -> int | None:
    end = text.find("\n", position)
    end = len(text) if end < 0 else end
    return end if end <= _LONGEST_TITLE else None


def _closed(text: str, position: int) -> int | None:
    """The end of the marks after a title, or None where the text goes on in the same sentence."""
    marks = _CLOSING.match(text, position)
    end = marks.end() if marks else position
    after = text[end : end + 2].lstrip(" ")
    if not after or after[0] == "\n" or _STOP.search(text, position, end):
        return end
    return None
