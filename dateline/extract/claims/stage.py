"""The stage: predicates with a political side become claims."""

from collections.abc import Iterable, Sequence

from dateline.extract.claims.candidates import candidate_of, least
from dateline.extract.claims.circumstances import Circumstances
from dateline.extract.claims.contexts import contexts_in
from dateline.extract.claims.described import of_somebody_described, without_own
from dateline.extract.claims.doubles import without_doubles
from dateline.extract.claims.doubts import doubt
from dateline.extract.claims.drafts import Draft, Drafter
from dateline.extract.claims.found import found
from dateline.extract.claims.hidden import asked, with_hidden
from dateline.extract.claims.homes import with_homes
from dateline.extract.claims.merge import merged, same_event, tells_less
from dateline.extract.claims.network_typer import NetworkTyper
from dateline.extract.claims.numbers import Numbers
from dateline.extract.claims.recipients import find_recipients, with_prison, within_attacks
from dateline.extract.claims.scene import Scene, Who
from dateline.extract.claims.sides import settle
from dateline.extract.claims.typer import NONE, Typer
from dateline.extract.claims.unreal import real
from dateline.extract.claims.victims import without_victims
from dateline.lang.lexicon import lexicon
from dateline.model import layers
from dateline.model.annotation import Annotation, Namer
from dateline.model.claim import Alternative, Attribution, Claim, Side
from dateline.model.reading import Reading
from dateline.model.span import Span, cover
from dateline.model.time import EventDate
from dateline.ontology.plover import cameo_of, quad_of, score_of

_LONGEST_ARGUMENT = 30


class Claims:
    """Claims of a report. `typer` weighs the types; the default is rules and networks together.

    `finds` says whether the network also looks for acts that the rules leave; with a typer of one's own it does not.
    """

    name = "claims"
    requires = frozenset(
        {
            layers.SYNTAX, layers.REGION, layers.MENTION, layers.ACTOR, layers.TIME, layers.PLACE, layers.QUOTE,
            layers.PREDICATE, layers.EVENT_DATE, layers.EVENT_PLACE,
        }
    )  # fmt: skip
    provides = frozenset({layers.CLAIM})

    def __init__(self, typer: Typer | None = None, *, finds: bool | None = None) -> None:
        self.lexicon = lexicon()
        self.typer = typer or NetworkTyper()
        self.finds = typer is None if finds is None else finds

    def __call__(self, reading: Reading) -> Iterable[Annotation[Claim]]:
        if not reading.predicates:
            return
        scene = Scene(reading)
        drafts: list[Draft] = []
        for draft in self._drafts(scene):
            if (settled := _settled(draft, scene, drafts)) is not None:
                drafts.append(settled)
        drafts = with_prison(without_doubles(within_attacks(drafts)), scene)
        made = _Maker(scene, self.typer).claims(drafts)
        namer = Namer(reading.document.id, layers.CLAIM)
        for claim in made:
            yield Annotation(namer(claim.trigger), layers.CLAIM, claim.trigger, self.typer.name, claim)

    def _drafts(self, scene: Scene) -> list[Draft]:
        drafter = Drafter(scene, self.lexicon)
        drafts = drafter.all()
        more = found(scene, drafter, drafts) if self.finds else []
        return sorted([*drafts, *more], key=lambda d: (d.trigger, d.type))


def _settled(told: Draft, scene: Scene, before: list[Draft]) -> Draft | None:
    draft = real(told, scene)
    draft = without_victims(draft, scene) if draft is not None else None
    if draft is None:
        return None
    draft = with_hidden(draft, scene)
    if not any(w.level for w in draft.recipients):
        draft.recipients = find_recipients(draft, scene, before) or of_somebody_described(draft, scene)
    draft.recipients = asked(draft, scene)
    draft.recipients = without_own(draft, scene)
    settled = settle(draft)
    return with_homes(settled, scene) if settled is not None and doubt(settled, scene) is None else None


class _Maker:
    """Turns settled drafts of one reading into claims."""

    def __init__(self, scene: Scene, typer: Typer) -> None:
        self.scene = scene
        self.typer = typer
        self.fitted = isinstance(typer, NetworkTyper)
        self.numbers = Numbers(scene)
        self.circumstances = Circumstances(scene)

    def claims(self, drafts: Sequence[Draft]) -> list[Claim]:
        """The claims, in the order of their triggers, each event once."""
        candidates = [candidate_of(d, self.scene) for d in drafts]
        weights = self.typer(self.scene.text, candidates)
        kept: list[tuple[Claim, Draft]] = []
        for draft, weight in zip(drafts, weights, strict=True):
            claim = self._claim(draft, dict(weight))
            if claim is None:
                continue
            for i, (old, old_draft) in enumerate(kept):
                lemmas = {old_draft.predicate.value.lemma, draft.predicate.value.lemma}
                same_words = len(lemmas) == 1 or self._headline(old_draft) or self._headline(draft)
                headline = old if self._headline(old_draft) and not self._headline(draft) else None
                told = headline is not None and tells_less(headline, claim)
                if told or same_event(old, claim, same_words=same_words):
                    kept[i] = (self._merge(old, claim, old_draft, draft), old_draft)
                    break
            else:
                kept.append((claim, draft))
        return sorted((c for c, _ in kept), key=lambda c: (c.trigger, c.type))

    def _headline(self, draft: Draft) -> bool:
        return self.scene.reading.region_at(draft.trigger) == "headline"

    def _merge(self, old: Claim, new: Claim, old_draft: Draft, draft: Draft) -> Claim:
        """The body tells it more exactly than the headline: keep the body's words."""
        nameless = not any(s.country for s in (*old.actors, *old.recipients))
        fuller = len(new.actors) >= len(old.actors) or nameless
        if self._headline(old_draft) and not self._headline(draft) and fuller:
            return merged(new, old)
        return merged(old, new)

    def _claim(self, draft: Draft, weights: dict[str, float]) -> Claim | None:
        probability = weights.get(draft.type, 0.0)
        others = sorted(
            ((t, p) for t, p in weights.items() if t not in (draft.type, NONE)), key=lambda x: (-x[1], x[0])
        )
        if probability < least(draft.rule, fitted=self.fitted):
            return None
        head = draft.predicate.value.head
        sentence = self.scene.tokens[head].sentence
        first, last = self.scene.syntax.sentences[sentence]
        words = [t.lower for t in self.scene.tokens[first:last]]
        date, place = self.circumstances.date(draft), self.circumstances.place(draft)
        return Claim(
            type=draft.type,
            status=draft.status,
            trigger=draft.trigger,
            evidence=self._evidence(draft, date),
            mode=draft.mode,
            contexts=contexts_in(words, given=draft.contexts),
            cameo=cameo_of(draft.type, draft.mode, draft.rule),
            quad=quad_of(draft.type),
            score=score_of(draft.type, draft.mode),
            actors=tuple(_side(w) for w in draft.actors),
            recipients=tuple(_side(w) for w in draft.recipients),
            date=date,
            place=place,
            numbers=self.numbers.of_draft(draft, sentence),
            attributed_to=self._attribution(draft),
            probability=round(probability, 3),
            method=draft.rule,
            alternatives=tuple(Alternative(t, round(p, 3)) for t, p in others),
        )

    def _attribution(self, draft: Draft) -> Attribution | None:
        if draft.said_by:
            who = draft.said_by[0]
            return Attribution(who.actor, who.name)
        quote = self.scene.quote_at(draft.trigger)
        if quote is None:
            return None
        speaker = quote.value.speaker
        if speaker is None:
            return Attribution(None, None, quote.id)
        return Attribution(speaker.actor, speaker.name, quote.id)

    def _evidence(self, draft: Draft, date: EventDate | None) -> Span:
        """The shortest stretch that holds the trigger, the sides, and what the clause says of them."""
        syntax = self.scene.syntax
        head = draft.predicate.value.head
        sentence = syntax.sentence_span(self.scene.tokens[head].sentence)
        spans = [draft.trigger, draft.predicate.span]
        first, last = self._clause(draft)
        clause = syntax.span(first, last)
        spans += [w.span for w in (*draft.actors, *draft.recipients) if clause.contains(w.span)]
        for a in draft.predicate.value.arguments:
            left, right = syntax.edges(a.head)
            if right - left <= _LONGEST_ARGUMENT and clause.contains(a.span):
                spans.append(a.span)
                if a.preposition and left and self.scene.tokens[left - 1].pos == "ADP":
                    spans.append(self.scene.tokens[left - 1].span)
        if date is not None and date.span is not None and clause.contains(date.span):
            spans.append(date.span)
        whole = cover(*spans)
        return whole if sentence.contains(whole) else draft.trigger

    def _clause(self, draft: Draft) -> tuple[int, int]:
        """The tokens of the clause: all that hangs on the trigger's words."""
        syntax = self.scene.syntax
        edges = [syntax.edges(i) for i in syntax.inside(draft.trigger)]
        edges.append(syntax.edges(draft.predicate.value.head))
        return min(e[0] for e in edges), max(e[1] for e in edges)


def _side(who: Who) -> Side:
    return Side(who.span, who.actor, who.country, who.sectors, who.office)
