"""Each question against one report whose answers are known."""

from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.query import QUESTIONS, question, questions
from dateline.query.answer import ask


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name != "sql"])
def test_every_answer_has_the_declared_schema(record: Any, name: str) -> None:
    needed = {p.name: question(name).example[p.name] for p in question(name).parameters if p.positional}
    assert ask(record, name, **needed).table.schema == question(name).table.arrow


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_the_example_of_every_question_can_be_asked(record: Any, name: str) -> None:
    ask(record, name, **question(name).example)


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name != "sql"])
def test_what_a_terminal_shows_is_among_the_columns(name: str) -> None:
    assert set(question(name).shown) <= set(question(name).table.names)


def test_every_question_and_every_parameter_has_a_help_text_that_is_a_sentence() -> None:
    for asked in questions():
        assert asked.help.endswith(".")
        assert all(p.help.endswith(".") for p in asked.parameters)


@pytest.mark.parametrize(
    ("given", "types"),
    [
        ({}, ["SUPPORT", "CONSULT", "ACCUSE", "RETREAT"]),
        ({"who": "NOR"}, ["SUPPORT", "CONSULT", "ACCUSE"]),
        ({"who": "Norway"}, ["SUPPORT", "CONSULT", "ACCUSE"]),
        ({"who": "norwegian"}, ["SUPPORT", "CONSULT", "ACCUSE"]),
        ({"who": "Solheim"}, ["CONSULT", "ACCUSE"]),
        ({"who": "ingrid solheim"}, ["CONSULT", "ACCUSE"]),
        ({"who": "Solhei"}, []),
        ({"who": "NOR", "with_": "KEN"}, ["SUPPORT", "CONSULT"]),
        ({"who": "KEN", "with_": "NOR"}, ["CONSULT", "RETREAT"]),
        ({"with_": "Tanzania"}, ["ACCUSE"]),
        ({"who": "TZA"}, []),
        ({"who": "Solheim", "with_": "NOR"}, []),
        ({"what": "consult"}, ["CONSULT"]),
        ({"what": "return"}, ["RETREAT"]),
        ({"what": "08"}, ["RETREAT"]),
        ({"since": "2024-06-03"}, ["SUPPORT", "CONSULT", "ACCUSE"]),
        ({"since": "2024-06-04"}, []),
        ({"until": "2024-06-02"}, []),
        ({"since": "2024", "until": "2024"}, ["SUPPORT", "CONSULT", "ACCUSE"]),
        ({"where": "Nairobi"}, ["CONSULT"]),
        ({"where": "Kenya"}, ["CONSULT"]),
        ({"where": "Nairobi County"}, ["CONSULT"]),
        ({"where": "36,-2,37.5,-1"}, ["CONSULT"]),
        ({"where": "36, -2, 37.5, -1.5"}, []),
        ({"where": "170,-2,37,-1"}, ["CONSULT"]),
        ({"where": "Oslo"}, []),
        ({"published_since": "2024-06-03", "published_until": "2024-06"}, ["SUPPORT", "CONSULT", "ACCUSE", "RETREAT"]),
        ({"published_since": "2024-06-04"}, []),
        ({"published_until": "2023"}, []),
        ({"status": "happened", "outlet": "fjord"}, ["SUPPORT", "CONSULT", "ACCUSE", "RETREAT"]),
        ({"status": "denied"}, []),
        ({"outlet": "Courier"}, []),
    ],
)
def test_claims_are_those_that_were_asked_for(record: Any, given: dict[str, str], types: list[str]) -> None:
    assert [row["type"] for row in ask(record, "claims", **given)] == types


def test_claims_are_asked_by_probability(record: Any) -> None:
    everything = [row["probability"] for row in ask(record, "claims")]
    likely = [row["probability"] for row in ask(record, "claims", at_least=0.9)]
    assert likely == [p for p in everything if p >= 0.9]
    assert 0 < len(likely) < len(everything)


@pytest.mark.parametrize(("given", "said"), [("2", "from 0 to 1"), ("likely", "must be a number")])
def test_what_is_no_probability_is_refused(record: Any, given: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        ask(record, "claims", at_least=given)


def test_a_claim_carries_the_words_of_its_evidence_and_where_they_stand(record: Any, accord: Any) -> None:
    (row,) = ask(record, "claims", what="ACCUSE")
    assert row["evidence"] == "Solheim accused Tanzania of delaying the talks"
    assert accord.text[row["evidence_start"] : row["evidence_end"]] == row["evidence"]
    assert row["trigger"] == "accused"
    assert (row["actor_countries"], row["recipient_countries"]) == (["NOR"], ["TZA"])


def test_a_quote_after_an_emoji_is_told_in_its_very_words(record: Any) -> None:
    (row,) = ask(record, "quotes")
    assert row["content"] == "We will honour the accord, … whatever the price."
    assert (row["speaker"], row["speaker_country"], row["addressee"]) == ("Ingrid Solheim", "NOR", "Daniel Ochieng")


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ({"who": "Solheim"}, 1),
        ({"who": "NOR"}, 1),
        ({"who": "Ochieng"}, 0),
        ({"with_": "KEN"}, 1),
        ({"what": "honour the accord"}, 1),
        ({"what": "hono"}, 0),
        ({"until": "2024-05"}, 0),
    ],
)
def test_quotes_are_asked_by_speaker_addressee_words_and_day(record: Any, given: dict[str, str], count: int) -> None:
    assert len(ask(record, "quotes", **given)) == count


@pytest.mark.parametrize(
    ("name", "given", "count"),
    [
        ("contacts", {"who": "NOR", "with_": "KEN", "what": "in-person"}, 1),
        ("contacts", {"who": "NOR", "with_": "Solheim"}, 0),
        ("contacts", {"what": "phone"}, 0),
        ("contacts", {"form": "in-person", "setting": "bilateral", "level": "foreign-minister"}, 1),
        ("contacts", {"level": "minister"}, 0),
        ("comparisons", {"who": "Solheim", "what": "first"}, 1),
        ("comparisons", {"with_": "Tanzania"}, 0),
        ("contacts", {"where": "Nairobi County", "published_since": "2024"}, 1),
        ("contacts", {"published_until": "2023"}, 0),
        ("agreements", {"published_since": "2025"}, 0),
        ("positions", {"published_since": "2025"}, 0),
        ("exchanges", {"published_since": "2025"}, 0),
        ("agreements", {"what": "signed", "who": "Kenya"}, 1),
        ("agreements", {"what": "fisheries accord"}, 1),
        ("agreements", {"what": "rejected"}, 0),
        ("positions", {"what": "for"}, 1),
        ("positions", {"who": "Lake Council"}, 1),
        ("positions", {"what": "against"}, 0),
        ("exchanges", {"what": "trawlers"}, 1),
        ("exchanges", {"who": "Norway", "with_": "Kenya"}, 1),
        ("actors", {"who": "KEN", "what": "person"}, 1),
        ("documents", {"who": "Tanzania", "what": "fisheries"}, 1),
        ("documents", {"since": "2025"}, 0),
        ("failures", {}, 0),
    ],
)
def test_the_other_questions_are_filtered_too(record: Any, name: str, given: dict[str, str], count: int) -> None:
    assert len(ask(record, name, **given)) == count


def test_an_exchange_names_what_it_was_given_for(record: Any) -> None:
    (row,) = ask(record, "exchanges", what="trawlers")
    assert (row["giver"], row["receiver"], row["against"]) == ("Kenya", "Norway", "nine sailors")


def test_actors_are_counted_over_their_mentions_claims_and_quotes(record: Any) -> None:
    (row,) = ask(record, "actors", who="Solheim")
    assert [row[n] for n in ("reports", "mentions", "acts", "receives", "quotes")] == [1, 3, 2, 0, 1]


def test_an_answer_goes_on_where_its_cursor_says(record: Any) -> None:
    whole = [row["id"] for row in ask(record, "claims")]
    first = ask(record, "claims", limit=3)
    rest = ask(record, "claims", limit=3, cursor=first.cursor)
    assert [row["id"] for row in first] + [row["id"] for row in rest] == whole
    assert rest.cursor is None


def test_an_answer_knows_its_snapshot_and_the_ids_of_its_evidence(record: Any) -> None:
    answer = ask(record, "claims", what="CONSULT")
    assert answer.snapshot == 7
    assert answer.evidence == [row["id"] for row in answer]
    assert all(name.startswith("a") for name in ask(record, "actors", who="Solheim").evidence)


def test_an_answer_becomes_a_data_frame(record: Any) -> None:
    answer = ask(record, "claims")
    assert answer.to_pandas()["type"].tolist() == answer.to_polars()["type"].to_list()


@pytest.mark.parametrize(
    ("name", "given", "complaint"),
    [
        ("claim", {}, "no question 'claim'; there are claims,"),
        ("quotes", {"status": "denied"}, "has no 'status'; it has who, with, what"),
        ("claims", {"status": "done"}, "--status done: must be one of happened"),
        ("claims", {"since": "last week"}, "--since last week: must be like 2023-03-02"),
        ("claims", {"published_since": "June"}, "--published-since June: must be like 2023-03-02"),
        ("claims", {"where": "36,-2"}, "--where 36,-2: a box is west,south,east,north"),
        ("claims", {"where": "36,2,37,-1"}, "--where 36,2,37,-1: a box is"),
        ("claims", {"what": "19 or so"}, "--what 19 or so: must be"),
        ("claims", {"limit": 0}, "--limit 0: must be 1 or more"),
        ("claims", {"cursor": "x"}, "--cursor x: is none"),
        ("claims", {"cursor": "6.50"}, "belongs to snapshot 6; ask the record @6"),
        ("sql", {}, "needs 'query'"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_way_out(
    record: Any, name: str, given: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(UsageError, match=complaint):
        ask(record, name, **given)


def test_sql_is_one_select_and_may_be_paged(record: Any) -> None:
    answer = ask(record, "sql", query="SELECT type FROM claims ORDER BY type; ", limit=2)
    assert [row["type"] for row in answer] == ["ACCUSE", "CONSULT"]
    assert answer.cursor == "7.2"


@pytest.mark.parametrize("query", ["DROP TABLE claims", "SELECT 1) TO 'x' (SELECT 2", "SELECT 1; DELETE FROM claims"])
def test_sql_that_writes_is_not_run(record: Any, query: str) -> None:
    with pytest.raises(Exception, match=r"(?i)syntax error"):
        ask(record, "sql", query=query)
    assert len(ask(record, "claims")) == 4
