"""Who stands where: mentions and actors by token, with the country and sectors that the report gives them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.extract.claims.halves import halves
from dateline.lang.politics import politics
from dateline.model import layers
from dateline.model.actor import Actor, Office
from dateline.model.annotation import Annotation
from dateline.model.place import Place
from dateline.model.predicate import Predicate
from dateline.model.quote import Quote
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Token

POLITICAL = frozenset({"GOV", "MIL", "LEG", "JUD", "PTY", "REB", "SPY", "PRM", "PRE", "OPP", "UAF", "ELI"})
ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "SPY"})
FORCES = ARMED | {"COP"}
NON_STATE = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG"})
HIGH = frozenset(
    {"head-of-state", "head-of-government", "foreign-minister", "minister", "deputy", "ambassador", "envoy"}
)
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})

_OF_CLAIMANT = frozenset({"it", "he", "she"})
_LONGEST_PLACE = 8
# How the place of a deed must be told for its country to be taken for granted.
_SAID_THERE = frozenset({"adjunct", "clause", "nested"})

# How political somebody is.
NOBODY, SOCIAL, STATE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody at one place. `level` is NOBODY, SOCIAL (people of a country) or STATE (rulers, armies, bodies)."""

    head: int
    span: Span
    actor: str | None
    country: str | None
    sectors: tuple[str, ...]
    kind: str
    office: Office | None = None
    plural: bool = False
    form: str = "name"
    level: int = NOBODY
    name: str | None = None


def among(who: Who, group: Iterable[Who]) -> bool:
    """Whether somebody is one of these: the same actor, or the same words."""
    return any((w.actor is not None and w.actor == who.actor) or w.span == who.span for w in group)


class Scene:
    """What claims need to know of one reading, each thing looked up once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.syntax = reading.parsed
        self.tokens = self.syntax.tokens
        self.text = reading.text
        self.by_head: dict[int, Annotation[Predicate]] = {}
        self.by_id: dict[str, Annotation[Predicate]] = {}
        for predicate in reading.predicates:
            self.by_head[predicate.value.head] = predicate
            if predicate.value.noun is not None:
                self.by_head.setdefault(predicate.value.noun, predicate)
            self.by_id[predicate.id] = predicate
        self._who: dict[int, Who | None] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._parties: dict[int, list[Who]] = {}
        self._last_names: dict[str, str | None] | None = None

    def words_of_sentence(self, index: int) -> frozenset[str]:
        """All lemmas and lower-case words of the sentence that a token stands in."""
        number = self.tokens[index].sentence
        if number not in self._words:
            first, last = self.syntax.sentences[number]
            self._words[number] = frozenset(w for t in self.tokens[first:last] for w in (t.lemma, t.lower))
        return self._words[number]

    def who(self, index: int) -> Who | None:
        """Whoever is named or described by the phrase with this head, or None."""
        if index not in self._who:
            self._who[index] = None
            self._who[index] = self._find(index)
        return self._who[index]

    def _find(self, index: int) -> Who | None:
        token = self.tokens[index]
        if (stood_for := self._stands_for(index)) is not None:
            behind = self.who(stood_for)
            return replace(behind, span=token.span, form="pronoun") if behind is not None else None
        said = token.lower in politics("pronouns_of_speaker") and token.text != "US"
        if said and (speaker := self._speaker_at(token.start)) is not None:
            return self.of_actor(speaker, head=index, form="pronoun")
        mention = self.reading.mention_at(token.start)
        if mention is None or token.lower in politics("nobody_known"):
            return None
        value, actor = mention.value, self.reading.actor_of(mention.id)
        known = actor.value if actor is not None else None
        country = value.country or (known.country if known else None)
        sectors = value.sectors or (known.sectors if known else ())
        office = value.office or (known.office if known else None)
        if value.form == "nominal":
            country = self._country_of_noun(index, country)
        who = Who(
            head=index,
            span=mention.span,
            actor=actor.id if actor is not None else None,
            country=country,
            sectors=sectors,
            kind=known.kind if known and value.form == "pronoun" else value.kind,
            office=office,
            plural=value.plural,
            form=value.form,
            name=known.name if known else value.name,
        )
        return replace(who, level=self._level(who))

    def _stands_for(self, index: int) -> int | None:
        """ "Chad's claim that it had won": whoever claims, by grammar alone; None for other pronouns."""
        token = self.tokens[index]
        if token.lower not in _OF_CLAIMANT or token.dep != "nsubj":
            return None
        clause = self.tokens[token.head]
        if clause.dep not in ("acl", "ccomp") or self.syntax.child(clause.index, "mark") is None:
            return None
        owner = self.syntax.child(clause.head, "poss")
        if owner is None or self.tokens[owner].pos == "PRON" or self.tokens[clause.head].pos != "NOUN":
            return None
        who = self.who(owner)
        return owner if who is not None and (who.kind == "person") == (token.lower != "it") else None

    def of_actor(self, actor_id: str, *, head: int, form: str = "name") -> Who | None:
        """An actor as it stands behind a word that only points to it."""
        actor = self.reading.find(actor_id)
        if actor is None or not isinstance(actor.value, Actor):
            return None
        value = actor.value
        who = Who(
            head, self.tokens[head].span, actor.id, value.country, value.sectors, value.kind, value.office,
            form=form, name=value.name,
        )  # fmt: skip
        return replace(who, level=self._level(who))

    def _speaker_at(self, position: int) -> str | None:
        quote = self.quote_at(Span(position, position + 1))
        return quote.value.speaker.actor if quote is not None and quote.value.speaker else None

    def quote_at(self, span: Span) -> Annotation[Quote] | None:
        """The innermost quote in whose content the span begins."""
        found: Annotation[Quote] | None = None
        for quote in self.reading.quotes:
            if quote.span.start > span.start:
                break
            if any(piece.start <= span.start < piece.end for piece in quote.value.content):
                found = quote
        return found

    def _country_of_noun(self, index: int, country: str | None) -> str | None:
        nearby = self._country_nearby(index) if country is None else None
        owner = self.syntax.child(index, "poss")
        if owner is not None and self.tokens[index].lemma in politics("relational"):
            # "Its neighbour" is of another country than it is.
            described = (self.country_at(i) for i in self.syntax.children(index) if self.tokens[i].dep == "amod")
            known = country or nearby
            return None if known == self.country_at(owner) and known not in described else known
        return country or nearby

    def _country_nearby(self, index: int) -> str | None:
        """The country of whoever the noun belongs to, or where it is: "rebels in Mali", "a village of Chad"."""
        for i in self.syntax.children(index):
            token = self.tokens[i]
            if token.dep in _MODIFIERS and i != index:
                country = self.country_at(i)
            elif token.dep == "prep" and token.lower in ("of", "in", "from"):
                inner = self.syntax.child(i, "pobj")
                country = self.country_at(inner) if inner is not None else None
            else:
                continue
            if country:
                return country
        return None

    def country_at(self, index: int) -> str | None:
        """The country of whoever is named at this token, or of the place of that name."""
        mention = self.reading.mention_at(self.tokens[index].start)
        if mention is not None:
            actor = self.reading.actor_of(mention.id)
            return mention.value.country or (actor.value.country if actor else None)
        return self.place_country(self.tokens[index].start)

    def country_of_deed(self, predicate: str) -> str | None:
        """The country where a predicate's deed is done, where the sentence itself says so.

        The dateline and the sentence before say too little.
        """
        found = self.reading.of_predicate(layers.EVENT_PLACE, predicate)
        country: str | None = found.value.country if found is not None and found.value.method in _SAID_THERE else None
        return country

    def sentence(self, index: int) -> Sequence[Token]:
        """The tokens of the sentence that a token stands in."""
        first, last = self.syntax.sentences[self.tokens[index].sentence]
        return self.tokens[first:last]

    def place_country(self, position: int) -> str | None:
        """The country of the place named at this position, where that is fairly sure."""
        found = self._place_at(position)
        country: str | None = found.value.country if found is not None and found.value.score >= 0.6 else None
        return country

    def _place_at(self, position: int) -> Annotation[Place] | None:
        return next((p for p in self.reading.layer(layers.PLACE) if p.span.start <= position < p.span.end), None)

    def _level(self, who: Who) -> int:
        # Whoever speaks for the Holy See does so as its ruler or his envoy.
        if who.kind == "state" or who.country in NON_STATE | {"VAT"}:
            return STATE
        sectors = set(who.sectors)
        if sectors & POLITICAL:
            if self._is_vague(who, sectors):
                return SOCIAL
            if sectors & ARMED or (who.office is not None and who.office.rank in HIGH):
                return STATE
            if "JUD" in sectors and who.country is not None:
                return SOCIAL if self._small_court(who) else STATE
            return SOCIAL if self.is_local(who) else STATE
        if sectors or who.country is not None or (who.form == "name" and who.kind in ("person", "organisation")):
            return SOCIAL
        return NOBODY

    def _is_vague(self, who: Who, sectors: set[str]) -> bool:
        """Officials of nobody knows what, one gunman, a juror: not rulers, unless a country is named beside them."""
        token = self.tokens[who.head]
        if sectors & POLITICAL == {"UAF"} and who.kind == "person":
            return True
        named = token.lemma in politics("vague") or (sectors & POLITICAL == {"JUD"} and who.kind != "organisation")
        if not named or self._words_around(who) & politics("national"):
            return False
        return who.country is None or (who.form == "nominal" and self._country_nearby(who.head) is None)

    def _small_court(self, who: Who) -> bool:
        if who.kind != "organisation" and who.form != "nominal" and not self._words_around(who) & politics("national"):
            return True
        words = set(who.span.of(self.text).lower().split()) | set((who.name or "").lower().split())
        return bool(words & (politics("local") - {"court", "judge"})) and not words & politics("national")

    def is_local(self, who: Who) -> bool:
        """Whether it is an office or body of a town, a county or a school."""
        words = self._words_around(who)
        words |= set((who.office.title if who.office else "").lower().split())
        words |= set((who.name or "").lower().split())
        return bool(words & politics("local")) and not words & politics("national")

    def _words_around(self, who: Who) -> set[str]:
        first, last = self.syntax.edges(who.head)
        return {t.lower for t in self.tokens[max(first, who.head - 6) : min(last, who.head + 5)]}

    def parties(self, index: int) -> list[Who]:
        """Everybody coordinated in the phrase with this head; a plural whose members are known gives its members."""
        if index not in self._parties:
            self._parties[index] = self._find_parties(index)
        return self._parties[index]

    def _find_parties(self, index: int) -> list[Who]:
        found: list[Who] = []
        told = self._told_after(index)
        told = self._who_say_so(index) if told is None else told
        if told is not None:
            return self.parties(told)
        if halves := self._halves(index):
            return halves
        for i in self.syntax.conjuncts(index):
            if self.tokens[i].pos not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "DET"):
                continue
            who = self.who(i)
            if who is None:
                who = self._partitive(i) or self._place(i) or self._of_person(i) or self._by_apposition(i)
                who = who or self._described_place(i)
            if who is not None:
                found += self._members(who)
            elif self.tokens[i].lemma in politics("parties"):
                found += self._by_modifiers(i)
            elif i == index and i in self.by_head:
                break  # "the attacks and members of the media": an event acts with nobody
        unique: dict[tuple[str | None, str | None, int], Who] = {}
        for who in self._without_titles(found):
            unique.setdefault((who.actor, who.country, 0 if who.actor else who.head), who)
        return list(unique.values())

    def _place(self, index: int) -> Who | None:
        """A place that is no actor but can be shelled, sanctioned or fed: a side of kind `place`."""
        token = self.tokens[index]
        country = self.place_country(token.start) if token.pos == "PROPN" else None
        if country is None:
            return None
        found = self._place_at(token.start)
        span = found.span if found is not None else token.span
        return Who(index, span, None, country, (), "place", level=SOCIAL, name=span.of(self.text))

    def _described_place(self, index: int) -> Who | None:
        """ "The Syrian town of Vey": a place of the country that the words around it give."""
        if self.tokens[index].lemma not in politics("lands") or (country := self._country_nearby(index)) is None:
            return None
        first, last = self.syntax.edges(index)
        last = last if last - first <= _LONGEST_PLACE else index + 1
        return Who(index, self.syntax.span(first, last), None, country, (), "place", form="nominal", level=SOCIAL)

    def _halves(self, index: int) -> list[Who]:
        """ "North and South Korea", "East and West German officials": the two of one name."""
        first = self.syntax.edges(index)[0]
        return [
            Who(index, span, None, code, ("GOV",), "state", level=STATE)
            for span, code in halves(self.tokens[first : index + 1])
        ]

    def _who_say_so(self, index: int) -> int | None:
        """ "Chad and Niger said they would": several who say it are whom "they" stands for."""
        token = self.tokens[index]
        if token.lower != "they" or token.dep != "nsubj" or self.tokens[token.head].dep != "ccomp":
            return None
        said = self.tokens[self.tokens[token.head].head]
        subject = self.syntax.child(said.index, "nsubj")
        several = subject is not None and subject < index and len(self.syntax.conjuncts(subject)) > 1
        return subject if several and said.lemma in politics("sayings") else None

    def _told_after(self, index: int) -> int | None:
        """ "At their talks, Chad and Niger signed": several subjects behind are whom "their" stands for."""
        if self.tokens[index].lower != "their":
            return None
        verb = next((i for i in self.syntax.ancestors(index) if self.tokens[i].pos in ("VERB", "AUX")), None)
        subject = self.syntax.child(verb, "nsubj") if verb is not None else None
        behind = subject is not None and subject > index and len(self.syntax.conjuncts(subject)) > 1
        return subject if behind else None

    def _without_titles(self, found: list[Who]) -> list[Who]:
        """ "Party chairman and former minister Tomas Vey" is one person."""
        named = {w.head for w in found if w.kind == "person" and w.form == "name"}
        return [w for w in found if not (self._is_title(w) and any(h > w.head for h in named))]

    def _is_title(self, who: Who) -> bool:
        token = self.tokens[who.head]
        if who.form != "nominal" or who.kind != "person" or who.plural or token.tag not in ("NN", "NNP"):
            return False
        return self.syntax.child(who.head, "det", "poss", "nummod", "appos", "relcl") is None

    def _by_apposition(self, index: int) -> Who | None:
        """ "The winner of the night: Tomas Vey": whoever the name behind a description names."""
        if self.tokens[index].tag != "NN" or index in self.by_head:
            return None
        name = self.syntax.child(index, "appos")
        name = name if name is not None else self._behind_colon(index)
        named = name is not None and name > index and self.tokens[name].entity == "PERSON"
        return self.who(name) if name is not None and named else None

    def _behind_colon(self, index: int) -> int | None:
        """The head of the name behind a colon, where the parser hangs it on the verb."""
        colon = self.syntax.edges(index)[1]
        _, last = self.syntax.sentences[self.tokens[index].sentence]
        if colon >= last or self.tokens[colon].text != ":":
            return None
        verb = self.tokens[index].head
        return next((i for i in self.syntax.children(verb) if colon < i and self.tokens[i].dep == "npadvmod"), None)

    def _of_person(self, index: int) -> Who | None:
        """ "The Vey campaign": whoever's it is, where the report knows one actor of that last name."""
        if self.tokens[index].lemma not in politics("of_persons"):
            return None
        for i in self.syntax.children(index):
            if (who := self._surname(i)) is not None:
                return replace(who, head=index, span=self.syntax.span(i, index + 1), form="nominal")
        return None

    def _surname(self, index: int) -> Who | None:
        """The person of the report whose last name stands before a noun: "the Vey demand"."""
        token = self.tokens[index]
        if token.dep not in ("compound", "nmod") or token.pos != "PROPN":
            return None
        actor = self._by_last_name().get(token.lower)
        return self.of_actor(actor, head=index) if actor else None

    def _by_last_name(self) -> dict[str, str | None]:
        """The persons of the report by last name; None where two share it."""
        if self._last_names is None:
            self._last_names = {}
            for actor in self.reading.actors:
                if actor.value.kind == "person" and actor.value.name[:1].isupper():
                    last = actor.value.name.lower().split()[-1]
                    self._last_names[last] = None if last in self._last_names else actor.id
        return self._last_names

    def _partitive(self, index: int) -> Who | None:
        """ "Dozens of settlers", "a group of monks": whoever stands after "of"."""
        if self.tokens[index].pos not in ("NOUN", "NUM", "DET", "PRON"):
            return None
        for i in self.syntax.children(index):
            if self.tokens[i].lower == "of" and self.tokens[index].lower in _PARTITIVES:
                inner = self.syntax.child(i, "pobj")
                return self.who(inner) if inner is not None else None
        return None

    def _members(self, who: Who) -> list[Who]:
        actor = self.reading.find(who.actor) if who.actor else None
        if actor is not None and isinstance(actor.value, Actor) and actor.value.members:
            members = [self.of_actor(m, head=who.head, form=who.form) for m in actor.value.members]
            known = [replace(m, span=who.span) for m in members if m is not None]
            if known:
                return known
        if who.country is None or who.plural:
            # Officials come from the states that they stand for; workers from several countries stand for none.
            countries = self._modifier_countries(who.head, also=("from",) if "GOV" in who.sectors else ())
            if len(countries) > 1:
                return [replace(who, country=c, actor=a, span=s, level=STATE) for c, a, s in countries]
        return [who]

    def _by_modifiers(self, index: int) -> list[Who]:
        """ "The Greek and Turkish sides": whoever the adjectives name."""
        return [
            Who(index, s, a, c, ("GOV",), "group", plural=True, form="nominal", level=STATE)
            for c, a, s in self._modifier_countries(index)
        ]

    def _modifier_countries(self, index: int, also: tuple[str, ...] = ()) -> list[tuple[str, str | None, Span]]:
        """ "Kenyan and Ugandan officials", "the leaders of Chad and Niger": one side each."""
        found: dict[str, tuple[str, str | None, Span]] = {}
        for i in self.syntax.children(index):
            token = self.tokens[i]
            first = i if token.dep in _MODIFIERS and i < index else None
            if token.lower in ("of", *also) and token.dep == "prep":
                first = self.syntax.child(i, "pobj")
            if first is None:
                continue
            for j in self.syntax.conjuncts(first):
                mention = self.reading.mention_at(self.tokens[j].start)
                if mention is not None and mention.value.country:
                    actor = self.reading.actor_of(mention.id)
                    key = mention.value.country
                    found.setdefault(key, (key, actor.id if actor else None, mention.span))
                elif (adjective := self._demonym(j)) is not None:
                    found.setdefault(adjective, (adjective, None, self.tokens[j].span))
        return list(found.values())

    def _demonym(self, index: int) -> str | None:
        """The country of an adjective such as "Kenyan"."""
        token = self.tokens[index]
        named = (p.value for p in self.reading.layer(layers.PLACE) if p.span == token.span)
        return next((place.country for place in named if place.role == "demonym"), None)

    def owners(self, index: int) -> list[Who]:
        """Whose the thing is: its possessor, the name before it, or whoever stands after of, by, from, or in."""
        found: list[Who] = []
        later: list[Who] = []
        for i in self.syntax.children(index):
            token = self.tokens[i]
            if token.dep in _MODIFIERS and i < index:
                if token.dep == "compound" and self.tokens[index].lemma in politics("topics"):
                    continue  # "the Iran deal" is about Iran and not of Iran's making
                named = self.parties(i) or [w for w in (self._surname(i),) if w is not None]
                found += [w for w in named if w.level]
            elif token.dep in ("prep", "agent"):
                inner = self.syntax.child(i, "pobj")
                if inner is None:
                    continue
                if token.lower in ("of", "by"):
                    found += [w for w in self.parties(inner) if w.level] or self._deeper(inner)
                elif token.lower == "between" and index not in self.by_head:
                    continue  # "the land between Chad and Niger" is neither's
                elif token.lower in ("from", "in", "between", "inside", "near"):
                    # Where a thing is, is nobody it belongs to; only force and aid reach a mere place.
                    at = token.lower in ("in", "inside", "near")
                    later += [replace(w, kind="place") if at else w for w in self.parties(inner) if w.level]
            elif token.dep == "acl" and token.tag == "VBN":
                agent = self.syntax.child(i, "agent")
                by = self.syntax.child(agent, "pobj") if agent is not None else None
                found += self.parties(by) if by is not None else []
        return found or self.makers(index) or later

    def makers(self, index: int) -> list[Who]:
        """ "The plan that Chad announced": whoever made the thing, told in a relative clause on it."""
        for i in self.syntax.children(index):
            token = self.tokens[i]
            if token.dep != "relcl" or token.lemma not in politics("makes"):
                continue
            maker = self.syntax.child(i, "nsubj")
            if maker is not None and self.tokens[maker].tag not in ("WDT", "WP", "WP$"):
                return [w for w in self.parties(maker) if w.level]
        return []

    def named_owners(self, index: int) -> list[Who]:
        """Whoever is named right before a noun: "EU monitors", "the Chilean ships"."""
        before = (i for i in self.syntax.children(index) if i < index and self.tokens[i].dep in _MODIFIERS)
        return [w for i in before for w in self.parties(i) if w.level]

    def _deeper(self, index: int) -> list[Who]:
        """ "The arrest of members of the party": the phrase inside the phrase."""
        found: list[Who] = []
        for i in self.syntax.children(index):
            if self.tokens[i].lower in ("of", "by", "from", "in") and self.tokens[i].dep == "prep":
                inner = self.syntax.child(i, "pobj")
                found += [w for w in self.parties(inner) if w.level] if inner is not None else []
            elif self.tokens[i].dep in _MODIFIERS and i < index:
                found += [w for w in self.parties(i) if w.level]
        return found or self.makers(index)


_PARTITIVES = frozenset(
    "group groups dozen dozens hundreds thousands number scores series couple pair handful majority some many several "
    "one two three most all each both any none part half rest lots plenty tens millions leaders members".split()
)
