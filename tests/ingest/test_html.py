"""Web pages: the article, what the page says of itself, and the way back into the page."""

import json
from pathlib import Path

import pytest

from dateline.config import load_settings
from dateline.ingest import Unread, documents
from dateline.model.document import Document

SETTINGS = load_settings()
BODY = [
    "LIMA, March 2 (Reuters) - The envoys of Norland and Sudria met in Lima and agreed to exchange prisoners.",
    "“It was a frank talk,” the mediator said, adding that “both sides will meet again in June” if the truce holds.",
    "Smith &amp; Jones, a law firm, said it had drafted the accord&rsquo;s <a href='/x'>second chapter</a> in May.",
]
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "The Norland Post"},
        {
            "@type": ["NewsArticle"],
            "headline": "Envoys &quot;agree&quot; on exchange",
            "datePublished": "2023-03-02T23:30:00-05:00",
            "author": [{"@type": "Person", "name": "Ana Cruz"}, {"name": "Jo Do"}],
            "publisher": {"@type": "Organization", "name": "The Norland Post"},
            "inLanguage": "en-US",
            "url": "https://post.example/2023/envoys",
        },
    ],
}


def page(*, head: str = "", top: str = "<h1>Envoys agree on exchange</h1>", lang: str = "") -> str:
    article = top + "".join(f"<p>{p}</p>" for p in BODY)
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
    foot = "<footer><p>Copyright 2024 The Norland Post. All rights reserved.</p></footer>"
    return f"<!DOCTYPE html><html{lang}><head>{head}</head><body>{menu}<article>{article}</article>{foot}</body></html>"


def read(tmp_path: Path, html: str) -> Document:
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    (found,) = documents([str(tmp_path / "a.html")], settings=SETTINGS)
    assert not isinstance(found, Unread), found
    return found


def script(value: object) -> str:
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


def test_the_article_is_read_without_menu_and_footer(tmp_path: Path):
    found = read(tmp_path, page())
    assert found.text.split("\n\n")[0] == "Envoys agree on exchange"
    assert "“both sides will meet again in June”" in found.text
    assert "Smith & Jones, a law firm, said it had drafted the accord’s second chapter in May." in found.text
    assert "Home" not in found.text
    assert "All rights reserved" not in found.text


def test_json_ld_in_a_graph_gives_origin_and_day_as_written(tmp_path: Path):
    found = read(tmp_path, page(head=script(LD), top=""))
    origin = found.origin
    assert found.title == 'Envoys "agree" on exchange'
    assert (origin.byline, origin.outlet, origin.language) == ("Ana Cruz, Jo Do", "The Norland Post", "en")
    assert origin.url == "https://post.example/2023/envoys"
    assert origin.published is not None
    assert (origin.published.value, origin.published.method) == ("2023-03-02", "json-ld")
    assert origin.dateline is not None
    assert (origin.dateline.place, origin.dateline.date) == ("LIMA", "2023-03-02")
    assert origin.agencies == ("Reuters",)


def test_open_graph_and_meta_elements_give_them_too(tmp_path: Path):
    head = """<title>Envoys agree on exchange - The Norland Post</title>
    <meta property="og:site_name" content="The Norland Post"><meta name="author" content="Ana Cruz">
    <meta property="article:published_time" content="2023-03-02T09:00:00Z"><link rel="canonical" href="https://post.example/a">"""
    found = read(tmp_path, page(head=head, top="", lang=' lang="en-GB"'))
    origin = found.origin
    assert found.title == "Envoys agree on exchange"
    assert (origin.outlet, origin.byline, origin.language, origin.url) == (
        "The Norland Post",
        "Ana Cruz",
        "en",
        "https://post.example/a",
    )
    assert origin.published is not None
    assert (origin.published.value, origin.published.method) == ("2023-03-02", "meta")


def test_a_page_that_says_nothing_of_itself_has_no_day(tmp_path: Path):
    found = read(tmp_path, page())
    assert found.origin.published is None
    assert found.origin.dateline is not None
    assert found.origin.dateline.date is None


@pytest.mark.parametrize(
    "shown",
    [
        '<time datetime="2023-03-02T10:00">yesterday</time>',
        '<div class="publish-date">Published March 2, 2023</div>',
        "<figure><img src='a.jpg'><figcaption>The envoys in Lima, March 2, 2023. REUTERS/Jo Do</figcaption></figure>",
    ],
)
def test_a_date_shown_on_the_page_is_a_visible_date(tmp_path: Path, shown: str):
    published = read(tmp_path, page(top=f"<h1>Envoys agree</h1>{shown}")).origin.published
    assert published is not None
    assert (published.value, published.method) == ("2023-03-02", "visible-date")


@pytest.mark.parametrize(("shown", "byline"), [("By Ana Cruz, October 9", "Ana Cruz"), ("October 9", None)])
def test_a_date_beside_the_byline_is_no_writer(tmp_path: Path, shown: str, byline: str | None):
    assert (
        read(tmp_path, page(top=f"<h1>Envoys agree</h1><p class='byline author'>{shown}</p>")).origin.byline == byline
    )


def test_broken_json_ld_still_gives_its_day(tmp_path: Path):
    broken = '{"@type": "NewsArticle", "headline": "x", "datePublished": "2023-03-02", }'
    published = read(tmp_path, page(head=script(broken))).origin.published
    assert published is not None
    assert (published.value, published.method) == ("2023-03-02", "json-ld")


def test_a_headline_worded_otherwise_in_the_metadata_is_not_put_before_the_one_shown(tmp_path: Path):
    found = read(tmp_path, page(head='<meta property="og:title" content="Norland, Sudria to swap prisoners">'))
    assert found.title == "Envoys agree on exchange"
    assert "swap" not in found.text


def test_nearly_every_letter_of_the_article_is_found_again_in_the_page(tmp_path: Path):
    html = page(head=script(LD))
    found = read(tmp_path, html)
    runs = found.page_offsets
    assert runs
    assert all(html[at : at + end - start] == found.text[start:end] for start, end, at in runs)
    letters = sum(not c.isspace() for c in found.text)
    assert sum(sum(not c.isspace() for c in found.text[s:e]) for s, e, _ in runs) >= 0.95 * letters
