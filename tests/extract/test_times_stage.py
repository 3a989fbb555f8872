"""The stage: tense by grammar, annotations with ids, anchors by id."""

import csv
from pathlib import Path

import pytest

CASES = Path(__file__).parent.parent / "cases"


def values(reading):
    return [t.value.value for t in reading.times]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The two leaders meet on Sunday.", "2026-03-15"),
        ("The two leaders met on Sunday.", "2026-03-08"),
        ("The minister said he would resign on Sunday.", "2026-03-15"),
        ("The minister said that rebels had left the town on Sunday.", "2026-03-08"),
        ("The president plans to visit Ankara on Sunday.", "2026-03-15"),
        ("The talks, due on Sunday, were cancelled.", "2026-03-15"),
        ("The court postponed the hearing until Sunday.", "2026-03-15"),
        ("Analysts say the strike killed nine people on Sunday.", "2026-03-08"),
        ("The union has scheduled a march for Sunday.", "2026-03-15"),
        ("The talks had been set for Sunday.", "2026-03-15"),
        ("A vote that had been planned for Sunday was called off.", "2026-03-15"),
        ("The country voted in May.", "2025-05"),
        ("The country will vote in May.", "2026-05"),
    ],
)
def test_the_governing_verb_decides_where_a_bare_day_or_month_lies(parse, text, value):
    assert values(parse(text, stages=["times"])) == [value]


def test_an_anchor_is_the_id_of_the_annotation_that_is_counted_from(parse):
    first, second = parse("They met on March 3, 2020 and parted the next day.", stages=["times"]).times
    assert second.value.anchor == first.id
    assert second.value.refs == (first.id,)
    assert (second.value.start, second.value.end) == ("2020-03-04", "2020-03-04")


def test_a_report_without_a_publication_day_keeps_its_times_open(parse):
    (found,) = parse("They met on Tuesday.", published=None, stages=["times"]).times
    assert (found.value.value, found.value.start, found.value.end) == ("XXXX-WXX-2", None, None)


@pytest.mark.slow
def test_with_grammar_at_least_98_percent_of_the_sentences_have_their_days(parse):
    with (CASES / "times_300.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    right = 0
    for row in rows:
        reading = parse(row["sentence"], published=row["published"] or None, stages=["times"])
        start = row["sentence"].index(row["expression"])
        end = start + len(row["expression"])
        here = [t.value for t in reading.times if t.span.start < end and start < t.span.end and t.value.start]
        found = (min(t.start for t in here), max(t.end for t in here)) if here else ("", "")
        right += found == (row["start"], row["end"])
    assert right >= 0.98 * len(rows)
