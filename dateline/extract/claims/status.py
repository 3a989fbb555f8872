"""The status of a deed from tense, modal, negation and condition, and the type that the codebook gives it then."""

from dateline.extract.claims.governed import Governors, is_cooperative, is_yielding, rejected_mode
from dateline.extract.claims.scene import Scene
from dateline.lang.politics import politics
from dateline.model.annotation import Annotation
from dateline.model.layers import EVENT_DATE
from dateline.model.predicate import Predicate

_LASTING = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "AID", "COOPERATE", "SANCTION"})
_SPEECH = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT", "AGREE", "CONCEDE", "CONSULT"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "'d"})
_WISHED = frozenset({"should", "must", "ought"})
_TRAVEL = frozenset(
    {"arrive", "travel", "fly", "come", "go", "visit", "head", "return", "leave", "depart", "be due", "be scheduled"}
)
_TOLD_AFTER = frozenset({"after", "since", "by", "for", "of", "following", "despite"})
_UNDER_WAY = frozenset(
    {"hold", "conduct", "engage", "have", "continue", "pursue", "step up", "intensify", "begin", "start", "resume"}
)
_SAID = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
_UNTIL = frozenset({"when", "once", "until", "till", "after", "before", "as"})
_SETS_OUT = frozenset({"leave", "depart", "head", "set out", "set off"})
_UNWILLING = frozenset({"CONSULT", "AID", "RETREAT", "CONCEDE", "COOPERATE", "SUPPORT", "AGREE"})
_HURTS = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST"})


class Statuses:
    """Reads the status of predicates of one reading."""

    def __init__(self, scene: Scene, governors: Governors) -> None:
        self.scene = scene
        self.governors = governors

    def of(self, predicate: Annotation[Predicate], event_type: str) -> str:
        """One of `STATUSES`, by the predicate's own form; what stands above it is `Governors`' business."""
        value = predicate.value
        if value.modal in _WISHED:
            return "called-for"
        thought = self._whether_to(value) if value.conditional else self._mere_thought(predicate, event_type)
        if value.form == "verb" and thought:
            return "unknown"
        if value.negated or self.governors.negated_above(predicate):
            return "denied"
        if value.conditional or self._until(predicate):
            return "hypothetical"
        carrier = self.governors.carrier(predicate)
        to_come = self._to_come(value, event_type)
        if value.form == "noun" or to_come is not None:
            return to_come or self._of_noun(carrier)
        if (
            value.tense is None
            and value.modal is None
            and self.scene.tokens[value.head].tag == "VB"
            and self._purpose(value)
        ):
            return "planned"
        if value.tense is None and value.modal is None and carrier.id != predicate.id:
            return self._without_tense(predicate, carrier, event_type)
        return self._finite(predicate, event_type)

    def is_to_come(self, predicate: Annotation[Predicate]) -> bool:
        """ "Arranged talks for tomorrow", "left for talks": by its date, or as somebody is on the way to it."""
        above = self.scene.by_id.get(predicate.value.governor or "")
        if predicate.value.form == "noun" and above is not None and above.value.lemma in _SETS_OUT:
            noun = predicate.value.head
            return any(a.preposition == "for" and a.head == noun for a in above.value.arguments)
        published = self.scene.reading.document.origin.published
        found = self.scene.reading.of_predicate(EVENT_DATE, predicate.id)
        if published is None or found is None or found.value.method != "adjunct":
            return False
        start: str = found.value.start
        return start[: len(published.value)] > published.value[: len(start)]

    def _whether_to(self, value: Predicate) -> bool:
        """ "Over whether to arm the rebels" supposes nothing."""
        below = [self.scene.tokens[i].lower for i in self.scene.syntax.children(value.head)]
        return value.form == "verb" and "whether" in below and "to" in below and value.tense is None

    def _to_come(self, value: Predicate, event_type: str) -> str | None:
        """ "Its impending endorsement", "hoped-for talks": an adjective says that it is not yet, or only maybe."""
        noun = value.noun if value.form == "verb" else value.head
        if noun is None:
            return None
        below = {self.scene.tokens[i].lower for i in self.scene.syntax.children(noun)}
        if below & politics("maybe"):
            return "unknown"
        planned = below & politics("soon") and event_type not in _SAID
        return "planned" if planned else None

    def is_wished(self, predicate: Annotation[Predicate]) -> bool:
        """A bare verb after "that": "demands that Chad promise", "the demand that Chad leave"."""
        tokens, head = self.scene.tokens, predicate.value.head
        if predicate.value.form != "verb" or tokens[head].tag != "VB" or predicate.value.modal is not None:
            return False
        below = [tokens[i] for i in self.scene.syntax.children(head)]
        return any(t.dep == "mark" and t.lower == "that" for t in below) and not any(t.dep == "aux" for t in below)

    def has_condition(self, predicate: Annotation[Predicate], event_type: str) -> bool:
        """ "Will boycott the vote unless": harm announced with a condition, which is a threat.

        Troops are also sent, and withdrawn, if somebody asks for it: there only "unless" and "if not" threaten.
        """
        tokens, syntax = self.scene.tokens, self.scene.syntax
        below = [i for i in syntax.children(predicate.value.head) if tokens[i].dep == "advcl"]
        marks = [{tokens[j].lower for j in syntax.children(i) if tokens[j].dep in ("mark", "neg")} for i in below]
        hurts = event_type in _HURTS
        return any("unless" in found or ("if" in found and (hurts or len(found) > 1)) for found in marks)

    def _until(self, predicate: Annotation[Predicate]) -> bool:
        """ "Will disarm when foreign forces have left": a condition of something still to come."""
        tokens, value = self.scene.tokens, predicate.value
        token = tokens[value.head]
        if token.dep != "advcl" or value.tense != "present":
            return False
        marks = {tokens[i].lower for i in self.scene.syntax.children(value.head) if tokens[i].dep in ("mark", "advmod")}
        above = self.scene.by_head.get(token.head)
        return (
            bool(marks & _UNTIL)
            and above is not None
            and (above.value.tense == "future" or above.value.modal is not None or tokens[token.head].tag == "VB")
        )

    def _purpose(self, value: Predicate) -> bool:
        above = self.scene.by_id.get(value.governor or "")
        return above is not None and above.value.lemma in _TRAVEL

    def _mere_thought(self, predicate: Annotation[Predicate], event_type: str) -> bool:
        """An infinitive or gerund that nothing says was done: "a reason to attack", "in supporting them"."""
        value, tokens = predicate.value, self.scene.tokens
        token = tokens[value.head]
        if value.tense is not None or value.modal is not None:
            return False
        chain = self.governors.chain(predicate)
        if token.tag == "VB" and chain and chain[0].effect in ("aspect", "cause"):
            # "Less exciting than getting him to resign": nothing done above, nothing done below.
            return self._mere_thought(chain[0].predicate, event_type)
        if token.tag == "VB" and any(tokens[i].lower == "to" for i in self.scene.syntax.children(value.head)):
            above = self.scene.by_id.get(value.governor or "")
            return above is None or not self._done_by(above.value, event_type)
        if token.tag == "VB" and token.dep == "conj" and tokens[token.head].tag == "VB":
            first = self.scene.by_head.get(token.head)
            return first is not None and self._mere_thought(first, event_type)
        if token.tag == "VB" and token.dep in ("conj", "advcl") and not self._historic(predicate):
            return True
        if token.tag == "VBG":
            if token.dep == "pcomp":
                return tokens[token.head].lower not in _TOLD_AFTER
            return token.dep in ("csubj", "nsubj", "nsubjpass", "amod") or (token.dep == "ROOT" and token.index > 0)
        return False

    def _done_by(self, above: Predicate, event_type: str) -> bool:
        """What is done by doing the deed above: "flew in to meet", "converged to protest", "used gas to disperse"."""
        words = above.lemma.split()
        if event_type == "CONSULT":
            return above.lemma in _TRAVEL
        if event_type == "PROTEST":
            return bool({above.lemma, words[0]} & politics("gathers"))
        return event_type == "ASSAULT" and words[0] in politics("shoots") and above.tense == "past"

    def _of_noun(self, carrier: Annotation[Predicate]) -> str:
        """An event noun is taken for granted, unless the whole clause is only supposed."""
        return "hypothetical" if carrier.value.conditional else "happened"

    def _finite(self, predicate: Annotation[Predicate], event_type: str) -> str:
        value = predicate.value
        if value.tense == "future":
            return "planned"
        if value.modal == "would":
            # "Said it would leave" is a future; "said it would have left" never came about.
            ahead = value.aspect != "perfect" and self.governors.reported_in_past(predicate)
            return "planned" if ahead else "hypothetical"
        if value.modal in _POSSIBLE:
            return "hypothetical"
        if value.modal in _WISHED:
            return "called-for"
        if value.aspect == "progressive":
            return self._progressive(predicate, event_type)
        if value.tense == "present" and value.aspect is None and event_type in _LASTING:
            headline = self.scene.reading.region_at(predicate.span) == "headline"
            return "happened" if headline or self._historic(predicate) else "ongoing"
        return "happened"

    def _historic(self, predicate: Annotation[Predicate]) -> bool:
        """A report's first line without a headline region speaks in headline present too."""
        return self.scene.tokens[predicate.value.head].sentence == 0

    def _progressive(self, predicate: Annotation[Predicate], event_type: str) -> str:
        if event_type in _LASTING:
            return "ongoing"
        # "Is meeting the president on Friday" is a plan, "is urging" and "is holding talks" are done now.
        if event_type == "CONSULT" and predicate.value.light in _UNDER_WAY:
            return "ongoing"
        return "planned" if event_type == "CONSULT" and predicate.value.tense == "present" else "happened"

    def _without_tense(self, predicate: Annotation[Predicate], carrier: Annotation[Predicate], event_type: str) -> str:
        infinitive = self.scene.tokens[predicate.value.head].tag == "VB"
        if carrier.value.conditional:
            return "hypothetical"
        if self.scene.tokens[predicate.value.head].dep == "acl" and not infinitive:
            return "happened"  # "groups opposing her": told as known, whatever becomes of the clause
        status = self._finite(carrier, event_type)
        return "happened" if status == "ongoing" and not infinitive and carrier.value.aspect is None else status


def recoded(event_type: str, mode: str | None, status: str, *, unwilling: bool) -> tuple[str, str | None, str]:
    """Type, mode and status after rules 4 and 7 of the codebook.

    Planned cooperation is AGREE, a planned RETREAT is CONCEDE; "will not" of somebody who could is REJECT.
    """
    if status == "denied" and unwilling and event_type in _UNWILLING:
        return "REJECT", rejected_mode(event_type), "happened"
    if status == "planned" and is_cooperative(event_type) and event_type != "AGREE":
        return "AGREE", None, "planned"
    if status == "planned" and is_yielding(event_type) and event_type != "CONCEDE":
        return "CONCEDE", None, "planned"
    return event_type, mode, status


def planning(value: Predicate) -> bool:
    """ "Planned a march"."""
    return bool({value.lemma, value.light} & {"plan", "schedule"})
