from dateline.annotate.parser import Parser


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
