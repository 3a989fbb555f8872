"""Two countries told by one name: "North and South Korea", "East and West German officials"."""

from collections.abc import Sequence

from dateline.lang.politics import politics
from dateline.model.span import Span
from dateline.model.syntax import Token
from dateline.ontology.countries import by_demonym, by_name


def halves(tokens: Sequence[Token]) -> list[tuple[Span, str]]:
    """The two countries with their words, where these tokens hold such a name; else nothing."""
    points = politics("points_of_name")
    for one, also, other, name in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if one.lower not in points or also.lower != "and" or other.lower not in points:
            continue
        first, second = _called(one, name), _called(other, name)
        if first and second:
            return [(one.span, first), (Span(other.start, name.end), second)]
    return _both(tokens)


def _both(tokens: Sequence[Token]) -> list[tuple[Span, str]]:
    """ "The two Koreas"."""
    for token in tokens:
        name = token.text.removesuffix("s")
        if token.pos in ("PROPN", "NOUN") and name != token.text and name[:1].isupper():
            found = [by_name(f"{point} {name}") for point in politics("points_of_name")]
            codes = sorted({country.iso3 for country in found if country is not None})
            if len(codes) > 1:
                return [(token.span, code) for code in codes]
    return []


def _called(point: Token, name: Token) -> str | None:
    words = f"{point.text} {name.text}"
    found = by_name(words) or by_demonym(words)
    return found.iso3 if found is not None else None
