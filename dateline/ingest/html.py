"""Web pages: the article's text by trafilatura, its origin by what the page says of itself."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from dateline.config import Settings
from dateline.ingest.encoding import decode
from dateline.ingest.page_map import page_map
from dateline.ingest.page_metadata import PageMetadata, page_metadata
from dateline.ingest.published import Stated
from dateline.ingest.report import Fields, document
from dateline.ingest.stream import Input
from dateline.ingest.unread import Unread
from dateline.lang.regions import region_words
from dateline.model.document import Document

# A page's tree takes some twenty times its bytes; articles have a few hundred kilobytes.
LIMIT = 10_000_000
_FEWEST_LETTERS = 80
_SUFFIX = re.compile(r"\s+[|·•–—»-]\s+([^|·•–—»]{2,60})$")


def read(source: Input, *, path: str, settings: Settings, limit: int = LIMIT) -> Iterator[Document | Unread]:  # noqa: ARG001 - every reader is called alike
    """The article of the page, or why there is none."""
    data = source.whole(limit=limit)
    if data is None:
        yield Unread(path, None, f"a page of more than {limit:,} bytes", "too-long")
        return
    if not data.strip():
        yield Unread(path, None, "the file is empty", "empty")
        return
    page, encoding = decode(data, html=True)
    fields = _fields(page)
    if fields is None:
        yield Unread(path, None, "no article found on the page", "no-article")
        return
    made = document(fields, path=path, reader="html", encoding=encoding)
    yield replace(made, page_offsets=page_map(page, made.text))


def _fields(page: str) -> Fields | None:
    """The article of a page, or None."""
    # Loading trafilatura takes a fifth of a second, which only readers of pages need to wait for.
    from trafilatura import bare_extraction, load_html

    # What it cannot read is told by an Unread; its own log would say it a second time, on standard error.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = load_html(page.replace("\x00", ""))
    if tree is None:
        return None
    said = page_metadata(tree)
    found = bare_extraction(tree, with_metadata=True, include_comments=False, fast=True)
    text = getattr(found, "text", None) or ""
    if sum(c.isalpha() for c in text) < _FEWEST_LETTERS:
        return None
    outlet = said.outlet or getattr(found, "sitename", None)
    title = _shown_title(tree, text) or _title(said.title or getattr(found, "title", None), outlet=outlet)
    return Fields(
        text="\n\n".join(line for line in text.split("\n") if line.strip()),
        title=title,
        url=said.url,
        outlet=outlet,
        byline=said.byline or _authors(getattr(found, "author", None)),
        language=said.language,
        stated=_stated(said),
    )


def _shown_title(tree: HtmlElement, text: str) -> str | None:
    """The heading that the article's text begins with: meta titles often word it otherwise."""
    first = text.split("\n", 1)[0].strip()
    headings = (" ".join(heading.text_content().split()) for heading in tree.iter("h1"))
    return first if first and first in headings else None


def _stated(said: PageMetadata) -> Stated:
    return Stated(json_ld=said.dates_json_ld, meta=said.dates_meta, visible=said.dates_visible)


def _title(title: str | None, *, outlet: str | None) -> str | None:
    """The title without the outlet's name that many pages put after it."""
    if not title:
        return None
    match = _SUFFIX.search(title)
    if match and outlet and _letters(match[1]) in {_letters(outlet), _letters(outlet.removeprefix("The "))}:
        return title[: match.start()]
    return title


def _authors(written: str | None) -> str | None:
    """The names among what was found beside the article: dates and outlets stand there too."""
    names = re.split(r"[;,|]", written or "")
    return ", ".join(name.strip() for name in names if region_words().is_lone_name(name.strip())) or None


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
