"""The cue words: each construction has a group, and every word stands where it can be found."""

from dateline.lang.cues import cues


def test_verbs_that_report_clauses_also_stand_behind_them() -> None:
    takes = cues().verbs["say"]
    assert takes["clause"] == takes["before"] == takes["parenthetical"] == "speech"


def test_every_construction_is_speech_or_attitude() -> None:
    words = cues()
    groups = {g for table in (words.verbs, words.nouns) for takes in table.values() for g in takes.values()}
    assert groups == {"speech", "attitude"}


def test_what_is_speech_stays_speech_where_it_is_listed_twice() -> None:
    assert cues().verbs["describe"]["clause"] == "speech"


def test_refusing_and_thinking_are_no_speech() -> None:
    words = cues()
    assert words.verbs["refuse"]["infinitive"] == words.verbs["think"]["clause"] == "attitude"
    assert {"refuse", "think"}.isdisjoint(words.uttered)


def test_verbs_spoken_to_somebody_are_known() -> None:
    assert {"tell", "inform", "remind"} <= cues().addressed
