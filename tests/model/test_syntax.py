from dateline.annotate.parser import Parser
from dateline.model.span import Span
from dateline.model.syntax import Syntax


def words(syntax: Syntax, indices: list[int]) -> list[str]:
    return [syntax.tokens[i].text for i in indices]


def test_conjuncts_are_all_that_are_coordinated_to_the_right(parser: Parser) -> None:
    syntax = parser("France, Germany and Italy signed the treaty.")
    assert words(syntax, syntax.conjuncts(0)) == ["France", "Germany", "Italy"]


def test_what_stands_behind_but_is_left_out(parser: Parser) -> None:
    syntax = parser("All members but Russia and China agreed to the text.")
    members = next(t.index for t in syntax.tokens if t.text == "members")
    assert words(syntax, syntax.conjuncts(members)) == ["members"]


def test_the_tokens_inside_a_span_are_those_that_begin_in_it(parser: Parser) -> None:
    text = "Norway and Chad met."
    syntax = parser(text)
    assert words(syntax, list(syntax.inside(Span(7, 15)))) == ["and", "Chad"]
    assert list(syntax.inside(Span(len(text), len(text)))) == []
