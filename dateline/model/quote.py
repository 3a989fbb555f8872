"""Who said what."""

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Party:
    """A speaker or an addressee: the words, the actor behind them, the name, and how it was found.

    `method` is `subject`, `according-to`, `inverted`, `floating`, `dialogue`, `coreference`, `nested` or `cue-noun`.
    """

    mention: Span | None
    name: str | None
    method: str
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody is reported to have said. `kind` is `direct`, `indirect` or `mixed`.

    `content` are the stretches said (without the marks), `marked` the pieces between marks, `cue` the reporting
    word or words. `parent` is the id of the quote that this one stands in.
    """

    kind: str
    content: tuple[Span, ...]
    marked: tuple[Span, ...] = ()
    cue: Span | None = None
    speaker: Party | None = None
    addressee: Party | None = None
    parent: str | None = None
    probability: float = 1.0

    @property
    def refs(self) -> tuple[str, ...]:
        parties = tuple(p.actor for p in (self.speaker, self.addressee) if p and p.actor)
        return (*parties, self.parent) if self.parent else parties
