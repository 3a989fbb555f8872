"""What one report says of one event."""

from dataclasses import dataclass

from dateline.model.actor import Office
from dateline.model.place import EventPlace
from dateline.model.span import Span
from dateline.model.time import EventDate

STATUSES = ("happened", "ongoing", "planned", "called-for", "hypothetical", "denied", "refused", "cancelled")


@dataclass(frozen=True, slots=True)
class Side:
    """One doer or recipient of a claim: the words, the actor, and what is known of it at that place."""

    mention: Span
    actor: str | None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    office: Office | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that belongs to an event. `what` is `killed`, `wounded`, `detained`, `troops`, `money`, `persons` …"""

    what: str
    min: float
    max: float
    unit: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose word a claim rests on, where it is not the report's own."""

    actor: str | None
    name: str | None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of the same words that the producer weighed, and its probability."""

    type: str
    probability: float


@dataclass(frozen=True, slots=True)
class Claim:
    """An event as one report tells it, in PLOVER's terms. The annotation's span is the trigger's.

    `type` is one of PLOVER's 16, `mode` one of its modes or None, `quad` 1 to 4, `score` PLOVER's intensity.
    `trigger` is at most eight words, `evidence` the shortest stretch that states the claim, `also` other
    stretches of the report that tell the same event. `method` is the rule or model that chose the type.
    """

    type: str
    status: str
    trigger: Span
    evidence: Span
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: int | None = None
    score: float | None = None
    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()
    date: EventDate | None = None
    place: EventPlace | None = None
    numbers: tuple[Amount, ...] = ()
    attributed_to: Attribution | None = None
    also: tuple[Span, ...] = ()
    probability: float = 1.0
    method: str = "rule"
    alternatives: tuple[Alternative, ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        sides = tuple(s.actor for s in (*self.actors, *self.recipients) if s.actor)
        said = self.attributed_to
        return (*sides, *(i for i in (said.actor, said.quote) if i)) if said else sides
