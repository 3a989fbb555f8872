"""The stage: claims about contacts become contacts; several sentences on one contact are one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.extract.contacts.circumstances import form_of, is_about_contact, promised, sidelines_forum
from dateline.extract.contacts.people import level_of, participants, without_stand_ins
from dateline.model import layers
from dateline.model.annotation import Annotation, Namer
from dateline.model.claim import Claim
from dateline.model.diplomacy import Contact, Participant
from dateline.model.place import EventPlace
from dateline.model.reading import Reading
from dateline.model.time import EventDate

_MANY = 3
_REFUSING = frozenset(
    {"refuse", "decline", "reject", "rule", "snub", "spurn", "rebuff", "refusal", "rejection", "turn", "boycott"}
)
_WEAK_DATES = frozenset({"publication", "carried", "dateline"})
_FINE = {"day": 0, "range": 1, "month": 2, "year": 3}


@dataclass(slots=True)
class _Draft:
    """One contact in the making."""

    claims: list[Annotation[Claim]]
    people: tuple[Participant, ...]
    status: str
    form: str
    aside: bool
    forum: str | None
    date: EventDate | None
    place: EventPlace | None

    @property
    def countries(self) -> frozenset[str]:
        return frozenset(p.country for p in self.people if p.country)


class Contacts:
    """Contacts of a report: who met, called or wrote whom, in what form and setting, at what level, when and where."""

    name = "contacts"
    requires = frozenset({layers.SYNTAX, layers.ACTOR, layers.PREDICATE, layers.EVENT_DATE, layers.CLAIM})
    provides = frozenset({layers.CONTACT})

    def __call__(self, reading: Reading) -> Iterator[Annotation[Contact]]:
        drafts: list[_Draft] = []
        for claim in reading.claims:
            if is_about_contact(reading, claim):
                draft = _draft(reading, claim)
                if draft and not any(_merge(reading, old, draft) for old in drafts):
                    drafts.append(draft)
        namer = Namer(reading.document.id, layers.CONTACT)
        for draft in drafts:
            span = draft.claims[0].value.evidence
            yield Annotation(namer(span), layers.CONTACT, span, self.name, _contact(reading, draft))


def _draft(reading: Reading, claim: Annotation[Claim]) -> _Draft | None:
    people = participants(reading, claim)
    plural = any(_is_many(reading, p) for p in people)
    if len(people) < 2 and not plural:
        return None
    aside, forum = sidelines_forum(reading, claim)
    form = form_of(reading, claim) or "open"
    value = claim.value
    date = _own_date(reading, claim) or value.date
    return _Draft([claim], people, _status(reading, claim), form, aside, forum, date, value.place)


def _own_date(reading: Reading, claim: Annotation[Claim]) -> EventDate | None:
    """For a contact agreed on or called off, the day that it was meant for, where the words give one."""
    if claim.value.type == "CONSULT":
        return None
    for predicate in promised(reading, claim):
        dated = reading.of_predicate(layers.EVENT_DATE, predicate.id)
        if dated and dated.value.method == "adjunct":
            date: EventDate = replace(dated.value, predicate=None)
            return date
    return None


def _is_many(reading: Reading, participant: Participant) -> bool:
    actor = reading.find(participant.actor) if participant.actor else None
    return actor is not None and actor.value.kind == "group"


def _status(reading: Reading, claim: Annotation[Claim]) -> str:
    value = claim.value
    if value.type == "AGREE":
        return "planned" if value.status == "happened" else value.status
    if value.type != "REJECT":
        return value.status
    tokens = reading.parsed.tokens
    lemmas = {tokens[i].lemma for i in reading.parsed.inside(value.trigger)}
    return "refused" if lemmas & _REFUSING else "cancelled"


def _merge(reading: Reading, old: _Draft, new: _Draft) -> bool:
    """Take `new` into `old` if they tell of one contact; whether they did."""
    if not (_same_people(old, new) and _same_time(old, new) and _same_form(old, new) and _same_place(old, new)):
        return False
    if not _same_status(old, new):
        return False
    old.claims += new.claims
    by_key = {p.actor or str(p): p for p in (*old.people, *new.people)}
    old.people = without_stand_ins(reading, by_key.values())
    if old.status != new.status:
        old.status = next(s for s in (old.status, new.status) if s != "planned")
    old.form = old.form if old.form != "open" else new.form
    old.aside = old.aside or new.aside
    old.forum = old.forum or new.forum
    old.date = _better_date(old.date, new.date)
    old.place = old.place or new.place
    return True


def _same_people(old: _Draft, new: _Draft) -> bool:
    ids = ({p.actor for p in old.people}, {p.actor for p in new.people})
    if ids[0] == ids[1] and None not in ids[0]:
        return True
    return len(old.countries) > 1 and old.countries == new.countries


def _same_time(old: _Draft, new: _Draft) -> bool:
    if old.date is None or new.date is None:
        return True
    return old.date.start[: len(new.date.end)] <= new.date.end and new.date.start[: len(old.date.end)] <= old.date.end


def _same_form(old: _Draft, new: _Draft) -> bool:
    return old.form == new.form or "open" in (old.form, new.form)


def _same_place(old: _Draft, new: _Draft) -> bool:
    if old.place is None or new.place is None:
        return True
    return old.place.name == new.place.name or (
        old.place.country == new.place.country and "country" in (old.place.precision, new.place.precision)
    )


def _same_status(old: _Draft, new: _Draft) -> bool:
    if old.status == new.status:
        return True
    return {old.status, new.status} in ({"planned", "cancelled"}, {"planned", "refused"}, {"happened", "ongoing"})


def _better_date(old: EventDate | None, new: EventDate | None) -> EventDate | None:
    if old is None or new is None:
        return old or new
    return min(old, new, key=lambda d: (d.method in _WEAK_DATES, _FINE.get(d.precision, 4)))


def _contact(reading: Reading, draft: _Draft) -> Contact:
    form = draft.form
    if form == "open":
        form = "in-person" if draft.place or draft.aside or draft.forum else "unknown"
    return Contact(
        claims=tuple(c.id for c in draft.claims),
        status=draft.status,
        form=form,
        setting=_setting(reading, draft),
        forum=draft.forum,
        level=level_of(draft.people),
        date=draft.date,
        place=draft.place,
        participants=draft.people,
    )


def _setting(reading: Reading, draft: _Draft) -> str:
    if draft.aside:
        return "sidelines"
    if len(draft.countries) >= _MANY or any(_is_many(reading, p) and not p.country for p in draft.people):
        return "multilateral"
    if draft.forum and any(c.value.mode == "multilateral" for c in draft.claims):
        return "sidelines" if len(draft.people) == 2 else "multilateral"
    return "bilateral" if len(draft.countries) == 2 or len(draft.people) == 2 else "unknown"
