"""When: time expressions (TIMEX3) and the dates of events."""

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: `type` DATE, TIME, DURATION or SET, its `value` and `mod`, and the days that it covers.

    `start` and `end` are inclusive ISO dates, day or coarser, None where the words fix none. `anchor` is the id
    of the expression that this one counts from, None for the publication date or an absolute one. `method`
    says how it was resolved (`absolute`, `publication`, `tense`, `anchor`, `narrative`, `range` …).
    """

    type: str
    value: str
    mod: str | None = None
    anchor: str | None = None
    start: str | None = None
    end: str | None = None
    method: str = "absolute"

    @property
    def refs(self) -> tuple[str, ...]:
        return (self.anchor,) if self.anchor else ()


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened: inclusive ISO dates, their precision, how it is known, and the words.

    As an annotation of the layer `event-date` it belongs to the predicate annotation `predicate`; as a field of a
    claim that is None. `precision` is `day`, `month`, `year` or `range`; `method` says where it comes from (`adjunct`,
    `clause`,
    `carried`, `dateline`, `publication`); `span` is None where no words of the text say it.
    """

    start: str
    end: str
    precision: str
    method: str
    span: Span | None = None
    predicate: str | None = None

    @property
    def refs(self) -> tuple[str, ...]:
        return (self.predicate,) if self.predicate else ()
