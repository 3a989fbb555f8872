"""How readings and answers show themselves in a notebook.

The nouns of `model/` import nothing, and questions know no format. So the two methods that a notebook looks for are put
on their classes here, from above, as soon as somebody uses a public name.
"""

from html import escape
from typing import Any

from dateline.model.reading import Reading
from dateline.query.answer import Answer

_ROWS = 50


def install() -> None:
    """Give `Reading` and `Answer` their `_repr_html_`."""
    Reading._repr_html_ = _reading  # type: ignore[attr-defined]  # looked for by notebooks, unknown to the class
    Answer._repr_html_ = _answer  # type: ignore[attr-defined]  # the same


def _reading(reading: Reading) -> str:
    from dateline.export.reading_html import to_html

    return to_html(reading)


def _answer(answer: Answer) -> str:
    names = answer.question.shown or tuple(answer.table.column_names)
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    rows = (row for row, _ in zip(answer, range(_ROWS), strict=False))
    body = "".join("<tr>" + "".join(f"<td>{_cell(row[name])}</td>" for name in names) + "</tr>" for row in rows)
    about = f"{len(answer)} rows of snapshot {answer.snapshot}"
    about += f", the first {_ROWS} shown" if len(answer) > _ROWS else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><small>{about}</small>"


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return escape(", ".join(str(item) for item in value))
    return "" if value is None else escape(str(value))
