"""`dateline evaluate`: how well Dateline does on gold, and whether it still does."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.errors import UsageError
from dateline.serve.cli.console import DONE, SOME_FAILED, guarded

if TYPE_CHECKING:
    from dateline.config import Settings
    from dateline.evaluate.report import Figure, Report

_TASKS = (
    "readings, times, places, event-places, quotes, events, relations, spans, actors, people, coreference or sample."
)


Task = Annotated[str, typer.Argument(help=_TASKS, show_default=False)]
Gold = Annotated[Path, typer.Argument(help="The file or folder with the gold.", show_default=False)]


@guarded
def evaluate(  # noqa: PLR0913, PLR0917 - typer makes an option of each
    task: Task,
    path: Gold,
    predictions: Annotated[
        Path | None, typer.Option("--predictions", metavar="FILE", help="Write what was found, beside the input.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    settings: Annotated[Path | None, typer.Option("--settings", metavar="FILE", help="A settings file.")] = None,
    judgements: Annotated[
        Path | None, typer.Option("--judgements", metavar="FILE", help="sample: keep your verdicts here, without text.")
    ] = None,
    n: Annotated[int, typer.Option("--n", help="sample: how many claims to draw.", min=1)] = 300,
    seed: Annotated[int, typer.Option("--seed", help="sample: another seed draws other claims.")] = 1,
    second: Annotated[bool, typer.Option("--second", help="sample: judge them again, blind to the first.")] = False,
) -> None:
    """Score Dateline on gold, with 95 % intervals.

    The task sample needs no gold: it draws claims at random from a record or from reports, and asks you for a verdict
    on each. What was judged is kept at once; the same command goes on where you left, and ends with the figures.
    """
    from dateline.config import load_settings
    from dateline.evaluate import evaluate as score

    chosen = load_settings(settings)
    if judgements is not None:
        if task != "sample" or predictions is not None:
            raise UsageError("--judgements is for the task sample, and goes without --predictions")
        _sample(path, judgements, n=n, seed=seed, second=second, settings=chosen)
        path = judgements
    report = score(task, path, predictions=predictions, settings=chosen)
    if as_json:
        print(_json(report))
    else:
        _print(report)


def _sample(path: Path, kept: Path, *, n: int, seed: int, second: bool, settings: "Settings") -> None:
    """Ask for the verdicts of one round that are not there yet."""
    from rich.console import Console

    from dateline.evaluate import sample
    from dateline.serve.cli.judging import judge, keys_pressed

    if not path.exists():
        raise UsageError(f"nothing at {path}; give a record, or reports")
    judged = sample.load(kept)
    drawn = sample.draw(sample.claims_of(path, settings=settings), n=n, seed=seed)
    if second:
        first = {j.place for j in judged if j.round == sample.FIRST}
        if missing := sum(d.place not in first for d in drawn):
            raise UsageError(f"{missing} of {len(drawn)} claims wait for their first verdict: leave out --second")
        drawn = sample.second_order(drawn, seed=seed)
    number = sample.SECOND if second else sample.FIRST
    judge(drawn, judged, number=number, keys=keys_pressed(), console=Console(), path=kept)


@guarded
def gate(
    task: Task,
    path: Gold,
    update: Annotated[bool, typer.Option("--update", help="Raise the floors to the figures of now.")] = False,
    allow_regression: Annotated[
        bool, typer.Option("--allow-regression", help="With --update: lower a floor too.")
    ] = False,
) -> int:
    """Score it, and end with 1 where a figure fell below its floor."""
    from dateline.evaluate import evaluate as score
    from dateline.evaluate import gate as floors

    report = score(task, path)
    _print(report)
    if update:
        kept = floors.update(report, path, allow_regression=allow_regression)
        print(f"{len(kept)} floors kept for {task}")
        return DONE
    fallen = floors.falls(report, path)
    for fall in fallen:
        print(f"{fall.figure}: {_number(fall.value)} is below its floor {fall.floor:.3f}")
    return SOME_FAILED if fallen else DONE


def _json(report: "Report") -> str:
    from dataclasses import asdict

    return json.dumps(asdict(report), indent=1)


def _print(report: "Report") -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False)
    counts = ", ".join(f"{count} {name}" for name, count in report.counts.items())
    console.print(f"[bold]{report.task}[/]  {counts}")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for heading in ("figure", "value", "95 % interval", "of"):
        table.add_column(heading, justify="right" if heading in ("value", "of") else "left")
    for row in report.rows:
        table.add_row(row.name, _number(row.value), _interval(row), _share(row))
    console.print(table)
    for note in report.notes:
        console.print(note, style="dim")


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _interval(row: "Figure") -> str:
    return "" if row.low is None or row.high is None else f"{row.low:.3f} to {row.high:.3f}"


def _share(row: "Figure") -> str:
    return "" if row.hits is None or row.total is None else f"{row.hits:g}/{row.total:g}"
