"""Judgements on a sense: its sides, its words, the clause it takes; each is one condition of the lexicon."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.extract.claims.scene import ARMED, FORCES, HIGH, NON_STATE, SOCIAL, STATE, Who
from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.senses import Sense

PURPOSES = frozenset({"for", "on"})
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PRE", "REB", "PRM"})
CROWD = frozenset({"CVL", "LAB", "EDU", "OPP", "AGR", "REF", "REL", "JRN", "PTY", "MED", "SOC"})
CUT = frozenset(
    "aid assistance funding support trade relation relations tie ties link links export exports import imports supply "
    "supplies flight cooperation visa visas arms sale sales loan loans".split()
)
_GIVEN = frozenset("aid money food medicine supply weapon arm fund loan training fuel ammunition equipment".split())
_QUOTES = frozenset("\"“‘'") | {"``", "''"}
PEOPLE = frozenset({"person", "group"})


def sectors_of(group: Iterable[Who]) -> set[str]:
    return {s for w in group for s in w.sectors}


def official(who: Who) -> bool:
    """Whether somebody speaks or acts for a state, a body of states, or an armed group."""
    return who.kind == "state" or who.country in NON_STATE or bool(set(who.sectors) & OFFICIAL)


def power(who: Who) -> bool:
    """A state, a body of states, an armed group, or one of the highest offices: nobody of a province or a party."""
    high = who.office is not None and who.office.rank in HIGH and who.country is not None
    return who.kind == "state" or who.country in NON_STATE - {"NGO"} or bool(set(who.sectors) & ARMED) or high


def head_words(sense: "Sense", *slots: str) -> set[str]:
    tokens = sense.slots.scene.tokens
    return {w for slot in slots for i in sense.slots.heads(slot) for w in (tokens[i].lemma, tokens[i].lower)}


def phrase_words(sense: "Sense", *slots: str) -> set[str]:
    """All words of the phrases in these slots."""
    syntax = sense.slots.scene.syntax
    found: set[str] = set()
    for slot in slots:
        for i in sense.slots.heads(slot):
            first, last = syntax.edges(i)
            for t in syntax.tokens[max(first, i - 6) : min(last, i + 8)]:
                found |= {t.lemma, t.lower}
    noun = sense.slots.predicate.noun
    if noun is not None and "object" in slots:
        first, last = syntax.edges(noun)
        for t in syntax.tokens[max(first, noun - 4) : min(last, noun + 6)]:
            found |= {t.lemma, t.lower}
    return found


def sentence_words(sense: "Sense") -> frozenset[str]:
    """All lemmas and lower-case words of the sentence."""
    return sense.slots.scene.words_of_sentence(sense.slots.predicate.head)


def armed(group: Iterable[Who]) -> bool:
    """Whether a state, its government, or an armed group is among them."""
    return any(
        set(w.sectors) & ARMED or w.kind == "state" or (w.kind == "organisation" and "GOV" in w.sectors and w.country)
        for w in group
    )


def forces(group: Iterable[Who]) -> bool:
    return any(set(w.sectors) & FORCES for w in group)


def unpolitical(sense: "Sense") -> bool:
    words = sentence_words(sense)
    return bool(words & politics("unpolitical")) or len(words & politics("unpolitical_weak")) > 1


def people(group: Iterable[Who]) -> list[Who]:
    return [w for w in group if w.kind in PEOPLE or w.level == STATE]


def target(sense: "Sense") -> bool:
    return any(w.level for w in sense.recipients)


def light(sense: "Sense") -> bool:
    return sense.slots.predicate.light is not None


def for_somebody(sense: "Sense") -> bool:
    """Nobody else is supported: "voiced support for the plan in a talk with X" is no support of X."""
    heads = sense.slots.heads("for") + sense.slots.heads("object")
    return (
        not heads
        or any(w.level for slot in ("for", "object", "object.for") for w in sense.slots.fill(slot))
        or any(w.level for w in sense.slots.fill("for.of"))
    )


def private_target(sense: "Sense") -> bool:
    """Neighbours against a builder: whoever they protest against is nobody political."""
    return bool(sense.recipients) and all(
        w.level < STATE and not w.sectors and w.kind != "place" for w in sense.recipients
    )


def political_recipient(sense: "Sense") -> bool:
    """Somebody political is supported: a policy or a school is not somebody."""
    known = politics("crowds") | politics("dissidents")
    return any(
        w.level == STATE
        or (w.form != "nominal" and w.kind in PEOPLE and not (w.form == "pronoun" and set(w.sectors) == {"CVL"}))
        or set(w.sectors) & {"JRN", "REF", "OPP"}
        or sense.slots.scene.tokens[w.head].lemma in known
        for w in sense.recipients
    )


def own_actor(sense: "Sense") -> bool:
    return any(w.level == STATE for w in sense.actors)


def weighty_actor(sense: "Sense") -> bool:
    """Somebody who counts in politics: rulers, or a body or group; not an analyst or a lawyer."""
    return any(
        w.level == STATE or w.kind in ("organisation", "state") or (w.kind == "group" and w.sectors)
        for w in sense.actors
    )


def at_gunman(sense: "Sense") -> bool:
    """Words at a single gunman or killer: a matter of crime."""
    said = sense.type in ("ACCUSE", "SUPPORT", "REQUEST", "CONSULT")
    return (
        said
        and bool(sense.recipients)
        and all(w.kind == "person" and set(w.sectors) == {"UAF"} for w in sense.recipients)
    )


def town_affair(sense: "Sense") -> bool:
    """A matter of a town or a county, with no state, army or ruler on either side."""
    if not sentence_words(sense) & politics("town"):
        return False
    sides = (*sense.actors, *sense.recipients)
    countries = {w.country for w in sides} - {None}
    high = any(w.kind == "state" or set(w.sectors) & ARMED or w.country in NON_STATE for w in sides)
    return not high and len(countries) < 2


def light_or_actor(sense: "Sense") -> bool:
    return light(sense) or own_actor(sense)


def between(sense: "Sense") -> bool:
    return bool(sense.slots.heads("between"))


def light_or_sides(sense: "Sense") -> bool:
    people = len([w for w in (*sense.actors, *sense.recipients) if w.level])
    return light(sense) or people > 1 or between(sense)


def two_sides(sense: "Sense") -> bool:
    sides = (*sense.actors, *sense.recipients)
    return len(sides) > 1 or any(w.plural and w.level == STATE and w.form != "pronoun" for w in sides)


def crowd_actor(sense: "Sense") -> bool:
    sectors = sectors_of(sense.actors)
    if head_words(sense, "object") & {"rally", "march"} and not sectors & CROWD:
        return False
    if sense.slots.predicate.lemma == "demonstrate" and sense.slots.heads("object"):
        return False  # to demonstrate something is to show it
    if sense.slots.predicate.lemma == "demonstrate" and _shown(sense):
        return False
    crowd = bool(sectors & CROWD) or bool(head_words(sense, "subject") & politics("crowds"))
    return (
        crowd
        and not unpolitical(sense)
        and not private_target(sense)
        and not all(w.kind == "person" and not w.plural for w in sense.actors)
    )


def _shown(sense: "Sense") -> bool:
    """ "The calm the students have demonstrated": a clause without "who" is about what they showed."""
    scene, head = sense.slots.scene, sense.slots.predicate.head
    if scene.tokens[head].dep != "relcl":
        return False
    first, _ = scene.syntax.edges(head)
    return not any(t.lower in ("who", "that", "which") for t in scene.tokens[first:head])


def person_object(sense: "Sense") -> bool:
    return any(w.kind in PEOPLE for w in sense.slots.fill("object"))


def captive_object(sense: "Sense") -> bool:
    """Somebody set free: held, or a person named; not a list, a film, or delegates of a convention."""
    slots = sense.slots
    heads = [slots.scene.tokens[i] for i in slots.heads("object")]
    if not any(w.kind == "person" or w.plural for w in slots.fill("object") if w.form != "pronoun" and w.level):
        return bool(slots.scene.words_of_sentence(slots.predicate.head) & politics("captives"))
    if any(t.lemma in politics("no_captives") or t.tag == "PRP" for t in heads) and not any(
        t.lemma in politics("captives") for t in heads
    ):
        return bool(slots.scene.words_of_sentence(slots.predicate.head) & politics("captives"))
    return True


def country_of_slot(sense: "Sense", *slots: str) -> bool:
    visit = sense.entry.mode == "visit" and "purpose" not in sense.entry.require
    kinds = ("state", "place") if visit else ("state",)
    return any(w.kind in kinds and w.country for slot in slots for w in sense.slots.fill(slot))


def foreign_court(sense: "Sense") -> bool:
    """A court of one country against somebody of another."""
    court = "JUD" in sectors_of(sense.actors) or bool(head_words(sense, "subject") & {"court", "judge", "tribunal"})
    mine = {w.country for w in sense.actors} - {None}
    theirs = {w.country for w in sense.recipients} - {None}
    return court and bool(mine and theirs) and not mine & theirs


def needy(sense: "Sense") -> bool:
    """Somebody helped by a power: a state or a group, or a person who is told with what."""
    given = phrase_words(sense, "with") & _GIVEN
    return bool(given) or any(w.kind != "person" and w.form != "pronoun" for w in sense.recipients)


def clause_has(sense: "Sense", words: frozenset[str]) -> bool:
    tokens, syntax = sense.slots.scene.tokens, sense.slots.scene.syntax
    for head in sense.slots.clause_heads():
        near = [head, *syntax.children(head)]
        if any(tokens[i].lemma in words or tokens[i].lower in words for i in near):
            return True
    return False


def asked_in_clause(sense: "Sense") -> bool:
    """ "Insisted it was too soon" asks nothing; "insisted that it go" and "that it should go" do."""
    if sense.slots.predicate.lemma not in ("insist", "suggest"):
        return True
    tokens, syntax = sense.slots.scene.tokens, sense.slots.scene.syntax
    heads = sense.slots.clause_heads()
    wanted = (
        i
        for h in heads
        for i in (h, *syntax.children(h))
        if tokens[i].tag == "MD" or (tokens[i].tag == "VB" and syntax.child(i, "aux") is None)
    )
    return not heads or any(True for _ in wanted)


def must_clause(sense: "Sense") -> bool:
    tokens, syntax = sense.slots.scene.tokens, sense.slots.scene.syntax
    for head in sense.slots.clause_heads():
        subject = syntax.child(head, "nsubj", "nsubjpass")
        if any(
            tokens[i].dep == "aux" and tokens[i].lower in politics("must") and (subject is None or i > subject)
            for i in syntax.children(head)  # "should she win" is a condition
        ):
            if any(tokens[i].dep == "neg" and tokens[head].lemma == "be" for i in syntax.children(head)):
                return False
            # "Told the committee that chances must be seized": nobody is to do it.
            return sense.entry.name != "request.must" or subject is None or bool(sense.slots.scene.parties(subject))
        yet = any(tokens[i].lower in ("yet", "still") for i in syntax.children(head))
        if tokens[head].lemma in ("need", "have") and syntax.child(head, "xcomp") is not None and not yet:
            return tokens[head].tag in ("VBZ", "VBP")
    return False


def infinitive(sense: "Sense") -> bool:
    tokens, syntax = sense.slots.scene.tokens, sense.slots.scene.syntax
    return any(
        tokens[h].tag == "VB" and any(tokens[i].lower == "to" and tokens[i].dep == "aux" for i in syntax.children(h))
        for h in sense.slots.clause_heads()
    )


def complement(sense: "Sense") -> bool:
    return (
        bool(sense.slots.clause_heads())
        or any(sense.slots.heads(p) for p in ("for", "into", "against", "over"))
        or event_object(sense)
        or _appeals_to_do(sense)
    )


def _appeals_to_do(sense: "Sense") -> bool:
    """ "Appealed to Chad to spare them": the parser takes what is asked for a purpose."""
    addressed = sense.slots.via is not None or bool(sense.slots.heads("to"))
    return sense.slots.predicate.lemma in ("appeal", "plead", "call") and addressed and asked_to_do(sense)


def asked_to_do(sense: "Sense") -> bool:
    """ "Called on Chad to use its influence": an infinitive hangs on the verb, as what is asked for."""
    scene, head = sense.slots.scene, sense.slots.predicate.head
    below = (scene.tokens[i] for i in scene.syntax.children(head))
    return any(t.tag == "VB" and t.dep in ("advcl", "xcomp") for t in below)


def event_object(sense: "Sense") -> bool:
    return any(i in sense.slots.scene.by_head for i in sense.slots.heads("object"))


def that_or_from(sense: "Sense") -> bool:
    """ "Demanded that he leave", "insisted that he should": not "insisted that he had left"."""
    tokens, syntax = sense.slots.scene.tokens, sense.slots.scene.syntax
    for head in sense.slots.clause_heads():
        helpers = [tokens[i] for i in syntax.children(head) if tokens[i].dep == "aux"]
        modal = any(t.lower in politics("must") for t in helpers)
        # "Suggested that he does not know" wishes nothing.
        wished = tokens[head].tag == "VB" and not any(t.tag == "MD" or t.lemma == "do" for t in helpers)
        if sense.slots.predicate.lemma == "insist":
            wished = wished and syntax.child(head, "nsubj", "nsubjpass") is not None
        if wished or modal or sense.slots.predicate.lemma == "demand":
            return True
    return sense.slots.predicate.lemma in ("demand", "require") and any(
        w.level for p in ("from", "of") for w in sense.slots.fill(p)
    )


def future(sense: "Sense") -> bool:
    predicate = sense.slots.predicate
    if predicate.tense == "future" or predicate.modal in ("would", "shall"):
        return True
    above = sense.slots.scene.by_id.get(predicate.governor or "")
    return above is not None and above.value.lemma in ("vow", "pledge", "promise", "swear", "threaten")


def spoken_own(sense: "Sense") -> bool:
    """Said of one's own side: the speaker and the doer are of one country."""
    speaker = {w.country for w in sense.slots.speaker()} - {None}
    return bool(speaker & {w.country for w in sense.actors})


def spoken(sense: "Sense") -> bool:
    """Said by somebody political of somebody else."""
    speaker = [w for w in sense.slots.speaker() if w.level == STATE]
    countries = {w.country for w in speaker} - {None}
    return bool(speaker) and bool(countries) and not countries & {w.country for w in sense.recipients}


def negated_object(sense: "Sense") -> bool:
    scene = sense.slots.scene
    return sense.slots.predicate.negated or any(
        scene.tokens[j].lower in ("no", "zero", "little")
        for i in sense.slots.heads("object")
        for j in scene.syntax.children(i)
    )


def office_actor(sense: "Sense") -> bool:
    return any(w.office is not None and w.level == STATE for w in sense.actors) or any(
        w.kind == "organisation" and "GOV" in w.sectors and w.level == STATE for w in sense.actors
    )


def political_person(group: Iterable[Who], sense: "Sense") -> bool:
    if foreign_court(sense):
        return True
    found = [w for w in group if w.level == STATE or set(w.sectors) & {"JRN", "OPP", "REB", "PTY", "ELI", "LEG"}]
    return bool(found) and not all(sense.slots.scene.is_local(w) for w in found) and not unpolitical(sense)


def own_object(sense: "Sense") -> bool:
    """The arms are the doer's own: no other owner is named."""
    owners = [w for i in sense.slots.heads("object") for w in sense.slots.scene.owners(i)]
    mine = {w.actor for w in sense.actors} | {w.country for w in sense.actors}
    return all(w.actor in mine or w.country in mine for w in owners)


def emergency_object(sense: "Sense") -> bool:
    words = phrase_words(sense, "object")
    return "emergency" in words or "martial" in words or "emergency" in sense.slots.predicate.lemma


def purpose(sense: "Sense") -> bool:
    predicate = sense.slots.predicate
    tokens = sense.slots.scene.tokens
    if any(
        a.preposition in PURPOSES and tokens[a.head].lemma in politics("human_purpose") for a in predicate.arguments
    ):
        return True
    to_meet = any(
        tokens[i].dep in ("advcl", "xcomp")
        and tokens[i].lemma in ("meet", "discuss", "hold", "attend", "confer", "mediate", "talk", "negotiate")
        for i in sense.slots.scene.syntax.children(predicate.head)
    )
    return to_meet or predicate.lemma in ("travel", "fly", "arrive", "fly in")


def says_oprd(sense: "Sense") -> bool:
    scene = sense.slots.scene
    head = sense.slots.predicate.head
    near = [
        *scene.syntax.children(head),
        *(c for h in sense.slots.clause_heads() for c in (h, *scene.syntax.children(h))),
    ]
    return any(scene.tokens[i].lower in ("responsible", "accountable", "guilty", "liable", "culpable") for i in near)


def no_object(sense: "Sense") -> bool:
    return not sense.slots.heads("object")


def level_in(sense: "Sense", *slots: str, level: int = SOCIAL) -> bool:
    return any(w.level >= level for slot in slots for w in sense.slots.fill(slot))


def bad_label(sense: "Sense") -> bool:
    scene = sense.slots.scene
    called = sense.slots.predicate.lemma == "call" and any(map(sense.slots.heads, ("on", "upon", "for")))
    if sense.slots.via is not None or called:
        return False  # "called on Chad to admit it was illegal" gives no label
    heads = [
        *sense.slots.clause_heads(),
        *sense.slots.heads("as"),
        *sense.slots.heads("second"),
        *sense.slots.heads("to"),
    ]
    below = scene.syntax.children(sense.slots.predicate.head)
    heads += [i for i in below if scene.tokens[i].dep in ("oprd", "attr", "acomp", "dobj")]
    near = {j for h in heads for j in (h, *scene.syntax.children(h))}
    return any(scene.tokens[i].lemma in politics("bad_labels") for i in near)


def no_label(sense: "Sense") -> bool:
    """ "Called the president" is a call; "called the president a liar", "called him to order", "called on" are not."""
    scene, predicate = sense.slots.scene, sense.slots.predicate
    after = [t for h in sense.slots.heads("object") for t in scene.tokens[scene.syntax.edges(h)[1] :][:2]]
    if (after and after[0].pos == "PUNCT" and after[0].text in _QUOTES) or any(t.lower == "order" for t in after):
        return False
    label = scene.syntax.child(predicate.head, "oprd")
    if label is not None and label not in sense.slots.heads("object"):
        return False
    asks = [a for a in predicate.arguments if not scene.tokens[a.head].entity.startswith(("DATE", "TIME"))]
    if any(a.role in ("clause", "second") or a.preposition in ("for", "on", "upon") for a in asks):
        return not any(scene.tokens[h].tag not in ("VB",) for h in sense.slots.clause_heads()) and bool(
            sense.slots.clause_heads()
        )
    return len(sense.slots.heads("object")) == 1


def _shares_opinion(sense: "Sense") -> bool:
    """ "The party agrees on little": a lasting state of one side, where no headline speaks in the present tense."""
    scene, predicate = sense.slots.scene, sense.slots.predicate
    if predicate.tense != "present" or predicate.aspect is not None or predicate.modal is not None:
        return False
    headline = scene.tokens[predicate.head].sentence == 0
    return not headline and len({w.country for w in sense.actors if w.country}) < 2


def agrees_to(sense: "Sense") -> bool:
    """To agree that something is so is an opinion; to agree to do, on a text, or with each other to act is an act."""
    tokens = sense.slots.scene.tokens
    if not sense.slots.clause_heads() and _shares_opinion(sense):
        return False
    if sense.slots.clause_heads():
        return (
            must_clause(sense) or infinitive(sense) or any(tokens[h].dep == "pcomp" for h in sense.slots.clause_heads())
        )
    return bool(sense.slots.heads("to") or sense.slots.heads("on") or sense.slots.heads("upon"))


def agrees_as_state(sense: "Sense") -> bool:
    """That something should be is an opinion of politicians, and an agreement of states."""
    if infinitive(sense) or not must_clause(sense):
        return True
    return any(w.kind == "state" or w.country in NON_STATE or set(w.sectors) & {"GOV", "REB"} for w in sense.actors)


def asks_power(sense: "Sense") -> bool:
    """Told, advised or ordered by one's own superior or friend is no request of politics."""
    if sense.slots.predicate.lemma not in politics("tells"):
        return True
    mine = {w.country for w in sense.actors} - {None}
    theirs = {w.country for w in sense.recipients} - {None}
    if not mine & theirs and (theirs or any(w.level == STATE for w in sense.recipients)):
        return True
    bodies = any(w.kind in ("state", "organisation", "group") for w in sense.recipients)
    return bodies and not any(set(w.sectors) & FORCES for w in sense.recipients)


def others_deed(sense: "Sense") -> bool:
    """To propose to do something oneself asks nobody."""
    if sense.slots.predicate.lemma not in ("propose", "suggest", "recommend"):
        return True
    syntax = sense.slots.scene.syntax
    return any(syntax.child(h, "nsubj", "nsubjpass") is not None for h in sense.slots.clause_heads())


def non_grata(sense: "Sense") -> bool:
    return "grata" in sentence_words(sense)
