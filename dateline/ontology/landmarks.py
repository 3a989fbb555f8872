"""Landmarks of politics that reports count from without a date: "since the Korean War", "since the invasion"."""

import csv
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Landmark:
    """A war, revolution or attack. `words` name it alone; `kinds` are nouns for it where its `countries` are clear.

    `start` and `end` are ISO dates, the end None where it goes on or nobody counts from it.
    """

    name: str
    words: tuple[str, ...]
    kinds: tuple[str, ...]
    countries: tuple[str, ...]
    start: str
    end: str | None


@cache
def landmarks() -> tuple[Landmark, ...]:
    """All landmarks, in the order of the file."""
    text = files("dateline.ontology").joinpath("landmarks.csv").read_text("utf-8")
    return tuple(
        Landmark(
            name=row["name"],
            words=tuple(filter(None, row["words"].split("|"))),
            kinds=tuple(filter(None, row["kinds"].split("|"))),
            countries=tuple(filter(None, row["countries"].split("|"))),
            start=row["start"],
            end=row["end"] or None,
        )
        for row in csv.DictReader(text.splitlines())
    )


def landmark_in(words: str, *, countries: Collection[str], day: str | None) -> Landmark | None:
    """The landmark that some words name, or None.

    Words of its own count wherever they stand, the longest first. A noun such as "the war" names the landmark only
    where all its `countries` are among those given, it lies before `day`, and no other one fits.
    """
    for phrase, found in _phrases():
        if phrase.search(words):
            return found if day is None or found.start <= day else None
    fitting = [
        mark
        for mark in landmarks()
        if mark.countries and set(mark.countries) <= set(countries) and day is not None and mark.start <= day
        if any(re.search(rf"\b{re.escape(kind)}\b", words, re.IGNORECASE) for kind in mark.kinds)
    ]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], Landmark], ...]:
    pairs = [(word, mark) for mark in landmarks() for word in mark.words]
    pairs.sort(key=lambda pair: -len(pair[0]))
    return tuple((re.compile(_loose(word), re.IGNORECASE), mark) for word, mark in pairs)


def _loose(words: str) -> str:
    """The words with whatever white space and apostrophe the report has between them."""
    parts = (re.escape(part).replace("'", "['’]") for part in words.split())
    return rf"(?<!\w){r'\s+'.join(parts)}(?!\w)"
