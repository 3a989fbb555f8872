"""The head of a report: its dateline ("NEW DELHI, March 2 (Reuters) -") and the agencies credited."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.ingest.dates import iso
from dateline.lang.origin import origin_words
from dateline.model.span import Span

_HEAD_LINES = 9
_TAIL = 1200
_HEAD = 2500

# No two parts may match the same letters: where they can, a line of capitals takes minutes.
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"{_CAPITAL}[\w.’'-]*"
_UPPER = rf"{_CAPITAL}(?:{_CAPITAL}|[.’'-])+"
_PLACE = rf"{_WORD}(?: (?:(?:de|del|da|el|al|la|of|the|ar|ash|az) )?{_WORD}){{0,4}}"
_CITY = rf"{_UPPER}(?: (?:(?:de|of|la|the) )?{_UPPER}){{0,3}}"
_WIDER = rf"(?:, {_WORD}(?: {_WORD}){{0,3}}){{0,2}}"
_DASH = r"\s*(?:--+|[-–—―‒_])\s*"
# Without an agency or a date a hyphen must stand free: "US-led" is no dateline.
_FREE_DASH = r"(?:\s+[-–_]+(?=\s|$)|\s*(?:--+|[—―‒])|,? --+)\s*"
_MOST_WORDS = 7
_SPEAKER = re.compile(r"(?m)^[^\W\d_a-z][^\W\d_a-z.’' -]+: ")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says: where, and day, month and year as far as they stand there.

    `credit` is what stands in an agency's place and is none of those known by name.
    """

    span: Span
    place: str | None
    day: int | None
    month: int | None
    year: int | None
    credit: str | None = None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = origin_words()
    agency = rf"(?:{words.agency.pattern})"
    credit = rf"(?:\({agency}(?:/{agency})*\)|/{agency}/)"
    other = r"\((?P<credit>[^\W\d_a-z][\w.&’'/ -]{2,40})\)"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    month = rf"(?P<month>{words.month})"
    year = r"(?:,? (?P<year>[12]\d{3}))?"
    weekday = rf"(?:{words.weekday}, )?"
    date = (rf"{weekday}{month} {day}{year}", rf"{weekday}{day} {month}{year}")
    wider = rf"(?P<place>{_PLACE})(?:/{_PLACE})*(?P<wider>{_WIDER})"
    upper = rf"(?P<place>{_CITY})(?:/{_CITY})*(?P<wider>{_WIDER})"
    found = [rf"{wider},? {d}[.,]? ?{credit}(?:{_DASH}|:\s|\s|$)" for d in date]
    found += [rf"{upper},? {d}[.,]? {other}{_DASH}" for d in date]
    found += [rf"{wider},? {d}{_DASH}(?=\S|$)" for d in date]
    found += [rf"{upper}, {d}[.:]? " for d in date]
    found += [rf"{d} \({agency}\){_DASH}" for d in date]
    found += [
        rf"{upper},? ?{credit}(?:\s+(?=\S))",
        rf"{wider},? ?{credit}(?:{_DASH}|:\s|$)",
        rf"{upper} {other}{_DASH}",
        rf"{upper}(?:{_FREE_DASH}|(?P<colon>: ))(?=[\w“\"‘'(]|$)",
    ]
    return tuple(re.compile(pattern) for pattern in found)


def find_dateline(text: str, *, start: int = 0) -> Dateline | None:
    """The dateline of a report, looked for at the beginning of its first lines from `start` on."""
    position, seen = start, 0
    while seen < _HEAD_LINES and position < len(text):
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        first = position + len(text[position:stop]) - len(text[position:stop].lstrip(" \t"))
        if first < stop:
            seen += 1
            if found := _dateline_at(text, first, stop):
                return found
        position = stop + 1
    return None


def _dateline_at(text: str, start: int, stop: int) -> Dateline | None:
    piece = text[start : min(stop, start + 160)]
    if not piece[:1].isupper() and not piece[:1].isdigit():
        return None
    for pattern in _patterns():
        if match := pattern.match(piece):
            made = _made(match, start)
            if made is not None and _is_place(match, text):
                return made
    return None


def _is_place(match: re.Match[str], text: str) -> bool:
    """Whether capitals before a dash or colon name a place: not a rubric ("ANALYSIS:"), not a speaker ("TAPPER:")."""
    parts = match.groupdict()
    place = parts.get("place")
    if place is None:
        return True
    words = f"{place}{parts.get('wider') or ''}".split()
    if len(words) > _MOST_WORDS or any(word.strip(".,").lower() in origin_words().rubrics for word in words):
        return False
    if any(word.lower().endswith(("'s", "’s")) for word in words):
        return False
    heading = parts.get("colon") and match.string[match.end() :].split(" ", 1)[0].isupper()
    return not heading and (not parts.get("colon") or len(_SPEAKER.findall(text[: _HEAD * 2])) == 1)


def _made(match: re.Match[str], start: int) -> Dateline | None:
    parts = match.groupdict()
    month = origin_words().months.get(parts["month"].rstrip(".").lower()) if parts.get("month") else None
    day = int(parts["day"]) if parts.get("day") else None
    if day is not None and iso(2024, month, day) is None:
        return None
    place = parts.get("place")
    words = len(match[0].rstrip(" -–—―‒_\t\n:"))
    return Dateline(
        span=Span(start, start + words),
        place=f"{place}{parts.get('wider') or ''}" if place else None,
        day=day,
        month=month,
        year=int(parts["year"]) if parts.get("year") else None,
        credit=parts.get("credit"),
    )


def agencies_in(text: str, *, dateline: Dateline | None) -> tuple[str, ...]:
    """The news agencies that the report credits, in text order: in its dateline, or at its end."""
    words = origin_words()
    found: dict[str, None] = {}
    if dateline is not None:
        stop = dateline.span.end
        for match in words.agency.finditer(text, dateline.span.start, min(len(text), stop + 12)):
            if text[match.start() - 1 : match.start()] in {"(", "/"}:
                found[words.agencies[match[0]]] = None
        # One plain word in brackets may be a country: "LONDON (Ontario) —".
        if dateline.credit and (" " in dateline.credit or dateline.credit.isupper()):
            found.setdefault(dateline.credit)
    head = text[:_HEAD]
    for match in _OPEN_CREDIT.finditer(head):
        if name := words.agencies.get(match[1]):
            found.setdefault(name)
    tail = text[-_TAIL:]
    for pattern in words.credits:
        for match in pattern.finditer(tail):
            for agency in words.agency.finditer(match["agencies"]):
                found.setdefault(words.agencies[agency[0]])
    return tuple(found)


# "(Reuters) - The …" with no place before it, or an agency's line of its own: "Reuters", "By The Associated Press".
_OPEN_CREDIT = re.compile(r"(?m)^(?:(?:By|BY|From) )?\(?([A-Z][\w. -]{1,30}?)\)?(?:\s*[-–—_]+\s|\.?$)")
