"""An index gives what the record gives, for the state that it was made of, and is left alone for any other."""

import shutil
import socket

import pytest
from made import MAKER, made_reading, made_readings

from dateline.query.answer import ask
from dateline.query.index import index, layout
from dateline.store.compact import compact
from dateline.store.maker import Maker
from dateline.store.record import Record
from dateline.store.writer import write

ASKED = (
    *("claims", "contacts", "quotes", "agreements", "positions", "exchanges", "comparisons", "actors", "documents"),
    "calendar",
)


def files(place):
    return sorted(file.name for file in place.glob("*index-*"))


def answers(record):
    return {name: ask(record, name).table for name in ASKED}


@pytest.fixture
def plain(place):
    """What the record says without an index."""
    with Record.open(place) as record:
        assert not record.indexed(layout())
        return answers(record)


def test_an_index_gives_what_the_record_gives(place, plain):
    made = index(place, worth=1)
    assert made is not None
    with Record.open(place) as record:
        assert answers(record) == plain
        assert record.indexed(layout())


def test_it_is_made_once_and_small_records_need_none(place):
    assert index(place) is None
    assert index(place, worth=10) is not None
    assert index(place, worth=10) is None
    assert len(files(place)) == 1


def test_a_record_that_was_written_to_is_asked_itself_until_a_new_index_is_made(place):
    index(place, worth=1)
    with Record.open(place, mode="write") as record:
        before = record.snapshot
        write(record, [made_reading(1, maker="newer"), *made_readings(12)], maker=Maker("0.0.2", {}, "none", "o1"))
    with Record.open(place) as record:
        assert not record.indexed(layout())
        plain = answers(record)
        assert len(plain["documents"]) == 12
    index(place, worth=1)
    assert len(files(place)) == 1
    with Record.open(place) as record:
        assert record.indexed(layout())
        assert answers(record) == plain
    with Record.open(f"{place}@{before}") as record:
        assert not record.indexed(layout())
        assert len(ask(record, "documents")) == 10


def test_a_writer_asks_the_record_itself(place):
    index(place, worth=1)
    with Record.open(place, mode="write") as record:
        assert not record.indexed(layout())
        write(record, made_readings(11), maker=MAKER)
        assert len(ask(record, "documents")) == 11


def test_releases_and_runs_leave_an_index_true(place, plain):
    index(place, worth=1)
    with Record.open(place, mode="write") as record:
        record.release("first")
        write(record, [], maker=MAKER)
    with Record.open(place) as record:
        assert record.indexed(layout())
        assert answers(record) == plain
    with Record.open(f"{place}@first") as record:
        assert record.indexed(layout())


def test_compacting_keeps_an_index_or_leaves_it_stale_but_never_wrong(place):
    with Record.open(place, mode="write") as record:
        write(record, made_readings(15), maker=MAKER)
        before = record.snapshot
    index(place, worth=1)
    with Record.open(place, mode="write") as record:
        write(record, made_readings(17), maker=MAKER)
        compact(record, at_once=True)
    for where, reports in ((place, 17), (f"{place}@{before}", 15)):
        with Record.open(where) as record:
            assert len(ask(record, "documents")) == reports


def test_an_open_index_outlives_its_file(place, plain):
    index(place, worth=1)
    with Record.open(place) as record:
        assert record.indexed(layout())
        with Record.open(place, mode="write") as writer:
            write(writer, made_readings(14), maker=MAKER)
        index(place, worth=1)
        assert answers(record) == plain
    with Record.open(place) as record:
        assert len(ask(record, "documents")) == 14


def test_readers_in_one_process_and_in_others_share_an_index(place, plain, elsewhere):
    index(place, worth=1)
    other = elsewhere(place)
    counted = "len(__import__('dateline').ask(record, 'documents'))"
    with Record.open(place) as first:
        with Record.open(place) as second:
            assert first.indexed(layout())
            assert second.indexed(layout())
            assert other(counted) == "10"
        assert answers(first) == plain


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_a_damaged_index_is_left_alone(place, plain, damage):
    file = index(place, worth=1).file
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2] if damage is None else damage)
    with Record.open(place) as record:
        assert answers(record) == plain


def test_the_index_of_another_layout_is_left_alone(place):
    file = index(place, worth=1).file
    file.rename(file.with_name(file.name.replace(layout(), "0123456789")))
    with Record.open(place) as record:
        assert not record.indexed(layout())


def test_a_moved_or_copied_record_keeps_its_index(place, plain, tmp_path):
    index(place, worth=1)
    copy = shutil.copytree(place, tmp_path / "copy.record")
    shutil.rmtree(place)
    with Record.open(copy) as record:
        assert record.indexed(layout())
        assert answers(record) == plain


def test_what_a_killed_maker_left_is_removed(place):
    left = place / f".draft-{socket.gethostname()}-{2**22 - 1}.1.index-x-1.duckdb"
    left.touch()
    index(place, worth=1)
    assert not left.exists()


def test_an_index_that_cannot_be_made_costs_nothing_but_time(place, plain, monkeypatch, caplog):
    def full(*_):
        raise OSError("no space left")

    monkeypatch.setattr("dateline.query.index.make", full)
    assert index(place, worth=1) is None
    with Record.open(place) as record:
        assert answers(record) == plain


def test_a_forked_child_closes_its_parents_record_and_opens_its_own(place, plain):
    import os

    index(place, worth=1)
    with Record.open(place) as record:
        assert record.indexed(layout())
        child = os.fork()
        if child == 0:
            code = 1
            try:
                with Record.open(place) as own:
                    code = 0 if own.indexed(layout()) and answers(own) == plain else 2
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert answers(record) == plain
