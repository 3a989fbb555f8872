"""How far a run is, on a terminal: a bar over the bytes of the sources, and what was found so far."""

import glob
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.ingest import Unread
from dateline.model.document import Document
from dateline.scale.local import Seen, log_unread
from dateline.serve.cli.console import voice

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


@contextmanager
def watched(sources: Iterable[str]) -> Iterator[Seen]:
    """What to tell of each report or input: it moves a bar on a terminal, and logs inputs that cannot be read."""
    if voice.quiet or voice.log_json or not sys.stderr.isatty():
        yield log_unread
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    sizes = _sizes(sources)
    columns = (TextColumn("Reading"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
    counts = (TextColumn("[bold]{task.fields[reports]}[/] reports"), TimeElapsedColumn())
    with Progress(*columns, *counts, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=sum(sizes.values()) or None, reports=0)
        yield _mover(progress, task, sizes)


def _mover(progress: "Progress", task: "TaskID", sizes: dict[str, int]) -> Callable[[Document | Unread], None]:
    finished = within = reports = 0
    current: str | None = None

    def seen(item: Document | Unread) -> None:
        nonlocal finished, within, reports, current
        path = item.origin.path if isinstance(item, Document) else item.path
        if path != current:
            finished += sizes.get(current or "", 0)
            current, within = path, 0
        if isinstance(item, Document):
            reports += 1
            # How far a table of many reports has come is guessed by their texts, up to the file's size.
            within = min(within + len(item.text), sizes.get(path or "", 0))
        progress.update(task, completed=finished + within, reports=reports)
        log_unread(item)

    return seen


def _sizes(sources: Iterable[str]) -> dict[str, int]:
    """The files of the sources with their sizes in bytes."""
    files: list[Path] = []
    for source in sources:
        path = Path(source)
        found = [path] if path.exists() else [Path(match) for match in glob.glob(source, recursive=True)]
        for item in found:
            files += item.rglob("*") if item.is_dir() else [item]
    return {str(file): file.stat().st_size for file in files if file.is_file()}
