"""Everything that a run of words can be by itself: a country, a people, a capital, a body, a title."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.lang.names import particles
from dateline.lang.phrases import PhraseTable
from dateline.lang.titles import Title, titles
from dateline.model.syntax import Token
from dateline.ontology.bodies import Body, bodies
from dateline.ontology.countries import countries
from dateline.ontology.peoples import peoples

# After these and a hyphen a demonym says whom somebody is for or against, not whose he is.
_AGAINST = frozenset({"pro", "anti", "non", "un"})


@dataclass(frozen=True, slots=True)
class Known:
    """A name that the ontology has. `role` is `country`, `demonym`, `people`, `capital`, `region`, `metonym` or `body`.

    `country` is an ISO code or a PLOVER non-state code; `exact` the only spelling, for names in capitals.
    """

    role: str
    name: str
    country: str | None
    exact: str | None = None
    plural: bool = False
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at the token range `[first, last)`."""

    first: int
    last: int
    known: Known


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A title at the token range `[first, last)`, with its senses, the general one last."""

    first: int
    last: int
    senses: tuple[Title, ...]


@dataclass(slots=True)
class Hits:
    """What a text's words are by themselves: for each token that a hit covers, the hit."""

    known: dict[int, Hit]
    titles: dict[int, TitleHit]


@cache
def names() -> PhraseTable[Known]:
    """Bodies, countries, peoples, capitals and metonyms, by their words."""
    table: PhraseTable[Known] = PhraseTable()
    for body in bodies():
        for name in (body.name, *body.aliases):
            table.add(name, Known("body", body.name, body.place, _exact(name), body=body))
    for country in sorted(countries(), key=lambda c: c.valid_to is not None):
        code = country.iso3
        rows = [
            ("country", (country.name, *country.aliases), False),
            ("metonym", country.metonyms, False),
            ("capital", (*((country.capital,) if country.capital else ()), *country.capital_aliases), False),
            ("people", country.nouns, True),
            ("demonym", country.adjectives, False),
            ("people", country.noun, False),
        ]
        for role, words, plural in rows:
            for word in words:
                table.add(word, Known(role, country.name, code, _exact(word), plural))
    for word, code, role in peoples():
        table.add(word, Known("demonym" if role == "people" else role, word, code, None, word.endswith("s")))
    table.settle()
    return table


def _exact(name: str) -> str | None:
    return name if name.isupper() else None


def find_hits(tokens: Sequence[Token]) -> Hits:
    """All known names and titles of a text, the longest at each place, names not overlapping names."""
    name_table, title_table = names(), titles()
    by_name, by_title = name_table.first, title_table.first
    words = [token.lower for token in tokens]
    known: dict[int, Hit] = {}
    found_titles: dict[int, TitleHit] = {}
    name_end = title_end = 0
    for i in range(len(words)):
        word = words[i] = words[i].removesuffix("-led")
        if i >= name_end and word in by_name:
            for end, value in name_table.at(words, i):
                if (
                    _is_written(tokens, i, end, value)
                    and not _is_cut(words, i, end, value)
                    and not _is_part(tokens, i, value)
                ):
                    hit = Hit(i, end, value)
                    for k in range(i, end):
                        known[k] = hit
                    name_end = end
                    break
        if i >= title_end and word in by_title:
            for end, senses in title_table.at(words, i):
                if end == i + 1 and (tokens[i].pos in _NO_TITLE or _is_clock(tokens, i)):
                    continue
                title_hit = TitleHit(i, end, senses)
                for k in range(i, end):
                    found_titles[k] = title_hit
                title_end = end
                break
    return Hits(known, found_titles)


# Words that with another name make the name of another place.
_CALLED = frozenset(
    {"st.", "st", "saint", "new", "fort", "port", "san", "santa", "mount", "lake", "cape", "los", "las"}
)
_POINTS = frozenset({"east", "west", "north", "south", "upper", "lower"})
_NO_TITLE = frozenset({"VERB", "AUX", "ADV", "ADP", "PRON", "DET"})


def _is_clock(tokens: Sequence[Token], index: int) -> bool:
    """Whether "pm" is the afternoon."""
    return tokens[index].entity == "TIME" or (
        index > 0 and tokens[index - 1].text[0].isdigit() and len(tokens[index].text) < 3
    )


def _is_written(tokens: Sequence[Token], first: int, last: int, known: Known) -> bool:
    """Whether the words are written as a name: in capitals where the name is, else with a capital."""
    token = tokens[first]
    if known.exact is not None:
        return " ".join(t.text for t in tokens[first:last]).removesuffix("-led") == known.exact
    if token.text[:1].isupper() or token.text[:1].isdigit():
        return True
    return token.lower in particles() and tokens[last - 1].text[:1].isupper()


def _is_part(tokens: Sequence[Token], first: int, known: Known) -> bool:
    """Whether the word ends a longer name of another place: New South Wales, St. Paris."""
    if not first or known.role not in ("country", "capital", "region"):
        return False
    token, before = tokens[first], tokens[first - 1]
    if before.pos == "PROPN" and before.lower in (_CALLED if known.role == "country" else _CALLED | _POINTS):
        return True
    same = token.entity in ("GPE", "LOC", "FAC") and not token.entity_start and before.entity == token.entity
    return same and before.pos == "PROPN"


def _is_cut(words: list[str], first: int, last: int, known: Known) -> bool:
    """Whether the word is only part of a compound that says something else: pro-Russian, Iranian-backed, ethnic Turks.

    A "U.S.-led coalition" is its leader's.
    """
    if first >= 2 and words[first - 1] == "-" and words[first - 2] in _AGAINST:
        return True
    if first and words[first - 1] == "ethnic":
        return True
    if last + 1 < len(words) and words[last] in ("-", "–"):
        following = words[last + 1]
        if following == "led":
            return False
        return known.role != "body" and following.endswith(
            ("ed", "ing", "born", "held", "run", "built", "led", "made", "wide")
        )
    return False
