"""The diplomatic layers: contacts, agreements, positions, exchanges, comparisons."""

from dataclasses import dataclass

from dateline.model.actor import Office
from dateline.model.place import EventPlace
from dateline.model.span import Span
from dateline.model.time import EventDate


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody at a contact. `role` is `host`, `visitor` or None."""

    actor: str | None
    country: str | None = None
    office: Office | None = None
    rank: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something lasted, as a TIMEX3 value (`PT2H`, `P3D`), and the words that say so."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Contact:
    """A meeting, call or letter between officials, told by one or more claims of the report.

    `form` is `in-person`, `phone`, `video`, `letter` or `unknown`; `setting` is `bilateral`, `multilateral`,
    `sidelines` or `unknown`; `level` is the lowest rank among the principals. `duration` is how long it lasted.
    """

    claims: tuple[str, ...]
    status: str
    form: str = "unknown"
    setting: str = "unknown"
    forum: str | None = None
    level: str = "unknown"
    date: EventDate | None = None
    place: EventPlace | None = None
    participants: tuple[Participant, ...] = ()
    duration: Duration | None = None

    @property
    def refs(self) -> tuple[str, ...]:
        return (*self.claims, *(p.actor for p in self.participants if p.actor))


@dataclass(frozen=True, slots=True)
class Signatory:
    """A party to an agreement."""

    actor: str | None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """Something done about an agreement. `act` is one of the ten of `dateline.ontology` (`proposed` … `rejected`)."""

    act: str
    by: tuple[str, ...]
    span: Span
    date: EventDate | None = None
    claim: str | None = None
    status: str = "happened"


@dataclass(frozen=True, slots=True)
class Limit:
    """A number that an agreement sets. `kind` is `at-most`, `at-least`, `reduction` or `lasting`; `unit` what it counts
    (warheads, percent, days)."""

    kind: str
    min: float
    max: float
    unit: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Agreement:
    """A treaty, ceasefire, deal, plan or joint text, and what the report says was done about it.

    `subject` are the words for what it is about, `limits` the numbers that it sets.
    """

    name: str
    parties: tuple[Signatory, ...] = ()
    acts: tuple[Act, ...] = ()
    subject: Span | None = None
    limits: tuple[Limit, ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        by = tuple(i for act in self.acts for i in (*act.by, *((act.claim,) if act.claim else ())))
        return (*(p.actor for p in self.parties if p.actor), *by)


@dataclass(frozen=True, slots=True)
class Position:
    """Who is for or against something. `side` is `for`, `against`, `abstain` or `absent`.

    `count` and `of` hold "18 of the 20"; `members` are the actors named; `by` is the body that they belong to.
    `exceptions` are those named as not taking this side ("all but Hungary"). `countries` are those that take it, and
    `method` says how they are known: `named`, or `membership` for the members that the body had that day without the
    exceptions.
    """

    on: Span
    on_name: str
    side: str
    count: int | None = None
    of: int | None = None
    members: tuple[str, ...] = ()
    by: str | None = None
    date: EventDate | None = None
    exceptions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    method: str | None = None

    @property
    def refs(self) -> tuple[str, ...]:
        return (*self.members, *self.exceptions, *((self.by,) if self.by else ()))


@dataclass(frozen=True, slots=True)
class Exchange:
    """One hand-over: who gave whom or what to whom, and the hand-over that it was given for (`counterpart`).

    `agreement` and `contact` are those of the report that brought it.
    """

    giver: str | None
    receiver: str | None
    what: Span
    status: str
    counterpart: str | None = None
    date: EventDate | None = None
    claim: str | None = None
    agreement: str | None = None
    contact: str | None = None

    @property
    def refs(self) -> tuple[str, ...]:
        ids = (self.giver, self.receiver, self.counterpart, self.claim, self.agreement, self.contact)
        return tuple(i for i in ids if i)


@dataclass(frozen=True, slots=True)
class SincePoint:
    """What a comparison counts from: its words, and the time expression, claim or contact that they name.

    The `date` is that of the time (`method` `time`), of the claim or contact (`event`), of a known event
    (`landmark`), or a stretch back from what is compared (`window`: "in five years"); None where it is not known.
    """

    span: Span
    time: str | None = None
    event: str | None = None
    date: EventDate | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the report itself says of a contact or claim beside the past: "their highest-level talks since the war".

    `kind` is `first`, `highest` (of level), `most-senior` (who came) or `last` (the latest contact so far: "last met
    in May", "have not spoken since"). `contact` and `claim` are what is compared, for `last` the latest one; `who`
    the actors, for `most-senior` the visitor and then the state visited. `form` is a contact's, where the words say
    that only that form is meant. `ever` marks a comparison with all the past.
    """

    kind: str
    contact: str | None = None
    claim: str | None = None
    who: tuple[str, ...] = ()
    form: str | None = None
    since: SincePoint | None = None
    ever: bool = False

    @property
    def refs(self) -> tuple[str, ...]:
        since = (self.since.time, self.since.event) if self.since else ()
        return tuple(i for i in (self.contact, self.claim, *self.who, *since) if i)
