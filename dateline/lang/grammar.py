"""The words that carry the grammar of predicates: light verbs, control, negation, conditions."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Grammar:
    """Sets of lower-case lemmas, with a particle or preposition after a space where there is one ("carry out")."""

    light_object: frozenset[str]
    light_oblique: frozenset[str]
    light_subject: frozenset[str]
    containers: frozenset[str]
    object_control: frozenset[str]
    oblique_control: frozenset[str]
    gerund_control: frozenset[str]
    penalties: frozenset[str]
    negators: frozenset[str]
    negative_determiners: frozenset[str]
    negative_prepositions: frozenset[str]
    condition_marks: frozenset[str]
    adjectives: frozenset[str]
    particles: frozenset[str]
    with_particle: frozenset[str]
    lemmas: dict[str, str]
    idioms: dict[str, frozenset[str]]
    speech: frozenset[str]
    infinitive: frozenset[str]
    bodies: frozenset[str]


@cache
def grammar(language: str = "en") -> Grammar:
    """The grammar words of a language."""
    found: dict[str, Any] = tomllib.loads(
        files("dateline.lang").joinpath(language, "predicates.toml").read_text(encoding="utf-8")
    )
    light, control, negation = found["light"], found["control"], found["negation"]
    return Grammar(
        light_object=frozenset(light["object"]),
        light_oblique=frozenset(light["oblique"]),
        light_subject=frozenset(light["subject"]),
        containers=frozenset(light["containers"]),
        object_control=frozenset(control["object"]),
        oblique_control=frozenset(control["oblique"]),
        gerund_control=frozenset(control["gerund"]),
        penalties=frozenset(control["penalties"]),
        negators=frozenset(negation["words"]),
        negative_determiners=frozenset(negation["determiners"]),
        negative_prepositions=frozenset(negation["prepositions"]),
        condition_marks=frozenset(found["condition"]["marks"]),
        adjectives=frozenset(found["adjectives"]),
        particles=frozenset(found["particles"]),
        with_particle=frozenset(found["with_particle"]),
        lemmas=dict(found["lemmas"]),
        idioms={verb: frozenset(nouns) for verb, nouns in found["idioms"].items()},
        speech=frozenset(found["speech"]),
        infinitive=frozenset(found["infinitive"]),
        bodies=frozenset(found["bodies"]),
    )
