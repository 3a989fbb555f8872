"""A record in memory: the tables of the schema, filled from readings, with SQL over them."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dateline.export.reading_format import from_json
from dateline.ingest.assemble import assemble
from dateline.model.reading import Reading
from dateline.query.index import ready_tables
from dateline.store.rows import rows_of
from dateline.store.schema import TABLES

CASES = Path(__file__).parents[1] / "cases" / "readings"


class InMemory:
    """The part of a record that questions need."""

    snapshot = 7
    ready = False

    def __init__(self, *readings: Reading) -> None:
        self._connection = duckdb.connect()
        for table in TABLES.values():
            self._connection.execute(f"CREATE TABLE {table.name} ({table.ddl})")
        for reading in readings:
            for name, rows in rows_of(reading, read_with="x", ontology="o").items():
                marks = ", ".join("?" * len(rows[0]))
                self._connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)

    def query(self, sql: str, params: Sequence[object] | None = None) -> Any:
        return self._connection.execute(sql, params).to_arrow_table()

    def make_ready(self) -> None:
        """Make the tables of an index beside the record's own; `ready` tells whether they are asked."""
        for table in ready_tables():
            self._connection.execute(f"CREATE TABLE {table.table} AS {table.statement({})}")

    def indexed(self, layout: str) -> bool:
        return self.ready

    def query_index(self, sql: str, params: Sequence[object] | None = None) -> Any:
        assert self.ready
        return self.query(sql, params)


@pytest.fixture(scope="session")
def accord() -> Reading:
    return from_json(json.loads((CASES / "accord.json").read_text("utf-8")))


@pytest.fixture(scope="session")
def record(accord: Reading) -> InMemory:
    return InMemory(accord)


@pytest.fixture(scope="session")
def in_memory() -> Callable[..., InMemory]:
    return InMemory


@pytest.fixture
def two(accord: Reading) -> list[Reading]:
    """Two reports with "accord" in their titles."""
    other = assemble("The parliament of Malawi debated the accord.", title="Malawi debates the accord")
    return [accord, Reading(other)]
