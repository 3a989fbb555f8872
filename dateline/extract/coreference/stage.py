"""The stage: mentions in, actors out."""

from collections.abc import Iterable, Sequence

from dateline.extract.coreference.context import Context
from dateline.extract.coreference.descriptions import tie_descriptions
from dateline.extract.coreference.items import Chain, Item, chains_of, make_item
from dateline.extract.coreference.names import tie_names
from dateline.extract.coreference.plurals import tie_plurals
from dateline.extract.coreference.pronouns import tie_pronouns
from dateline.extract.coreference.summary import summarise
from dateline.model import layers
from dateline.model.actor import Actor
from dateline.model.annotation import Annotation, Namer
from dateline.model.reading import Reading
from dateline.model.syntax import Syntax


class Coreference:
    """Gathers mentions into actors. Gives the layer `actor`."""

    name = "coreference"
    requires = frozenset({layers.SYNTAX, layers.MENTION, layers.REGION})
    provides = frozenset({layers.ACTOR})

    def __call__(self, reading: Reading) -> Iterable[Annotation[Actor]]:
        syntax = reading.parsed
        items = [make_item(m.id, m.span, m.value, syntax, reading.region_at(m.span)) for m in reading.mentions]
        items.sort(key=lambda item: item.head.index)
        chains = gather(items, syntax)
        context = Context(items, reading.places, syntax)
        return summarise(chains, context, reading.text, Namer(reading.document.id, layers.ACTOR), self.name)


def gather(items: Sequence[Item], syntax: Syntax) -> list[Chain]:
    """The chains of some mentions, which must be in the order of their heads."""
    tie_names(items, syntax)
    tie_descriptions(items, syntax)
    tie_plurals(items, syntax)
    tie_pronouns(items, syntax)
    for item in items:
        if item.chain is None and item.pronoun is None:
            Chain().add(item, "name")
    return chains_of(items)
