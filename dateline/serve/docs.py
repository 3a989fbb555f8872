"""The pages that are made from the code: `python -m dateline.serve.docs` writes them into `docs/`.

A test compares the pages with what this module makes, so that neither can be changed without the other.
"""

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import typer

from dateline.query import questions
from dateline.query.question import Question
from dateline.serve.cli import app
from dateline.serve.reading_page import reading_page
from dateline.store.schema import describe

_MADE = "<!-- Made by `python -m dateline.serve.docs`: change the code, not this page. -->\n"


def cli_page() -> str:
    """Every command with its options, and every question with its columns."""
    return "".join((_MADE, _CLI_HEAD, *map(_command, _commands()), _QUESTIONS_HEAD, *map(_question, questions())))


def settings_page() -> str:
    """Every setting with its default and what it is for."""
    default = files("dateline").joinpath("default.toml").read_text("utf-8")
    return f"{_MADE}{_SETTINGS_HEAD}```toml\n{default.strip()}\n```\n"


def record_page() -> str:
    """Every table of a record with its columns."""
    return f"{_MADE}{_RECORD_HEAD}{describe()}"


def format_page() -> str:
    """Every key of the reading format."""
    return _MADE + reading_page()


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "settings.md": settings_page,
    "record.md": record_page,
    "reading.md": format_page,
}

_CLI_HEAD = """# The command line

Results go to stdout, everything else to stderr. `--quiet`, `--verbose` and `--log-json` may stand anywhere.

| exit code | means |
|---|---|
| 0 | all was done, every report was read |
| 1 | some reports failed, each a row of `dateline failures`; or `check` found something, or a figure fell |
| 2 | wrong use, or nothing could be done |
| 130 | interrupted; what was written before stays |
| 141 | nobody read the output any more |

"""
_QUESTIONS_HEAD = """## Questions in Python, and the columns of their answers

`dateline.ask(record, NAME, …)` takes the same parameters as the command and gives an `Answer`: `.table` is an Arrow
table with the columns below, `.to_pandas()` and `.to_polars()` are data frames, `.snapshot` says which state of the
record was asked, `.cursor` asks for the rows after these, `.evidence` holds the ids that the rows rest on.

"""
_SETTINGS_HEAD = """# Settings

Each setting has a default. `dateline.toml` in the folder where you work overrules it (or `--settings FILE`), a variable
of the environment overrules that (`DATELINE_MAX_CHARACTERS=100000`), and an argument in Python all of them.
`dateline settings` prints what is in force.

"""
_RECORD_HEAD = """# The tables of a record

A record is a folder: Parquet files and a catalog. It can be moved, copied and put on read-only media as it is. Many may
read it while one writes. Any of the tables below can be asked with `dateline sql`.

| to | say |
|---|---|
| see an earlier state | `--record DIR@N`, with a number that an answer or `dateline runs` shows |
| name a state for citing it | `dateline release NAME`, then `--record DIR@NAME`; it is never removed |
| merge small files after many runs | `dateline compact` |
| make sure that all is well | `dateline check` |
| bring the record of an older version up to date | `dateline migrate`, which keeps a copy of the catalog |

A report that is read again by a newer version, or with other settings, replaces its own rows; the old ones stay in the
snapshots before.

"""


def _commands() -> Iterator[tuple[str, Any]]:
    group: Any = typer.main.get_command(app())
    yield from group.commands.items()


def _command(named: tuple[str, Any]) -> str:
    name, command = named
    told = re.sub(r"\n\x08\nFor example:\n *(.*)", r"\nFor example: `\1`", inspect.cleandoc(command.help or ""))
    usage = " ".join(p.name.upper() for p in command.params if p.param_type_name == "argument")
    lines = [f"## dateline {name} {usage}".rstrip(), "", told, ""]
    options = [p for p in command.params if p.param_type_name == "option"]
    lines += ["| option | what |", "|---|---|"] if options else []
    lines += [f"| `{_usage(option)}` | {_escaped(option.help or '')}{_default(option)} |" for option in options]
    return "\n".join(lines).rstrip() + "\n\n"


def _usage(option: Any) -> str:
    value = "" if option.is_flag else f" {option.metavar or 'N'}"
    return f"{option.opts[0]}{value}"


def _default(option: Any) -> str:
    return "" if option.is_flag or option.default is None else f" Default: `{option.default}`."


def _question(question: Question) -> str:
    rows = [f"| `{c.name}` | {_escaped(c.meaning)} |" for c in question.columns]
    table = ["", "| column | what |", "|---|---|", *rows] if rows else []
    return "\n".join([f"### {question.name}", "", f"`{question.call()}`", *table]) + "\n\n"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write the pages into the folder given, `docs` by default."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs")
    for name, page in PAGES.items():
        (folder / name).write_text(page().rstrip() + "\n", "utf-8")


if __name__ == "__main__":
    main()
