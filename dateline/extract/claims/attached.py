"""Whose deed a verb tells where the parser hung it on a neighbour: beside lists, speakers, and one of several."""

from dataclasses import replace

from dateline.extract.claims.scene import FORCES, Scene, Who
from dateline.lang.politics import politics
from dateline.model.predicate import Argument, Predicate

_TIMES = frozenset({"before", "after", "while"})
_COMPANY = frozenset({"along", "alongside", "together"})
_FIGHTS = frozenset({"fight", "battle", "combat"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OF_NOUN = frozenset({"acl", "relcl"})


def true_head(scene: Scene, predicate: Predicate, argument: Argument) -> int:
    """The token whose parties stand in this argument: its head, unless the parser took a neighbour for it."""
    if predicate.form != "verb":
        return argument.head
    found = _whole_list(scene, predicate, argument.head)
    if argument.role == "subject" and found is None:
        found = _one_of(scene, predicate, argument.head)
        found = _with_whom(scene, predicate, argument.head) if found is None else found
    if argument.role == "subject" and found is None:
        found = _fighters(scene, predicate)
    if argument.role in ("subject", "object") and found is None:
        found = _not_the_speaker(scene, predicate, argument.head)
    return argument.head if found is None else found


def in_company(scene: Scene, head: int, verb: int) -> list[int]:
    """ "The king, along with the ministers, urged": who else does what the subject with this head does."""
    tokens, syntax = scene.tokens, scene.syntax
    last = syntax.edges(head)[1]
    if tokens[head].dep not in _SUBJECTS or tokens[head].head <= head or verb < head:
        return []
    found: list[int] = []
    for i in (*syntax.children(head), *syntax.children(tokens[head].head)):
        behind = head < i < tokens[head].head and tokens[i].dep == "prep" and i <= last + 1
        words = {tokens[i].lower, *(tokens[j].lower for j in syntax.children(i) if j < i)}
        if not behind or not words & _COMPANY:
            continue
        inner = syntax.child(i, "prep") if tokens[i].lower == "along" else i
        who = syntax.child(inner, "pobj") if inner is not None else None
        found += [who] if who is not None else []
    return found


def alone(scene: Scene, head: int, parties: list[Who]) -> list[Who]:
    """Those of a list of which the sentence means only one: "one of his ministers", and not the ministers."""
    mention = scene.reading.mention_at(scene.tokens[head].start)
    if scene.tokens[head].lower != "one" or mention is None:
        return parties
    return [replace(w, head=head, span=mention.span, actor=None, plural=False) for w in parties[:1]]


def _whole_list(scene: Scene, predicate: Predicate, head: int) -> int | None:
    """ "Orlov and other Chadians held by Mali": he is one of those who are held."""
    tokens, syntax = scene.tokens, scene.syntax
    verb = tokens[predicate.head]
    if verb.dep not in _OF_NOUN or verb.head != head or tokens[head].dep != "conj":
        return None
    if "other" not in {tokens[i].lower for i in syntax.children(head) if i < head}:
        return None
    first = head
    while tokens[first].dep == "conj" and tokens[first].head < first:
        first = tokens[first].head
    return first if tokens[first].pos == "PROPN" else None


def _one_of(scene: Scene, predicate: Predicate, head: int) -> int | None:
    """ "One of his ministers who backs Chad": the verb is singular, so it is that one alone."""
    tokens = scene.tokens
    verb, noun = tokens[predicate.head], tokens[head]
    helpers = [tokens[i] for i in scene.syntax.children(verb.index) if tokens[i].dep in ("aux", "auxpass")]
    if verb.dep != "relcl" or verb.head != head or (helpers[0] if helpers else verb).tag != "VBZ":
        return None
    if noun.dep != "pobj" or noun.tag not in ("NNS", "NNPS") or tokens[noun.head].lower != "of":
        return None
    one = tokens[noun.head].head
    return one if tokens[one].lower == "one" else None


def _with_whom(scene: Scene, predicate: Predicate, head: int) -> int | None:
    """ "Chad closed its border, with its minister, accusing Mali of": the minister accuses."""
    tokens, syntax = scene.tokens, scene.syntax
    verb = tokens[predicate.head]
    if verb.dep != "advcl" or verb.tag != "VBG" or tokens[head].head != verb.head:
        return None
    before = syntax.edges(verb.index)[0] - 1
    for i in syntax.children(verb.head):
        if tokens[i].lower != "with" or tokens[i].dep != "prep" or not verb.head < i < verb.index:
            continue
        who, end = syntax.child(i, "pobj"), syntax.edges(i)[1]
        comma = end == before and tokens[before].text == "," and tokens[i - 1].text == ","
        if who is not None and comma and scene.who(who) is not None:
            return who
    return None


def _fighters(scene: Scene, predicate: Predicate) -> int | None:
    """ "Chad arms the rebels fighting Mali": the rebels fight, where no comma parts them from the participle."""
    tokens = scene.tokens
    verb = tokens[predicate.head]
    if verb.tag != "VBG" or verb.dep not in ("advcl", "xcomp") or predicate.lemma not in _FIGHTS or not verb.index:
        return None
    before = tokens[verb.index - 1]
    armed = before.dep in ("dobj", "pobj") and before.tag in ("NNS", "NNPS", "NNP", "NN") and verb.head < before.index
    who = scene.who(before.index) if armed else None
    return before.index if who is not None and set(who.sectors) & FORCES | set(who.sectors) & {"REB"} else None


def _not_the_speaker(scene: Scene, predicate: Predicate, head: int) -> int | None:
    """ "The driver fled, officials said, before being shot": whoever says so stands between commas."""
    tokens, syntax = scene.tokens, scene.syntax
    verb = tokens[predicate.head]
    preposition = tokens[verb.head]
    said = tokens[preposition.head]
    if verb.dep != "pcomp" or preposition.lower not in _TIMES or said.lemma not in politics("sayings"):
        return None
    first = syntax.edges(head)[0]
    beside = tokens[head].head == said.index and tokens[head].dep == "nsubj" and head < said.index < preposition.index
    if not beside or not first or tokens[first - 1].text != "," or tokens[said.index + 1].text != ",":
        return None
    start, _ = syntax.sentences[verb.sentence]
    return next((i for i in range(first - 1, start - 1, -1) if tokens[i].dep in _SUBJECTS), None)
