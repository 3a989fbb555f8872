"""Whole quotes: what was said, by whom, to whom, in whose speech."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.extract.quotes import Quotes
from dateline.model import layers
from dateline.model.annotation import Annotation
from dateline.model.document import Document
from dateline.model.quote import Quote
from dateline.model.reading import Reading
from dateline.model.region import Region
from dateline.model.span import Span

Parse = Callable[..., Reading]

NAMES = ("Petrov", "Maria Silva", "President Okafor", "Mr. Tanaka", "The minister", "A senior official", "the Kremlin")
VERBS = ("said", "says", "warned", "told reporters", "added", "insisted", "wrote", "declared")
SAID = (
    "The talks will go on until we have a text",
    "We cannot accept these terms",
    "Nobody here wants another war",
    "Our neighbours have broken their word (twice)",
    "It is the least that we owe [them] today",
)
MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("''", "''"))
BEFORE = (
    "",
    "🚀 ",
    "The ministers met in Geneva on Monday. ",
    "Oil prices fell.\n\n",
    "It's the workers' third strike. ",
)
AFTER = ("", " The meeting ends on Friday.", "\n\nPolice made no arrests.")

cases = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
planted = {
    "name": st.sampled_from(NAMES),
    "verb": st.sampled_from(VERBS),
    "said": st.sampled_from(SAID),
    "marks": st.sampled_from(MARKS),
    "before": st.sampled_from(BEFORE),
    "after": st.sampled_from(AFTER),
}


def quotes_of(reading: Reading) -> list[Quote]:
    reading.add(Quotes()(reading))
    return [a.value for a in reading.quotes]


def words(reading: Reading, quote: Quote) -> list[str]:
    return [span.of(reading.text) for span in quote.content]


def one(parse: Parse, text: str) -> tuple[Reading, Quote]:
    reading = parse(text)
    found = quotes_of(reading)
    assert len(found) == 1, [words(reading, q) for q in found]
    return reading, found[0]


def speaker(reading: Reading, quote: Quote) -> str:
    assert quote.speaker is not None
    assert quote.speaker.mention is not None
    return quote.speaker.mention.of(reading.text)


@pytest.mark.slow
@cases
@given(**planted)
def test_words_before_their_cue_are_found_with_their_speaker(
    parse: Parse, name: str, verb: str, said: str, marks: tuple[str, str], before: str, after: str
) -> None:
    reading, quote = one(parse, f"{before}{marks[0]}{said},{marks[1]} {name} {verb}.{after}")
    start = reading.text.index(said)
    assert (quote.kind, quote.content) == ("direct", (Span(start, start + len(said) + 1),))
    assert speaker(reading, quote) == name
    assert quote.cue is not None
    assert quote.cue.of(reading.text) == verb.split(maxsplit=1)[0]


@pytest.mark.slow
@cases
@given(**planted)
def test_words_after_their_cue_are_found_with_their_speaker(
    parse: Parse, name: str, verb: str, said: str, marks: tuple[str, str], before: str, after: str
) -> None:
    name = name[0].upper() + name[1:]
    reading, quote = one(parse, f"{before}{name} {verb}: {marks[0]}{said}.{marks[1]}{after}")
    start = reading.text.index(said)
    assert (quote.kind, quote.content) == ("direct", (Span(start, start + len(said) + 1),))
    assert speaker(reading, quote) == name


@pytest.mark.slow
@cases
@given(more=st.sampled_from(SAID), **planted)
def test_words_on_both_sides_of_a_cue_are_one_quote(
    parse: Parse, name: str, verb: str, said: str, more: str, marks: tuple[str, str], before: str, after: str
) -> None:
    a, b = marks
    more = f"And {more.lower()}."
    reading, quote = one(parse, f"{before}{a}{said},{b} {name} {verb}. {a}{more}{b}{after}")
    assert quote.kind == "direct"
    assert words(reading, quote) == [f"{said},", more]
    assert speaker(reading, quote) == name


@pytest.mark.slow
@cases
@given(more=st.sampled_from(SAID), **planted)
def test_a_quotation_over_two_paragraphs_is_one_quote(
    parse: Parse, name: str, verb: str, said: str, more: str, marks: tuple[str, str], before: str, after: str
) -> None:
    reading, quote = one(parse, f"{before}“{said},” {name} {verb}. “It is late.\n\n“Today {more.lower()}.”{after}")
    assert words(reading, quote) == [f"{said},", "It is late.", f"Today {more.lower()}."]


@pytest.mark.slow
@cases
@given(name=st.sampled_from(NAMES), said=st.sampled_from(SAID), before=st.sampled_from(BEFORE))
def test_speech_within_speech_has_its_own_speaker_and_its_parent(
    parse: Parse, name: str, said: str, before: str
) -> None:
    reading = parse(f"{before}“My sister told me, ‘{said},’ and I agreed,” {name} said.")
    found = quotes_of(reading)
    outer = next(q for q in found if q.parent is None)
    inner = next(q for q in found if words(reading, q) == [f"{said},"])
    assert words(reading, outer) == [f"My sister told me, ‘{said},’ and I agreed,"]
    assert speaker(reading, outer) == name
    assert speaker(reading, inner) == "My sister"
    parent = reading.find(inner.parent or "")
    assert parent is not None
    assert parent.value is outer


INDIRECT = [
    ("Petrov said that the talks had failed.", "the talks had failed", "Petrov", "said"),
    ("The talks had failed, Petrov said.", "The talks had failed", "Petrov", "said"),
    ("According to the ministry, the bridge was empty.", "the bridge was empty", "the ministry", "According to"),
    ("The minister told lawmakers the army would leave.", "the army would leave", "The minister", "told"),
    (
        "A spokeswoman for the ministry warned that fuel was short.",
        "fuel was short",
        "A spokeswoman for the ministry",
        "warned",
    ),
    ("Kenya urged Somalia to reopen the border.", "Somalia to reopen the border", "Kenya", "urged"),
]


@pytest.mark.parametrize(("text", "content", "who", "cue"), INDIRECT)
def test_reported_clauses_are_indirect_quotes(parse: Parse, text: str, content: str, who: str, cue: str) -> None:
    reading, quote = one(parse, text)
    assert quote.kind == "indirect"
    assert words(reading, quote) == [content]
    assert speaker(reading, quote) == who
    assert quote.cue is not None
    assert quote.cue.of(reading.text) == cue


MIXED = [
    (
        "Silva said the raid was “a crime against children” and a mistake.",
        "the raid was “a crime against children” and a mistake",
    ),
    ("The vote is “a farce,” Silva said.", "The vote is “a farce,”"),
    ("Silva accused the army of spreading “fear and lies.”", "the army of spreading “fear and lies.”"),
    (
        "Silva urged Chad to reverse “its hasty decision” to leave the pact.",
        "Chad to reverse “its hasty decision” to leave the pact",
    ),
]


@pytest.mark.parametrize(("text", "content"), MIXED)
def test_a_reported_clause_with_marked_pieces_is_mixed(parse: Parse, text: str, content: str) -> None:
    reading, quote = one(parse, text)
    assert quote.kind == "mixed"
    assert words(reading, quote) == [content]
    assert speaker(reading, quote) == "Silva"
    assert len(quote.marked) == 1
    assert quote.marked[0].of(reading.text) in content


NONE = [
    "They toured the so-called “peace village” near the border.",
    "Her novel “The Long Road Home” sold well in Kenya.",
    "The “temporary” bridge has stood for ten years.",
    "The minister arrived in Cairo on Monday and met the president.",
]


@pytest.mark.parametrize("text", NONE)
def test_distancing_marks_titles_and_plain_acts_are_no_quotes(parse: Parse, text: str) -> None:
    assert quotes_of(parse(text)) == []


def test_a_paragraph_that_is_a_quotation_takes_the_speaker_before_it(parse: Parse) -> None:
    reading = parse(
        "Silva said that the talks had failed.\n\n“We came with an open mind and leave with nothing at all.”"
    )
    first, second = quotes_of(reading)
    assert (second.kind, second.cue) == ("direct", None)
    assert second.speaker is not None
    assert (second.speaker.name, second.speaker.method) == ("Silva", "floating")
    assert first.speaker is not None
    assert first.speaker.name == "Silva"


def test_a_question_in_a_dialogue_is_answered_by_the_other(parse: Parse) -> None:
    reading = parse(
        "“We have to talk about the prisoners,” Silva said.\n\n“What is there to talk about?” Okafor asked.\n\n"
        "“Their release, and who pays for the buses.”"
    )
    assert [q.speaker.name if q.speaker else None for q in quotes_of(reading)] == ["Silva", "Okafor", "Silva"]


def test_the_one_spoken_to_is_the_addressee(parse: Parse) -> None:
    reading, quote = one(parse, "“We will not sign,” Silva told Okafor.")
    assert quote.addressee is not None
    assert (speaker(reading, quote), quote.addressee.name) == ("Silva", "Okafor")


def test_i_in_a_quotation_is_its_speaker(parse: Parse) -> None:
    reading = parse("“I told him that the money was gone,” Silva said.")
    inner = next(q for q in quotes_of(reading) if q.parent is not None)
    assert inner.speaker is not None
    assert (inner.speaker.name, inner.speaker.method) == ("Silva", "nested")


def test_a_pronoun_is_the_last_speaker_whom_it_fits(parse: Parse) -> None:
    reading = parse("Mr. Tanaka said the talks had failed. “We tried everything,” he added.", stages=["regions"])
    assert [q.speaker.name if q.speaker else None for q in quotes_of(reading)] == ["Mr. Tanaka", "Mr. Tanaka"]


def test_speakers_are_actors_where_the_report_knows_them(parse: Parse) -> None:
    stages = ["regions", "mentions", "coreference"]
    reading = parse("Foreign Minister Ana Silva met the press. “The talks failed,” Silva said.", stages=stages)
    (quote,) = quotes_of(reading)
    assert quote.speaker is not None
    actor = reading.find(quote.speaker.actor or "")
    assert actor is not None
    assert quote.speaker.name == actor.value.name
    assert "Ana" in actor.value.name


def test_a_transcript_names_its_speakers_before_colons(parse: Parse) -> None:
    reading = parse(
        "A radio interview\n\nHOST: Will you sign the treaty?\n\nSILVA: We will sign it when the guns are silent."
    )
    found = quotes_of(reading)
    assert [speaker(reading, q) for q in found] == ["HOST", "SILVA"]
    assert words(reading, found[1]) == ["We will sign it when the guns are silent."]


def test_a_signed_quotation_belongs_to_the_name_behind_the_dash(parse: Parse) -> None:
    reading, quote = one(parse, "Voices of the day\n\n“Nobody here wants another war.” — Maria Silva")
    assert (words(reading, quote), quote.speaker.name if quote.speaker else None) == (
        ["Nobody here wants another war."],
        "Maria Silva",
    )


def test_captions_and_biographies_yield_no_quotes(parse: Parse) -> None:
    text = "Silva speaks in Lima. “We will not sign,” Silva said."
    reading = parse(text)
    reading.add([Annotation("r1", layers.REGION, Span(0, len(text)), "test", Region("caption"))])
    assert quotes_of(reading) == []


def test_a_report_without_words_has_no_quotes(parser: Callable[[str], object]) -> None:
    reading = Reading(Document(id="d", text="", sha256=""), parser(""))  # type: ignore[arg-type]  # the fixture's call
    assert list(Quotes()(reading)) == []


def test_the_same_report_gives_the_same_quotes(parse: Parse) -> None:
    text = "“We will not sign,” Silva said. He told Okafor that “the price” was too high."
    first, second = parse(text), parse(text)
    assert quotes_of(first) == quotes_of(second)
    assert [a.id for a in first.quotes] == [a.id for a in second.quotes]


SPEAKERS = [
    ("Silva says little. “Nobody here wants another war,” Silva notes.", "Nobody here wants another war,", "Silva"),
    (
        "Ana Silva named a favourite. “‘Island of Wolves,’” she said, “but only the first part of it!”",
        "but only the",
        "she",
    ),
    (
        "“We will go,” Silva said, adding it was a “place where people wait, they work and they go.”",
        "it was a",
        "Silva",
    ),
    ("Silva feels confident that Okafor will “blow away the expectations of all.”", "Okafor will", "Silva"),
    ("Silva predicted at the debate in Lima on Monday that the bill would fail.", "the bill would fail", "Silva"),
]


@pytest.mark.parametrize(("text", "content", "who"), SPEAKERS)
def test_marks_and_stray_clauses_do_not_hide_the_speaker(parse: Parse, text: str, content: str, who: str) -> None:
    reading = parse(text)
    quote = next(q for q in quotes_of(reading) if any(w.startswith(content) for w in words(reading, q)))
    assert speaker(reading, quote) == who


NAMED = [
    ("“This is wrong,” the Ministry of Trade said in a statement. The statement added: “We will not go.”", "Ministry"),
    ("Aides support him. From Okafor’s post: “For the sake of our country we must overcome this.”", "Okafor"),
    ("Ana Silva asked Peter Okafor whether he was ill.\n\n“Sure I am. I would not have run,” he said.", "Okafor"),
    ("John Okafor predicted that the party would win if Peter Silva ran.\n\n“That is no issue,” he said.", "Okafor"),
]


@pytest.mark.parametrize(("text", "who"), NAMED)
def test_statements_questions_and_pronouns_lead_to_the_one_who_speaks(parse: Parse, text: str, who: str) -> None:
    reading = parse(text, stages=["regions", "mentions", "coreference"])
    quote = [q for q in quotes_of(reading) if q.kind == "direct"][-1]
    assert quote.speaker is not None
    assert who in (quote.speaker.name or "")


def test_a_report_in_one_line_has_no_label_before_its_first_colon(parse: Parse) -> None:
    text = "Prices rose again. The ministry: nothing is planned. Traders wait for May, and many are worried."
    assert all(q.cue is None or q.cue.of(text) != ":" for q in quotes_of(parse(text)))
