"""The network that weighs claims: what goes in, what comes out, and that it learned something."""

from math import log

import pytest

from dateline.extract.claims.network import Asked, network, word_hash
from dateline.extract.claims.network_typer import NetworkTyper
from dateline.extract.claims.truth import FEATURES, Truth, asked, features, from_card, record, truth
from dateline.extract.claims.typer import NONE, Candidate
from dateline.model.span import Span

TEXT = "Nepal sent rice to Chad. Nepal met the criteria of the fund."
FIRST, SECOND = Span(0, 24), Span(25, 60)


def at(words: str, *, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def candidate(sentence: Span = FIRST, *, kind: str = "AID", trigger: str = "sent", prior: float = 0.8) -> Candidate:
    actors = (at("Nepal", after=sentence.start),)
    recipients = (at("Chad"),) if sentence == FIRST else ()
    return Candidate(sentence, at(trigger), actors, recipients, kind, None, "happened", "a.rule", prior)


AID = Asked(FIRST, at("Nepal"), at("Chad"), at("sent"))
CRITERIA = Asked(SECOND, at("Nepal", after=25), at("fund"), at("met"))


def test_aid_is_told_from_criteria_that_are_met() -> None:
    aid, criteria = network().judge(TEXT, [AID, CRITERIA])
    assert max(aid.type, key=aid.type.__getitem__) == "AID"
    assert max(aid.relation, key=aid.relation.__getitem__) == "AID"
    assert max(aid.status, key=aid.status.__getitem__) == "happened"
    assert criteria.type[NONE] > aid.type[NONE]


def test_every_head_gives_probabilities() -> None:
    (judged,) = network().judge(TEXT, [AID])
    for weights in (judged.type, judged.mode, judged.status, judged.relation):
        assert sum(weights.values()) == pytest.approx(1, abs=1e-4)


def test_the_same_places_give_the_same_numbers_in_any_order() -> None:
    there, back = network().judge(TEXT, [AID, CRITERIA]), network().judge(TEXT, [CRITERIA, AID])
    assert there == [back[1], back[0]]
    assert network().judge(TEXT, []) == []


def test_a_sentence_longer_than_the_network_reads_is_judged_by_its_beginning() -> None:
    long = TEXT[:23] + " and rice" * 200 + "."
    (judged,) = network().judge(long, [Asked(Span(0, len(long)), at("Nepal"), None, Span(len(long) - 5, len(long)))])
    assert sum(judged.type.values()) == pytest.approx(1, abs=1e-4)


def test_a_learned_sentence_is_known_by_its_words() -> None:
    assert word_hash("Nepal, sent  RICE.") == word_hash("nepal sent rice")
    assert word_hash("Nepal sent rice") != word_hash("Nepal sent fish")
    assert not network().learned(TEXT)


def test_a_side_of_another_sentence_is_not_asked_for() -> None:
    question = asked(Candidate(SECOND, at("met"), (at("Nepal"),), (), "CONSULT", None, "happened", "a.rule", 0.8))
    assert question == Asked(SECOND, None, None, at("met"))


def test_what_the_rules_believe_more_is_likelier_true() -> None:
    sure, unsure = NetworkTyper()(TEXT, [candidate(prior=0.9), candidate(prior=0.4)])
    assert sure["AID"] > unsure["AID"]
    assert sum(sure.values()) == pytest.approx(1)
    assert NONE in sure


def test_criteria_that_are_met_are_less_likely_a_claim_than_aid() -> None:
    aid, criteria = NetworkTyper()(TEXT, [candidate(), candidate(SECOND, kind="CONSULT", trigger="met")])
    assert criteria["CONSULT"] < aid["AID"]


def test_weights_of_other_features_are_refused() -> None:
    card = {"features": ["rule"], "bias": 0.0, "mean": [0.0], "scale": [1.0], "weight": [1.0]}
    with pytest.raises(ValueError, match="fit it anew"):
        from_card(card)


def test_probability_is_the_logistic_of_the_weighed_features() -> None:
    one = Truth(bias=0.0, mean=(1.0, 0.0), scale=(2.0, 1.0), weight=(3.0, 0.0), rules={"a.rule": (1, 2)})
    assert one.probability([1.0], "a.rule") == pytest.approx(0.5)
    assert one.probability([3.0], "a.rule") == pytest.approx(0.9526, abs=1e-4)
    (judged,) = network().judge(TEXT, [AID])
    assert len(features(candidate(), judged, 1.5)) + 1 == len(FEATURES) == len(truth().weight)
    assert features(candidate(), judged, 1.5)[-1] == 1.5
    assert features(candidate(), judged, 99.0)[-1] == 5.0


def test_a_rule_that_was_often_wrong_counts_less_the_more_it_was_judged() -> None:
    rules = {"good.rule": (90, 100), "bad.rule": (2, 10), "rare.rule": (0, 1)}
    good, bad, rare, new = (record(rules, r) for r in ("good.rule", "bad.rule", "rare.rule", "new.rule"))
    assert bad < rare < new < good
    assert new == pytest.approx(log(92 / 19))


def test_what_was_said_of_one_text_is_not_said_of_another() -> None:
    other = TEXT.replace("sent rice to", "shot dead in")
    assert len(other) == len(TEXT)
    (first,), (second,), (again,) = (network().judge(t, [AID]) for t in (TEXT, other, TEXT))
    assert first == again
    assert second.type["AID"] < first.type["AID"]
