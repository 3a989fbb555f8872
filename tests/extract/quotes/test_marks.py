"""Marks alone: whatever is planted between them is found in its exact place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.quotes.marks import marked_strings
from dateline.ingest.assemble import assemble
from dateline.model.span import Span

WORDS = (
    "we",
    "will",
    "never",
    "don't",
    "accept",
    "Kyiv's",
    "terms",
    "2,000",
    "workers",
    "peace",
    "état",
    "талк",
    "it's",
)
PLAIN = ("The", "minister", "of", "trade", "spoke", "in", "Geneva", "Monday", "about", "U.S.", "aid", "wasn't", "1990s")
FORMS = (("“", "”"), ('"', '"'), ("«", "»"), ("« ", " »"), ("„", "“"), ("''", "''"), ("``", "''"), ("‘", "’"))

cases = settings(max_examples=200, deadline=None)
said = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
around = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=10).map(" ".join)


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def words_of(text: str) -> list[str]:
    return [m.inner.of(text) for m in marked_strings(text)]


@pytest.mark.parametrize("marks", FORMS, ids="".join)
def test_planted_words_are_found_exactly_between_their_marks(marks: tuple[str, str]) -> None:
    opening, closing = marks

    @cases
    @given(before=around, content=said, after=around)
    def check(before: str, content: str, after: str) -> None:
        content = f"<{content}>"
        text = f"{before} {opening}{content}{closing} {after}."
        (marked,) = marked_strings(text)
        assert marked.inner == place(text, content)
        assert marked.outer == Span(len(before) + 1, len(before) + 1 + len(opening + content + closing))

    check()


@cases
@given(outer=said, inner=said, rest=said)
@pytest.mark.parametrize(
    "pairs", [("“", "”", "‘", "’"), ("‘", "’", "“", "”"), ('"', '"', "'", "'"), ("«", "»", "“", "”")]
)
def test_a_quotation_within_a_quotation_knows_its_parent(
    outer: str, inner: str, rest: str, pairs: tuple[str, ...]
) -> None:
    a, b, c, d = pairs
    text = f"Then {a}{outer} {c}X{inner}X{d} {rest}{b} was heard."
    first, second = marked_strings(text)
    assert first.inner.of(text) == f"{outer} {c}X{inner}X{d} {rest}"
    assert (second.inner.of(text), second.parent, first.parent) == (f"X{inner}X", 0, None)


@cases
@given(paragraphs=st.lists(said, min_size=2, max_size=6))
def test_paragraphs_that_open_a_quotation_without_closing_it_go_on_from_each_other(paragraphs: list[str]) -> None:
    text = "\n\n".join(f"“{p}." for p in paragraphs) + "”\n\nThat was all."
    found = marked_strings(text)
    assert [m.inner.of(text) for m in found] == [f"{p}." for p in paragraphs]
    assert [m.continues for m in found] == [None, *range(len(paragraphs) - 1)]
    assert [m.closed for m in found] == [False] * (len(paragraphs) - 1) + [True]


@cases
@given(emoji=st.text(st.sampled_from("😀🇫🇷👩‍🚀🏳️‍🌈"), min_size=1, max_size=4), content=said)
def test_emoji_before_a_quotation_do_not_move_it(emoji: str, content: str) -> None:
    text = f"{emoji} he wrote “{content}”"
    (marked,) = marked_strings(text)
    assert marked.inner.of(text) == content


@cases
@given(content=said, after=around)
def test_windows_line_ends_are_gone_before_anything_is_counted(content: str, after: str) -> None:
    text = assemble(f"A headline\r\n\r\n“{content},” he said.\r\n\r\n{after}.\r\n").text
    (marked,) = marked_strings(text)
    assert marked.inner.of(text) == f"{content},"


@cases
@given(text=st.text(st.sampled_from("\"“”„‘’'`«»‹›'' \n.,sa1—"), max_size=80))
def test_no_sequence_of_marks_raises_or_leaves_the_text(text: str) -> None:
    found = marked_strings(text)
    for marked in found:
        assert 0 <= marked.outer.start <= marked.inner.start < marked.inner.end <= marked.outer.end <= len(text)
        assert marked.parent is None or found[marked.parent].outer.contains(marked.outer)
        assert marked.continues is None or found[marked.continues].outer.end <= marked.outer.start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The workers’ union and the ’90s had no quotation, don’t they?", []),
        ('It is 5\'10" tall and a "great" 6" pipe.', ["great"]),
        ("‘The workers’ rights are gone,’ he said.", ["The workers’ rights are gone,"]),
        ("Leader: 'We will win' the country's war", ["We will win"]),
        ('He said "go now and left. The "deal" is done.', ["go now and left.", "deal"]),
        ("''It feels like, 'Later,''' he said.", ["It feels like, 'Later,'", "Later,"]),
        ("'We should wait,'' he said.", ["We should wait,"]),
        ("“We say “never” to that,” he said.", ["We say “never” to that,", "never"]),
        ("”Nej,” sade hon.", ["Nej,"]),
        ("(“Yes”) — “no”", ["Yes", "no"]),
        ("Go! “…and then [he] left …” It's over.", ["…and then [he] left …"]),
        ('“”, "" and ‘’', []),
    ],
)
def test_apostrophes_inches_and_slips_are_told_from_marks(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    text = "He said: “We will see.\n\nThe talks go on. They end on Monday."
    assert words_of(text) == ["We will see."]


def test_an_unclosed_mark_in_a_report_without_line_breaks_ends_with_its_sentence() -> None:
    text = "He said: “We will see. " + "The talks go on in Geneva. " * 200
    assert words_of(text) == ["We will see."]
