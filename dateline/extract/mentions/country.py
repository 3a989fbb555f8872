"""Whose somebody is: the country that the words of a phrase give."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.mentions.lexicon import Hit, Hits
from dateline.extract.mentions.phrases import Phrase
from dateline.model.syntax import Token

_METHODS = {
    "country": "name",
    "demonym": "demonym",
    "people": "demonym",
    "capital": "metonym",
    "region": "name",
    "metonym": "metonym",
    "body": "name",
}
# After these a country is where somebody is sent or looks to, not whose he is ("ambassador to Russia").
_NOT_OWN = frozenset({"to", "in", "on", "with", "against", "about", "over", "by", "between", "into", "near"})


@dataclass(frozen=True, slots=True)
class Origin:
    """A country or non-state code, how it is known, and the body that it comes from, if one."""

    country: str | None
    method: str
    body: str | None = None
    sectors: tuple[str, ...] = ()


def country_of(phrase: Phrase, tokens: Sequence[Token], hits: Hits, *, before: int) -> Origin | None:
    """The country that the words before the token `before` give, or None where there is none or more than one.

    The leftmost owner counts: "Iraq's U.N. ambassador" is Iraq's, "the UN Syria envoy" the UN's.
    """
    known = hits.known
    index = phrase.first
    while index < min(before, phrase.last):
        hit = known.get(index)
        if hit is None or hit.last > phrase.last:
            index += 1
            continue
        if (
            hit.first <= phrase.head < hit.last
            and hit.known.role != "body"
            and hit.first > phrase.first
            and before > phrase.head
        ):
            index = hit.last
            continue
        named_after = hit.known.role == "capital" and tokens[index].entity in ("ORG", "PERSON", "FAC")
        if named_after or _is_foreign(index, phrase, tokens) or _is_title(hit, hits):
            index = hit.last
            continue
        if _is_shared(hit.last, phrase, hits, tokens, hit.known.country):
            return None
        body = hit.known.body
        if body is not None and body.code == "MNC":
            return Origin(None, "name", body.name, body.sectors)
        return Origin(
            hit.known.country,
            _METHODS[hit.known.role],
            body.name if body else None,
            body.sectors if body else (),
        )
    return None


def _is_foreign(index: int, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a preposition inside the phrase makes the country somebody else's."""
    if index <= phrase.head:
        return False
    for k in range(index - 1, phrase.head, -1):
        word = tokens[k]
        if word.dep == "prep" or word.pos == "ADP":
            return word.lower in _NOT_OWN
    return False


def _is_title(hit: Hit, hits: Hits) -> bool:
    """Whether a body is only part of a title: the country of a "UN ambassador" is another one."""
    title = hits.titles.get(hit.first)
    return title is not None and hit.known.role == "body" and title.first <= hit.first and hit.last < title.last


def _is_shared(index: int, phrase: Phrase, hits: Hits, tokens: Sequence[Token], country: str | None) -> bool:
    """Whether another country follows in the same list: "French and German officials"."""
    while index < phrase.last and (tokens[index].lower in ("and", ",", "or", "-", "–", "the", "'s", "’s")):
        index += 1
        joined = tokens[index - 1].lower in ("and", ",", "or", "-", "–", "the")
        if index < phrase.last and joined and (other := hits.known.get(index)) is not None:
            return other.known.country != country
    return False
