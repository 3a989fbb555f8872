"""The words on the way from a place to an event, as features: what the labels of the grammar leave open."""

from collections.abc import Sequence

from dateline.extract.event_places.event import Event, path
from dateline.extract.event_places.spots import Spot
from dateline.model.syntax import Syntax

_TELLING = frozenset({"NOUN", "VERB", "SCONJ", "CCONJ"})
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})


def words_around(event: Event, syntax: Syntax) -> list[str]:
    """The words of the event's sentence, without names: what kind of sentence it is."""
    words = syntax.tokens[event.sentence_start : event.sentence_end]
    return list({f"near={w.lemma.lower()}" for w in words if w.pos in _CONTENT and not w.entity})


def lexical_features(spot: Spot, event: Event, spots: Sequence[Spot], syntax: Syntax) -> list[str]:
    """The features of the words between a place and an event, on the path and in the text."""
    up, down = path(spot.head, event, syntax)
    return [
        *_on_path(spot, event, up, down, syntax),
        *_in_between(spot, event, syntax),
        *_sides(spot, event, syntax),
        *_among_rivals(spot, event, len(up) + len(down), spots, syntax),
    ]


def _on_path(spot: Spot, event: Event, up: Sequence[int], down: Sequence[int], syntax: Syntax) -> list[str]:
    tokens = syntax.tokens
    lemma = tokens[event.head].lemma
    labels = ">".join(tokens[i].dep for i in up) + "|" + ">".join(tokens[i].dep for i in reversed(down))
    prepositions = ">".join(tokens[i].lower for i in up if tokens[i].pos == "ADP")
    over = tokens[tokens[spot.head].head]
    noun = tokens[over.head] if over.pos == "ADP" else over
    found = [
        f"path={labels}",
        f"path={labels}/{lemma}",
        f"through={prepositions}",
        f"through={prepositions}/{lemma}",
        f"up={'>'.join(tokens[i].lemma for i in up[1:])}",
        f"noun={noun.lemma}/{lemma}",
        f"over={over.lower}/{noun.lemma}",
    ]
    for i in up[1:]:
        if tokens[i].pos != "ADP":
            found += [f"word={tokens[i].lemma}", f"word={tokens[i].lemma}/{lemma}"]
    return found + [f"down={tokens[i].lemma}/{tokens[i].dep}" for i in down]


def _in_between(spot: Spot, event: Event, syntax: Syntax) -> list[str]:
    first, last = sorted((spot.first, event.head))
    between = syntax.tokens[first + 1 : last]
    side = _side(spot, event)
    found = [f"between={side}/{word.lemma}" for word in between if word.pos in _TELLING]
    return [*found, f"commas={side}/{sum(word.text == ',' for word in between)}/{spot.preposition}"]


def _sides(spot: Spot, event: Event, syntax: Syntax) -> list[str]:
    """Who does what to whom, and the verb over the place where it is another."""
    tokens, head = syntax.tokens, event.head
    found = []
    for name, labels in (("subject", ("nsubj", "nsubjpass")), ("object", ("dobj",))):
        side = syntax.child(head, *labels)
        found.append(f"{name}={tokens[side].lemma if side is not None else '-'}/{spot.preposition}")
    if spot.verb is not None and spot.verb != head:
        other = tokens[spot.verb]
        found += [
            f"verbs={other.lemma}/{tokens[head].lemma}",
            f"verb-over={other.lemma}/{other.dep}/{spot.preposition}",
        ]
    before, all_of_them = sum(i < head for i in event.verbs), min(len(event.verbs), 4)
    side_of = _side(spot, event)
    return [*found, f"verbs={all_of_them}/{spot.preposition}/{side_of}", f"turn={before}/{all_of_them}/{side_of}"]


def _among_rivals(spot: Spot, event: Event, steps: int, spots: Sequence[Spot], syntax: Syntax) -> list[str]:
    """Whether other places behind a preposition of place are nearer to the event in the grammar."""
    rivals = [other for other in spots if other is not spot and other.is_locative]
    lengths = [sum(map(len, path(other.head, event, syntax))) for other in rivals]
    nearer = f"{min(sum(n < steps for n in lengths), 2)}{min(sum(n == steps for n in lengths), 2)}"
    down = len(path(spot.head, event, syntax)[1])
    in_clause = any(other.verb == event.verb for other in rivals)
    known = [other for other in spots if other.place is not None]
    rank = f"{sum(other.first < spot.first for other in known)}/{len(known)}"
    return [
        f"nearer={nearer}/{spot.is_locative}/{_side(spot, event)}",
        f"nearer={nearer}/{spot.preposition}/{min(down, 3)}",
        f"in-clause={in_clause}/{spot.verb == event.verb}/{spot.is_locative}",
        f"order={rank}/{spot.preposition}",
    ]


def _side(spot: Spot, event: Event) -> str:
    return "a" if spot.first > event.head else "b"
