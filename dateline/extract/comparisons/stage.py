"""The stage: triggers become comparisons of the contacts and claims that they are about."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.extract.comparisons.points import point_of
from dateline.extract.comparisons.triggers import Trigger, triggers
from dateline.lang.comparisons import comparison_words
from dateline.lang.diplomacy import contact_words
from dateline.model import layers
from dateline.model.actor import Actor
from dateline.model.annotation import Annotation, Namer
from dateline.model.claim import Claim
from dateline.model.diplomacy import Comparison, Contact, SincePoint
from dateline.model.reading import Reading
from dateline.model.span import Span, cover
from dateline.model.time import EventDate

_BACK = 2  # sentences in which a contact may have been told that "it" or "the meeting" is
_HELD = frozenset({"happened", "ongoing", "planned"})
_CLAUSES = ("relcl", "acl", "ccomp", "advcl")


class Comparisons:
    """Comparisons of a report: which contact or claim it calls the first, the highest-level or the last since when.

    One that is about no contact and no claim of the report is left out, as are all that count from nothing.
    """

    name = "comparisons"
    requires = frozenset(
        {layers.SYNTAX, layers.REGION, layers.ACTOR, layers.MENTION, layers.TIME, layers.PLACE}
        | {layers.PREDICATE, layers.CLAIM, layers.CONTACT}
    )
    provides = frozenset({layers.COMPARISON})

    def __call__(self, reading: Reading) -> Iterator[Annotation[Comparison]]:
        namer = Namer(reading.document.id, layers.COMPARISON)
        for trigger in triggers(reading):
            value = _last(reading, trigger) if trigger.kind == "last" else _compared(reading, trigger)
            if value is not None:
                span = _words(reading, trigger)
                yield Annotation(namer(span), layers.COMPARISON, span, self.name, value)


def _words(reading: Reading, trigger: Trigger) -> Span:
    syntax = reading.parsed
    spans = [syntax.span(trigger.first, max(trigger.first, trigger.head) + 1)]
    if trigger.reach.kind != "told":
        spans.append(syntax.span(trigger.reach.first, trigger.reach.last))
    return cover(*spans)


def _compared(reading: Reading, trigger: Trigger) -> Comparison | None:
    contact, claim = _told_by(reading, trigger)
    who = _who(reading, trigger, contact, claim)
    if contact is None and trigger.kind == "most-senior" and who:
        contact = _visit_of(reading, trigger, who[0])
    if contact is None and claim is None and not (trigger.kind == "most-senior" and who):
        return None
    at = contact.value.date if contact else claim.value.date if claim else None
    since = point_of(reading, trigger.reach, at=at)
    if since is None and trigger.reach.kind != "ever":
        return None
    return Comparison(
        kind=trigger.kind,
        contact=contact.id if contact else None,
        claim=claim.id if claim else None,
        who=who,
        form=_form(reading, trigger),
        since=since,
        ever=trigger.reach.kind == "ever",
    )


def _told_by(reading: Reading, trigger: Trigger) -> tuple[Annotation[Contact] | None, Annotation[Claim] | None]:
    """The contact, and the claim, that is compared: of the same words, of the clause, or told just before."""
    heads = _heads(reading, trigger)
    contacts = [c for c in _contacts_at(reading, heads) if not _is_point(reading, trigger, c)]
    claims = [c for c in _claims_at(reading, heads) if c.value.status in _HELD]
    contact = contacts[0] if contacts else _before(reading, trigger, heads)
    claim = next((c for c in claims if contact is None or c.id in contact.value.claims), None)
    if claim is None and contact is not None and contact.value.claims:
        found = reading.find(contact.value.claims[0])
        claim = found if found is not None and isinstance(found.value, Claim) else None
    if contact is not None and _is_of_contacts(reading, trigger) is False and claim is None:
        contact = None
    if contact is None and claim is not None and not _is_between_countries(claim.value):
        claim = None  # what parties and persons of one country do for the first time is no diplomacy
    return contact, claim


def _is_between_countries(claim: Claim) -> bool:
    return len({side.country for side in (*claim.actors, *claim.recipients) if side.country}) > 1


def _is_of_contacts(reading: Reading, trigger: Trigger) -> bool | None:
    """Whether the noun compared is a contact; None where it says nothing of it ("the first time")."""
    lemma = reading.parsed.tokens[trigger.head].lemma.lower()
    words = comparison_words()
    return None if lemma in words["time"] | words["people"] else lemma in words["contacts"]


def _heads(reading: Reading, trigger: Trigger) -> list[int]:
    """The tokens of what is compared: the noun and the verb of the clause below it, or the one that it hangs on."""
    syntax = reading.parsed
    head = syntax.tokens[trigger.head]
    below = [c for c in syntax.children(trigger.head) if syntax.tokens[c].dep in _CLAUSES]
    if trigger.kind == "most-senior":
        return below
    if head.lemma in comparison_words()["time"]:
        if below:
            return below
        return [i for i in syntax.ancestors(trigger.head) if syntax.tokens[i].pos in ("VERB", "AUX")][:1] + [
            c
            for i in syntax.ancestors(trigger.head)
            if syntax.tokens[i].lemma == "be"
            for c in syntax.children(i)
            if syntax.tokens[c].dep in _CLAUSES
        ]
    verbs = [i for i in syntax.ancestors(trigger.head) if syntax.tokens[i].pos == "VERB"][:1]
    return [trigger.head, *verbs]


def _contacts_at(reading: Reading, heads: Iterable[int]) -> Iterator[Annotation[Contact]]:
    """The contacts told by these tokens: their own words, or the claim made of them."""
    claims = {c.id for c in _claims_at(reading, heads)}
    for contact in reading.contacts:
        if contact.value.status in _HELD and claims & set(contact.value.claims):
            yield contact
    for head in heads:
        token = reading.parsed.tokens[head]
        for contact in reading.contacts:
            if contact.value.status in _HELD and contact.span.overlap(token.span):
                yield contact


def _claims_at(reading: Reading, heads: Iterable[int]) -> Iterator[Annotation[Claim]]:
    spans = []
    for head in heads:
        token = reading.parsed.tokens[head]
        spans += [p.span for p in reading.predicates if head in (p.value.head, p.value.noun)] or [token.span]
    for claim in reading.claims:
        if any(claim.span.overlap(span) or span.overlap(claim.value.trigger) for span in spans):
            yield claim


def _is_point(reading: Reading, trigger: Trigger, contact: Annotation[Contact]) -> bool:
    """Whether a contact is what the comparison counts from: "have spoken since [a phone call last year]"."""
    if trigger.reach.kind != "since":
        return False
    span = reading.parsed.span(trigger.reach.first, trigger.reach.last)
    told = [c for i in contact.value.claims if (c := reading.find(i))]
    if told and all(span.contains(c.span) for c in told):
        return True
    date = contact.value.date
    return date is not None and date.span is not None and span.contains(date.span)


def _before(reading: Reading, trigger: Trigger, heads: list[int]) -> Annotation[Contact] | None:
    """The contact told last, of the same actors where the words name some: "It was the first time that A and B …"."""
    syntax = reading.parsed
    speaks = _is_of_contacts(reading, trigger) is not None or _speaks_of_contact(reading, heads)
    if trigger.kind == "most-senior" or not speaks:
        return None
    here = syntax.tokens[trigger.head].sentence
    named = _named(reading, trigger)
    best: Annotation[Contact] | None = None
    for contact in reading.contacts:
        inside = syntax.inside(contact.span)
        if not inside or contact.value.status not in _HELD or _is_point(reading, trigger, contact):
            continue
        sentence = syntax.tokens[inside[0]].sentence
        actors = {p.actor for p in contact.value.participants}
        countries = {p.country for p in contact.value.participants}
        if named:
            same = {i for i in named if i in actors or _country(reading, i) in countries}
            if len(same) < len(named) or sentence > here:
                continue
            best = _later(best, contact)
        elif here - _BACK <= sentence <= here:
            best = contact
    return best


def _later(one: Annotation[Contact] | None, other: Annotation[Contact]) -> Annotation[Contact]:
    """The one of two contacts that took place later; the one told first where that is not known."""
    if one is None:
        return other
    first, second = one.value.date, other.value.date
    return other if first is not None and second is not None and second.start[:10] > first.start[:10] else one


def _speaks_of_contact(reading: Reading, heads: Iterable[int]) -> bool:
    words = contact_words()
    lemmas = {reading.parsed.tokens[i].lemma for i in heads}
    return bool(lemmas & (words.verbs.keys() | words.nouns.keys() | {"meet", "speak", "hold"}))


def _country(reading: Reading, actor: str) -> str | None:
    found = reading.find(actor)
    return found.value.country if found else None


def _named(reading: Reading, trigger: Trigger) -> tuple[str, ...]:
    """The actors that the clause of a comparison names, without those of the point that it counts from."""
    syntax = reading.parsed
    first = syntax.tokens[trigger.first].start
    end = syntax.tokens[trigger.reach.first].start if trigger.reach.kind == "since" else first
    after = syntax.sentence_span(syntax.tokens[trigger.head].sentence)
    span = Span(first, end if end > first else after.end)
    found: list[str] = []
    for mention in reading.mentions:
        actor = reading.actor_of(mention.id)
        if actor is None or not span.contains(mention.span):
            continue
        for one in actor.value.members or (actor.id,):
            if one not in found and _may_meet(reading.find(one)):
                found.append(one)
    return tuple(found)


def _may_meet(actor: Annotation[Actor] | None) -> bool:
    return actor is not None and (actor.value.kind in ("state", "person")) and actor.value.country is not None


def _who(
    reading: Reading, trigger: Trigger, contact: Annotation[Contact] | None, claim: Annotation[Claim] | None
) -> tuple[str, ...]:
    if trigger.kind == "most-senior":
        senior = _senior(reading, trigger)
        visited = _visited(reading, trigger, senior, contact) if senior else None
        return tuple(a.id for a in (senior, visited) if a is not None)
    if contact is not None:
        return tuple(p.actor for p in contact.value.participants if p.actor)
    if claim is not None:
        return tuple(s.actor for s in (*claim.value.actors, *claim.value.recipients) if s.actor)
    return ()


def _visited(
    reading: Reading, trigger: Trigger, senior: Annotation[Actor], contact: Annotation[Contact] | None
) -> Annotation[Actor] | None:
    """The state that the most senior one came to: by the words ("to visit Peru"), else whose guest it was."""
    syntax = reading.parsed
    for i in range(trigger.head + 1, trigger.reach.first):
        actor = reading.actor_at(syntax.tokens[i].start)
        if actor is not None and actor.value.kind == "state" and actor.value.country != senior.value.country:
            return actor
    contact = contact or _visit_of(reading, trigger, senior.id)
    others = [p.actor for p in contact.value.participants if p.country != senior.value.country] if contact else []
    return next((a for a in reading.actors if a.id in others), None)


def _visit_of(reading: Reading, trigger: Trigger, senior: str) -> Annotation[Contact] | None:
    """The contact of the most senior one that is told in the sentence, or in one beside it."""
    syntax = reading.parsed
    here = syntax.tokens[trigger.head].sentence
    near: list[tuple[int, Annotation[Contact]]] = []
    for contact in reading.contacts:
        inside = syntax.inside(contact.span)
        apart = abs(syntax.tokens[inside[0]].sentence - here) if inside else _BACK
        if apart < _BACK and contact.value.status in _HELD and senior in {p.actor for p in contact.value.participants}:
            near.append((apart, contact))
    return min(near, key=lambda found: found[0])[1] if near else None


def _senior(reading: Reading, trigger: Trigger) -> Annotation[Actor] | None:
    """Who is the most senior: the one that the words stand beside, or the subject of "is"."""
    syntax = reading.parsed
    own = reading.actor_at(syntax.tokens[trigger.head].start)
    if own is not None and any(_is_name(reading, link.mention) for link in own.value.links):
        return _political(own)
    above = syntax.tokens[trigger.head].head
    verb = syntax.tokens[above]
    subject = syntax.child(above, "nsubj", "nsubjpass")
    if syntax.tokens[trigger.head].dep in ("attr", "pobj") and verb.lemma in ("be", "become", "as") and subject:
        return _political(reading.actor_at(syntax.tokens[subject].start))
    if syntax.tokens[trigger.head].dep == "appos":
        beside = _political(reading.actor_at(verb.start))
        if beside is not None:
            return beside
    # Parsers hang a late apposition on whatever noun is near: the subject of the sentence is meant.
    root = next(iter(reversed(list(syntax.ancestors(trigger.head)))), None)
    subject = syntax.child(root, "nsubj", "nsubjpass") if root is not None else None
    return _political(reading.actor_at(syntax.tokens[subject].start)) if subject is not None else None


def _is_name(reading: Reading, mention: str) -> bool:
    found = reading.find(mention)
    return found is not None and found.value.form == "name"


def _political(actor: Annotation[Actor] | None) -> Annotation[Actor] | None:
    is_somebody = actor is not None and actor.value.kind == "person" and actor.value.country is not None
    return actor if is_somebody else None


def _last(reading: Reading, trigger: Trigger) -> Comparison | None:
    """ "A and B last met in May": the contact that the verb tells; "have not met since X": nobody met after X."""
    told = trigger.reach.kind == "told"
    contacts = list(_contacts_at(reading, [trigger.head]))
    if told:
        contact = next((c for c in contacts if c.value.status == "happened"), None)
        if contact is None or contact.value.date is None:
            return None
        date = contact.value.date
        since = SincePoint(date.span or contact.span, _time(reading, date), contact.id, replace(date, method="event"))
        who = tuple(p.actor for p in contact.value.participants if p.actor)
        form = contact.value.form if contact.value.form != "unknown" else None
        return Comparison("last", contact.id, _claim_of(contact), who, form, since)
    since_point = point_of(reading, trigger.reach, at=None)
    who = _subjects(reading, trigger)
    if since_point is None or since_point.date is None or len({_country(reading, i) for i in who}) < 2:
        return None
    event = since_point.event
    found = next((c for c in reading.contacts if c.id == event), None)
    return Comparison("last", found.id if found else None, None, who, _form(reading, trigger), since_point)


def _time(reading: Reading, date: EventDate) -> str | None:
    return next((t.id for t in reading.times if date.span is not None and t.span == date.span), None)


def _claim_of(contact: Annotation[Contact]) -> str | None:
    return contact.value.claims[0] if contact.value.claims else None


def _subjects(reading: Reading, trigger: Trigger) -> tuple[str, ...]:
    predicate = next((p for p in reading.predicates if p.value.head == trigger.head), None)
    found: list[str] = []
    arguments = predicate.value.arguments if predicate else ()
    for argument in arguments:
        if argument.role in ("subject", "object") or argument.preposition == "with":
            for head in reading.parsed.conjuncts(argument.head):
                actor = reading.actor_at(reading.parsed.tokens[head].start)
                members = (actor.value.members or (actor.id,)) if actor else ()
                found += [one for one in members if one not in found and _country(reading, one)]
            if not found:
                found += _states_in(reading, argument.span)
    return tuple(found)


def _states_in(reading: Reading, span: Span) -> Iterator[str]:
    """The states that words name: "the presidents of [Peru] and [Chile]"."""
    for mention in reading.mentions:
        actor = reading.actor_of(mention.id)
        if actor is not None and span.contains(mention.span) and actor.value.kind == "state" and actor.value.country:
            yield actor.id


def _form(reading: Reading, trigger: Trigger) -> str | None:
    """The form that the words themselves are about: "face-to-face talks", "the first visit", "their first call"."""
    span = _words(reading, trigger)
    end = reading.parsed.tokens[trigger.reach.first].start if trigger.reach.kind != "told" else span.end
    words = " ".join(reading.text[span.start : max(end, reading.parsed.tokens[trigger.head].end)].lower().split())
    known = contact_words()
    for form, phrases in known.phrases.items():
        if any(phrase in words for phrase in phrases):
            return form
    head = reading.parsed.tokens[trigger.head]
    if head.lemma in comparison_words()["time"]:  # "the first time that they have met"
        told = [reading.parsed.tokens[i].lemma for i in _heads(reading, trigger)]
        return next((known.verbs[lemma] for lemma in told if known.verbs.get(lemma, "open") != "open"), None)
    lemma = head.lemma.lower()
    by_word = known.nouns.get(lemma) or known.verbs.get(lemma)
    return None if by_word == "open" else by_word
