"""Where an answer goes: a table on the terminal, a format on stdout, or a file."""

import os
import sys
import tempfile
from pathlib import Path

from dateline.errors import UsageError
from dateline.export import ANSWERS
from dateline.query.answer import Answer
from dateline.registry import load


class Output:
    """What `--to` says: `table`, a format for stdout, or a file whose ending is a format.

    Raises UsageError for anything else, before a question is asked.
    """

    def __init__(self, to: str) -> None:
        ending = Path(to).suffix.removeprefix(".")
        self.table = to == "table"
        self.file = Path(to) if ending in ANSWERS else None
        self.format = ending if self.file else to
        if not self.table and self.format not in ANSWERS:
            raise UsageError(f"--to {to}: must be table, {', '.join(ANSWERS)}, or a file with such an ending")
        if self.format == "parquet" and self.file is None and sys.stdout.isatty():
            raise UsageError("--to parquet: is no text; name a file, as in --to answer.parquet, or use a pipe")

    def write(self, answer: Answer, *, record: str) -> None:
        """Print or write the answer; a file is whole or not there."""
        if self.table:
            from dateline.serve.tables import print_answer

            print_answer(answer, record=record)
        elif self.file is None:
            load(ANSWERS[self.format])(answer, sys.stdout.buffer)
        else:
            self._to_file(answer, self.file)

    def _to_file(self, answer: Answer, path: Path) -> None:
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as out:
                load(ANSWERS[self.format])(answer, out)
            Path(draft).replace(path)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
