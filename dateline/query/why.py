"""Why the record says something: the words, who produced it, and how each part of it is known."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dateline.model import layers
from dateline.model.actor import Actor, Mention, Office
from dateline.model.annotation import Annotation
from dateline.model.claim import Claim, Side
from dateline.model.diplomacy import Agreement, Comparison, Contact, Exchange, Position
from dateline.model.place import EventPlace, Place
from dateline.model.quote import Party, Quote
from dateline.model.reading import Reading
from dateline.model.region import Region
from dateline.model.span import Span, cover
from dateline.model.time import EventDate, TimeExpression
from dateline.query.find import Found


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said, under a label: `when`, `2023-03-02 (day): adjunct, “on Thursday”`."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Why:
    """What the record says (`headline`, `facts`), and where: `evidence` in its `paragraph`, decided by `key`."""

    reading: Reading
    annotation: Annotation[Any]
    headline: str
    evidence: tuple[Span, ...]
    key: Span
    facts: tuple[Fact, ...]

    @property
    def paragraph(self) -> Span:
        """The lines of the report in which the evidence stands."""
        text, whole = self.reading.text, cover(*self.evidence)
        start = text.rfind("\n", 0, whole.start) + 1
        end = text.find("\n", whole.end)
        return Span(start, len(text) if end < 0 else end)


def why(found: Found) -> Why:
    """The grounds of one annotation."""
    reading, annotation = found.reading, found.annotation
    headline, evidence, facts = _EXPLAINED[annotation.layer](annotation, reading)
    used = tuple(
        Fact("used by", f"{other.layer} {other.id}")
        for layer in (layers.CONTACT, layers.AGREEMENT, layers.EXCHANGE, layers.POSITION, layers.CLAIM)
        for other in reading.layer(layer)
        if annotation.id in other.refs
    )
    produced = Fact("producer", annotation.producer)
    return Why(reading, annotation, headline, evidence, annotation.span, (*facts, produced, *used))


Explained = tuple[str, tuple[Span, ...], list[Fact]]


def _claim(a: Annotation[Claim], reading: Reading) -> Explained:
    v = a.value
    facts = [Fact("who", _side(side, reading)) for side in v.actors]
    facts += [Fact("to whom", _side(side, reading)) for side in v.recipients]
    facts += _when_and_where(v.date, v.place, reading)
    facts += [Fact("number", f"{_range(n.min, n.max)} {n.what}: {_quoted(n.span, reading)}") for n in v.numbers]
    if v.attributed_to:
        facts.append(Fact("on the word of", v.attributed_to.name or "an unnamed source"))
        facts += [Fact("inside of", f"quote {v.attributed_to.quote}")] if v.attributed_to.quote else []
    code = [f"mode {v.mode}" if v.mode else None, f"CAMEO {v.cameo}" if v.cameo else None]
    code += [f"quad class {v.quad}" if v.quad else None, f"score {v.score:g}" if v.score is not None else None]
    facts.append(Fact("coded", ", ".join([f"{v.type}, {v.status}", *(c for c in code if c), *v.contexts])))
    facts.append(Fact("decided by", f"{v.method}, on {_quoted(v.trigger, reading)}; probability {v.probability:g}"))
    facts += [Fact("weighed too", f"{other.type}, probability {other.probability:g}") for other in v.alternatives]
    facts += [Fact("told also", _quoted(span, reading)) for span in v.also]
    return f"{v.type}{f' ({v.mode})' if v.mode else ''}, {v.status}", (v.evidence,), facts


def _contact(a: Annotation[Contact], reading: Reading) -> Explained:
    v = a.value
    facts = []
    for p in v.participants:
        about = [p.country, _office(p.office), p.rank, p.role]
        facts.append(Fact("who", ", ".join([_name(p.actor, reading), *(x for x in about if x)])))
    facts += [Fact("level", v.level), Fact("form", v.form), Fact("setting", v.setting)]
    facts += [Fact("forum", v.forum)] if v.forum else []
    facts += [Fact("duration", f"{v.duration.value}: {_quoted(v.duration.span, reading)}")] if v.duration else []
    facts += _when_and_where(v.date, v.place, reading)
    facts += [Fact("told by", f"claim {claim}") for claim in v.claims]
    claims = [found for claim in v.claims if (found := reading.find(claim))]
    return f"contact, {v.status}", tuple(c.value.evidence for c in claims) or (a.span,), facts


def _quote(a: Annotation[Quote], reading: Reading) -> Explained:
    v = a.value
    facts = _party("speaker", v.speaker, reading) + _party("addressee", v.addressee, reading)
    facts += [Fact("cue", _quoted(v.cue, reading))] if v.cue else []
    facts += [Fact("inside of", f"quote {v.parent}")] if v.parent else []
    facts.append(Fact("probability", f"{v.probability:g}"))
    return f"{v.kind} quote", v.content, facts


def _agreement(a: Annotation[Agreement], reading: Reading) -> Explained:
    v = a.value
    facts = [Fact("party", f"{_name(p.actor, reading)}{f', {p.country}' if p.country else ''}") for p in v.parties]
    facts += [Fact("subject", _quoted(v.subject, reading))] if v.subject else []
    facts += [Fact(limit.kind, _quoted(limit.span, reading)) for limit in v.limits]
    for act in v.acts:
        by = ", ".join(_name(i, reading) for i in act.by) or "nobody named"
        date = f", {_date(act.date, reading)}" if act.date else ""
        facts.append(Fact(act.act, f"by {by}{date}: {_quoted(act.span, reading)}"))
    return v.name, tuple(act.span for act in v.acts) or (a.span,), facts


def _position(a: Annotation[Position], reading: Reading) -> Explained:
    v = a.value
    facts = [Fact("on", f"{v.on_name}: {_quoted(v.on, reading)}"), Fact("side", v.side)]
    if v.count is not None:
        facts.append(Fact("count", f"{v.count}" + (f" of {v.of}" if v.of is not None else "")))
    facts += [Fact("member", _name(i, reading)) for i in v.members]
    facts += [Fact("without", _name(i, reading)) for i in v.exceptions]
    facts += [Fact("countries", f"{', '.join(v.countries)}, by {v.method}")] if v.countries else []
    facts += [Fact("of the body", _name(v.by, reading))] if v.by else []
    facts += _when_and_where(v.date, None, reading)
    return f"position, {v.side}", (a.span,), facts


def _exchange(a: Annotation[Exchange], reading: Reading) -> Explained:
    v = a.value
    facts = [Fact("giver", _name(v.giver, reading)), Fact("receiver", _name(v.receiver, reading))]
    facts += [Fact("what", v.what.of(reading.text)), Fact("status", v.status)]
    other = reading.find(v.counterpart) if v.counterpart else None
    facts += [Fact("against", other.value.what.of(reading.text))] if other else []
    facts += [Fact("brought by", f"agreement {v.agreement}")] if v.agreement else []
    facts += [Fact("brought by", f"contact {v.contact}")] if v.contact else []
    claim = reading.find(v.claim) if v.claim else None
    facts += [Fact("told by", f"claim {v.claim}")] if claim else []
    facts += _when_and_where(v.date, None, reading)
    return f"hand-over, {v.status}", (claim.value.evidence if claim else a.span,), facts


def _comparison(a: Annotation[Comparison], reading: Reading) -> Explained:
    v = a.value
    facts = [Fact("who", _name(i, reading)) for i in v.who]
    facts += [Fact("compares", f"contact {v.contact}")] if v.contact else []
    facts += [Fact("told by", f"claim {v.claim}")] if v.claim else []
    facts += [Fact("form", v.form)] if v.form else []
    if v.since:
        facts.append(Fact("since", _quoted(v.since.span, reading)))
        facts += _when_and_where(v.since.date, None, reading)
    facts += [Fact("since", "ever")] if v.ever else []
    return f"comparison, {v.kind}", (a.span,), facts


def _actor(a: Annotation[Actor], reading: Reading) -> Explained:
    v = a.value
    facts = [Fact("kind", v.kind)]
    facts += [Fact("country", f"{v.country}, by {v.country_method}")] if v.country else []
    facts += [Fact("sectors", ", ".join(v.sectors))] if v.sectors else []
    facts += [Fact("office", office)] if (office := _office(v.office)) else []
    facts += [Fact("named", f"{_quoted(link.span, reading)}, by {link.method}") for link in v.links]
    return v.name, (a.span,), facts


def _mention(a: Annotation[Mention], reading: Reading) -> Explained:
    v = a.value
    actor = reading.actor_of(a.id)
    facts = [Fact("form", v.form), Fact("kind", v.kind)]
    facts += [Fact("actor", f"{actor.value.name} ({actor.id})")] if actor else []
    facts += [Fact("country", f"{v.country}, by {v.country_method}")] if v.country else []
    facts += [Fact("office", office)] if (office := _office(v.office)) else []
    return f"mention {_quoted(a.span, reading)}", (a.span,), facts


def _time(a: Annotation[TimeExpression], reading: Reading) -> Explained:
    v = a.value
    facts = [Fact("value", v.value), Fact("days", f"{v.start or '?'} to {v.end or '?'}"), Fact("method", v.method)]
    return f"{v.type} {_quoted(a.span, reading)}", (a.span,), facts


def _place(a: Annotation[Place], reading: Reading) -> Explained:
    v = a.value
    facts = [Fact("means", ", ".join(x for x in (v.name, v.admin1, v.country, v.feature) if x))]
    facts += [Fact("GeoNames", f"{v.geonames} at {v.latitude}, {v.longitude}")] if v.geonames else []
    facts.append(Fact("probability", f"{v.score:g}"))
    others = [c for c in v.candidates if c.geonames != v.geonames]
    facts += [Fact("weighed too", f"{c.name}, {c.country}, {c.score:g}") for c in others]
    return f"{v.role} {_quoted(a.span, reading)}", (a.span,), facts


def _region(a: Annotation[Region], _: Reading) -> Explained:
    return a.value.kind, (a.span,), []


_EXPLAINED: dict[str, Callable[[Annotation[Any], Reading], Explained]] = {
    layers.CLAIM: _claim,
    layers.CONTACT: _contact,
    layers.QUOTE: _quote,
    layers.AGREEMENT: _agreement,
    layers.POSITION: _position,
    layers.EXCHANGE: _exchange,
    layers.COMPARISON: _comparison,
    layers.ACTOR: _actor,
    layers.MENTION: _mention,
    layers.TIME: _time,
    layers.PLACE: _place,
    layers.REGION: _region,
}


def _side(side: Side, reading: Reading) -> str:
    parts = [_name(side.actor, reading) if side.actor else side.mention.of(reading.text)]
    if side.country:
        method = _country_method(side, reading)
        parts.append(f"{side.country}, by {method}" if method else side.country)
    parts += [" ".join(side.sectors)] if side.sectors else []
    parts += [office] if (office := _office(side.office)) else []
    return "; ".join([*parts, _quoted(side.mention, reading)])


def _country_method(side: Side, reading: Reading) -> str | None:
    """What the country was read off: the claim's words, another mention of the actor, or the deed (see `homes`)."""
    for mention in reading.mentions:
        if mention.span == side.mention and mention.value.country == side.country:
            return mention.value.country_method
    actor = reading.find(side.actor) if side.actor else None
    named = actor is not None and actor.value.country == side.country
    method: str | None = actor.value.country_method if actor is not None and named else "the deed"
    return method


def _when_and_where(date: EventDate | None, place: EventPlace | None, reading: Reading) -> list[Fact]:
    return [
        Fact("when", _date(date, reading) if date else "unknown"),
        *([Fact("where", _where(place, reading))] if place else []),
    ]


def _date(date: EventDate, reading: Reading) -> str:
    days = date.start if date.start == date.end else f"{date.start} to {date.end}"
    words = f", {_quoted(date.span, reading)}" if date.span else ""
    return f"{days} ({date.precision}), by {date.method}{words}"


def _where(place: EventPlace, reading: Reading) -> str:
    country = f", {place.country}" if place.country else ""
    return f"{place.name}{country} ({place.precision or 'unknown'}), by {place.method}, {_quoted(place.span, reading)}"


def _party(role: str, party: Party | None, reading: Reading) -> list[Fact]:
    if party is None:
        return []
    words = f", {_quoted(party.mention, reading)}" if party.mention else ""
    return [Fact(role, f"{party.name or '?'}, by {party.method}{words}")]


def _name(actor: str | None, reading: Reading) -> str:
    found = reading.find(actor) if actor else None
    return found.value.name if found else "somebody unnamed"


def _office(office: Office | None) -> str:
    if office is None:
        return ""
    rank = f" ({office.rank})" if office.rank else ""
    return f"{'former ' if office.former else ''}{office.title}{rank}"


def _quoted(span: Span, reading: Reading) -> str:
    return f"“{' '.join(span.of(reading.text).split())}”"


def _range(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"
