"""From the slots that an entry of the lexicon names to the people who stand there."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.extract.claims.attached import alone, in_company, true_head
from dateline.extract.claims.scene import STATE, Scene, Who
from dateline.lang.politics import politics
from dateline.model.annotation import Annotation
from dateline.model.predicate import Argument, Predicate

_STRAYING = frozenset({"with", "to", "on", "against", "from", "for", "between", "into", "at"})
_IN_CLAUSE = (
    "to",
    "indirect",
    "for",
    "with",
    "object",
    "against",
    "on",
    "to.of",
    "object.of",
    "for.of",
    "with.of",
    "of.of",
    "object.in",
)
_HELPED = ("object", "object.of", "object.in", "in", "to", "clause")
_PLAIN = frozenset({"subject", "object", "indirect", "second"})


class Slots:
    """Fills the slots of one predicate."""

    def __init__(self, scene: Scene, predicate: Annotation[Predicate], *, via: str | None = None) -> None:
        # With `via`, the verb takes its object by that preposition: "look into", "call on".
        self.via = via
        self.scene = scene
        self.annotation = predicate
        self.predicate = predicate.value
        self._filled: dict[str, list[Who]] = {}

    def fill(self, slot: str) -> list[Who]:
        """Everybody in a slot; slots are described in `dateline.lang.lexicon.Entry`."""
        if slot not in self._filled:
            self._filled[slot] = self._fill(slot)
        return self._filled[slot]

    def first(self, slots: tuple[str, ...]) -> list[Who]:
        """Everybody in the first slot that holds anybody political, else in the first that holds anybody."""
        fallback: list[Who] = []
        for slot in slots:
            found = self.fill(slot)
            if any(w.level for w in found):
                return [w for w in found if w.level]
            fallback = fallback or found
        return fallback

    def _fill(self, slot: str) -> list[Who]:
        if slot == "object" and self.via is not None:
            return self._parties(self.obliques(self.via))
        if slot in _PLAIN:
            return self._of_role(slot)
        if slot == "clause":
            return self._clause_doer()
        if slot == "clause.object":
            return self._clause_object()
        if slot == "purpose":
            return self._of_purpose()
        if slot == "speaker":
            return self.speaker()
        if "." in slot:
            return self._below(slot.split("."))
        return self._parties(self.obliques(slot))

    def _behind_instrument(self) -> list[Who]:
        """ "An Egyptian gunboat shelled": whoever the weapon belongs to, or fired it."""
        heads = [i for i in self.heads("subject") if self.scene.tokens[i].lemma in politics("instruments")]
        # "The attacks in Chad that killed": Chad has not killed.
        found = [w for i in heads for w in self.scene.owners(i) if w.level and w.kind != "place"]
        told = heads and self.scene.tokens[heads[0]].lemma in politics("texts")
        if found or not told or self.scene.tokens[heads[0]].dep not in ("dobj", "pobj"):
            return found
        # "Amnesty published a report accusing": the report speaks for whoever put it out.
        for i in self.scene.syntax.ancestors(heads[0]):
            above = self.scene.by_head.get(i)
            if above is not None and above.id != self.annotation.id:
                return [w for w in Slots(self.scene, above).fill("subject") if w.level]
        return []

    def _of_role(self, role: str) -> list[Who]:
        found = self._parties(a for a in self.predicate.arguments if a.role == role)
        if role != "subject":
            return found
        if found:
            return [*found, *self._of_list(found), *self._second(found), *self._beside(found)]
        return self._behind_instrument() or self._by_below()

    def _beside(self, found: list[Who]) -> list[Who]:
        """ "The king, along with the ministers, urged"."""
        subjects = [a.head for a in self.predicate.arguments if a.role == "subject"]
        heads = [i for h in subjects for i in in_company(self.scene, h, self.predicate.head)]
        known = {w.head for w in found}
        return [w for i in heads for w in self.scene.parties(i) if w.level and w.head not in known]

    def _of_list(self, found: list[Who]) -> list[Who]:
        """ "The governor, Speaker Vey, and Mayor Ost have agreed": the parser takes a list for an apposition."""
        tokens, syntax = self.scene.tokens, self.scene.syntax
        heads = [a.head for a in self.predicate.arguments if a.role == "subject"]
        here = self.predicate.head
        verbs = [tokens[here], *(tokens[i] for i in syntax.children(here) if tokens[i].dep in ("aux", "auxpass"))]
        if len(heads) != 1 or tokens[heads[0]].tag not in ("NN", "NNP"):
            return []
        if any(t.tag == "VBZ" for t in verbs) or heads[0] > here:
            return []
        listed = [i for i in syntax.children(heads[0]) if tokens[i].dep == "appos"]
        if not any(len(syntax.conjuncts(i)) > 1 for i in listed):
            return []
        known = {w.actor for w in found} - {None}
        plural = any(t.lower in ("have", "are", "were") or t.tag == "VBP" for t in verbs)
        if not plural and not self._are_others(heads[0], listed):
            return []
        return [w for i in listed for w in self.scene.parties(i) if w.level and w.actor not in known]

    def _are_others(self, head: int, listed: Iterable[int]) -> bool:
        """ "Ana Vey, Boris Ost and Carla Lind met": names of several people, each with a country of its own."""
        named = [self.scene.who(i) for i in (head, *listed)]
        people = [w for w in named if w is not None and w.form == "name" and w.kind in ("person", "state")]
        return len(people) == len(named) and len({w.country for w in people} - {None}) == len(named)

    def _second(self, found: list[Who]) -> list[Who]:
        """ "Ana Vey and Minister Kim met": the parser takes the second for another subject."""
        tokens, syntax = self.scene.tokens, self.scene.syntax
        heads = [a.head for a in self.predicate.arguments if a.role == "subject"]
        if len(heads) != 1 or self.predicate.form != "verb":
            return []
        joined = [i for i in syntax.children(heads[0]) if tokens[i].lower == "and" and i > heads[0]]
        others = [i for i in syntax.children(self.predicate.head) if tokens[i].dep == tokens[heads[0]].dep]
        others = [i for i in others if joined and joined[0] < i < self.predicate.head]
        known = {w.actor for w in found} - {None}
        return [w for i in others for w in self.scene.parties(i) if w.level and w.actor not in known]

    def _by_below(self) -> list[Who]:
        """ "Was sentenced to two years by a court": the parser hangs the doer on the years."""
        if self.predicate.voice != "passive" or self.predicate.form != "verb":
            return []
        nouns = [a.head for a in self.predicate.arguments if a.role in ("oblique", "second")]
        below = [i for noun in nouns if noun not in self.scene.by_head for i in self._under(noun, "by")]
        return [w for i in below for w in self.scene.parties(i) if w.level == STATE and w.kind != "place"]

    def _parties(self, arguments: Iterable[Argument]) -> list[Who]:
        found: list[Who] = []
        here = self.predicate.head
        for a in arguments:
            head = true_head(self.scene, self.predicate, a)
            parties = self.scene.parties(head)
            parties = parties if head == a.head else alone(self.scene, head, parties)
            if a.head < here and self.scene.syntax.edges(a.head)[1] > here:
                # "A, who was charged, and B": what is told of A is not told of B.
                parties = [w for w in parties if w.head < here] or parties
            found += parties
        return found

    def obliques(self, preposition: str) -> list[Argument]:
        """The arguments with a preposition, also where the parser hung it on the object ("shared data with Chad")."""
        own = [a for a in self.predicate.arguments if a.preposition == preposition]
        if own and any(not self.scene.tokens[a.head].entity.startswith(("DATE", "TIME")) for a in own):
            return own
        if self.predicate.form == "noun" or preposition not in _STRAYING:
            return own
        # "Held talks in Cairo on Monday with Chad", "shared data with Chad": the parser hangs the phrase too low.
        syntax = self.scene.syntax
        above = [a.head for a in self.predicate.arguments if a.role in ("object", "second", "oblique")]
        return own + [
            Argument("oblique", i, syntax.span(*syntax.edges(i)), preposition)
            for noun in above
            for i in self._under(noun, preposition)
        ]

    def heads(self, slot: str) -> list[int]:
        """The token indices of the heads in a plain slot or after a preposition, coordinated ones included."""
        if slot == "object" and self.via is not None:
            slot = self.via
        plain = slot in _PLAIN
        arguments = [a for a in self.predicate.arguments if a.role == slot] if plain else self.obliques(slot)
        return [i for a in arguments for i in self.scene.syntax.conjuncts(a.head)]

    def heads_at(self, slot: str) -> list[int]:
        """The heads in a slot, also in one below another ("object.on"), without whoever they belong to."""
        first, *rest = slot.split(".")
        found = self.heads(first)
        for preposition in rest:
            found = [i for h in found for i in self._under(h, preposition)]
        return found

    def clause_heads(self) -> list[int]:
        """The heads of the clauses that the predicate takes."""
        own = [a.head for a in self.predicate.arguments if a.role == "clause"]
        return own or self._asked_of_noun()

    def _asked_of_noun(self) -> list[int]:
        """ "Renewed calls for Chad to leave": the clause with its own doer that hangs on the noun."""
        noun = self.predicate.noun if self.predicate.form == "verb" else self.predicate.head
        if noun is None:
            return []
        syntax, tokens = self.scene.syntax, self.scene.tokens
        return [
            i
            for i in syntax.children(noun)
            if tokens[i].dep != "relcl"
            and syntax.child(i, "mark") is not None
            and syntax.child(i, "nsubj", "nsubjpass") is not None
        ]

    def _clause_doer(self) -> list[Who]:
        for head in self.clause_heads():
            inner = self.scene.by_head.get(head)
            if inner is not None:
                found = Slots(self.scene, inner).fill("subject")
                if found or inner.value.voice == "passive":
                    return found
            subject = self.scene.syntax.child(head, "nsubj")
            if subject is None and self.scene.tokens[head].pos == "ADJ":
                subject = self.scene.syntax.child(self.scene.tokens[head].head, "nsubj")
            if subject is not None:
                return self.scene.parties(subject) or self.scene.named_owners(subject)
        return []

    def _clause_object(self) -> list[Who]:
        """Whoever the deed in the clause is done to: "agreed to send monks to Nepal"."""
        for head in self.clause_heads():
            inner = self.scene.by_head.get(head)
            if inner is None:
                child = self.scene.syntax.child(head, "xcomp")
                inner = self.scene.by_head.get(child) if child is not None else None
            if inner is not None:
                return Slots(self.scene, inner).first(_IN_CLAUSE)
        return []

    def _below(self, path: list[str]) -> list[Who]:
        heads = self.heads(path[0])
        if path[0] == "object" and not heads and self.predicate.noun is not None:
            heads = [self.predicate.noun]
        for step in path[1:-1]:
            heads = [i for h in heads for i in self._under(h, step)]
        last = path[-1]
        if path == ["for", "of"]:
            # "Called for the release of the monks": they are not asked.
            heads = [h for h in heads if self.scene.tokens[h].lemma not in politics("done_to")]
        if last in ("of", "by"):
            return [w for h in heads for w in self.scene.owners(h)]
        if last == "sides":
            return [
                w for h in heads for p in ("between", "with") for i in self._under(h, p) for w in self.scene.parties(i)
            ]
        return [w for h in heads for i in self._under(h, last) for w in self.scene.parties(i)]

    def _under(self, noun: int, preposition: str) -> list[int]:
        """What hangs on a noun by a preposition, also through a participle: "sanctions imposed on Chad"."""
        syntax = self.scene.syntax
        below = syntax.children(noun)
        below = [*below, *(j for i in below if self._is_participle(i) for j in syntax.children(i))]
        return [
            inner
            for i in below
            if syntax.tokens[i].dep == "prep" and syntax.tokens[i].lower == preposition
            if (inner := syntax.child(i, "pobj")) is not None
        ]

    def _is_participle(self, index: int) -> bool:
        token = self.scene.tokens[index]
        return token.dep == "acl" and token.tag == "VBN"

    def _of_purpose(self) -> list[Who]:
        """ "Assistance to help people in Chad": whoever is to be helped."""
        syntax, tokens = self.scene.syntax, self.scene.tokens
        for above in (self.predicate.head, self.predicate.noun, *self.heads("object")):
            for i in syntax.children(above) if above is not None else ():
                inner = self.scene.by_head.get(i)
                if inner is not None and tokens[i].tag == "VB" and tokens[i].dep in ("advcl", "acl", "xcomp", "relcl"):
                    found = Slots(self.scene, inner).first(_HELPED)
                    if found:
                        return found
        return []

    def has_unknown_subject(self) -> bool:
        """Whether the subject is a pronoun of which nothing tells whom it stands for."""
        heads = self.heads("subject")
        return (
            bool(heads)
            and all(self.scene.tokens[i].tag == "PRP" for i in heads)
            and not any(w.level for w in self.fill("subject"))
        )

    def speaker(self) -> list[Who]:
        """Whoever says this: the speaker of the quote around it, or the subject of the reporting verb above it."""
        quote = self.scene.quote_at(self.annotation.span)
        if quote is not None and quote.value.speaker is not None and quote.value.speaker.actor is not None:
            who = self.scene.of_actor(quote.value.speaker.actor, head=self.predicate.head)
            if who is not None:
                mention = quote.value.speaker.mention
                return [replace(who, span=mention) if mention is not None else who]
        governor = self.predicate.governor
        to_blame = self.scene.tokens[self.scene.tokens[self.predicate.head].head].lemma == "be"
        if governor is not None and (self.predicate.governor_role == "ccomp" or to_blame):
            above = self.scene.by_id.get(governor)
            if above is not None and above.value.voice == "active":
                return Slots(self.scene, above).fill("subject")
        return []
