"""When and where a claim happened: the act that it tells, not the deed that it speaks of.

"Refused on Monday to meet on Friday" is a refusal of Monday; a threat is made when and where it is said.
"""

from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.claims.drafts import Draft
from dateline.extract.claims.scene import Scene
from dateline.extract.event_dates.days import published_day
from dateline.extract.event_places import dates_of
from dateline.extract.event_places.presence import Presence
from dateline.lang.cues import cues
from dateline.model import layers
from dateline.model.annotation import Annotation
from dateline.model.place import EventPlace
from dateline.model.predicate import Predicate
from dateline.model.time import EventDate

# What is done by words: it has happened when it is said, whatever becomes of the deed.
_BY_WORDS = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT", "AGREE"})
# What is done to or in a country that is itself a side.
_AT_PLACES = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "AID"})

Told = Annotation[Predicate]
_WEEK = timedelta(days=7)


class Circumstances:
    """Dates and places for the drafts of one reading."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._presence = Presence(scene.reading, dates_of(scene.reading))
        for told in scene.reading.predicates:
            if (found := self._place(told)) is not None:
                self._presence.add(told, found)

    def date(self, draft: Draft) -> EventDate | None:
        """When it happened, or None where the report does not tell."""
        deed, act = draft.predicate, self._act(draft)
        if not _is_by_words(draft):
            found = self._date(deed) or (self._date(act) if deed.value.form == "noun" else None)
        elif act.id == deed.id and not _is_ahead(act.value):
            found = self._date(act)
        else:
            saying = self._saying(act)
            told = self._date(act) if act.id != deed.id else None
            found = told or (self._date(saying) if saying else None)
            if found is None and act.id != deed.id and deed.value.form == "noun":
                found = self._date(deed)
        return replace(self._ahead(found, draft), predicate=None) if found is not None else None

    def _ahead(self, found: EventDate, draft: Draft) -> EventDate:
        """The weekday of something planned lies ahead: "plan to protest at his speech Monday"."""
        published, text = published_day(self.scene.reading), self.scene.text
        if draft.status != "planned" or found.precision != "day" or found.span is None or published is None:
            return found
        if not found.span.of(text).lower().endswith("day") or found.start >= published:
            return found
        day = (date.fromisoformat(found.start) + _WEEK).isoformat()
        return replace(found, start=day, end=day) if day >= published else found

    def place(self, draft: Draft) -> EventPlace | None:
        """Where it happened, or None. A call is nowhere: each of the two is somewhere else."""
        if draft.mode == "phone":
            return None
        act = self._act(draft) if _is_by_words(draft) else draft.predicate
        found = self._place(act)
        if found is not None and _is_home(found, draft):
            found = None
        if found is None and _is_by_words(draft):
            found = self._where_said(draft, act)
        return replace(found, predicate=None) if found is not None else None

    def _where_said(self, draft: Draft, act: Told) -> EventPlace | None:
        """The place of the saying, or where whoever speaks these words was on that day."""
        saying = self._saying(act)
        if saying is not None:
            return self._place(saying) if _is_ahead(act.value) else None
        quote, day = self.scene.quote_at(draft.trigger), self.date(draft)
        if quote is None or quote.value.speaker is None or day is None or day.precision != "day":
            return None
        speaker = quote.value.speaker.actor
        if not any(who.actor == speaker for who in draft.actors):
            return None
        found = self._presence.at(speaker, day.start)
        return replace(found, method="carried") if found is not None else None

    def _act(self, draft: Draft) -> Told:
        """The outermost predicate in the words of the trigger: the refusal of "refused to meet"."""
        act = draft.predicate
        while act.value.governor is not None:
            above = self.scene.by_id.get(act.value.governor)
            if above is None or not draft.trigger.contains(above.span):
                break
            act = above
        return act

    def _saying(self, act: Told) -> Told | None:
        """The saying verb whose content an act is, or None."""
        above = self.scene.by_id.get(act.value.governor or "")
        if above is not None and act.value.governor_role == "conj":
            above = self.scene.by_id.get(above.value.governor or "")
        if above is None or above.value.form != "verb" or above.value.lemma not in cues().spoken:
            return None
        return None if above.span.overlap(act.span) else above

    def _date(self, told: Told) -> EventDate | None:
        found = self.scene.reading.of_predicate(layers.EVENT_DATE, told.id)
        return found.value if found is not None else None

    def _place(self, told: Told) -> EventPlace | None:
        found = self.scene.reading.of_predicate(layers.EVENT_PLACE, told.id)
        return found.value if found is not None else None


def _is_by_words(draft: Draft) -> bool:
    return draft.type in _BY_WORDS and draft.status in {"happened", "denied"}


def _is_ahead(predicate: Predicate) -> bool:
    return predicate.tense == "future" or predicate.modal is not None


def _is_home(place: EventPlace, draft: Draft) -> bool:
    """Whether a place only says whose a side is: "summoned the ambassadors of Chad and Niger" (rule 10)."""
    if draft.mode == "visit" or draft.type in _AT_PLACES:
        return False
    return any(w.kind != "place" and w.span.overlap(place.span) for w in (*draft.actors, *draft.recipients))
