"""Plain text and Markdown: one report a file, with front matter or its title as the first line."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.config import Settings
from dateline.ingest.columns import mapped, mapping
from dateline.ingest.encoding import decode
from dateline.ingest.head import find_dateline
from dateline.ingest.report import Fields, document, fields_of
from dateline.ingest.stream import LIMIT, Input
from dateline.ingest.unread import Unread
from dateline.lang.regions import region_words
from dateline.model.document import Document

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FRONT_LONGEST = 20_000
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(.*)|\s*)")
_MARKED_HEADING = re.compile(r"#{1,6}\s+")
_WRAPPED = range(45, 101)


def read(source: Input, *, path: str, settings: Settings, limit: int = LIMIT) -> Iterator[Document | Unread]:
    """The report of the file, or why there is none."""
    data = source.whole(limit=limit)
    if data is None:
        yield Unread(path, None, f"one report of more than {limit:,} bytes", "too-long")
        return
    text, encoding = decode(data)
    fields = parse(text, settings=settings)
    if not fields.text.strip("\x00\ufeff \t\r\n") and not fields.title:
        yield Unread(path, None, "the file holds no text", "empty")
        return
    yield document(fields, path=path, reader="text", encoding=encoding)


def parse(text: str, *, settings: Settings) -> Fields:
    """The fields of a plain text: what its front matter says, else its first line as the title."""
    row, body = front_matter(text)
    names = mapping(settings.columns, row)
    fields = fields_of(mapped(row, names), text=unwrapped(body.replace("\r\n", "\n")))
    return fields if fields.title else replace(fields, title=_first_line_title(fields.text))


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The `key: value` lines between two lines of three hyphens at the head, and the text below them."""
    match = _FRONT.match(text[:_FRONT_LONGEST])
    if not match:
        return {}, text
    row: dict[str, str] = {}
    for line in match[1].splitlines():
        if pair := _PAIR.fullmatch(line.rstrip()):
            row[pair[1]] = _unquoted((pair[2] or "").strip())
    return (row, text[match.end() :]) if row else ({}, text)


def unwrapped(text: str) -> str:
    """The text with its paragraphs on one line each, where lines were broken at a fixed width.

    A sentence never crosses a line in Dateline, so a wire text of 80 columns must be joined first.
    """
    blocks = [block.split("\n") for block in re.split(r"\n[ \t]*\n", text.strip("\n"))]
    inner = [line.rstrip() for block in blocks for line in block[:-1]]
    if len(blocks) < 2 or len(inner) < 4 or any(len(line) >= _WRAPPED.stop for block in blocks for line in block):
        return text
    full = sum(len(line) in _WRAPPED for line in inner)
    stopped = sum(line.endswith((".", "!", "?", '."', ".”", ":")) for line in inner)
    if full < 0.8 * len(inner) or stopped > 0.3 * len(inner):
        return text
    return "\n\n".join(" ".join(line.strip() for line in block) for block in blocks)


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _first_line_title(text: str) -> str | None:
    """The first line, where it can be a title: not too long, not the only line, not a lead with its dateline."""
    head, _, rest = text.strip().partition("\n")
    line = _MARKED_HEADING.sub("", head.strip())
    words = region_words()
    if not line or not rest.strip() or len(line) > words.headline_longest or find_dateline(line):
        return None
    if words.is_byline(line) or words.is_caption(line):
        return None
    return line
