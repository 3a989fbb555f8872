"""How many of how many: "18 of the 20 nations", "all 27 members", "by 141 votes to five with 35 abstentions"."""

import re
from dataclasses import dataclass

from dateline.lang.numbers import whole_number
from dateline.model.span import Span

_N = r"(\d[\d,]*|[A-Za-z]+(?:-[A-Za-z]+)?)"
_OF = re.compile(rf"\b{_N}\s+(?:out\s+)?of\s+(?:the|its|their|all)?\s*(?:[\w.-]+['’]s?\s+)?{_N}\b", re.IGNORECASE)
_ALL = re.compile(rf"\ball\s+(?:of\s+)?(?:(?:the|its)\s+)?(?:[\w.-]+['’]s?\s+)?{_N}\b", re.IGNORECASE)
_ALL_BUT = re.compile(rf"\ball\s+but\s+{_N}\s+of\s+(?:the|its)\s+{_N}\b", re.IGNORECASE)
_FIRST = re.compile(rf"^(?:at\s+least\s+|some\s+|more\s+than\s+|about\s+)?{_N}\b", re.IGNORECASE)
_TALLY = re.compile(r"\b(\d{1,3})\s?[-–]\s?(\d{1,3})(?:\s?[-–]\s?(\d{1,3}))?\b")
_VOTES_TO = re.compile(rf"\bby\s+(?:a\s+vote\s+of\s+)?{_N}\s+(?:votes\s+)?to\s+{_N}\b", re.IGNORECASE)
_ABSTAINING = re.compile(rf"\b{_N}\s+(?:abstentions?|abstain(?:ed|ing)?|[a-z]+\s+abstain(?:ed|ing)?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """`count` of `of`; either may be None where the words do not say."""

    count: int | None
    of: int | None


def count_in(words: str) -> Count | None:
    """What a subject says of its number, or None: "18 of the 20 nations" is 18 of 20, "all 27 members" 27 of 27."""
    if match := _ALL_BUT.search(words):
        but, total = whole_number(match[1]), whole_number(match[2])
        return Count(total - but, total) if but is not None and total is not None else None
    if match := _OF.search(words):
        count, total = whole_number(match[1]), whole_number(match[2])
        if count is not None and total is not None and count <= total:
            return Count(count, total)
    if match := _ALL.search(words):
        total = whole_number(match[1])
        return Count(total, total) if total is not None else None
    if match := _FIRST.match(words):
        count = whole_number(match[1])
        return Count(count, None) if count is not None else None
    return None


@dataclass(frozen=True, slots=True)
class Tally:
    """One result of a vote: the side, the number, and where it stands."""

    side: str
    count: int
    span: Span


def tallies(sentence: str, *, start: int) -> list[Tally]:
    """The results that a sentence about a vote gives: "141-5-35", "by 141 votes to five, with 35 abstentions".

    `start` is where the sentence begins in the text. Empty where the sentence names no vote.
    """
    lower = sentence.lower()
    if "vote" not in lower and "voting" not in lower:
        return []
    found: list[Tally] = []
    match = _TALLY.search(sentence) or _VOTES_TO.search(sentence)
    if match:
        for group, side in enumerate(("for", "against", "abstain"), start=1):
            words = match[group] if group <= (match.re.groups or 0) else None
            number = whole_number(words) if words else None
            if number is not None:
                found.append(Tally(side, number, Span(*match.span(group)).shifted(start)))
    if found and all(t.side != "abstain" for t in found) and (match := _ABSTAINING.search(sentence)):
        number = whole_number(match[1])
        if number is not None:
            found.append(Tally("abstain", number, Span(*match.span(1)).shifted(start)))
    return found if len(found) > 1 else []
