"""Contacts in the making: several sentences on one contact become one."""

from dataclasses import dataclass, replace
from datetime import date

from dateline.extract.contacts.people import kind_of, without_stand_ins
from dateline.model.diplomacy import Duration, Participant
from dateline.model.place import EventPlace
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.time import EventDate

_WEAK_DATES = frozenset({"publication", "carried", "dateline"})
_FINE = {"day": 0, "range": 1, "month": 2, "year": 3}
_NEWS_IS_FRESH = 7  # days between an event and the report that tells of it
_OVERNIGHT = 1  # days that one round of talks may go on
_DAY = 10
_TWO = 2


@dataclass(slots=True)
class Draft:
    """One contact in the making."""

    span: Span
    claims: tuple[str, ...]
    people: tuple[Participant, ...]
    status: str
    form: str
    aside: bool = False
    forum: str | None = None
    forum_head: int | None = None
    date: EventDate | None = None
    place: EventPlace | None = None
    whole: bool = False
    duration: Duration | None = None

    @property
    def countries(self) -> frozenset[str]:
        return frozenset(p.country for p in self.people if p.country)


def merge(reading: Reading, old: Draft, new: Draft) -> bool:
    """Take `new` into `old` if they tell of one contact; whether they did."""
    if not (
        _same_people(reading, old, new)
        and _same_time(reading, old, new)
        and _same_form(old, new)
        and _same_place(old, new)
        and _same_status(old, new)
    ):
        return False
    old.claims = tuple(dict.fromkeys((*old.claims, *new.claims)))
    by_key: dict[str, Participant] = {}
    for person in (*old.people, *new.people):
        key = person.actor or str(person)
        known = by_key.get(key)
        by_key[key] = person if known is None else replace(known, role=known.role or person.role)
    old.people = without_stand_ins(reading, by_key.values())
    if old.status != new.status:
        old.status = next(s for s in (old.status, new.status) if s != "planned")
    old.form = old.form if old.form != "open" else new.form
    old.aside = old.aside or new.aside
    if old.forum is None:
        old.forum, old.forum_head = new.forum, new.forum_head
    old.date = _better_date(old.date, new.date)
    old.place = old.place or new.place
    old.duration = old.duration or new.duration
    return True


def _same_people(reading: Reading, old: Draft, new: Draft) -> bool:
    ids = ({p.actor for p in old.people}, {p.actor for p in new.people})
    if ids[0] == ids[1] and None not in ids[0]:
        return True
    if len(old.countries) < _TWO or old.countries != new.countries:
        return False
    return not any(_are_others(reading, old, new, country) for country in old.countries)


def _are_others(reading: Reading, old: Draft, new: Draft, country: str) -> bool:
    """Whether a country is stood for by one person in one telling and by another in the other."""
    sides = [
        {p.actor for p in draft.people if p.country == country and kind_of(reading, p) == "person"}
        for draft in (old, new)
    ]
    return bool(sides[0]) and bool(sides[1]) and not sides[0] & sides[1]


def _same_time(reading: Reading, old: Draft, new: Draft) -> bool:
    if old.date is None or new.date is None:
        return True
    one, other = old.date, new.date
    if one.start[: len(other.end)] <= other.end and other.start[: len(one.end)] <= one.end:
        return True
    if old.status != new.status or not len(one.start) == len(other.start) == _DAY:
        return False
    gap = abs((date.fromisoformat(one.start) - date.fromisoformat(other.start)).days)
    if (one.method in _WEAK_DATES) != (other.method in _WEAK_DATES):
        return gap <= _NEWS_IS_FRESH
    return gap <= _OVERNIGHT and not (_has_person(reading, old) and _has_person(reading, new))


def _has_person(reading: Reading, draft: Draft) -> bool:
    return any(kind_of(reading, p) == "person" and len(draft.people) > 1 for p in draft.people)


def _same_form(old: Draft, new: Draft) -> bool:
    return old.form == new.form or "open" in (old.form, new.form)


def _same_place(old: Draft, new: Draft) -> bool:
    if old.place is None or new.place is None:
        return True
    return old.place.name == new.place.name or (
        old.place.country == new.place.country and "country" in (old.place.precision, new.place.precision)
    )


def _same_status(old: Draft, new: Draft) -> bool:
    if old.status == new.status:
        return True
    return {old.status, new.status} in ({"planned", "cancelled"}, {"planned", "refused"}, {"happened", "ongoing"})


def _better_date(old: EventDate | None, new: EventDate | None) -> EventDate | None:
    if old is None or new is None:
        return old or new
    return min(old, new, key=lambda d: (d.method in _WEAK_DATES, _FINE.get(d.precision, 4)))
