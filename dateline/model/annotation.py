"""What one producer says of one place of a text."""

from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol, runtime_checkable

from dateline.model.span import Span


@runtime_checkable
class Value(Protocol):
    """What an annotation may hold: a frozen dataclass that names the annotations it refers to."""

    @property
    def refs(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Annotation[V: Value]:
    """`producer` says that `value` holds of `span`, in `layer`."""

    id: str
    layer: str
    span: Span
    producer: str
    value: V

    @property
    def refs(self) -> tuple[str, ...]:
        """Ids of the annotations of the same reading that this one points at."""
        return self.value.refs


class Namer:
    """Gives the annotations of one layer of one document their ids.

    An id is a hash of (document, layer, start, end, ordinal): it says where, not what, so a better
    extractor changes values and not names. Ask in a fixed order: the ordinal counts calls per span.
    """

    def __init__(self, document_id: str, layer: str) -> None:
        self._document_id = document_id
        self._layer = layer
        self._seen: dict[Span, int] = {}

    def __call__(self, span: Span) -> str:
        ordinal = self._seen.get(span, 0)
        self._seen[span] = ordinal + 1
        key = f"{self._document_id}\x00{self._layer}\x00{span.start}\x00{span.end}\x00{ordinal}"
        return f"{self._layer[0]}{blake2b(key.encode(), digest_size=8).hexdigest()}"
