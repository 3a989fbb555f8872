"""A short account of a record on a terminal."""

from typing import Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.query.summary import Summary
from dateline.serve.show import in_place
from dateline.serve.tables import tone_of, when

_CONTACTS = 12


def print_summary(summary: Summary, *, record: str, console: Console | None = None) -> None:
    """Print the account, and the commands to go on with."""
    console = console or Console(highlight=False)
    console.print(_heading(summary, record))
    if not summary.counts["documents"]:
        console.print(Text(f"The record is empty: dateline read FILE --record {record}"))
        return
    console.print(_counts(summary))
    if summary.contacts:
        _section(console, "Who met or spoke with whom", _timeline(summary.contacts))
        if len(summary.contacts) > _CONTACTS:
            console.print(Text(f"  … and {len(summary.contacts) - _CONTACTS} more", style="dim"))
    if summary.quotes:
        _section(console, "In their words", Group(*(_quote(row) for row in summary.quotes)))
    if summary.claim:
        _section(console, "One claim, in its place in its report", _claim(summary))
    _section(console, "Go on with", _commands(summary, record))


def _section(console: Console, heading: str, body: Any) -> None:
    console.print()
    console.print(Rule(Text(heading, style="bold"), align="left", style="dim"))
    console.print(Padding(body, (0, 0, 0, 2)))


def _heading(summary: Summary, record: str) -> Text:
    text = Text("Dateline", style="bold").append(f"  {record}@{summary.snapshot}", style="not bold dim")
    if summary.first:
        text.append(f"  reports of {summary.first} to {summary.last}", style="not bold dim")
    return text


def _counts(summary: Summary) -> Text:
    names = {"documents": "reports"}
    parts = [Text(f"{summary.outlets}", style="bold cyan").append("\u00a0outlets", style="not bold default")]
    for name, count in summary.counts.items():
        if count or name in ("documents", "claims", "quotes"):
            number = Text(f"{count:,}", style="bold red" if name == "failures" else "bold cyan")
            parts.append(number.append(f"\u00a0{names.get(name, name)}", style="not bold default"))
    parts[0], parts[1] = parts[1], parts[0]
    return Text("  ").join(parts)


def _timeline(contacts: list[dict[str, Any]]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(ratio=1)
    table.add_column(no_wrap=True)
    for row in contacts[:_CONTACTS]:
        who = Text(" – ".join(row["names"]))
        facts = [row["form"] if row["form"] != "unknown" else None, row["place"]]
        if shown := ", ".join(fact for fact in facts if fact):
            who.append(f"  {shown}", style="dim")
        if row["reports"] > 1:
            who.append(f"  {row['reports']} reports", style="dim")
        table.add_row(when(row).split("\n", maxsplit=1)[0], who, Text(row["status"], style=tone_of(row["status"])))
    return table


def _quote(row: dict[str, Any]) -> Text:
    text = Text("“").append(" ".join(row["content"].split()), style="italic").append("”")
    source = ", ".join(part for part in (row["outlet"], row["published"]) if part)
    return text.append(f"\n    {row['speaker']} ({row['speaker_country']})", style="bold").append(
        f"  {source}\n", style="not bold dim"
    )


def _claim(summary: Summary) -> Group:
    why = summary.claim
    assert why is not None
    shown = [f for f in why.facts if f.label in ("who", "to whom", "when", "where", "decided by")]
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for fact in shown:
        table.add_row(fact.label, Text(fact.text))
    return Group(Text(why.headline, style="bold"), in_place(why), Text(), table)


def _commands(summary: Summary, record: str) -> Text:
    at = f" --record {record}" if record != "dateline.record" else ""
    lines = [(f"dateline claims --who USA --with RUS{at}", "who did what to whom")]
    if summary.claim:
        lines.append((f"dateline why {summary.claim.annotation.id[:9]}{at}", "how that claim is known"))
        lines.append((f"dateline show {summary.claim.reading.document.id[:9]}{at}", "its report, in colour"))
    lines.append((f"dateline quotes --to quotes.csv{at}", "all quotes, as a table"))
    lines.append(("dateline --help", "everything else"))
    width = max(len(command) for command, _ in lines)
    text = Text("\n").join(
        Text(f"{command:<{width}}  ", style="green").append(about, style="not green dim") for command, about in lines
    )
    text.no_wrap, text.overflow = True, "ellipsis"
    return text
