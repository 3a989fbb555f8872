"""The scorer of event places."""

import json

import pytest

from dateline.errors import UsageError
from dateline.evaluate.event_places import is_right, load
from dateline.model.span import Span

_TEXT = "One blast destroyed a truck in the Vedeno region."


def _load(tmp_path, **row):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"text": _TEXT, "verb": [[10, 19]], **row}) + "\n", "utf-8")
    return load(path)[0]


def test_spans_count_characters_or_tokens(tmp_path):
    assert _load(tmp_path, places=[[35, 41]]).gold == (Span(35, 41),)
    assert _load(tmp_path, places=[[7, 7]]).gold == (Span(35, 41),)


def test_none_is_right_where_the_gold_has_none(tmp_path):
    case = _load(tmp_path, places=[])
    assert is_right(case, None)
    assert not is_right(case, Span(35, 41))


def test_a_record_without_gold_is_read(tmp_path):
    assert _load(tmp_path).gold is None


def test_a_line_that_is_no_record_is_named(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "x"}\n', "utf-8")
    with pytest.raises(UsageError, match="line 1"):
        load(path)
