"""Answers as tables on a terminal: who and what in one column, and below it the words that say so."""

from collections.abc import Callable, Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from dateline.query.answer import Answer
from dateline.query.question import Question

Row = dict[str, Any]
_SHORT_ID = 9
_EVIDENCE_LINES = 2
_FADED, _STRONG = "dim", "bold"
_TONES = {
    "happened": "green",
    "ongoing": "green",
    "held": "green",
    "planned": "cyan",
    "called-for": "cyan",
    "hypothetical": "magenta",
    "denied": "red",
    "refused": "red",
    "cancelled": "red",
    "off": "red",
    "error": "red",
}


class Told:
    """What is told, and below it in grey the words that say so, at most `lines` lines of them."""

    def __init__(self, head: Text, words: str | None, *, lines: int = _EVIDENCE_LINES) -> None:
        self.head = head
        self.words = " ".join((words or "").split())
        self.lines = lines

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.head
        if self.words:
            folded = Text(f"“{self.words}”", style=_FADED).wrap(console, options.max_width)
            kept = folded[: self.lines]
            if len(folded) > self.lines:
                kept[-1].rstrip()
                kept[-1].truncate(options.max_width - 1)
                kept[-1].append("…")
            yield from kept

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        longest = max(self.head.cell_len, len(self.words) + 2)
        return Measurement(24, max(24, min(longest, options.max_width)))


def print_answer(answer: Answer, *, record: str, console: Console | None = None) -> None:
    """Print an answer, and how to go on."""
    console = console or Console(highlight=False)
    name = answer.question.name
    if not len(answer):
        console.print(f"No {name} found in {record}.", style=_FADED)
        return
    console.print(table_of(answer.question, answer))
    rows = f"{len(answer)} {'row' if len(answer) == 1 else 'rows'}"
    more = f", and more: --cursor {answer.cursor}, or --limit" if answer.cursor else ""
    console.print(f"{rows} of {record}@{answer.snapshot}{more}", style=_FADED, soft_wrap=True)


def table_of(question: Question, rows: Iterable[Row]) -> Table:
    """The rows as a table that fits the terminal."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False, show_edge=False)
    layout = _LAYOUTS.get(question.name)
    rows = list(rows)
    if layout is None:
        names = question.shown or tuple(rows[0])
        layout = tuple((name, _plain(name)) for name in names)
        numbers = {name for name in names if all(isinstance(r[name], int | float | None) for r in rows)}
    else:
        numbers = {"claims", "quotes", "contacts"}
    for heading, cell in layout:
        fixed = cell in _FIXED
        table.add_column(heading, justify="right" if heading in numbers else "left", no_wrap=fixed)
    for row in rows:
        table.add_row(*(cell(row) for _, cell in layout))
    return table


def when(row: Row) -> str:
    """A date as coarse as it is known."""
    start, end, precision = row["date"], row.get("date_end"), row.get("date_precision")
    if not start:
        return "–"
    if precision == "month":
        return str(start)[:7]
    if precision == "year":
        return str(start)[:4]
    return f"{start}\n{end}" if end and end != start and precision == "range" else str(start)


def _date(row: Row) -> Text:
    return Text(when(row))


def _id(row: Row) -> Text:
    return Text(row["id"][:_SHORT_ID], style=_FADED)


def tone_of(status: str | None) -> str:
    """The colour of a status; none for any other word."""
    return _TONES.get(status or "", "")


def _status(row: Row) -> Text:
    return Text(row["status"] or "", style=tone_of(row["status"]))


def _list(items: Iterable[str] | None, countries: Iterable[str] | None = None) -> str:
    return ", ".join(items or countries or ()) or "?"


def _type(row: Row) -> Text:
    found = Text(row["type"])
    if row["mode"]:
        found.append("\n" + row["mode"], style=_FADED)
    return found


def _claim(row: Row) -> Told:
    head = Text(_list(row["actors"], row["actor_countries"]), style=_STRONG)
    if row["recipients"] or row["recipient_countries"]:
        head.append(" → ", style=_FADED).append(_list(row["recipients"], row["recipient_countries"]))
    return Told(head, row["evidence"])


def _contact(row: Row) -> Told:
    head = Text(_list(row["names"], row["countries"]), style=_STRONG)
    how = [row["form"] if row["form"] != "unknown" else None, row["place"]]
    if facts := ", ".join(fact for fact in how if fact):
        head.append(f" ({facts})", style="not bold")
    return Told(head, row["evidence"])


def _quote(row: Row) -> Told:
    head = Text(row["speaker"] or "?", style=_STRONG)
    if row["addressee"]:
        head.append(f" to {row['addressee']}", style="not bold")
    if row["outlet"]:
        head.append(f" ({row['outlet']})", style=_FADED)
    return Told(head, row["content"], lines=4)


def _act(row: Row) -> Told:
    head = Text(row["name"], style=_STRONG).append(f": {row['act']}", style="not bold")
    if row["by"] or row["parties"]:
        head.append(f" by {_list(row['by'], row['parties'])}", style="not bold")
    return Told(head, row["evidence"])


def _position(row: Row) -> Told:
    head = Text(row["on"], style=_STRONG).append(f": {row['side']}", style="not bold")
    if row["count"] is not None:
        head.append(f", {row['count']}" + (f" of {row['of']}" if row["of"] is not None else ""), style="not bold")
    if row["members"]:
        head.append(f" ({_list(row['members'])})", style="not bold")
    if row["exceptions"]:
        head.append(f", without {_list(row['exceptions'])}", style="not bold")
    return Told(head, row["evidence"])


def _exchange(row: Row) -> Told:
    head = Text(f"{row['giver'] or '?'} → {row['receiver'] or '?'}", style=_STRONG)
    head.append(f": {row['what']}" + (f", for {row['against']}" if row["against"] else ""), style="not bold")
    return Told(head, row["evidence"])


def _document(row: Row) -> Text:
    head = Text(row["title"] or "(no title)", style=_STRONG)
    if row["outlet"]:
        head.append(f"\n{row['outlet']}", style=_FADED)
    return head


def _published(row: Row) -> Text:
    return Text(row["published"] or "–")


def _failure(row: Row) -> Told:
    where = row["path"] or row["document"] or ""
    if row["line"] is not None:
        where += f":{row['line']}"
    return Told(Text(row["reason"]), row["title"] or where)


def _plain(name: str) -> Callable[[Row], Text]:
    def cell(row: Row) -> Text:
        value = row[name]
        if isinstance(value, list):
            return Text(", ".join(str(item) for item in value))
        if isinstance(value, float):
            return Text(f"{value:.3f}".rstrip("0").rstrip("."))
        return Text("–" if value is None else str(value).split(".", maxsplit=1)[0] if name == "started" else str(value))

    return cell


Cell = Callable[[Row], Any]
_FIXED: frozenset[Cell] = frozenset({_date, _id, _status, _type, _published})
_LAYOUTS: dict[str, tuple[tuple[str, Cell], ...]] = {
    "claims": (("date", _date), ("type", _type), ("who → whom", _claim), ("status", _status), ("id", _id)),
    "contacts": (("date", _date), ("who", _contact), ("status", _status), ("id", _id)),
    "quotes": (("date", _date), ("who said what", _quote), ("id", _id)),
    "agreements": (("date", _date), ("what was done", _act), ("status", _status), ("id", _id)),
    "positions": (("date", _date), ("on what", _position), ("id", _id)),
    "exchanges": (("date", _date), ("who gave what", _exchange), ("status", _status), ("id", _id)),
    "documents": (
        ("published", _published),
        ("report", _document),
        *((name, _plain(name)) for name in ("claims", "quotes", "contacts")),
        ("id", _id),
    ),
    "failures": (("stage", _plain("stage")), ("code", _plain("code")), ("reason", _failure)),
}
