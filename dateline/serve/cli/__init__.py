"""The command line: `dateline COMMAND`. No SQL and no politics here; imports that take time are made when needed."""

import sys
from typing import Annotated

import typer

from dateline.serve.cli.console import FLAGS, speak
from dateline.version import __version__


def main() -> None:
    """Run the command that the arguments name, and leave with its exit code."""
    words = sys.argv[1:]
    end = words.index("--") if "--" in words else len(words)
    flags = {word for word in words[:end] if word in FLAGS}
    speak(flags)
    # These three may stand anywhere: people put them last.
    app()([*[w for w in words[:end] if w not in FLAGS], *words[end:]], prog_name="dateline")


def app() -> typer.Typer:
    """All commands."""
    from dateline.serve.cli import questions, upkeep, views
    from dateline.serve.cli.evaluate import evaluate, gate
    from dateline.serve.cli.link import link
    from dateline.serve.cli.offices import import_offices
    from dateline.serve.cli.read import read

    made = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)
    made.callback()(_top)
    made.command()(read)
    made.command()(link)
    made.command("import-offices")(import_offices)
    made.command()(views.summary)
    questions.add_to(made)
    made.command()(views.show)
    made.command()(views.why)
    made.command("why-not")(views.why_not)
    for command in (upkeep.release, upkeep.compact, upkeep.check, upkeep.migrate, upkeep.settings, evaluate, gate):
        made.command()(command)
    return made


def _version(asked: bool) -> None:
    if asked:
        print(f"dateline {__version__}")
        raise typer.Exit


def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say only what went wrong. May stand anywhere.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Say more, and show where an error arose.")] = False,
    log_json: Annotated[bool, typer.Option("--log-json", help="Log as JSON Lines.")] = False,
) -> None:
    """Turns news reports into a record: who did what to whom, when and where, who said so, in which words."""
