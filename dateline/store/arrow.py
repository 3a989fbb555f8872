"""Rows on their way into the record, kept as Arrow: a tenth of the memory that tuples take."""

from typing import TYPE_CHECKING

from dateline.store.rows import Row, Rows
from dateline.store.schema import TABLES
from dateline.store.table import Table

if TYPE_CHECKING:
    import pyarrow as pa

# Readings of which the rows are tuples at most.
_LOOSE = 50


class Buffer:
    """Collects the rows of many readings, and gives them as one Arrow table for each table of the record."""

    def __init__(self) -> None:
        self._loose: Rows = {}
        self._loose_readings = 0
        self._batches: dict[str, list[pa.RecordBatch]] = {}

    def add(self, rows: Rows) -> None:
        """Take the rows of one reading."""
        for name, found in rows.items():
            self._loose.setdefault(name, []).extend(found)
        self._loose_readings += 1
        if self._loose_readings >= _LOOSE:
            self._pack()

    def tables(self) -> dict[str, "pa.Table"]:
        """What has been taken, in the record's order of tables; those without a row are left out."""
        import pyarrow as pa

        self._pack()
        return {name: pa.Table.from_batches(self._batches[name]) for name in TABLES if name in self._batches}

    def _pack(self) -> None:
        for name, rows in self._loose.items():
            self._batches.setdefault(name, []).append(to_batch(TABLES[name], rows))
        self._loose, self._loose_readings = {}, 0


def to_batch(table: Table, rows: list[Row]) -> "pa.RecordBatch":
    """Rows of one table as Arrow. Raises ValueError for a row of the wrong length."""
    import pyarrow as pa

    schema = table.arrow
    columns = zip(*rows, strict=True)
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
