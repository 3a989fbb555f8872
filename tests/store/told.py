"""A report in the making, for tests that plant contacts, acts and comparisons."""

from collections.abc import Iterable
from typing import Any

from dateline.ingest.assemble import assemble
from dateline.model import layers
from dateline.model.actor import Actor, Office
from dateline.model.annotation import Annotation, Namer
from dateline.model.diplomacy import Act, Agreement, Comparison, Contact, Participant, SincePoint
from dateline.model.document import Origin, Published
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.time import EventDate


class Report:
    """A report in the making, whose words do not matter: "Peru met Chile" and so on, one word an annotation."""

    def __init__(self, published: str) -> None:
        origin = Origin(published=Published(published, "day", "given"))
        document = assemble(f"Report of {published}. " + "word " * 60, origin=origin)
        self.reading = Reading(document)
        self.actors = {code: self._add(layers.ACTOR, Actor(code, "state", code)) for code in ("PER", "CHL")}

    def _add(self, layer: str, value: Any) -> str:
        start = 22 + 5 * sum(len(self.reading.layer(name)) for name in layers.KEPT)
        span = Span(start, start + 4)
        made = Annotation(Namer(self.reading.document.id, layer)(span), layer, span, "hand", value)
        self.reading.add([made])
        return made.id

    def contact(self, day: str, *, level: str = "minister", form: str = "in-person", status: str = "happened") -> str:
        precision = {4: "year", 7: "month", 10: "day"}[len(day)]
        people = tuple(Participant(actor, code) for code, actor in self.actors.items())
        date = EventDate(day, day, precision, "adjunct")
        return self._add(layers.CONTACT, Contact((), status, form, level=level, date=date, participants=people))

    def visit(self, day: str, rank: str, *, role: str = "visitor", form: str = "in-person") -> tuple[str, str]:
        """A Chilean of some rank with Peru; gives who it was, and the contact."""
        office = Office(rank, country="CHL", sector="GOV", rank=rank)
        who = self._add(layers.ACTOR, Actor(f"Chilean {rank}", "person", "CHL", office=office))
        other = {"visitor": "host", "host": "visitor"}[role]
        people = (
            Participant(who, "CHL", office, rank, role),
            Participant(self.actors["PER"], "PER", None, None, other),
        )
        date = EventDate(day, day, "day", "adjunct")
        return who, self._add(layers.CONTACT, Contact((), "happened", form, level=rank, date=date, participants=people))

    def most_senior(self, who: str, contact: str | None, since: str) -> str:
        """That somebody is the most senior Chilean to visit Peru since a year."""
        point = SincePoint(Span(0, 4), None, None, EventDate(since, since, "year", "time"))
        both = (who, self.actors["PER"])
        return self._add(layers.COMPARISON, Comparison("most-senior", contact, None, both, None, point))

    def act(self, name: str, act: str, day: str | None, by: Iterable[str] = ("PER",)) -> str:
        date = EventDate(day, day, "day", "adjunct") if day else None
        done = Act(act, tuple(self.actors[code] for code in by), Span(0, 4), date)
        return self._add(layers.AGREEMENT, Agreement(name, (), (done,)))

    def compares(self, kind: str, contact: str, since: str, form: str | None = None) -> str:
        point = SincePoint(Span(0, 4), None, None, EventDate(since, since, "year", "time"))
        return self._add(layers.COMPARISON, Comparison(kind, contact, None, tuple(self.actors.values()), form, point))
