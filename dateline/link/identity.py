"""Ids that last: a lasting thing keeps its id when reports are added, and a merge leaves a redirect."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from dateline.model.lasting import Redirect


@dataclass(frozen=True, slots=True)
class Cluster:
    """Annotations that are one thing. `key` says what it is called; `known` that the ontology has it under that key."""

    key: str
    members: tuple[str, ...]
    known: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """The id of each cluster, in their order, and the redirects from ids given up."""

    ids: tuple[str, ...]
    redirects: tuple[Redirect, ...]


def hashed(prefix: str, *parts: str | None) -> str:
    """An id made of a prefix and a hash."""
    key = "\x00".join("" if part is None else part for part in parts)
    return prefix + blake2b(key.encode(), digest_size=7).hexdigest()


def name_clusters(
    clusters: Sequence[Cluster],
    *,
    kind: str,
    before: Mapping[str, str],
    redirects: Iterable[Redirect] = (),
) -> Named:
    """Give each cluster an id; `before` is the id under which each annotation was last known.

    What the ontology knows has the hash of its key. Anything else keeps the id that most of its members had, if no
    other cluster has more of them; where it is new, its id is the hash of its key and of its place among those of the
    same key. So one run over the same reports gives the same ids, in whatever order they were read.
    """
    had = [Counter(before[m] for m in cluster.members if m in before) for cluster in clusters]
    ids: list[str | None] = [_natural(c.key, kind, 0) if c.known else None for c in clusters]
    taken = {i for i in ids if i is not None}
    for number, old in _claims(clusters, had, kind):
        if ids[number] is None and old not in taken:
            ids[number] = old
            taken.add(old)
    for number in sorted(range(len(clusters)), key=lambda n: (clusters[n].key, clusters[n].members)):
        if ids[number] is None:
            ids[number] = _free(clusters[number].key, kind, taken)
            taken.add(ids[number] or "")
    made = tuple(i or "" for i in ids)
    return Named(made, _redirects(made, had, kind=kind, old=redirects))


def _claims(clusters: Sequence[Cluster], had: Sequence[Counter[str]], kind: str) -> list[tuple[int, str]]:
    """Who wants which old id, the best claim first: most members, then the id that its key would give it anyway."""
    found = [
        (-count, old != _natural(clusters[number].key, kind, 0), clusters[number].members, number, old)
        for number, counts in enumerate(had)
        for old, count in counts.items()
    ]
    return [(number, old) for *_, number, old in sorted(found)]


def _natural(key: str, kind: str, ordinal: int) -> str:
    # No layer of a reading begins with this letter, so that the ids of both can be told apart.
    return hashed("l", kind, key, str(ordinal))


def _free(key: str, kind: str, taken: set[str]) -> str:
    ordinal = 0
    while (found := _natural(key, kind, ordinal)) in taken:
        ordinal += 1
    return found


def _redirects(
    ids: Sequence[str], had: Sequence[Counter[str]], *, kind: str, old: Iterable[Redirect]
) -> tuple[Redirect, ...]:
    live = set(ids)
    heirs: dict[str, tuple[int, str]] = {}
    for new, counts in zip(ids, had, strict=True):
        for gone, count in counts.items():
            if gone not in live:
                heirs[gone] = min(heirs.get(gone, (0, "")), (-count, new))
    targets = {gone: new for gone, (_, new) in heirs.items()}
    for redirect in old:
        if redirect.kind == kind and redirect.id not in live:
            target = targets.get(redirect.target, redirect.target)
            if target in live:
                targets.setdefault(redirect.id, target)
    return tuple(Redirect(gone, kind, new) for gone, new in sorted(targets.items()))
