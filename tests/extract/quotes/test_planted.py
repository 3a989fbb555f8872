"""Two hundred planted quotations of each form, found by the whole stage in their exact places."""

import random
from collections.abc import Callable

import pytest

from dateline.annotate.parser import Parser
from dateline.extract.quotes import Quotes
from dateline.ingest.assemble import assemble
from dateline.model.reading import Reading
from dateline.model.span import Span

CASES = 200
NAMES = ("Petrov", "Maria Silva", "President Okafor", "Mr. Tanaka", "The minister", "A senior official", "The Kremlin")
VERBS = ("said", "says", "warned", "told reporters", "added", "insisted", "wrote", "declared")
SAID = (
    "The talks will go on until we have a text",
    "We cannot accept these terms",
    "Nobody here wants another war",
    "Our neighbours have broken their word (twice)",
    "It is the least that we owe [them] today",
    "We'll wait for the workers' answer",
)
AFTER = ("", " The meeting ends on Friday.", "\n\nPolice made no arrests.")
BEFORE = ("", "The ministers met in Geneva on Monday. ", "Oil prices fell.\n\n", "It's the workers' third strike. ")

Draw = random.Random
Planted = tuple[str, list[list[str]]]


def _alone(opening: str, closing: str) -> Callable[[Draw], Planted]:
    """One quotation with its cue before or behind it."""

    def plant(draw: Draw) -> Planted:
        said, name, verb = draw.choice(SAID), draw.choice(NAMES), draw.choice(VERBS)
        behind = draw.random() < 0.5
        text = f"{opening}{said},{closing} {name} {verb}." if behind else f"{name} {verb}: {opening}{said}.{closing}"
        return draw.choice(BEFORE) + text + draw.choice(AFTER), [[f"{said}{',' if behind else '.'}"]]

    return plant


def _nested(draw: Draw) -> Planted:
    said, name = draw.choice(SAID), draw.choice(NAMES)
    outer = f"My sister told me, ‘{said},’ and I agreed,"
    return f"{draw.choice(BEFORE)}“{outer}” {name} said.{draw.choice(AFTER)}", [[outer], [f"{said},"]]


def _paragraphs(draw: Draw) -> Planted:
    said, more, name, verb = draw.choice(SAID), draw.choice(SAID), draw.choice(NAMES), draw.choice(VERBS)
    pieces = [f"{said},", "It is late.", f"Today {more.lower()}."]
    text = f"“{pieces[0]}” {name} {verb}. “{pieces[1]}\n\n“{pieces[2]}”"
    return draw.choice(BEFORE) + text + draw.choice(AFTER), [pieces]


def _split(draw: Draw) -> Planted:
    said, more, name, verb = draw.choice(SAID), draw.choice(SAID), draw.choice(NAMES), draw.choice(VERBS)
    pieces = [f"{said},", f"And {more.lower()}."]
    return f"{draw.choice(BEFORE)}“{pieces[0]}” {name} {verb}. “{pieces[1]}”{draw.choice(AFTER)}", [pieces]


def _emoji(draw: Draw) -> Planted:
    text, wanted = _alone("“", "”")(draw)
    return f"{draw.choice(('🚀', '🇫🇷', '👩‍🚀', '🏳️‍🌈😀'))} {text}", wanted


def _windows(draw: Draw) -> Planted:
    text, wanted = _alone("“", "”")(draw)
    return f"A day of talks\r\n\r\n{text}\r\n\r\nPolice made no arrests.\r\n".replace("\n\n", "\r\n\r\n"), wanted


FORMS: dict[str, Callable[[Draw], Planted]] = {
    "curly": _alone("“", "”"),
    "straight": _alone('"', '"'),
    "guillemets": _alone("«", "»"),
    "two single marks": _alone("''", "''"),
    "nested": _nested,
    "paragraphs": _paragraphs,
    "split": _split,
    "emoji before": _emoji,
    "windows line ends": _windows,
}


def _place(text: str, words: str, start: int) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))


def _places(text: str, pieces: list[str]) -> tuple[Span, ...]:
    found: list[Span] = []
    for piece in pieces:
        found.append(_place(text, piece, found[-1].end if found else 0))
    return tuple(found)


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_planted_quotations_are_found_in_their_exact_places(form: str, parser: Parser) -> None:
    draw = random.Random(form)
    planted = [FORMS[form](draw) for _ in range(CASES)]
    documents = [assemble(text) for text, _ in planted]
    for document, (_, wanted), syntax in zip(documents, planted, parser.pipe(d.text for d in documents), strict=True):
        reading = Reading(document, syntax)
        reading.add(Quotes()(reading))
        found = {a.value.content for a in reading.quotes}
        assert {_places(document.text, pieces) for pieces in wanted} <= found, document.text
        if form != "nested":
            assert len(found) == len(wanted), document.text
