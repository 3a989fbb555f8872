"""The register of offices is compared with an actor dictionary, and every contradiction has a reason."""

from datetime import date
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluate.offices import (
    AGREES,
    FILE,
    SILENT,
    Disagreement,
    Role,
    compare,
    draw,
    joined,
    main,
    read_roles,
    resolved,
    window,
)
from dateline.ontology.offices import Term, terms

SHARED = Path(__file__).parents[3] / "shared" / "offices"

DICTIONARY = """# a comment
ATLANTIS_  [FIN]
+ATLANTEAN_
AINO_MARIA_LAAKSO_  ; a source
+AINO_LAAKSO_
\t[FINELI 600101-990412]
\t[FINGOV 990413-20030416] # minister
\t[FINGOV 030501-070430]
ONNI_VIRTA_  ; a source
\t[FINGOV >080501]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / FILE).write_text(DICTIONARY, "utf-8")
    return tmp_path


def term(person: str, since: str, until: str | None) -> Term:
    return Term(person, (), "foreign minister", "FIN", None, "GOV", "foreign-minister", since, until)


def test_roles_in_office_that_follow_each_other_are_one(folder: Path) -> None:
    roles = read_roles(folder)
    assert roles["FIN", "aino laakso"] == (Role(date(1999, 4, 13), date(2007, 4, 30)),)
    assert roles["FIN", "onni virta"] == (Role(date(2008, 5, 1), None),)


def test_a_term_agrees_where_a_role_begins_and_ends_with_it_or_spans_the_day(folder: Path) -> None:
    roles = read_roles(folder)
    assert compare(term("Aino Laakso", "1999-04-15", "2007-04-19"), roles) == AGREES
    assert compare(term("Aino Laakso", "1999", "2003-04"), roles) == AGREES
    assert compare(term("Onni Virta", "2008-04", None), roles) == AGREES


def test_a_term_that_begins_long_before_the_role_is_contradicted(folder: Path) -> None:
    found = compare(term("Aino Laakso", "1997-05", "2007-04"), read_roles(folder))
    assert found == [Disagreement("FIN", "Aino Laakso", "foreign minister", "begins", "1997-05", "1999-04-13")]


def test_an_unknown_person_and_a_time_without_a_role_are_no_contradiction(folder: Path) -> None:
    roles = read_roles(folder)
    assert compare(term("Elsa Koski", "2000", "2001"), roles) == SILENT
    assert compare(term("Aino Laakso", "1990", "1992"), roles) == SILENT
    assert compare(term("Onni Virta", "2019-06", None), roles) == SILENT


def test_roles_apart_stay_apart() -> None:
    one, other = Role(date(2001, 1, 1), date(2001, 6, 1)), Role(date(2002, 1, 1), None)
    assert joined([other, one]) == [one, other]


def test_a_coarse_date_is_its_whole_year_or_month() -> None:
    assert window("2004") == (date(2004, 1, 1), date(2004, 12, 31))
    assert window("2004-02") == (date(2004, 2, 1), date(2004, 2, 29))
    assert window("2004-02-03") == (date(2004, 2, 3), date(2004, 2, 3))


def test_a_folder_without_the_dictionary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no Phoenix"):
        read_roles(tmp_path)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the dictionary is not here")
def test_every_contradiction_of_the_dictionary_is_explained_and_no_explanation_is_left_over(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(SHARED) == 0, capsys.readouterr().out
    roles = read_roles(SHARED)
    found = {one for t in terms() if not isinstance(verdict := compare(t, roles), str) for one in verdict}
    assert set(resolved()) <= found


def test_every_explained_contradiction_has_a_reason() -> None:
    assert all(resolved().values())


def test_facts_are_drawn_from_within_their_terms_and_by_the_seed_alone() -> None:
    facts = draw(50, seed=3)
    assert facts == draw(50, seed=3)
    assert all(term.held_on(day.isoformat()) for term, day in facts)
