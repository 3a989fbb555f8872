"""The stage: predicates and claims about contacts become contacts; several sentences on one contact are one."""

from collections.abc import Iterator

from dateline.extract.contacts.circumstances import date_of, form_of, phrase, place_of, sidelines_forum
from dateline.extract.contacts.drafts import Draft, merge
from dateline.extract.contacts.durations import duration_of, told_later
from dateline.extract.contacts.forums import whole_meetings
from dateline.extract.contacts.people import are_opposed, at_home, is_contact, kind_of, level_of, participants
from dateline.extract.contacts.tellings import Telling, has_other_object, status_of, tellings, words_of
from dateline.lang.diplomacy import contact_words
from dateline.model import layers
from dateline.model.annotation import Annotation, Namer
from dateline.model.diplomacy import Contact, Participant
from dateline.model.reading import Reading

_MANY = 3
_BACK = 2  # sentences from a contact to how long it took
_HELD = ("happened", "ongoing", "planned")
_APART = frozenset({"phone", "video", "letter"})  # each is somewhere else: the contact is nowhere
_LEADING = frozenset({"head-of-state", "head-of-government", "foreign-minister", "minister"})
_BODIES = frozenset({"IGO", "UNO", "EUR", None})


class Contacts:
    """Contacts of a report: who met, called or wrote whom, in what form and setting, at what level, when and where."""

    name = "contacts"
    requires = frozenset(
        {layers.SYNTAX, layers.REGION, layers.MENTION, layers.ACTOR, layers.TIME, layers.PREDICATE}
        | {layers.EVENT_DATE, layers.EVENT_PLACE, layers.CLAIM}
    )
    provides = frozenset({layers.CONTACT})

    def __call__(self, reading: Reading) -> Iterator[Annotation[Contact]]:
        drafts: list[Draft] = []
        told: tuple[Participant, ...] = ()
        for telling in tellings(reading):
            draft = _draft(reading, telling, told)
            if draft is None:
                continue
            if is_contact(draft.people):
                told = draft.people
            if draft.status and not any(merge(reading, old, draft) for old in drafts):
                drafts.append(draft)
        _add_durations(reading, drafts)
        drafts += whole_meetings(reading, drafts)
        namer = Namer(reading.document.id, layers.CONTACT)
        for draft in drafts:
            yield Annotation(namer(draft.span), layers.CONTACT, draft.span, self.name, _contact(reading, draft))


def _add_durations(reading: Reading, drafts: list[Draft]) -> None:
    """How long the contact told of last took, where a later sentence says so."""
    syntax = reading.parsed
    for noun, points_back, duration in told_later(reading):
        token = syntax.tokens[noun]
        near = syntax.sentence_span(max(0, token.sentence - _BACK * points_back)).start
        form = contact_words().nouns[token.lemma]
        before = [
            d
            for d in drafts
            if near <= d.span.start <= token.start
            and d.status in _HELD
            and (form in ("open", d.form) or d.form == "open")
        ]
        if before and before[-1].duration is None:
            before[-1].duration = duration


def _draft(reading: Reading, telling: Telling, told: tuple[Participant, ...]) -> Draft | None:
    """What a predicate tells, its status empty where it tells who but not that they were in contact."""
    if has_other_object(reading, telling):
        return None
    people = participants(reading, telling, told)
    if not (is_contact(people) or are_opposed(reading, people) or any(_is_many(reading, p) for p in people)):
        return None
    status = status_of(reading, telling) or ""
    aside, forum = sidelines_forum(reading, telling)
    form = form_of(reading, telling)
    return Draft(
        span=words_of(reading, telling),
        claims=(telling.claim.id,) if telling.claim else (),
        people=people,
        status=status,
        form=form,
        aside=aside,
        forum=phrase(reading, forum) if forum is not None else None,
        forum_head=forum,
        date=date_of(reading, telling, status=status),
        place=None if form in _APART else place_of(reading, telling),
        duration=duration_of(reading, telling),
    )


def _is_many(reading: Reading, participant: Participant) -> bool:
    """Whether a participant is a group out of several countries: "leaders of the ten members"."""
    is_group = kind_of(reading, participant) == "group" and participant.country in _BODIES
    return is_group and participant.rank in _LEADING


def _contact(reading: Reading, draft: Draft) -> Contact:
    form = draft.form
    if form == "open":
        form = "in-person" if draft.place or draft.aside or draft.forum else "unknown"
    setting = _setting(reading, draft)
    return Contact(
        claims=draft.claims,
        status=draft.status,
        form=form,
        setting=setting,
        forum=draft.forum,
        level=level_of(draft.people),
        date=draft.date,
        place=draft.place,
        participants=at_home(draft.people, draft.place)
        if form == "in-person" and setting == "bilateral"
        else draft.people,
        duration=draft.duration,
    )


def _setting(reading: Reading, draft: Draft) -> str:
    if draft.aside:
        return "sidelines"
    if draft.whole or len(draft.countries) >= _MANY or any(_is_many(reading, p) for p in draft.people):
        return "multilateral"
    if draft.forum:
        return "sidelines" if len(draft.countries) == len(draft.people) else "multilateral"
    return "bilateral" if len(draft.people) > 1 else "unknown"
