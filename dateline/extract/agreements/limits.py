"""The numbers that an agreement sets: "limits each side to 1,550 warheads", "cut tariffs by 30 percent"."""

import re
from collections.abc import Iterable, Iterator

from dateline.extract.agreements.acts import FoundAct
from dateline.extract.agreements.phrases import Phrase
from dateline.lang.diplomacy import agreement_words
from dateline.lang.numbers import whole_number
from dateline.model.diplomacy import Limit
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.time import TimeExpression

_DURATION = re.compile(r"PT?(\d+)([YMWDH])")
_UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "H": "hours"}
_DECIMAL = re.compile(r"\d+\.\d+")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SUBJECTS = ("nsubj", "nsubjpass")
_CLAUSES = frozenset({"relcl", "acl"})
_BEFORE = 4  # tokens in which "no more than" stands before its number


def limits_of(reading: Reading, named: Iterable[Phrase], acts: Iterable[FoundAct]) -> tuple[Limit, ...]:
    """The limits that the report says an agreement sets, in text order."""
    heads = [phrase.head for phrase in named]
    found: dict[Span, Limit] = {}
    for limit in (*_numbers(reading, heads), *_durations(reading, heads, acts)):
        found.setdefault(limit.span, limit)
    return tuple(found[span] for span in sorted(found))


def _numbers(reading: Reading, heads: list[int]) -> Iterator[Limit]:
    tokens = reading.parsed.tokens
    for verb in _verbs(reading, heads):
        for i in reading.parsed.subtree(verb):
            if tokens[i].pos == "NUM" and tokens[i].dep in ("nummod", "pobj", "compound", "dobj"):
                limit = _limit(reading, i, verb)
                if limit is not None:
                    yield limit


def _verbs(reading: Reading, heads: list[int]) -> Iterator[int]:
    """The verbs that say what an agreement does: its own, and those of what holds under it."""
    syntax = reading.parsed
    for head in heads:
        token = syntax.tokens[head]
        above = syntax.tokens[token.head]
        if token.dep in _SUBJECTS:
            yield token.head
        elif token.dep == "pobj" and above.lower == "under":
            yield above.head
        yield from (c for c in syntax.children(head) if c > head and syntax.tokens[c].dep in _CLAUSES)
    if heads:
        yield from _pronouns(reading, heads)


def _pronouns(reading: Reading, heads: list[int]) -> Iterator[int]:
    """ "It limits …", at the head of the sentence behind one that names the agreement."""
    syntax = reading.parsed
    after = {syntax.tokens[head].sentence + 1 for head in heads}
    for number in sorted(after):
        if number < len(syntax.sentences):
            first = syntax.tokens[syntax.sentences[number][0]]
            if first.lower == "it" and first.dep in _SUBJECTS:
                yield first.head


def _limit(reading: Reading, index: int, verb: int) -> Limit | None:
    syntax = reading.parsed
    number = syntax.tokens[index]
    value = _value(reading, index)
    if value is None or any(t.span.overlap(number.span) for t in reading.times):
        return None
    first, before = _comparing(reading, index)
    kind = before or _by_verb(reading, index, verb)
    if kind is None:
        return None
    unit = _counted(reading, index)
    span = syntax.span(first, unit + 1)
    return Limit(kind, value, value, syntax.tokens[unit].lower if unit != index else _object(reading, index), span)


def _object(reading: Reading, index: int) -> str | None:
    """What a bare number counts: "cut its [troops] to 8,600"."""
    syntax = reading.parsed
    verb = next((i for i in syntax.ancestors(index) if syntax.tokens[i].pos == "VERB"), None)
    found = syntax.child(verb, "dobj", "nsubjpass") if verb is not None else None
    return syntax.tokens[found].lower if found is not None and syntax.tokens[found].pos == "NOUN" else None


def _counted(reading: Reading, index: int) -> int:
    """The noun that a number counts, over "million" and the like; the number itself where there is none."""
    token = reading.parsed.tokens[index]
    while token.pos == "NUM" and token.dep in ("nummod", "compound") and token.head > token.index:
        token = reading.parsed.tokens[token.head]
    return token.index if token.lower not in _SCALES else index


def _value(reading: Reading, index: int) -> float | None:
    tokens = reading.parsed.tokens
    text = tokens[index].text
    value = float(text) if _DECIMAL.fullmatch(text) else whole_number(text)
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return None if value is None else float(value) * _SCALES.get(after, 1.0)


def _comparing(reading: Reading, index: int) -> tuple[int, str | None]:
    """Where the words before a number that say how it limits begin, and what they say."""
    tokens, words = reading.parsed.tokens, agreement_words()
    for length in range(_BEFORE, 0, -1):
        first = index - length
        said = " ".join(t.lower for t in tokens[max(0, first) : index])
        if first < 0 or said not in words.comparing:
            continue
        kind = words.comparing[said]
        if kind == "over":  # "neither side may have more than …"
            return first, "at-most" if _is_denied(reading, index) else None
        return first, kind
    return index, None


def _is_denied(reading: Reading, index: int) -> bool:
    syntax = reading.parsed
    for i in syntax.ancestors(index):
        if syntax.tokens[i].pos not in ("VERB", "AUX"):
            continue
        below = [c for c in syntax.children(i) if syntax.tokens[c].dep in (*_SUBJECTS, "neg")]
        opening = {syntax.tokens[syntax.edges(c)[0]].lower for c in below}
        return any(syntax.tokens[c].dep == "neg" for c in below) or bool(opening & {"no", "neither", "nobody"})
    return False


def _by_verb(reading: Reading, index: int, verb: int) -> str | None:
    """What a number does under the verb nearest above it: capped to, cut by."""
    syntax, words = reading.parsed, agreement_words()
    preposition = None
    for i in syntax.ancestors(index):
        token = syntax.tokens[i]
        if token.dep == "prep" and preposition is None:
            preposition = token.lower
        if token.lemma in words.capping:
            return "at-most" if preposition in ("to", "at", None) else None
        if token.lemma in words.cutting:
            return {"by": "reduction", "to": "at-most"}.get(preposition or "")
        if i == verb or token.pos == "VERB":
            return None
    return None


def _durations(reading: Reading, heads: list[int], acts: Iterable[FoundAct]) -> Iterator[Limit]:
    """How long it is to hold: "a 60-day truce", "extended it for 120 days", "is to last ten days"."""
    syntax = reading.parsed
    verbs = set(_verbs(reading, heads))
    extending = {a.predicate.value.head for a in acts if a.act in ("extended", "signed", "negotiated")}
    for time in reading.times:
        inside = syntax.inside(time.span)
        if time.value.type != "DURATION" or not inside:
            continue
        above = {i for token in inside for i in (token, *list(syntax.ancestors(token))[:3])}
        modifies = any(head in above and time.span.end <= syntax.tokens[head].start for head in heads)
        told = bool(verbs & above) and _lasts(reading, inside[0])
        for_so_long = syntax.tokens[inside[0] - 1].lower == "for" and any(i in extending for i in above)
        if (modifies or told or for_so_long) and (limit := _lasting(time.value, time.span)):
            yield limit


def _lasts(reading: Reading, index: int) -> bool:
    """Whether a verb of lasting stands right before: "is to [last] ten days", "[runs] for a year"."""
    before = reading.parsed.tokens[max(0, index - 2) : index]
    return any(token.lemma in agreement_words().lasting for token in before)


def _lasting(time: TimeExpression, span: Span) -> Limit | None:
    match = _DURATION.fullmatch(time.value)
    if match is None:
        return None
    unit = "minutes" if time.value.startswith("PT") and match[2] == "M" else _UNITS[match[2]]
    return Limit("lasting", float(match[1]), float(match[1]), unit, span)
