"""What lasts across reports: rows of the link phase. Fields are the columns of the tables of the same names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LastingActor:
    """A person, state, organisation or group across reports. `method` says what it is known by."""

    id: str
    name: str
    kind: str
    country: str | None
    names: tuple[str, ...]
    sectors: tuple[str, ...]
    known_as: str | None
    method: str
    first: str | None
    last: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class ActorLink:
    """That an actor of a report is a lasting one, how that is known, and how sure it is."""

    actor: str
    document: str
    lasting: str
    method: str
    probability: float


@dataclass(frozen=True, slots=True)
class LearnedOffice:
    """That reports call somebody the holder of an office. `standing` is `holds`, `acting`, `former` or `coming`.

    `first` and `last` are days of publication between which that is attested; the term itself may be longer.
    """

    id: str
    lasting: str
    name: str
    title: str
    country: str | None
    organisation: str | None
    sector: str | None
    rank: str | None
    standing: str
    first: str | None
    last: str | None
    reports: int
    evidence: tuple[str, ...]
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedOffice:
    """A term of office as a user's file gives it. Dates are as coarse as their precision says."""

    id: str
    person: str
    person_id: str | None
    title: str
    country: str | None
    organisation: str | None
    rank: str | None
    since: str | None
    since_precision: str | None
    until: str | None
    until_precision: str | None
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class LastingAgreement:
    """A treaty, ceasefire, deal or plan across reports."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: str | None
    subject: str | None
    parties: tuple[str, ...]
    signed: str | None
    method: str
    first: str | None
    last: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class AgreementLink:
    """That an agreement of a report is a lasting one, how that is known, and how sure it is."""

    agreement: str
    document: str
    lasting: str
    method: str
    probability: float


@dataclass(frozen=True, slots=True)
class Redirect:
    """That an id was given up for another. `kind` is `actor` or `agreement`."""

    id: str
    kind: str
    target: str
