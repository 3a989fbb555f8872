"""Numbers that belong to an event: the killed, wounded, detained, freed, the troops, the money; with range and unit."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.extract.claims.drafts import Draft
from dateline.extract.claims.scene import Scene
from dateline.model.claim import Amount
from dateline.model.span import Span

_DIGITS = re.compile(r"^\d[\d,]*(?:\.\d+)?$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_MONEY_UNITS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `numbers.toml`."""

    numerals: dict[str, float]
    scales: dict[str, float]
    ranges: dict[str, tuple[float, float]]
    at_least: frozenset[str]
    at_most: frozenset[str]
    about: frozenset[str]
    verbs: dict[str, str]
    nouns: dict[str, str]
    currencies: dict[str, str]


@cache
def words() -> Words:
    """The number words of English."""
    text = files("dateline.lang").joinpath("en", "numbers.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Words(
        numerals=data["numerals"],
        scales=data["scales"],
        ranges={k: (v[0], v[1]) for k, v in data["ranges"].items()},
        at_least=frozenset(data["at_least"]),
        at_most=frozenset(data["at_most"]),
        about=frozenset(data["about"]),
        verbs={verb: what for what, verbs in data["verbs"].items() for verb in verbs},
        nouns={noun: what for what, nouns in data["nouns"].items() for noun in nouns},
        currencies=data["currencies"],
    )


_WANTED = {
    "ASSAULT": frozenset({"killed", "wounded", "abducted", "displaced", "weapons"}),
    "COERCE": frozenset({"arrested", "detained", "expelled", "money", "displaced"}),
    "SANCTION": frozenset({"expelled", "money", "detained"}),
    "RETREAT": frozenset({"released", "troops", "detained"}),
    "MOBILIZE": frozenset({"troops", "weapons"}),
    "AID": frozenset({"money", "troops", "weapons", "persons", "released"}),
    "AGREE": frozenset({"money", "troops", "weapons"}),
    "COOPERATE": frozenset({"money", "weapons", "troops"}),
    "PROTEST": frozenset({"persons", "killed", "wounded", "arrested", "detained"}),
    "CONCEDE": frozenset({"released", "money", "troops"}),
}


class Numbers:
    """Finds the numbers of one reading, sentence by sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words = words()
        self._of: dict[int, tuple[tuple[int, Amount], ...]] = {}

    def of_sentence(self, number: int) -> tuple[tuple[int, Amount], ...]:
        """Each amount of a sentence with the index of the word that it belongs to, in text order."""
        if number not in self._of:
            self._of[number] = tuple(self._find(number))
        return self._of[number]

    def of_draft(self, draft: Draft, number: int) -> tuple[Amount, ...]:
        """The amounts of the draft's sentence that fit its type: the dead of an assault, the troops moved."""
        wanted = _WANTED.get(draft.type)
        if wanted is None:
            return ()
        return tuple(a for _, a in self.of_sentence(number) if a.what in wanted)

    def _find(self, number: int) -> list[tuple[int, Amount]]:
        tokens, syntax = self.scene.tokens, self.scene.syntax
        first, last = syntax.sentences[number]
        found: list[tuple[int, Amount]] = []
        taken: set[int] = set()
        for i in range(first, last):
            if i in taken or not self._is_number(i):
                continue
            end, low, high = self._read(i, last)
            taken.update(range(i, end))
            amount = self._amount(i, end, low, high)
            if amount is not None:
                found.append((tokens[i].head, amount))
        return found

    def _is_number(self, i: int) -> bool:
        token = self.scene.tokens[i]
        if token.entity in ("DATE", "TIME", "PERCENT", "ORDINAL"):
            return False
        known = self.words
        if token.lower in known.ranges:
            return True
        if token.lower in known.numerals or (token.lower in known.scales and token.lower != "hundred"):
            return token.lower not in ("a", "an", "one") or self._counts(i)
        return bool(_DIGITS.match(token.text)) and not _YEAR.match(token.text)

    def _counts(self, i: int) -> bool:
        """Whether "one" or "a" is a count: "a soldier was killed", "one policeman"."""
        return self.scene.tokens[i].lower == "one" and self.scene.tokens[i].dep == "nummod"

    def _read(self, i: int, last: int) -> tuple[int, float, float]:
        """The end of the number that begins here, and its least and greatest value."""
        tokens, known = self.scene.tokens, self.words
        word = tokens[i].lower
        if word in known.ranges:
            low, high = known.ranges[word]
            end = i + 1
            if end + 1 < last and tokens[end].lower == "of" and tokens[end + 1].lower in known.ranges:
                scale = known.ranges[tokens[end + 1].lower][0] / 2
                return end + 2, low * scale, high * scale
            return end, low, high
        value, end = self._plain(i, last)
        if end + 1 < last and tokens[end].lower in ("to", "and", "-", "–", "or") and self._is_number(end + 1):
            before = tokens[i - 1].lower if i else ""
            if tokens[end].lower in ("to", "-", "–", "or") or before == "between":
                upper, stop = self._plain(end + 1, last)
                if upper > value:
                    scale = 1.0 if value >= 1000 or upper < 1000 else upper / max(1.0, _lead(upper))
                    return stop, value * scale, upper
        return end, value, value

    def _plain(self, i: int, last: int) -> tuple[float, int]:
        tokens, known = self.scene.tokens, self.words
        word = tokens[i].lower
        value = (
            float(word.replace(",", ""))
            if _DIGITS.match(word)
            else known.numerals.get(word, known.scales.get(word, 1.0))
        )
        end = i + 1
        while end < last and tokens[end].lower in known.scales:
            value *= known.scales[tokens[end].lower]
            end += 1
        return value, end

    def _amount(self, i: int, end: int, low: float, high: float) -> Amount | None:
        tokens, known = self.scene.tokens, self.words
        before = [tokens[j].lower for j in range(max(0, i - 3), i)]
        first = i
        if before and before[-1] in _MONEY_UNITS:
            first, unit = i - 1, _MONEY_UNITS[before[-1]]
            return self._money(first, end, low, high, unit)
        if end < len(tokens) and tokens[end].lemma in known.currencies:
            return self._money(first, end + 1, low, high, known.currencies[tokens[end].lemma])
        what, counted = self._what(i, end)
        if what is None:
            return None
        low, high, first = self._bounds(i, low, high)
        return Amount(what, low, high, counted, Span(tokens[first].start, tokens[end - 1].end))

    def _money(self, first: int, end: int, low: float, high: float, unit: str) -> Amount:
        low, high, start = self._bounds(first, low, high)
        tokens = self.scene.tokens
        return Amount("money", low, high, unit, Span(tokens[start].start, tokens[end - 1].end))

    def _bounds(self, i: int, low: float, high: float) -> tuple[float, float, int]:
        """ "At least", "up to", "more than": one end is what is told, the other is not known better."""
        tokens, known = self.scene.tokens, self.words
        for width in (2, 1):
            phrase = " ".join(t.lower for t in tokens[max(0, i - width) : i])
            if phrase in known.at_least or phrase in known.at_most or phrase in known.about or phrase == "between":
                return low, high, i - width
        return low, high, i

    def _what(self, i: int, end: int) -> tuple[str | None, str | None]:
        """What is counted: by the verb whose argument it is, else by the noun."""
        tokens, known = self.scene.tokens, self.words
        noun = tokens[i].head if tokens[i].dep in ("nummod", "quantmod", "compound", "amod") else i
        if tokens[noun].dep in ("nummod", "quantmod"):
            noun = tokens[noun].head
        unit = tokens[noun].lemma if noun != i and tokens[noun].pos in ("NOUN", "PROPN") else None
        if unit is None:
            of = next((j for j in range(end, min(end + 2, len(tokens))) if tokens[j].lower == "of"), None)
            inner = self.scene.syntax.child(of, "pobj") if of is not None else None
            unit = tokens[inner].lemma if inner is not None else None
        verb = self._verb_over(noun)
        what = known.verbs.get(tokens[verb].lemma) if verb is not None else None
        if what is None and unit is not None:
            what = known.nouns.get(unit)
        after = tokens[end] if end < len(tokens) else None
        if what is None and after is not None and after.lower in ("dead", "killed", "injured", "wounded", "missing"):
            what = known.verbs.get(after.lemma) or ("killed" if after.lower == "dead" else None)
        return what, unit

    def _verb_over(self, noun: int) -> int | None:
        """The verb that a counted noun is an argument of."""
        tokens = self.scene.tokens
        token = tokens[noun]
        while token.dep == "conj" and token.head != token.index and token.pos in ("NOUN", "NUM", "PROPN"):
            token = tokens[token.head]
        if token.dep == "pobj" and tokens[token.head].lower == "of":
            token = tokens[tokens[token.head].head]
        if token.dep in ("dobj", "nsubjpass", "nsubj") and tokens[token.head].pos == "VERB":
            if token.dep == "nsubj" and tokens[token.head].lemma not in (
                "die",
                "perish",
                "march",
                "protest",
                "demonstrate",
                "rally",
                "flee",
                "gather",
            ):
                return None
            return tokens[token.head].index
        return None


def _lead(value: float) -> float:
    """The value without its zeros: 7,000 leads with 7."""
    while value >= 1000 and value % 1000 == 0:
        value /= 1000
    return value
