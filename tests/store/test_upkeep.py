"""Compacting and checking."""

import duckdb
import pytest
from made import MAKER, bare_reading, made_readings

from dateline.store.check import Finding, check
from dateline.store.compact import compact
from dateline.store.digest import digest
from dateline.store.record import Record
from dateline.store.writer import RecordWriter, write


@pytest.fixture
def record(place):
    with Record.open(place, mode="write") as opened:
        yield opened


def small_commits(record: Record) -> None:
    with RecordWriter(record, maker=MAKER, commit_reports=3) as writer:
        for number in range(9):
            writer.add(bare_reading(number))


def test_compacting_leaves_one_file_for_each_table_and_every_row(record):
    small_commits(record)
    said, old = digest(record), record.snapshot
    done = compact(record)
    assert done.before == 20 + 6
    assert done.after == 20
    assert digest(record) == said
    assert check(record) == []
    assert record.query(f"SELECT count(*) AS n FROM documents AT (VERSION => {old - 2})")["n"][0].as_py() == 16


def test_texts_lie_in_small_blocks_when_written_and_when_merged(record, place):
    def blocks() -> list[int]:
        files = f"{place}/data/main/documents/*.parquet"
        sql = f"SELECT row_group_num_rows FROM parquet_metadata('{files}') WHERE path_in_schema = 'id'"
        return [rows for (rows,) in duckdb.sql(sql).fetchall()]

    with RecordWriter(record, maker=MAKER, commit_reports=1000) as writer:
        for number in range(100, 1700):
            writer.add(bare_reading(number))
    assert max(blocks()) < 600
    compact(record, at_once=True)
    assert sum(blocks()) == 1610
    assert max(blocks()) < 600


def test_replaced_files_stay_for_readers_at_work_unless_nobody_reads(record):
    small_commits(record)
    assert compact(record).removed == 0
    assert compact(record, at_once=True).removed == 8
    assert check(record) == []


@pytest.mark.slow
def test_compacting_keeps_releases_and_every_older_snapshot(place):
    with Record.open(place, mode="write") as record:
        record.release("paper")
        small_commits(record)
        compact(record, at_once=True)
        numbers = range(4, record.snapshot + 1)
    with Record.open(f"{place}@paper") as record:
        assert record.query("SELECT count(*) AS n FROM documents")["n"][0].as_py() == 10
        assert check(record) == []
    for number in (numbers[0], numbers[-1]):
        with Record.open(f"{place}@{number}") as record:
            assert check(record) == []


def test_compacting_removes_what_killed_writers_left_and_nothing_else(record, place):
    small_commits(record)
    orphan = next((place / "data" / "main" / "claims").glob("*.parquet")).with_name("ducklake-left.parquet")
    orphan.write_bytes(b"half a fi")
    done = compact(record)
    assert (done.orphans, done.removed) == (1, 1)
    assert not orphan.exists()
    assert check(record) == []


def test_a_reader_in_another_process_goes_on_while_its_files_are_merged(place, elsewhere):
    other = elsewhere(place)
    with Record.open(place, mode="write") as record:
        small_commits(record)
        compact(record)
    assert other("record.query('SELECT count(*) AS n FROM claims')['n'][0].as_py()") == "10"


FAULTS = {
    "INSERT INTO claims FROM claims LIMIT 1": ("claims", "id not unique"),
    "INSERT INTO sides FROM sides LIMIT 1": ("sides", "claim, side, ordinal not unique"),
    "UPDATE documents SET text = text || '!' WHERE id = (SELECT min(id) FROM documents)": (
        "documents",
        "sha256 is not that of the text",
    ),
    "UPDATE documents SET characters = 3": ("documents", "characters is not the length of the text"),
    'UPDATE quotes SET "end" = 9999': ("quotes", "start, end do not fit the text"),
    "UPDATE claims SET evidence_start = NULL": ("claims", "evidence_start, evidence_end do not fit the text"),
    "UPDATE quotes SET content = [{'start': 3, 'end': 2}]": ("quotes", "content do not fit the text"),
    "UPDATE mentions SET actor = 'a-none'": ("mentions", "actor names none of actors"),
    "UPDATE sides SET actor = (SELECT max(id) FROM actors) WHERE actor IS NOT NULL": (
        "sides",
        "actor names none of actors",
    ),
    "UPDATE contacts SET claims = ['c-none']": ("contacts", "claims names none of claims"),
    "UPDATE regions SET document = 'd-none'": ("regions", "document names no document"),
}


@pytest.mark.parametrize("sql", FAULTS)
def test_a_planted_fault_is_found_and_named(record, sql):
    record.change(sql)
    assert FAULTS[sql] in {(finding.table, finding.what) for finding in check(record)}


def test_a_missing_file_is_found_and_named(place):
    file = next((place / "data" / "main" / "quotes").glob("*.parquet"))
    file.unlink()
    with Record.open(place) as record:
        assert check(record) == [Finding("quotes", "file is missing", 1, file.name)]


def test_a_file_that_was_cut_is_found(place):
    file = next((place / "data" / "main" / "claims").glob("*.parquet"))
    file.write_bytes(file.read_bytes()[:-1])
    with Record.open(place) as record:
        assert check(record) == [Finding("claims", "file has another size", 1, file.name)]
    with Record.open(place, mode="write") as record:
        write(record, made_readings(11), maker=MAKER)


def test_a_query_over_a_missing_file_is_told_in_one_line(place):
    from dateline.errors import RecordError

    next((place / "data" / "main" / "quotes").glob("*.parquet")).unlink()
    with Record.open(place) as record, pytest.raises(RecordError, match="cannot read") as caught:
        record.query("FROM quotes")
    assert "\n" not in str(caught.value)
