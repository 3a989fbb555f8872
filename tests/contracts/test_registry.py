"""The table of contents: what is in it, in which order, and that every string leads somewhere."""

import pytest

from dateline import evaluate, export, query, registry

STAGES = [
    *("regions", "times", "mentions", "places", "coreference", "quotes", "predicates", "event-dates", "event-places"),
    *("claims", "contacts", "agreements", "positions", "exchanges", "comparisons"),
]


def test_the_stages_run_in_this_order() -> None:
    assert list(registry.STAGES) == STAGES


def test_the_questions_tasks_and_formats_are_these() -> None:
    assert list(query.QUESTIONS) == [
        *("claims", "contacts", "last-contact", "highest-since", "calendar", "quotes", "agreements", "positions"),
        *("exchanges", "comparisons", "actors", "offices", "documents", "failures", "runs", "sql"),
    ]
    assert set(evaluate.TASKS) == {
        *("readings", "times", "places", "event-places", "quotes", "events", "relations", "coreference", "actors"),
        *("people", "sample", "spans"),
    }
    assert (list(export.ANSWERS), list(export.READINGS)) == (["json", "jsonl", "csv", "parquet"], ["jsonl", "html"])


EVERY = {
    **{f"stage {n}": t for n, t in registry.STAGES.items()},
    **{f"question {n}": t for n, t in query.QUESTIONS.items()},
    **{f"task {n}": t for n, t in evaluate.TASKS.items()},
    **{f"format {n}": t for n, t in {**export.ANSWERS, **export.READINGS}.items()},
}


@pytest.mark.parametrize("name", list(EVERY))
def test_every_string_leads_to_something_with_a_docstring(name: str) -> None:
    assert registry.load(EVERY[name]).__doc__


@pytest.mark.parametrize("name", list(registry.STAGES))
def test_a_stage_is_called_what_the_table_calls_it(name: str) -> None:
    assert registry.load(registry.STAGES[name]).name == name
