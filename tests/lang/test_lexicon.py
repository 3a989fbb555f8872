"""The lexicon of acts: large, over all types, and checked when it is read."""

import pytest

from dateline.errors import OntologyError
from dateline.extract.claims.conditions import CONDITIONS
from dateline.lang.lexicon import _entry, lexicon


def test_it_holds_more_than_900_words_and_every_type_has_verbs_or_nouns() -> None:
    entries = lexicon().entries
    assert sum(len(e.verbs) + len(e.nouns) + len(e.adjectives) for e in entries) > 900
    assert len({e.type for e in entries}) == 16


def test_every_condition_that_an_entry_asks_for_exists_and_none_is_idle() -> None:
    asked = {name for e in lexicon().entries for name in e.require}
    assert asked == set(CONDITIONS)


def test_a_class_or_key_that_does_not_exist_is_refused() -> None:
    with pytest.raises(OntologyError, match="no word class"):
        _entry({"type": "AID", "objects": ["@nothing"]}, {}, where="x.y")
    with pytest.raises(OntologyError, match="unknown key"):
        _entry({"type": "AID", "verb": ["give"]}, {}, where="x.y")


def test_the_entry_that_asks_for_most_is_tried_first() -> None:
    first, *_ = lexicon().verbs["impose"]
    assert first.objects
