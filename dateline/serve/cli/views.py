"""`summary`, `show`, `why` and `why-not`: views of a record for a person to read."""

from typing import Annotated

import typer

from dateline.serve.cli.console import guarded
from dateline.serve.cli.questions import RECORD_HELP

RecordOption = Annotated[str, typer.Option("--record", metavar="DIR", help=RECORD_HELP)]
Report = Annotated[
    str, typer.Argument(help="The beginning of its id, its url, its path, or words of its title.", show_default=False)
]
_DEFAULT = "dateline.record"


@guarded
def summary(record: RecordOption = _DEFAULT) -> None:
    """A short account of the record: counts, contacts in time, some quotes, one claim with its evidence."""
    from dateline.query.summary import summary as account
    from dateline.serve.account import print_summary
    from dateline.store.record import Record

    with Record.open(record) as opened:
        print_summary(account(opened), record=record)


@guarded
def show(report: Report, record: RecordOption = _DEFAULT) -> None:
    """One report with everything that was found in it, in colour."""
    from dateline.query import find
    from dateline.serve.show import print_reading
    from dateline.store.record import Record

    with Record.open(record) as opened:
        print_reading(find.report(opened, report))


@guarded
def why(
    id: Annotated[str, typer.Argument(help="The beginning of an id, as answers show it.", show_default=False)],  # noqa: A002 - typer shows the name
    record: RecordOption = _DEFAULT,
) -> None:
    """Why the record says something: the words in their place, who says so, and how each part is known."""
    from dateline.query import find
    from dateline.query.why import why as explain
    from dateline.serve.show import print_why
    from dateline.store.record import Record

    with Record.open(record) as opened:
        print_why(explain(find.annotation(opened, id)))
