"""What a question is: a name, a help text, an example, its parameters, the table that it answers with, and its SQL.

The command line, Python and the pages on both are made from these, so that no door knows a question that another does
not.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any

from dateline.errors import UsageError
from dateline.store.table import Column, Table


@dataclass(frozen=True, slots=True)
class Select:
    """One SQL statement and the values of its `?`. `order` is made of columns that settle every tie.

    `page`, where there is one, gives the same rows for a page of them, and `ready` from the rows of an index.
    """

    sql: str
    values: tuple[object, ...] = ()
    order: str | None = None
    page: "Page | None" = None
    ready: "Select | None" = None


@dataclass(frozen=True, slots=True)
class Page:
    """How to read a few rows of a statement only, at less cost than all.

    `keys` finds the rows, in the same order; `whole` makes from its columns the statement that reads them.
    """

    keys: Select
    whole: Callable[[Mapping[str, list[Any]]], Select]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a question as its doors show it: `with_` is `with` on the command line."""

    name: str
    type: type
    default: object
    help: str
    positional: bool = False

    @property
    def option(self) -> str:
        """The name on the command line, without the dashes."""
        return self.name.rstrip("_").replace("_", "-")


@dataclass(frozen=True)
class Question:
    """One thing that can be asked of a record.

    `params` is a frozen dataclass of `option` and `argument` fields; `select` makes the SQL from one of them; `shown`
    are the columns that a terminal has room for. `columns` is empty where the answer's columns depend on what is asked.
    """

    name: str
    help: str
    example: Mapping[str, object]
    params: type
    columns: tuple[Column, ...]
    select: Callable[[Any], Select]
    shown: tuple[str, ...] = ()
    safe: bool = True

    @property
    def table(self) -> Table:
        """The table that it answers with; its `arrow` is the declared schema."""
        return Table(self.name, self.help, (), self.columns, compared=False)

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters in the order of their declaration, those of paging last."""
        found = [_parameter(f) for f in fields(self.params)]
        return tuple(sorted(found, key=lambda p: p.name in ("limit", "cursor")))

    def parse(self, given: Mapping[str, object]) -> Any:
        """The parameters as one `params`. Raises UsageError for an unknown name, a missing or a wrong value."""
        known = {p.name: p for p in self.parameters}
        known |= {p.option: p for p in self.parameters}
        values = {}
        for name, value in given.items():
            if name not in known:
                names = ", ".join(p.option for p in self.parameters)
                raise UsageError(f"the question {self.name!r} has no {name!r}; it has {names}")
            if value is not None:
                values[known[name].name] = _typed(known[name], value)
        for parameter in self.parameters:
            if parameter.default is MISSING and parameter.name not in values:
                raise UsageError(f"the question {self.name!r} needs {parameter.option!r}: {parameter.help}")
        return self.params(**values)

    def command(self) -> str:
        """The example as it is typed."""
        words = ["dateline", self.name]
        for parameter in self.parameters:
            if parameter.name in self.example:
                value = str(self.example[parameter.name])
                value = f'"{value}"' if " " in value else value
                words += [value] if parameter.positional else [f"--{parameter.option}", value]
        return " ".join(words)

    def call(self) -> str:
        """The example as it is written in Python."""
        given = "".join(f", {name}={value!r}" for name, value in self.example.items())
        return f'ask(record, "{self.name}"{given})'


def _typed(parameter: Parameter, value: object) -> object:
    try:
        return parameter.type(value)
    except ValueError:
        raise UsageError(f"--{parameter.option} {value}: must be a number") from None


def option(help: str, *, of: type = str, default: Any = None) -> Any:  # noqa: A002 - the word that click uses
    """A field of `params` that may be left out."""
    return field(default=default, metadata={"help": help, "type": of})


def argument(help: str) -> Any:  # noqa: A002 - the word that click uses
    """A field of `params` that must be given; a word without dashes on the command line."""
    return field(metadata={"help": help, "type": str, "positional": True})


def _parameter(found: Field[Any]) -> Parameter:
    about = found.metadata
    return Parameter(found.name, about["type"], found.default, about["help"], about.get("positional", False))
