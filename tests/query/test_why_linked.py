"""The proof of what holds across reports: every report tied to it, by what, and how surely."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.model.reading import Reading
from dateline.query.why_linked import why_linked


@pytest.fixture
def linked(in_memory: Callable[..., Any], accord: Reading) -> Any:
    """A record with one person of the report as a lasting actor, his learned office, and an id given up."""
    record = in_memory(accord)
    actor = next(a for a in accord.actors if a.value.kind == "person" and a.value.links)
    mention, document = actor.value.links[0].mention, accord.document.id
    for table, values in {
        "lasting_actors": ("l1a2b", "Ana Petrova", "person", "BGR", ["Ana Petrova"], ["GOV"], None, "name", *_SEEN),
        "actor_links": (actor.id, document, "l1a2b", "name-and-office", 0.97),
        "learned_offices": (
            *("l9f8e", "l1a2b", "Ana Petrova", "trade minister", "BGR", None, "GOV", "minister", "holds"),
            *(*_SEEN, [mention], []),
        ),
        "redirects": ("l7777", "actor", "l1a2b"),
    }.items():
        record._connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)
    return record


_SEEN = ("2016-03-04", "2016-05-06", 2)


def test_a_lasting_actor_has_every_report_that_is_tied_to_it(linked: Any, accord: Reading) -> None:
    found = why_linked(linked, "l1a2")
    assert found is not None
    assert found.headline == "Ana Petrova"
    assert ("tied by", "name-and-office: 1") in [(f.label, f.text) for f in found.facts]
    assert any("trade minister (BGR)" in f.text and "l9f8e" in f.text for f in found.facts)
    (tie,) = found.proof
    assert tie.label == "0.97"
    assert "by name-and-office" in tie.text
    assert (accord.document.title or accord.document.id) in tie.text


def test_a_learned_office_has_the_mentions_that_say_so(linked: Any) -> None:
    found = why_linked(linked, "l9f8e")
    assert found is not None
    assert found.headline == "Ana Petrova, trade minister (BGR), 2016-03-04 to 2016-05-06"
    assert len(found.proof) == 1


def test_an_id_given_up_leads_to_its_heir(linked: Any) -> None:
    found = why_linked(linked, "l7777")
    assert found is not None
    assert found.id == "l1a2b"


def test_other_ids_are_left_to_others(linked: Any, accord: Reading) -> None:
    assert why_linked(linked, accord.claims[0].id) is None
    assert why_linked(linked, "l1") is None


def test_a_beginning_of_two_is_refused(linked: Any) -> None:
    linked._connection.execute(
        "INSERT INTO lasting_actors SELECT 'l1a2c', * EXCLUDE (id) FROM lasting_actors WHERE id = 'l1a2b'"
    )
    with pytest.raises(UsageError, match="begins several ids"):
        why_linked(linked, "l1a2")
