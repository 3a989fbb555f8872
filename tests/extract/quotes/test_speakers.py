"""Who speaks: names behind titles, texts, pronouns and descriptions."""

from collections.abc import Callable

import pytest

from dateline.extract.quotes import Quotes
from dateline.model.quote import Quote
from dateline.model.reading import Reading

Parse = Callable[..., Reading]
STAGES = ["regions", "mentions", "coreference"]


def quotes_of(parse: Parse, text: str) -> tuple[Reading, list[Quote]]:
    reading = parse(text, stages=STAGES)
    reading.add(Quotes()(reading))
    return reading, [a.value for a in reading.quotes]


LAST = [
    (
        "“It was loud,” Maria Silva said. Peter Okafor, 43, was driving home when he saw it. “It was a ball of fire.”",
        "Peter Okafor",
    ),
    (
        "Maria Silva and Peter Okafor came from Chad. “We saw our house burn,” Silva and Okafor said.",
        "Maria Silva and Peter Okafor",
    ),
    ("“We watch the border,” said director of health within the Chadian Food Authority, Peter Okafor.", "Peter Okafor"),
    ("Birds Australia, a group for nature, said it had “not heard of a similar case.”", "Birds Australia"),
    ("The charity Chad Aid issued a statement saying the raid “was a crime against children.”", "Chad Aid"),
    ("The panel sent its members a memo on Friday. “The bridge cannot be saved,” it stated.", "panel"),
    (
        "Peter Okafor, the health minister, expressed his sympathy. “We mourn a boy of two years,” he stated.",
        "Peter Okafor",
    ),
    (
        "As Maria Silva stood in the yard, she wondered about her clothes. “Can it be washed out?” she asked.",
        "Maria Silva",
    ),
    ("Turnout was high in the north - Maria Silva: “The villages came to vote in the first hours.”", "Maria Silva"),
    ("Maria Silva defended her record in her comment that, “We closed no school in this valley.”", "Maria Silva"),
    (
        "Peter Okafor was quick to add that nothing changes.\n\n“Selling it? That is out of the question.”",
        "Peter Okafor",
    ),
    ("No wonder Peter Okafor said, and I quote, “We love the rain in our country.” He is a farmer.", "Peter Okafor"),
    ("Peter Okafor thanked the man who had sued the town, saying, “He did a good job for all of us.”", "Peter Okafor"),
    (
        "One early backer, Maria Silva, gave the idea a try in a talk on Friday: “The plan can feed us all.”",
        "Maria Silva",
    ),
    ("Voices of the day\n\n“I will look into the matter of the bridge.”\n\n- Maria Silva", "Maria Silva"),
    (
        "Maria Silva came late to the hearing. The former senator said the law “must be written once more.”",
        "Maria Silva",
    ),
    (
        "Maria Silva spoke in Lima. Her campaign said in May that “the race for the seat is not over yet.”",
        "Maria Silva's campaign",
    ),
]


@pytest.mark.parametrize(("text", "who"), LAST)
def test_the_last_words_between_marks_have_their_speaker(parse: Parse, text: str, who: str) -> None:
    reading, found = quotes_of(parse, text)
    speaker = max((q for q in found if q.marked), key=lambda q: q.marked[-1]).speaker
    assert speaker is not None, [s.of(reading.text) for q in found for s in q.content]
    assert who in (speaker.name or "")


NAMES = [
    "Workers wore shirts with “The Long Road Home,” a song of the north.",
    "In May the show was named “The Long Road Show,” with Okafor as its host.",
    "Okafor called Silva “Tall Maria” on Monday.",
]


@pytest.mark.parametrize("text", NAMES)
def test_names_of_works_and_nicknames_in_marks_are_no_quotes(parse: Parse, text: str) -> None:
    assert not [q for q in quotes_of(parse, text)[1] if q.marked]


def test_a_first_name_of_men_and_women_says_nothing_of_a_pronoun(parse: Parse) -> None:
    text = "Peter Okafor and Anna Brandt left. “They are wrong,” said Terry Silva. “We want a day in court,” she said."
    speaker = quotes_of(parse, text)[1][-1].speaker
    assert speaker is not None
    assert speaker.name == "Terry Silva"


def test_a_country_whose_name_somebody_bears_does_not_speak_for_him(parse: Parse) -> None:
    text = "Peter Jordan runs the harbour of Lima. “We have room for forty ships,” Jordan said."
    speaker = quotes_of(parse, text)[1][-1].speaker
    assert speaker is not None
    assert speaker.name == "Peter Jordan"
