"""A claim in the making: what a predicate states, before dates, numbers and the rest of the report."""

from dataclasses import dataclass, field, replace

from dateline.extract.claims.content import mode_of_content
from dateline.extract.claims.doers import doers_of_clause
from dateline.extract.claims.doubts import (
    by_crowd,
    figurative,
    given_by_offering,
    only_predicted,
    own_conflict,
    says_not,
    to_audience,
)
from dateline.extract.claims.governed import Above, Governors, is_cooperative, is_yielding, rejected_mode, threat_mode
from dateline.extract.claims.judgements import at_gunman, town_affair
from dateline.extract.claims.scene import STATE, Scene, Who, among
from dateline.extract.claims.senses import Sense, Senses
from dateline.extract.claims.slots import Slots
from dateline.extract.claims.status import Statuses, planning, recoded
from dateline.extract.claims.wordings import left_open
from dateline.lang.lexicon import Lexicon
from dateline.model.annotation import Annotation
from dateline.model.predicate import Predicate
from dateline.model.span import Span, cover

_SAID_AND_DONE = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
_TO_SOMEBODY = frozenset({"CONSULT", "REQUEST", "SUPPORT", "AGREE", "CONCEDE"})
_NOT_SAID = frozenset({"denied", "hypothetical", "called-for"})
_AROUND = ("to", "indirect", "with", "for", "against")
_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_VOWS = frozenset({"vow", "pledge", "promise", "swear", "be ready", "be prepared", "be willing"})
# What one side cannot do alone, or lets others do.
_AGREED_ON = frozenset({"retreat.ceasefire", "retreat.stop_fighting", "retreat.silence_guns", "retreat.access"})
_WITH_ANOTHER = frozenset({"agree", "consent", "accept"})
_READY = frozenset({"be ready", "be willing", "be prepared"})
_NO_PROMISE_OF_THINGS = frozenset({"undertake", "assure", "guarantee", "volunteer", "accept"})
_PROMISES = frozenset({"offer", "promise", "pledge", "undertake", "commit", "be open", "be committed"})
_YES = _WITH_ANOTHER | _PROMISES | _READY
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
_HARM = _HOSTILE | {"RETREAT"}
# Under these words a deed is not done, and the words themselves tell what is.
_UNDONE = frozenset({"request", "want", "allow", "prevent", "fear", "consider", "try", "refuse", "fail"})
# What a decision does by itself, and what remains to be done after it.
_BY_WORD = {"decide": {"CONCEDE", "REJECT"}, "vote": {"REJECT", "REQUEST", "ACCUSE", "SUPPORT"}}
_BY_HAND = frozenset({"RETREAT", "AID", "MOBILIZE"})
_MOST_WORDS = 8
_STOPPED = {
    "AID": ("SANCTION", "discontinue"), "COOPERATE": ("SANCTION", "discontinue"), "CONSULT": ("SANCTION", "withdraw"),
    "ASSAULT": ("RETREAT", "ceasefire"), "SANCTION": ("CONCEDE", None), "COERCE": ("CONCEDE", None),
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """What one predicate states. `said_by` is whoever's word it is, where the grammar says so."""

    predicate: Annotation[Predicate]
    type: str
    mode: str | None
    status: str
    trigger: Span
    actors: list[Who]
    recipients: list[Who]
    rule: str
    prior: float
    together: bool = False
    contexts: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    said_by: list[Who] = field(default_factory=list)
    alone: bool = False


class Drafter:
    """Makes the drafts of one reading."""

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self.scene = scene
        self.senses = Senses(scene, lexicon)
        self.governors = Governors(scene, lexicon)
        self.statuses = Statuses(scene, self.governors)
        self.consumed: set[str] = set()

    def all(self) -> list[Draft]:
        """All drafts of the reading, in text order."""
        telling = [p for p in self.scene.reading.predicates if self.scene.reading.tells(p.span)]
        drafts: list[Draft] = []
        plain: list[Annotation[Predicate]] = []
        for predicate in telling:
            decisive = self.governors.decisive(predicate)
            if decisive is None:
                plain.append(predicate)
            elif (draft := self._governed(predicate, decisive)) is not None:
                drafts.append(draft)
        drafts += [d for p in plain if p.id not in self.consumed and (d := self.plain(p)) is not None]
        # A governor that governs a deed of no known type still has a sense of its own.
        return sorted(drafts, key=lambda d: (d.trigger, d.type))

    def plain(self, predicate: Annotation[Predicate]) -> Draft | None:
        """The draft of a predicate that nothing governs: its first complete sense."""
        sense = self._plain_sense(predicate)
        if sense is None:
            return None
        event_type, mode = self._coded(sense)
        status = self.statuses.of(predicate, event_type)
        if sense.entry.status is not None:
            if status in _NOT_SAID and event_type == "AGREE":
                return None  # "if he were ready to talk" offers nothing
            status = status if status in _NOT_SAID else sense.entry.status
        announced = predicate.value.light in ("announce", "unveil") and event_type not in ("SUPPORT", "AGREE")
        if announced and status == "happened" and is_cooperative(event_type):
            status = "planned"
        if status == "happened" and event_type == "PROTEST" and planning(predicate.value):
            status = "planned"
        if status == "happened" and event_type == "CONSULT" and self.statuses.is_to_come(predicate):
            status = "planned"
        if event_type in _SAID_AND_DONE and status == "ongoing":
            status = "happened"
        if event_type in ("REQUEST", "ACCUSE") and status in ("planned", "hypothetical"):
            return None  # nothing has been said yet
        if status in ("called-for", "unknown"):
            return None
        value = predicate.value
        unwilling = (
            value.negated
            and (value.tense == "future" or value.modal == "would")
            and any(w.level == STATE for w in sense.actors)
        )
        if status == "planned" and event_type in _HARM and self.statuses.has_condition(predicate, event_type):
            mode = threat_mode(event_type, mode, sense.entry.name)
            return self._draft(sense, ("THREATEN", mode, "happened"), trigger=predicate.span)
        event_type, mode, status = recoded(event_type, mode, status, unwilling=unwilling)
        return self._draft(sense, (event_type, mode, status), trigger=predicate.span)

    def _coded(self, sense: Sense) -> tuple[str, str | None]:
        """Type and mode of a sense with these sides and this content."""
        event_type, mode = sense.entry.type, sense.entry.mode
        if event_type == "REQUEST" and own_conflict(sense):
            event_type, mode = "AGREE", None
        if mode == "arrest" and sense.actors and all("REB" in w.sectors for w in sense.actors):
            event_type, mode = "ASSAULT", "abduct"
        if event_type in ("REQUEST", "REJECT") and mode is None:
            mode = mode_of_content(sense, self.senses, self.governors)
        return event_type, mode

    def _plain_sense(self, predicate: Annotation[Predicate]) -> Sense | None:
        """The first complete sense of a predicate, with its doers, unless it is nothing done or nobody's politics."""
        complete = [s for s in self.senses.of(predicate) if s.complete and not figurative(s)]
        complete = complete or self._told_of(predicate)
        if not complete or self.statuses.is_wished(predicate) or self.governors.only_means(predicate):
            return None
        sense = by_crowd(complete)
        if town_affair(sense) or at_gunman(sense) or (sense.type in _TO_SOMEBODY and to_audience(sense)):
            return None
        if not sense.entry.together:
            return sense
        doers = doers_of_clause(sense)
        if sense.slots.has_unknown_subject() or doers == []:
            return None
        return replace(sense, actors=(*doers, *sense.actors)) if doers else sense

    def _told_of(self, predicate: Annotation[Predicate]) -> list[Sense]:
        """ "They had not spoken since a phone call last year": those who speak are those who called."""
        above = self.scene.by_id.get(predicate.value.governor or "")
        if predicate.value.form != "noun" or above is None or above.value.lemma not in ("speak", "talk", "meet"):
            return []
        found = self.senses.fresh(self._carried(predicate, Above(above, "report")))
        return [s for s in found if s.complete and s.type == "CONSULT"]

    def _draft(
        self,
        sense: Sense,
        coded: tuple[str, str | None, str],
        *,
        trigger: Span,
        actors: list[Who] | None = None,
        recipients: list[Who] | None = None,
        prior: float = 1.0,
    ) -> Draft:
        entry, (event_type, mode, status) = sense.entry, coded
        same = event_type == entry.type
        others = [s.type for s in self.senses.of(sense.slots.annotation) if s.type != event_type]
        draft = Draft(
            predicate=sense.slots.annotation,
            type=event_type,
            mode=mode,
            status=status,
            trigger=trigger,
            actors=list(sense.actors) if actors is None else actors,
            recipients=list(sense.recipients) if recipients is None else recipients,
            rule=entry.name,
            prior=round(entry.prior * prior, 3),
            together=entry.together and same,
            contexts=entry.contexts,
            others=tuple(dict.fromkeys(others)),
        )
        if not same and entry.together:
            self._part(draft, sense)
            # Who is to meet is to meet each other; only a promise to meet is made by one to another.
            draft.together = sense.type == "CONSULT" and (event_type, status) == ("AGREE", "planned") and actors is None
        return draft

    def _part(self, draft: Draft, sense: Sense) -> None:
        """Of a meeting refused or promised, whoever refuses or promises is the actor, the others are recipients."""
        subject = sense.slots.fill("subject")
        if draft.actors == list(sense.actors) and subject:
            everybody = [*draft.actors, *draft.recipients]
            draft.actors = [w for w in everybody if among(w, subject)] or draft.actors
            draft.recipients = [w for w in everybody if not among(w, draft.actors)]
        people = [*draft.actors, *draft.recipients]
        joins = sense.entry.mode == "multilateral"  # who will not attend a summit needs nobody to say no to
        draft.alone = sense.type == "CONSULT" and not joins and len(people) < 2 and not any(w.plural for w in people)

    def _governed(self, predicate: Annotation[Predicate], above: Above) -> Draft | None:
        found = self.senses.of(predicate) or self.senses.fresh(self._carried(predicate, above))
        make = _MAKERS.get(above.effect)
        if not found or make is None or only_predicted(found[0], above):
            return None
        if above.effect == "promise" and self.governors.negated_below(predicate, above):
            make = Drafter.refused
        draft = make(self, found[0], above)
        if draft is not None and above.effect != "decided":  # what was decided is done, whoever wants it undone
            outer = self.governors.beyond(predicate, above)
            # An attempt that was thwarted was made.
            made = [a for a in outer if above.effect != "try" or a.effect != "prevent"]
            draft = self._beyond(draft, made)
        if draft is not None and not draft.recipients and not draft.together:
            around = Slots(self.scene, above.predicate).first(_AROUND)
            draft.recipients = [w for w in around if w.level and w.kind != "place" and not among(w, draft.actors)]
        if draft is not None and draft.predicate.id != above.predicate.id and above.effect != "announce":
            self.consumed.add(above.predicate.id)
        return draft

    def _beyond(self, draft: Draft, outer: list[Above]) -> Draft | None:
        """What words further up make of a governed deed: "denied that it had any plan to attack"."""
        for above in outer:
            if above.effect in _UNDONE or (above.effect in ("stop", "cancel") and draft.type == "REJECT"):
                return None
            if above.effect == "deny" and not above.predicate.value.negated:
                draft.status, draft.said_by = "denied", self._subject(above)
            elif above.effect in ("plan", "promise") and draft.status == "happened":
                draft.type, draft.mode, draft.status = recoded(draft.type, draft.mode, "planned", unwilling=False)
        return None if draft.status in ("called-for", "unknown") else draft

    def _carried(self, predicate: Annotation[Predicate], above: Above) -> Annotation[Predicate]:
        """An event noun under a verb ("is considering a blockade") as if that verb were light: its subject does it."""
        value, governor = predicate.value, above.predicate.value
        if value.form != "noun" or governor.form != "verb" or any(a.role == "subject" for a in value.arguments):
            return predicate
        subject = tuple(a for a in governor.arguments if a.role == "subject")
        return replace(predicate, value=replace(value, arguments=(*subject, *value.arguments), light=governor.lemma))

    def _subject(self, above: Above) -> list[Who]:
        slots = Slots(self.scene, above.predicate)
        return [w for w in slots.fill("subject") if w.level]

    def trigger(self, sense: Sense, above: Above) -> Span:
        """The governor and the deed together, if that is no more words than a trigger may have."""
        whole = cover(above.predicate.span, sense.slots.annotation.span)
        return whole if len(self.scene.syntax.inside(whole)) <= _MOST_WORDS else above.predicate.span

    def refused(self, sense: Sense, above: Above) -> Draft | None:
        """ "Refused to meet": REJECT, whoever refuses against whoever would be met."""
        actors = self._subject(above)
        if above.predicate.value.negated or not any(w.level == STATE for w in actors):
            return None
        if sense.slots.predicate.form == "noun" and self._has_own_sense(above):
            return None
        recipients = [w for w in (*sense.recipients, *sense.actors) if not among(w, actors)]
        if sense.type in ("REJECT", "ACCUSE") or left_open(sense, above.predicate.id):
            return None  # not to say no is nothing
        if sense.type in _HOSTILE | {"THREATEN"}:
            recipients = []  # whoever is spared has asked for nothing
        status = self.statuses.of(above.predicate, "REJECT")
        mode = rejected_mode(sense.type)
        return self._draft(
            sense, ("REJECT", mode, status), trigger=self.trigger(sense, above), actors=actors, recipients=recipients
        )

    def failed(self, sense: Sense, above: Above) -> Draft | None:
        """ "Failed to agree": the deed, denied."""
        if not sense.complete or above.predicate.value.negated:
            return None
        if sense.entry.name == "concede.meet_demand":  # to leave a request unheard is to say no
            unheard = ("REJECT", rejected_mode(sense.type), "happened")
            return self._draft(sense, unheard, trigger=self.trigger(sense, above))
        held = sense.type == "CONSULT" and sense.slots.predicate.form == "noun"  # "the failure of the talks"
        coded = (sense.type, sense.entry.mode, "happened" if held else "denied")
        return self._draft(sense, coded, trigger=self.trigger(sense, above))

    def promised(self, sense: Sense, above: Above) -> Draft | None:
        """ "Pledged to send aid": AGREE planned; "vowed to attack": THREATEN."""
        value = above.predicate.value
        actors = self._subject(above) or list(sense.actors)
        if not any(w.level == STATE for w in actors):
            return None
        if sense.slots.predicate.form == "noun" and value.lemma == "offer" and given_by_offering(sense):
            return self.plain(sense.slots.annotation)
        if sense.slots.predicate.form == "verb" and self._promises_thing(above):
            return None
        thing = sense.slots.predicate.form == "noun" and value.lemma in _NO_PROMISE_OF_THINGS
        if thing or sense.type in _WORDS:
            return None  # "agreed on a statement condemning": the statement is what is agreed on
        trigger = self.trigger(sense, above)
        recipients = [w for w in sense.recipients if not among(w, actors)]
        if (special := self._vowed(sense, above, trigger, (actors, recipients))) is not None:
            return special
        if value.negated or says_not(trigger, self.scene):
            return self._not_promised(sense, value, trigger, (actors, recipients))
        event_type, mode, status = recoded(sense.type, sense.entry.mode, "planned", unwilling=False)
        # Whoever agrees does so with somebody; whoever is ready, offers or pledges to pull out concedes (rule 4).
        thing_or_peace = sense.slots.predicate.form == "noun" or sense.entry.name in _AGREED_ON
        with_another = value.lemma in _WITH_ANOTHER or sense.type != "RETREAT"
        agreed_on = is_yielding(sense.type) and value.lemma in _YES and (with_another or thing_or_peace)
        if agreed_on or (sense.type == "AGREE" and value.lemma == "agree"):
            event_type, mode = "AGREE", None
            # To agree to do something leaves it to be done; a swap, truce or deal agreed on is an agreement made.
            made = sense.slots.predicate.form == "noun" and (value.tense == "past" or value.aspect == "perfect")
            status = "happened" if made else status
        if not sense.complete and not (is_cooperative(sense.type) or is_yielding(sense.type)):
            return None
        hypothetical = self.statuses.of(above.predicate, event_type) in ("hypothetical", "called-for")
        return self._draft(
            sense,
            (event_type, mode, "hypothetical" if hypothetical else status),
            trigger=trigger,
            actors=actors,
            recipients=recipients,
        )

    def _promises_thing(self, above: Above) -> bool:
        """ "Offered troops to help oust the king": what is promised is the thing, and the clause says what for."""
        return any(s.complete and s.entry.objects for s in self.senses.of(above.predicate))

    def _not_promised(
        self, sense: Sense, value: Predicate, trigger: Span, sides: tuple[list[Who], list[Who]]
    ) -> Draft | None:
        """ "Is not ready to support": a no; "did not promise to help": a promise denied."""
        if not is_cooperative(sense.type):
            return None
        unready = value.lemma in _READY
        coded = ("REJECT", rejected_mode(sense.type), "happened") if unready else ("AGREE", None, "denied")
        return self._draft(sense, coded, trigger=trigger, actors=sides[0], recipients=sides[1])

    def _vowed(self, sense: Sense, above: Above, trigger: Span, sides: tuple[list[Who], list[Who]]) -> Draft | None:
        """Promises that are more or less than an AGREE: a vow of harm, a commitment to support, an offer of troops."""
        value, (actors, recipients) = above.predicate.value, sides
        if value.lemma == "commitment" and sense.type == "SUPPORT" and sense.complete:
            return self._draft(
                sense, ("SUPPORT", None, "happened"), trigger=trigger, actors=actors, recipients=recipients
            )
        if sense.type == "MOBILIZE" and value.lemma in _YES:
            return self._draft(sense, ("AGREE", None, "planned"), trigger=trigger, actors=actors, recipients=recipients)
        if sense.type in _HOSTILE and value.lemma in _VOWS and not value.negated:
            return self._threat(sense, trigger, actors, recipients)
        return None

    def planned(self, sense: Sense, above: Above) -> Draft | None:
        """ "Plans to visit": the deed planned, in the type that the codebook gives it."""
        value = above.predicate.value
        if not sense.complete or value.negated:
            return None
        if sense.slots.predicate.form == "noun" and self._has_own_sense(above):
            return None
        event_type, mode, status = recoded(sense.type, sense.entry.mode, "planned", unwilling=False)
        if event_type == "AGREE" and self._plan_for_others(sense, above):
            return None
        if value.lemma == "expect" and value.voice == "active" and self._of_others(sense, above):
            status = "hypothetical"  # "Chad expects that Mali will withdraw": a guess
        if value.tense == "past" and sense.type in _BY_WORD.get(value.lemma, ()):
            event_type, mode, status = sense.type, sense.entry.mode, "happened"
        return self._draft(sense, (event_type, mode, status), trigger=self.trigger(sense, above))

    def _plan_for_others(self, sense: Sense, above: Above) -> bool:
        """ "Plans to persuade Chad to help": Chad has planned nothing."""
        caused = any(a.effect == "cause" for a in self.governors.chain(sense.slots.annotation)[:1])
        return caused and self._of_others(sense, above)

    def _of_others(self, sense: Sense, above: Above) -> bool:
        return not any(among(w, self._subject(above)) for w in sense.actors)

    def decided(self, sense: Sense, above: Above) -> Draft | None:
        """ "Its decision to suspend": the deed, taken for done; "its decision to leave": still to be done."""
        value = sense.slots.predicate
        if not sense.complete or above.predicate.value.negated or value.governor_role == "conj":
            return None
        infinitive = self.scene.tokens[value.head].tag == "VB"
        if infinitive and not value.negated and (sense.type in _BY_HAND or sense.entry.name == "sanction.leave_body"):
            coded = recoded(sense.type, sense.entry.mode, "planned", unwilling=False)
            return self._draft(sense, coded, trigger=sense.slots.annotation.span)
        status = "denied" if sense.slots.predicate.negated else "happened"
        return self._draft(sense, (sense.type, sense.entry.mode, status), trigger=sense.slots.annotation.span)

    def announced(self, sense: Sense, above: Above) -> Draft | None:
        """ "Announced that troops had left" only reports; a deed that is approved is not done yet."""
        if not sense.complete or above.predicate.value.negated or self._has_own_sense(above):
            return None
        if above.predicate.value.lemma != "approve" and sense.slots.predicate.form == "verb":
            return self.plain(sense.slots.annotation)
        event_type, mode, status = recoded(sense.type, sense.entry.mode, "planned", unwilling=False)
        return self._draft(sense, (event_type, mode, status), trigger=self.trigger(sense, above))

    def threatened(self, sense: Sense, above: Above) -> Draft | None:
        """ "Threatened to cut ties": THREATEN happened."""
        actors = self._subject(above)
        targets = [w for w in sense.recipients if w.level == STATE]
        protest = sense.complete and sense.type == "PROTEST"  # farmers who threaten to block a port
        weighty = any(w.level == STATE for w in actors) or (actors and (targets or protest))
        if above.predicate.value.negated or not weighty:
            return None
        if sense.slots.predicate.form == "noun" and self._has_own_sense(above):
            return None
        slots = Slots(self.scene, above.predicate)
        target = [*sense.recipients, *[w for w in slots.fill("object") if w.level]]
        recipients = [w for i, w in enumerate(target) if not among(w, actors) and not among(w, target[:i])]
        return self._threat(sense, self.trigger(sense, above), actors, recipients)

    def _threat(self, sense: Sense, trigger: Span, actors: list[Who], recipients: list[Who]) -> Draft:
        mode = threat_mode(sense.type, sense.entry.mode, sense.entry.name)
        return self._draft(sense, ("THREATEN", mode, "happened"), trigger=trigger, actors=actors, recipients=recipients)

    def denied(self, sense: Sense, above: Above) -> Draft | None:
        """ "Denied bombing": the deed denied, by whoever denies."""
        if not sense.complete or above.predicate.value.negated:
            return None
        draft = self._draft(sense, (sense.type, sense.entry.mode, "denied"), trigger=sense.slots.annotation.span)
        draft.said_by = self._subject(above)
        return draft

    def alleged(self, sense: Sense, above: Above) -> Draft | None:
        """ "Accused X of bombing Y last week": the deed too, on the accuser's word, if it has both sides and a date."""
        if not sense.complete or not sense.actors or not sense.recipients or sense.type not in _HOSTILE:
            return None
        dated = self.scene.reading.of_predicate("event-date", sense.slots.annotation.id)
        if dated is None or dated.value.method != "adjunct":
            return None
        draft = self._draft(
            sense, (sense.type, sense.entry.mode, "happened"), trigger=sense.slots.annotation.span, prior=0.9
        )
        draft.said_by = self._subject(above)
        return draft

    def tried(self, sense: Sense, above: Above) -> Draft | None:
        """An attempt on somebody's life is an ASSAULT; other attempts are no claim."""
        struck = sense.type == "ASSAULT" or sense.entry.mode == "cyber"
        if not struck or not sense.complete or above.predicate.value.negated:
            return None
        coded = (sense.type, sense.entry.mode, self.statuses.of(above.predicate, sense.type))
        return self._draft(sense, coded, trigger=self.trigger(sense, above), prior=0.9)

    def considered(self, sense: Sense, above: Above) -> Draft | None:
        """ "Is considering sanctions": the deed, hypothetical. A proposal told as a noun is vague."""
        if above.predicate.value.form == "noun" and not (sense.recipients and sense.type in _HOSTILE):
            return None
        if not sense.complete or above.predicate.value.negated:
            return None
        return self._draft(
            sense, (sense.type, sense.entry.mode, "hypothetical"), trigger=self.trigger(sense, above), prior=0.85
        )

    def stopped(self, sense: Sense, above: Above) -> Draft | None:
        """ "Stopped supplying gas": what the end of the deed is."""
        if sense.type not in _STOPPED or not sense.complete or self._has_own_sense(above):
            return None
        event_type, mode = _STOPPED[sense.type]
        if above.predicate.value.negated:
            return None
        status = self.statuses.of(above.predicate, event_type)
        event_type, mode, status = recoded(event_type, mode, status, unwilling=False)
        return self._draft(sense, (event_type, mode, status), trigger=self.trigger(sense, above), prior=0.9)

    def cancelled(self, sense: Sense, above: Above) -> Draft | None:
        """ "Called off the talks" is REJECT; another deed called off is cancelled."""
        value = sense.slots.predicate
        beside = value.form == "noun" and value.governor_role not in ("object", "subject", "conj")
        if above.predicate.value.negated or beside or self._has_own_sense(above):
            return None
        trigger = self.trigger(sense, above)
        actors = self._subject(above)
        if sense.type == "CONSULT":
            sides = [*sense.actors, *sense.recipients]
            actors = actors or sides
            others = [w for w in sides if not among(w, actors)]
            if not any(w.level == STATE for w in actors):
                return None
            return self._draft(sense, ("REJECT", "meet", "happened"), trigger=trigger, actors=actors, recipients=others)
        if not sense.complete:
            return None
        return self._draft(sense, (sense.type, sense.entry.mode, "cancelled"), trigger=trigger)

    def _has_own_sense(self, above: Above) -> bool:
        return any(s.complete for s in self.senses.of(above.predicate))


_MAKERS = {
    "refuse": Drafter.refused,
    "fail": Drafter.failed,
    "promise": Drafter.promised,
    "plan": Drafter.planned,
    "decided": Drafter.decided,
    "announce": Drafter.announced,
    "threaten": Drafter.threatened,
    "deny": Drafter.denied,
    "allege": Drafter.alleged,
    "try": Drafter.tried,
    "consider": Drafter.considered,
    "stop": Drafter.stopped,
    "cancel": Drafter.cancelled,
}
