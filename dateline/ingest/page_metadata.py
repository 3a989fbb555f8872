"""What a web page says of itself: JSON-LD, meta elements, and dates made to be seen."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.resources import files
from typing import Any

from lxml.html import HtmlElement

from dateline.lang.origin import origin_words
from dateline.lang.regions import region_words

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|NewsArticle)$")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_DATED = (
    "contains(@class, 'date') or contains(@class, 'time') or contains(@class, 'publish') or contains(@class, 'byline')"
)
_LONGEST_DATE = 90


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The statements of one page, as written. `dates_*` are in the order of trust."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    dates_json_ld: tuple[str, ...] = ()
    dates_meta: tuple[str, ...] = ()
    dates_visible: tuple[str, ...] = ()


def page_metadata(tree: HtmlElement) -> PageMetadata:
    """What a parsed page says of itself."""
    names = page_words()["meta"]
    meta = _meta(tree)
    article = next(_articles(tree), {})
    return PageMetadata(
        title=_word(article.get("headline")) or next(_said(meta, names["titles"]), None),
        outlet=_name(article.get("publisher")) or meta.get("og:site_name"),
        byline=_name(article.get("author")) or next(filter(_is_name, _said(meta, names["authors"])), None),
        url=_url(tree, meta, article),
        language=tree.get("lang") or _word(article.get("inLanguage")) or next(_said(meta, names["languages"]), None),
        dates_json_ld=tuple(_json_ld_dates(tree, article)),
        dates_meta=(*_itemprop_dates(tree), *_said(meta, names["dates"])),
        dates_visible=tuple(_visible_dates(tree)),
    )


@cache
def page_words() -> dict[str, Any]:
    """The names of elements and meta elements in `page.toml`."""
    return tomllib.loads(files("dateline.ingest").joinpath("page.toml").read_text("utf-8"))


def _said(meta: Mapping[str, str], names: Iterable[str]) -> Iterator[str]:
    return (meta[name] for name in names if name in meta)


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), " ".join(unescape(content).split()))
    return found


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in _json_ld(tree):
        try:
            value = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles_in(value, depth=0)


def _json_ld(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield (
                re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?\]\]>\s*$|-->\s*$", "", script.text)
                .strip()
                .rstrip(";")
            )


def _articles_in(value: Any, *, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for part in value:
            yield from _articles_in(part, depth=depth + 1)
    elif isinstance(value, dict):
        types = value.get("@type")
        if any(isinstance(t, str) and _ARTICLE.search(t) for t in (types if isinstance(types, list) else [types])):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles_in(value.get(key), depth=depth + 1)


def _json_ld_dates(tree: HtmlElement, article: dict[str, Any]) -> Iterator[str]:
    if date := _word(article.get("datePublished")):
        yield date
    elif not article:
        for script in _json_ld(tree):
            # Broken JSON is common on real pages; the date in it is plain all the same.
            if match := _PUBLISHED.search(script):
                yield match[1]


def _itemprop_dates(tree: HtmlElement) -> Iterator[str]:
    for element in tree.xpath("//*[@itemprop='datePublished' and not(self::meta)]")[:3]:
        yield element.get("datetime") or element.get("content") or element.text_content()[:_LONGEST_DATE]


def _visible_dates(tree: HtmlElement) -> Iterator[str]:
    for element in tree.xpath("(//article//time | //header//time | //main//time | //time)[not(ancestor::aside)]")[:2]:
        yield element.get("datetime") or element.text_content()[:_LONGEST_DATE]
    for element in tree.xpath(f"//body//*[self::p or self::span or self::div or self::li][{_DATED}]")[:12]:
        text = " ".join(element.text_content().split())
        if len(text) <= _LONGEST_DATE and (match := origin_words().full_date.search(text)):
            yield match[0]
    words = region_words()
    for caption in tree.iter("figcaption"):
        text = " ".join(caption.text_content().split())
        match = origin_words().full_date.search(text)
        if match and not words.is_old(text):
            yield match[0]


def _url(tree: HtmlElement, meta: dict[str, str], article: dict[str, Any]) -> str | None:
    links = [link.get("href") for link in tree.xpath("//link[@rel='canonical']")]
    page = article.get("mainEntityOfPage")
    named = page.get("@id") if isinstance(page, dict) else page
    for url in (*links, meta.get("og:url"), article.get("url"), named):
        if isinstance(url, str) and re.match(r"https?://\S+$", url.strip()):
            return url.strip()
    return None


def _name(value: Any) -> str | None:
    """A person's or publisher's name in one of the shapes that JSON-LD has for it."""
    if isinstance(value, list):
        names = [name for part in value if (name := _name(part))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    word = _word(value)
    return word if _is_name(word) else None


def _is_name(word: str | None) -> bool:
    return bool(word) and not re.match(r"https?://|@", word or "")


def _word(value: Any) -> str | None:
    return (" ".join(unescape(value).split()) or None) if isinstance(value, str) else None
