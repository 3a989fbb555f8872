"""Everything that can go wrong, as a tree.

DatelineError
├── UsageError
│   └── SettingsError
├── IngestError
├── StageError
├── RecordError
│   ├── RecordLockedError
│   └── RecordVersionError
└── OntologyError

An error says what was wrong, where, and what to do. Only `dateline.serve` prints one; only the command
line exits.
"""


class DatelineError(Exception):
    """Any error that Dateline raises on purpose."""


class UsageError(DatelineError):
    """The caller asked for something that cannot be: a wrong argument, an unknown name."""


class SettingsError(UsageError):
    """A setting is unknown or has a wrong value."""


class IngestError(DatelineError):
    """A file, or one report in it, cannot be read. `path` and `line` say where, as far as known."""

    def __init__(self, message: str, *, path: str, line: int | None = None, code: str = "unreadable") -> None:
        super().__init__(message)
        self.path = path
        self.line = line
        self.code = code


class StageError(DatelineError):
    """A stage failed on one report; the run goes on without that layer."""

    def __init__(self, message: str, *, stage: str, document_id: str) -> None:
        super().__init__(message)
        self.stage = stage
        self.document_id = document_id


class RecordError(DatelineError):
    """A record cannot be opened, read or written."""


class RecordLockedError(RecordError):
    """Somebody else is writing to the record."""


class RecordVersionError(RecordError):
    """The record was made by a newer version of Dateline."""


class OntologyError(DatelineError):
    """A file of `ontology/` or `lang/` contradicts itself or another one."""
