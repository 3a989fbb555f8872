"""Everything that can go wrong, as a tree.

DatelineError
├── UsageError
│   └── SettingsError
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


class RecordError(DatelineError):
    """A record cannot be opened, read or written."""


class RecordLockedError(RecordError):
    """Somebody else is writing to the record."""


class RecordVersionError(RecordError):
    """The record was made by a newer version of Dateline."""


class OntologyError(DatelineError):
    """A file of `ontology/` or `lang/` contradicts itself or another one."""
