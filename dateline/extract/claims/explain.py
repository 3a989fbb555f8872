"""Why a sentence gave no claim: what was seen in it, and at which step each possible act was given up."""

from dataclasses import dataclass

from dateline.extract.claims.candidates import candidate_of, least
from dateline.extract.claims.doubts import doubt
from dateline.extract.claims.drafts import Draft, Drafter
from dateline.extract.claims.network_typer import NetworkTyper
from dateline.extract.claims.scene import STATE, Scene
from dateline.extract.claims.sides import settle
from dateline.lang.lexicon import lexicon
from dateline.model.annotation import Annotation
from dateline.model.predicate import Predicate
from dateline.model.reading import Reading
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing seen. `code` is a short stable word for counting, `message` a sentence for a person, `span` where.

    Codes: `claim`, `region`, `no-predicate`, `not-in-lexicon`, `words`, `conditions`, `no-actor`, `no-recipient`,
    `no-political-side`, `governed`, `improbable`, `dropped`.
    """

    code: str
    message: str
    span: Span


def why_not(reading: Reading, sentence: int) -> list[Finding]:
    """What was seen in a sentence (by its number) and why it gave no claim, in text order; empty only for no words."""
    syntax = reading.parsed
    span = syntax.sentence_span(sentence)
    if not reading.tells(span):
        kind = reading.region_at(span)
        return [Finding("region", f"this is a {kind}, which tells no event of its own", span)]
    inside = [p for p in reading.predicates if span.start <= p.span.start < span.end]
    if not inside:
        return [Finding("no-predicate", "no verb or event noun was found", span)]
    scene = Scene(reading)
    drafter = Drafter(scene, lexicon())
    return [_about(reading, p, drafter) for p in inside]


def _about(reading: Reading, predicate: Annotation[Predicate], drafter: Drafter) -> Finding:
    words = predicate.span.of(reading.text)
    for claim in reading.claims:
        if claim.span.overlap(predicate.span):
            return Finding("claim", f"{words!r} is part of the claim {claim.value.type}", predicate.span)
    if any(s.overlap(predicate.span) for claim in reading.claims for s in claim.value.also):
        return Finding("claim", f"{words!r} tells an event again that another sentence tells", predicate.span)
    decisive = drafter.governors.decisive(predicate)
    entries = drafter.senses.entries(predicate.value)
    if not entries:
        return Finding(
            "not-in-lexicon", f"{words!r} ({predicate.value.lemma}) is no act in the lexicon", predicate.span
        )
    senses = drafter.senses.of(predicate)
    if decisive is not None:
        above = decisive.predicate.span.of(reading.text)
        return Finding(
            "governed", f"{words!r} hangs on {above!r} ({decisive.effect}), which leaves no claim", predicate.span
        )
    if not senses:
        return Finding("conditions", _conditions(words, predicate, drafter), predicate.span)
    return _without_side(words, predicate, drafter)


def _conditions(words: str, predicate: Annotation[Predicate], drafter: Drafter) -> str:
    tried = ", ".join(
        f"{e.type} ({e.name}: {', '.join(_asked(e)) or 'sides'})" for e in drafter.senses.entries(predicate.value)[:3]
    )
    return f"{words!r} could be {tried}, but what that asks for is not there"


def _asked(entry: object) -> list[str]:
    named = ("objects", "obliques", "subjects", "require", "needs")
    return [name for name in named if getattr(entry, name)]


def _without_side(words: str, predicate: Annotation[Predicate], drafter: Drafter) -> Finding:
    sense = drafter.senses.of(predicate)[0]
    if sense.complete:
        draft = drafter.plain(predicate)
        reason = doubt(draft, drafter.scene) if draft is not None else None
        has_sides = draft is not None and reason is None and settle(draft) is not None
        if draft is not None and has_sides and (p := _probability(draft, drafter.scene)) < least(draft.rule):
            text = f"{words!r} could be {sense.type}, but its probability is {p:.2f}, below {least(draft.rule):g}"
            return Finding("improbable", text, predicate.span)
        reason = reason or "it has too few sides"
        return Finding("dropped", f"{words!r} could be {sense.type}, but {reason}", predicate.span)
    if not sense.actors:
        return Finding("no-actor", f"{words!r} could be {sense.type}, but nobody political does it", predicate.span)
    if not sense.recipients and sense.entry.needs in ("both", "recipient"):
        return Finding("no-recipient", f"{words!r} could be {sense.type}, but it is done to nobody", predicate.span)
    best = max(w.level for w in (*sense.actors, *sense.recipients))
    text = "nobody political stands on either side" if best < STATE else "a side that must be political is not"
    return Finding("no-political-side", f"{words!r} could be {sense.type}, but {text}", predicate.span)


def _probability(draft: Draft, scene: Scene) -> float:
    """What rules and network together give the type of a draft."""
    return NetworkTyper()(scene.text, [candidate_of(draft, scene)])[0][draft.type]
