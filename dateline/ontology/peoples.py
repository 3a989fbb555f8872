"""Peoples and regions whose words point to the state that they live in: Chechen, Yoruba, Kosovo Serb, Darfur."""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class People(NamedTuple):
    """A word, the ISO alpha-3 code of the state that it points to in the news, and its role: `people` or `region`."""

    word: str
    country: str
    role: str


@cache
def peoples() -> tuple[People, ...]:
    """All words, in the order of the file."""
    text = files("dateline.ontology").joinpath("peoples.csv").read_text("utf-8")
    return tuple(
        People(word, row["country"], row["role"])
        for row in csv.DictReader(text.splitlines())
        for word in row["name"].split("|")
    )
