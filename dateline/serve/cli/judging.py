"""Judging claims in the terminal, one key each, blind: neither rule nor probability nor an earlier verdict is shown."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from dateline.evaluate.sample import Drawn, Judgement
    from dateline.model.claim import Side

KEYS = {
    "t": "true", "y": "wrong-type", "s": "wrong-side", "a": "wrong-status", "n": "no-event", "u": "unsure",
}  # fmt: skip
_BACK, _HELP, _QUIT = "b", "?", "q"
_AROUND = 400
_ASK = "t true · y wrong type · s wrong side · a wrong status · n no event · u unsure · b back · ? help · q quit"
HELP = """A claim is true when type, both sides and status are what the code book says.
  t  true          all of it is right; a country or office not filled in is no fault
  y  wrong type    something political happened between these sides, but it was not this
  s  wrong side    the wrong doer or recipient, one too many, or a venue, topic or audience as a side
  a  wrong status  it is planned, denied, supposed … and not what is said here
  n  no event      nothing was done, or nobody political did it: sport, business, a private matter, a town's affair
  u  unsure        counts as not true; better than guessing
  b  back          judge the one before again
  q  quit          what was judged is kept; run the same command again to go on
Two faults: give the one that stands first in this list."""


def judge(
    drawn: "Sequence[Drawn]",
    judgements: "list[Judgement]",
    *,
    number: int,
    keys: Iterator[str],
    console: "Console",
    path: Path,
) -> bool:
    """Ask for a verdict on each claim that has none in the round of this `number`; keep each at once in `path`.

    Whether all of them are judged now; not so after `q`, or when the keys end.
    """
    from dateline.evaluate.sample import Judgement, save

    done = {j.place for j in judgements if j.round == number}
    waiting = [d for d in drawn if d.place not in done]
    at = 0
    while at < len(waiting):
        _show(console, waiting[at], which=len(drawn) - len(waiting) + at + 1, of=len(drawn))
        key = _key(keys, console)
        if key in (None, _QUIT):
            return False
        if key == _BACK:
            at = max(at - 1, 0)
            continue
        place = waiting[at].place
        judgements[:] = [j for j in judgements if (j.place, j.round) != (place, number)]
        judgements.append(Judgement(place, number, KEYS[key or ""]))
        save(path, judgements)
        at += 1
    return True


def _key(keys: Iterator[str], console: "Console") -> str | None:
    console.print(_ASK, style="dim")
    for key in keys:
        if key == _HELP:
            console.print(HELP)
        elif key in KEYS or key in (_BACK, _QUIT):
            return key
    return None


def keys_pressed() -> Iterator[str]:
    """Single keys from a terminal; the letters of standard input where it is none."""
    import click

    if not sys.stdin.isatty():
        yield from (c for line in sys.stdin for c in line if not c.isspace())
        return
    while True:
        yield click.getchar().lower()


def _show(console: "Console", drawn: "Drawn", *, which: int, of: int) -> None:
    from dateline.ontology.plover import event_types

    claim = drawn.claim
    kind = event_types()[claim.type]
    console.rule(f"{which} of {of}")
    console.print(_marked(drawn))
    console.print()
    mode = f" ({claim.mode})" if claim.mode else ""
    console.print(f"[bold]{claim.type}{mode}[/], {claim.status}: {kind.label}", highlight=False)
    console.print(f"  who      {_sides(claim.actors, drawn.text)}", highlight=False, markup=False)
    console.print(f"  to whom  {_sides(claim.recipients, drawn.text)}", highlight=False, markup=False)


def _sides(sides: "Sequence[Side]", text: str) -> str:
    return "; ".join(_side(s, text) for s in sides) or "–"


def _side(side: "Side", text: str) -> str:
    known = [side.country, *side.sectors, side.office.title if side.office else None]
    what = " ".join(k for k in known if k)
    return side.mention.of(text) + (f" ({what})" if what else "")


def _marked(drawn: "Drawn") -> "Text":
    """The words around the claim; the act stands between « and », doers are green and recipients blue."""
    from rich.text import Text

    from dateline.evaluate.sample import window

    span, act = window(drawn, around=_AROUND), drawn.claim.trigger
    text = Text(span.of(drawn.text))
    marks = [(s.mention, "green") for s in drawn.claim.actors] + [(s.mention, "cyan") for s in drawn.claim.recipients]
    for mark, style in [*marks, (act, "bold")]:
        if span.contains(mark):
            text.stylize(style, mark.start - span.start, mark.end - span.start)
    before, told, after = text.divide([act.start - span.start, act.end - span.start])
    return Text.assemble(before, "«", told, "»", after)
