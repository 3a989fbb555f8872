"""Verbs, event nouns and adjectives with what they can mean politically, and the words that govern them."""

import tomllib
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.errors import OntologyError


@dataclass(frozen=True, slots=True)
class Entry:
    """One sense: if these words stand with these arguments, the act is of this type and mode.

    A *slot* names where a side stands: `subject`, `object`, `indirect`, a preposition (`with`, `against` …), `clause`
    (the subject of the content clause), or `object.of` (whoever the object belongs to or comes from). They are tried in
    order.
    `objects` and `obliques` are conditions on head words; `together` makes all sides doers; `needs` says which
    side must be political (`actor`, `recipient`, `either`, `both`).
    """

    name: str
    type: str
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    obliques: dict[str, frozenset[str]] = field(default_factory=dict)
    subjects: frozenset[str] = frozenset()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    together: bool = False
    needs: str = "actor"
    contexts: tuple[str, ...] = ()
    prior: float = 0.8
    status: str | None = None
    require: frozenset[str] = frozenset()
    patient: bool = False
    of: str = "object"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries by lemma; a lemma carries its particle ("carry out") or its modifier ("air strike")."""

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    adjectives: dict[str, tuple[Entry, ...]]
    governors: dict[str, str]
    governor_nouns: dict[str, str]
    governor_adjectives: dict[str, str]
    patient_nouns: frozenset[str]
    subject_nouns: frozenset[str]
    event_nouns: frozenset[str]
    compound_heads: frozenset[str]
    entries: tuple[Entry, ...]


def _words(values: list[str], classes: dict[str, list[str]], *, where: str) -> frozenset[str]:
    found: set[str] = set()
    for value in values:
        if not value.startswith("@"):
            found.add(value)
        elif value[1:] in classes:
            found |= _words(classes[value[1:]], classes, where=where)
        else:
            raise OntologyError(f"{where}: no word class {value!r} in classes.toml")
    return frozenset(found)


_SETS = ("objects", "not_objects", "subjects")
_PLAIN_SETS = ("require",)
_KNOWN = {f.name for f in fields(Entry)} - {"name"}


def _entry(row: dict[str, Any], classes: dict[str, list[str]], *, where: str) -> Entry:
    if unknown := sorted(row.keys() - _KNOWN):
        raise OntologyError(f"{where}: unknown key {unknown[0]!r}; known are {', '.join(sorted(_KNOWN))}")
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    for key in _SETS:
        values[key] = _words(row.get(key, []), classes, where=where)
    for key in _PLAIN_SETS:
        values[key] = frozenset(row.get(key, []))
    values["obliques"] = {p: _words(w, classes, where=where) for p, w in row.get("obliques", {}).items()}
    return Entry(name=where, **values)


def _index(entries: list[Entry], kind: str) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for lemma in getattr(entry, kind):
            found.setdefault(lemma, []).append(entry)
    # The more an entry asks for, the earlier it is tried.
    return {
        lemma: tuple(sorted(group, key=lambda e: -(bool(e.objects) + bool(e.obliques) + bool(e.subjects))))
        for lemma, group in found.items()
    }


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language. Raises OntologyError where a file names what does not exist."""
    folder = files("dateline.lang").joinpath(language)

    def read(name: str) -> dict[str, Any]:
        return tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8"))

    classes: dict[str, list[str]] = read("classes.toml")
    governors = read("governors.toml")
    names = sorted(p.name for p in folder.iterdir() if p.name.startswith("verbs_") and p.name.endswith(".toml"))
    entries = [
        _entry(row, classes, where=f"{name.removeprefix('verbs_').removesuffix('.toml')}.{key}")
        for name in names
        for key, row in read(name).items()
    ]
    by_kind = {kind: {w: e for e, group in governors.items() for w in group.get(kind, [])} for kind in _KINDS}
    nouns = _index(entries, "nouns")
    event_nouns = frozenset(nouns) | frozenset(by_kind["nouns"])
    return Lexicon(
        verbs=_index(entries, "verbs"),
        nouns=nouns,
        adjectives=_index(entries, "adjectives"),
        governors=by_kind["verbs"],
        governor_nouns=by_kind["nouns"],
        governor_adjectives=by_kind["adjectives"],
        patient_nouns=frozenset(n for e in entries if e.patient for n in e.nouns),
        subject_nouns=frozenset(n for e in entries if e.of == "subject" for n in e.nouns),
        event_nouns=event_nouns,
        compound_heads=frozenset(n.split()[-1] for n in event_nouns if " " in n),
        entries=tuple(entries),
    )


_KINDS = ("verbs", "nouns", "adjectives")
