"""A reading, and the grounds of what it says, in colour on a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.export.marks import KINDS, Mark, Piece, marks_of, pieces
from dateline.model.annotation import Annotation
from dateline.model.claim import Claim, Side
from dateline.model.diplomacy import Agreement, Comparison, Contact, Exchange, Position
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.query.why import Fact, Why
from dateline.query.why_linked import WhyLinked
from dateline.query.why_not import Sentence
from dateline.serve.tables import Told, tone_of

# Styles add up where kinds overlap: colour for who, when and where, shape for the rest.
STYLES = {
    "aside": "dim",
    "quote": "italic",
    "person": "bright_cyan",
    "organisation": "cyan",
    "state": "bright_blue",
    "group": "blue",
    "place": "yellow",
    "time": "magenta",
    "claim": "bold underline",
}
_SHORT_ID = 9
_LABEL = 14


def print_reading(reading: Reading, *, console: Console | None = None) -> None:
    """The report with its layers in colour, and below it what was found."""
    console = console or Console(highlight=False)
    marks = marks_of(reading)
    console.print(Rule(style="dim"))
    console.print(_about(reading))
    console.print(_legend(marks))
    console.print(Rule(style="dim"))
    console.print(coloured(reading, marks))
    for heading, rows in _found(reading):
        console.print(Text(f"\n{heading}", style="bold"))
        console.print(rows)
    for failure in reading.failures:
        console.print(Text(f"\n{failure.stage}: {failure.reason}", style="red"))


def coloured(reading: Reading, marks: Sequence[Mark]) -> Text:
    """The text with its marks; the trigger of each claim carries the claim's number."""
    text = Text()
    for piece in pieces(reading.text, marks):
        text.append(piece.span.of(reading.text), style=_style(piece))
        for mark in piece.marks:
            if mark.number and mark.span.end == piece.span.end:
                text.append(f"[{mark.number}]", style="dim")
    return text


def _style(piece: Piece) -> str:
    return " ".join(dict.fromkeys(STYLES[mark.kind] for mark in piece.marks))


def _legend(marks: Iterable[Mark]) -> Text:
    there = {mark.kind for mark in marks}
    return Text("  ").join(Text(kind, style=STYLES[kind]) for kind in KINDS if kind in there)


def _about(reading: Reading) -> Text:
    document = reading.document
    published = document.origin.published
    day = f"{published.value} ({published.method})" if published else "no date of publication"
    facts = [document.origin.outlet, day, document.origin.byline, document.id, document.origin.url]
    return Text(" · ".join(fact for fact in facts if fact), style="dim")


def _found(reading: Reading) -> Iterable[tuple[str, RenderableType]]:
    if reading.claims:
        yield "Claims", _rows(_claim(number, a, reading) for number, a in enumerate(reading.claims, 1))
    if reading.contacts:
        yield "Contacts", _rows(_contact(a, reading) for a in reading.contacts)
    if reading.quotes:
        yield (
            "Quotes",
            _rows(
                ("", Told(Text(_speaker(a.value.speaker)), _words(a.value.content, reading)), a.value.kind, a.id)
                for a in reading.quotes
            ),
        )
    if reading.agreements:
        yield (
            "Agreements",
            _rows(
                (
                    "",
                    Told(Text(a.value.name), _terms(a.value, reading)),
                    ", ".join(act.act for act in a.value.acts),
                    a.id,
                )
                for a in reading.agreements
            ),
        )
    if reading.positions:
        yield (
            "Positions",
            _rows(
                ("", Told(_position(a.value, reading), a.span.of(reading.text)), a.value.side, a.id)
                for a in reading.positions
            ),
        )
    if reading.exchanges:
        yield "Exchanges", _rows(_exchange(a, reading) for a in reading.exchanges)
    if reading.comparisons:
        yield "The report's own comparisons", _rows(_comparison(a, reading) for a in reading.comparisons)


def _rows(rows: Iterable[tuple[str, RenderableType, str, str]]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for justify in ("right", "left", "left", "left"):
        table.add_column(justify=justify)
    for number, told, state, name in rows:
        table.add_row(number, told, Text(state, style=tone_of(state)), Text(name[:_SHORT_ID], style="dim"))
    return table


def _claim(number: int, a: Annotation[Claim], reading: Reading) -> tuple[str, RenderableType, str, str]:
    v = a.value
    head = Text(v.type, style="bold").append(f" {_sides(v.actors, reading)}", style="not bold")
    if v.recipients:
        head.append(f" → {_sides(v.recipients, reading)}", style="not bold")
    facts = [v.date.start if v.date else None, v.place.name if v.place else None]
    head.append("".join(f", {fact}" for fact in facts if fact), style="not bold")
    return f"[{number}]", head, v.status, a.id


def _contact(a: Annotation[Contact], reading: Reading) -> tuple[str, RenderableType, str, str]:
    v = a.value
    names = [(_name(p.actor, reading) or p.country or "?") + (f" ({p.role})" if p.role else "") for p in v.participants]
    facts = [v.date.start if v.date else None, v.form, v.setting, v.level, v.place.name if v.place else None]
    facts.append(v.duration.span.of(reading.text) if v.duration else None)
    head = Text(", ".join(names), style="bold").append("".join(f", {f}" for f in facts if f), style="not bold")
    return "", head, v.status, a.id


def _terms(agreement: Agreement, reading: Reading) -> str | None:
    """What it is about and the numbers that it sets, in the report's words."""
    spans = [*([agreement.subject] if agreement.subject else []), *(limit.span for limit in agreement.limits)]
    return ", ".join(span.of(reading.text) for span in spans) or None


def _position(position: Position, reading: Reading) -> Text:
    without = ", ".join(_name(i, reading) or "?" for i in position.exceptions)
    return Text(position.on_name).append(f", without {without}" if without else "", style="not bold")


def _sides(sides: Iterable[Side], reading: Reading) -> str:
    """The countries of sides; of one without a country the name."""
    shown = (side.country or _name(side.actor, reading) or side.mention.of(reading.text) for side in sides)
    return ", ".join(dict.fromkeys(shown)) or "?"


def _speaker(party: object) -> str:
    return getattr(party, "name", None) or "?"


def _name(actor: str | None, reading: Reading) -> str | None:
    found = reading.find(actor) if actor else None
    return found.value.name if found else None


def _exchange(a: Annotation[Exchange], reading: Reading) -> tuple[str, RenderableType, str, str]:
    hands = f"{_name(a.value.giver, reading) or '?'} → {_name(a.value.receiver, reading) or '?'}"
    return "", Told(Text(hands), a.value.what.of(reading.text)), a.value.status, a.id


def _comparison(a: Annotation[Comparison], reading: Reading) -> tuple[str, RenderableType, str, str]:
    point = a.value.since.date if a.value.since else None
    head = Text(", ".join(_name(i, reading) or "?" for i in a.value.who))
    head.append(f", counted from {point.start}" if point else "", style="not bold")
    return "", Told(head, a.span.of(reading.text)), a.value.kind, a.id


def _words(spans: Iterable[Span], reading: Reading) -> str:
    return " … ".join(span.of(reading.text) for span in spans)


def print_why(why: Why, *, console: Console | None = None) -> None:
    """What the record says, in its place in its report, and how each part is known."""
    console = console or Console(highlight=False)
    console.print(Text(why.headline, style="bold").append(f"  {why.annotation.id}", style="dim not bold"))
    console.print(Padding(Group(in_place(why, console=console), Text(), _about(why.reading)), (1, 2)))
    console.print(facts_of(why.facts))


def print_why_linked(why: WhyLinked, *, console: Console | None = None) -> None:
    """What holds across reports, what is known of it, and which reports prove it."""
    console = console or Console(highlight=False)
    console.print(Text(why.headline, style="bold").append(f"  {why.id}", style="dim not bold"))
    console.print(facts_of(why.facts))
    console.print(Padding(facts_of(why.proof), (1, 0, 0, 0)))


def in_place(why: Why, *, console: Console) -> Text:
    """The paragraph with the evidence in bold and the deciding words turned round; in « » where nothing is coloured."""
    start, _ = why.paragraph
    if console.color_system is None:
        return _between_marks(why.paragraph.of(why.reading.text), [span.shifted(-start) for span in why.evidence])
    text = Text(why.paragraph.of(why.reading.text), style="dim")
    for span in why.evidence:
        text.stylize("not dim bold", span.start - start, span.end - start)
    if why.paragraph.contains(why.key) and why.key not in why.evidence:
        text.stylize("not dim reverse", why.key.start - start, why.key.end - start)
    return text


def _between_marks(text: str, spans: Iterable[Span]) -> Text:
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}«{span.of(text)}»{text[span.end :]}"
    return Text(text)


def facts_of(facts: Iterable[Fact]) -> Table:
    """The facts, label by label."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(style="cyan", min_width=_LABEL, no_wrap=True)
    table.add_column()
    previous = None
    for fact in facts:
        table.add_row("" if fact.label == previous else fact.label, Text(fact.text))
        previous = fact.label
    return table


def print_why_not(reading: Reading, sentences: Sequence[Sentence], *, console: Console | None = None) -> None:
    """Sentence by sentence what was seen, and why it gave nothing."""
    console = console or Console(highlight=False)
    console.print(_about(reading))
    if not sentences:
        console.print(Text("Every sentence gave a claim.", style="dim"))
    for sentence in sentences:
        number = Text(f"\n{sentence.number}  ", style="bold cyan")
        console.print(number.append(" ".join(sentence.span.of(reading.text).split()), style="not bold default"))
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(style="cyan", min_width=_LABEL, no_wrap=True)
        table.add_column()
        for claim in sentence.claims:
            table.add_row("claim", Text(f"{claim.value.type}, {claim.value.status}  {claim.id}"))
        for noticed in sentence.noticed:
            table.add_row(noticed.label, Text(noticed.text))
        console.print(Padding(table, (0, 0, 0, 3)))
