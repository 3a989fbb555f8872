"""From a reading to the rows of the record's tables: pure, and in the order of the text.

A row is a tuple in the order of its table's columns (`dateline.store.schema`).
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from typing import Any

from dateline.model import layers
from dateline.model.actor import Actor, Mention, Office
from dateline.model.annotation import Annotation
from dateline.model.claim import Claim, Side
from dateline.model.diplomacy import Agreement, Comparison, Contact, Exchange, Position
from dateline.model.document import Document
from dateline.model.place import EventPlace, Place
from dateline.model.quote import Party, Quote
from dateline.model.reading import Failure, Reading
from dateline.model.region import Region
from dateline.model.span import Span
from dateline.model.time import EventDate, TimeExpression

type Row = tuple[Any, ...]
type Rows = dict[str, list[Row]]

_NO_SPAN = (None, None)
_NO_OFFICE = (None,) * 6
_NO_DATE = (None,) * 6
_NO_PLACE = (None,) * 10
_NO_PARTY = (None,) * 6


def rows_of(reading: Reading, *, read_with: str, ontology: str) -> Rows:
    """The rows of each table that one reading gives. Tables without a row are left out."""
    rows: Rows = {"documents": [_document(reading.document, read_with)]}
    for layer, (table, row) in _PLAIN.items():
        if found := reading.layer(layer):
            rows[table] = [row(annotation, reading) for annotation in found]
    if reading.claims:
        rows["claims"] = [_claim(a, reading, ontology) for a in reading.claims]
    rows["sides"] = [row for a in reading.claims for row in _sides(a, reading)]
    rows["numbers"] = [row for a in reading.claims for row in _numbers(a, reading)]
    rows["participants"] = [row for a in reading.contacts for row in _participants(a, reading)]
    rows["parties"] = [row for a in reading.agreements for row in _parties(a, reading)]
    rows["limits"] = [row for a in reading.agreements for row in _limits(a, reading)]
    rows["acts"] = [row for a in reading.agreements for row in _acts(a, reading)]
    rows["failures"] = _failures(reading)
    return {table: found for table, found in rows.items() if found}


def failure_row(failure: Failure, *, document: str | None, path: str | None, line: int | None) -> Row:
    """A row of the table failures. Its id is a hash of what it says, so that saying it again adds nothing."""
    key = "\x00".join(str(part) for part in (document, path, line, failure.stage, failure.code, failure.reason))
    name = "f" + blake2b(key.encode(), digest_size=8).hexdigest()
    return (name, document, failure.stage, failure.code, failure.reason, path, line)


def _failures(reading: Reading) -> list[Row]:
    document = reading.document
    rows = (failure_row(f, document=document.id, path=document.origin.path, line=None) for f in reading.failures)
    return list({row[0]: row for row in rows}.values())


def _document(document: Document, read_with: str) -> Row:
    origin = document.origin
    published, dateline = origin.published, origin.dateline
    return (
        document.id,
        origin.source_id,
        document.title,
        document.text,
        document.sha256,
        origin.url,
        origin.outlet,
        origin.byline,
        origin.agencies,
        origin.language,
        *((published.value, published.precision, published.method) if published else (None, None, None)),
        *(dateline.span if dateline else _NO_SPAN),
        *((dateline.place, dateline.date) if dateline else (None, None)),
        origin.path,
        origin.reader,
        origin.encoding,
        None,
        len(document.text),
        [{"text_start": a, "text_end": b, "page_start": c} for a, b, c in document.page_offsets],
        read_with,
    )


def _region(a: Annotation[Region], reading: Reading) -> Row:
    return (a.id, reading.document.id, *a.span, a.value.kind, a.producer)


def _actor(a: Annotation[Actor], reading: Reading) -> Row:
    v = a.value
    links = [
        {"mention": link.mention, "start": link.span.start, "end": link.span.end, "method": link.method}
        for link in v.links
    ]
    return (
        *(a.id, reading.document.id, *a.span),
        *(v.name, v.kind, v.country, v.country_method, v.sectors),
        *_office(v.office),
        *(links, v.members, a.producer),
    )


def _mention(a: Annotation[Mention], reading: Reading) -> Row:
    v = a.value
    actor = reading.actor_of(a.id)
    return (
        *(a.id, reading.document.id, *a.span),
        *(v.form, v.kind, *v.head, v.name, v.country, v.country_method, v.sectors),
        *_office(v.office),
        *(v.plural, actor.id if actor else None, a.producer),
    )


def _time(a: Annotation[TimeExpression], reading: Reading) -> Row:
    v = a.value
    return (
        *(a.id, reading.document.id, *a.span),
        *(v.type, v.value, v.mod, v.anchor, v.start, v.end, v.method, a.producer),
    )


def _place(a: Annotation[Place], reading: Reading) -> Row:
    v = a.value
    candidates = [
        {"geonames": c.geonames, "name": c.name, "country": c.country, "score": c.score} for c in v.candidates
    ]
    return (
        *(a.id, reading.document.id, *a.span),
        *(v.role, v.name, v.geonames, v.latitude, v.longitude, v.country, v.admin1, v.feature, v.score),
        *(candidates, a.producer),
    )


def _quote(a: Annotation[Quote], reading: Reading) -> Row:
    v = a.value
    return (
        *(a.id, reading.document.id, *a.span),
        *(v.kind, _spans(v.content), _spans(v.marked), *(v.cue or _NO_SPAN)),
        *_party(v.speaker, reading),
        *_party(v.addressee, reading),
        *(v.parent, v.probability, a.producer),
    )


def _claim(a: Annotation[Claim], reading: Reading, ontology: str) -> Row:
    v = a.value
    said = v.attributed_to
    return (
        *(a.id, reading.document.id, *a.span),
        *(v.type, v.mode, v.contexts, v.cameo, v.quad, v.score, v.status),
        *(*v.trigger, *v.evidence, _spans(v.also)),
        *_date(v.date),
        *_event_place(v.place),
        *((said.actor, said.name, said.quote) if said else (None, None, None)),
        *(v.probability, v.method),
        [{"type": other.type, "probability": other.probability} for other in v.alternatives],
        ontology,
        *_summary([(s.actor, s.country) for s in v.actors], reading),
        *_summary([(s.actor, s.country) for s in v.recipients], reading),
        a.producer,
    )


def _contact(a: Annotation[Contact], reading: Reading) -> Row:
    v = a.value
    return (
        *(a.id, reading.document.id, *a.span),
        *(v.claims, v.status, v.form, v.setting, v.forum, v.level),
        *_date(v.date),
        *_event_place(v.place),
        *_summary([(p.actor, p.country) for p in v.participants], reading),
        *((v.duration.value, *v.duration.span) if v.duration else (None, *_NO_SPAN)),
        a.producer,
    )


def _agreement(a: Annotation[Agreement], reading: Reading) -> Row:
    v = a.value
    summary = _summary([(p.actor, p.country) for p in v.parties], reading)
    return (*(a.id, reading.document.id, *a.span), v.name, *summary, *(v.subject or _NO_SPAN), a.producer)


def _position(a: Annotation[Position], reading: Reading) -> Row:
    v = a.value
    return (
        *(a.id, reading.document.id, *a.span),
        *(*v.on, v.on_name, v.side, v.count, v.of, v.members, v.by),
        *_date(v.date),
        *(v.exceptions, v.countries, v.method),
        a.producer,
    )


def _exchange(a: Annotation[Exchange], reading: Reading) -> Row:
    v = a.value
    return (
        *(a.id, reading.document.id, *a.span),
        *(v.giver, v.receiver, *v.what, v.status, v.counterpart),
        *_date(v.date),
        *(v.claim, v.agreement, v.contact, a.producer),
    )


def _comparison(a: Annotation[Comparison], reading: Reading) -> Row:
    v, since = a.value, a.value.since
    point = (*since.span, since.time, since.event, *_date(since.date)) if since else (None,) * 10
    countries = [(i, found.value.country) for i in v.who if (found := reading.find(i))]
    return (
        *(a.id, reading.document.id, *a.span),
        *(v.kind, v.contact, v.claim, v.who, v.form, *point, v.ever),
        *_summary(countries, reading)[1:],
        a.producer,
    )


def _sides(a: Annotation[Claim], reading: Reading) -> Iterable[Row]:
    for name, sides in (("actor", a.value.actors), ("recipient", a.value.recipients)):
        for ordinal, side in enumerate(sides):
            yield (a.id, reading.document.id, ordinal, name, *_side(side, reading))


def _side(side: Side, reading: Reading) -> Row:
    name = _name(side.actor, reading)
    return (*side.mention, side.actor, name, side.country, side.sectors, *_office(side.office))


def _numbers(a: Annotation[Claim], reading: Reading) -> Iterable[Row]:
    for ordinal, n in enumerate(a.value.numbers):
        yield (a.id, reading.document.id, ordinal, n.what, n.min, n.max, n.unit, *n.span)


def _participants(a: Annotation[Contact], reading: Reading) -> Iterable[Row]:
    for ordinal, p in enumerate(a.value.participants):
        who = (p.actor, _name(p.actor, reading), p.country)
        yield (a.id, reading.document.id, ordinal, *who, *_office(p.office), p.rank, p.role)


def _parties(a: Annotation[Agreement], reading: Reading) -> Iterable[Row]:
    for ordinal, p in enumerate(a.value.parties):
        yield (a.id, reading.document.id, ordinal, p.actor, _name(p.actor, reading), p.country)


def _limits(a: Annotation[Agreement], reading: Reading) -> Iterable[Row]:
    for ordinal, limit in enumerate(a.value.limits):
        yield (a.id, reading.document.id, ordinal, limit.kind, limit.min, limit.max, limit.unit, *limit.span)


def _acts(a: Annotation[Agreement], reading: Reading) -> Iterable[Row]:
    for ordinal, act in enumerate(a.value.acts):
        what = (act.act, act.by, *act.span)
        yield (a.id, reading.document.id, ordinal, *what, *_date(act.date), act.claim, act.status)


def _office(office: Office | None) -> Row:
    if office is None:
        return _NO_OFFICE
    return (office.title, office.country, office.organisation, office.sector, office.rank, office.former)


def _date(date: EventDate | None) -> Row:
    if date is None:
        return _NO_DATE
    return (date.start, date.end, date.precision, date.method, *(date.span or _NO_SPAN))


def _event_place(place: EventPlace | None) -> Row:
    if place is None:
        return _NO_PLACE
    where = (place.name, place.geonames, place.country, place.latitude, place.longitude)
    return (*where, place.precision, place.method, place.score, *place.span)


def _party(party: Party | None, reading: Reading) -> Row:
    if party is None:
        return _NO_PARTY
    actor = reading.find(party.actor) if party.actor else None
    country = actor.value.country if actor else None
    return (*(party.mention or _NO_SPAN), party.name, party.method, party.actor, country)


def _summary(sides: Sequence[tuple[str | None, str | None]], reading: Reading) -> Row:
    """What a list of (actor, country) says at a glance: the actors' ids and names, and the countries, each once."""
    ids = list(dict.fromkeys(actor for actor, _ in sides if actor))
    names = [name for name in (_name(i, reading) for i in ids) if name]
    return (ids, names, list(dict.fromkeys(country for _, country in sides if country)))


def _name(actor: str | None, reading: Reading) -> str | None:
    found = reading.find(actor) if actor else None
    return found.value.name if found else None


def _spans(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for start, end in spans]


_PLAIN: dict[str, tuple[str, Callable[[Annotation[Any], Reading], Row]]] = {
    layers.REGION: ("regions", _region),
    layers.ACTOR: ("actors", _actor),
    layers.MENTION: ("mentions", _mention),
    layers.TIME: ("times", _time),
    layers.PLACE: ("places", _place),
    layers.QUOTE: ("quotes", _quote),
    layers.CONTACT: ("contacts", _contact),
    layers.AGREEMENT: ("agreements", _agreement),
    layers.POSITION: ("positions", _position),
    layers.EXCHANGE: ("exchanges", _exchange),
    layers.COMPARISON: ("comparisons", _comparison),
}
