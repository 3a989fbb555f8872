import pytest

from dateline.annotate.parser import Parser
from dateline.ingest.assemble import assemble
from dateline.model.document import DatelinePlace, Origin
from dateline.model.span import Span
from dateline.pipeline import Reader


def test_a_headline_without_a_stop_is_a_sentence_of_its_own(parser: Parser) -> None:
    text = "Ministers meet in Oslo\n\nThe ministers met on Monday."
    syntax = parser(text)
    assert [syntax.span(*s).of(text) for s in syntax.sentences] == [
        "Ministers meet in Oslo",
        "The ministers met on Monday.",
    ]


def test_every_token_stands_where_it_says_and_none_is_white_space(parser: Parser) -> None:
    text = "“No,” she said.\n\n  Norway’s   minister 🙂 left – at 5 p.m."
    for token in parser(text).tokens:
        assert text[token.start : token.end] == token.text
        assert token.text.strip()


def test_a_clitic_at_the_end_of_a_name_is_none_of_it(parser: Parser) -> None:
    text = "Amina Odhiambo's lawyer met Norway's minister."
    syntax = parser(text)
    names = [syntax.span(first, last).of(text) for first, last, _ in syntax.entities]
    assert not [name for name in names if name.endswith("'s")]


def test_batches_and_single_texts_give_the_same_grammar(parser: Parser) -> None:
    texts = ["Norway signed the treaty.", "Chad refused.\nMali agreed.", ""]
    for text, syntax in zip(texts, parser.pipe(texts), strict=True):
        assert syntax.tokens == parser(text).tokens
        assert syntax.sentences == parser(text).sentences


def test_heads_lead_to_a_root_within_the_sentence(parser: Parser) -> None:
    syntax = parser("After talks in Vienna, Iran and the IAEA, its watchdog, agreed.\n\nInspectors return in May.")
    for token in syntax.tokens:
        above = [syntax.tokens[i] for i in syntax.ancestors(token.index)]
        assert all(a.sentence == token.sentence for a in above)
        left, right = syntax.edges(token.index)
        assert left <= token.index < right
        assert syntax.subtree(token.index)[0] == left


def test_a_sentence_begins_at_a_given_break(parser: Parser) -> None:
    text = "NAIROBI, Nov. 7 - Senior commanders of the Ethiopian army met in the Kenyan capital."
    start = text.index("Senior")
    syntax = parser(text, breaks=(start,))
    assert syntax.tokens[syntax.sentences[-1][0]].start == start


def sentences(parser: Parser, text: str, *, breaks: tuple[int, ...] = ()) -> list[str]:
    syntax = parser(text, breaks=breaks)
    return [syntax.span(*s).of(text) for s in syntax.sentences]


@pytest.mark.parametrize(
    "story",
    [
        "Kenyan Foreign Minister Alfred Mutua met his Norwegian counterpart.",
        "U.S. President Joe Biden met his Kenyan counterpart.",
        "State Rep. Ana Cruz is certain to vote for the bill.",
        "Donald Trump met the Kenyan president.",
        "“Aid must flow,” Kenyan Foreign Minister Alfred Mutua said.",
    ],
)
@pytest.mark.parametrize("dateline", ["NAIROBI, Nov. 7 (Harbour Wire) - ", "RYE, N.H. - ", "GENEVA (Harbour Wire) — "])
def test_the_first_sentence_behind_a_dateline_is_whole(parser: Parser, dateline: str, story: str) -> None:
    found = sentences(parser, f"Ministers meet\n\n{dateline}{story}", breaks=(16 + len(dateline),))
    assert found == ["Ministers meet", dateline.strip(), story]


@pytest.mark.parametrize("dash", ["-", "--", "–", "—", "―"])
def test_whatever_dash_ends_a_dateline_is_no_sentence(reader: Reader, dash: str) -> None:
    story = "Police found two men from the city dead on Monday."
    place = DatelinePlace(Span(0, 16), place="Oslo", date=None)
    reading = reader.read(assemble(f"OSLO, May 3 (AP) {dash} {story}", origin=Origin(dateline=place)))
    assert reading.syntax is not None
    last = reading.syntax.span(*reading.syntax.sentences[-1])
    assert last.of(reading.text) == story


def test_a_sentence_neither_begins_with_a_closing_mark_nor_behind_an_opening_one(parser: Parser) -> None:
    first = "''I think they must go.''"
    second = "He added: ''The ministers, not we, must pay.''"
    assert sentences(parser, f"{first} {second}") == [first, second]


def test_a_day_behind_an_hour_belongs_to_its_sentence(parser: Parser) -> None:
    first = "The shell fell on the market at about 4:30 a.m. Saturday in the port of Basra."
    second = "Nobody was hurt."
    assert sentences(parser, f"{first} {second}") == [first, second]


def test_a_shortened_title_ends_no_sentence(parser: Parser) -> None:
    syntax = parser("“They ran,” Laconia police Capt. Ana Silva said. Two officers, including Sgt. Don Petrov, left.")
    assert len(syntax.sentences) == 2
