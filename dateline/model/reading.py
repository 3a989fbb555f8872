"""A document with everything that phase one says of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dateline.model import layers
from dateline.model.actor import Actor, Mention
from dateline.model.annotation import Annotation
from dateline.model.claim import Claim
from dateline.model.diplomacy import Agreement, Comparison, Contact, Exchange, Position
from dateline.model.document import Document
from dateline.model.place import Place
from dateline.model.predicate import Predicate
from dateline.model.quote import Quote
from dateline.model.region import TELLING, Region
from dateline.model.span import Span
from dateline.model.syntax import Syntax
from dateline.model.time import TimeExpression

UNDATED, DOUBTFUL = "undated", "doubtful-date"
_NOTICES = frozenset({UNDATED, DOUBTFUL})


@dataclass(frozen=True, slots=True)
class Failure:
    """A stage that could not do its work on a report, or the reason why the report was not read.

    `stage` is the stage's name; `reason` a sentence for a person; `code` a short stable word for counting
    (`language`, `too-long`, `empty`, `copy`, `error` …). A skipped report has a failure and empty layers. The codes
    `undated` and `doubtful-date` are notices: every layer is there, but the date of publication, from which they
    count, is missing or is contradicted by the report's own words.
    """

    stage: str
    reason: str
    code: str = "error"

    @property
    def is_notice(self) -> bool:
        """Whether it tells what to take care of, and nothing was lost."""
        return self.code in _NOTICES


@dataclass(slots=True)
class Reading:
    """One report and its layers. Stages read it and return annotations; only the pipeline adds them.

    `syntax` is None until the report has been parsed, and for a skipped report. It is not stored: it can be made
    again from the text.
    """

    document: Document
    syntax: Syntax | None = None
    failures: list[Failure] = field(default_factory=list)
    _layers: dict[str, list[Annotation[Any]]] = field(default_factory=dict)
    _by_id: dict[str, Annotation[Any]] = field(default_factory=dict)
    _actor_of: dict[str, Annotation[Actor]] = field(default_factory=dict)
    _of_predicate: dict[tuple[str, str], Annotation[Any]] = field(default_factory=dict)
    _mention_at: dict[int, Annotation[Mention]] = field(default_factory=dict)

    def add(self, annotations: Iterable[Annotation[Any]]) -> None:
        """Put annotations into their layers, which keep the order of the text."""
        touched = set()
        for annotation in annotations:
            self._layers.setdefault(annotation.layer, []).append(annotation)
            self._by_id[annotation.id] = annotation
            touched.add(annotation.layer)
            if annotation.layer == layers.ACTOR:
                self._actor_of.update((link.mention, annotation) for link in annotation.value.links)
            elif annotation.layer in (layers.EVENT_DATE, layers.EVENT_PLACE):
                self._of_predicate[annotation.layer, annotation.value.predicate] = annotation
            elif annotation.layer == layers.MENTION:
                self._mention_at[annotation.value.head.start] = annotation
        for layer in touched:
            self._layers[layer].sort(key=lambda a: (a.span, a.id))

    def layer(self, name: str) -> list[Annotation[Any]]:
        """The annotations of a layer in text order; empty where there are none."""
        return self._layers.get(name, [])

    def find(self, annotation_id: str) -> Annotation[Any] | None:
        """The annotation with this id, or None."""
        return self._by_id.get(annotation_id)

    def actor_of(self, mention_id: str) -> Annotation[Actor] | None:
        """The actor that a mention was tied to, or None where nobody is known."""
        return self._actor_of.get(mention_id)

    def mention_at(self, position: int) -> Annotation[Mention] | None:
        """The mention whose head word starts at this place of the text, or None."""
        return self._mention_at.get(position)

    def of_predicate(self, layer: str, predicate_id: str) -> Annotation[Any] | None:
        """What a working layer (`event-date`, `event-place`) says of one predicate, or None."""
        return self._of_predicate.get((layer, predicate_id))

    def actor_at(self, position: int) -> Annotation[Actor] | None:
        """The actor named by the mention whose head word starts at this place of the text, or None."""
        mention = self._mention_at.get(position)
        return self._actor_of.get(mention.id) if mention else None

    @property
    def parsed(self) -> Syntax:
        """The grammar. Raises RuntimeError where the report was not parsed: ask for it in `requires`."""
        if self.syntax is None:
            raise RuntimeError(f"document {self.document.id} has no syntax; does the stage require it?")
        return self.syntax

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def regions(self) -> list[Annotation[Region]]:
        return self.layer(layers.REGION)

    @property
    def mentions(self) -> list[Annotation[Mention]]:
        return self.layer(layers.MENTION)

    @property
    def actors(self) -> list[Annotation[Actor]]:
        return self.layer(layers.ACTOR)

    @property
    def times(self) -> list[Annotation[TimeExpression]]:
        return self.layer(layers.TIME)

    @property
    def places(self) -> list[Annotation[Place]]:
        return self.layer(layers.PLACE)

    @property
    def quotes(self) -> list[Annotation[Quote]]:
        return self.layer(layers.QUOTE)

    @property
    def predicates(self) -> list[Annotation[Predicate]]:
        return self.layer(layers.PREDICATE)

    @property
    def claims(self) -> list[Annotation[Claim]]:
        return self.layer(layers.CLAIM)

    @property
    def contacts(self) -> list[Annotation[Contact]]:
        return self.layer(layers.CONTACT)

    @property
    def agreements(self) -> list[Annotation[Agreement]]:
        return self.layer(layers.AGREEMENT)

    @property
    def positions(self) -> list[Annotation[Position]]:
        return self.layer(layers.POSITION)

    @property
    def exchanges(self) -> list[Annotation[Exchange]]:
        return self.layer(layers.EXCHANGE)

    @property
    def comparisons(self) -> list[Annotation[Comparison]]:
        return self.layer(layers.COMPARISON)

    def region_at(self, span: Span) -> str:
        """The kind of the region in which a span begins; `body` where no region says otherwise."""
        for region in self.regions:
            if region.span.start <= span.start < region.span.end:
                return region.value.kind
        return "body"

    def tells(self, span: Span) -> bool:
        """Whether the place may yield a claim: headline or body, not a caption, byline or biography."""
        return self.region_at(span) in TELLING
