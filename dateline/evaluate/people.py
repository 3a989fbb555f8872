"""Whose the people of our annotated reports are, and which office they hold: a table of people, the reports beside it.

The table has a row for each person who is named: report, name, country, office, standing. `?` is not judged; several
titles for one office stand between semicolons. `holds` asks for one of these titles, its country, and no "former";
`held` for none of them as held on the day of the report (an earlier day told of may have it); `none` for no office.

A person is found when an actor has the name. `acting` are those found who are a side of a claim or take part in a
contact: right only where all of these places say so.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.config import Settings, load_settings
from dateline.errors import UsageError
from dateline.evaluate.matching import Tally, places_of, squash
from dateline.evaluate.readings import given_documents, load_gold
from dateline.evaluate.report import Report, share
from dateline.model.actor import Actor, Office
from dateline.model.annotation import Annotation
from dateline.model.reading import Reading
from dateline.pipeline import Reader

_COLUMNS = ("report", "name", "country", "office", "standing")
_STANDINGS = frozenset({"holds", "held", "none"})
_ANY = "?"
_BESIDE = "gold"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A person as the table has it."""

    report: str
    name: str
    country: str
    titles: tuple[str, ...]
    standing: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one place of a reading says of a person: a country, an office, and the day that it speaks of."""

    country: str | None
    office: Office | None
    day: str | None = None


def evaluate(path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """The report on a table of people (TSV); the reports are the texts in the folder `gold` beside it.

    Raises UsageError where the table is not one, or a report is missing.
    """
    settings = settings or load_settings()
    people = read_people(path)
    golds = load_gold(path.parent / _BESIDE)
    readings = dict(
        zip((g["name"] for g in golds), Reader(settings).read_all(given_documents(golds, settings)), strict=True)
    )
    published = {gold["name"]: gold["published"] for gold in golds}
    tallies: dict[str, Tally] = defaultdict(Tally)
    lines = ["\t".join((*_COLUMNS, "found_country", "found_office", "found_former", "where"))]
    for wanted in people:
        if wanted.report not in readings:
            raise UsageError(f"{path}: there is no report {wanted.report} in {_BESIDE}/")
        places = list(said_of(wanted, readings[wanted.report]))
        _count(wanted, places, published[wanted.report], tallies)
        lines.extend(_line(wanted, where, said) for where, said in places)
    if predictions is not None:
        predictions.write_text("\n".join(lines) + "\n", "utf-8")
    return _report(tallies, reports=len(golds), people=len(people))


def _report(tallies: dict[str, Tally], *, reports: int, people: int) -> Report:
    names = ("people.found", "country.named", "office.named", "country.acting", "office.acting")
    return Report(
        task="people",
        counts={"documents": reports, "people": people},
        rows=tuple(share(name, tallies[name].found, tallies[name].wanted) for name in names),
        notes=("acting: in claims and contacts; a country or office that is not found counts as wrong",),
    )


def read_people(path: Path) -> list[Wanted]:
    """The rows of a table of people. Raises UsageError for other columns or an unknown standing."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    if not rows or tuple(rows[0]) != _COLUMNS:
        raise UsageError(f"{path}: expected the columns {', '.join(_COLUMNS)}")
    found = []
    for row in rows:
        if row["standing"] not in _STANDINGS:
            raise UsageError(f"{path}: standing must be one of {', '.join(sorted(_STANDINGS))}, not {row['standing']}")
        titles = tuple(title.strip().lower() for title in row["office"].split(";") if title.strip())
        found.append(Wanted(row["report"], row["name"], row["country"], titles, row["standing"]))
    return found


def said_of(wanted: Wanted, reading: Reading) -> Iterator[tuple[str, Said]]:
    """Where the reading speaks of a person, and what it says there: `actor` once, then `claim` and `contact`."""
    actor = _actor(wanted.name, reading)
    if actor is None:
        return
    value = actor.value
    yield "actor", Said(value.country, value.office)
    for claim in reading.claims:
        for side in (*claim.value.actors, *claim.value.recipients):
            if side.actor == actor.id:
                day = claim.value.date.start if claim.value.date else None
                yield "claim", Said(side.country or value.country, side.office or value.office, day)
    for contact in reading.contacts:
        for someone in contact.value.participants:
            if someone.actor == actor.id:
                day = contact.value.date.start if contact.value.date else None
                yield "contact", Said(someone.country or value.country, someone.office or value.office, day)


def _actor(name: str, reading: Reading) -> Annotation[Actor] | None:
    """The actor of a name: one with a mention where it stands, else one called so."""
    for place in places_of(reading.text, name):
        mention = next((m for m in reading.mentions if m.value.kind == "person" and m.span.contains(place)), None)
        if mention is not None:
            return reading.actor_of(mention.id)
    return next((a for a in reading.actors if squash(a.value.name) == squash(name)), None)


def _count(wanted: Wanted, places: Sequence[tuple[str, Said]], published: str, tallies: dict[str, Tally]) -> None:
    tallies["people.found"].wanted += 1
    tallies["people.found"].found += bool(places)
    acting = [said for where, said in places if where != "actor"]
    for kind, found in (("named", [said for where, said in places if where == "actor"]), ("acting", acting)):
        if not found:
            continue
        if wanted.country != _ANY:
            tallies[f"country.{kind}"].wanted += 1
            tallies[f"country.{kind}"].found += all(said.country == wanted.country for said in found)
        if wanted.titles != (_ANY,):
            tallies[f"office.{kind}"].wanted += 1
            tallies[f"office.{kind}"].found += all(holds_right(wanted, said, published) for said in found)


def holds_right(wanted: Wanted, said: Said, published: str) -> bool:
    """Whether the office that a place of a reading gives a person is the one that the table gives."""
    office = said.office
    if wanted.standing == "none":
        return office is None
    if office is None:
        return wanted.standing == "held"
    titled = office.title.lower() in wanted.titles
    owned = wanted.country == _ANY or wanted.country in (office.country, said.country)
    if wanted.standing == "holds":
        return titled and owned and not office.former
    earlier = said.day is not None and said.day[:4] < published[:4]
    return titled and owned and (office.former or earlier)


def _line(wanted: Wanted, where: str, said: Said) -> str:
    office = said.office
    found = (said.country, office.title if office else None, str(office.former) if office else None, where)
    row = (wanted.report, wanted.name, wanted.country, "; ".join(wanted.titles), wanted.standing)
    return "\t".join((*row, *(cell or "" for cell in found)))
