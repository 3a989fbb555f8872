import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from made import MAKER, made_readings

from dateline.errors import RecordError, RecordLockedError, RecordVersionError, UsageError
from dateline.store import migrations
from dateline.store import record as record_module
from dateline.store.check import check
from dateline.store.digest import digest
from dateline.store.record import Record
from dateline.store.writer import write

WAL = bytes([2, 2])  # the file format versions of a catalog in that journal mode


def reports(record: Record) -> int:
    return record.query("SELECT count(*) AS n FROM documents")["n"][0].as_py()


def journal(folder: Path) -> str:
    with sqlite3.connect(folder / "catalog.sqlite") as catalog:
        mode = catalog.execute("PRAGMA journal_mode").fetchone()[0]
    catalog.close()
    return mode


def add(folder: Path, count: int) -> None:
    with Record.open(folder, mode="write") as record:
        write(record, made_readings(count), maker=MAKER)


def test_a_reader_sees_its_snapshot_while_a_writer_commits_and_the_next_one_sees_the_new(place, elsewhere):
    with Record.open(place) as reader:
        before = digest(reader)
        writer = elsewhere(place, "write")
        assert "read=5" in writer("write(record, made_readings(15), maker=MAKER)")
        assert reports(reader) == 10
        assert digest(reader) == before
        with Record.open(place) as second:
            assert reports(second) == 15
            assert second.snapshot > reader.snapshot


def test_a_writer_commits_while_readers_in_other_processes_stay_open(place, elsewhere):
    others = [elsewhere(place) for _ in range(2)]
    count = "record.query('SELECT count(*) AS n FROM documents')['n'][0].as_py()"
    assert [other(count) for other in others] == ["10", "10"]
    add(place, 20)
    assert [other(count) for other in others] == ["10", "10"]
    with Record.open(place) as record:
        assert reports(record) == 20


def test_a_closed_record_is_a_catalog_of_one_file_that_says_nothing_of_its_maker(place):
    add(place, 11)
    assert journal(place) == "delete"
    assert {path.name for path in place.iterdir()} == {"catalog.sqlite", "data", "writer.lock"}
    assert str(place.parent).encode() not in (place / "catalog.sqlite").read_bytes()
    assert (place / "writer.lock").read_bytes() == b""


def test_a_reader_that_stays_open_does_not_keep_the_catalog_unsettled(place, elsewhere):
    other = elsewhere(place)
    add(place, 12)
    assert journal(place) == "delete"
    assert other("record.query('SELECT 1 AS x')['x'][0]") == "1"


@pytest.mark.parametrize("name", ["other.record", "a name [1] with 'quotes', ünicode and @"])
def test_a_moved_record_opens_and_can_be_written_to(place, name):
    moved = place.parent / name
    shutil.move(place, moved)
    add(moved, 12)
    with Record.open(moved) as record:
        assert reports(record) == 12
        assert check(record) == []


def test_a_copied_record_lives_its_own_life(place):
    copy = place.parent / "copy.record"
    shutil.copytree(place, copy)
    add(copy, 12)
    with Record.open(place) as first, Record.open(copy) as second:
        assert (reports(first), reports(second)) == (10, 12)
        assert check(second) == []


def test_a_record_opens_by_a_relative_path_and_stays_open_when_the_folder_changes(place, monkeypatch, tmp_path):
    monkeypatch.chdir(place.parent)
    with Record.open(place.name) as record:
        monkeypatch.chdir("/")
        assert reports(record) == 10


@pytest.fixture
def read_only(place, tmp_path):
    """Mounts a record read-only; skips where that is not allowed."""
    mounted = tmp_path / "mounted"
    mounted.mkdir()

    def mount() -> Path:
        done = subprocess.run(["mount", "--bind", place, mounted], capture_output=True, check=False)
        if done.returncode:
            pytest.skip("only root may mount")
        subprocess.run(["mount", "-o", "remount,ro,bind", mounted], check=True)
        return mounted

    yield mount
    subprocess.run(["umount", mounted], capture_output=True, check=False)


def test_a_record_on_read_only_media_opens(read_only):
    folder = read_only()
    with Record.open(folder) as record:
        assert reports(record) == 10
        assert check(record) == []


def test_a_record_on_read_only_media_refuses_a_writer_in_one_line(read_only):
    with pytest.raises(RecordError, match=r"cannot write to .*mounted: Read-only file system"):
        Record.open(read_only(), mode="write")


def test_a_record_that_a_killed_writer_left_opens_on_read_only_media(place, elsewhere, read_only):
    writer = elsewhere(place, "write")
    writer("write(record, made_readings(15), maker=MAKER)")
    writer.kill()
    assert (place / "catalog.sqlite").read_bytes()[18:20] == WAL
    with Record.open(read_only()) as record:
        assert reports(record) == 15
        assert check(record) == []


def test_a_killed_writer_leaves_what_it_had_committed_and_no_lock(place, elsewhere):
    writer = elsewhere(place, "write")
    writer("write(record, made_readings(15), maker=MAKER)")
    writer.kill()
    with Record.open(place) as record:
        assert reports(record) == 15
    add(place, 16)
    assert journal(place) == "delete"


KILLED_IN_A_PAGE = """
import os, signal, sqlite3, sys
catalog = sqlite3.connect(sys.argv[1])
catalog.execute("PRAGMA journal_mode = DELETE")
catalog.execute("PRAGMA cache_size = 1")
catalog.execute("CREATE TABLE junk (words TEXT)")
catalog.executemany("INSERT INTO junk VALUES (?)", [("x" * 3000,)] * 200)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_writer_killed_while_it_wrote_its_catalog_leaves_a_record_that_can_be_read(place):
    catalog = place / "catalog.sqlite"
    subprocess.run([sys.executable, "-c", KILLED_IN_A_PAGE, catalog], check=False)
    assert catalog.with_name("catalog.sqlite-journal").stat().st_size > 0
    with Record.open(place) as record:
        assert reports(record) == 10
    add(place, 11)
    with Record.open(place) as record:
        assert reports(record) == 11
        assert check(record) == []


def test_a_second_writer_is_told_who_is_writing(place, elsewhere):
    writer = elsewhere(place, "write")
    with pytest.raises(RecordLockedError, match=rf"process {writer.process.pid} on \S+ since \d{{4}}-"):
        Record.open(place, mode="write")
    with Record.open(place) as record:
        assert reports(record) == 10


def test_two_writers_in_one_process_are_refused_too(place):
    with Record.open(place, mode="write"), pytest.raises(RecordLockedError, match=str(os.getpid())):
        Record.open(place, mode="write")


def test_a_forked_child_neither_keeps_nor_drops_the_lock(place):
    record = Record.open(place, mode="write")
    read, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(write_end)
        os.read(read, 1)
        os._exit(0)
    with pytest.raises(RecordLockedError):
        Record.open(place, mode="write")
    record.close()
    Record.open(place, mode="write").close()
    os.write(write_end, b"x")
    os.waitpid(child, 0)
    os.close(read)
    os.close(write_end)


def test_a_commit_that_is_refused_as_locked_is_repeated_whole(place, monkeypatch):
    refusals = iter([1, 2])
    original = record_module.Record.snapshot.fget

    def refuse(self):
        if self.writable and next(refusals, None):
            raise duckdb.TransactionException("Failed to commit: database is locked")
        return original(self)

    with Record.open(place, mode="write") as record:
        monkeypatch.setattr(record_module.Record, "snapshot", property(refuse))
        assert write(record, made_readings(12), maker=MAKER).read == 2
        assert next(refusals, None) is None
        assert reports(record) == 12
        assert check(record) == []


def test_snapshots_open_by_number_and_release_by_name(place):
    with Record.open(place, mode="write") as record:
        number = record.release("paper-2026")
        write(record, made_readings(15), maker=MAKER)
    for tag in (number, "paper-2026"):
        with Record.open(f"{place}@{tag}") as record:
            assert (record.snapshot, reports(record)) == (number, 10)
    with Record.open(place) as record:
        assert reports(record) == 15
        assert record.releases() == {"paper-2026": number}


@pytest.mark.parametrize(
    ("tag", "message"),
    [("999", "no snapshot 999; the newest is"), ("poem", "no release 'poem'"), ("0", "no record, or not at")],
)
def test_a_snapshot_that_is_not_there_is_refused(place, tag, message):
    with pytest.raises(RecordError, match=message):
        Record.open(f"{place}@{tag}")


def test_a_snapshot_cannot_be_written_to(place):
    with pytest.raises(UsageError, match="leave @3 out"):
        Record.open(f"{place}@3", mode="write")


def test_a_release_name_is_given_once_and_is_no_number(place):
    with Record.open(place, mode="write") as record:
        record.release("one")
        with pytest.raises(UsageError, match="already, snapshot"):
            record.release("one")
        with pytest.raises(UsageError, match="no name for a release"):
            record.release("12")


def set_version(folder: Path, version: int, made_by: str = "dateline 9.9.9") -> None:
    with Record.open(folder, mode="write") as record:
        record.change("UPDATE meta SET value = ? WHERE name = 'schema'", [str(version)])
        record.change("UPDATE meta SET value = ? WHERE name = 'made_by'", [made_by])


@pytest.mark.parametrize("mode", ["read", "write", "create"])
def test_a_newer_record_is_refused_in_one_line_and_left_as_it_is(place, mode):
    set_version(place, record_module.VERSION + 1)
    before = (place / "catalog.sqlite").read_bytes()
    with pytest.raises(RecordVersionError, match=r"written by dateline 9\.9\.9 .*upgrade it") as caught:
        Record.open(place, mode=mode)
    assert "\n" not in str(caught.value)
    assert (place / "catalog.sqlite").read_bytes() == before


@pytest.fixture
def next_version(monkeypatch):
    """A Dateline whose tables have one column more."""
    ours = record_module.VERSION
    for module in (record_module, migrations):
        monkeypatch.setattr(module, "VERSION", ours + 1)
    monkeypatch.setitem(migrations.MIGRATIONS, ours, ("ALTER TABLE claims ADD COLUMN mood VARCHAR",))
    return ours


def test_an_older_record_is_migrated_on_writing_after_copying_its_catalog(place, next_version):
    with Record.open(place, mode="write") as record:
        assert "mood" in record.query("FROM claims LIMIT 1").column_names
        assert record.query("SELECT value FROM meta WHERE name = 'schema'")["value"][0].as_py() == str(next_version + 1)
    copy = place / f"catalog.v{next_version}.sqlite"
    old = place.parent / "old.record"
    shutil.copytree(place, old)
    shutil.copy(copy, old / "catalog.sqlite")
    with Record.open(place) as record:
        assert reports(record) == 10
    with pytest.raises(RecordVersionError, match="dateline migrate"):
        Record.open(old)


def test_an_older_record_is_not_touched_by_a_reader(place, next_version):
    with pytest.raises(
        RecordVersionError, match=r"For the newest snapshot: dateline migrate .*For an older one: dateline "
    ):
        Record.open(place)
    assert not (place / f"catalog.v{next_version}.sqlite").exists()


def test_a_migration_that_fails_changes_nothing(place, next_version, monkeypatch):
    steps = ("ALTER TABLE claims ADD COLUMN mood VARCHAR", "ALTER TABLE nothing ADD COLUMN x VARCHAR")
    monkeypatch.setitem(migrations.MIGRATIONS, next_version, steps)
    with pytest.raises(RecordError, match="nothing"):
        Record.open(place, mode="write")
    monkeypatch.undo()
    with Record.open(place) as record:
        assert "mood" not in record.query("FROM claims LIMIT 1").column_names


def test_a_folder_that_is_missing_is_no_record(tmp_path):
    with pytest.raises(RecordError, match=r"no record at .*none; make one with: dateline read"):
        Record.open(tmp_path / "none")


@pytest.mark.parametrize("mode", ["read", "write"])
def test_an_empty_folder_is_no_record(tmp_path, mode):
    with pytest.raises(RecordError, match="is no record"):
        Record.open(tmp_path, mode=mode)


def test_a_folder_of_other_things_is_not_made_a_record(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(RecordError, match="no record and not empty"):
        Record.open(tmp_path, mode="create")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00" + b"x" * 500])
def test_a_catalog_that_is_none_is_told(tmp_path, content):
    (tmp_path / "catalog.sqlite").write_bytes(content)
    with pytest.raises(RecordError, match=str(tmp_path)):
        Record.open(tmp_path)


def test_a_lake_of_somebody_else_is_no_record(tmp_path):
    from dateline.store.catalog import FolderCatalog
    from dateline.store.engine import connect

    con, catalog = connect(), FolderCatalog(tmp_path)
    catalog.attach(con, writable=True)
    con.execute("CREATE TABLE shop (price INTEGER)")
    catalog.detach(con)
    with pytest.raises(RecordError, match="it has no version"):
        Record.open(tmp_path)


def test_an_empty_folder_becomes_a_record(tmp_path):
    with Record.open(tmp_path, mode="create") as record:
        assert reports(record) == 0


def test_a_record_is_made_whole_or_not_at_all(tmp_path, monkeypatch):
    from dateline.store import create

    monkeypatch.setattr(create.FolderCatalog, "settle", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        Record.open(tmp_path / "new.record", mode="create")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_maker_left_is_removed(tmp_path):
    import socket

    left = tmp_path / f".new.record.new-{socket.gethostname()}-{2**22 - 1}"
    left.mkdir()
    Record.open(tmp_path / "new.record", mode="create").close()
    assert [path.name for path in tmp_path.iterdir()] == ["new.record"]


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM claims",
        "COPY claims TO 'x.csv'",
        "SELECT 1; SELECT 2",
        "ATTACH 'x.db'",
        "SELEC 1",
        "",
        "SET threads = 1",
    ],
)
def test_a_query_that_is_no_single_select_is_refused(place, sql, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for mode in ("read", "write"):
        with Record.open(place, mode=mode) as record, pytest.raises(UsageError) as caught:
            record.query(sql)
        assert "\n" not in str(caught.value)
    assert not (tmp_path / "x.csv").exists()
    assert not (tmp_path / "x.db").exists()


def test_a_query_takes_parameters_by_place_and_by_name(place):
    with Record.open(place) as record:
        assert record.query("SELECT count(*) AS n FROM claims WHERE type = ?", ["CONSULT"])["n"][0].as_py() == 10
        assert record.query("SELECT count(*) AS n FROM claims WHERE type = $t", {"t": "NONE"})["n"][0].as_py() == 0


def test_a_table_comes_in_the_order_of_its_key(place):
    with Record.open(place) as record:
        ids = record.table("claims")["id"].to_pylist()
        assert ids == sorted(ids)
        with pytest.raises(UsageError, match="no table 'nothing'; there are documents"):
            record.table("nothing")


def test_plain_duckdb_opens_a_record_from_inside_its_folder(place, monkeypatch):
    from dateline.store.engine import _engine

    monkeypatch.chdir(place)
    con = _engine().cursor()
    con.execute("ATTACH 'ducklake:sqlite:catalog.sqlite' AS plain (READ_ONLY)")
    assert con.execute("SELECT count(*) FROM plain.claims").fetchone() == (10,)
    con.execute("DETACH plain")
