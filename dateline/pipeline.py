"""The two phases, each on one screen: read (Document -> Reading) and link (over a Record)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dateline import registry
from dateline.annotate.language import language_of
from dateline.config import Settings, load_settings
from dateline.model import layers
from dateline.model.document import Document
from dateline.model.reading import Failure, Reading
from dateline.stage import Given, Linker, Noticing, Stage, check_order

if TYPE_CHECKING:
    from dateline.store.record import Record

# The parser needs some 5 kB for each character of a batch.
_BATCH_CHARACTERS = 50_000
_GIVEN = frozenset({layers.SYNTAX, layers.SENTENCE})


class Reader:
    """Phase one. Holds the loaded models; make one per process and use it for many reports.

    Reading is a pure function of the report, the version, the settings and the shipped data: the same
    report gives the same reading, whatever was read before it.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        from dateline.annotate.parser import Parser  # loads spaCy, which linking does without

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
    behind = dateline.span.end
    begins = next((i for i in range(behind, len(document.text)) if _begins(document.text[i])), None)
    return () if begins is None else (begins,)


def _begins(character: str) -> bool:
    return character.isalnum() or character in "\"'“‘«„([`$"


def link(record: "Record", *, again: bool = False) -> dict[str, int] | None:
    """Phase two over a record that is open for writing; gives the number of rows of each table of links.

    Nothing is done, and None given, where no reading has changed since the last time, unless `again`. The same
    readings give the same links, whatever the order in which they were read; what changes is written in one
    transaction. Readings stay as they are.
    """
    from dateline.store.linked import linked_state, state, write_links

    now = state(record, linkers=_linkers_version())
    if not again and linked_state(record) == now:
        return None
    made: dict[str, list[Any]] = {}
    for target in registry.LINKERS.values():
        linker: Linker = registry.load(target)()
        for table, found in linker(_given(record, linker, made)).items():
            made.setdefault(table, []).extend(found)
    return write_links(record, made, state=now)


def _given(record: "Record", linker: Linker, made: Mapping[str, Sequence[Any]]) -> Given:
    """What a linker asks for, from the record or from the linkers before it."""
    from dateline.store.linked import row_of, rows

    now = {
        table: [row_of(row, columns) for row in made[table]] if table in made else rows(record, table, columns)
        for table, columns in linker.requires.items()
    }
    return Given(now, {table: rows(record, table, columns) for table, columns in linker.remembers.items()})


def _linkers_version() -> str:
    from dateline.ontology.version import linking_version
    from dateline.version import __version__

    return f"{__version__} {linking_version()}"
