"""A reading as HTML: the text with its layers in colour, for notebooks and for a page of its own."""

from collections.abc import Iterable
from html import escape
from typing import BinaryIO

from dateline.export.marks import KINDS, Piece, marks_of, pieces
from dateline.model.claim import Claim, Side
from dateline.model.reading import Reading

# Colours that stay apart for the colour-blind (after Okabe and Ito), as tints that black or white text is read on.
_STYLE = """
.dateline { font: 15px/1.55 Georgia, serif; max-width: 46em; color: inherit }
.dateline .about, .dateline table { font: 13px/1.4 system-ui, sans-serif }
.dateline .text { white-space: pre-wrap; margin: .8em 0 }
.dateline [class^=m] { border-radius: 2px; background: none; color: inherit }
.dateline .aside { opacity: .55 }
.dateline .quote { font-style: italic; background: #009e7326 }
.dateline .person { border-bottom: 2px solid #0072b2 }
.dateline .organisation { border-bottom: 2px dashed #0072b2 }
.dateline .state { border-bottom: 2px solid #56b4e9 }
.dateline .group { border-bottom: 2px dotted #0072b2 }
.dateline .place { background: #e69f0040 }
.dateline .time { background: #cc79a740 }
.dateline .claim { background: #d55e0059; font-weight: bold }
.dateline table { border-collapse: collapse }
.dateline td { padding: .15em .8em .15em 0; text-align: left; vertical-align: top }
"""


def write(readings: Iterable[Reading], out: BinaryIO) -> None:
    """Write a page of its own with all the readings."""
    out.write(b'<!doctype html>\n<meta charset="utf-8">\n<title>Readings</title>\n')
    for reading in readings:
        out.write(to_html(reading).encode() + b"\n<hr>\n")


def to_html(reading: Reading) -> str:
    """One reading as a fragment of HTML with its own style; everything from the report is escaped."""
    text = "".join(_piece(piece, reading.text) for piece in pieces(reading.text, marks_of(reading)))
    legend = " ".join(f'<span class="m {kind}">{kind}</span>' for kind in KINDS)
    claims = "".join(_claim(number, a.value) for number, a in enumerate(reading.claims, 1))
    failures = "".join(f"<div>{escape(f.stage)}: {escape(f.reason)}</div>" for f in reading.failures)
    return (
        f'<div class="dateline"><style>{_STYLE}</style><div class="about">{_about(reading)}<br>{legend}</div>'
        f'<div class="text">{text}</div><table>{claims}</table><div class="about">{failures}</div></div>'
    )


def _about(reading: Reading) -> str:
    document = reading.document
    published = document.origin.published
    facts = (document.origin.outlet, published.value if published else None, document.origin.byline, document.id)
    return " · ".join(escape(fact) for fact in facts if fact)


def _piece(piece: Piece, text: str) -> str:
    words = escape(piece.span.of(text))
    if not piece.marks:
        return words
    kinds = " ".join(dict.fromkeys(mark.kind for mark in piece.marks))
    notes = "; ".join(dict.fromkeys(mark.note for mark in piece.marks if mark.note))
    ending = "".join(
        f"<sup>{mark.number}</sup>" for mark in piece.marks if mark.number and mark.span.end == piece.span.end
    )
    return f'<mark class="m {kinds}" title="{escape(notes)}">{words}</mark>{ending}'


def _claim(number: int, claim: Claim) -> str:
    when = claim.date.start if claim.date else ""
    where = claim.place.name if claim.place else ""
    whom = f" → {_countries(claim.recipients)}" if claim.recipients else ""
    cells = (str(number), claim.type, claim.status, _countries(claim.actors) + whom, when, where)
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _countries(sides: Iterable[Side]) -> str:
    return ", ".join(dict.fromkeys(side.country or "?" for side in sides))
