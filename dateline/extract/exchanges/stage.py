"""The stage: from hand-overs in the grammar to exchanges between actors."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.extract.exchanges.handovers import Handover, exchanged
from dateline.extract.exchanges.occasions import agreement_of, contact_of, parties_of
from dateline.model import layers
from dateline.model.actor import Actor
from dateline.model.annotation import Annotation, Namer
from dateline.model.diplomacy import Exchange
from dateline.model.reading import Reading
from dateline.model.span import Span, cover


@dataclass(frozen=True, slots=True)
class _Parties:
    """The two who exchange: giver of the first thing, giver of the second. Ids of actors or None."""

    first: str | None
    second: str | None


@dataclass(frozen=True, slots=True)
class _Occasion:
    """What of the report brought it: ids or None."""

    agreement: str | None
    contact: str | None


class Exchanges:
    """Exchanges of a report, one annotation for each hand-over, each naming the other as its counterpart."""

    name = "exchanges"
    requires = frozenset(
        {layers.SYNTAX, layers.REGION, layers.MENTION, layers.ACTOR, layers.PREDICATE, layers.CLAIM}
        | {layers.CONTACT, layers.AGREEMENT}
    )
    provides = frozenset({layers.EXCHANGE})

    def __call__(self, reading: Reading) -> Iterator[Annotation[Exchange]]:
        namer = Namer(reading.document.id, layers.EXCHANGE)
        seen: set[str] = set()
        for given, back in exchanged(reading):
            pair = [h for h in (given, back) if h is not None]
            spans = [_words(reading, h.what) for h in pair]
            key = "|".join(sorted(s.of(reading.text) for s in spans))
            parties = _parties(reading, given, back)
            if key in seen or parties == _Parties(None, None):
                continue
            seen.add(key)
            ids = [namer(span) for span in spans]
            occasion = _occasion(reading, given, parties)
            parties = _with_party(reading, parties, occasion.agreement)
            for i, handover in enumerate(pair):
                giver, receiver = (parties.first, parties.second) if i == 0 else (parties.second, parties.first)
                other = ids[1 - i] if len(ids) > 1 else None
                value = _exchange(reading, handover, spans[i], giver, receiver, other)
                value = replace(value, agreement=occasion.agreement, contact=occasion.contact)
                yield Annotation(ids[i], layers.EXCHANGE, spans[i], self.name, value)


def _occasion(reading: Reading, given: Handover, parties: _Parties) -> _Occasion:
    actors = [a for i in (parties.first, parties.second) if i and (a := reading.find(i))]
    countries = frozenset(a.value.country for a in actors if a.value.country)
    agreement = agreement_of(reading, given.predicate, countries)
    contact = contact_of(reading, given.predicate, countries, agreement)
    return _Occasion(agreement.id if agreement else None, contact.id if contact else None)


def _with_party(reading: Reading, parties: _Parties, agreement: str | None) -> _Parties:
    """The parties, the one left out being the only other party to the agreement."""
    known = reading.find(parties.first or parties.second or "")
    found = next((a for a in reading.agreements if a.id == agreement), None)
    if known is None or found is None or (parties.first and parties.second):
        return parties
    others = parties_of(reading, found) - {known.value.country}
    other = _state(reading, min(others)) if len(others) == 1 else None
    return _Parties(parties.first or other, parties.second or other)


def _words(reading: Reading, head: int) -> Span:
    token = reading.parsed.tokens[head]
    mention = reading.mention_at(token.start)
    span: Span = mention.span if mention else reading.parsed.span(*_phrase(reading, head))
    name = reading.parsed.child(head, "appos")
    if name is not None and reading.parsed.edges(name)[0] == head + 1:  # "soldier Gilad Shalit" without a comma
        span = cover(span, reading.parsed.tokens[name].span)
    return span


def _phrase(reading: Reading, head: int) -> tuple[int, int]:
    left, _ = reading.parsed.edges(head)
    return max(left, head - 6), head + 1


def _parties(reading: Reading, given: Handover, back: Handover | None) -> _Parties:
    first = _political(reading, given.giver)
    second = _political(reading, given.receiver) or (_political(reading, back.giver) if back else None)
    if first is None and back is not None:
        first = _political(reading, back.receiver)
    if first is None or second is None:
        known = [i for i in (first, second) if i]
        third = _other_party(reading, known, given, back)
        first, second = first or third, second or third
    if first == second:
        return _Parties(first, None)
    return _Parties(first, second)


def _political(reading: Reading, heads: tuple[int, ...]) -> str | None:
    for head in heads:
        actor = reading.actor_at(reading.parsed.tokens[head].start)
        if actor and (actor.value.kind in ("state", "organisation", "group") or actor.value.office):
            return actor.id
    return None


def _other_party(reading: Reading, known: list[str], given: Handover, back: Handover | None) -> str | None:
    """The other side where the words leave it out: whose citizen was handed over, else with whom the report says that
    the exchange was agreed."""
    if not known:
        return None
    own = reading.find(known[0])
    country = own.value.country if own else None
    for handover in (given, back):
        person = reading.actor_at(reading.parsed.tokens[handover.what].start) if handover else None
        if person and person.value.country and person.value.country != country:
            return _state(reading, person.value.country)
    at = given.predicate.span
    near = sorted(reading.claims, key=lambda c: abs(c.span.start - at.start))
    for claim in near:
        sides = [s for s in (*claim.value.actors, *claim.value.recipients) if s.country]
        others = {s.country for s in sides} - {country}
        if (
            claim.value.type in ("AGREE", "RETREAT", "CONSULT")
            and country in {s.country for s in sides}
            and len(others) == 1
        ):
            (other,) = others
            return _state(reading, other) if other else None
    return None


def _state(reading: Reading, country: str) -> str | None:
    found: list[Annotation[Actor]] = [a for a in reading.actors if a.value.country == country]
    found.sort(key=lambda a: (a.value.kind != "state", "GOV" not in a.value.sectors))
    best = found[0] if found else None
    return best.id if best and (best.value.kind == "state" or "GOV" in best.value.sectors) else None


def _exchange(
    reading: Reading, handover: Handover, span: Span, giver: str | None, receiver: str | None, other: str | None
) -> Exchange:
    claim = next((c for c in reading.claims if c.span.overlap(handover.predicate.span)), None)
    dated = reading.of_predicate(layers.EVENT_DATE, handover.predicate.id)
    date = claim.value.date if claim else (replace(dated.value, predicate=None) if dated else None)
    ahead = handover.predicate.value.tense == "future"
    status = claim.value.status if claim else "planned" if ahead else "happened"
    return Exchange(giver, receiver, span, status, other, date, claim.id if claim else None)
