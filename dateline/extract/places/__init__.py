"""Where: names of places, what they mean, and whether they are places here at all.

A name is found by the recogniser of the grammar and by the gazetteer together (`spans`), all its places in the report
get one meaning (`resolve`), and a country or capital that acts is marked as standing for its government (`roles`).
"""

from collections.abc import Iterable

from dateline.extract.places.resolve import Group, Meaning, Resolver
from dateline.extract.places.roles import role_of
from dateline.extract.places.spans import Finder, Name
from dateline.model import layers
from dateline.model.annotation import Annotation, Namer
from dateline.model.place import Candidate, Place
from dateline.model.reading import Reading
from dateline.ontology.gazetteer import admin1_name

_KEPT = 3  # candidates


class Places:
    """Gives every name of a place, with its coordinates where the gazetteer has it."""

    name = "places"
    requires = frozenset({layers.SYNTAX})
    provides = frozenset({layers.PLACE})

    def __call__(self, reading: Reading) -> Iterable[Annotation[Place]]:
        syntax = reading.parsed
        namer = Namer(reading.document.id, layers.PLACE)
        names = Finder(syntax, reading.text).find()
        meant = {id(name): group for group in Resolver(names, syntax).resolve() for name in group.names}
        for name in names:
            group = meant.get(id(name))
            value = self._place(name, group, reading) if group else Place(role=name.role, name=name.text)
            yield Annotation(namer(name.span), layers.PLACE, name.span, self.name, value)

    def _place(self, name: Name, group: Group, reading: Reading) -> Place:
        best = group.best
        entry = best.entry
        role = name.role
        if role == "place":
            role = role_of(name.first, name.last, entry, reading.parsed)
        return Place(
            role=role,
            name=name.text if role == "place" and _is_full(name.text) else entry.name,
            geonames=entry.geonames,
            latitude=entry.latitude,
            longitude=entry.longitude,
            country=entry.country,
            admin1=admin1_name(entry.admin1) if entry.admin1 else None,
            feature=entry.feature,
            score=group.score,
            candidates=tuple(self._candidate(meaning) for meaning in group.meanings[:_KEPT]),
        )

    def _candidate(self, meaning: Meaning) -> Candidate:
        entry = meaning.entry
        return Candidate(entry.geonames, entry.name, entry.country, round(meaning.probability, 3))


def _is_full(words: str) -> bool:
    """Whether the words of the text are a name that can be shown: no short form, not in capitals."""
    return len(words) > 3 and not words.isupper() and not words.endswith(".")
