"""What the words above a deed make of it: refused, promised, threatened, asked for, planned, denied."""

from dataclasses import dataclass

from dateline.extract.claims.scene import Scene
from dateline.lang.lexicon import Lexicon
from dateline.model.annotation import Annotation
from dateline.model.predicate import Predicate

# Whatever hangs on another predicate in one of these ways is what that one is about.
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "object", "oblique", "noun", "acl", "pcomp"})
_TRANSPARENT = frozenset({"report", "aspect", "cause"})
_ABOUT = frozenset(
    {"of", "for", "to", "about", "on", "with", "from", "against", "in", "into", "by", "before", "at", "between"}
)
# "A promise to be neutral in the talks" promises no talks.
_WITHIN = frozenset({"in", "at", "before", "between"})
_GIVEN_WORD = frozenset({"promise", "pledge", "vow", "offer", "commitment"})
# "We do not see that they are ready": the opinion denies what it is about.
_OPINION = frozenset({"see", "think", "believe"})
# "Is well prepared to join": how far somebody has come, and no promise.
_HOW_FAR = frozenset({"well", "ill", "poorly"})
_NEAR = 3
_PAST_REPORT = frozenset({"past", None})

REJECT_MODES = {
    "CONSULT": "meet", "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist",
    "RETREAT": "yield", "CONCEDE": "yield",
}  # fmt: skip
_COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"})
_YIELDING = frozenset({"RETREAT", "CONCEDE"})


# Words that make nothing of a claim, and what is claimed by others.
_WAVING = frozenset(
    {"dismiss", "reject", "refute", "deny", "dispute", "rebut", "rubbish", "brush aside", "brush off", "disavow"}
)
_CLAIMED = frozenset(
    {"claim", "allegation", "accusation", "report", "suggestion", "charge", "assertion", "rumor", "rumour", "notion"}
)


@dataclass(frozen=True, slots=True)
class Above:
    """The word that decides what becomes of a deed, and its effect (a table of `governors.toml`)."""

    predicate: Annotation[Predicate]
    effect: str


class Governors:
    """Climbs from a predicate to the words that govern it."""

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self.scene = scene
        self.lexicon = lexicon

    def effect(self, governor: Predicate, below: Predicate) -> str | None:
        """What a governor does to the deed below it, or None where it is no governor."""
        if governor.form == "noun" or governor.light is not None:
            return self.lexicon.governor_nouns.get(governor.lemma)
        if governor.lemma.startswith("be "):
            if any(t.lower in _HOW_FAR for t in self.scene.tokens[governor.head : governor.head + _NEAR]):
                return None
            return self.lexicon.governor_adjectives.get(governor.lemma[3:])
        for preposition in self._prepositions(governor, below):
            found = self.lexicon.governors.get(f"{governor.lemma} {preposition}")
            if found is not None:
                return found
        return self.lexicon.governors.get(governor.lemma)

    def _prepositions(self, governor: Predicate, below: Predicate) -> list[str]:
        index = below.noun if below.noun is not None else below.head
        return [a.preposition for a in governor.arguments if a.preposition and a.head in (index, below.head)]

    def chain(self, predicate: Annotation[Predicate]) -> list[Above]:
        """The governors of a predicate from the nearest up, as far as each is about the one below."""
        found: list[Above] = []
        below = predicate
        while below.value.governor is not None and len(found) < 6:
            role = below.value.governor_role
            above = self.scene.by_id.get(below.value.governor)
            if above is None:
                break
            if role == "conj":
                # "Refused to meet or to talk": a coordinated deed is governed like the first.
                if below.value.tense is not None and above.value.tense is None:
                    break
                if self._own_clause(below.value, above.value):
                    break
                below = above
                continue
            if (waver := self._waved_away(below.value, above)) is not None:
                found.append(Above(waver, "deny"))
                break
            passive_subject = role == "subject" and above.value.voice == "passive"
            if role not in _COMPLEMENTS and not passive_subject:
                break
            if role == "ccomp" and self._stands_apart(below.value, above.value):
                break
            if role in ("oblique", "noun") and not self._about(below.value, above.value):
                break
            effect = self.effect(above.value, below.value)
            if effect is None or not self._content(below.value, above.value, effect):
                break
            found.append(Above(above, effect))
            below = above
        return found

    def _waved_away(self, below: Predicate, above: Annotation[Predicate]) -> Annotation[Predicate] | None:
        """ "Dismissed claims that its jets had hit a hospital": the verb that makes nothing of what is claimed."""
        tokens = self.scene.tokens
        token = tokens[below.head]
        if token.dep not in ("acl", "relcl") or tokens[token.head].lemma not in _CLAIMED:
            return None
        if not any(
            tokens[i].lower == "that" and tokens[i].dep == "mark" for i in self.scene.syntax.children(below.head)
        ):
            return None
        found = self.scene.by_id.get(above.value.governor or "") if above.value.form == "noun" else above
        return found if found is not None and found.value.lemma in _WAVING and not found.value.negated else None

    def _stands_apart(self, below: Predicate, above: Predicate) -> bool:
        """ "Chad had accused Mali; Mali denied that": two sentences in one."""
        between = self.scene.tokens[below.head : above.head]
        return any(t.text == ";" for t in between) or self._condition_behind(below, above)

    def _condition_behind(self, below: Predicate, above: Predicate) -> bool:
        """ "Chad threatened to leave, should talks fail": the parser takes the condition for the main clause."""
        tokens = self.scene.tokens
        subject = self.scene.syntax.child(above.head, "nsubj", "nsubjpass")
        helper = self.scene.syntax.edges(subject)[0] - 1 if subject is not None else -1
        return helper > below.head and tokens[helper].head == above.head and tokens[helper].lower in ("should", "had")

    def _content(self, below: Predicate, above: Predicate, effect: str) -> bool:
        """Of a noun, only an infinitive or gerund is the content: "a plan to leave", not "a plan issued by them"."""
        token = self.scene.tokens[below.head]
        if effect in ("plan", "promise", "try", "announce") and below.form == "verb" and below.tense == "past":
            return False  # "looking for the man who supported them" plans nothing; "announced that it had sent" reports
        if above.form != "noun" or below.form != "verb" or token.tag == "VB" or token.dep == "pcomp":
            return True
        return token.tag == "VBG" and effect == "report"

    def _about(self, below: Predicate, above: Predicate) -> bool:
        """Whether what hangs on by a preposition is what it is about: not "talks since the war"."""
        index = below.noun if below.noun is not None else below.head
        found = [a.preposition for a in above.arguments if a.preposition and a.head in (index, below.head)]
        token = self.scene.tokens[index]
        if not found and token.dep == "pobj":
            found = [self._outermost(index, above)]
        # "Finished the rules in talks with Chad" ends no talks.
        outside = above.lemma.split()[-1] in _GIVEN_WORD or above.lemma in ("finish", "complete")
        about = _ABOUT - _WITHIN if outside else _ABOUT
        return not found or any(p in about for p in found)

    def _outermost(self, index: int, above: Predicate) -> str:
        """The preposition by which a phrase hangs on its governor: "after" in "agreed after days of fighting"."""
        tokens = self.scene.tokens
        preposition = tokens[tokens[index].head]
        noun = tokens[preposition.head]
        if preposition.lower == "of" and noun.dep == "pobj" and tokens[noun.head].head == above.head:
            return tokens[noun.head].lower
        return preposition.lower

    def _own_clause(self, below: Predicate, above: Predicate) -> bool:
        tokens = self.scene.tokens
        return below.form != above.form or tokens[below.head].tag != tokens[above.head].tag

    def decisive(self, predicate: Annotation[Predicate]) -> Above | None:
        """The nearest governor that changes what is claimed, or None."""
        return next((a for a in self.chain(predicate) if a.effect not in _TRANSPARENT), None)

    def beyond(self, predicate: Annotation[Predicate], above: Above) -> list[Above]:
        """The governors of a governor that themselves change what is claimed, nearest first."""
        chain = self.chain(predicate)
        ids = [a.predicate.id for a in chain]
        after = ids.index(above.predicate.id) + 1 if above.predicate.id in ids else len(ids)
        return [a for a in chain[after:] if a.effect not in _TRANSPARENT]

    def negated_below(self, predicate: Annotation[Predicate], above: Above) -> bool:
        """Whether the deed, or a word between it and its governor, is negated: "vowed not to resume talks"."""
        if predicate.value.negated:
            return True
        for link in self.chain(predicate):
            if link.predicate.id == above.predicate.id:
                return False
            if link.predicate.value.negated:
                return True
        return False

    def negated_above(self, predicate: Annotation[Predicate]) -> bool:
        """Whether a word that leaves the deed as it is stands negated above: "is not going to leave"."""
        for above in self.chain(predicate):
            if above.effect not in ("aspect", "cause") and above.predicate.value.lemma not in _OPINION:
                return False
            if above.predicate.value.negated:
                return True
        return False

    def only_means(self, predicate: Annotation[Predicate]) -> bool:
        """ "It would be solved by persuading Chad to leave": nobody has left."""
        chain = self.chain(predicate)[:1]
        heads = [self.scene.tokens[a.predicate.value.head] for a in chain if a.effect == "cause"]
        return any(t.tag == "VBG" and t.dep == "pcomp" and self.scene.tokens[t.head].lower == "by" for t in heads)

    def reported_in_past(self, predicate: Annotation[Predicate]) -> bool:
        """Whether a verb of saying in the past stands right above: its "would" is a future."""
        chain = self.chain(predicate)
        if not chain or chain[0].effect not in ("report", "announce"):
            return False
        said = chain[0].predicate.value  # "has said it would": of something said before, too
        return said.tense in _PAST_REPORT or said.aspect == "perfect"

    def carrier(self, predicate: Annotation[Predicate]) -> Annotation[Predicate]:
        """The finite predicate whose tense holds for this one: itself, or the first above it that has a tense."""
        if predicate.value.tense is not None or predicate.value.modal is not None:
            return predicate
        seen = predicate
        for _ in range(4):
            governor = seen.value.governor
            above = self.scene.by_id.get(governor) if governor else None
            if above is None:
                return seen
            if above.value.form == "verb" and (above.value.tense is not None or above.value.modal is not None):
                return above
            seen = above
        return seen


def rejected_mode(event_type: str) -> str:
    """The mode of a REJECT or REQUEST about a deed of this type."""
    return REJECT_MODES.get(event_type, "change")


def threat_mode(event_type: str, mode: str | None, rule: str) -> str | None:
    """The mode of a THREATEN to do a deed of this type and mode."""
    if event_type in ("ASSAULT", "MOBILIZE"):
        return "violence"
    if event_type == "COERCE":
        territory = rule in ("coerce.take_territory", "coerce.occupy_state")
        return "territory" if territory else "arrest" if mode == "arrest" else "restrict"
    if event_type == "SANCTION":
        return "expel" if mode == "expel" else "restrict" if "impose" in rule or "sanction_" in rule else "relations"
    if event_type in ("CONSULT", "REJECT", "AID", "COOPERATE"):
        return "relations"
    return "restrict" if event_type == "PROTEST" else None


def is_cooperative(event_type: str) -> bool:
    """Whether a planned deed of this type is an AGREE."""
    return event_type in _COOPERATIVE


def is_yielding(event_type: str) -> bool:
    """Whether a planned deed of this type is a CONCEDE."""
    return event_type in _YIELDING
