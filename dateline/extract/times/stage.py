"""The stage that puts the time expressions of a report into its reading."""

from collections.abc import Iterable
from datetime import date

from dateline.extract.times import tense
from dateline.extract.times.context import Expression
from dateline.extract.times.normalise import normalise
from dateline.model import layers
from dateline.model.annotation import Annotation, Namer
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.time import TimeExpression


class Times:
    """Time expressions with their TIMEX3 values and days, counted from the day of publication."""

    name = "times"
    requires = frozenset({layers.SYNTAX})
    provides = frozenset({layers.TIME})

    def __call__(self, reading: Reading) -> Iterable[Annotation[TimeExpression]]:
        syntax = reading.parsed
        published = reading.document.origin.published
        found = normalise(
            reading.text,
            published=published.value if published else None,
            tense=lambda at: tense.of_clause(syntax, at),
        )
        namer = Namer(reading.document.id, layers.TIME)
        ids = [namer(Span(e.start, e.end)) for e in found]
        for expression, name in zip(found, ids, strict=True):
            span = Span(expression.start, expression.end)
            yield Annotation(name, layers.TIME, span, self.name, _value(expression, ids))


def _value(found: Expression, ids: list[str]) -> TimeExpression:
    return TimeExpression(
        type=found.type,
        value=found.value,
        mod=found.mod,
        anchor=ids[found.anchor] if found.anchor is not None else None,
        start=_iso(found.period.first),
        end=_iso(found.period.last),
        method=found.method,
    )


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None
