"""What is written to somebody: a letter that asks is a request, one that names the price of a deed is a threat."""

from typing import TYPE_CHECKING

from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.senses import Sense

_CLAUSES = frozenset({"acl", "advcl", "relcl", "xcomp"})


def asks_in_letter(sense: "Sense") -> bool:
    """ "Sent the minister a letter asking for an inquiry"."""
    tokens = sense.slots.scene.tokens
    return any(tokens[i].lemma in politics("letter_asks") for i in _said_in(sense))


def warns_in_letter(sense: "Sense") -> bool:
    """ "Sent messages making clear that a refusal means the end of aid"; "a letter warning of sanctions"."""
    scene = sense.slots.scene
    for i in _said_in(sense):
        first, last = scene.syntax.edges(i)
        lemmas = {t.lemma for t in scene.tokens[first:last]}
        if scene.tokens[i].lemma == "make" and "clear" in lemmas and "mean" in lemmas:
            return True
        if scene.tokens[i].lemma == "warn" and lemmas & politics("threatened"):
            return True
    return False


def _said_in(sense: "Sense") -> list[int]:
    """The clauses that hang on the letter or on its sending."""
    scene = sense.slots.scene
    heads = [sense.slots.predicate.head, *sense.slots.heads("object")]
    heads += [h for slot in ("to", "object.to", "indirect") for h in sense.slots.heads(slot)]
    return [i for h in heads for i in scene.syntax.children(h) if scene.tokens[i].dep in _CLAUSES]
