"""Deeds told inside what is only supposed, awaited or offered a reward for: they have not been done."""

from dateline.extract.claims.drafts import Draft
from dateline.extract.claims.scene import Scene
from dateline.model.predicate import Predicate
from dateline.model.syntax import Token

_SAID = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
_REAL = frozenset({"happened", "ongoing", "planned", "denied"})
_UP = frozenset({"xcomp", "ccomp"})
_IF = frozenset({"if", "unless"})
_AHEAD = frozenset({"until", "till", "unless"})
_UNTIL = frozenset({"until", "till"})
_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass"})
_ASKS = frozenset({"call", "call on", "urge", "ask", "press", "implore", "exhort", "tell", "order", "beg"})
_INVERTED = frozenset({"should", "were", "had"})
_SUPPOSE = frozenset({"say", "suppose", "imagine", "assume"})
_CLUES = frozenset({"information", "tip", "clue"})
_ANSWERS = frozenset({"respond", "react", "retaliate", "reply"})
_TALKS_OF = frozenset({"discuss", "negotiate", "explore", "debate"})
_ANY = frozenset({"a", "an", "any"})
_UNSURE = frozenset({"could", "would", "may", "might"})
_MEANS = frozenset({"way", "mean", "method", "option", "tool"})


def real(draft: Draft, scene: Scene) -> Draft | None:
    """The draft, hypothetical where the words around the deed only suppose it; None where nothing is left of it."""
    if draft.status not in _REAL:
        return draft
    value = draft.predicate.value
    if _is_means(value, scene) or _asked_too(value, scene):
        return None
    if draft.status == "planned" and _only_if(draft, scene):
        draft.status = "hypothetical"
    elif _supposed(value, scene) or _never_was(value, scene) or (value.form == "noun" and _of_any(value, draft, scene)):
        if draft.type in _SAID:
            return None  # what nobody has said yet
        draft.status = "hypothetical"
    return draft


def inverted(token: Token, scene: Scene) -> bool:
    """ "Should Chad fail", "were Chad to leave": a condition told by its helping verb before the doer."""
    tokens, below = scene.tokens, scene.syntax.children(token.index)
    subject = scene.syntax.child(token.index, "nsubj", "nsubjpass")
    first, last = scene.syntax.sentences[token.sentence]
    if subject is None or tokens[last - 1].text == "?":
        return False
    clause, _ = scene.syntax.edges(subject)
    helpers = [i for i in (*below, token.index) if i == clause - 1 and tokens[i].lower in _INVERTED]
    return bool(helpers) and (helpers[0] == first or tokens[helpers[0] - 1].pos in ("PUNCT", "CCONJ"))


def _supposed(value: Predicate, scene: Scene) -> bool:
    """Whether the clause of a verb, or one that it is the content of, is a condition or lies ahead."""
    if value.form != "verb":
        return False
    tokens, index = scene.tokens, value.head
    if value.conditional and value.negated:
        return True  # "if it does not back down"
    for _ in range(4):
        token = tokens[index]
        marks = {tokens[i].lower for i in scene.syntax.children(index) if tokens[i].dep in ("mark", "advmod")}
        if _awaited(token, marks, scene) or (index != value.head and marks & _IF) or _imagined(token, scene):
            return True
        if inverted(token, scene):
            return True
        if token.dep not in _UP or (token.tag == "VBD" and token.lower != "were"):
            return False
        index = token.head
    return False


def _awaited(token: Token, marks: set[str], scene: Scene) -> bool:
    """ "Until Chad disarms": what is awaited now has not been done."""
    if token.dep != "advcl" or not marks & _AHEAD:
        return False
    told = _finite(token, scene)
    if told.tag == "VBD" and marks & _UNTIL:
        # "Would keep the money until Chad agreed": past in form only, as what waits for it is no past.
        above = scene.tokens[token.head]
        while above.tag in ("VBG", "VB") and _finite(above, scene) == above and above.head != above.index:
            above = scene.tokens[above.head]  # "the plan includes keeping it until Chad agreed"
        return above.pos in ("VERB", "AUX") and (_finite(above, scene).tag in ("VBZ", "VBP") or _would(above, scene))
    return told.tag in ("VBZ", "VBP")


def _finite(token: Token, scene: Scene) -> Token:
    helpers = [scene.tokens[i] for i in scene.syntax.children(token.index) if scene.tokens[i].dep in ("aux", "auxpass")]
    return helpers[0] if helpers else token


def _would(token: Token, scene: Scene) -> bool:
    return _finite(token, scene).lower in _UNSURE


def _never_was(value: Predicate, scene: Scene) -> bool:
    """ "Chad would have sent a plane and bombed Niger": the second deed is as unreal as the first."""
    token = scene.tokens[value.head]
    if value.form != "verb" or token.dep != "conj" or token.tag not in ("VBD", "VBN"):
        return False
    below = {scene.tokens[i].dep for i in scene.syntax.children(token.index)}
    first = scene.tokens[token.head]
    helpers = [scene.tokens[i].lower for i in scene.syntax.children(first.index) if scene.tokens[i].dep == "aux"]
    return not below & _OWN and helpers[:1] != [] and helpers[0] in _UNSURE and "have" in helpers


def _asked_too(value: Predicate, scene: Scene) -> bool:
    """ "Called on Chad to pull back while lifting its ban": what else is asked of it, or done meanwhile by another."""
    token = scene.tokens[value.head]
    marks = {scene.tokens[i].lower for i in scene.syntax.children(token.index) if scene.tokens[i].dep == "mark"}
    while token.dep == "conj" and scene.tokens[token.head].tag == "VB":
        token = scene.tokens[token.head]
    infinitive = scene.tokens[token.head]
    if value.form != "verb" or token.tag != "VBG" or token.dep != "advcl" or "while" not in marks:
        return False
    asking = scene.by_head.get(infinitive.head)
    return infinitive.tag == "VB" and infinitive.dep in _UP and asking is not None and asking.value.lemma in _ASKS


def _imagined(token: Token, scene: Scene) -> bool:
    """ "Say Chad left", "suppose that it did": under a bare verb that opens the sentence."""
    first, _ = scene.syntax.sentences[token.sentence]
    opening, following = scene.tokens[first], scene.tokens[min(first + 1, len(scene.tokens) - 1)]
    bare = opening.lower in _SUPPOSE and opening.dep in ("ROOT", "intj") and following.pos != "PUNCT"
    return bare and opening.head in (token.head, token.index) and token.dep in ("ROOT", "ccomp") and token != opening


def _only_if(draft: Draft, scene: Scene) -> bool:
    """ "Will leave only if Mali leaves too"."""
    tokens, syntax = scene.tokens, scene.syntax
    heads = {draft.predicate.value.head, *syntax.inside(draft.trigger)}
    clauses = [i for h in heads for i in syntax.children(h) if tokens[i].dep == "advcl"]
    marks = [j for i in clauses for j in syntax.children(i) if tokens[j].dep == "mark" and tokens[j].lower == "if"]
    return any(j and tokens[j - 1].lower == "only" for j in marks)


def _is_means(value: Predicate, scene: Scene) -> bool:
    """ "There are ways to get it: by asking Chad": nobody has been asked."""
    tokens, token = scene.tokens, scene.tokens[value.head]
    while token.dep in ("pcomp", "prep", "conj") and token.head != token.index:
        if token.dep == "prep" and token.lower != "by":
            return False
        token = tokens[token.head]
    if value.form != "verb" or tokens[value.head].dep != "pcomp" or tokens[tokens[value.head].head].lower != "by":
        return False
    thing = scene.syntax.child(token.index, "dobj", "attr")
    return thing is not None and tokens[thing].lemma in _MEANS


def _of_any(value: Predicate, draft: Draft, scene: Scene) -> bool:
    """An event noun that may be any such event: "will respond to an attack", "information leading to his arrest"."""
    tokens = scene.tokens
    above = scene.by_id.get(value.governor or "")
    if above is None or above.value.form != "verb":
        return False
    verb, role = above.value, value.governor_role
    if verb.lemma == "lead" and role == "oblique":
        return _of_clue(verb, scene)
    below = {tokens[i].lower for i in scene.syntax.children(value.head) if tokens[i].dep in ("det", "poss")}
    if verb.lemma in _ANSWERS and role == "oblique":
        return bool(below & _ANY) and (verb.tense == "future" or verb.modal is not None)
    if role == "subject" and verb.modal in _UNSURE:
        return not below - _ANY and draft.status == "happened"
    infinitive = tokens[verb.head].tag == "VB" and verb.modal is None
    return role == "object" and verb.lemma in _TALKS_OF and infinitive and bool(below & _ANY)


def _of_clue(verb: Predicate, scene: Scene) -> bool:
    heads = [scene.tokens[a.head].lemma for a in verb.arguments if a.role == "subject"]
    return verb.tense != "past" and bool(_CLUES & set(heads))
