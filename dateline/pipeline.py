"""The two phases, each on one screen: read (Document -> Reading) and link (over a Record)."""

from collections.abc import Iterable, Iterator

from dateline import registry
from dateline.annotate.language import language_of
from dateline.annotate.parser import Parser
from dateline.config import Settings, load_settings
from dateline.model import layers
from dateline.model.document import Document
from dateline.model.reading import Failure, Reading
from dateline.stage import Noticing, Stage, check_order

# The parser needs some 5 kB for each character of a batch.
_BATCH_CHARACTERS = 50_000
_GIVEN = frozenset({layers.SYNTAX, layers.SENTENCE})


class Reader:
    """Phase one. Holds the loaded models; make one per process and use it for many reports.

    Reading is a pure function of the report, the version, the settings and the shipped data: the same
    report gives the same reading, whatever was read before it.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or load_settings()
        self._parser = Parser(self.settings.pipeline, batch_size=self.settings.batch_size)
        self.stages: list[Stage] = [registry.load(target)() for target in registry.stages().values()]
        check_order(self.stages, given=_GIVEN)

    def read(self, document: Document) -> Reading:
        """The reading of one report."""
        return next(self.read_all([document]))

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The reading of each report, in order. A report that is skipped has a failure and empty layers."""
        for batch in _batches(documents, most=self.settings.batch_size):
            readings = [self._open(document) for document in batch]
            wanted = [r for r in readings if not r.failures]
            parsed = self._parser.pipe((r.text for r in wanted), breaks=(_breaks(r.document) for r in wanted))
            for reading, syntax in zip(wanted, parsed, strict=True):
                reading.syntax = syntax
                self._extract(reading)
            yield from readings

    def _open(self, document: Document) -> Reading:
        reading = Reading(document)
        if reason := self._why_skip(document):
            reading.failures.append(reason)
        return reading

    def _why_skip(self, document: Document) -> Failure | None:
        length, limit = len(document.text), self.settings.max_characters
        if not document.text.strip():
            return Failure("annotate", "the report has no text", "empty")
        if length > limit:
            return Failure("annotate", f"{length} characters; max_characters is {limit}", "too-long")
        language = document.origin.language or language_of(document.text)
        if language is not None and language not in self.settings.languages:
            read = ", ".join(self.settings.languages)
            return Failure("annotate", f"the report is in {language!r}; read are {read}", "language")
        return None

    def _extract(self, reading: Reading) -> None:
        for stage in self.stages:
            try:
                reading.add(list(stage(reading)))
                if isinstance(stage, Noticing):
                    reading.failures.extend(stage.notices(reading))
            except Exception as error:
                # Whatever a stage raises costs this report that layer, not the run.
                reading.failures.append(Failure(stage.name, f"{type(error).__name__}: {error}"))


def _batches(documents: Iterable[Document], *, most: int) -> Iterator[list[Document]]:
    """Reports to be parsed together: at most so many, and no more text than fits into little memory."""
    batch: list[Document] = []
    characters = 0
    for document in documents:
        batch.append(document)
        characters += len(document.text)
        if len(batch) >= most or characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _breaks(document: Document) -> tuple[int, ...]:
    """Where the story begins behind its dateline: "OSLO, May 3 (Agency) - " is no part of the first sentence."""
    dateline = document.origin.dateline
    if dateline is None:
        return ()
    rest = document.text[dateline.span.end :]
    return (len(document.text) - len(rest.lstrip(" -–—:\n")),)
