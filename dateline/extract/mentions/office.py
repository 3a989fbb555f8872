"""The post that a phrase names: its title, rank, country, and whether it is still held."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.mentions.country import Origin
from dateline.extract.mentions.lexicon import Hits, TitleHit
from dateline.extract.mentions.phrases import Phrase
from dateline.lang.titles import Title, title_words
from dateline.model.actor import Office
from dateline.model.syntax import Token


@dataclass(frozen=True, slots=True)
class Post:
    """A title at the token range `[first, last)`, as it is meant here."""

    first: int
    last: int
    title: Title
    words: str
    plural: bool
    former: bool
    rank: str
    senses: tuple[Title, ...]

    @property
    def sector(self) -> str | None:
        """The sector of the title, none where the post is not of the state that the title makes one think of."""
        return None if self.rank == "official" and self.title.rank in _HIGHEST else self.title.sector

    def office(self, origin: Origin | None) -> Office:
        """The office, its rank by the country where the same title means different posts."""
        country = origin.country if origin else None
        sense = _sense(self.senses, country)
        rank = self.rank if self.rank != self.title.rank else sense.rank
        return Office(
            title=self.words,
            country=country,
            organisation=origin.body if origin else None,
            sector=sense.sector,
            rank=rank,
            former=self.former,
        )


def _sense(senses: tuple[Title, ...], country: str | None) -> Title:
    for sense in senses:
        if country in sense.countries:
            return sense
    return next((s for s in senses if not s.countries), senses[0])


def post_in(phrase: Phrase, tokens: Sequence[Token], hits: Hits) -> Post | None:
    """The title that a phrase holds, at its head or before a name; None where there is none."""
    hit = _title_at(phrase, tokens, hits)
    if hit is None:
        return None
    country = next((hits.known[k].known.country for k in range(phrase.first, phrase.last) if k in hits.known), None)
    sense = _sense(hit.senses, country)
    if sense.countries and country not in sense.countries:
        return None
    first = _portfolio_start(phrase, hit, tokens, hits)
    before = [t.lower for t in tokens[phrase.first : first]]
    words = " ".join((*(t.lower for t in tokens[first : hit.first]), sense.name)).replace(" - ", "-")
    return Post(
        first=first,
        last=_past_suffix(hit.last, tokens),
        title=sense,
        words=words,
        plural=sense.plural,
        former=_has(before, "former"),
        rank="official"
        if _is_private(phrase, sense, hit, first, tokens, hits)
        else _rank(sense, before, words, hit, first),
        senses=hit.senses,
    )


def is_former(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether "former", "ex-" or the like stands before the head."""
    return _has([t.lower for t in tokens[phrase.first : phrase.head]], "former")


def _has(words: list[str], effect: str) -> bool:
    modifiers = title_words().modifiers
    return any(modifiers.get(word) == effect for word in words)


def _title_at(phrase: Phrase, tokens: Sequence[Token], hits: Hits) -> TitleHit | None:
    """The title that counts: the one at the head, else the last before it."""
    at_head = hits.titles.get(phrase.head)
    if at_head is not None and phrase.first <= at_head.first:
        return at_head
    if tokens[phrase.head].pos != "PROPN":
        return None
    for index in range(phrase.head - 1, phrase.first - 1, -1):
        hit = hits.titles.get(index)
        if hit is not None and hit.first >= phrase.first and tokens[index].dep != "poss":
            return _higher(hit, phrase, tokens, hits)
        if tokens[index].lower in ("'s", "’s"):
            return None
    return None


def _higher(hit: TitleHit, phrase: Phrase, tokens: Sequence[Token], hits: Hits) -> TitleHit:
    """Of two titles in a row the first: the second is a form of address or a first name ("Minister Sheriff Musa")."""
    before = hits.titles.get(hit.first - 1) if hit.first > phrase.first else None
    if before is None or before.first < phrase.first or hit.last - hit.first > 1:
        return hit
    given = tokens[hit.first].entity == "PERSON" and hit.last + 1 == phrase.core_last
    return before if given or tokens[hit.first].lower in title_words().address else hit


def _portfolio_start(phrase: Phrase, hit: TitleHit, tokens: Sequence[Token], hits: Hits) -> int:
    """Where a title such as "planning and investment minister" begins."""
    first = hit.first
    if hit.last - hit.first > 1 or tokens[hit.first].lower.rstrip("s") not in title_words().portfolio_heads:
        return first
    modifiers = title_words().modifiers
    while first > phrase.first:
        token = tokens[first - 1]
        if first - 1 in hits.known or token.lower in modifiers or token.pos not in ("NOUN", "PROPN", "ADJ", "CCONJ"):
            break
        first -= 1
    while first < hit.first and tokens[first].pos == "CCONJ":
        first += 1
    return first


def _rank(sense: Title, before: list[str], words: str, hit: TitleHit, first: int) -> str:
    rank = sense.rank
    if first < hit.first and rank == "minister" and any(w in title_words().portfolio_foreign for w in words.split()):
        rank = "foreign-minister"
    if rank in ("foreign-minister", "minister") and _has(before, "deputy"):
        rank = "deputy"
    return rank


def _past_suffix(last: int, tokens: Sequence[Token]) -> int:
    """Past "-elect" and "-designate"."""
    if (
        last + 1 < len(tokens)
        and tokens[last].text == "-"
        and title_words().modifiers.get(tokens[last + 1].lower) == "coming"
    ):
        return last + 2
    return last


_HIGHEST = frozenset({"head-of-state", "head-of-government"})
_OF_STATE = frozenset({"country", "republic", "nation", "state", "federation", "kingdom", "union"})


def _is_private(phrase: Phrase, sense: Title, hit: TitleHit, first: int, tokens: Sequence[Token], hits: Hits) -> bool:
    """Whether a president is one of a bank, a party or a university: something that is no state owns the post."""
    if sense.rank not in _HIGHEST:
        return False
    for index in range(phrase.first, first):
        token, known = tokens[index], hits.known.get(index)
        if token.pos not in ("NOUN", "PROPN") or title_words().modifiers.get(token.lower) or token.dep == "npadvmod":
            continue
        if known is None or known.known.role == "body":
            return token.entity in ("ORG", "") and token.lower not in _OF_STATE and token.dep != "poss"
    if hit.last + 1 < phrase.last and tokens[hit.last].lower == "of":
        owned = range(hit.last + 1, phrase.last)
        return not any(i in hits.known and hits.known[i].known.role != "body" for i in owned) and _OF_STATE.isdisjoint(
            t.lower for t in tokens[hit.last + 1 : phrase.last]
        )
    return False
