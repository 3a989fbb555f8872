"""Work grows with the number of quotation marks and not faster: steps are counted, no clock is read."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from dateline.annotate.parser import Parser
from dateline.extract.quotes import Quotes
from dateline.extract.quotes.marks import marked_strings
from dateline.model.document import Document
from dateline.model.reading import Reading

# A form, and how many marks it has.
FORMS = {
    "pairs": ("“We will wait,” Silva said. “It is late.” ", 4),
    "openers": ("Silva said “we will wait. ", 1),
    "closers": ("Silva said we will” wait. ", 1),
    "straight": ('Silva said "we will wait. ', 1),
    "single": ("'We will wait, Silva said, 'it is late. ", 2),
    "paragraphs": ("“We will wait and see.\n\n", 1),
    "mixed": ("“a ‘b “c d’ \"e 'f'\" ''g'' ", 9),
    "guillemets": ("«We say ", 1),
    "no stop": ("“so it goes on” and ", 2),
}


def steps(work: Callable[[], object]) -> int:
    """The number of lines that are run in the package of quotes."""
    count = 0

    def line(_: FrameType, event: str, __: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, _: str, __: Any) -> Any:
        return line if "quotes" in frame.f_code.co_filename and "extract" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", FORMS)
def test_ten_times_the_marks_are_ten_times_the_steps(name: str) -> None:
    form, marks = FORMS[name]
    few, many = (form * (wanted // marks) for wanted in (1_000, 10_000))
    assert steps(lambda: marked_strings(many)) < 11 * steps(lambda: marked_strings(few))


@pytest.mark.parametrize("wanted", [1_000, 10_000])
def test_marks_inside_of_marks_without_end_are_read_once(wanted: int) -> None:
    text = "«We say " * (wanted // 2) + "yes" + "»" * (wanted // 2)
    assert steps(lambda: marked_strings(text)) < 120 * wanted


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMS)
def test_the_whole_stage_works_ten_times_as_much_for_ten_times_the_marks(name: str, parser: Parser) -> None:
    form, marks = FORMS[name]

    def cost(wanted: int) -> int:
        text = form * (wanted // marks)
        reading = Reading(Document(id="d", text=text, sha256=""), parser(text))
        return steps(lambda: list(Quotes()(reading)))

    assert cost(2_000) < 14 * cost(200)
