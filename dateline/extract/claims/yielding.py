"""Giving way: whether a ruler or a state yields something to somebody who wanted it."""

from typing import TYPE_CHECKING

from dateline.extract.claims.judgements import head_words, phrase_words
from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.senses import Sense


def lets_others(sense: "Sense") -> bool:
    """ "Allowed the opposition to march"; not "an embargo, allowing Chad to stop ships", nor what a thing allows."""
    scene, predicate = sense.slots.scene, sense.slots.predicate
    if scene.tokens[predicate.head].tag == "VBG" and scene.tokens[predicate.head].dep in ("advcl", "acl"):
        return False
    if scene.tokens[predicate.head].dep == "relcl" and not _who_clause(sense):
        return False  # "the test, which allows Chad to build rockets"
    heads = sense.slots.heads("subject")
    return not heads or any(w.head in heads for w in sense.actors)


def gives_in(sense: "Sense") -> bool:
    """ "Yielded to the miners": whoever yields his seat or his authority has given in to nobody."""
    token = sense.slots.scene.tokens[sense.slots.predicate.head]
    beside = token.tag == "VBG" and token.dep == "advcl"  # "bowing to criticism, they left": told by what they did
    return not beside and (sense.slots.predicate.lemma != "yield" or not sense.slots.heads("object"))


def _who_clause(sense: "Sense") -> bool:
    scene, head = sense.slots.scene, sense.slots.predicate.head
    subject = scene.syntax.child(head, "nsubj")
    return subject is not None and scene.tokens[subject].lower not in ("which", "that")


def lifts_curb(sense: "Sense") -> bool:
    """A law that is repealed may have given rights: only of a curb it is known that its end yields something."""
    if sense.slots.predicate.lemma != "repeal" or "law" not in head_words(sense, "object"):
        return True
    return bool(phrase_words(sense, "object") & (politics("curbs") - {"law"}))


def for_harm(sense: "Sense") -> bool:
    """Responsibility taken for harm done, as a fact; not for one's own vote or life."""
    harms = politics("bad_deeds") | politics("answered_violence") | politics("war_deaths") | politics("harms")
    named = phrase_words(sense, "for") | phrase_words(sense, "object.for")
    return not sense.slots.predicate.negated and bool(named & harms)
