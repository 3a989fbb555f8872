"""Reading in this process: lazily, in order, and with its provenance."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.config import load_settings
from dateline.model.document import Document
from dateline.model.reading import Reading
from dateline.scale import provenance
from dateline.scale.local import read_all, read_into
from dateline.scale.provenance import maker, model_version


class QuickReader:
    def __init__(self, settings: object) -> None:
        pass

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        return map(Reading, documents)


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("dateline.pipeline.Reader", QuickReader)
    for name in "cab":
        (tmp_path / f"{name}.txt").write_text(f"Report {name}\n\nThe ministers met.\n", "utf-8")
    return tmp_path


def test_reports_are_read_in_the_order_of_their_names(reports: Path) -> None:
    assert [r.document.title for r in read_all([reports])] == ["Report a", "Report b", "Report c"]


def test_a_record_that_is_large_enough_gets_an_index_for_its_questions(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "made.record"
    for worth, indexes in ((4, 0), (3, 1)):
        monkeypatch.setattr("dateline.query.index.WORTH_REPORTS", worth)
        read_into(place, [reports / f"{name}.txt" for name in "abc"])
        assert len(list(place.glob("index-*.duckdb"))) == indexes


def test_a_limit_ends_the_reading_and_no_file_is_opened_after_it(reports: Path) -> None:
    seen: list[object] = []
    assert len(list(read_all([reports], limit=2, seen=seen.append))) == 2
    assert len(seen) == 2


def test_what_cannot_be_read_is_told(reports: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert list(read_all([reports / "nowhere"])) == []
    assert "there is no file" in caplog.text


def test_the_fingerprint_changes_with_what_changes_readings_and_with_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(provenance, "model_version", lambda pipeline: pipeline)
    settings = load_settings()
    same = maker(settings).fingerprint
    assert maker(replace(settings, batch_size=7, commit_reports=3)).fingerprint == same
    assert maker(replace(settings, max_characters=7)).fingerprint != same
    assert maker(replace(settings, pipeline="other")).fingerprint != same


def test_a_models_version_is_a_hash_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    first = model_version(str(tmp_path))
    model_version.cache_clear()
    assert model_version(str(tmp_path)) == first
    (tmp_path / "meta.json").write_text('{"lang": "en"}')
    model_version.cache_clear()
    assert model_version(str(tmp_path)) != first
