"""The last word on who stands on which side: rules 2 and 3 of the codebook."""

from dateline.extract.claims.drafts import Draft
from dateline.extract.claims.scene import NOBODY, STATE, Who, among


def settle(draft: Draft) -> Draft | None:
    """The draft with its sides in order, or None where too few are left for a claim."""
    draft.actors = _distinct([w for w in draft.actors if w.level > NOBODY])
    draft.recipients = _distinct([w for w in draft.recipients if w.level > NOBODY and not among(w, draft.actors)])
    if draft.type == "CONSULT" and draft.rule.startswith("consult.mediat"):
        # The mediator is the actor, those between whom it mediates the recipients.
        pass
    elif draft.type == "CONSULT" and draft.mode != "visit":
        draft.actors, draft.recipients = _distinct([*draft.actors, *draft.recipients]), []
        many = any(w.plural for w in draft.actors)
        if len(draft.actors) < 2 and not many and draft.mode != "multilateral":
            return None
    elif draft.alone:
        # A meeting promised or refused takes somebody to meet.
        return None
    elif draft.together:
        draft.actors, draft.recipients = _distinct([*draft.actors, *draft.recipients]), []
    if not draft.actors and draft.type not in ("ASSAULT", "COERCE", "SANCTION", "ACCUSE", "THREATEN", "RETREAT"):
        return None
    if not draft.actors and not draft.recipients:
        return None
    if _same_country(draft) and draft.type in ("COOPERATE", "AID"):
        # A government that backs its own minister is seldom news of this kind.
        draft.prior = round(draft.prior * 0.7, 3)
    return draft


def _same_country(draft: Draft) -> bool:
    countries = {w.country for w in (*draft.actors, *draft.recipients)}
    return bool(draft.recipients) and len(countries) == 1 and None not in countries


def _distinct(group: list[Who]) -> list[Who]:
    """Each actor once; the state itself where an adjective of it stands beside ("the French army, France")."""
    found: list[Who] = []
    for who in sorted(group, key=lambda w: (-(w.level == STATE), w.span)):
        if not among(who, found):
            found.append(who)
    return sorted(found, key=lambda w: w.span)
