"""News reports in, a sourced record out: who did what to whom, when and where, who said so, in which words.

    import dateline

    reading = dateline.read("Norway's foreign minister met her Kenyan counterpart in Nairobi on Monday.")
    dateline.read_into("demo.record", ["reports/"])
    with dateline.Record.open("demo.record") as record:
        claims = dateline.ask(record, "claims", who="NOR").to_pandas()

The names below are the public ones. Each is loaded when it is first used, so that importing the package is quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dateline.version import __version__

if TYPE_CHECKING:
    from dateline.config import Settings, load_settings
    from dateline.errors import DatelineError
    from dateline.ingest import documents
    from dateline.model.annotation import Annotation
    from dateline.model.document import Document
    from dateline.model.reading import Reading
    from dateline.model.span import Span
    from dateline.query.answer import Answer, ask
    from dateline.scale.local import read, read_all, read_into
    from dateline.store.record import Record

__all__ = [
    "Annotation",
    "Answer",
    "DatelineError",
    "Document",
    "Reading",
    "Record",
    "Settings",
    "Span",
    "__version__",
    "ask",
    "documents",
    "load_settings",
    "read",
    "read_all",
    "read_into",
]

_HOMES = {
    "Annotation": "dateline.model.annotation",
    "Answer": "dateline.query.answer",
    "DatelineError": "dateline.errors",
    "Document": "dateline.model.document",
    "Reading": "dateline.model.reading",
    "Record": "dateline.store.record",
    "Settings": "dateline.config",
    "Span": "dateline.model.span",
    "ask": "dateline.query.answer",
    "documents": "dateline.ingest",
    "load_settings": "dateline.config",
    "read": "dateline.scale.local",
    "read_all": "dateline.scale.local",
    "read_into": "dateline.scale.local",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import_module("dateline.notebook").install()
    found = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
