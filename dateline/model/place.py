"""Where: place names and the places of events."""

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name might mean, with the probability given to it."""

    geonames: int | None
    name: str
    country: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Place:
    """What a place name means here. `role` is `place`, `demonym` (Russian) or `metonym` (Washington warned).

    `geonames` is a GeoNames id, `country` ISO 3166 alpha-3, `score` the probability that the resolution is right.
    `feature` is `country`, `admin1`, `city`, `region`, `sea`. Unresolved names keep their span, all else None.
    """

    role: str
    name: str
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    feature: str | None = None
    score: float = 0.0
    candidates: tuple[Candidate, ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where something happened: a copy of the resolved facts of one place annotation, and how we know.

    As an annotation of the layer `event-place` it belongs to the predicate annotation `predicate`; as a field of a
    claim that is None. `precision` is the feature of the place; `method` is `adjunct`, `clause`, `nested`, `carried` or
    `dateline`.
    """

    name: str
    span: Span
    method: str
    geonames: int | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None
    score: float = 0.0
    predicate: str | None = None

    @property
    def refs(self) -> tuple[str, ...]:
        return (self.predicate,) if self.predicate else ()
