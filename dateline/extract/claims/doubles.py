"""One act told by two words of a clause: "Russian air strikes hit hospitals", "a bomb planted by rebels killed"."""

from dateline.extract.claims.drafts import Draft
from dateline.extract.claims.scene import among

_ROLES = frozenset({"subject", "acl", "relcl", "noun"})


def without_doubles(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only name what another tells whole; in the same order."""
    dropped: set[int] = set()
    for i, first in enumerate(drafts):
        for j, second in enumerate(drafts):
            if j > i and not {i, j} & dropped and _one_act(first, second):
                dropped.add(j if len(first.recipients) >= len(second.recipients) else i)
    return [d for i, d in enumerate(drafts) if i not in dropped]


def _one_act(first: Draft, second: Draft) -> bool:
    """Whether one word hangs on the other, and both tell the same deed of the same doers to whoever both name."""
    if first.type != "ASSAULT" or (first.type, first.status) != (second.type, second.status):
        return False
    if not (_hangs_on(first, second) or _hangs_on(second, first)):
        return False
    if not first.actors or not all(among(w, second.actors) for w in first.actors):
        return False
    few, many = sorted((first.recipients, second.recipients), key=len)
    return all(among(w, many) for w in few)


def _hangs_on(draft: Draft, other: Draft) -> bool:
    value = draft.predicate.value
    return value.governor == other.predicate.id and value.governor_role in _ROLES
