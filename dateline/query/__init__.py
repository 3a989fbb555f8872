"""What can be asked of a record: one file per question, each with its `QUESTION`.

Questions are named here as strings, so that listing them opens no database.
"""

from functools import cache
from importlib import import_module

from dateline.errors import UsageError
from dateline.query.question import Question

QUESTIONS: dict[str, str] = {
    "claims": "dateline.query.claims:QUESTION",
    "contacts": "dateline.query.contacts:QUESTION",
    "last-contact": "dateline.query.last_contact:QUESTION",
    "highest-since": "dateline.query.highest_since:QUESTION",
    "calendar": "dateline.query.calendar:QUESTION",
    "quotes": "dateline.query.quotes:QUESTION",
    "agreements": "dateline.query.agreements:QUESTION",
    "positions": "dateline.query.positions:QUESTION",
    "exchanges": "dateline.query.exchanges:QUESTION",
    "comparisons": "dateline.query.comparisons:QUESTION",
    "actors": "dateline.query.actors:QUESTION",
    "offices": "dateline.query.offices:QUESTION",
    "documents": "dateline.query.documents:QUESTION",
    "failures": "dateline.query.failures:QUESTION",
    "runs": "dateline.query.runs:QUESTION",
    "sql": "dateline.query.sql:QUESTION",
}


@cache
def question(name: str) -> Question:
    """The question of this name. Raises UsageError where there is none."""
    if name not in QUESTIONS:
        raise UsageError(f"no question {name!r}; there are {', '.join(QUESTIONS)}")
    module, _, attribute = QUESTIONS[name].partition(":")
    found: Question = getattr(import_module(module), attribute)
    return found


def questions() -> tuple[Question, ...]:
    """All questions in the order of the table."""
    return tuple(question(name) for name in QUESTIONS)
