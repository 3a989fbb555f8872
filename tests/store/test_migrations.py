"""What the migrations make is what a new record has."""

import duckdb
from made import MAKER, made_reading

from dateline.store.migrations import MIGRATIONS
from dateline.store.rebuild import readings
from dateline.store.record import Record
from dateline.store.schema import TABLES, VERSION
from dateline.store.writer import write

ADDED = [s.split() for steps in MIGRATIONS.values() for s in steps if s.startswith("ALTER TABLE")]


def columns(con: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    return dict(con.execute(f"SELECT column_name, column_type FROM (DESCRIBE {table})").fetchall())


def test_there_is_a_way_from_every_older_version():
    assert set(MIGRATIONS) == set(range(1, VERSION))


def test_the_migrations_make_the_tables_that_a_new_record_has():
    con = duckdb.connect()
    for name in {words[2] for words in ADDED}:
        later = {words[5] for words in ADDED if words[2] == name}
        old = (f'"{c.name}" {c.type}' for c in TABLES[name].columns if c.name not in later)
        con.execute(f"CREATE TABLE {name} ({', '.join(old)})")
    for statement in (s for version in sorted(MIGRATIONS) for s in MIGRATIONS[version]):
        con.execute(statement)
    made = {
        name
        for (name,) in con.execute("SELECT DISTINCT table_name FROM duckdb_columns() WHERE NOT internal").fetchall()
    }
    for name in made:
        assert columns(con, name) == {c.name: c.type.replace('"', "") for c in TABLES[name].columns}, name
    assert {table.name for table in TABLES.values() if table.linked} <= made
    assert {"limits", "exchanges"} <= made


def test_rows_find_their_columns_where_a_migration_added_them_at_the_end(tmp_path):
    reading = made_reading(1)
    with Record.open(tmp_path / "migrated.record", mode="create") as record:
        record.con.execute("ALTER TABLE contacts DROP COLUMN duration")
        record.con.execute("ALTER TABLE contacts ADD COLUMN duration VARCHAR")
        assert record.query("FROM contacts").column_names[-1] == "duration"
        write(record, [reading], maker=MAKER)
        (found,) = readings(record, [reading.document.id])
    assert found.contacts == reading.contacts
    assert found.contacts[0].value.duration
