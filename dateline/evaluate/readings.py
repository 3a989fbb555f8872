"""Whole readings against gold made by hand: events, quotes, contacts, agreements, positions, exchanges.

The gold is a folder of `NN.txt` with `NN.json`. Every match is one to one, so that copies, whole-text spans and lists
of all countries cost precision:

- an event is found by a claim of its type (or a listed alternative) whose trigger, at most eight words, stands in the
  event's evidence; `event_who` asks also that the claim's countries on each side meet the gold's and name none that is
  not there; date, status, mode and place are counted on the events found that way;
- a date is right when equal to the gold or listed in `date_accept`;
- a quote is found at 80 % intersection over union of content; precision is over direct and mixed ones;
- optional gold is neither wanted nor wrong; one member of a `group` is enough.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline.config import Settings, load_settings
from dateline.errors import UsageError
from dateline.evaluate.matching import Aligner, Tally, half_inside, one_to_one, places_of, squash, words_of
from dateline.evaluate.report import Figure, Report, precision_recall, share
from dateline.ingest import documents
from dateline.model.claim import Claim, Side
from dateline.model.diplomacy import Act, Contact, Exchange, Participant, Position
from dateline.model.document import Document, Published
from dateline.model.quote import Quote
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.time import EventDate
from dateline.pipeline import Reader
from dateline.registry import load

Gold = dict[str, Any]
# By name, since scoring needs no format: only writing down what was read does.
_FORMAT = "dateline.export.reading_format:write"
_BOTH = ("event", "event_who", "quote", "contact", "agreement", "position", "exchange")
_SHARES = (
    *("central_event", "date", "status", "mode", "place", "speaker"),
    *("contact_level", "contact_form", "contact_setting"),
)
_TRIGGER_WORDS, _ACT_WORDS, _SAME_QUOTE = 8, 60, 0.8


def evaluate(path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """Reads every `NN.txt` of a folder, with its gold's publication date as given, and scores the readings.

    `predictions` is written as JSONL, one reading a line. Raises UsageError where the folder holds no gold.
    """
    settings = settings or load_settings()
    golds = load_gold(path)
    readings = list(Reader(settings).read_all(given_documents(golds, settings)))
    if predictions is not None:
        with predictions.open("wb") as out:
            load(_FORMAT)(readings, out)
    return score(golds, readings)


def load_gold(folder: Path) -> list[Gold]:
    """The gold of a folder in the order of its names, each with its `name`, `path` and `text`."""
    found = []
    for path in sorted(folder.glob("*.json")):
        if (text := path.with_suffix(".txt")).exists():
            gold = json.loads(path.read_text("utf-8"))
            found.append({**gold, "name": path.stem, "path": text, "text": text.read_text("utf-8")})
    if not found:
        raise UsageError(f"no gold in {folder}: it must hold NN.txt with NN.json")
    return found


def given_documents(golds: Iterable[Gold], settings: Settings) -> Iterable[Document]:
    """The documents of some gold in its order, each with the gold's date of publication as given."""
    for gold in golds:
        for document in documents([str(gold["path"])], settings=settings):
            if not isinstance(document, Document):
                raise UsageError(f"cannot read {gold['path']}: {document.reason}")
            origin = document.origin
            if day := gold.get("published"):
                precision = {4: "year", 7: "month"}.get(len(day), "day")
                origin = replace(origin, published=Published(day, precision, "given"))
            yield replace(document, origin=origin)


def score(golds: Sequence[Gold], readings: Sequence[Reading]) -> Report:
    """The figures over all the gold; a reading is matched to its gold by the end of its text, or by title."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    unread = []
    for gold in golds:
        reading = _reading_of(gold, readings)
        aligner = Aligner(gold["text"], reading.text) if reading else None
        if reading is None or aligner is None or not aligner.aligned:
            unread.append(gold["name"])
            reading, aligner = _NOTHING, Aligner("", "")
        _Case(gold, reading, aligner, tallies).count()
    rows: list[Figure] = []
    for name in _BOTH:
        t = tallies[name]
        rows.extend(precision_recall(name, right=t.right, given=t.given, found=t.found, wanted=t.wanted))
    rows.extend(share(name, tallies[name].found, tallies[name].wanted) for name in _SHARES)
    notes = (f"not read: {', '.join(unread)}",) if unread else ()
    return Report("readings", {"documents": len(golds), "read": len(golds) - len(unread)}, tuple(rows), notes)


_NOTHING = Reading(Document("", "", ""))


def _reading_of(gold: Gold, readings: Sequence[Reading]) -> Reading | None:
    ending = squash(gold["text"])[-300:]
    title = squash(gold["text"].split("\n", 1)[0])
    by_text = (r for r in readings if ending in squash(r.text))
    by_title = (r for r in readings if squash(r.document.title) == title)
    return next(by_text, None) or next(by_title, None)


def _right_date(gold: Gold, date: EventDate | None) -> bool:
    return (date.start if date else None) in {gold.get("date"), *gold.get("date_accept", [])}


def _codes(people: Iterable[Gold]) -> set[str]:
    found = set()
    for person in people:
        found |= {person[key] for key in ("country", "org_code") if person.get(key)} | set(person.get("countries", []))
    return found


def _types(event: Gold) -> set[str]:
    return {event["type"], *(other["type"] for other in event.get("alternatives", []) if other.get("type"))}


def _modes(event: Gold) -> set[str | None]:
    return {event["mode"], *(other.get("mode") for other in event.get("alternatives", []) if "mode" in other)}


def _last_word(text: str | None) -> str:
    return (words_of(text) or [""])[-1]


def _meets(given: set[str], wanted: set[str]) -> bool:
    return not wanted or (bool(given & wanted) and given <= wanted)


@dataclass
class _Case:
    """One report: its gold, its reading, and the tallies that it adds to."""

    gold: Gold
    reading: Reading
    aligner: Aligner
    tallies: dict[str, Tally]

    def count(self) -> None:
        self._events()
        self._quotes()
        self._contacts()
        self._acts()
        self._positions()
        self._exchanges()

    def _places(self, piece: str | None) -> list[Span]:
        spans = (self.aligner(span) for span in places_of(self.gold["text"], piece))
        return [span for span in spans if span]

    def _evidence(self, event: Gold) -> list[Span]:
        return [span for piece in (event["evidence"], *event.get("evidence_also", [])) for span in self._places(piece)]

    def _short(self, span: Span, words: int) -> bool:
        return len(words_of(span.of(self.reading.text))) <= words

    def _near(self, span: Span, gold: Gold) -> bool:
        return self._short(span, _ACT_WORDS) and any(span.overlap(at) for at in self._places(gold["evidence"]))

    def _name(self, actor: str | None) -> str:
        found = self.reading.find(actor) if actor else None
        return found.value.name if found else ""

    def _countries(self, people: Iterable[Side | Participant]) -> set[str]:
        found = set()
        for person in people:
            actor = self.reading.find(person.actor) if person.actor else None
            found.add(person.country or (actor.value.country if actor else None))
        return {country for country in found if country}

    def _events(self) -> None:
        events, claims = self.gold["events"], [a.value for a in self.reading.claims]
        at = {
            id(event): [
                s for piece in (event["evidence"], *event.get("evidence_also", [])) for s in self._places(piece)
            ]
            for event in events
        }

        def what(event: Gold, claim: Claim) -> bool:
            if claim.type not in _types(event) or not self._short(claim.trigger, _TRIGGER_WORDS):
                return False
            return half_inside(claim.trigger, at[id(event)])

        def who(event: Gold, claim: Claim) -> bool:
            return what(event, claim) and self._same_sides(event, claim)

        full = one_to_one(events, claims, who)
        rest_events = [event for i, event in enumerate(events) if i not in full]
        rest_claims = [claim for j, claim in enumerate(claims) if j not in set(full.values())]
        part = {id(rest_events[i]) for i in one_to_one(rest_events, rest_claims, what)}
        groups = {events[i].get("group") for i in full} - {None}
        for i, event in enumerate(events):
            if event.get("optional") or (event.get("group") in groups and i not in full):
                continue
            self.tallies["event"].want(i in full or id(event) in part)
            self.tallies["event_who"].want(i in full)
            if event.get("central"):
                self.tallies["central_event"].want(i in full)
            if i in full:
                self._circumstances(event, claims[full[i]])
        self._gave("event", len(claims), len(full) + len(part))
        self._gave("event_who", len(claims), len(full))

    def _same_sides(self, event: Gold, claim: Claim) -> bool:
        doers, recipients = self._countries(claim.actors), self._countries(claim.recipients)
        wanted_doers, wanted_recipients = _codes(event["actors"]), _codes(event["recipients"])
        if not event["recipients"] or event["type"] == "CONSULT":  # who visits whom may be left open
            return _meets(doers | recipients, wanted_doers | wanted_recipients)
        return _meets(doers, wanted_doers) and _meets(recipients, wanted_recipients)

    def _circumstances(self, event: Gold, claim: Claim) -> None:
        place = squash(claim.place.name if claim.place else None)
        self.tallies["date"].want(_right_date(event, claim.date))
        self.tallies["status"].want(claim.status in {event["status"], *event.get("status_accept", [])})
        self.tallies["mode"].want(claim.mode in _modes(event))
        self.tallies["place"].want(place in {squash(p) for p in (event["place"], *event.get("place_accept", []))})

    def _quotes(self) -> None:
        wanted = [(q, s) for q in self.gold["quotes"] for s in self._places(q["content"])[: q.get("occurrences", 1)]]
        given: list[tuple[Quote, Span]] = [(a.value, span) for a in self.reading.quotes for span in a.value.content]
        match = one_to_one(wanted, given, lambda w, g: w[1].iou(g[1]) >= _SAME_QUOTE)
        for i, (quote, _) in enumerate(wanted):
            if quote.get("optional") or quote["kind"] == "indirect":
                continue
            self.tallies["quote"].want(i in match)
            speaker = given[match[i]][0].speaker if i in match else None
            last = _last_word(quote["speaker"])
            self.tallies["speaker"].want(bool(last) and last in words_of(speaker.name if speaker else None))
        matched = set(match.values())
        for j, (found, span) in enumerate(given):
            if found.kind != "indirect":
                right = j in matched or any(whole.contains(span) for _, whole in wanted)
                self._gave("quote", 1, right)

    def _contacts(self) -> None:
        found = [(a.span, a.value) for a in self.reading.contacts]

        def same(gold: Gold, contact: tuple[Span, Contact]) -> bool:
            span, value = contact
            own = self.reading.find(next(iter(value.claims), ""))
            date = value.date or (own.value.date if own else None)
            countries = set(gold["countries"])
            if countries:
                who = self._countries(value.participants) == countries
            else:
                who = half_inside(span, self._places(gold["evidence"]))
            return who and _right_date(gold, date)

        match = one_to_one(self.gold["contacts"], found, same)
        for i, gold in enumerate(self.gold["contacts"]):
            if gold.get("optional"):
                continue
            self.tallies["contact"].want(i in match)
            for key in ("level", "form", "setting") if i in match else ():
                right = getattr(found[match[i]][1], key) in {gold[key], *gold.get(f"{key}_accept", [])}
                self.tallies[f"contact_{key}"].want(right)
        self._gave("contact", len(found), len(match))

    def _acts(self) -> None:
        def same(gold: Gold, act: Act) -> bool:
            return act.act in {gold["act"], *gold.get("act_accept", [])} and self._near(act.span, gold)

        acts = [act for a in self.reading.agreements for act in a.value.acts]
        self._items("agreement", self.gold["agreements"], one_to_one(self.gold["agreements"], acts, same), len(acts))

    def _positions(self) -> None:
        def same(gold: Gold, position: tuple[Span, Position]) -> bool:
            span, value = position
            said = (value.side, value.count, value.of)
            return said == (gold["side"], gold.get("count"), gold.get("of")) and self._near(span, gold)

        found = [(a.span, a.value) for a in self.reading.positions]
        self._items("position", self.gold["positions"], one_to_one(self.gold["positions"], found, same), len(found))

    def _exchanges(self) -> None:
        def same(gold: Gold, exchange: Exchange) -> bool:
            given = {
                "what": exchange.what.of(self.reading.text),
                "giver": self._name(exchange.giver),
                "receiver": self._name(exchange.receiver),
            }
            return all(_last_word(gold[key]) in words_of(words) for key, words in given.items())

        found = [a.value for a in self.reading.exchanges]
        self._items("exchange", self.gold["exchanges"], one_to_one(self.gold["exchanges"], found, same), len(found))

    def _items(self, name: str, wanted: Sequence[Gold], match: dict[int, int], given: int) -> None:
        for i, gold in enumerate(wanted):
            if not gold.get("optional"):
                self.tallies[name].want(i in match)
        self._gave(name, given, len(match))

    def _gave(self, name: str, given: int, right: int) -> None:
        self.tallies[name].given += given
        self.tallies[name].right += right
