"""What the migrations make is what a new record has."""

import duckdb

from dateline.store.migrations import MIGRATIONS
from dateline.store.schema import TABLES, VERSION


def test_there_is_a_way_from_every_older_version():
    assert set(MIGRATIONS) == set(range(1, VERSION))


def test_a_migration_makes_the_tables_that_a_new_record_has():
    con = duckdb.connect()
    for statement in MIGRATIONS[1]:
        con.execute(statement)
    made = con.execute("SELECT DISTINCT table_name FROM duckdb_columns() WHERE NOT internal").fetchall()
    for (name,) in made:
        found = con.execute(f"SELECT column_name, column_type FROM (DESCRIBE {name})").fetchall()
        assert found == [(c.name, c.type.replace('"', "")) for c in TABLES[name].columns], name
    assert {table.name for table in TABLES.values() if table.linked} <= {name for (name,) in made}
