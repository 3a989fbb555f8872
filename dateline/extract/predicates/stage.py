"""The stage: finds the predicates of a text, names them, and ties each to the one that governs it."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.extract.predicates.arguments import OBJECTS, SUBJECTS, Arguments
from dateline.extract.predicates.nouns import event_noun, of_noun
from dateline.extract.predicates.verbs import Forms
from dateline.lang.grammar import grammar
from dateline.lang.lexicon import lexicon
from dateline.model import layers
from dateline.model.annotation import Annotation, Namer
from dateline.model.predicate import Argument, Predicate
from dateline.model.reading import Reading
from dateline.model.span import Span, cover
from dateline.model.syntax import Syntax, Token

_MOST_WORDS = 8
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_HELPERS = frozenset({"aux", "auxpass"})
_NOT_EVENTS = frozenset({"amod", "compound", "case", "prep", "mark"})


class Predicates:
    """Predicates of the whole text, by grammar alone; regions and politics are other stages' business."""

    name = "predicates"
    requires = frozenset({layers.SYNTAX})
    provides = frozenset({layers.PREDICATE})

    def __init__(self) -> None:
        self.grammar = grammar()
        self.lexicon = lexicon()

    def __call__(self, reading: Reading) -> Iterable[Annotation[Predicate]]:
        found = Finder(reading.parsed, self).find()
        namer = Namer(reading.document.id, layers.PREDICATE)
        named = [(span, namer(span), predicate, governor) for span, predicate, governor in found]
        ids = {predicate.head: name for _, name, predicate, _ in named}
        ids.update({p.noun: name for _, name, p, _ in named if p.noun is not None})
        for span, name, predicate, governor in named:
            if governor is not None and governor[0] in ids and ids[governor[0]] != name:
                predicate = replace(predicate, governor=ids[governor[0]], governor_role=governor[1])  # noqa: PLW2901
            yield Annotation(name, layers.PREDICATE, span, self.name, predicate)


class Finder:
    """Finds the predicates of one text."""

    def __init__(self, syntax: Syntax, stage: Predicates) -> None:
        self.syntax = syntax
        self.grammar, self.lexicon = stage.grammar, stage.lexicon
        self.arguments = Arguments(syntax, stage.grammar)
        self.forms = Forms(syntax, stage.grammar, self.arguments)

    def find(self) -> list[tuple[Span, Predicate, tuple[int, str] | None]]:
        """Each predicate with its trigger's span and (head of the governor, how)."""
        nouns = {t.index: lemma for t in self.syntax.tokens if (lemma := event_noun(t, self.syntax, self.lexicon))}
        carried: set[int] = set()
        found: list[tuple[Span, Predicate, tuple[int, str] | None]] = []
        for token in self.syntax.tokens:
            if self._is_verb(token):
                span, predicate = self._of_verb(token, nouns)
                if predicate.noun is not None:
                    carried.add(predicate.noun)
                found.append((span, predicate, self._governor(token.index)))
        carriers = {p.noun: p for _, p, _ in found if p.noun is not None}
        for index, lemma in nouns.items():
            if index not in carried:
                predicate = self._of_noun(index, lemma, carriers.get(self.syntax.tokens[index].head))
                found.append((self._noun_span(index, lemma), predicate, self._governor(index)))
        return sorted(found, key=lambda f: (f[0], f[1].head))

    def _is_verb(self, token: Token) -> bool:
        if token.tag not in _VERB_TAGS or token.dep in _HELPERS:
            return False
        if token.dep in _NOT_EVENTS:
            return token.dep == "amod" and self._gerund(token)
        if token.pos == "VERB":
            return True
        return token.pos == "AUX" and self._adjective(token.index) is not None

    def _gerund(self, token: Token) -> bool:
        """ "Accused of bombing villages": the parser takes the gerund for an adjective."""
        if token.tag != "VBG" or token.index == 0:
            return False
        noun, before = self.syntax.tokens[token.head], self.syntax.tokens[token.index - 1]
        return (
            noun.dep == "pobj" and before.index == noun.head and before.lower in ("of", "for", "from", "by", "without")
        )

    def _adjective(self, verb: int) -> int | None:
        """The adjective after "be", if it is one that governs."""
        found = self.syntax.child(verb, "acomp", "oprd")
        if found is None or self.syntax.tokens[verb].lemma != "be":
            return None
        token = self.syntax.tokens[found]
        return found if token.lower in self.grammar.adjectives or token.lemma in self.lexicon.adjectives else None

    def _of_verb(self, token: Token, nouns: dict[int, str]) -> tuple[Span, Predicate]:
        verb = token.index
        form = self.forms.of(verb)
        arguments = self.arguments.of_verb(verb)
        lemma, light, noun = self.arguments.lemma(verb), None, None
        spans = [token.span]
        if (particle := self.syntax.child(verb, "prt")) is None and self._takes_place(verb, token.lemma):
            particle = self.syntax.child(verb, "dobj")
        if particle is not None:
            spans.append(self.syntax.tokens[particle].span)
        negated = form.negated
        if (adjective := self._adjective(verb)) is not None:
            lemma = f"be {self.syntax.tokens[adjective].lower}"
            spans.append(self.syntax.tokens[adjective].span)
            arguments += [
                a
                for i in self.syntax.children(adjective)
                if self.syntax.tokens[i].dep == "prep"
                for a in self.arguments.obliques(i)
            ]
        elif (carried := self._carried(verb, lemma, arguments, nouns)) is not None:
            role, noun = carried
            light, lemma = lemma, nouns[noun]
            negated = negated or self.forms.none(noun)
            arguments = self._merged(arguments, noun, lemma, role)
            spans.append(self.syntax.tokens[noun].span)
        predicate = Predicate(
            head=verb,
            form="verb",
            lemma=lemma,
            tense=form.tense,
            aspect=form.aspect,
            voice="passive" if self.arguments.is_passive(verb) else "active",
            modal=form.modal,
            negated=negated,
            conditional=form.conditional,
            light=light,
            noun=noun,
            arguments=tuple(arguments),
        )
        return self._trigger(spans), predicate

    def _carried(
        self, verb: int, lemma: str, arguments: list[Argument], nouns: dict[int, str]
    ) -> tuple[str, int] | None:
        """The event noun that a light verb carries, and the role in which it stood."""
        if lemma in self.grammar.light_object:
            for a in arguments:
                if a.role == "object" and (noun := self._contained(a.head)) in nouns and nouns[noun] in self.lexicon.nouns:
                    return "object", noun
        for a in arguments:
            if a.role == "oblique" and a.head in nouns and f"{lemma} {a.preposition}" in self.grammar.light_oblique:
                return "oblique", a.head
        if lemma in self.grammar.light_subject or self._takes_place(verb, lemma):
            for a in arguments:
                if a.role == "subject" and a.head in nouns and nouns[a.head] in self.lexicon.nouns:
                    return "subject", a.head
        return None

    def _contained(self, noun: int) -> int:
        """ "A new round of talks": the event is what stands after "of"."""
        if self.syntax.tokens[noun].lemma not in self.grammar.containers:
            return noun
        for i in self.syntax.children(noun):
            if self.syntax.tokens[i].lower == "of":
                inner = self.syntax.child(i, "pobj")
                return inner if inner is not None else noun
        return noun

    def _takes_place(self, verb: int, lemma: str) -> bool:
        found = self.syntax.child(verb, "dobj")
        return found is not None and f"{lemma} {self.syntax.tokens[found].lemma}" in self.grammar.light_subject

    def _merged(self, arguments: list[Argument], noun: int, lemma: str, role: str) -> list[Argument]:
        """The arguments of the light verb and of its noun as those of one act."""
        own = [a for a in arguments if a.head != noun and self._contained(a.head) != noun and (role != "subject" or a.role != "object")]
        nominal = of_noun(noun, lemma, self.arguments, self.lexicon)
        if any(a.role == "subject" for a in own) and role != "subject":
            # "Its army launched an attack": the verb's subject acts, an owner of the noun only repeats it.
            nominal = [
                a if a.role != "subject" or a.preposition in ("by", "between") else Argument("owner", a.head, a.span)
                for a in nominal
            ]
        return own + nominal

    def _of_noun(self, noun: int, lemma: str, carrier: Predicate | None) -> Predicate:
        """An event noun; one coordinated with the noun of a light verb is carried by that verb too."""
        arguments = of_noun(noun, lemma, self.arguments, self.lexicon)
        negated = self.forms.none(noun)
        if carrier is None or self.syntax.tokens[noun].dep != "conj" or any(a.role == "subject" for a in arguments):
            return Predicate(head=noun, form="noun", lemma=lemma, negated=negated, arguments=tuple(arguments))
        return Predicate(
            head=noun,
            form="noun",
            lemma=lemma,
            tense=carrier.tense,
            aspect=carrier.aspect,
            modal=carrier.modal,
            negated=negated or carrier.negated,
            conditional=carrier.conditional,
            light=carrier.light,
            arguments=(*[a for a in carrier.arguments if a.role == "subject"], *arguments),
        )

    def _noun_span(self, noun: int, lemma: str) -> Span:
        tokens = self.syntax.tokens
        modifier = lemma.split(maxsplit=1)[0] if " " in lemma else None
        parts = [
            tokens[i].span
            for i in self.syntax.children(noun)
            if modifier and modifier in (tokens[i].lemma, tokens[i].lower) and i < noun
        ]
        return self._trigger([*parts, tokens[noun].span])

    def _trigger(self, spans: list[Span]) -> Span:
        """The words of the act: from the first to the last, unless that is more than a trigger may have."""
        whole = cover(*spans)
        return whole if len(self.syntax.inside(whole)) <= _MOST_WORDS else spans[0]

    def _governor(self, index: int) -> tuple[int, str] | None:
        """The nearest word above that may be a predicate, and how this one hangs on it."""
        tokens = self.syntax.tokens
        child, role = index, _role_of(tokens[index])
        for i in self.syntax.ancestors(index):
            token = tokens[i]
            if self._is_verb(token) or (token.pos in ("NOUN", "PROPN") and role != "relcl"):
                if token.pos in ("NOUN", "PROPN") and not event_noun(token, self.syntax, self.lexicon):
                    if tokens[child].dep not in ("prep", "pobj", "poss", "conj", "compound", "acl"):
                        return None
                    child = i
                    continue
                return i, role if token.pos not in ("NOUN", "PROPN") or role == "conj" else "noun"
            if role == "relcl" and token.pos in ("NOUN", "PROPN", "PRON"):
                child, role = i, "relcl"
            child = i
        return None


def _role_of(token: Token) -> str:
    if token.dep in SUBJECTS:
        return "subject"
    if token.dep in OBJECTS:
        return "object"
    if token.dep in ("pobj", "pcomp"):
        return "oblique"
    return token.dep if token.dep in ("xcomp", "ccomp", "advcl", "relcl", "conj", "acl") else token.dep or "dep"
