"""JSON lines: one report a line."""

import json
from collections.abc import Iterator
from typing import Any

from dateline.config import Settings
from dateline.ingest.columns import mapped, mapping, missing_text
from dateline.ingest.report import document, fields_of
from dateline.ingest.stream import LIMIT, Input
from dateline.ingest.unread import Unread
from dateline.model.document import Document


def read(source: Input, *, path: str, settings: Settings, limit: int = LIMIT) -> Iterator[Document | Unread]:
    """Each line's report, or why it gave none; blank lines are passed over."""
    lines, decoder = source.lines(limit=limit)
    first = True
    for number, line in lines:
        if line is None:
            yield Unread(path, number, f"the line is longer than {limit:,} bytes", "too-long")
            continue
        text, encoding = decoder(line)
        text = text.strip()
        if not text:
            continue
        if first and text in {"[", "{"}:
            reason = "JSON over several lines: write one object a line (jq -c '.[]' does it for a list)"
            yield Unread(path, number, reason, "not-json")
            return
        first = False
        yield _report(text, path=path, number=number, encoding=encoding, settings=settings)


def _report(text: str, *, path: str, number: int, encoding: str, settings: Settings) -> Document | Unread:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Unread(path, number, f"no JSON: {error}", "not-json")
    if not isinstance(value, dict):
        return Unread(path, number, f"no JSON object but a {type(value).__name__}: write one object a line", "not-json")
    names = mapping(settings.columns, value)
    if "text" not in names:
        return Unread(path, number, missing_text(settings.columns, value), "columns")
    written = value[names["text"]]
    if written is not None and not isinstance(written, str):
        return Unread(path, number, f"{names['text']!r} holds no text but a {type(written).__name__}", "columns")
    row = mapped({name: _word(value[name]) for name in names.values()}, names)
    if not any(row.get(name, "").strip() for name in ("text", "title")):
        return Unread(path, number, f"{names['text']!r} is empty", "empty")
    return document(fields_of(row, text=row.get("text", "")), path=path, reader="jsonl", encoding=encoding)


def _word(value: Any) -> str:
    """A value as words: numbers are written out, lists of names joined, all else is unknown."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    return ""
