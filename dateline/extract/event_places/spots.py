"""The names of a sentence that can say where something happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.lang.places import place_words
from dateline.model.annotation import Annotation
from dateline.model.place import Place
from dateline.model.span import Span
from dateline.model.syntax import Syntax, Token
from dateline.ontology.gazetteer import look_up

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "on", "around", "across", "throughout", "within"})
_VERBAL = frozenset({"VERB", "AUX"})
_SIZES = {"region": 1, "sea": 1, "country": 2, "admin1": 3, "admin2": 4, "city": 5}
_SAME = frozenset({"appos", "compound", "nmod", "amod", "conj"})
_OTHER = frozenset({"", "GPE", "LOC", "FAC", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "EVENT", "NORP", "LAW"})


@dataclass(slots=True)
class Spot:
    """A name as a candidate: its span and tokens, the word by which it hangs, its preposition, the verb over it.

    `place` is None for a name that is no known place but may be one ("near the Kuweires base"); `label` is then what
    the recogniser took it for. `features` hold whatever the event is.
    """

    span: Span
    first: int
    last: int
    head: int
    place: Place | None
    label: str
    known: str
    preposition: str
    verb: int | None
    weight: float | None = None

    @property
    def is_locative(self) -> bool:
        """Whether it is, or looks like, a place behind a preposition of place."""
        return self.preposition in LOCATIVE and (self.place is not None or self.label in {"GPE", "LOC", "FAC"})


def spots_of(places: Sequence[Annotation[Place]], syntax: Syntax, text: str) -> dict[int, list[Spot]]:
    """The candidates of each sentence that has any, in the order of the text. Demonyms and metonyms are none."""
    never = place_words().never
    taken: set[int] = set()
    found: list[Spot] = []
    for annotation in places:
        tokens = syntax.inside(annotation.span)
        taken.update(tokens)
        if tokens and annotation.value.role == "place":
            found.append(_spot(tokens, syntax, annotation.value, "place", text))
    for first, last in _names(syntax, taken):
        label = syntax.tokens[last - 1].entity
        if label in _OTHER and not (last - first == 1 and syntax.tokens[first].lower in never):
            found.append(_spot(range(first, last), syntax, None, label or "name", text))
    by_sentence: dict[int, list[Spot]] = {}
    for spot in sorted(found, key=lambda s: s.first):
        by_sentence.setdefault(syntax.tokens[spot.first].sentence, []).append(spot)
    return by_sentence


def _names(syntax: Syntax, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Ranges of proper nouns that are not among the places."""
    tokens = syntax.tokens
    first: int | None = None
    for token in tokens:
        inside = token.index not in taken and _is_part(token, tokens)
        if first is not None and (not inside or token.sentence != tokens[first].sentence):
            yield first, _without_dash(first, token.index, tokens)
            first = None
        if inside and first is None and token.text[0].isalpha():
            first = token.index
    if first is not None:
        yield first, _without_dash(first, len(tokens), tokens)


def _is_part(token: Token, tokens: Sequence[Token]) -> bool:
    if token.pos == "PROPN":
        return True
    if not token.index or token.index + 1 >= len(tokens):
        return False
    if token.text[0].isupper():
        return tokens[token.index - 1].pos == "PROPN"
    return token.text in {"-", "’", "‘"} and tokens[token.index + 1].pos == "PROPN"


def _without_dash(first: int, last: int, tokens: Sequence[Token]) -> int:
    while last - first > 1 and not tokens[last - 1].text[0].isalnum():
        last -= 1
    return last


def _spot(tokens: range, syntax: Syntax, place: Place | None, label: str, text: str) -> Spot:
    span = syntax.span(tokens.start, tokens.stop)
    head = _head(tokens, syntax)
    if place:
        known = "resolved" if place.latitude is not None else "unresolved"
    else:
        entries = look_up(span.of(text))
        known = "listed" if any(entry.main for entry in entries) else "other" if entries else "unknown"
    return Spot(
        span=span,
        first=tokens.start,
        last=tokens.stop,
        head=head,
        place=place,
        label=label,
        known=known,
        preposition=_preposition(head, syntax),
        verb=verb_over(head, syntax),
    )


def _head(tokens: range, syntax: Syntax) -> int:
    """The word of a name that hangs on a word outside it."""
    for i in reversed(tokens):
        if syntax.tokens[i].head not in tokens or syntax.tokens[i].head == i:
            return i
    return tokens.stop - 1


def own_features(spot: Spot, spots: Sequence[Spot], syntax: Syntax) -> list[str]:
    """The features that hold of a name whatever the event is."""
    tokens = syntax.tokens
    role = spot.place.role if spot.place else spot.label
    found = [
        f"preposition={spot.preposition}",
        f"role={role}",
        f"kind={spot.place.feature if spot.place else '-'}",
        f"{spot.preposition}/{role}",
        f"{spot.preposition}/{spot.known}/{spot.label}",
        f"first={tokens[spot.head].dep}",
        f"noun={_noun_over(spot.head, syntax)}",
    ]
    for other in spots:
        if 0 <= other.first - spot.last <= 3:
            found.append(f"next={_gap(spot.last, other.first, syntax)}")
        if 0 <= spot.first - other.last <= 3:
            found.append(f"previous={_gap(other.last, spot.first, syntax)}")
    return found + _around(spot, syntax) + _among(spot, spots, syntax)


def _around(spot: Spot, syntax: Syntax) -> list[str]:
    """The words on both sides of a name, and its own look."""
    tokens, first, last = syntax.tokens, spot.first, spot.last
    before = tokens[first - 1].lower if first else "^"
    second = tokens[first - 2].lower if first > 1 else "^"
    after = [t.lower for t in tokens[last : last + 2]] + ["$", "$"]
    shape = "".join("x" if c.islower() else "X" if c.isupper() else "-" for c in tokens[first].text[:4])
    found = [f"-1={before}", f"-2={second}", f"-2-1={second} {before}", f"+1={after[0]}", f"+2={after[1]}"]
    found += [f"shape={shape}/{spot.label}", f"last={tokens[last - 1].lower}"]
    over = tokens[tokens[spot.head].head]
    if over.pos == "ADP":
        noun = tokens[over.head]
        found.append(f"on={noun.pos}/{noun.dep}/{over.lower}")
    return found


def _among(spot: Spot, spots: Sequence[Spot], syntax: Syntax) -> list[str]:
    """Whether other places of the sentence are wider or narrower, hang on it, or it on them."""
    others = [other for other in spots if other is not spot]
    found = [f"places={min(6, sum(s.place is not None for s in spots))}"]
    located = sum(other.is_locative for other in others)
    found.append(f"located={min(located, 3)}/{spot.preposition in LOCATIVE}")
    if spot.place:
        size = _size(spot.place)
        for name, rivals in (("all", others), ("verb", [o for o in others if o.verb == spot.verb])):
            sizes = [_size(o.place) for o in rivals if o.place]
            told = f"{any(s > size for s in sizes)}{size in sizes}{any(s < size for s in sizes)}"
            found.append(f"size-{name}={told}/{spot.place.feature}")
    above = set(syntax.ancestors(spot.head))
    over = next((o for o in others if o.head in above), None)
    if over:
        found.append(f"under={over.known}/{over.preposition}/{spot.preposition}")
    first, last = syntax.edges(spot.head)
    under = next((o for o in others if first <= o.head < last), None)
    found.append(f"holds={under.known}/{spot.known}/{spot.label}" if under else "holds=none")
    return found


def _size(place: Place) -> int:
    return _SIZES.get(place.feature or "", len(_SIZES))


def _preposition(head: int, syntax: Syntax) -> str:
    """The preposition before the name, past apposed and compounding words ("in the city of Homs": in)."""
    tokens = syntax.tokens
    at = head
    for _ in range(4):
        token, over = tokens[at], tokens[tokens[at].head]
        if token.dep == "pobj":
            if over.lower == "of" and tokens[over.head].lower in place_words().parts:
                at = over.head
                continue
            return over.lower
        if token.dep in _SAME:
            at = over.index
            continue
        return f"-{token.dep}"
    return "-"


def _noun_over(head: int, syntax: Syntax) -> str:
    """The noun that a place's preposition hangs on, if it is one."""
    tokens = syntax.tokens
    over = tokens[tokens[head].head]
    if over.pos == "ADP":
        over = tokens[over.head]
    return over.lemma if over.pos == "NOUN" else over.pos


def _gap(start: int, end: int, syntax: Syntax) -> str:
    between = syntax.tokens[start:end]
    return between[0].lower if between else "+"


def verb_over(word: int, syntax: Syntax, *, itself: bool = False) -> int | None:
    """The nearest verb above a word."""
    for i in (word, *syntax.ancestors(word)) if itself else syntax.ancestors(word):
        if syntax.tokens[i].pos in _VERBAL:
            return i
    return None
