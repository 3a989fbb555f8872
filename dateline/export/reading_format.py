"""The reading format, version 1: a reading as plain JSON values, and back.

The names of the model's fields are the format's keys, so this file only says where the two differ. Keys may be added to
the format; none is renamed or removed within a version (`tests/export/test_reading_format.py` holds the list).
Spans are `[start, end)` in code points of `document.text`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, BinaryIO

import msgspec

from dateline.errors import UsageError
from dateline.model import layers
from dateline.model.actor import Actor, Mention
from dateline.model.annotation import Annotation, Value
from dateline.model.claim import Claim
from dateline.model.diplomacy import Agreement, Comparison, Contact, Exchange, Position
from dateline.model.document import DatelinePlace, Document, Origin, Published
from dateline.model.place import Place
from dateline.model.quote import Quote
from dateline.model.reading import Failure, Reading
from dateline.model.region import Region
from dateline.model.span import Span
from dateline.model.time import TimeExpression
from dateline.ontology.version import ontology_version
from dateline.version import __version__

SCHEMA = 1

# Key of the format, layer, class of its values; in the order in which they are printed.
LAYERS: tuple[tuple[str, str, type[Value]], ...] = (
    ("regions", layers.REGION, Region),
    ("actors", layers.ACTOR, Actor),
    ("mentions", layers.MENTION, Mention),
    ("times", layers.TIME, TimeExpression),
    ("places", layers.PLACE, Place),
    ("quotes", layers.QUOTE, Quote),
    ("claims", layers.CLAIM, Claim),
    ("contacts", layers.CONTACT, Contact),
    ("agreements", layers.AGREEMENT, Agreement),
    ("positions", layers.POSITION, Position),
    ("exchanges", layers.EXCHANGE, Exchange),
    ("comparisons", layers.COMPARISON, Comparison),
)

_ORIGIN = ("url", "outlet", "byline", "agencies", "language", "published", "dateline")
_ORIGIN_ADDED = ("source_id", "path", "reader", "encoding")

Values = dict[str, Any]


def to_json(reading: Reading) -> Values:
    """A reading as dicts, lists, strings and numbers. Working layers and the grammar are left out."""
    values: Values = msgspec.json.decode(to_line(reading))
    return values


def to_line(reading: Reading) -> bytes:
    """A reading as one line of JSON, with its line end."""
    return msgspec.json.encode(_values(reading)) + b"\n"


def write(readings: Iterable[Reading], out: BinaryIO) -> None:
    """Write readings as JSON Lines, each as soon as it is there."""
    for reading in readings:
        out.write(to_line(reading))
        out.flush()


def _values(reading: Reading) -> Values:
    return {
        "schema": SCHEMA,
        "producer": f"dateline {__version__}",
        "ontology": ontology_version(),
        "document": _document_out(reading.document),
        **{key: [_annotation_out(a) for a in reading.layer(layer)] for key, layer, _ in LAYERS},
        "failures": [msgspec.to_builtins(failure) for failure in reading.failures],
    }


def from_json(values: Mapping[str, Any]) -> Reading:
    """The reading that `to_json` gave these values for, without its grammar.

    Layers that are missing are empty. Raises UsageError for another version of the format, or values that do not fit.
    """
    if values.get("schema") != SCHEMA:
        raise UsageError(f"this is no reading of format {SCHEMA}: its schema is {values.get('schema')!r}")
    try:
        reading = Reading(_document_in(values["document"]))
        reading.failures.extend(msgspec.convert(values.get("failures", []), list[Failure]))
        for key, layer, value_class in LAYERS:
            reading.add(_annotation_in(item, layer, value_class) for item in values.get(key, []))
    except (msgspec.ValidationError, KeyError) as error:
        raise UsageError(f"this is no reading of format {SCHEMA}: {error}") from error
    return reading


def _document_out(document: Document) -> Values:
    origin = msgspec.to_builtins(document.origin)
    return {
        "id": document.id,
        "sha256": document.sha256,
        "title": document.title,
        "text": document.text,
        **{name: origin[name] for name in _ORIGIN},
        "copy_of": None,
        **{name: origin[name] for name in _ORIGIN_ADDED},
        "page_offsets": document.page_offsets,
    }


def _document_in(values: Mapping[str, Any]) -> Document:
    origin = {name: values[name] for name in (*_ORIGIN, *_ORIGIN_ADDED) if name in values}
    origin["published"] = msgspec.convert(origin.get("published"), Published | None)
    origin["dateline"] = msgspec.convert(origin.get("dateline"), DatelinePlace | None)
    origin["agencies"] = tuple(origin.get("agencies") or ())
    runs = msgspec.convert(values.get("page_offsets", []), tuple[tuple[int, int, int], ...])
    return Document(values["id"], values["text"], values["sha256"], values.get("title"), Origin(**origin), runs)


def _annotation_out(annotation: Annotation[Any]) -> Values:
    fields = msgspec.to_builtins(annotation.value)
    if change := _OUT.get(annotation.layer):
        change(fields)
    return {"id": annotation.id, "span": annotation.span, **fields, "producer": annotation.producer}


def _annotation_in(item: Mapping[str, Any], layer: str, value_class: type[Value]) -> Annotation[Any]:
    fields = dict(item)
    if change := _IN.get(layer):
        change(fields)
    value = msgspec.convert(fields, value_class)
    return Annotation(item["id"], layer, Span(*item["span"]), item.get("producer", ""), value)


def _actor_out(fields: Values) -> None:
    fields["mentions"] = [link["span"] for link in fields["links"]]


def _without_predicate(fields: Values) -> None:
    # Predicates are a working layer: the ids would lead nowhere.
    for name in ("date", "place"):
        if fields.get(name):
            fields[name].pop("predicate", None)


def _acts_without_predicate(fields: Values) -> None:
    for act in fields["acts"]:
        _without_predicate(act)


def _since_without_predicate(fields: Values) -> None:
    _without_predicate(fields["since"] or {})


def _position_out(fields: Values) -> None:
    fields["on"] = {"span": fields["on"], "name": fields.pop("on_name")}
    _without_predicate(fields)


def _position_in(fields: Values) -> None:
    fields["on"], fields["on_name"] = fields["on"]["span"], fields["on"]["name"]


_OUT: dict[str, Callable[[Values], None]] = {
    layers.ACTOR: _actor_out,
    layers.CLAIM: _without_predicate,
    layers.CONTACT: _without_predicate,
    layers.AGREEMENT: _acts_without_predicate,
    layers.POSITION: _position_out,
    layers.EXCHANGE: _without_predicate,
    layers.COMPARISON: _since_without_predicate,
}
_IN: dict[str, Callable[[Values], None]] = {layers.POSITION: _position_in}
