import json
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.export.reading_format import from_json, to_json, to_line
from dateline.ingest.assemble import assemble
from dateline.model.document import Origin, Published
from dateline.model.reading import Failure, Reading

CASE = Path(__file__).parents[1] / "cases" / "readings" / "accord.json"

# What version 1 promises. Keys may be added to the format, so to this list; none may leave it.
SIDE = {"mention", "actor", "country", "sectors", "office"}
DATE = {"start", "end", "precision", "method", "span"}
PLACE = {"span", "name", "geonames", "country", "latitude", "longitude", "precision", "method"}
PROMISED: dict[str, set[str]] = {
    "": {
        *("schema", "producer", "ontology", "document", "regions", "actors", "times", "places", "quotes", "claims"),
        *("contacts", "agreements", "positions", "exchanges", "comparisons", "failures"),
    },
    "document": {
        *("id", "sha256", "title", "text", "url", "outlet", "byline", "agencies", "language", "published"),
        *("dateline", "copy_of"),
    },
    "document.published": {"value", "precision", "method"},
    "document.dateline": {"span", "place", "date"},
    "regions": {"span", "kind"},
    "actors": {"id", "name", "kind", "country", "sectors", "mentions"},
    "times": {"id", "span", "type", "value", "mod", "anchor", "start", "end", "method"},
    "places": {"id", "span", "role", "name", "geonames", "latitude", "longitude", "country", "admin1", "score"},
    "quotes": {"id", "kind", "content", "marked", "cue", "parent", "speaker", "addressee"},
    "quotes.speaker": {"mention", "actor", "name", "method"},
    "quotes.addressee": {"mention", "actor", "name", "method"},
    "claims": {
        *("id", "type", "mode", "contexts", "cameo", "quad", "score", "status", "trigger", "evidence", "also"),
        *("actors", "recipients", "date", "place", "numbers", "attributed_to", "probability", "producer"),
    },
    "claims.actors": SIDE,
    "claims.recipients": SIDE,
    "claims.actors.office": {"title", "country", "rank"},
    "claims.date": DATE,
    "claims.place": PLACE,
    "claims.numbers": {"what", "min", "max", "unit", "span"},
    "claims.attributed_to": {"actor", "name", "quote"},
    "contacts": {
        *("id", "claims", "span", "status", "form", "setting", "forum", "level", "date", "place", "participants"),
        "duration",
    },
    "contacts.date": DATE,
    "contacts.place": PLACE,
    "contacts.participants": {"actor", "country", "office", "rank", "role"},
    "agreements": {"id", "name", "parties", "acts", "subject", "limits"},
    "agreements.parties": {"actor", "country"},
    "agreements.acts": {"act", "by", "date", "claim", "span"},
    "positions": {
        *("id", "on", "side", "count", "of", "members", "by", "date", "span", "exceptions", "countries", "method"),
    },
    "positions.on": {"span", "name"},
    "comparisons": {"id", "kind", "contact", "claim", "who", "form", "since", "ever", "span"},
    "comparisons.since": {"span", "time", "event", "date"},
    "exchanges": {
        *("id", "giver", "receiver", "what", "counterpart", "status", "date", "claim", "span", "agreement", "contact"),
    },
}


@pytest.fixture
def values() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(CASE.read_text("utf-8"))
    return found


def objects_at(values: Any, path: str) -> list[dict[str, Any]]:
    """Every object that stands at a dotted path; lists are gone into."""
    found = [values]
    for name in filter(None, path.split(".")):
        found = [o[name] for o in found if o.get(name)]
        found = [item for o in found for item in (o if isinstance(o, list) else [o])]
    return found


@pytest.mark.parametrize("path", PROMISED)
def test_every_key_that_version_1_promises_is_printed(values: dict[str, Any], path: str) -> None:
    printed = objects_at(to_json(from_json(values)), path)
    assert printed, f"the case has nothing at {path}"
    for item in printed:
        assert not PROMISED[path] - item.keys()


def test_a_reading_comes_back_from_its_json_as_it_was(values: dict[str, Any]) -> None:
    reading = from_json(values)
    again = from_json(to_json(reading))
    assert again.document == reading.document
    for layer in ("region", "actor", "mention", "time", "place", "quote", "claim", "contact", "position", "exchange"):
        assert again.layer(layer) == reading.layer(layer)
        assert reading.layer(layer)


def test_the_golden_reading_is_printed_as_it_stands_but_for_the_version(values: dict[str, Any]) -> None:
    printed = to_json(from_json(values))
    versions = {"producer": "", "ontology": ""}
    assert printed | versions == values | versions


def test_a_line_is_the_same_reading_with_one_line_end(values: dict[str, Any]) -> None:
    line = to_line(from_json(values))
    assert line.count(b"\n") == 1
    assert json.loads(line) == to_json(from_json(values))


def test_an_actors_mentions_are_the_places_where_it_is_named(values: dict[str, Any]) -> None:
    text = values["document"]["text"]
    (solheim,) = [a for a in to_json(from_json(values))["actors"] if a["name"] == "Ingrid Solheim"]
    assert [text[s:e] for s, e in solheim["mentions"]][1:] == ["Solheim", "Solheim"]


def test_a_skipped_report_prints_its_document_empty_layers_and_the_reason() -> None:
    document = assemble("Bonjour.", origin=Origin(language="fr", published=Published("2024", "year", "given")))
    reading = Reading(document, failures=[Failure("annotate", "the report is in 'fr'; read are en", "language")])
    printed = to_json(reading)
    assert printed["document"]["text"] == "Bonjour."
    assert printed["failures"] == [
        {"stage": "annotate", "reason": "the report is in 'fr'; read are en", "code": "language"}
    ]
    assert all(
        printed[layer] == []
        for layer in PROMISED[""] - {"schema", "producer", "ontology"} - {"document"} - {"failures"}
    )


def test_another_version_of_the_format_is_refused_in_one_line(values: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=r"no reading of format 1: its schema is 2"):
        from_json(values | {"schema": 2})


def test_values_that_do_not_fit_are_refused_and_named(values: dict[str, Any]) -> None:
    values["claims"][0]["trigger"] = "met"
    with pytest.raises(UsageError, match="trigger"):
        from_json(values)
