"""What a reader sees through views of the files is what DuckLake says."""

from made import MAKER, made_reading, made_readings

from dateline.store.maker import Maker
from dateline.store.record import Record
from dateline.store.schema import TABLES
from dateline.store.writer import write


def views(record):
    record.query("SELECT 1")  # the first look makes them
    found = record.con.execute("SELECT view_name FROM duckdb_views() WHERE temporary AND NOT internal").fetchall()
    return {name for (name,) in found}


def same_as_ducklake(record):
    for name, table in TABLES.items():
        key = ", ".join(f'"{column}"' for column in table.key)
        lake = record.query(f"SELECT * FROM {record.name}.{name} ORDER BY {key}")
        assert record.table(name) == lake.cast(record.table(name).schema), name


def test_every_table_of_plain_files_is_read_past_ducklake_with_the_same_rows(place):
    with Record.open(place) as record:
        assert views(record) == set(TABLES) - {"meta", "runs", "releases"}
        same_as_ducklake(record)


def test_rows_that_were_replaced_stay_hidden(place):
    newer = Maker("0.0.2", {}, "none", "o1")
    with Record.open(place, mode="write") as record:
        before = record.snapshot
        write(record, [made_reading(1, maker="newer")], maker=newer)
    for where in (place, f"{place}@{before}"):
        with Record.open(where) as record:
            assert len(record.table("documents")) == 10
            assert ("newer" in record.table("claims")["producer"].to_pylist()) == (where == place)
            same_as_ducklake(record)


def test_rows_that_were_merged_from_later_snapshots_stay_hidden(place):
    from dateline.store.compact import compact

    with Record.open(place, mode="write") as record:
        before = record.snapshot
        write(record, made_readings(15), maker=MAKER)
        compact(record, at_once=True)
    for where, reports in ((place, 15), (f"{place}@{before}", 10)):
        with Record.open(where) as record:
            assert len(record.table("documents")) == reports
            same_as_ducklake(record)


def test_a_table_that_a_migration_widened_stays_with_ducklake_after_compacting(place):
    from dateline.store.compact import compact

    with Record.open(place, mode="write") as record:
        record.con.execute("ALTER TABLE contacts DROP COLUMN duration")
        record.con.execute("ALTER TABLE contacts ADD COLUMN duration VARCHAR")
        compact(record, at_once=True)
    with Record.open(place) as record:
        assert views(record) == set(TABLES) - {"meta", "runs", "releases", "contacts"}


def test_tables_with_a_few_replaced_rows_stay_with_ducklake_after_compacting(place):
    from dateline.store.compact import compact

    with Record.open(place, mode="write") as record:
        write(record, [made_reading(1, maker="newer")], maker=Maker("0.0.2", {}, "none", "o1"))
        compact(record, at_once=True)
    with Record.open(place) as record:
        assert "documents" not in views(record)
        same_as_ducklake(record)
