"""Predicates: arguments where grammar hides them, and the form of the verb."""

from collections.abc import Callable

import pytest

from dateline.extract.predicates import Predicates
from dateline.model.predicate import Predicate
from dateline.model.reading import Reading

Parse = Callable[..., Reading]


@pytest.fixture(scope="module")
def stage() -> Predicates:
    return Predicates()


@pytest.fixture
def found(parse: Parse, stage: Predicates) -> Callable[[str], dict[str, Predicate]]:
    def find(text: str) -> dict[str, Predicate]:
        reading = parse(text)
        reading.add(list(stage(reading)))
        return {p.value.lemma: p.value for p in reading.predicates}

    return find


def heads(text: str, parse: Parse, lemma: str, role: str, stage: Predicates) -> list[str]:
    reading = parse(text)
    return [
        reading.parsed.tokens[a.head].text for p in stage(reading) if p.value.lemma == lemma for a in p.value.role(role)
    ]


@pytest.mark.parametrize(
    ("text", "lemma", "role", "wanted"),
    [
        ("The plan was rejected by Norway.", "reject", "subject", ["Norway"]),
        ("The plan was rejected by Norway.", "reject", "object", ["plan"]),
        ("The envoy whom Chad invited left.", "invite", "object", ["envoy"]),
        ("Peru, which blamed Chile, left.", "blame", "subject", ["Peru"]),
        ("The plan issued by China failed.", "issue", "subject", ["China"]),
        ("Kenya urged Mali to leave.", "leave", "subject", ["Mali"]),
        ("Kenya promised to leave.", "leave", "subject", ["Kenya"]),
        ("Ghana called on Togo to disarm.", "disarm", "subject", ["Togo"]),
        ("Ghana arrived and met Togo.", "meet", "subject", ["Ghana"]),
        ("Russia's invasion of Ukraine began.", "invasion", "object", ["Ukraine"]),
        ("The release of the pilots by Iran helped.", "release", "subject", ["Iran"]),
        ("Sudan launched an attack on Chad.", "attack", "subject", ["Sudan"]),
        ("Chadian rebels have kidnapped up to 14 French engineers.", "kidnap", "object", ["engineers"]),
        # The parser hangs the clause on the person, who is no "which".
        (
            (
                "Anna M. Shelton, the president of the Communications Workers of America, which endorsed Mr. Orlov in "
                "December, said that polling of its members showed support."
            ),
            "endorse",
            "subject",
            ["Workers"],
        ),
    ],
)
def test_arguments_are_found_where_grammar_hides_them(
    parse: Parse, stage: Predicates, text: str, lemma: str, role: str, wanted: list[str]
) -> None:
    assert heads(text, parse, lemma, role, stage) == wanted


def test_a_light_verb_carries_its_noun_and_the_verb_gives_the_tense(
    found: Callable[[str], dict[str, Predicate]],
) -> None:
    talk = found("Norway will hold talks with Sweden.")["talk"]
    assert (talk.light, talk.tense, talk.form) == ("hold", "future", "verb")
    assert talk.noun is not None


def test_an_event_takes_place_in_the_tense_of_the_verb(found: Callable[[str], dict[str, Predicate]]) -> None:
    assert found("No talks took place.")["talk"].negated
    assert found("Talks will take place.")["talk"].tense == "future"


@pytest.mark.parametrize(
    ("text", "tense", "aspect", "modal"),
    [
        ("Mali attacked Niger.", "past", None, None),
        ("Mali has attacked Niger.", "present", "perfect", None),
        ("Mali is attacking Niger.", "present", "progressive", None),
        ("Mali will attack Niger.", "future", None, None),
        ("Mali is going to attack Niger.", "future", None, None),
        ("Mali may attack Niger.", None, None, "may"),
    ],
)
def test_tense_aspect_and_modal_are_read_off_the_verb_group(
    found: Callable[[str], dict[str, Predicate]], text: str, tense: str | None, aspect: str | None, modal: str | None
) -> None:
    attack = found(text)["attack"]
    assert (attack.tense, attack.aspect, attack.modal) == (tense, aspect, modal)


def test_conditions_and_negations_are_seen_and_not_only_is_none(found: Callable[[str], dict[str, Predicate]]) -> None:
    assert found("If Mali attacks Niger, we leave.")["attack"].conditional
    assert found("Mali did not attack Niger.")["attack"].negated
    assert not found("Mali not only attacked Niger but left.")["attack"].negated


def test_a_deed_points_at_the_word_that_governs_it(parse: Parse, stage: Predicates) -> None:
    reading = parse("Iran refused to meet Chad.")
    reading.add(list(stage(reading)))
    refuse, meet = reading.predicates
    assert (meet.value.governor, meet.value.governor_role) == (refuse.id, "xcomp")
    assert refuse.value.governor is None
