"""The scorer of places: one to one, within a hundred miles."""

from dateline.evaluate.places import Toponym, count, is_right, match, parse_line


def _at(start, end, latitude=0.0, longitude=0.0):
    return Toponym(start, end, "x", latitude, longitude)


def test_no_toponym_is_matched_twice():
    gold = [_at(0, 5), _at(6, 9)]
    assert match(gold, [_at(0, 9)]) == {0: 0}


def test_the_same_extent_goes_before_an_overlap():
    assert match([_at(0, 9), _at(3, 9)], [_at(3, 9), _at(0, 4)]) == {1: 0, 0: 1}


def test_a_hundred_miles_is_near_enough_and_more_is_not():
    assert is_right(_at(0, 1), _at(0, 1, 1.44))
    assert not is_right(_at(0, 1), _at(0, 1, 1.46))


def test_an_unresolved_name_is_found_but_not_right():
    assert count([_at(0, 5)], [Toponym(0, 5, "x", None, None)]) == (1, 1, 1, 0)


def test_broken_items_of_a_line_are_left_out():
    assert parse_line("a,,A,,1.5,,2.5,,3,,4||b,,B,,x,,2,,3,,4||c||") == (Toponym(3, 4, "A", 1.5, 2.5),)
