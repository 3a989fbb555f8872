"""An answer as JSON Lines: one row a line."""

from typing import BinaryIO

import msgspec

from dateline.query.answer import Answer


def write(answer: Answer, out: BinaryIO) -> None:
    """Write the rows."""
    encoder = msgspec.json.Encoder()
    for row in answer:
        out.write(encoder.encode(row) + b"\n")
