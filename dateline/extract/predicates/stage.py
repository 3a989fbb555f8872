"""The stage: finds the predicates of a text, names them, and ties each to the one that governs it."""

from collections.abc import Iterable

from dateline.extract.predicates.arguments import Arguments
from dateline.extract.predicates.finder import Core, Finder
from dateline.lang.grammar import grammar
from dateline.lang.lexicon import lexicon
from dateline.model import layers
from dateline.model.annotation import Annotation, Namer
from dateline.model.predicate import Predicate
from dateline.model.reading import Reading


class Predicates:
    """Predicates of the whole text, by grammar alone; regions and politics are other stages' business."""

    name = "predicates"
    requires = frozenset({layers.SYNTAX})
    provides = frozenset({layers.PREDICATE})

    def __init__(self) -> None:
        self.grammar = grammar()
        self.lexicon = lexicon()

    def __call__(self, reading: Reading) -> Iterable[Annotation[Predicate]]:
        syntax = reading.parsed
        cores = Finder(syntax, self.grammar, self.lexicon, Arguments(syntax, self.grammar)).find()
        namer = Namer(reading.document.id, layers.PREDICATE)
        names = [namer(core.span) for core in cores]
        ids = {core.noun: name for core, name in zip(cores, names, strict=True) if core.noun is not None}
        ids.update({core.head: name for core, name in zip(cores, names, strict=True)})
        for core, name in zip(cores, names, strict=True):
            governor = ids.get(core.governor) if core.governor is not None else None
            if governor == name:
                governor = None
            yield Annotation(name, layers.PREDICATE, core.span, self.name, _predicate(core, governor))


def _predicate(core: Core, governor: str | None) -> Predicate:
    form = core.group
    return Predicate(
        core.head,
        core.form,
        core.lemma,
        form.tense,
        form.aspect,
        "passive" if core.passive else "active",
        form.modal,
        core.negated,
        form.conditional,
        core.light,
        governor,
        core.governor_role if governor is not None else None,
        tuple(core.arguments),
        core.noun,
    )
