"""An answer as one JSON object: what was asked, of which snapshot, the cursor, the evidence and the rows."""

from typing import BinaryIO

import msgspec

from dateline.query.answer import Answer


def write(answer: Answer, out: BinaryIO) -> None:
    """Write the answer, indented, with a line end."""
    asked = {p.option: getattr(answer.params, p.name) for p in answer.question.parameters}
    values = {
        "question": answer.question.name,
        "asked": {name: value for name, value in asked.items() if value is not None},
        "snapshot": answer.snapshot,
        "cursor": answer.cursor,
        "evidence": answer.evidence,
        "rows": list(answer),
    }
    out.write(msgspec.json.format(msgspec.json.encode(values), indent=1) + b"\n")
