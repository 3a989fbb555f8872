"""One question, many doors: the command line, Python and the pages know the same questions with the same parameters."""

from typing import Any

import pytest
import typer

from dateline.query import QUESTIONS, question
from dateline.serve.cli import app
from dateline.serve.docs import cli_page

GROUP: Any = typer.main.get_command(app())
VIEWS = {"summary", "show", "why", "why-not"}
WORK = {"read", "link", "import-offices", "release", "compact", "check", "migrate", "settings", "evaluate", "gate"}


def test_the_commands_are_the_questions_the_views_and_the_work() -> None:
    assert set(GROUP.commands) == set(QUESTIONS) | VIEWS | WORK


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_a_command_has_the_parameters_of_its_question(name: str) -> None:
    options = {p.opts[0].removeprefix("--").rstrip("_") for p in GROUP.commands[name].params} - {"record", "to"}
    assert options == {p.option for p in question(name).parameters}


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_a_parameter_is_known_by_its_name_in_python_and_on_the_command_line(name: str) -> None:
    for parameter in question(name).parameters:
        needed = {p.name: "x" for p in question(name).parameters if p.positional}
        value = {int: 3, float: 0.5}.get(parameter.type, "x")
        for written in {parameter.name, parameter.option}:
            params = question(name).parse({**needed, written: value})
            assert getattr(params, parameter.name) == value


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_the_page_shows_every_question_with_its_example_and_columns(name: str) -> None:
    page = cli_page()
    assert f"`{question(name).command()}`" in page
    assert f"`{question(name).call()}`" in page
    assert all(f"| `{column.name}` |" in page for column in question(name).columns)
