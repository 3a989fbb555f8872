"""Which words are predicates, which light verb carries which event noun, and what hangs on what."""

from dataclasses import dataclass

from dateline.extract.predicates.arguments import OBJECTS, SUBJECTS, Arguments
from dateline.extract.predicates.nouns import event_noun, of_noun
from dateline.extract.predicates.verbs import NO_FORM, Form, Forms
from dateline.lang.grammar import Grammar
from dateline.lang.lexicon import Lexicon
from dateline.model.predicate import Argument
from dateline.model.span import Span
from dateline.model.syntax import Syntax, Token

_QUOTES = frozenset({"”", "’", '"', "'", "''"})
_MOST_WORDS = 8
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_HELPERS = frozenset({"aux", "auxpass"})
_NOT_EVENTS = frozenset({"amod", "compound", "case", "prep", "mark"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PASSES_NOUN = frozenset({"prep", "pobj", "poss", "conj", "compound", "acl"})
_COPULAS = frozenset({"be", "remain", "seem", "stay"})


@dataclass(slots=True)
class Core:
    """A predicate in the making. Fields as in `Predicate`; `governor` is a token index still."""

    head: int
    form: str
    lemma: str
    span: Span
    group: Form
    arguments: list[Argument]
    passive: bool = False
    negated: bool = False
    light: str | None = None
    noun: int | None = None
    governor: int | None = None
    governor_role: str | None = None


class Finder:
    """Finds the predicates of one text."""

    def __init__(self, syntax: Syntax, grammar: Grammar, lexicon: Lexicon, arguments: Arguments) -> None:
        self.syntax = syntax
        self.tokens = syntax.tokens
        self.grammar, self.lexicon = grammar, lexicon
        self.arguments = arguments
        self.forms = Forms(syntax, grammar)
        self.nouns: dict[int, str] = {}

    def find(self) -> list[Core]:
        """All predicates in text order, each with its governor's token."""
        tokens, syntax, lexicon = self.tokens, self.syntax, self.lexicon
        self.nouns = {t.index: lemma for t in tokens if t.pos in _NOUNS and (lemma := event_noun(t, syntax, lexicon))}
        for t in tokens[1:-1]:
            before = tokens[t.index - 1]
            if t.text in _QUOTES and tokens[t.index + 1].lower == "to" and before.lemma in lexicon.governor_nouns:
                self.nouns.setdefault(before.index, before.lemma)
        found = [self._of_verb(t) for t in tokens if t.tag in _VERB_TAGS and self._is_verb(t)]
        carriers = {core.noun: core for core in found if core.noun is not None}
        for index, lemma in self.nouns.items():
            if index not in carriers:
                found.append(self._of_noun(index, lemma, carriers.get(tokens[index].head)))
        for core in found:
            if (above := self._governor(core.head)) is not None:
                core.governor, core.governor_role = above
        return sorted(found, key=lambda core: (core.span, core.head))

    def _is_verb(self, token: Token) -> bool:
        if token.tag not in _VERB_TAGS or token.dep in _HELPERS:
            return False
        if token.dep in _NOT_EVENTS:
            return token.dep == "amod" and self._gerund(token)
        if token.pos == "VERB":
            return True
        return token.pos == "AUX" and self._adjective(token) is not None

    def _gerund(self, token: Token) -> bool:
        """ "Accused of bombing villages": the parser takes the gerund for an adjective."""
        if token.tag != "VBG" or token.index == 0:
            return False
        noun, before = self.tokens[token.head], self.tokens[token.index - 1]
        return (
            noun.dep == "pobj" and before.index == noun.head and before.lower in ("of", "for", "from", "by", "without")
        )

    def _adjective(self, token: Token) -> int | None:
        """The adjective after "be" or "remain", if it is one that governs."""
        if token.lemma not in _COPULAS:
            return None
        found = self.syntax.child(token.index, "acomp", "oprd")
        if found is None:
            return None
        adjective = self.tokens[found]
        known = adjective.lower in self.grammar.adjectives or adjective.lemma in self.lexicon.adjectives
        return found if known else None

    def _of_verb(self, token: Token) -> Core:
        verb = token.index
        form = self.forms.of(verb)
        arguments = self.arguments.of_verb(verb)
        particle = self.arguments.particle(verb)
        lemma = self.grammar.lemmas.get(token.lemma, token.lemma)
        if particle is not None:
            lemma = f"{lemma} {self.tokens[particle].lower}"
        core = Core(verb, "verb", lemma, token.span, form, arguments, self.arguments.is_passive(verb), form.negated)
        words = [verb]
        if particle is None and token.lemma == "take":
            particle = self._taken_place(verb)
        if particle is None and (noun := self._idiom(core)) is not None:
            core.lemma = f"{lemma} {self.tokens[noun].lemma}"
            core.arguments = [a for a in core.arguments if a.head != noun] + self._prepositions(noun)
            words.append(noun)
        if particle is not None:
            words.append(particle)
        if (adjective := self._adjective(token)) is not None:
            core.lemma = f"be {self.tokens[adjective].lower}"
            words.append(adjective)
            core.arguments += self._prepositions(adjective)
            clauses = [i for i in self.syntax.children(adjective) if self.tokens[i].dep in ("xcomp", "ccomp")]
            core.arguments += [self.arguments.phrase("clause", i) for i in clauses]
        elif (carried := self._carried(core, happens=token.lemma == "take" and particle is not None)) is not None:
            role, noun = carried
            core.light, core.lemma, core.noun = core.lemma, self.nouns[noun], noun
            core.negated = core.negated or self.forms.none(noun)
            core.arguments = self._merged(core, role)
            words.append(noun)
        core.span = self._trigger(words)
        return core

    def _prepositions(self, index: int) -> list[Argument]:
        return [
            a for i in self.syntax.children(index) if self.tokens[i].dep == "prep" for a in self.arguments.obliques(i)
        ]

    def _idiom(self, core: Core) -> int | None:
        """The bare object that makes one word with its verb ("take part in"), unless it tells an event of its own."""
        nouns = self.grammar.idioms.get(core.lemma)
        if nouns is None:
            return None
        for a in core.arguments:
            if a.role == "object" and self.tokens[a.head].lemma in nouns and a.head not in self.nouns:
                return a.head
        return None

    def _taken_place(self, verb: int) -> int | None:
        """The "place" of "took place"."""
        found = self.syntax.child(verb, "dobj")
        return found if found is not None and self.tokens[found].lower == "place" else None

    def _carried(self, core: Core, *, happens: bool) -> tuple[str, int] | None:
        """The event noun that a light verb carries, and the role in which it stood."""
        nouns, known = self.nouns, self.lexicon.nouns
        if core.lemma == "call" and self.syntax.child(core.head, "oprd", "ccomp") is not None:
            return None  # "called the agreement a step" names it
        carries, occurs = core.lemma in self.grammar.light_object, happens or core.lemma in self.grammar.light_subject
        for a in core.arguments:
            if a.role == "object" and carries:
                noun = self._contained(a.head)
                if noun in nouns and nouns[noun] in known:
                    return "object", noun
        # "The accord may end the strife" tells what the accord does, "the talks ended" what became of them.
        acted = not core.passive and any(a.role == "object" and a.head > core.head for a in core.arguments)
        for a in core.arguments:
            if a.head not in nouns:
                continue
            light = f"{core.lemma} {a.preposition}" in self.grammar.light_oblique
            if a.role == "oblique" and light and nouns[a.head] in known:
                return "oblique", a.head
            if a.role == "subject" and occurs and (happens or not acted) and nouns[a.head] in known:
                return "subject", a.head
        return None

    def _contained(self, noun: int) -> int:
        """ "A new round of talks": the event is what stands after "of"."""
        if self.tokens[noun].lemma in self.grammar.containers:
            for i in self.syntax.children(noun):
                if self.tokens[i].lower == "of":
                    inner = self.syntax.child(i, "pobj")
                    return inner if inner is not None else noun
        return noun

    def _merged(self, core: Core, role: str) -> list[Argument]:
        """The arguments of the light verb and of its noun as those of one act."""
        noun = core.noun
        own = [
            a
            for a in core.arguments
            if noun not in (a.head, self._contained(a.head)) and (role != "subject" or a.role != "object")
        ]
        nominal = of_noun(noun, core.lemma, self.arguments, self.lexicon) if noun is not None else []
        if role != "subject" and any(a.role == "subject" for a in own):
            # "Its army launched an attack": the verb's subject acts, an owner of the noun only repeats it.
            nominal = [
                a if a.role != "subject" or a.preposition in ("by", "between") else Argument("owner", a.head, a.span)
                for a in nominal
            ]
        return own + nominal

    def _of_noun(self, noun: int, lemma: str, carrier: Core | None) -> Core:
        """An event noun; one coordinated with the noun of a light verb is carried by that verb too."""
        arguments = of_noun(noun, lemma, self.arguments, self.lexicon)
        core = Core(noun, "noun", lemma, self._noun_span(noun, lemma), NO_FORM, arguments)
        core.negated = self.forms.none(noun)
        if carrier is not None and self.tokens[noun].dep == "conj" and not any(a.role == "subject" for a in arguments):
            core.group, core.light, core.negated = carrier.group, carrier.light, core.negated or carrier.negated
            core.arguments = [*[a for a in carrier.arguments if a.role == "subject"], *arguments]
        return core

    def _noun_span(self, noun: int, lemma: str) -> Span:
        if " " not in lemma:
            return self.tokens[noun].span
        modifier = lemma.split(maxsplit=1)[0]
        before = (i for i in self.syntax.children(noun) if i < noun)
        first = next((i for i in before if modifier in (self.tokens[i].lemma, self.tokens[i].lower)), noun)
        return self._trigger([first, noun])

    def _trigger(self, words: list[int]) -> Span:
        """The words of the act: from the first to the last, unless that is more than a trigger may have."""
        first, last = min(words), max(words)
        if last - first >= _MOST_WORDS:
            first = last = words[0]
        return Span(self.tokens[first].start, self.tokens[last].end)

    def _noun_before_quote(self, index: int) -> int | None:
        """ "Its “reckless decision” to leave": the mark hides from the parser what the infinitive hangs on."""
        tokens = self.tokens
        first = next((i for i in self.syntax.children(index) if tokens[i].lower == "to"), None)
        if first is None or first < 2 or tokens[first - 1].text not in _QUOTES:
            return None
        noun = first - 2
        return noun if noun in self.nouns else None

    def _governor(self, index: int) -> tuple[int, str] | None:
        """The nearest word above that may be a predicate, and how this one hangs on it."""
        tokens, nouns = self.tokens, self.nouns
        child, role = index, _role_of(tokens[index])
        if role == "advcl" and self.arguments.is_content(index):
            role = "xcomp"
        if role == "conj" and tokens[index].tag == "VBD":
            first = self.arguments.coordinated_with(index)
            if first != tokens[index].head and self._is_verb(tokens[first]):
                return first, role
        if tokens[index].tag == "VB" and (noun := self._noun_before_quote(index)) is not None:
            return noun, "noun"
        for i in self.syntax.ancestors(index):
            token = tokens[i]
            is_noun = token.pos in _NOUNS
            if is_noun and role != "relcl":
                if i in nouns:
                    return i, "conj" if role == "conj" else "noun"
                if tokens[child].dep not in _PASSES_NOUN:
                    return None
            elif not is_noun and self._is_verb(token):
                return i, role
            child = i
        return None


def _role_of(token: Token) -> str:
    dep = token.dep
    if dep in SUBJECTS:
        return "subject"
    if dep in OBJECTS:
        return "object"
    if dep in ("pobj", "pcomp"):
        return "oblique"
    return dep or "dep"
