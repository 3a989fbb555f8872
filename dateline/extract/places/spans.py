"""Which words name a place."""

import re
from dataclasses import dataclass

from dateline.extract.places.shapes import KIND, long_names, merged, named_kinds, run, short_forms
from dateline.lang.places import place_words
from dateline.model.span import Span
from dateline.model.syntax import Syntax
from dateline.ontology import gazetteer
from dateline.ontology.countries import by_metonym
from dateline.ontology.gazetteer import Entry, country_entry

_PLACES = frozenset({"GPE", "LOC", "FAC", KIND})
_NAMES = frozenset({"PERSON", "ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_MISSABLE = frozenset({"PROPN", "ADJ", "NOUN"})
_LONGEST = 4  # words of a name that the recogniser missed
_BIG = 100_000  # inhabitants from which a name that the recogniser did not take for a place is trusted
_TOWN = 1_000
_WIDE = frozenset({"country", "region", "sea", "admin1"})
_DATELINE = frozenset({"-", "--", "–", "—", "(", ",", "_"})
_BEFORE_SEAT = frozenset({"of", "in", "at", "the"})
_TRIM = frozenset("'\"‘’“”`()[]-–—.,:;/*")
_JOINED = re.compile(r"^(?:[RD]|Non|Sub|Pro|Anti|pro|anti|non|sub)-(?=[A-Z])")


@dataclass(slots=True)
class Name:
    """A name found: its tokens `[first, last)`, its span, its role so far, and what the gazetteer has under it."""

    first: int
    last: int
    span: Span
    text: str
    role: str
    candidates: tuple[Entry, ...]
    label: str


class Finder:
    """Finds the names of one text."""

    def __init__(self, syntax: Syntax, text: str) -> None:
        self._syntax, self._text = syntax, text
        self._tokens = syntax.tokens
        self._words = place_words()
        self._places: set[str] = set()
        self._persons: set[str] = set()
        self._found: list[Name] = []
        never = self._words.never
        self._capital = [t.text[0].isupper() and not t.entity and t.lower not in never for t in self._tokens]

    def find(self) -> list[Name]:
        """All names of places, left to right, none inside another."""
        entities = merged(
            self._syntax.entities, [*long_names(self._tokens), *named_kinds(self._tokens), *short_forms(self._tokens)]
        )
        for first, last, label in entities:
            if label in _PLACES:
                self._places.add(self._words_of(first, last))
            elif label == "PERSON" and last - first > 1 and not gazetteer.look_up(self._words_of(first, last)):
                self._persons.add(self._tokens[last - 1].text)
        at = 0
        for first, last, label in entities:
            self._between(at, first)
            self._entity(first, last, label)
            at = last
        self._between(at, len(self._tokens))
        return self._found

    def _entity(self, first: int, last: int, label: str) -> None:
        if label in _PLACES:
            self._place(first, last, label)
        elif label == "NORP":
            self._people(first, last)
        elif label in _NAMES:
            self._misread(first, last, label)

    def _place(self, first: int, last: int, label: str) -> None:
        first, last = self._trim(first, last)
        start = first
        found: tuple[Entry, ...] = ()
        while start < last:
            found = self._look_up(start, last)
            if found or self._tokens[start].lower not in self._words.before:
                break
            start += 1
        if start >= last or (last - start == 1 and self._tokens[start].lower in self._words.never):
            return
        if last - start > 1 and (not found or self._tokens[last - 1].lower == "city"):
            start, last, found = self._shorter(start, last, found)
        if not found and self._demonym(start, last):
            return
        if not found and not self._is_credible(start, last, label):
            self._inside(start, last, label)
            return
        self._add(start, last, "metonym" if by_metonym(self._words_of(start, last)) else "place", found, label)

    def _shorter(self, first: int, last: int, found: tuple[Entry, ...]) -> tuple[int, int, tuple[Entry, ...]]:
        """The name without the word that says what it is ("Helmand province", "Hamilton Township", "Metro Manila")."""
        if self._tokens[last - 1].lower in self._words.kinds:
            # Mexico City is a town of that name, and no country.
            full = any(entry.main and entry.feature == "city" for entry in found)
            bare = () if full else self._look_up(first, last - 1)
            if bare:
                return (first, last, (*found, *bare)) if found else (first, last - 1, bare)
        for at in range(first, last - 1):
            head = self._tokens[at].lower in self._words.before or (
                self._tokens[at].lower == "of" and at > first and self._tokens[at - 1].lower in self._words.parts
            )
            if not found and head and (bare := self._look_up(at + 1, last)):
                return at + 1, last, bare
        return first, last, found

    def _is_credible(self, first: int, last: int, label: str) -> bool:
        """Whether a name that the gazetteer has not is one of a place for all that."""
        head = self._tokens[last - 1]
        if label == KIND:
            return True
        if label == "FAC" and head.lower in self._words.facilities and last - first > 1:
            return self._tokens[first].text[0].isupper()
        if not self._tokens[first].text[0].isupper() or label == "FAC" or head.end - self._tokens[first].start < 3:
            return False
        if label == "LOC":
            return head.lower in self._words.landforms or self._tokens[first].lower in self._words.landforms
        return head.text not in self._persons and (
            not first or self._tokens[first - 1].lower in self._words.prepositions or self._in_company(first, last)
        )

    def _people(self, first: int, last: int) -> None:
        first, last = self._trim(first, last)
        if first < last and not self._demonym(first, last):
            self._misread(first, last, "NORP")

    def _demonym(self, first: int, last: int) -> bool:
        entry = gazetteer.by_people(self._words_of(first, last))
        if entry:
            self._add(first, last, "demonym", (entry,), "NORP")
        return entry is not None

    def _misread(self, first: int, last: int, label: str) -> None:
        """A name of another kind: a place that was taken for it, or one inside it."""
        first, last = self._trim(first, last)
        if first >= last:
            return
        words = self._words_of(first, last)
        if by_metonym(words):
            self._add(first, last, "metonym", (), label)
            return
        found = self._look_up(first, last)
        if found and self._is_meant(first, last, found, label):
            self._add(first, last, "place", found, label)
        elif last - first > 1 or label == "NORP":
            self._inside(first, last, label)

    def _is_meant(self, first: int, last: int, found: tuple[Entry, ...], label: str) -> bool:
        """Whether a person's or an organisation's name is really the place that has the same name."""
        words = self._words_of(first, last)
        if self._tokens[last - 1].text in self._persons:
            return False
        if any(e.feature == "country" for e in found) or (label != "PERSON" and words in self._places):
            return True
        if words.isupper() and len(words) > 3 and self._is_dateline(first, last):
            return True
        known = self._is_known(found)
        if known and self._is_taken_by_verb(last - 1):
            return True
        if self._follows(last) or self._tokens[first - 1].lower in self._words.strict:
            return True
        return known and label != "PERSON" and self._beside_place_word(first, last)

    def _is_taken_by_verb(self, head: int) -> bool:
        """Whether it is what one captures or patrols, or what "streets of" goes before."""
        token = self._tokens[head]
        over = self._tokens[token.head]
        if token.dep in {"dobj", "nsubjpass"}:
            return over.lemma in self._words.taking
        return token.dep == "pobj" and over.lower == "of" and self._tokens[over.head].lower in self._words.parts

    def _is_dateline(self, first: int, last: int) -> bool:
        """Whether a line begins here, and a dash, bracket or comma follows: "BEIRUT (AP) --"."""
        start = self._tokens[first].start
        following = self._tokens[last].text if last < len(self._tokens) else ""
        return (not start or self._text[start - 1] == "\n") and following in _DATELINE

    def _inside(self, first: int, last: int, label: str) -> None:
        """The place that a public body belongs to: "Paris City Hall", "the U.S. Embassy", "University of Texas".

        It has the role of a demonym, which says where something belongs, never where something happens.
        """
        words = {self._tokens[i].lower for i in range(first, last)}
        behind = self._tokens[last].lower if last < len(self._tokens) else ""
        if label == "PERSON" or words & self._words.brands or not (words | {behind}) & self._words.bodies:
            self._joined(first, last)
            return
        for start in range(first, last):
            if self._tokens[start].text in self._persons:
                continue
            if self._demonym(start, start + 1):
                return
            if start > first and self._tokens[start - 1].lower not in _BEFORE_SEAT:
                continue
            if self._seat(start, first, last, label):
                return
        self._joined(first, last)

    def _seat(self, start: int, first: int, last: int, label: str) -> bool:
        if not self._tokens[start].text[0].isupper() or self._tokens[start].lower in self._words.never:
            return False
        for stop in range(min(last, start + _LONGEST), start, -1):
            head = self._tokens[stop - 1]
            if (stop - start == last - first and label != "FAC") or not head.text[0].isupper():
                continue
            found = self._look_up(start, stop)
            if found and self._is_likely(start, stop, found):
                self._add(start, stop, "demonym", found, label)
                return True
        return False

    def _is_likely(self, first: int, last: int, found: tuple[Entry, ...]) -> bool:
        words = self._words_of(first, last)
        if words in self._places:
            return True
        if last - first == 1 and words.lower() in self._words.bodies:
            return False
        if last - first > 1:
            return any(e.main and (e.feature != "city" or e.population >= _TOWN) for e in found)
        return any(e.main and (e.feature in _WIDE or (e.feature == "city" and e.population >= _BIG)) for e in found)

    def _joined(self, first: int, last: int) -> None:
        """A place behind a hyphen: "D-Calif.", "R-Charleston"."""
        for i in range(first, last):
            match = _JOINED.match(self._tokens[i].text)
            if match:
                start = self._tokens[i].start + match.end()
                word = self._text[start : self._tokens[i].end]
                found = self._entries(word, self._text[self._tokens[i].end : self._tokens[i].end + 1])
                if found:
                    span = Span(start, self._tokens[i].end)
                    self._found.append(Name(i, i + 1, span, word, "demonym", found, ""))

    def _between(self, first: int, last: int) -> None:
        """Names that the recogniser left out."""
        end = first
        for at in range(first, last):
            if at >= end and self._capital[at]:
                end = at + (self._missed(at, last) or 1)

    def _missed(self, first: int, last: int) -> int:
        """How many words of a name stand here; 0 where none does."""
        for stop in range(min(last, run(self._tokens, first)), first, -1):
            if self._demonym(first, stop):
                return stop - first
            if self._tokens[stop - 1].text == "-":
                continue
            if stop - first == 1 and self._tokens[first].pos not in _MISSABLE:
                continue
            found = self._look_up(first, stop)
            if found and self._is_taken(first, stop, found):
                self._add(first, stop, "place", found, "")
                return stop - first
        if "-" in self._tokens[first].text:
            self._joined(first, first + 1)
        return 0

    def _is_taken(self, first: int, last: int, found: tuple[Entry, ...]) -> bool:
        words = self._words_of(first, last)
        if words in self._persons:
            return False
        if words in self._places or any(e.feature == "country" for e in found):
            return True
        if words.isupper() and len(words) > 3:
            return self._is_dateline(first, last)
        before = self._tokens[first - 1].lower if first else ""
        return (self._is_known(found) and self._beside_place_word(first, last)) or (
            any(e.main for e in found) and before in self._words.strict
        )

    def _is_known(self, found: tuple[Entry, ...]) -> bool:
        return any(e.feature in _WIDE or (e.main and e.population >= _BIG) for e in found)

    def _in_company(self, first: int, last: int) -> bool:
        """Whether ", Country" follows, or "in" goes before."""
        before = self._tokens[first - 1].lower if first else ""
        return before in self._words.strict or self._follows(last)

    def _beside_place_word(self, first: int, last: int) -> bool:
        before = self._tokens[first - 1].lower if first else ""
        after = self._tokens[last].lower if last < len(self._tokens) else ""
        return before in self._words.prepositions or after in self._words.kinds or self._follows(last)

    def _follows(self, last: int) -> bool:
        """Whether a comma and another place follow."""
        if last + 1 < len(self._tokens) and self._tokens[last].text == ",":
            following = self._tokens[last + 1]
            return following.entity in _PLACES or gazetteer.by_abbreviation(following.text) is not None
        return False

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        tokens = self._tokens
        while first < last and (tokens[first].text[0] in _TRIM or tokens[first].lower in {"the", "a", "an"}):
            first += 1
        while last > first and tokens[last - 1].text[0] in _TRIM:
            last -= 1
        return first, last

    def _look_up(self, first: int, last: int) -> tuple[Entry, ...]:
        end = self._tokens[last - 1].end
        if last - first == 1 and first and self._tokens[first - 1].text == ",":
            division = gazetteer.by_postal_code(self._tokens[first].text)
            if division:
                return (division,)
        return self._entries(self._text[self._tokens[first].start : end], self._text[end : end + 1])

    def _entries(self, words: str, following: str) -> tuple[Entry, ...]:
        short = gazetteer.by_abbreviation(words)
        if short is None and following == ".":
            short = gazetteer.by_abbreviation(words + ".")
        if short:
            return (short,)
        found = gazetteer.look_up(words)
        return found if len(words) > 2 else tuple(e for e in found if e.feature == "country")

    def _words_of(self, first: int, last: int) -> str:
        return self._text[self._tokens[first].start : self._tokens[last - 1].end]

    def _add(self, first: int, last: int, role: str, found: tuple[Entry, ...], label: str) -> None:
        words = self._words_of(first, last)
        if role == "metonym" and not found:
            country = by_metonym(words)
            found = (country_entry(country),) if country else ()
        span = Span(self._tokens[first].start, self._tokens[last - 1].end)
        self._found.append(Name(first, last, span, words, role, found, label))
