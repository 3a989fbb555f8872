"""An answer as CSV in UTF-8 with a header. A list is written as its items with "; " between them."""

import csv
from io import TextIOWrapper
from typing import BinaryIO

from dateline.query.answer import Answer


def write(answer: Answer, out: BinaryIO) -> None:
    """Write the header and the rows."""
    text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(answer.table.column_names)
    writer.writerows([_cell(value) for value in row.values()] for row in answer)
    text.detach()


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    return value
