"""From the fields of a report, whatever file they came from, to a Document with its Origin filled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from dateline.ingest.assemble import assemble
from dateline.ingest.head import Dateline, agencies_in, find_dateline
from dateline.ingest.published import Stated, dateline_day, published
from dateline.lang.regions import region_words
from dateline.model.document import DatelinePlace, Document, Origin

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
_LANGUAGE_NAMES = {"english": "en", "eng": "en"}
_BYLINE_LINES = 8


@dataclass(frozen=True, slots=True)
class Fields:
    """What a source says of one report. Only `text` must be there; all are as written."""

    text: str
    title: str | None = None
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    stated: Stated = field(default_factory=Stated)


def fields_of(row: Mapping[str, str], *, text: str) -> Fields:
    """The fields in a row or a front matter, by our own names; empty values are unknown."""
    known = {key: " ".join(value.split()) or None for key, value in row.items() if key != "text"}
    return Fields(
        text=text,
        title=known.get("title"),
        id=known.get("id"),
        url=known.get("url"),
        outlet=known.get("outlet"),
        byline=known.get("byline"),
        language=known.get("language"),
        stated=Stated(given=known.get("published")),
    )


def document(fields: Fields, *, path: str, reader: str, encoding: str | None) -> Document:
    """The Document of a report, with everything that its source and its head tell of its origin."""
    bare = assemble(
        fields.text,
        title=fields.title,
        origin=Origin(source_id=fields.id, url=fields.url, path=path, reader=reader, encoding=encoding),
    )
    text, headline = bare.text, bare.headline
    start = headline.end if headline else 0
    dateline = find_dateline(text, start=start)
    when = published(text, stated=fields.stated, dateline=dateline, url=fields.url, start=start)
    origin = replace(
        bare.origin,
        outlet=fields.outlet or _host(fields.url),
        byline=_byline(fields.byline) or _byline_in(text, start=start),
        agencies=agencies_in(text, dateline=dateline),
        language=language_code(fields.language),
        published=when,
        dateline=_place(dateline, day=dateline_day(dateline, when)) if dateline else None,
    )
    return replace(bare, origin=origin)


def language_code(language: str | None) -> str | None:
    """ISO 639 code of a language tag or name: "en-GB" and "English" are "en"."""
    if not language:
        return None
    if known := _LANGUAGE_NAMES.get(language.strip().lower()):
        return known
    match = _LANGUAGE.match(language.strip())
    return match[0].lower() if match else None


def _place(dateline: Dateline, *, day: str | None) -> DatelinePlace:
    return DatelinePlace(span=dateline.span, place=dateline.place, date=day)


def _host(url: str | None) -> str | None:
    """The site of a url, for want of an outlet's name."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return (host.removeprefix("www.") or None) if host else None


def _byline(written: str | None) -> str | None:
    return region_words().without_prefix(written) if written else None


def _byline_in(text: str, *, start: int) -> str | None:
    """The writers named in the head of the text, or None."""
    words, position = region_words(), start
    for _ in range(_BYLINE_LINES):
        while position < len(text) and text[position].isspace():
            position += 1
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        line = text[position:stop].strip()
        if not line or (len(line) > words.byline_longest and not words.is_caption(line)):
            return None
        if name := words.writers(line):
            return name
        position = stop
    return None
