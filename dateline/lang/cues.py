"""The English words that report speech, and what each of them takes."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# What a verb that takes a clause can do beside "said that …": "…, he said", "as he said, …".
_WITH_CLAUSE = ("before", "parenthetical", "as-clause")


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue words: lemma -> {construction: group}, with `verbs` and `nouns` (and adjectives) apart.

    Constructions and groups are explained in `en/cues.toml`. `addressed` are verbs whose object is the one spoken
    to, `manner` verbs that can stand beside marked words only, `asking` verbs whose subject waits for an answer.
    `spoken` are the verbs that report clauses, `uttered` all that report speech in any construction. `texts` are
    nouns that speak for whoever wrote them, `publishing` the verbs whose subject wrote them, `variations` nouns that
    stand for somebody just named, `told` what is told and not spoken to. `labels` are nouns that can stand alone
    before a headline's colon, `not_labels` what stands before one and says nothing.
    """

    verbs: dict[str, dict[str, str]]
    nouns: dict[str, dict[str, str]]
    addressed: frozenset[str]
    manner: frozenset[str]
    texts: frozenset[str]
    publishing: frozenset[str]
    variations: frozenset[str]
    told: frozenset[str]
    asking: frozenset[str]
    labels: frozenset[str]
    not_labels: frozenset[str]
    spoken: frozenset[str]
    uttered: frozenset[str]


@cache
def cues() -> Cues:
    """The cue words of English."""
    data = tomllib.loads(files("dateline.lang").joinpath("en/cues.toml").read_text("utf-8"))
    verbs = _constructions(data["verbs"])
    return Cues(
        verbs=verbs,
        nouns=_constructions(data["nouns"]),
        addressed=frozenset(data["addressed"].split()),
        manner=frozenset(data["manner"].split()),
        texts=frozenset(data["texts"].split()),
        publishing=frozenset(data["publishing"].split()),
        variations=frozenset(data["variations"].split()),
        told=frozenset(data["told"].split()),
        asking=frozenset(data["asking"].split()),
        labels=frozenset(data["labels"].split()),
        spoken=frozenset(lemma for lemma, takes in verbs.items() if takes.get("clause") == "speech"),
        uttered=frozenset(lemma for lemma, takes in verbs.items() if "speech" in takes.values()),
        not_labels=frozenset(data["not_labels"].split()),
    )


def _constructions(rows: list[dict[str, object]]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        takes = row["takes"]
        assert isinstance(takes, list)
        names = [*takes, *(_WITH_CLAUSE if "clause" in takes else ())]
        for lemma in str(row["lemmas"]).split():
            known = found.setdefault(lemma, {})
            for name in names:
                known.setdefault(name, str(row["group"]))
    return found
