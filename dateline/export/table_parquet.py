"""An answer as Parquet; the question and the snapshot stand in the file's metadata."""

from typing import BinaryIO

from dateline.query.answer import Answer


def write(answer: Answer, out: BinaryIO) -> None:
    """Write the rows."""
    from pyarrow import parquet

    about = {"dateline.question": answer.question.name, "dateline.snapshot": str(answer.snapshot)}
    table = answer.table.replace_schema_metadata({**(answer.table.schema.metadata or {}), **about})
    parquet.write_table(table, out, compression="zstd")
