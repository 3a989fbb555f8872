"""What several tests share: one loaded parser, and a short way from words to a reading."""

from collections.abc import Callable, Sequence

import pytest

from dateline.annotate.parser import Parser
from dateline.ingest.assemble import assemble
from dateline.model.document import Origin, Published
from dateline.model.reading import Reading
from dateline.pipeline import Reader
from dateline.registry import STAGES, load


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture
def parse(parser: Parser) -> Callable[..., Reading]:
    """`parse(text, published="2026-03-11", stages=["regions", "times"])`: a reading with those stages run in order."""

    def make(text: str, *, published: str | None = "2026-03-11", stages: Sequence[str] = ()) -> Reading:
        day = Published(published, "day", "given") if published else None
        document = assemble(text, origin=Origin(published=day))
        reading = Reading(document, parser(document.text))
        for name in stages:
            reading.add(list(load(STAGES[name])()(reading)))
        return reading

    return make


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def read(reader: Reader) -> Callable[..., Reading]:
    """`read(text, published="2023-03-02")`: the whole of phase one over a text, which must not fail anywhere."""

    def make(text: str, *, published: str = "2023-03-02") -> Reading:
        document = assemble(text, origin=Origin(published=Published(published, "day", "given")))
        reading = reader.read(document)
        assert not reading.failures
        return reading

    return make
