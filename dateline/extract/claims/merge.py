"""The same event told again in the report: one claim is kept, the other spans are its `also`."""

from dataclasses import replace

from dateline.model.claim import Claim, Side
from dateline.model.time import EventDate

_VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})
_FAR = 10


def same_event(first: Claim, second: Claim, *, same_words: bool) -> bool:
    """Whether two claims of one report tell one event: type, status, sides and dates agree.

    Words are cheap: somebody may accuse somebody of two things. Verbal acts are one only in the same words or mode.
    """
    if first.type != second.type or first.status != second.status:
        return False
    if first.mode and second.mode and first.mode != second.mode:
        return False
    if first.type in _VERBAL and not same_words:
        return False
    if (first.mode == "phone") != (second.mode == "phone"):
        return False  # a call is no meeting
    if first.place and second.place and first.place.name != second.place.name and first.type == "CONSULT":
        return False
    if not _same_people(first, second):
        return False
    if first.type == "CONSULT":
        return _meets(first.actors + first.recipients, second.actors + second.recipients) and dates_fit(
            first.date, second.date
        )
    return (
        _meets(first.actors, second.actors)
        and _meets(first.recipients, second.recipients)
        and dates_fit(first.date, second.date)
        and not _other_toll(first, second)
    )


def _other_toll(first: Claim, second: Claim) -> bool:
    """ "Killed 200 since 1985", "killed three last week": counts that lie far apart are of two events."""
    return any(
        a.what == b.what and max(a.min, b.min) > _FAR * min(a.max, b.max) for a in first.numbers for b in second.numbers
    )


def _same_people(first: Claim, second: Claim) -> bool:
    """Within one country the country says nothing: two senators who endorse a third have done two things."""
    at_home = len(_keys((*first.actors, *first.recipients, *second.actors, *second.recipients))) < 2
    if not at_home or first.type == "CONSULT":
        return True
    pairs = ((first.actors, second.actors), (first.recipients, second.recipients))
    return all(_known_actors(a) & _known_actors(b) or not (_known_actors(a) and _known_actors(b)) for a, b in pairs)


def _known_actors(sides: tuple[Side, ...]) -> set[str]:
    return {s.actor for s in sides if s.actor}


def _keys(sides: tuple[Side, ...]) -> set[str]:
    return {s.country or s.actor or "" for s in sides} - {""}


def _meets(first: tuple[Side, ...], second: tuple[Side, ...]) -> bool:
    """One side names the same as, or part of, the other; an unnamed side fits only an unnamed one."""
    a, b = _keys(first), _keys(second)
    return a == b or bool(a and b and (a <= b or b <= a))


def dates_fit(first: EventDate | None, second: EventDate | None) -> bool:
    """Whether two dates can be of one event: one within the other, or either of them unknown or only carried."""
    if first is None or second is None:
        return True
    if "publication" in (first.method, second.method) and first.start[:4] == second.start[:4]:
        return True
    return first.start[: len(second.start)] <= second.end and second.start[: len(first.start)] <= first.end


def tells_less(headline: Claim, claim: Claim) -> bool:
    """Whether a headline without names ("Ministers meet in Geneva") tells what the report's claim tells."""
    sides = (*headline.actors, *headline.recipients)
    return (
        headline.type == claim.type
        and headline.status == claim.status
        and not any(s.country for s in sides)
        and (headline.mode is None or claim.mode is None or headline.mode == claim.mode)
        and any(s.country for s in claim.actors)
        and dates_fit(headline.date, claim.date)
    )


def merged(kept: Claim, other: Claim) -> Claim:
    """The kept claim with the other's span among its `also`, and with what only the other knows."""
    spans = tuple(sorted({*kept.also, other.evidence, *other.also} - {kept.evidence}))
    better_date = kept.date if _known(kept.date) or other.date is None else other.date
    actors, recipients = _fuller(kept.actors, other.actors), _fuller(kept.recipients, other.recipients)
    if kept.type == "CONSULT" and "visit" in (kept.mode, other.mode):
        actors, recipients = _of_visit(kept, other)
    return replace(
        kept,
        also=spans,
        mode=kept.mode or other.mode,
        date=better_date,
        place=kept.place or other.place,
        actors=actors,
        recipients=recipients,
        numbers=kept.numbers or other.numbers,
        contexts=tuple(dict.fromkeys((*kept.contexts, *other.contexts))),
    )


def _of_visit(kept: Claim, other: Claim) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """Visitors, and hosts: whoever of the host country was met stands for it."""
    visit, meeting = (kept, other) if kept.mode == "visit" else (other, kept)
    if meeting.mode == "visit":
        return _fuller(visit.actors, meeting.actors), _fuller(visit.recipients, meeting.recipients)
    visitors = _keys(visit.actors)
    hosts = tuple(s for s in (*meeting.actors, *meeting.recipients) if _keys((s,)) - visitors)
    of_hosts = {s.country for s in visit.recipients if s.country}
    better = tuple(s for s in hosts if s.office is not None and s.country in of_hosts)
    return visit.actors, better or visit.recipients or hosts


def _fuller(first: tuple[Side, ...], second: tuple[Side, ...]) -> tuple[Side, ...]:
    """The sides that tell more: more of them, else more with an office ("the two countries" are their ministers)."""
    fuller = max(first, second, key=lambda sides: (len(sides), sum(s.office is not None for s in sides)))
    other = second if fuller is first else first
    return tuple(dict.fromkeys(_in_office(s, other) for s in fuller))


def _in_office(side: Side, others: tuple[Side, ...]) -> Side:
    """The one of the same country with a higher office: the king, and not "officials"."""
    if side.country is None or _has_rank(side):
        return side
    same = [s for s in others if s.country == side.country]
    return same[0] if len(same) == 1 and _has_rank(same[0]) else side


def _has_rank(side: Side) -> bool:
    return side.office is not None and side.office.rank not in (None, "official")


def _known(date: EventDate | None) -> bool:
    return date is not None and date.method in ("adjunct", "clause")
