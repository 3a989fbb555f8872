"""What grammar says of a place and an event in one sentence, as named features of a linear model."""

from collections.abc import Sequence
from math import log2

from dateline.extract.event_places.event import Event, path
from dateline.extract.event_places.lexical import lexical_features, words_around
from dateline.extract.event_places.spots import LOCATIVE, Spot, own_features
from dateline.model.syntax import Syntax, Token

_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "csubj", "pcomp", "parataxis"})
_VERBAL = frozenset({"VERB", "AUX"})
_SKIPPED = frozenset({"pobj", "compound", "appos", "amod", "nmod"})
_SIDES = {"dobj": "object", "nsubj": "subject", "nsubjpass": "subject"}
_JOINING = frozenset({"and", "but", "while", ";"})
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_TOLD = frozenset({"ADP", "PUNCT", "CCONJ"})
_SHORT = 4  # words between that are told one by one
_FARTHEST = 6  # steps of the path that are told apart


def features(spot: Spot, event: Event, spots: Sequence[Spot], syntax: Syntax) -> list[str]:
    """The names of all features that hold of a place and an event."""
    return [
        *own_features(spot, spots, syntax),
        *event_features(event, syntax),
        *pair_features(spot, event, spots, syntax),
    ]


def event_features(event: Event, syntax: Syntax) -> list[str]:
    """What tells, without any place, whether an event has one: its sides, its voice, its adverbs, its sentence."""
    tokens, head = syntax.tokens, event.head
    trigger = tokens[head]
    lemma = trigger.lemma
    sides: dict[str, Token] = {}
    passive = False
    found: list[str] = []
    for i in syntax.children(head):
        word = tokens[i]
        if word.dep in _SIDES:
            sides.setdefault(_SIDES[word.dep], word)
        passive = passive or word.dep in {"auxpass", "nsubjpass"}
        if word.dep in {"aux", "neg"}:
            found.append(f"{word.dep}={word.lower}")
        elif word.dep == "prep":
            found.append(f"with={word.lower}")
        elif word.dep in {"prt", "advmod"}:
            found.append(f"{word.dep}={word.lemma}")
        elif word.dep == "npadvmod":
            found.append(f"npadvmod={word.entity}")
    for side, word in sides.items():
        kind = word.entity or word.pos
        found += [f"{side}={word.lemma}", f"{side}={kind}/{lemma}"]
    found += [f"object={'object' in sides}/{lemma}", f"voice={trigger.tag}/{passive}"]
    found.append(f"voice={trigger.tag}/{passive}/{lemma}")
    if trigger.head != head:
        found.append(f"governor={tokens[trigger.head].lemma}/{trigger.dep}")
    return found + words_around(event, syntax)


def pair_features(spot: Spot, event: Event, spots: Sequence[Spot], syntax: Syntax) -> list[str]:
    """The names of the features that hold of a place and an event together."""
    tokens = syntax.tokens
    trigger = tokens[event.head]
    up, down = path(spot.head, event, syntax)
    preposition = spot.preposition
    relation = _relation(up, down, syntax)
    tie = _tie(spot.verb, event.verb, syntax)
    clauses = sum(tokens[i].dep in _CLAUSES and tokens[i].pos in _VERBAL for i in (*up, *down))
    rivals = [rival for rival in event.rivals if rival is not spot]
    locative_rival = any(rival.preposition in LOCATIVE for rival in rivals)
    found = [
        f"relation={relation}",
        f"relation={relation}/{preposition}",
        f"steps={min(len(up), _FARTHEST)}/{min(len(down), 3)}",
        f"side={'before' if spot.first < event.head else 'after'}",
        f"far={round(log2(1 + abs(spot.head - event.head)))}",
        f"rank={_rank(spot, event.head, spots)}",
        f"count={min(len(spots), 4)}",
        f"verb={trigger.lemma}",
        f"verb={trigger.lemma}/{preposition}",
        f"trigger={trigger.pos}/{trigger.dep}",
        f"{'outside' if down else 'subtree'}/{trigger.dep}",
        f"clauses={min(3, clauses)}",
        f"tie={tie}",
        f"tie={tie}/{preposition}",
        f"tie={tie}/{spot.known}/{preposition}",
        f"rivals={min(2, len(rivals))}/{tie}",
        f"rival={locative_rival}/{tie}/{preposition in LOCATIVE}",
    ]
    if spot.verb is not None:
        over = tokens[spot.verb]
        found += [f"over={over.lemma}/{preposition}", f"over={tie}/{over.dep}"]
    if any(tokens[i].dep == "poss" for i in up):
        found.append("poss")
    if spot.first - event.sentence_start <= 3:
        found.append(f"opening/{preposition}")
    found += _between(spot, event, syntax) + _near_others(spot, event, spots, syntax)
    return found + lexical_features(spot, event, spots, syntax)


def _between(spot: Spot, event: Event, syntax: Syntax) -> list[str]:
    """The words that stand between a place and an event."""
    head = event.head
    before = spot.first < head
    words = syntax.tokens[spot.last : head] if before else syntax.tokens[head + 1 : spot.first]
    side = "b" if before else "a"
    commas = verbs = 0
    joined = relative = False
    for word in words:
        commas += word.text == ","
        verbs += word.pos == "VERB"
        joined = joined or word.lower in _JOINING
        relative = relative or word.tag in _RELATIVE
    found = [
        f"commas={min(commas, 3)}{side}",
        f"verbs={min(verbs, 3)}{side}",
        f"between={min(commas, 2)}{min(verbs, 2)}{side}/{spot.preposition}",
    ]
    if joined:
        found.append(f"joined{side}")
    if relative:
        found.append(f"relative{side}")
    if len(words) <= _SHORT:
        told = " ".join(w.lower if w.pos in _TOLD else w.pos for w in words)
        found.append(f"words{side}={told}")
    return found


def _near_others(spot: Spot, event: Event, spots: Sequence[Spot], syntax: Syntax) -> list[str]:
    """What the other places with a preposition of place are to the event, and where this one hangs."""
    tokens = syntax.tokens
    at = spot.preposition in LOCATIVE
    found: list[str] = []
    others = [other for other in spots if other is not spot and other.is_locative]
    if others:
        nearer = min(abs(other.head - event.head) for other in others) < abs(spot.head - event.head)
        found.append(f"nearer={nearer}/{at}/{'b' if spot.first < event.head else 'a'}")
        found.append(f"above={spot.head in event.place_of}")
    preposition = tokens[tokens[spot.head].head]
    if preposition.pos == "ADP":
        found.append(f"hangs={preposition.head == event.head}/{tokens[preposition.head].lemma}")
    return found


def _relation(up: Sequence[int], down: Sequence[int], syntax: Syntax) -> str:
    """The path as the labels that matter: prepositions, apposition and compounds are left out."""
    tokens = syntax.tokens
    kept_up = [tokens[i].dep for i in up if tokens[i].dep not in _SKIPPED]
    kept_down = [tokens[i].dep for i in reversed(down)]
    return ">".join(kept_up[-3:]) + "|" + ">".join(kept_down[:3])


def _rank(spot: Spot, event: int, spots: Sequence[Spot]) -> str:
    """How near it is among the places on its side."""
    before = spot.first < event
    distance = abs(spot.head - event)
    nearer = sum((s.first < event) == before and abs(s.head - event) < distance for s in spots)
    return f"{min(nearer, 3)}{'b' if before else 'a'}"


def _tie(verb: int | None, own: int | None, syntax: Syntax) -> str:
    """How the clause of the place and that of the event hang together."""
    if verb is None or own is None:
        return "none"
    if verb == own:
        return "same"
    tokens = syntax.tokens
    for name, low, high in (("under", verb, own), ("over", own, verb)):
        labels: list[str] = []
        for step in (low, *syntax.ancestors(low)):
            if step == high:
                return f"{name}:{'>'.join(labels[-3:])}"
            if tokens[step].pos in _VERBAL or tokens[step].dep in _CLAUSES:
                labels.append(tokens[step].dep)
    return "apart"
