"""The date of an event: its own words, its clause, the narrative, the dateline, and the publication last."""

import pytest

STAGES = ["regions", "times", "predicates", "event-dates"]
TODAY = "2026-03-11"


@pytest.fixture
def dates(parse):
    """`dates(text)`: what each trigger's last word is dated with, as (start, end, method) or None."""

    def make(text, **more):
        reading = parse(text, stages=STAGES, **more)
        found = {}
        for told in reading.predicates:
            date = reading.of_predicate("event-date", told.id)
            value = (date.value.start, date.value.end, date.value.method) if date else None
            found.setdefault(told.span.of(reading.text).split()[-1], value)
        return found

    return make


def body(text):
    """A report whose headline is of no matter."""
    return f"A headline about nothing\n\n{text}"


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The ministers met in Oslo on Monday.", "met", ("2026-03-09", "2026-03-09", "adjunct")),
        ("On Monday, the ministers met in Oslo.", "met", ("2026-03-09", "2026-03-09", "adjunct")),
        ("The ministers held talks on March 2.", "talks", ("2026-03-02", "2026-03-02", "adjunct")),
        ("They last met in Geneva in January 2022.", "met", ("2022-01", "2022-01", "adjunct")),
        ("The army attacked the village last year.", "attacked", ("2025", "2025", "adjunct")),
        ("Fighting killed nine people from Monday to Tuesday.", "killed", ("2026-03-09", "2026-03-10", "adjunct")),
        ("The army has shelled the city since Sunday.", "shelled", ("2026-03-08", "2026-03-11", "adjunct")),
        ("Sunday's attack killed nine people.", "attack", ("2026-03-08", "2026-03-08", "adjunct")),
        ("The president will visit Baku on Friday.", "visit", ("2026-03-13", "2026-03-13", "adjunct")),
        ("In a December interview, the minister denounced the treaty.", "denounced", ("2025-12", "2025-12", "adjunct")),
        ("In the 1952 campaign, the senator attacked the treaty.", "attacked", ("1952", "1952", "adjunct")),
    ],
)
def test_its_own_words_date_an_event(dates, text, trigger, expected):
    assert dates(body(text))[trigger] == expected


def test_an_event_without_a_time_has_the_day_of_the_report(dates):
    assert dates(body("Rebels seized the town."))["seized"] == (TODAY, TODAY, "publication")
    assert dates(body("Rebels have seized the town."))["seized"] == (TODAY, TODAY, "publication")


def test_a_report_without_any_day_dates_nothing_by_itself(dates):
    assert dates(body("Rebels seized the town."), published=None)["seized"] is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The general, who fought in the war, denied the report.", "fought"),
        ("Rebels had seized the town.", "seized"),
        ("Rebels will seize the town.", "seize"),
        ("Rebels may seize the town.", "seize"),
        ("If rebels seize the town, the mayor will flee.", "seize"),
        ("The minister agreed to release the prisoners.", "release"),
        ("The minister urged rebels to release the prisoners.", "release"),
        ("The summit was the first since the country's invasion of its neighbour.", "invasion"),
        ("The army had earlier shelled the city.", "shelled"),
        ("The army shelled the city several years ago.", "shelled"),
        ("The army shelled the city before the vote on Monday.", "shelled"),
    ],
)
def test_background_plans_and_wishes_do_not_get_the_day_of_the_report(dates, text, trigger):
    found = dates(body(text))[trigger]
    assert found is None or found[2] != "publication"


def test_the_date_in_the_dateline_is_no_date_of_an_event(dates):
    text = "CAIRO, March 10 (Agency) - The minister will meet the rebels in Oslo."
    assert dates(body(text))["meet"] is None


def test_hours_and_days_after_a_dated_event_are_counted(dates):
    found = dates(body("The general fled hours after rebels seized the town on Sunday."))
    assert found["fled"][:2] == ("2026-03-08", "2026-03-08")
    found = dates(body("The general fled two days after rebels seized the town on Sunday."))
    assert found["fled"][:2] == ("2026-03-10", "2026-03-10")


def test_a_verb_in_the_present_is_not_dated_by_a_time_that_belongs_to_a_noun(dates):
    found = dates(body("The ministry is weighing a request last month from the rebels."))
    assert found["weighing"] is None or found["weighing"][0] >= "2026-03-11"


def test_a_time_before_an_infinitive_is_the_verbs_above(dates):
    found = dates(body("The envoys met on Monday to discuss the truce."))
    assert found["met"] == ("2026-03-09", "2026-03-09", "adjunct")
    assert found["discuss"] is None


def test_what_is_due_on_a_day_is_planned_for_that_day(dates):
    found = dates(body("The president is due on Friday to meet the king."))
    assert found["meet"][:2] == ("2026-03-13", "2026-03-13")


def test_the_dateline_comes_before_the_publication(parse):
    from dataclasses import replace

    from dateline.model.document import DatelinePlace
    from dateline.model.reading import Reading
    from dateline.model.span import Span
    from dateline.registry import STAGES as ALL
    from dateline.registry import load

    first = parse("CAIRO, March 10 - Rebels seized the town.")
    place = DatelinePlace(Span(0, 15), "CAIRO", "2026-03-10")
    document = replace(first.document, origin=replace(first.document.origin, dateline=place))
    reading = Reading(document, first.syntax)
    for name in STAGES:
        reading.add(list(load(ALL[name])()(reading)))
    found = {d.value.method: d.value.start for d in reading.layer("event-date")}
    assert found == {"dateline": "2026-03-10"}


def test_a_limit_is_no_date(dates):
    assert dates(body("Troops must leave the city by Friday."))["leave"] is None


def test_a_relative_clause_has_the_time_of_the_event_that_it_describes(dates):
    found = dates(body("They spoke after a phone call last year in which the two states agreed to a truce."))
    assert found["call"] == ("2025", "2025", "adjunct")
    assert found["agreed"] == ("2025", "2025", "clause")


def test_what_happens_with_a_clause_happens_then(dates):
    found = dates(body("Gunmen attacked the market on Monday, killing nine people."))
    assert found["killing"] == ("2026-03-09", "2026-03-09", "clause")


def test_a_paragraph_goes_on_on_the_same_day(dates):
    found = dates(body("Soldiers entered the town on Monday. They arrested the mayor."))
    assert found["arrested"] == ("2026-03-09", "2026-03-09", "carried")


def test_the_next_paragraph_starts_afresh(dates):
    found = dates(body("The two sides met in 2019.\n\nRebels seized the town."))
    assert found["seized"] == (TODAY, TODAY, "publication")


def test_who_speaks_after_a_flashback_speaks_today(dates):
    found = dates(body("The two sides fought a war in 2019. The minister said that peace would last."))
    assert found["said"] == (TODAY, TODAY, "publication")


def test_a_headline_has_the_day_of_its_lead(dates):
    found = dates("Ministers meet in Oslo\n\nThe ministers met in Oslo on Monday.")
    assert found["meet"] == ("2026-03-09", "2026-03-09", "carried")


def test_a_headline_of_a_plan_has_the_day_that_the_lead_gives(dates):
    found = dates("Ministers will meet in Oslo\n\nThe ministers will meet in Oslo on Friday.")
    assert found["meet"] == ("2026-03-13", "2026-03-13", "carried")
    found = dates("Ministers to meet in Oslo\n\nMinisters will meet in Oslo on Friday.")
    assert found["meet"] == ("2026-03-13", "2026-03-13", "carried")
    found = dates("Ministers will gather in Oslo\n\nThe talks failed.")
    assert found["gather"] is None


def test_the_definite_noun_repeats_the_event_told_before(dates):
    found = dates(body("The ministers met in Oslo on Monday.\n\nThe meeting failed to produce a text."))
    assert found["meeting"] == ("2026-03-09", "2026-03-09", "carried")


def test_a_past_event_is_never_dated_after_the_report(parse):
    reading = parse(body("Rebels seized the town on March 20, 2026."), stages=STAGES)
    assert all(d.value.end <= TODAY for d in reading.layer("event-date"))


def test_there_is_at_most_one_date_for_a_predicate_and_it_stands_on_its_trigger(parse):
    text = body("On Monday troops killed four people in a raid, after talks held on Sunday failed, officials said.")
    reading = parse(text, stages=STAGES)
    found = reading.layer("event-date")
    spans = {p.id: p.span for p in reading.predicates}
    assert len({d.value.predicate for d in found}) == len(found) > 0
    assert all(d.span == spans[d.value.predicate] for d in found)
    assert all(d.value.precision and d.value.method for d in found)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("He resigned a week after the vote on March 2.", "resigned", "2026-03-09"),
        ("Rebels attacked the town two days before the summit on March 4.", "attacked", "2026-03-02"),
        ("The army seized the town a week after the ministers signed the accord on March 2.", "seized", "2026-03-09"),
    ],
)
def test_what_is_counted_from_another_event_is_moved_by_so_many_days(dates, text, trigger, day):
    assert dates(body(text))[trigger] == (day, day, "adjunct")


def test_after_an_event_without_a_count_is_no_date(dates):
    assert dates(body("He resigned after the vote on March 2."))["resigned"] is None


def test_the_day_after_since_dates_no_deed(dates):
    assert dates(body("They met for the first time since 2000."))["met"] == (TODAY, TODAY, "publication")
    assert dates(body("The army seized the town it had held since 2000."))["held"] is None


def test_the_years_of_an_office_are_not_those_of_what_its_holder_says(dates):
    found = dates(body("John Smith, ambassador to Chile from 2007 to 2013, denounced the treaty."))
    assert found["denounced"] == (TODAY, TODAY, "publication")


@pytest.mark.parametrize(
    ("lead", "day", "method"),
    [
        ("Rebels seized the town on Tuesday.", "2026-03-10", "carried"),  # the day before the report: a morning paper
        ("Rebels seized the town on Wednesday.", TODAY, "publication"),
        ("Rebels seized the town last Friday.", TODAY, "publication"),
    ],
)
def test_a_morning_paper_tells_of_the_day_of_its_lead(dates, lead, day, method):
    assert dates(body(f"{lead}\n\nThe army shelled two villages."))["shelled"] == (day, day, method)
