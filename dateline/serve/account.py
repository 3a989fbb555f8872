"""A short account of a record on a terminal."""

from typing import Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.query.summary import Summary
from dateline.query.why import Why
from dateline.serve.show import facts_of, in_place
from dateline.serve.tables import tone_of

_CONTACTS = 12
_FACTS = ("who", "to whom", "when", "where", "decided by")


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
    if summary.comparisons:
        _section(console, "What reports compare it with", Group(*(_comparison(row) for row in summary.comparisons)))
    if summary.quotes:
        _section(console, "In their words", Group(*(_quote(row) for row in summary.quotes)))
    if summary.claim:
        _section(console, "One claim, in its place in its report", _claim(summary.claim, console))
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
    parts = [_count(summary.counts["documents"], "report"), _count(summary.outlets, "outlet")]
    for name, count in summary.counts.items():
        if name != "documents" and (count or name in ("claims", "quotes")):
            parts.append(_count(count, name[:-1], style="bold red" if name == "failures" else "bold cyan"))
    return Text("  ").join(parts)


def _count(count: int, word: str, *, style: str = "bold cyan") -> Text:
    # A no-break space keeps a number and its word on one line.
    plural = word if count == 1 else f"{word}s"
    return Text(f"{count:,}", style=style).append(f"\u00a0{plural}", style="not bold default")


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
        table.add_row(row["date"], who, Text(row["standing"], style=tone_of(row["standing"])))
    return table


def _comparison(row: dict[str, Any]) -> Text:
    text = Text(", ".join(row["names"]), style="bold").append(f"  {row['kind']}: ", style="not bold")
    text.append(f"“{' '.join(row['evidence'].split())}”", style="italic not bold")
    source = ", ".join(part for part in (row["outlet"], row["published"]) if part)
    text.append(f"\n    {source}; the record: ", style="not bold dim")
    return text.append(row["verdict"], style=f"not bold {tone_of(row['verdict'])}".strip())


def _quote(row: dict[str, Any]) -> Text:
    text = Text("“").append(" ".join(row["content"].split()), style="italic").append("”")
    source = ", ".join(part for part in (row["outlet"], row["published"]) if part)
    return text.append(f"\n    {row['speaker']} ({row['speaker_country']})", style="bold").append(
        f"  {source}\n", style="not bold dim"
    )


def _claim(why: Why, console: Console) -> Group:
    facts = facts_of([f for f in why.facts if f.label in _FACTS])
    return Group(Text(why.headline, style="bold"), in_place(why, console=console), Text(), facts)


def _commands(summary: Summary, record: str) -> Text:
    at = f" --record {record}" if record != "dateline.record" else ""
    who = " --who {} --with {}".format(*summary.pair) if summary.pair else ""
    lines = [(f"dateline claims{who}{at}", "who did what")]
    if summary.claim:
        lines.append((f"dateline why {summary.claim.annotation.id[:9]}{at}", "how it is known"))
        lines.append((f"dateline show {summary.claim.reading.document.id[:9]}{at}", "its whole report"))
    lines.append((f"dateline quotes --to quotes.csv{at}", "as a table"))
    lines.append(("dateline --help", "all the rest"))
    width = max(len(command) for command, _ in lines)
    text = Text("\n").join(
        Text(f"{command:<{width}}  ", style="green").append(about, style="not green dim") for command, about in lines
    )
    text.no_wrap, text.overflow = True, "ellipsis"
    return text
