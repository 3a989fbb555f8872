"""One command for each question: its options are the question's parameters."""

import inspect
from collections.abc import Callable
from dataclasses import MISSING
from typing import Annotated, Any

import typer

from dateline.export import ANSWERS
from dateline.query import questions
from dateline.query.question import Parameter, Question
from dateline.serve.cli.console import guarded

RECORD_HELP = "The record to ask; DIR@N or DIR@NAME for a snapshot."
TO_HELP = f"table, {', '.join(ANSWERS)}, or a file with such an ending."
_ROWS_ON_A_TERMINAL = 50


def add_to(app: typer.Typer) -> None:
    """Add a command for every question."""
    for question in questions():
        told = f"{question.help}\n\n\b\nFor example:\n  {question.command()}"
        app.command(question.name, help=told)(_command(question))


def _command(question: Question) -> Callable[..., None]:
    def run(**given: Any) -> None:
        record, to = given.pop("record"), given.pop("to")
        answer(question, record=record, to=to, given=given)

    parameters = [_parameter(p) for p in question.parameters]
    parameters += [
        _option("record", str, "dateline.record", "--record", RECORD_HELP, "DIR"),
        _option("to", str, "table", "--to", TO_HELP, "FORMAT"),
    ]
    command = guarded(run)
    # Typer reads a command's options off its signature.
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what inspect itself looks for
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    return command


def _parameter(parameter: Parameter) -> inspect.Parameter:
    if parameter.positional:
        annotation: Any = Annotated[
            parameter.type, typer.Argument(help=parameter.help, metavar=parameter.option.upper())
        ]
        return _keyword(parameter.name, annotation, MISSING)
    name = f"--{parameter.option}"
    kind = "N" if parameter.type is int else parameter.option.upper()
    return _option(parameter.name, parameter.type | None, parameter.default, name, parameter.help, kind)


def _option(name: str, of: Any, default: object, option: str, text: str, metavar: str | None) -> inspect.Parameter:
    return _keyword(name, Annotated[of, typer.Option(option, help=text, metavar=metavar)], default)


def _keyword(name: str, annotation: Any, default: object) -> inspect.Parameter:
    given = inspect.Parameter.empty if default is MISSING else default
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=given, annotation=annotation)


def answer(question: Question, *, record: str, to: str, given: dict[str, Any]) -> None:
    """Ask, and print or write what comes back."""
    from dateline.query.answer import ask
    from dateline.serve.cli.output import Output
    from dateline.store.record import Record

    output = Output(to)
    if output.table and given["limit"] is None:
        given["limit"] = _ROWS_ON_A_TERMINAL
    with Record.open(record) as opened:
        found = ask(opened, question.name, **given)
    output.write(found, record=record)
