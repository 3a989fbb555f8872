"""From the rows of a record back to readings: the reverse of `rows`, so that nothing said of a report is lost."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import batched
from typing import Any

from dateline.model import layers
from dateline.model.actor import Actor, Link, Mention, Office
from dateline.model.annotation import Annotation
from dateline.model.claim import Alternative, Amount, Attribution, Claim, Side
from dateline.model.diplomacy import (
    Act,
    Agreement,
    Comparison,
    Contact,
    Duration,
    Exchange,
    Limit,
    Participant,
    Position,
    Signatory,
    SincePoint,
)
from dateline.model.document import DatelinePlace, Document, Origin, Published
from dateline.model.place import Candidate, EventPlace, Place
from dateline.model.quote import Party, Quote
from dateline.model.reading import Failure, Reading
from dateline.model.region import Region
from dateline.model.span import Span
from dateline.model.time import EventDate, TimeExpression
from dateline.store.record import Record
from dateline.store.schema import TABLES

type Values = Mapping[str, Any]

# Reports that are fetched together.
_TOGETHER = 200


def readings(record: Record, ids: Iterable[str]) -> Iterator[Reading]:
    """The readings of the reports with these ids, in their order, without syntax. Ids that are unknown are left out."""
    for some in batched(ids, _TOGETHER):
        documents = {row["id"]: row for row in _rows(record, "documents", "id", some)}
        said = (t.name for t in TABLES.values() if "document" in t.names and not t.linked)
        parts = {name: _grouped(record, name, some) for name in said}
        for name in dict.fromkeys(some):
            if name in documents:
                yield _reading(documents[name], {table: found.get(name, []) for table, found in parts.items()})


def _rows(record: Record, table: str, column: str, ids: Sequence[str]) -> list[dict[str, Any]]:
    marks = ", ".join("?" * len(ids))
    found: list[dict[str, Any]] = record.query(
        f'SELECT * FROM "{table}" WHERE "{column}" IN ({marks})', ids
    ).to_pylist()
    return found


def _grouped(record: Record, table: str, ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(record, table, "document", ids):
        found[row["document"]].append(row)
    return found


def _reading(document: Values, rows: dict[str, list[dict[str, Any]]]) -> Reading:
    reading = Reading(_document(document))
    parts = {name: _by_owner(rows[name], owner) for name, owner in _PARTS.items()}
    for layer, (table, value) in _VALUES.items():
        reading.add(
            Annotation(row["id"], layer, Span(row["start"], row["end"]), row["producer"], value(row, parts))
            for row in rows[table]
        )
    failures = sorted(rows["failures"], key=lambda row: row["id"])
    reading.failures = [Failure(r["stage"], r["reason"], r["code"]) for r in failures if r["code"] != "copy"]
    return reading


_PARTS = {
    "sides": "claim",
    "numbers": "claim",
    "participants": "contact",
    "parties": "agreement",
    "limits": "agreement",
    "acts": "agreement",
}

type Parts = dict[str, dict[str, list[dict[str, Any]]]]


def _by_owner(rows: Iterable[dict[str, Any]], owner: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: int(row["ordinal"])):
        found[row[owner]].append(row)
    return found


def _document(row: Values) -> Document:
    published = row["published"] and Published(row["published"], row["published_precision"], row["published_method"])
    span = _span(row, "dateline")
    return Document(
        id=row["id"],
        text=row["text"],
        sha256=row["sha256"],
        title=row["title"],
        origin=Origin(
            **{name: row[name] for name in ("source_id", "url", "outlet", "byline", "language", "path", "reader")},
            encoding=row["encoding"],
            agencies=tuple(row["agencies"]),
            published=published or None,
            dateline=DatelinePlace(span, row["dateline_place"], row["dateline_date"]) if span else None,
        ),
        page_offsets=tuple((run["text_start"], run["text_end"], run["page_start"]) for run in row["page_offsets"]),
    )


def _region(row: Values, _: Parts) -> Region:
    return Region(row["kind"])


def _actor(row: Values, _: Parts) -> Actor:
    links = (Link(link["mention"], Span(link["start"], link["end"]), link["method"]) for link in row["links"])
    return Actor(
        **_same(row, "name", "kind", "country", "country_method"),
        sectors=tuple(row["sectors"]),
        office=_office(row),
        links=tuple(links),
        members=tuple(row["members"]),
    )


def _mention(row: Values, _: Parts) -> Mention:
    return Mention(
        **_same(row, "form", "kind", "name", "country", "country_method", "plural"),
        head=Span(row["head_start"], row["head_end"]),
        sectors=tuple(row["sectors"]),
        office=_office(row),
    )


def _time(row: Values, _: Parts) -> TimeExpression:
    same = _same(row, "type", "value", "mod", "anchor", "method")
    return TimeExpression(**same, start=row["date_start"], end=row["date_end"])


def _place(row: Values, _: Parts) -> Place:
    names = ("role", "name", "geonames", "latitude", "longitude", "country", "admin1", "feature", "score")
    return Place(**_same(row, *names), candidates=tuple(Candidate(**c) for c in row["candidates"]))


def _quote(row: Values, _: Parts) -> Quote:
    return Quote(
        **_same(row, "kind", "parent", "probability"),
        content=_spans(row["content"]),
        marked=_spans(row["marked"]),
        cue=_span(row, "cue"),
        speaker=_party(row, "speaker"),
        addressee=_party(row, "addressee"),
    )


def _claim(row: Values, parts: Parts) -> Claim:
    sides = parts["sides"][row["id"]]
    said = (row["attributed_actor"], row["attributed_name"], row["attributed_quote"])
    return Claim(
        **_same(row, "type", "status", "mode", "cameo", "quad", "score", "probability", "method"),
        trigger=Span(row["trigger_start"], row["trigger_end"]),
        evidence=Span(row["evidence_start"], row["evidence_end"]),
        contexts=tuple(row["contexts"]),
        actors=tuple(_side(side) for side in sides if side["side"] == "actor"),
        recipients=tuple(_side(side) for side in sides if side["side"] == "recipient"),
        date=_date(row),
        place=_event_place(row),
        numbers=tuple(_amount(number) for number in parts["numbers"][row["id"]]),
        attributed_to=Attribution(*said) if any(part is not None for part in said) else None,
        also=_spans(row["also"]),
        alternatives=tuple(Alternative(**other) for other in row["alternatives"]),
    )


def _side(row: Values) -> Side:
    mention = Span(row["mention_start"], row["mention_end"])
    return Side(mention, row["actor"], row["country"], tuple(row["sectors"]), _office(row))


def _amount(row: Values) -> Amount:
    return Amount(**_same(row, "what", "min", "max", "unit"), span=Span(row["start"], row["end"]))


def _contact(row: Values, parts: Parts) -> Contact:
    participants = (
        Participant(**_same(p, "actor", "country", "rank", "role"), office=_office(p))
        for p in parts["participants"][row["id"]]
    )
    return Contact(
        **_same(row, "status", "form", "setting", "forum", "level"),
        claims=tuple(row["claims"]),
        date=_date(row),
        place=_event_place(row),
        participants=tuple(participants),
        duration=_duration(row),
    )


def _duration(row: Values) -> Duration | None:
    span = _span(row, "duration")
    return Duration(row["duration"], span) if span else None


def _agreement(row: Values, parts: Parts) -> Agreement:
    parties = (Signatory(p["actor"], p["country"]) for p in parts["parties"][row["id"]])
    return Agreement(
        row["name"],
        tuple(parties),
        tuple(_act(act) for act in parts["acts"][row["id"]]),
        _span(row, "subject"),
        tuple(_limit(limit) for limit in parts["limits"][row["id"]]),
    )


def _limit(row: Values) -> Limit:
    return Limit(**_same(row, "kind", "min", "max", "unit"), span=Span(row["start"], row["end"]))


def _act(row: Values) -> Act:
    same = _same(row, "act", "claim", "status")
    return Act(**same, by=tuple(row["by"]), span=Span(row["start"], row["end"]), date=_date(row))


def _position(row: Values, _: Parts) -> Position:
    return Position(
        **_same(row, "on_name", "side", "count", "of", "by", "method"),
        on=Span(row["on_start"], row["on_end"]),
        members=tuple(row["members"]),
        date=_date(row),
        # Null in rows that were written before there were such columns.
        exceptions=tuple(row["exceptions"] or ()),
        countries=tuple(row["countries"] or ()),
    )


def _exchange(row: Values, _: Parts) -> Exchange:
    same = _same(row, "giver", "receiver", "status", "counterpart", "claim", "agreement", "contact")
    return Exchange(**same, what=Span(row["what_start"], row["what_end"]), date=_date(row))


def _comparison(row: Values, _: Parts) -> Comparison:
    span = _span(row, "since")
    since = SincePoint(span, row["since_time"], row["since_event"], _date(row)) if span else None
    return Comparison(**_same(row, "kind", "contact", "claim", "form", "ever"), who=tuple(row["who"]), since=since)


def _same(row: Values, *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names}


def _span(row: Values, prefix: str) -> Span | None:
    start = row[f"{prefix}_start"]
    return None if start is None else Span(start, row[f"{prefix}_end"])


def _spans(spans: Iterable[Values]) -> tuple[Span, ...]:
    return tuple(Span(span["start"], span["end"]) for span in spans)


def _office(row: Values) -> Office | None:
    if row["office_title"] is None:
        return None
    parts = ("title", "country", "organisation", "sector", "rank", "former")
    return Office(**{part: row[f"office_{part}"] for part in parts})


def _date(row: Values) -> EventDate | None:
    if row["date_start"] is None:
        return None
    parts = ("start", "end", "precision", "method")
    return EventDate(**{part: row[f"date_{part}"] for part in parts}, span=_span(row, "date_span"))


def _event_place(row: Values) -> EventPlace | None:
    span = _span(row, "place_span")
    if span is None:
        return None
    parts = ("name", "geonames", "country", "precision", "method", "score")
    where = _same(row, "latitude", "longitude")
    return EventPlace(**{part: row[f"place_{part}"] for part in parts}, **where, span=span)


def _party(row: Values, role: str) -> Party | None:
    if row[f"{role}_method"] is None:
        return None
    return Party(_span(row, role), row[f"{role}_name"], row[f"{role}_method"], row[f"{role}_actor"])


_VALUES: dict[str, tuple[str, Any]] = {
    layers.REGION: ("regions", _region),
    layers.ACTOR: ("actors", _actor),
    layers.MENTION: ("mentions", _mention),
    layers.TIME: ("times", _time),
    layers.PLACE: ("places", _place),
    layers.QUOTE: ("quotes", _quote),
    layers.CLAIM: ("claims", _claim),
    layers.CONTACT: ("contacts", _contact),
    layers.AGREEMENT: ("agreements", _agreement),
    layers.POSITION: ("positions", _position),
    layers.EXCHANGE: ("exchanges", _exchange),
    layers.COMPARISON: ("comparisons", _comparison),
}
