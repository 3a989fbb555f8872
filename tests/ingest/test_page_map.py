"""Planted articles in pages: each run must show the same letters, and nearly all letters must be found."""

from html import escape
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ingest.page_map import page_map

WORDS = st.text(alphabet="abcdeéßЖ漢A.,'&<>\"", min_size=1, max_size=9)
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=6)
LOREM = [
    "the",
    "envoy",
    "of",
    "Norland",
    "met",
    "rebels",
    "near",
    "a",
    "town",
    "and",
    "said",
    "that",
    "it",
    "would",
    "hold",
]


def letters(text: str) -> int:
    return sum(not c.isspace() for c in text)


def mapped(page: str, text: str) -> float:
    runs = page_map(page, text)
    for start, end, at in runs:
        assert start < end
        assert page[at : at + end - start] == text[start:end]
    assert [run[:2] for run in runs] == sorted(run[:2] for run in runs)
    assert all(before[1] <= after[0] for before, after in pairwise(runs))
    return sum(letters(text[start:end]) for start, end, _ in runs) / letters(text)


@settings(deadline=None)
@given(PARAGRAPHS)
def test_every_run_stands_in_the_page_letter_for_letter(paragraphs):
    page = "<html><head><title>x</title></head>" + "".join(f"<p>{escape(p)}</p>\n" for p in paragraphs)
    mapped(page, "\n\n".join(paragraphs))


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_page_and_any_text_give_only_true_runs(page, text):
    for start, end, at in page_map(page, text):
        assert page[at : at + end - start] == text[start:end]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_a_page_with_menu_links_and_marked_words_is_mapped_almost_whole(seed):
    random = Random(seed)
    paragraphs = [" ".join(random.choice(LOREM) for _ in range(40)) + "." for _ in range(6)]
    shown = []
    for paragraph in paragraphs:
        words = paragraph.split()
        i = random.randrange(len(words))
        words[i] = f'<a href="/{i}">{words[i]}</a>'
        shown.append(f"<p>{' '.join(words)}</p>")
    menu = (
        "<nav>" + "".join(f"<li>{random.choice(LOREM)}</li>" for _ in range(30)) + "</nav><script>the envoy of</script>"
    )
    page = f"<html><body>{menu}<article>{''.join(shown)}</article><footer>the envoy of Norland</footer></body></html>"
    assert mapped(page, "\n\n".join(paragraphs)) >= 0.95


def test_a_planted_word_is_found_at_its_place_in_the_page():
    page = "<p>The Vyborg accord was <b>sig</b>ned.</p><p>Talks went on.</p>"
    text = "The Vyborg accord was signed.\n\nTalks went on."
    runs = page_map(page, text)
    assert [(text[start:end], at) for start, end, at in runs] == [
        ("The Vyborg accord was", 3),
        ("sig", page.index("sig")),
        ("ned.", page.index("ned.")),
        ("Talks went on.", page.index("Talks")),
    ]


def test_words_around_entities_are_mapped_and_the_entity_is_left_out():
    page = "<p>Smith &amp; Jones&rsquo;s plan</p>"
    text = "Smith & Jones’s plan"
    assert [text[start:end] for start, end, _ in page_map(page, text)] == ["Smith", "Jones", "s plan"]


def test_a_headline_said_twice_is_mapped_where_the_article_stands():
    page = "<h1>Truce holds</h1><p>By A</p><p>Truce holds in the north.</p>"
    text = "Truce holds\n\nTruce holds in the north."
    runs = page_map(page, text)
    assert runs[0][2] == page.index("Truce")
    assert runs[-1][2] > page.index("By A")


def test_markup_that_never_closes_is_read_in_proportional_time():
    page = "<script>" * 20_000 + "<!-- " * 20_000 + "<a " * 20_000 + "peace"
    page_map(page, "peace " * 2000)
