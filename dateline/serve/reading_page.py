"""The page on the reading format, made from the classes of the model and their docstrings."""

import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from dateline.export.reading_format import LAYERS, SCHEMA
from dateline.model.document import Document, Origin
from dateline.model.reading import Failure
from dateline.model.span import Span

_HEAD = f"""# The reading format, version {SCHEMA}

`dateline read FILE… --to jsonl` prints one report a line as a JSON object with these keys: `schema` ({SCHEMA}),
`producer` (name and version), `ontology` (its version), `document`, one list for each layer below, and `failures`.

- A span is `[start, end]`, half-open, in code points of `document.text`: in Python `text[start:end]`. JavaScript and
  Java count UTF-16 units, so take care of letters beyond U+FFFF.
- What is not known is null; a list may be empty. A report that was skipped has empty layers and a failure.
- Country codes are ISO 3166 alpha-3 (XKX for Kosovo), or PLOVER's codes for others: IGO UNO EUR NGO ISM IMG MNC.
- Within a version keys may be added; none is renamed, removed or given another meaning.
- Every item of a layer has `id`, `span` and `producer`. The id says where, not what: a better extractor changes values,
  not names.

"""


def reading_page() -> str:
    """Every key of the format with its type."""
    parts = [_HEAD, *_document()]
    told: set[type] = {Span}
    for key, _, value in LAYERS:
        parts.append(_section(f"`{key}`", value, told))
        parts += [_section(f"{inner.__name__}, inside of `{key}`", inner, told) for inner in _inner(value, told)]
    return "".join([*parts, _section("`failures`", Failure, told)])


def _document() -> Iterator[str]:
    rows = [("id, sha256, title, text", "string"), ("copy_of", "id of the document that this one repeats, or null")]
    hints = get_type_hints(Origin)
    rows += [(f.name, _type(hints[f.name])) for f in fields(Origin)]
    rows.append(("page_offsets", "list of [text start, text end, page start]"))
    yield f"## `document`\n\n{inspect.cleandoc(Document.__doc__ or '')}\n\n{_table(rows)}"
    for inner in _inner(Origin, {Span}):
        yield _section(f"{inner.__name__}, inside of `document`", inner, {Span})


def _section(heading: str, value: Any, told: set[type]) -> str:
    told.add(value)
    hints = get_type_hints(value)
    rows = [(f.name, _type(hints[f.name])) for f in fields(value) if f.name not in ("predicate", "on_name")]
    if heading == "`positions`":
        rows = [(name, '{"span", "name"}' if name == "on" else kind) for name, kind in rows]
    if heading == "`actors`":
        rows.append(("mentions", "list of spans, those of `links`"))
    return f"## {heading}\n\n{inspect.cleandoc(value.__doc__ or '')}\n\n{_table(rows)}"


def _table(rows: list[tuple[str, str]]) -> str:
    lines = [f"| `{name}` | {kind} |" for name, kind in rows]
    return "\n".join(["| key | value |", "|---|---|", *lines]) + "\n\n"


def _inner(value: Any, told: set[type]) -> Iterator[Any]:
    """The classes that a class is made of, and those that they are made of, each told once."""
    for hint in get_type_hints(value).values():
        for found in _classes(hint):
            if found not in told:
                told.add(found)
                yield found
                yield from _inner(found, told)


def _classes(hint: Any) -> Iterator[Any]:
    if is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from _classes(part)


def _type(hint: Any) -> str:
    if hint is Span:
        return "span"
    if get_origin(hint) is tuple:
        return f"list of {_type(get_args(hint)[0])}"
    if isinstance(hint, UnionType):
        parts = [_type(part) for part in get_args(hint) if part is not NoneType]
        return " or ".join([*parts, "null"])
    names = {str: "string", int: "integer", float: "number", bool: "true or false"}
    return names.get(hint, getattr(hint, "__name__", str(hint)))
