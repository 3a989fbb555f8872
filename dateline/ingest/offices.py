"""Terms of office from a user's file: CSV, or what the Wikidata query service exports, as CSV or JSON. No network."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

from dateline.errors import UsageError
from dateline.lang.titles import rank_of
from dateline.model.lasting import ImportedOffice
from dateline.ontology.bodies import body_by_name
from dateline.ontology.countries import by_code, by_demonym, by_name, countries
from dateline.ontology.ranks import rank_order

# What the columns are called in files of our own and in usual queries to Wikidata, in lower case.
_COLUMNS = {
    "person": ("person", "personlabel", "name", "itemlabel", "holderlabel", "holder", "officeholderlabel", "human"),
    "id": ("person_id", "person", "item", "holder", "qid", "wikidata", "officeholder", "human"),
    "title": ("title", "position", "positionlabel", "office", "officelabel", "post", "postlabel"),
    "owner": (
        "country",
        "countrylabel",
        "jurisdiction",
        "jurisdictionlabel",
        "body",
        "bodylabel",
        "organisation",
        "organisationlabel",
    ),
    "since": ("since", "from", "start", "startdate", "start_date", "starttime", "start_time", "begin"),
    "until": ("until", "to", "end", "enddate", "end_date", "endtime", "end_time"),
    "since_precision": ("since_precision", "startprecision", "start_precision", "fromprecision"),
    "until_precision": ("until_precision", "endprecision", "end_precision", "toprecision"),
    "rank": ("rank",),
}
# Wikidata's numbers for how exact a time is.
_PRECISIONS = {"11": "day", "10": "month", "9": "year", "day": "day", "month": "month", "year": "year"}
_WIDTHS = {"day": 10, "month": 7, "year": 4}
_DATE = re.compile(r"\+?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:.]*Z?)?")
_QID = re.compile(r"(?:.*/)?(Q\d+)")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that gives no term of office, and why. `line` counts rows from 1."""

    line: int
    reason: str


def offices(path: Path) -> Iterator[ImportedOffice | BadRow]:
    """The terms in a file, in order, and the rows that give none. Raises UsageError for a file without such a table."""
    seen: set[str] = set()
    for line, row in enumerate(_rows(path), start=1):
        try:
            office = _office(row, source=path.name, line=line)
        except ValueError as error:
            yield BadRow(line, str(error))
            continue
        if office.id in seen:
            yield BadRow(line, f"{office.person} as {office.title} stands in the file before")
            continue
        seen.add(office.id)
        yield office


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    if text.lstrip()[:1] in ("{", "["):
        yield from _json(text, path)
        return
    table = csv.DictReader(text.splitlines(), delimiter="\t" if "\t" in text.split("\n", 1)[0] else ",")
    names = {_plain(n) for n in table.fieldnames or ()}
    if names.isdisjoint(_COLUMNS["person"]) or names.isdisjoint(_COLUMNS["title"]):
        raise UsageError(f"{path} has no columns for person and title; its first line names {sorted(names)}")
    for row in table:
        yield {_plain(name): (cell or "").strip() for name, cell in row.items() if isinstance(name, str)}


def _json(text: str, path: Path) -> Iterator[dict[str, str]]:
    """Rows of SPARQL's JSON, or of the plain list that the query service offers beside it."""
    try:
        found = json.loads(text)
        rows = found["results"]["bindings"] if isinstance(found, dict) else found
        for row in rows:
            yield {
                _plain(k): str(v["value"] if isinstance(v, dict) else v).strip()
                for k, v in row.items()
                if v is not None
            }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path} is no result of a query: SPARQL JSON is expected") from error


def _plain(name: str) -> str:
    return name.strip().lstrip("?").lower()


def _office(row: Mapping[str, str], *, source: str, line: int) -> ImportedOffice:
    """One row as a term. Raises ValueError, with the reason, where it is none."""
    person, title = _cell(row, "person"), _cell(row, "title")
    if not person:
        raise ValueError("no person")
    if _QID.fullmatch(person):
        raise ValueError(f"the person {person.rpartition('/')[2]} has no label; ask for its label in the query")
    if not title or _QID.fullmatch(title):
        raise ValueError(f"no title, or one without a label, for {person}")
    since, since_precision = _date(row, "since")
    until, until_precision = _date(row, "until")
    if since and until and until[: len(since)] < since[: len(until)]:
        raise ValueError(f"{person} leaves on {until} before coming on {since}")
    title, country, body = _owned(title, _cell(row, "owner"))
    if country is None and body is None:
        raise ValueError(f"no country or body that is known for {person} as {title}")
    rank = _cell(row, "rank") or rank_of(title, country=country)
    if rank is not None and rank not in rank_order():
        raise ValueError(f"{rank!r} is no rank; there are {', '.join(rank_order())}")
    qid = _QID.fullmatch(_cell(row, "id") or "")
    key = "\x00".join(str(part) for part in (person, qid and qid[1], title, country, body, since, until))
    name = "l" + blake2b(f"imported\x00{key}".encode(), digest_size=7).hexdigest()
    return ImportedOffice(
        *(name, person, qid[1] if qid else None, title, country, body, rank),
        *(since, since_precision, until, until_precision, source, line),
    )


def _cell(row: Mapping[str, str], what: str) -> str | None:
    """The first column for this that says something; of an id and a label both are kept in their columns."""
    found = [row[name] for name in _COLUMNS[what] if row.get(name)]
    if what in ("person", "title", "owner"):
        found = [f for f in found if not _QID.fullmatch(f)] or found
    if what == "id":
        found = [f for f in found if _QID.fullmatch(f)]
    return found[0] if found else None


def _date(row: Mapping[str, str], what: str) -> tuple[str | None, str | None]:
    """A date as exact as it is known, and how exact: Wikidata tells a year from its first of January by a precision."""
    text = _cell(row, what)
    if not text or text.startswith(("_:", "http")):
        # Wikidata's way to say that there is one, but not which.
        return None, None
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no date")
    year, month, day = match.groups()
    given = _PRECISIONS.get(_cell(row, f"{what}_precision") or "")
    said = "day" if day and day != "00" else "month" if month and month != "00" else "year"
    precision = min(given or said, said, key=lambda p: _WIDTHS[p])
    whole = f"{year}-{month or '01'}-{day or '01'}"
    if precision == "day":
        _check(whole)
    return whole[: _WIDTHS[precision]], precision


def _check(day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise ValueError(f"{day!r} is no day") from error


def _owned(title: str, owner: str | None) -> tuple[str, str | None, str | None]:
    """A title without its owner, and the country or body: "Prime Minister of Norway" says it by itself."""
    country, body = _place(owner) if owner else (None, None)
    head, *rest = _OF.split(title, maxsplit=1)
    if rest and _place(rest[0]) != (None, None):
        found = _place(rest[0])
        if owner is None or found == (country, body) or (country is None and body is None):
            country, body = found
        title = head
    elif (adjective := title.split(" ", 1))[1:] and (named := _by_adjective(adjective[0])):
        country, title = country or named, adjective[1]
    return _TITLES.get(title.lower(), title.lower()), country, body


def _place(words: str) -> tuple[str | None, str | None]:
    found = by_code(words.upper()) if len(words) == 3 else None
    found = found or by_name(words)
    if found is None:
        found = next((c for c in countries() if c.iso2 == words), None)
    if found is not None:
        return found.iso3, None
    body = body_by_name(words)
    return (None, body.name) if body is not None else (None, None)


def _by_adjective(word: str) -> str | None:
    found = by_demonym(word) if word[:1].isupper() else None
    return found.iso3 if found else None


# Wikidata's names of posts that the register calls otherwise.
_TITLES = {
    "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister",
    "minister of defence": "defence minister",
    "minister of defense": "defence minister",
    "federal chancellor": "chancellor",
    "president of the republic": "president",
}
