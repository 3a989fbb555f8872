from dataclasses import replace

import pytest
from made import MAKER, made_reading, made_readings

from dateline.errors import RecordError
from dateline.ingest.assemble import assemble
from dateline.model.document import Origin
from dateline.model.reading import Failure, Reading
from dateline.store import writer as writer_module
from dateline.store.check import check
from dateline.store.digest import digest, digests
from dateline.store.maker import Maker
from dateline.store.record import Record
from dateline.store.schema import TABLES
from dateline.store.writer import RecordWriter, write


@pytest.fixture
def record(place):
    with Record.open(place, mode="write") as opened:
        yield opened


def counts(record: Record) -> dict[str, int]:
    unions = " UNION ALL ".join(f"SELECT '{name}' AS name, count(*) AS n FROM {name}" for name in TABLES)
    return {row["name"]: row["n"] for row in record.query(unions).to_pylist()}


def test_reading_the_same_again_adds_nothing_but_a_run(record):
    before, said = counts(record), digests(record)
    done = write(record, made_readings(10), maker=MAKER)
    assert (done.read, done.known) == (0, 10)
    assert digests(record) == said
    assert counts(record) == {**before, "runs": before["runs"] + 1}


def test_a_known_report_is_known_before_it_is_read(record):
    with RecordWriter(record, maker=MAKER) as writer:
        assert writer.known(made_reading(3).document)
        assert not writer.wants(made_reading(3).document)
        assert not writer.known(made_reading(99).document)
        assert writer.wants(made_reading(99).document)


def test_settings_that_change_nothing_do_not_make_a_report_unknown(record):
    same = replace(MAKER, settings={**MAKER.settings, "batch_size": 1, "commit_reports": 7})
    assert same.fingerprint == MAKER.fingerprint
    assert write(record, made_readings(10), maker=same).read == 0


@pytest.mark.parametrize(
    "change", [{"version": "0.0.2"}, {"settings": {"languages": ["fr"]}}, {"model": "m"}, {"ontology": "o2"}]
)
def test_everything_that_changes_a_reading_changes_the_fingerprint(change):
    assert replace(MAKER, **change).fingerprint != MAKER.fingerprint


def test_reading_with_something_newer_replaces_the_rows_of_the_report_in_one_snapshot(record):
    newer = replace(MAKER, version="0.0.2")
    start = record.snapshot
    assert write(record, made_readings(4), maker=newer).read == 4
    prints = record.query("SELECT read_with, count(*) AS n FROM documents GROUP BY ALL ORDER BY n").to_pylist()
    assert [(row["read_with"], row["n"]) for row in prints] == [(newer.fingerprint, 4), (MAKER.fingerprint, 6)]
    assert check(record) == []
    states = [
        record.query(f"SELECT count(*) AS n FROM claims AT (VERSION => {snapshot})")["n"][0].as_py()
        for snapshot in range(start, record.snapshot + 1)
    ]
    assert states == [10] * len(states)


def test_the_rows_do_not_depend_on_the_order_or_the_size_of_commits(tmp_path):
    said = []
    for name, order, size in (("a", range(5), 1000), ("b", reversed(range(5)), 3), ("c", (2, 0, 4, 1, 3), 2)):
        with Record.open(tmp_path / name, mode="create") as record:
            with RecordWriter(record, maker=MAKER, commit_reports=size) as writer:
                for number in order:
                    writer.add(made_reading(number))
            said.append(digest(record))
    assert len(set(said)) == 1


def test_a_changed_cell_changes_the_digest(record):
    before = digests(record)
    record.change("UPDATE claims SET quad = 4 WHERE id = (SELECT min(id) FROM claims)")
    after = digests(record)
    assert {name for name in before if before[name] != after[name]} == {"claims"}


def test_a_commit_comes_after_so_many_reports(record):
    with RecordWriter(record, maker=MAKER, commit_reports=3) as writer:
        start = record.snapshot
        for number in range(10, 12):
            writer.add(made_reading(number))
        assert record.snapshot == start
        writer.add(made_reading(12))
        assert record.snapshot == start + 1


def test_a_commit_comes_after_so_many_seconds(record, monkeypatch):
    now = [0.0]
    monkeypatch.setattr(writer_module.time, "monotonic", lambda: now[0])
    with RecordWriter(record, maker=MAKER, commit_seconds=60) as writer:
        start = record.snapshot
        writer.add(made_reading(10))
        assert record.snapshot == start
        now[0] = 61.0
        writer.add(made_reading(11))
        assert record.snapshot == start + 1


def test_an_interrupted_run_keeps_what_it_had_read(record):
    def interrupted():
        yield made_reading(10)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(record, interrupted(), maker=MAKER)
    assert counts(record)["documents"] == 11
    assert record.table("runs")["finished"].null_count == 1


def test_a_second_copy_in_one_run_is_written_once_and_noted_with_its_path(record):
    copies = [made_reading(10), made_reading(10, path="elsewhere/10.txt"), made_reading(10, path="elsewhere/10.txt")]
    for _ in range(2):
        done = write(record, copies, maker=MAKER)
        assert done.copies == 2
        noted = record.query("SELECT document, path FROM failures WHERE code = 'copy'").to_pylist()
        assert noted == [{"document": copies[0].document.id, "path": "elsewhere/10.txt"}]
    assert counts(record)["documents"] == 11


def test_a_copy_that_comes_while_the_report_is_being_read_survives_any_commit(record):
    newer = replace(MAKER, version="0.0.2")
    with RecordWriter(record, maker=newer) as writer:
        assert writer.wants(made_reading(1).document)
        assert not writer.wants(made_reading(1, path="elsewhere/1.txt").document)
        writer.commit()
        writer.add(made_reading(1))
    assert record.query("SELECT path FROM failures WHERE code = 'copy'")["path"].to_pylist() == ["elsewhere/1.txt"]


def test_input_that_gives_no_report_is_a_row_once(record):
    failure = Failure("ingest", "line 3 is no JSON", "json")
    for _ in range(2):
        with RecordWriter(record, maker=MAKER) as writer:
            writer.fail(failure, path="a.jsonl", line=3)
            writer.fail(failure, path="a.jsonl", line=3)
            writer.fail(failure, path="a.jsonl", line=4)
        assert writer.counts.failed == 3
    rows = record.query("SELECT document, stage, code, path, line FROM failures WHERE stage = 'ingest' ORDER BY line")
    same = {"document": None, "stage": "ingest", "code": "json", "path": "a.jsonl"}
    assert rows.to_pylist() == [{**same, "line": 3}, {**same, "line": 4}]


def test_a_skipped_report_is_a_document_with_its_reason_and_then_known(record):
    skipped = Reading(assemble("Nous sommes lundi.", origin=Origin(language="fr")))
    skipped.failures.append(Failure("annotate", "the report is in 'fr'", "language"))
    assert write(record, [skipped], maker=MAKER).skipped == 1
    row = record.query("SELECT code, reason FROM failures WHERE document = ?", [skipped.document.id]).to_pylist()
    assert row == [{"code": "language", "reason": "the report is in 'fr'"}]
    assert write(record, [skipped], maker=MAKER).known == 1


def test_a_run_tells_what_made_it_and_what_it_did(record):
    writer_done = write(record, made_readings(12), maker=MAKER)
    run = record.query("FROM runs ORDER BY started DESC LIMIT 1").to_pylist()[0]
    assert (run["version"], run["ontology"], run["read_with"]) == ("0.0.1", "o1", MAKER.fingerprint)
    assert (run["read"], run["known"], run["skipped"], run["failed"]) == (2, 10, 0, 0)
    assert writer_done.rows["claims"] == 2
    assert run["started"] <= run["finished"]
    at = record.query(f"SELECT count(*) AS n FROM documents AT (VERSION => {run['snapshot']})")
    assert at["n"][0].as_py() == 12


def test_a_record_open_for_reading_takes_no_writer(place):
    with Record.open(place) as reader, pytest.raises(RecordError, match="open for reading"):
        RecordWriter(reader, maker=MAKER)


def test_a_disk_that_fills_up_leaves_nothing_half_written(tmp_path, made_once):
    import shutil
    import subprocess

    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", small], check=False).returncode:
        pytest.skip("only root may mount")
    try:
        folder = shutil.copytree(made_once, small / "news.record")
        with Record.open(folder, mode="write") as record:
            said = digest(record)
            writer = RecordWriter(record, maker=MAKER, commit_reports=10_000)
            for reading in big_readings(5000):
                writer.add(reading)
            with pytest.raises(RecordError, match=r"cannot write to .*; 5000 reports of this run are not") as caught:
                writer.finish()
            assert "\n" not in str(caught.value)
            assert digest(record) == said
        with Record.open(folder) as record:
            assert digest(record) == said
            assert check(record) == []
        with Record.open(folder, mode="write") as record:
            assert write(record, made_readings(11), maker=MAKER).read == 1
            assert check(record) == []
    finally:
        subprocess.run(["umount", small], check=True)


def big_readings(count):
    import random

    letters = random.Random(1)
    for number in range(count):
        yield Reading(assemble(f"{number} {letters.randbytes(300).hex()}"))


def test_a_maker_is_the_same_whatever_the_order_of_its_settings():
    assert Maker("1", {"a": 1, "b": 2}) == Maker("1", {"b": 2, "a": 1})
    assert Maker("1", {"a": 1, "b": 2}).fingerprint == Maker("1", {"b": 2, "a": 1}).fingerprint
