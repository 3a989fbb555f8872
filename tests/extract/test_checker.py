"""The checker: what it is given of a claim, and that it learned to tell true from false."""

from pathlib import Path

import pytest

from dateline.extract.claims.checker import MOST_TOKENS, checker, claim_words, marked_ids, marked_spans
from dateline.extract.claims.network import tokenizer_of
from dateline.extract.claims.typer import Candidate
from dateline.model.span import Span

TEXT = "The cabinet of Nepal was silent. On Monday its army shelled a village in Chad and fled."
SENTENCE = Span(33, len(TEXT))


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def candidate(
    *, kind: str = "ASSAULT", actors: tuple[str, ...] = ("its army",), recipients: tuple[str, ...] = ("Chad",)
) -> Candidate:
    sides = (tuple(at(w) for w in side) for side in (actors, recipients))
    mode = "heavy_weapons" if kind == "ASSAULT" else None
    return Candidate(SENTENCE, at("shelled"), *sides, kind, mode, "happened", "a.rule", 0.8)


def weights() -> Path:
    return Path(__file__).parents[2] / "dateline" / "weights" / "checker"


def test_a_claim_is_told_in_words_with_sides_of_other_sentences_by_name() -> None:
    assert claim_words(TEXT, candidate()) == "assault heavy weapons happened"
    assert claim_words(TEXT, candidate(recipients=())) == "assault heavy weapons happened to nobody"
    away = candidate(actors=("The cabinet of Nepal", "its army"), recipients=())
    assert claim_words(TEXT, away) == "assault heavy weapons happened by The cabinet of Nepal to nobody"


def test_only_what_stands_in_the_sentence_is_marked() -> None:
    actors, recipients, act = marked_spans(candidate(actors=("The cabinet of Nepal", "its army")))
    sentence = SENTENCE.of(TEXT)
    assert [s.of(sentence) for s in actors] == ["its army"]
    assert [s.of(sentence) for s in recipients] == ["Chad"]
    assert [s.of(sentence) for s in act] == ["shelled"]


def test_marks_stand_around_every_side_and_the_act() -> None:
    tokenizer = tokenizer_of(weights())
    one = candidate()
    ids, roles = marked_ids(tokenizer, SENTENCE.of(TEXT), claim_words(TEXT, one), marked_spans(one))
    words = [tokenizer.id_to_token(i) for i in ids]
    assert words[:2] == ["[CLS]", "assault"]
    assert words[-1] == "[SEP]"
    told = " ".join(words)
    assert "[unused0] its army [unused1] [unused4] shell ##ed [unused5] a village in [unused2] chad [unused3]" in told
    assert [[words[k] for k in role] for role in roles] == [["its", "army"], ["chad"], ["shell", "##ed"]]


def test_a_long_sentence_is_cut_and_still_closed() -> None:
    tokenizer = tokenizer_of(weights())
    ids, roles = marked_ids(tokenizer, "rice " * 400 + "Chad", "aid happened", ((), (Span(2000, 2004),), ()))
    assert len(ids) == MOST_TOKENS
    assert tokenizer.id_to_token(ids[-1]) == "[SEP]"
    assert roles == [[], [], []]


def test_the_same_claims_give_the_same_odds_in_any_order() -> None:
    one, two = candidate(), candidate(kind="AID")
    there, back = checker().check(TEXT, [one, two]), checker().check(TEXT, [two, one])
    assert there == pytest.approx([back[1], back[0]], abs=1e-4)
    assert checker().check(TEXT, []) == []


def test_a_claim_given_in_words_has_the_odds_of_its_candidate() -> None:
    one = candidate()
    odds = checker().log_odds(SENTENCE.of(TEXT), claim_words(TEXT, one), marked_spans(one))
    assert checker().check(TEXT, [one]) == pytest.approx([odds], abs=1e-4)


@pytest.mark.parametrize(
    "wrong",
    [
        candidate(kind="AID"),
        candidate(kind="CONSULT"),
        candidate(actors=("Chad",), recipients=("its army",)),
        candidate(recipients=()),
    ],
    ids=["a shelling is no aid", "and no talks", "the village shelled nobody", "a victim is named"],
)
def test_what_the_sentence_tells_is_likelier_than_what_it_does_not(wrong: Candidate) -> None:
    true, false = checker().check(TEXT, [candidate(), wrong])
    assert true > false
