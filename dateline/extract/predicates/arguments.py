"""Who does it and to whom, once passive, relative, participial, controlled and coordinated clauses are undone."""

from dateline.lang.grammar import Grammar
from dateline.model.predicate import Argument
from dateline.model.syntax import Syntax, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
CLAUSES = frozenset({"ccomp", "xcomp", "acomp", "oprd"})
_RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
_NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC", "FAC"})
_NOBODY = frozenset({"ORG", "GPE", "LOC", "FAC", "DATE"})
_OWNING = frozenset(
    {"have", "announce", "reverse", "defend", "explain", "abandon", "reveal", "drop", "suspend", "break"}
)
_PENALTIES = frozenset({"ban", "embargo", "fine", "penalty", "sanction", "tariff"})
_VERBS = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PASSIVE_HEADS = frozenset({"nsubjpass", "auxpass", "agent"})


class Arguments:
    """Finds the arguments of verbs and event nouns of one text: token indices in, arguments out."""

    def __init__(self, syntax: Syntax, grammar: Grammar) -> None:
        self.syntax = syntax
        self.grammar = grammar
        self._subjects: dict[int, int | None] = {}
        self._passive: dict[int, bool] = {}

    def phrase(self, role: str, head: int, preposition: str | None = None) -> Argument:
        """An argument with the span of its whole phrase."""
        first, last = self.syntax.edges(head)
        return Argument(role, head, self.syntax.span(first, last), preposition)

    def particle(self, verb: int) -> int | None:
        """The particle of a phrasal verb ("out" of "carry out"), as a token."""
        tokens = self.syntax.tokens
        for i in self.syntax.children(verb):
            token = tokens[i]
            if token.lower == "up" and self._up_to(i + 1) is not None:
                continue  # "killed up to 20 soldiers": part of the number
            if token.dep == "prt":
                return i
            near = i == verb + 1 and token.dep in ("advmod", "prep") and token.lower in self.grammar.particles
            if near and (not self.syntax.children(i) or self._pulls_back(verb, i)):
                return i
        return None

    def _up_to(self, index: int) -> int | None:
        """The noun with its number in "up to 20 soldiers", where `index` is the "to" and the parser sees a place."""
        tokens = self.syntax.tokens
        if not 0 < index < len(tokens) or tokens[index].lower != "to" or tokens[index - 1].lower != "up":
            return None
        noun = self.syntax.child(index, "pobj")
        counted = noun is not None and any(tokens[i].dep == "nummod" for i in self.syntax.children(noun))
        return noun if counted else None

    def _pulls_back(self, verb: int, particle: int) -> bool:
        """ "Pulled back from the border": one verb with what the parser hangs "from" on."""
        tokens = self.syntax.tokens
        below = [tokens[c].dep for c in self.syntax.children(particle)]
        return f"{tokens[verb].lemma} {tokens[particle].lower}" in self.grammar.with_particle and set(below) == {"prep"}

    def is_passive(self, verb: int) -> bool:
        """Whether the doer is not the subject: "was seen", "the man seen", "seen and heard"."""
        if verb not in self._passive:
            self._passive[verb] = False
            self._passive[verb] = self._find_passive(verb)
        return self._passive[verb]

    def _find_passive(self, verb: int) -> bool:
        tokens, token = self.syntax.tokens, self.syntax.tokens[verb]
        if token.tag == "VBD" and token.lemma in ("accuse", "suspect", "convict"):
            # "Eight men accused of plotting": without anybody accused beside it, the subject is.
            return self.syntax.child(verb, "dobj", "ccomp") is None and any(
                tokens[i].lower == "of" for i in self.syntax.children(verb)
            )
        if token.tag != "VBN":
            return False
        active = False
        for i in self.syntax.children(verb):
            dep = tokens[i].dep
            if dep in _PASSIVE_HEADS:
                return True
            if dep == "aux" and tokens[i].lemma == "have":
                active = True
        if active:
            return False
        has_object = any(tokens[i].dep in OBJECTS for i in self.syntax.children(verb))
        if token.dep == "conj" and tokens[token.head].tag == "VBN":
            return self.is_passive(token.head) and not has_object
        return token.dep in ("acl", "relcl", "advcl", "amod") and not has_object

    def subject(self, verb: int) -> int | None:
        """The grammatical subject of a verb (the one acted on, if it is passive), found where it really stands."""
        if verb not in self._subjects:
            self._subjects[verb] = None  # a cycle in a broken parse ends here
            self._subjects[verb] = self._find_subject(verb)
        return self._subjects[verb]

    def _find_subject(self, verb: int) -> int | None:
        tokens = self.syntax.tokens
        for i in self.syntax.children(verb):
            if tokens[i].dep in SUBJECTS:
                return self._antecedent(i, verb) if tokens[i].lower in _RELATIVES else i
        return self._borrowed(verb, tokens[verb])

    def _antecedent(self, pronoun: int, verb: int) -> int | None:
        """What a relative pronoun stands for."""
        tokens = self.syntax.tokens
        clause = verb
        while tokens[clause].dep == "conj" and tokens[clause].head != clause:
            clause = tokens[clause].head
        if tokens[clause].dep != "relcl":
            return pronoun
        if tokens[pronoun].lower != "who":
            return self._thing(tokens[clause].head, pronoun)
        last = self._last_of_list(tokens[clause].head, pronoun, clause)
        return last if last is not None else self._somebody(tokens[clause].head)

    def _thing(self, noun: int, pronoun: int) -> int:
        """ "Ann Vale, the head of the Dockers' Union, which backs": nobody is a "which", so the union backs."""
        tokens = self.syntax.tokens
        before = pronoun - 2 if pronoun > 1 and tokens[pronoun - 1].text == "," else pronoun - 1
        if tokens[pronoun].lower != "which" or tokens[noun].entity != "PERSON" or before <= noun:
            return noun
        name = before
        while tokens[name].dep == "pobj" and tokens[tokens[name].head].entity == "ORG":
            name = tokens[tokens[name].head].head  # "the Workers of America"
        return name if tokens[name].pos in ("NOUN", "PROPN") and tokens[name].entity == "ORG" else noun

    def _last_of_list(self, noun: int, pronoun: int, clause: int) -> int | None:
        """ "Ann Vale and Tom Reed, who has left": the verb is singular, so only Reed has."""
        tokens = self.syntax.tokens
        verbs = [clause, *(i for i in self.syntax.children(clause) if tokens[i].dep in ("aux", "auxpass"))]
        singular = any(tokens[i].tag == "VBZ" or tokens[i].lower == "was" for i in verbs)
        several = tokens[noun].tag in ("NNS", "NNPS") or len(self.syntax.conjuncts(noun)) > 1
        before = pronoun - 2 if pronoun > 1 and tokens[pronoun - 1].text == "," else pronoun - 1
        if not singular or not several or before <= noun or tokens[before].pos != "PROPN":
            return None
        return before if tokens[before].dep in ("conj", "pobj", "appos") else None

    def _somebody(self, noun: int) -> int:
        """ "A secretary of labour in the Reyes administration who": the parser hangs "who" on what is nobody."""
        tokens, here = self.syntax.tokens, noun
        while tokens[here].entity in _NOBODY or tokens[here].lemma in self.grammar.bodies:
            preposition = tokens[tokens[here].head]
            if tokens[here].dep != "pobj" or tokens[preposition.head].pos not in ("NOUN", "PROPN"):
                return noun
            here = preposition.head
        return here

    def _borrowed(self, verb: int, token: Token) -> int | None:
        """The subject of a verb that has none of its own."""
        head, dep = token.head, token.dep
        if head == verb:
            return None
        if dep == "conj":
            beside = self._right_before(verb)
            return beside if beside is not None else self._of_conjunct(verb)
        if dep == "xcomp" or (dep == "ccomp" and token.tag in ("VB", "VBG") and self._has_to(verb)):
            return self._controller(head)
        if dep == "advcl" and token.tag in ("VBG", "VBN", "VB"):
            return self._doer(head)
        if dep in ("acl", "relcl"):
            return self._of_noun(head, infinitive=token.tag == "VB")
        if dep in ("pcomp", "prep", "amod"):
            return self._of_gerund(self.syntax.tokens[head].head if dep == "amod" else head)
        return None

    def _right_before(self, verb: int) -> int | None:
        """ "Nobody won a seat and Chad soon suggested": the parser hangs the name on the seat, but nothing parts it
        from its verb."""
        tokens, token = self.syntax.tokens, self.syntax.tokens[verb]
        own = [i for i in self.syntax.children(verb) if i < verb]
        name = min([verb, *own]) - 1
        if token.tag not in _FINITE or name < 0 or any(tokens[i].dep not in ("advmod", "aux") for i in own):
            return None
        here = tokens[name]
        first = tokens[here.head]
        named = here.dep == "conj" and here.pos == "PROPN" and first.dep in (*OBJECTS, "pobj") and first.index < name
        return name if named and not self.syntax.children(name) else None

    def _has_to(self, verb: int) -> bool:
        return any(self.syntax.tokens[i].lower == "to" for i in self.syntax.children(verb))

    def _of_conjunct(self, verb: int) -> int | None:
        first = self.syntax.tokens[self.coordinated_with(verb)]
        return self.subject(first.index) if first.pos in ("VERB", "AUX") else None

    def coordinated_with(self, verb: int) -> int:
        """The verb that a coordinated one stands beside in truth; the parser may hang it too low.

        "Said Mali would stay and called on Chad to help", "denied that Mali had troops there and accused Chad":
        whoever said it called and accused.
        """
        tokens, token = self.syntax.tokens, self.syntax.tokens[verb]
        first = tokens[token.head]
        if token.tag not in _FINITE:
            return first.index
        while first.tag == "VB" and first.dep in ("ccomp", "xcomp", "conj") and tokens[first.head].pos in _VERBS:
            first = tokens[first.head]
        if token.tag == "VBD" and token.lemma in self.grammar.speech:
            return self._outer_speech(first)
        return first.index

    def _outer_speech(self, first: Token) -> int:
        """The past verb of saying in whose content a verb stands, unless that is itself told by a verb of saying."""
        tokens, here = self.syntax.tokens, first
        while here.lemma not in self.grammar.speech and here.head != here.index:
            above = tokens[here.head]
            if here.dep == "ccomp" and above.tag == "VBD" and above.lemma in self.grammar.speech:
                return above.index if above.index < first.index else first.index
            here = above
        return first.index

    def _doer(self, verb: int) -> int | None:
        """Who does what a verb says, as a token."""
        return self.agent(verb) if self.is_passive(verb) and self.agent(verb) is not None else self.subject(verb)

    def agent(self, verb: int) -> int | None:
        """The "by" phrase of a passive."""
        found = self.syntax.child(verb, "agent")
        return self.syntax.child(found, "pobj") if found is not None else None

    def _controller(self, governor: int) -> int | None:
        """Who does what an infinitive says: the governor's object, oblique or subject."""
        token = self.syntax.tokens[governor]
        if token.dep in ("acomp", "attr", "oprd") or token.pos == "ADJ":
            return self.subject(token.head)
        if token.pos == "NOUN":
            return self._of_noun(governor, infinitive=True)
        lemma = self.lemma(governor)
        if token.lemma in self.grammar.object_control or token.lemma in self.grammar.gerund_control:
            if (oblique := self._oblique_controller(governor)) is not None:
                return oblique
            if self.is_passive(governor):
                return self.subject(governor)
            found = self.syntax.child(governor, "dobj", "dative")
            if found is not None and self.syntax.tokens[found].dep != "prep":
                return found
        elif (oblique := self._oblique_controller(governor)) is not None:
            return oblique
        return self.subject(governor) if lemma else None

    def _oblique_controller(self, governor: int) -> int | None:
        lemma = self.syntax.tokens[governor].lemma
        for i in self.syntax.children(governor):
            token = self.syntax.tokens[i]
            if token.dep in ("prep", "prt", "dative") and f"{lemma} {token.lower}" in self.grammar.oblique_control:
                return self.syntax.child(i, "pobj")
        return None

    def _of_gerund(self, preposition: int) -> int | None:
        """Who does what a gerund after a preposition says."""
        token = self.syntax.tokens[preposition]
        head = self.syntax.tokens[token.head]
        if head.pos in ("VERB", "AUX"):
            if head.lemma in self.grammar.gerund_control and token.lower in ("of", "for", "from", "with"):
                if self.is_passive(head.index):
                    return self.subject(head.index)
                return self.syntax.child(head.index, "dobj")
            if head.lemma in self.grammar.penalties and token.lower == "for":
                return self._punished(head.index)
            blamed = self._blamed(head.index) if token.lower == "for" else None
            return blamed if blamed is not None else self._doer(head.index)
        if token.lower == "for" and head.dep == "pobj" and (verb := self._penalty_around(head)) is not None:
            return self._punished(verb)
        if head.pos == "NOUN" and head.dep in OBJECTS | {"pobj"} and token.lower not in ("of", "for"):
            return self._clause_subject(head.index)
        return self._of_noun(head.index, infinitive=True) if head.pos == "NOUN" else None

    def _penalty_around(self, noun: Token) -> int | None:
        """ "Held in contempt for refusing", "sentenced to death for spying": the reason hangs on the noun."""
        verb = self.syntax.tokens[self.syntax.tokens[noun.head].head]
        return verb.index if verb.pos == "VERB" and verb.lemma in self.grammar.penalties else None

    def _punished(self, verb: int) -> int | None:
        """ "Expelled the envoys for spying", "held him in contempt for refusing": they spied, he refused."""
        if self.is_passive(verb):
            return self.subject(verb)
        found = self.syntax.child(verb, "dobj")
        return found if found is not None else self._doer(verb)

    def _blamed(self, verb: int) -> int | None:
        """ "Was angry at Chad for leaving", "put sanctions on Chad for leaving": Chad has left."""
        tokens = self.syntax.tokens
        feeling, penalty = self.syntax.child(verb, "acomp"), self.syntax.child(verb, "dobj")
        if penalty is not None and tokens[penalty].lemma in _PENALTIES:
            places, words = [verb, penalty], frozenset({"on", "against"})
        elif feeling is not None:
            places, words = [feeling], frozenset({"at", "with"})
        else:
            return None
        found = (i for place in places for i in self.syntax.children(place) if tokens[i].lower in words)
        return next((inner for i in found if (inner := self.syntax.child(i, "pobj")) is not None), None)

    def _of_noun(self, noun: int, *, infinitive: bool) -> int | None:
        """Who does what hangs on a noun: itself ("the man holding"), or its owner ("its decision to leave")."""
        if not infinitive:
            return noun
        for i in self.syntax.children(noun):
            token = self.syntax.tokens[i]
            if token.dep == "poss" or (token.dep in ("amod", "compound", "nmod") and token.entity in _NAMED):
                return i
            if token.dep == "prep" and token.lower == "by":
                return self.syntax.child(i, "pobj")
        above = self.syntax.tokens[self.syntax.tokens[noun].head]
        owns = self.syntax.tokens[noun].dep in OBJECTS and above.lemma in (self.grammar.light_object | _OWNING)
        return self._clause_subject(noun) if owns else None

    def _clause_subject(self, noun: int) -> int | None:
        """The doer of the clause that a noun stands in."""
        tokens = self.syntax.tokens
        for i in self.syntax.ancestors(noun):
            if tokens[i].pos in ("VERB", "AUX"):
                doer = self._doer(i)
                return doer if doer != noun else None
        return None

    def lemma(self, verb: int) -> str:
        """The lemma with its particle."""
        particle = self.particle(verb)
        token = self.syntax.tokens[verb]
        return f"{token.lemma} {self.syntax.tokens[particle].lower}" if particle is not None else token.lemma

    def of_verb(self, verb: int) -> list[Argument]:
        """All arguments of a verb, in text order within each role."""
        found: list[Argument] = []
        tokens = self.syntax.tokens
        passive, subject = self.is_passive(verb), self.subject(verb)
        if subject is not None and tokens[subject].dep != "expl":
            found.append(self.phrase("object" if passive else "subject", subject))
        for i in self.syntax.children(verb):
            found += self._dependent(i, passive=passive)
        if tokens[verb].dep == "amod":
            return [*found, self.phrase("object", tokens[verb].head)]
        if not passive and (relative := self._relative_object(verb)) is not None:
            found = [a for a in found if tokens[a.head].lower not in _RELATIVES]
            found.append(self.phrase("object", relative))
        elif not passive and not any(a.role == "object" for a in found):
            found += self._raised_object(verb) or self._called(verb)
        return found

    def _called(self, verb: int) -> list[Argument]:
        """ "Called President Biden": the parser takes somebody's name, with nobody so named, for what he is called."""
        found, tokens = self.syntax.child(verb, "oprd"), self.syntax.tokens
        named = found is not None and tokens[found].pos == "PROPN" and tokens[found].entity == "PERSON"
        return [self.phrase("object", found)] if found is not None and named else []

    def _dependent(self, i: int, *, passive: bool) -> list[Argument]:
        tokens, token = self.syntax.tokens, self.syntax.tokens[i]
        counted = self._up_to(i) if token.dep == "prep" else None
        if token.dep in OBJECTS or token.dep == "attr" or counted is not None:
            return [self.phrase("object" if not passive else "second", i if counted is None else counted)]
        if token.dep == "agent":
            by = self.syntax.child(i, "pobj")
            return (
                [self.phrase("subject" if passive else "oblique", by, None if passive else "by")]
                if by is not None
                else []
            )
        if token.dep == "dative":
            if token.pos in ("ADP", "PART"):
                inner = self.syntax.child(i, "pobj")
                return [self.phrase("oblique", inner, token.lower)] if inner is not None else []
            return [self.phrase("indirect", i)]
        if token.dep in ("prep", "prt"):
            return self.obliques(i)
        if token.dep == "advmod" and i == self.particle(token.head):
            return [a for c in self.syntax.children(i) for a in self.obliques(c)]
        if token.dep in CLAUSES or self.is_content(i):
            return [self.phrase("clause", i)] if tokens[i].pos in ("VERB", "AUX", "ADJ") else []
        return []

    def is_content(self, verb: int) -> bool:
        """ "Threatened today to leave": the parser takes the infinitive for an adjunct."""
        tokens, token = self.syntax.tokens, self.syntax.tokens[verb]
        if token.dep != "advcl" or token.tag != "VB" or verb < token.head:
            return False
        return tokens[token.head].lemma in self.grammar.infinitive and self._has_to(verb)

    def obliques(self, preposition: int) -> list[Argument]:
        """The objects of a preposition, and of those coordinated with it ("in Kyiv and in Lviv")."""
        found: list[Argument] = []
        tokens = self.syntax.tokens
        word = tokens[preposition].lower
        for i in self.syntax.children(preposition):
            token = tokens[i]
            if token.dep in ("pobj", "pcomp"):
                found.append(self.phrase("oblique" if token.dep == "pobj" else "clause", i, word))
            elif token.dep == "prep":
                found += [
                    Argument(a.role, a.head, a.span, f"{word} {a.preposition}" if token.lower != word else word)
                    for a in self.obliques(i)
                ]
            elif token.dep == "conj" and token.pos == "ADP":
                found += self.obliques(i)
        return found

    def _relative_object(self, verb: int) -> int | None:
        """The antecedent, where it is what the verb of a relative clause is done to ("the envoy whom X invited")."""
        tokens = self.syntax.tokens
        token = tokens[verb]
        if token.dep != "relcl":
            return None
        own = self.subject(verb)
        if own is None or own == token.head:
            return None
        objects = [i for i in self.syntax.children(verb) if tokens[i].dep in OBJECTS]
        if objects and tokens[objects[0]].lower not in _RELATIVES:
            return None
        prepositions = [i for i in self.syntax.children(verb) if tokens[i].dep == "prep"]
        pronoun_in_phrase = any(
            tokens[p].lower in _RELATIVES
            for i in prepositions
            for p in self.syntax.children(i)
            if tokens[p].dep == "pobj"
        )
        others = {"where", "when", "why"} & {tokens[i].lower for i in self.syntax.children(verb)}
        return None if pronoun_in_phrase or others or tokens[own].lower in _RELATIVES else token.head

    def _raised_object(self, verb: int) -> list[Argument]:
        """ "Urged them to go", where the parser made "them" the subject of "go"."""
        if self.syntax.tokens[verb].lemma not in self.grammar.object_control:
            return []
        clause = self.syntax.child(verb, "ccomp")
        if clause is None or not self._has_to(clause):
            return []
        subject = self.syntax.child(clause, "nsubj", "nsubjpass")
        return [self.phrase("object", subject)] if subject is not None else []
