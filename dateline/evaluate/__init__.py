"""How well Dateline does: one file per task, each with `evaluate(path, *, predictions=None, settings=None) -> Report`.

A task is named here as a string, so that listing the tasks loads none of them.
"""

from collections.abc import Callable
from pathlib import Path

from dateline.config import Settings
from dateline.errors import UsageError
from dateline.evaluate.report import Report
from dateline.registry import load

TASKS: dict[str, str] = {
    "readings": "dateline.evaluate.readings:evaluate",
    "times": "dateline.evaluate.times:evaluate",
    "places": "dateline.evaluate.places:evaluate",
    "event-places": "dateline.evaluate.event_places:evaluate",
    "quotes": "dateline.evaluate.quotes:evaluate",
    "events": "dateline.evaluate.events:evaluate",
    "relations": "dateline.evaluate.relations:evaluate",
    "coreference": "dateline.evaluate.coreference:evaluate",
    "people": "dateline.evaluate.people:evaluate",
    "actors": "dateline.evaluate.actors:evaluate",
    "sample": "dateline.evaluate.sample:evaluate",
    "spans": "dateline.evaluate.spans:evaluate",
}


def evaluate(task: str, path: Path, *, predictions: Path | None = None, settings: Settings | None = None) -> Report:
    """The report of a task on the gold at `path`; `predictions` is a TSV to write.

    Raises UsageError for an unknown task or a path that is not there.
    """
    if task not in TASKS:
        raise UsageError(f"no task {task!r}; there are {', '.join(TASKS)}")
    if not path.exists():
        raise UsageError(f"no gold at {path}; give the file or folder that holds it")
    run: Callable[..., Report] = load(TASKS[task])
    return run(path, predictions=predictions, settings=settings)
