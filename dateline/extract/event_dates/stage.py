"""The stage that dates the predicates of a report."""

from collections.abc import Iterable

from dateline.extract.event_dates.dater import Dater
from dateline.extract.event_dates.days import as_coarse
from dateline.extract.event_dates.publication import doubts_of
from dateline.model import layers
from dateline.model.annotation import Annotation, Namer
from dateline.model.reading import Failure, Reading
from dateline.model.time import EventDate


class EventDates:
    """At most one date for each predicate: none where the report does not tell when."""

    name = "event-dates"
    requires = frozenset({layers.SYNTAX, layers.TIME, layers.PREDICATE})
    provides = frozenset({layers.EVENT_DATE})

    def __call__(self, reading: Reading) -> Iterable[Annotation[EventDate]]:
        dater = Dater(reading)
        namer = Namer(reading.document.id, layers.EVENT_DATE)
        for predicate in reading.predicates:
            date = dater.date(predicate)
            if date is not None:
                yield Annotation(namer(predicate.span), layers.EVENT_DATE, predicate.span, self.name, as_coarse(date))

    def notices(self, reading: Reading) -> Iterable[Failure]:
        """Why the date of publication, from which everything is counted, is to be doubted."""
        return list(doubts_of(reading))
