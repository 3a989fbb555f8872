"""`summary`, `show`, `why` and `why-not`: views of a record for a person to read."""

import sys
from typing import Annotated

import typer

from dateline.errors import UsageError
from dateline.export import READINGS
from dateline.serve.cli.console import guarded
from dateline.serve.cli.questions import RECORD_HELP

RecordOption = Annotated[str, typer.Option("--record", metavar="DIR", help=RECORD_HELP)]
Report = Annotated[
    str, typer.Argument(help="The beginning of its id, its url, its path, or words of its title.", show_default=False)
]
_DEFAULT = "dateline.record"


@guarded
def summary(record: RecordOption = _DEFAULT) -> None:
    """A short account: counts, contacts, quotes, one claim."""
    from dateline.query.summary import summary as account
    from dateline.serve.account import print_summary
    from dateline.store.record import Record

    with Record.open(record) as opened:
        print_summary(account(opened), record=record)


@guarded
def show(
    report: Report,
    record: RecordOption = _DEFAULT,
    to: Annotated[
        str | None, typer.Option("--to", metavar="FORMAT", help=f"Print its reading as {' or '.join(READINGS)}.")
    ] = None,
) -> None:
    """One report with all that was found in it, in colour."""
    if to is not None and to not in READINGS:
        raise UsageError(f"--to {to}: readings are written as {', '.join(READINGS)}")
    from dateline.query import find
    from dateline.registry import load
    from dateline.serve.show import print_reading
    from dateline.store.record import Record

    with Record.open(record) as opened:
        reading = find.report(opened, report)
    if to is None:
        print_reading(reading)
    else:
        load(READINGS[to])([reading], sys.stdout.buffer)


@guarded
def why(
    id: Annotated[str, typer.Argument(help="The beginning of an id, as answers show it.", show_default=False)],  # noqa: A002 - typer shows the name
    record: RecordOption = _DEFAULT,
) -> None:
    """Why the record says so: the words, the producer, each method."""
    from dateline.query import find
    from dateline.query.why import why as explain
    from dateline.query.why_linked import why_linked
    from dateline.serve.show import print_why, print_why_linked
    from dateline.store.record import Record

    with Record.open(record) as opened:
        if linked := why_linked(opened, id):
            print_why_linked(linked)
        else:
            print_why(explain(find.annotation(opened, id)))


@guarded
def why_not(
    report: Annotated[
        str,
        typer.Argument(help="A report as for `show`; REPORT:3 asks for its third sentence alone.", show_default=False),
    ],
    record: RecordOption = _DEFAULT,
) -> None:
    """What was seen in a sentence, and why it gave no claim.

    The report is read again, in memory.
    """
    from dateline.query import find
    from dateline.query.why_not import why_not as explain
    from dateline.scale.local import read
    from dateline.serve.show import print_why_not
    from dateline.store.record import Record

    words, number = _sentence(report)
    with Record.open(record) as opened:
        stored = find.report(opened, words)
    reading = read(stored.document)
    print_why_not(reading, explain(reading, number))


def _sentence(report: str) -> tuple[str, int | None]:
    """The report and the number after its last colon, if there is one."""
    words, colon, number = report.rpartition(":")
    return (words, int(number)) if colon and number.isdecimal() else (report, None)
