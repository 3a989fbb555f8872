"""Which acts a predicate can be: entries of the lexicon whose words and sides are there."""

from dataclasses import dataclass, replace

from dateline.extract.claims.conditions import CONDITIONS
from dateline.extract.claims.scene import SOCIAL, STATE, Scene, Who
from dateline.extract.claims.slots import Slots
from dateline.lang.lexicon import Entry, Lexicon
from dateline.lang.politics import politics
from dateline.model.annotation import Annotation
from dateline.model.predicate import Predicate
from dateline.model.syntax import Token

_BODIES = frozenset({"group", "organisation", "state"})
_POWERS = frozenset({"GOV", "MIL"})
_ANY_EVENT = "*event"
_ANY = "*any"
# "Gave her a post in May" gives in to nobody: the preposition stands by its verb.
_NEAR = 2
_CURBS = frozenset({"concede.lift", "concede.ease", "concede.lifting"})
# What can be done to a mere place.
_PHYSICAL = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "RETREAT"})
# "A ceasefire agreement", "aid deliveries": the noun before says what it is.
_VAGUE = frozenset(
    "agreement deal accord effort campaign plan operation process package order regime programme program measure "
    "delivery supply donation proposal talk pact issue request payment move line force hour regime rule system".split()
)


@dataclass(frozen=True, slots=True)
class Sense:
    """One entry that fits a predicate, with the sides found there; `complete` if the sides it needs are political."""

    entry: Entry
    slots: Slots
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    complete: bool

    @property
    def type(self) -> str:
        return self.entry.type


class Senses:
    """Looks predicates of one reading up in the lexicon."""

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self.scene = scene
        self.lexicon = lexicon
        self._found: dict[str, list[Sense]] = {}

    def of(self, predicate: Annotation[Predicate]) -> list[Sense]:
        """All senses whose words fit, those with complete sides first, else in the lexicon's order."""
        if predicate.id not in self._found:
            self._found[predicate.id] = self.fresh(predicate)
        return self._found[predicate.id]

    def fresh(self, predicate: Annotation[Predicate]) -> list[Sense]:
        """The senses of a predicate that may differ from the one that the reading holds under its id."""
        slots = Slots(self.scene, predicate)
        found = [s for e in self.entries(predicate.value) if (s := self._fit(e, slots)) is not None]
        for preposition in self._taken(predicate.value):
            slots = Slots(self.scene, predicate, via=preposition)
            entries = self.lexicon.verbs[f"{predicate.value.lemma} {preposition}"]
            found += [s for e in entries if (s := self._fit(e, slots)) is not None]
        return sorted(found, key=lambda s: not s.complete)

    def _taken(self, predicate: Predicate) -> list[str]:
        """The prepositions that make one word with the verb: "call on", "look into"."""
        if predicate.form != "verb" or predicate.light is not None:
            return []
        tokens = self.scene.tokens
        near = [a for a in predicate.arguments if a.preposition and 0 < tokens[a.head].head - predicate.head <= _NEAR]
        found = dict.fromkeys(a.preposition for a in near if not _stands_free(tokens[a.head], a.preposition))
        return [p for p in found if p and f"{predicate.lemma} {p}" in self.lexicon.verbs]

    def entries(self, predicate: Predicate) -> list[Entry]:
        """The entries under the predicate's words."""
        if predicate.form == "noun":
            return list(self.lexicon.nouns.get(predicate.lemma, ()))
        if predicate.lemma.startswith("be ") and predicate.light is None:
            return list(self.lexicon.adjectives.get(predicate.lemma[3:], ()))
        if predicate.light is None:
            return list(self.lexicon.verbs.get(predicate.lemma, ()))
        last = predicate.lemma.split()[-1]
        nouns = list(self.lexicon.nouns.get(predicate.lemma, ()))
        types = {e.type for e in nouns}
        carrying = []
        for e in self.lexicon.verbs.get(predicate.light, ()):
            wanted = e.objects.union(*e.obliques.values())
            # "Launch an air strike" is no "launch a strike": the whole term counts where it has a sense of its own.
            if predicate.lemma in wanted or (last in wanted and (last == predicate.lemma or not types - {e.type})):
                carrying.append(e)
        return carrying + nouns

    def _fit(self, entry: Entry, slots: Slots) -> Sense | None:
        if not self._words_fit(entry, slots):
            return None
        actors = self._side(slots, entry.actor, entry)
        recipients = self._side(slots, entry.recipient, entry, without=actors)
        if entry.together:
            for slot in ("subject", "with", "between", "object", "of", "before", *entry.recipient):
                recipients += (
                    [w for w in slots.fill(slot) if w.level and w.kind != "place" and not _has(actors + recipients, w)]
                    if slot in ("with", "between") or slot in entry.recipient
                    else []
                )
        sense = Sense(entry, slots, tuple(actors), tuple(recipients), complete=False)
        if not all(CONDITIONS[name](sense) for name in sorted(entry.require)):
            return None
        return Sense(entry, slots, sense.actors, sense.recipients, complete=_complete(sense))

    def _side(
        self, slots: Slots, names: tuple[str, ...], entry: Entry, *, without: list[Who] | None = None
    ) -> list[Who]:
        # A visit goes to the country of the place; where talks are held is nobody's side.
        reaches = entry.type in _PHYSICAL or (entry.mode == "visit" and "purpose" not in entry.require)
        found = [w for w in slots.first(names) if w.level and (w.kind != "place" or reaches)]
        if not found and names is entry.recipient and (reaches or entry.name in _CURBS):
            found = self._owners_of_targets(slots, names, entry.type) or self._abroad(slots, entry, without or [])
        return [w for w in found if not _has(without or [], w)]

    def _owners_of_targets(self, slots: Slots, names: tuple[str, ...], event_type: str) -> list[Who]:
        """ "Shelled a Kurdish village", "killed 15 Afghan trainees": whose they are that are struck."""
        tokens = self.scene.tokens
        struck = [i for name in names if not name.endswith((".of", ".by")) for i in slots.heads_at(name)]
        known = politics("violent_targets")
        return [
            w
            for i in struck
            if tokens[i].lemma in known or (event_type == "ASSAULT" and tokens[i].tag == "NNS")
            for w in self.scene.owners(i)
        ]

    def _abroad(self, slots: Slots, entry: Entry, actors: list[Who]) -> list[Who]:
        """Struck, or freed of curbs, in a country of others: "attacks in Chad" by rebels of Niger."""
        if entry.type != "ASSAULT" and entry.name not in _CURBS:
            return []
        rebels = any(set(w.sectors) & {"REB", "UAF"} for w in actors)
        last = slots.predicate.lemma.split()[-1]
        if entry.type == "ASSAULT" and (slots.predicate.noun is None or not (rebels or last in politics("inroads"))):
            return []  # "air strikes in Chad" may be for Chad
        mine = {w.country for w in actors} - {None}
        found = slots.first(("in", "object.in"))
        return [replace(w, kind="place") for w in found if w.country and mine and w.country not in mine]

    def _words_fit(self, entry: Entry, slots: Slots) -> bool:
        predicate = slots.predicate
        tokens = self.scene.tokens
        light = predicate.light is not None
        if entry.objects and not (light and {predicate.lemma, predicate.lemma.split()[-1]} & entry.objects):
            heads = slots.heads("object") or slots.heads("second")
            if not any(self._is(i, entry.objects) for i in heads):
                return False
        if (
            entry.not_objects
            and not light
            and any(
                tokens[i].lemma in entry.not_objects or tokens[i].lower in entry.not_objects
                for i in slots.heads("object")
            )
        ):
            return False
        if entry.obliques and light and predicate.noun is not None:
            # "Went on strike": the light verb's own preposition holds the noun.
            wanted = entry.obliques.get(tokens[tokens[predicate.noun].head].lower, frozenset())
            if {predicate.lemma, predicate.lemma.split()[-1]} & wanted:
                return True
        if entry.subjects and not any(self._is(i, entry.subjects) for i in slots.heads("subject")):
            return False
        return not entry.obliques or any(
            self._oblique_fits(slots, preposition, words) for preposition, words in entry.obliques.items()
        )

    def _oblique_fits(self, slots: Slots, preposition: str, words: frozenset[str]) -> bool:
        heads = slots.heads_at(preposition)
        if _ANY in words:
            return bool(heads)
        return any(self._is(i, words) or (_ANY_EVENT in words and i in self.scene.by_head) for i in heads)

    def _measured(self, index: int) -> int | None:
        """ "Part of its aid", "700 kg of medicine": what stands after "of"."""
        of = next((i for i in self.scene.syntax.children(index) if self.scene.tokens[i].lower == "of"), None)
        return self.scene.syntax.child(of, "pobj") if of is not None else None

    def _is(self, index: int, words: frozenset[str]) -> bool:
        token = self.scene.tokens[index]
        if token.lemma in words or token.lower in words:
            return True
        if token.lemma in politics("measures") and (inner := self._measured(index)) is not None:
            return self._is(inner, words)
        before = self.scene.tokens[max(index - 2, 0) : index]
        if len(before) > 1 and before[1].text == "-" and f"{before[0].lower}-{token.lower}" in words:
            return True
        for i in self.scene.syntax.children(index):
            other = self.scene.tokens[i]
            if other.dep in ("compound", "amod") and (
                f"{other.lower} {token.lemma}" in words
                or (other.dep == "compound" and token.lemma in _VAGUE and other.lemma in words)
            ):
                return True
        return False


def _stands_free(token: Token, preposition: str | None) -> bool:
    """ "Gave it in May", "the speech she gave in Oslo": when and where, and no part of the verb."""
    return token.entity in ("DATE", "TIME") or (preposition == "in" and token.entity in ("GPE", "LOC", "FAC"))


def _has(group: list[Who], who: Who) -> bool:
    return any((w.actor and w.actor == who.actor) or w.span == who.span for w in group)


def needs_two(sense: Sense) -> bool:
    """Whether the act takes two and the entry wants both of them political."""
    return sense.entry.needs == "both"


def _is_power(who: Who) -> bool:
    """A state, or a body or office of one that the report names."""
    return who.kind == "state" or (who.level == STATE and who.country is not None and bool(set(who.sectors) & _POWERS))


def _complete(sense: Sense) -> bool:
    """Whether the sides that the entry needs are there and political."""
    actor = max((w.level for w in sense.actors), default=0)
    recipient = max((w.level for w in sense.recipients), default=0)
    if sense.entry.together:
        sides = (*sense.actors, *sense.recipients)
        if needs_two(sense) and len(sides) < 2 and not any(w.plural for w in sides):
            return False
        actor = recipient = max(actor, recipient)
    needs = sense.entry.needs
    if needs == "none":
        return True
    if needs == "social":
        return actor >= SOCIAL
    if needs == "actor":
        # People of a country, a church or a known person count where the other side is a state or its rulers.
        return actor >= STATE or (
            any(w.level and (w.kind in _BODIES or w.form == "name" or (w.sectors and w.country)) for w in sense.actors)
            and any(_is_power(w) for w in sense.recipients)
        )
    if needs == "recipient":
        return recipient >= SOCIAL
    if needs == "either":
        return max(actor, recipient) >= STATE
    return actor >= SOCIAL and recipient >= SOCIAL and max(actor, recipient) >= STATE
