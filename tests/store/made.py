"""Readings made by hand, whole and cheap: no parser is needed to test a record.

As a program (`python made.py RECORD COUNT`) it writes that many into a record, for tests that kill it.
"""

import sys
import time
from collections.abc import Iterator

from dateline.ingest.assemble import assemble
from dateline.model import layers
from dateline.model.actor import Actor, Link, Mention, Office
from dateline.model.annotation import Annotation, Namer
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
from dateline.model.document import DatelinePlace, Origin, Published
from dateline.model.place import Candidate, EventPlace, Place
from dateline.model.quote import Party, Quote
from dateline.model.reading import Failure, Reading
from dateline.model.region import Region
from dateline.model.span import Span
from dateline.model.time import EventDate, TimeExpression
from dateline.store.maker import Maker

MAKER = Maker("0.0.1", {"languages": ["en"], "batch_size": 32}, "none", "o1")
MINISTER = Office("foreign minister", country="NOR", sector="GOV", rank="foreign-minister")


def made_reading(number: int, *, maker: str = "hand", path: str | None = None) -> Reading:
    """A reading with a row in every table; `number` makes it different from others."""
    text = (
        f"Ministers meet for round {number}\n\n"
        f"OSLO, March 3 - Foreign Minister Kari Moen met her counterpart in Bergen on Monday, round {number}. "
        "“We will sign the fishing pact,” she said. Denmark is against it. Three sailors were handed over. 🐟"
    )
    origin = Origin(
        source_id=f"made-{number}",
        outlet="The Daily Example",
        agencies=("Example Wire",),
        language="en",
        published=Published("2026-03-03", "day", "given"),
        dateline=DatelinePlace(_find(text, "OSLO, March 3"), "Oslo", "2026-03-03"),
        path=path or f"made/{number}.txt",
        encoding="utf-8",
    )
    document = assemble(text, title=f"Ministers meet for round {number}", origin=origin, page_offsets=((0, 5, 40),))
    reading = Reading(document)
    for layer, words, values in _layers(document.text, document.id):
        namer = Namer(document.id, layer)
        reading.add(
            Annotation(namer(_find(text, w)), layer, _find(text, w), maker, v)
            for w, v in zip(words, values, strict=True)
        )
    reading.failures.append(Failure("positions", "made to fail"))
    return reading


def bare_reading(number: int) -> Reading:
    """A reading with a row in two tables only, where many commits are wanted quickly."""
    reading = Reading(assemble(f"Nothing happened on day {number}."))
    name = Namer(reading.document.id, layers.REGION)
    reading.add([Annotation(name(Span(0, 7)), layers.REGION, Span(0, 7), "hand", Region("body"))])
    return reading


def made_readings(count: int) -> Iterator[Reading]:
    """The first so many."""
    return (made_reading(number) for number in range(count))


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _layers(text: str, document: str) -> Iterator[tuple[str, tuple[str, ...], tuple[object, ...]]]:
    def at(words: str) -> Span:
        return _find(text, words)

    def named(layer: str, words: str) -> str:
        return Namer(document, layer)(at(words))

    date = EventDate("2026-03-02", "2026-03-02", "day", "adjunct", at("Monday"))
    place = EventPlace("Bergen", at("Bergen"), "adjunct", 3161732, "NOR", 60.39, 5.32, "city", 0.9)
    kari, denmark = named(layers.ACTOR, "Kari Moen"), named(layers.ACTOR, "Denmark")
    mention = named(layers.MENTION, "Kari Moen")
    met, quote = named(layers.CLAIM, "met"), named(layers.QUOTE, "We will sign the fishing pact,")
    side = Side(at("Kari Moen"), kari, "NOR", ("GOV",), MINISTER)
    yield layers.REGION, ("Ministers meet", "OSLO, March 3"), (Region("headline"), Region("body"))
    yield (
        layers.ACTOR,
        ("Kari Moen", "Denmark"),
        (
            Actor(
                "Kari Moen", "person", "NOR", "office", ("GOV",), MINISTER, (Link(mention, at("Kari Moen"), "name"),)
            ),
            Actor("Denmark", "state", "DNK", "name", members=(kari,)),
        ),
    )
    yield (
        layers.MENTION,
        ("Kari Moen", "she"),
        (
            Mention("name", "person", at("Moen"), "Kari Moen", "NOR", "office", ("GOV",), MINISTER),
            Mention("pronoun", "person", at("she"), plural=False),
        ),
    )
    yield (
        layers.TIME,
        ("Monday",),
        (TimeExpression("DATE", "2026-03-02", None, None, "2026-03-02", "2026-03-02", "publication"),),
    )
    candidates = (Candidate(3161732, "Bergen", "NOR", 0.9), Candidate(None, "Bergen", "NLD", 0.1))
    yield (
        layers.PLACE,
        ("Bergen",),
        (Place("place", "Bergen", 3161732, 60.39, 5.32, "NOR", None, "city", 0.9, candidates),),
    )
    said = Quote(
        "direct",
        (at("We will sign the fishing pact,"),),
        (at("We will sign the fishing pact,"),),
        at("said"),
        Party(at("she"), "Kari Moen", "inverted", kari),
        probability=0.95,
    )
    yield layers.QUOTE, ("We will sign the fishing pact,",), (said,)
    claim = Claim(
        "CONSULT",
        "happened",
        at("met"),
        at("Foreign Minister Kari Moen met her counterpart in Bergen on Monday"),
        mode="visit",
        contexts=("diplomatic",),
        cameo="042",
        quad=1,
        score=2.8,
        actors=(side,),
        recipients=(Side(at("her counterpart"), None, "DNK"), Side(at("Denmark"), denmark, "DNK")),
        date=date,
        place=place,
        numbers=(Amount("persons", 3.0, 3.0, None, at("Three sailors")),),
        attributed_to=Attribution(kari, "Kari Moen", quote),
        also=(at("Ministers meet"),),
        probability=0.8,
        alternatives=(Alternative("COOPERATE", 0.1),),
    )
    yield layers.CLAIM, ("met",), (claim,)
    people = (Participant(kari, "NOR", MINISTER, "foreign-minister", "host"), Participant(denmark, "DNK"))
    contact = Contact(
        *((met,), "happened", "in-person", "bilateral", None, "foreign-minister", date, place, people),
        duration=Duration("P1D", at("on Monday")),
    )
    yield layers.CONTACT, ("met",), (contact,)
    act = Act("signed", (kari,), at("sign"), date, met, "planned")
    limit = Limit("at-most", 3.0, 3.0, "sailors", at("Three sailors"))
    pact = Agreement("fishing pact", (Signatory(kari, "NOR"),), (act,), at("fishing"), (limit,))
    yield layers.AGREEMENT, ("the fishing pact",), (pact,)
    position = Position(
        *(at("the fishing pact"), "fishing pact", "against", 1, 2, (denmark,), kari, date, (kari,), ("DNK",), "named")
    )
    yield layers.POSITION, ("Denmark is against",), (position,)
    brought_by = (named(layers.AGREEMENT, "the fishing pact"), named(layers.CONTACT, "met"))
    hand_over = Exchange(kari, denmark, at("Three sailors"), "happened", None, date, met, *brought_by)
    yield layers.EXCHANGE, ("handed over",), (hand_over,)
    since = SincePoint(at("Monday"), named(layers.TIME, "Monday"), met, date)
    first = Comparison("first", named(layers.CONTACT, "met"), met, (kari, denmark), "in-person", since)
    yield layers.COMPARISON, ("met her counterpart",), (first,)


def main() -> None:
    from dateline.store.record import Record
    from dateline.store.writer import RecordWriter

    where, count = sys.argv[1], int(sys.argv[2])
    pause = float(sys.argv[3]) if len(sys.argv) > 3 else 0.0
    with (
        Record.open(where, mode="create") as record,
        RecordWriter(record, maker=MAKER, commit_reports=5) as writer,
    ):
        for reading in made_readings(count):
            if writer.wants(reading.document):
                time.sleep(pause)
                writer.add(reading)


if __name__ == "__main__":
    main()
