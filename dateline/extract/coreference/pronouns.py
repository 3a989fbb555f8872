"""Pronouns: tied where grammar leaves one candidate, else left alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.coreference.items import Chain, Item
from dateline.extract.coreference.speech import Speech
from dateline.lang.grammar import grammar
from dateline.lang.names import first_names
from dateline.lang.pronouns import person_words, pronouns
from dateline.model.syntax import Syntax, Token

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_WINDOW = 2


@dataclass(slots=True)
class _Candidate:
    chain: Chain
    score: float
    item: Item


def tie_pronouns(items: Sequence[Item], syntax: Syntax) -> None:
    """Tie each pronoun, in the order of the text."""
    by_head = {item.head.index: item for item in items}
    speech = Speech(items, syntax)
    for position, item in enumerate(items):
        if item.pronoun is None:
            continue
        speaker = speech.speaker(item)
        if item.pronoun.relative:
            chain = _relative(item, by_head, syntax)
        elif item.pronoun.speaker:
            chain = speaker if item.pronoun.number == "singular" else None
        elif item.pronoun.reflexive:
            chain = _reflexive(item, by_head, syntax)
        else:
            named = _named_below(item, items[position + 1 :], syntax)
            chain = _ahead(item, by_head, syntax) or _resolve(item, items[:position], syntax, (speaker, *named))
            if chain is None and item.pronoun.number == "plural":
                chain = _joined(item, items[:position], by_head, syntax)
        if chain is not None:
            chain.add(item, "speaker" if item.pronoun.speaker else "pronoun")


def _ahead(item: Item, by_head: dict[int, Item], syntax: Syntax) -> Chain | None:
    """ "In his speech, Blinken said": a possessive before the subject of the sentence is the subject."""
    if item.head.tag != "PRP$":
        return None
    top = item.head
    passed = False
    while top.head != top.index:
        passed = passed or top.dep in ("advcl", "prep")
        top = syntax.tokens[top.head]
    subject = syntax.child(top.index, "nsubj", "nsubjpass")
    if not passed or subject is None or subject < item.head.index or top.index < item.head.index:
        return None
    found = by_head.get(subject)
    if found is None or found.mention.form != "name" or item.head.sentence != found.head.sentence:
        return None
    return found.chain if _agrees(item, found.chain) else None


def _joined(item: Item, before: Sequence[Item], by_head: dict[int, Item], syntax: Syntax) -> Chain | None:
    """ "They" after "A and B": an actor of its own with A and B as members."""
    for other in reversed(before):
        distance = item.head.sentence - other.head.sentence
        if distance > 1 or (distance == 0 and item.head.dep not in _SUBJECT):
            return None
        if other.head.dep not in _SUBJECT or other.region != item.region:
            continue
        heads = syntax.conjuncts(other.head.index)
        members = [by_head[h].chain for h in heads if h in by_head]
        if len(heads) > 1 and len(members) == len(heads) and all(members):
            return Chain(members=[m for m in members if m is not None])
        return None
    return None


def _relative(item: Item, by_head: dict[int, Item], syntax: Syntax) -> Chain | None:
    """ "Who": the noun that its clause belongs to."""
    index = item.head.index
    for up in syntax.ancestors(index):
        token = syntax.tokens[up]
        if token.dep == "relcl":
            found = by_head.get(token.head)
            if found is None or (found.mention.form == "name" and found.mention.kind != "person"):
                return None
            return found.chain
        if token.dep in ("ccomp", "ROOT", "advcl"):
            return None
    return None


def _reflexive(item: Item, by_head: dict[int, Item], syntax: Syntax) -> Chain | None:
    """ "Himself": the subject of its verb."""
    for up in syntax.ancestors(item.head.index):
        token = syntax.tokens[up]
        if token.pos in ("VERB", "AUX"):
            subject = syntax.child(up, "nsubj", "nsubjpass")
            if subject is not None:
                found = by_head.get(subject)
                return found.chain if found is not None and _agrees(item, found.chain) else None
    return None


def _named_below(item: Item, after: Sequence[Item], syntax: Syntax) -> list[Chain]:
    """Whoever is named behind a subject under the same verb: in "he called Ortega a liar" he is not Ortega."""
    if item.head.dep not in _SUBJECT:
        return []
    verb = _verb(item.head, syntax)
    found: list[Chain] = []
    for other in after:
        if other.head.sentence != item.head.sentence:
            break
        if other.mention.form == "name" and other.chain is not None and _verb(other.head, syntax) == verb:
            found.append(other.chain)
    return found


def _resolve(item: Item, before: Sequence[Item], syntax: Syntax, excluded: Sequence[Chain | None]) -> Chain | None:
    """The best candidate of the last sentences; nobody where two are about as good. Not those who are excluded."""
    assert item.pronoun is not None
    if item.pronoun.gender == "neuter":
        return _neuter(item, before, syntax)
    best: dict[int, _Candidate] = {}
    for other in reversed(before):
        distance = item.head.sentence - other.head.sentence
        if distance > _WINDOW:
            break
        if (
            other.chain is None
            or any(other.chain is one for one in excluded)
            or other.region != item.region
            or not _agrees(item, other.chain)
            or _bound(item, other, syntax)
        ):
            continue
        score = _score(item, other, distance, syntax)
        held = best.get(id(other.chain))
        if held is None or score > held.score:
            best[id(other.chain)] = _Candidate(other.chain, score, other)
    ranked = sorted(best.values(), key=lambda c: (-c.score, -c.item.head.index))
    if not ranked:
        return None
    rivals = [c for c in ranked[1:] if not ranked[0].item.span.contains(c.item.span)]
    if rivals and ranked[0].score - rivals[0].score < _MARGIN[item.pronoun.number]:
        return None
    if item.pronoun.number == "plural" and not _is_many(ranked[0], item):
        return None
    return ranked[0].chain


# How much better than the second candidate the best one must be.
_MARGIN = {"singular": 8, "plural": 18}


def _is_many(candidate: _Candidate, item: Item) -> bool:
    """An organisation is "they" only as the subject of the same sentence."""
    if candidate.chain.plural or candidate.chain.kind == "group":
        return True
    head = candidate.item.head
    return head.dep in _SUBJECT and head.sentence == item.head.sentence


def _score(item: Item, other: Item, distance: int, syntax: Syntax) -> float:
    score = 60.0 - 25.0 * distance
    if _rules(other.head, item.head, syntax):
        score += _OWN_CLAUSE
    if _is_judged(other.head, item.head, syntax):
        score += _JUDGED
    dep = other.head.dep
    if dep in _SUBJECT or (dep == "conj" and syntax.tokens[other.head.head].dep in _SUBJECT):
        score += 30
    elif dep in ("dobj", "dative"):
        score += 8
    elif dep == "appos":
        score += 4
    if other.mention.form == "pronoun":
        score += 14
    elif other.mention.form == "name":
        score += 10
    elif other.words[0] in pronouns():
        score -= 12
    if item.pronoun is not None and item.pronoun.number == "plural" and other.mention.kind == "organisation":
        score -= 20
    if item.gender and other.chain is not None:
        gender = other.chain.gender or _first_name_gender(other.chain)
        score += 14 if gender == item.gender else 0
    if other.chain is not None:
        score += 3.0 * min(len(other.chain.items), 8)
    return score


# What it adds that somebody is praised or blamed, and the clause says after what: "scolded her after she had left".
_JUDGED = 90
_REASONS = frozenset({"after", "because", "since"})


def _is_judged(judged: Token, token: Token, syntax: Syntax) -> bool:
    """Whether a pronoun is the subject of the reason why somebody is praised or blamed."""
    clause = syntax.tokens[token.head]
    if token.dep not in _SUBJECT or clause.dep != "advcl" or judged.dep != "dobj" or judged.head != clause.head:
        return False
    marks = {syntax.tokens[i].lower for i in syntax.children(clause.index) if syntax.tokens[i].dep == "mark"}
    verb = syntax.tokens[clause.head].lemma
    return bool(marks & _REASONS) and (verb in grammar().gerund_control | grammar().penalties or verb == "describe")


# What it adds that somebody is the subject of the clause: "the settlers left their homes", "he said he would go".
_OWN_CLAUSE = 30


def _rules(subject: Token, token: Token, syntax: Syntax) -> bool:
    """Whether a token is the subject of the nearest verb above a pronoun that has one other than the pronoun."""
    if token.tag != "PRP$" and token.dep not in _SUBJECT:
        return False
    for up in syntax.ancestors(token.index):
        found = syntax.child(up, *_SUBJECT)
        if found is None or found == token.index:
            continue
        if syntax.tokens[found].tag in ("WP", "WDT") and syntax.tokens[up].dep == "relcl":
            found = syntax.tokens[up].head
        return found == subject.index
    return False


def _agrees(item: Item, chain: Chain | None) -> bool:
    """Whether number, gender and kind allow a pronoun to stand for an actor."""
    if chain is None or item.pronoun is None:
        return False
    if item.pronoun.relative:
        return True
    if item.pronoun.number == "plural":
        return chain.plural or chain.kind in ("group", "organisation")
    if item.pronoun.gender == "neuter":
        return not chain.plural and chain.kind in ("organisation", "state", "group")
    if chain.kind != "person" or chain.plural:
        return False
    gender = chain.gender or _first_name_gender(chain)
    return gender is None or item.gender is None or gender == item.gender


def _first_name_gender(chain: Chain) -> str | None:
    """The gender of somebody whom the whole report calls by a first name alone: a child, a victim."""
    names = {i.key for i in chain.items if i.mention.form == "name"}
    if len(names) != 1 or len(key := names.pop()) != 1:
        return None
    return first_names().get(key[0])


def _bound(item: Item, other: Item, syntax: Syntax) -> bool:
    """Whether the two are sides of one verb and so cannot be the same ("Blinken met him")."""
    mine, theirs = item.head, other.head
    inside = other.span.contains(item.span) and not _in_relative_clause(mine, theirs, syntax)
    if mine.tag == "PRP$" or mine.sentence != theirs.sentence or inside:
        return inside
    return _verb(mine, syntax) == _verb(theirs, syntax) and mine.dep not in _SUBJECT


def _in_relative_clause(token: Token, noun: Token, syntax: Syntax) -> bool:
    """Whether a token stands in a relative clause of a noun: "refugees who left their homes"."""
    path = [token.index, *syntax.ancestors(token.index)]
    return any(syntax.tokens[i].dep == "relcl" and syntax.tokens[i].head == noun.index for i in path)


def _verb(token: Token, syntax: Syntax) -> int:
    index = token.index
    while syntax.tokens[index].pos not in ("VERB", "AUX") and syntax.tokens[index].head != index:
        index = syntax.tokens[index].head
    return index


def _neuter(item: Item, before: Sequence[Item], syntax: Syntax) -> Chain | None:
    """ "It", "its": only the subject of the same sentence, before it, when it can be one."""
    for other in reversed(before):
        if other.head.sentence != item.head.sentence:
            return None
        if other.head.dep in _SUBJECT and other.chain is not None:
            if not _agrees(item, other.chain) or _bound(item, other, syntax):
                return None
            verb = syntax.tokens[other.head.head]
            close = item.head.tag == "PRP$" or verb.lemma in person_words().speech or verb.dep in ("ROOT", "ccomp")
            return other.chain if close else None
    return None
