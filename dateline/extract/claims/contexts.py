"""PLOVER's contexts from the words of a sentence."""

from functools import cache

from dateline.ontology.plover import contexts

_MOST = 4


@cache
def _cues() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    single: dict[str, list[str]] = {}
    several: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for context, words in contexts().items():
        for word in words:
            parts = tuple(word.replace("-", " - ").split())
            if len(parts) == 1:
                single.setdefault(parts[0], []).append(context)
            else:
                several.setdefault(parts[0], []).append((parts, context))
    return {k: tuple(v) for k, v in single.items()}, {k: tuple(v) for k, v in several.items()}


def contexts_in(words: list[str], *, given: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The contexts that the words (lower case, in order) make likely, `given` ones first, at most six."""
    single, several = _cues()
    counts: dict[str, int] = {}
    for i, word in enumerate(words):
        for context in single.get(word, ()):
            counts[context] = counts.get(context, 0) + 1
        for parts, context in several.get(word, ()):
            if tuple(words[i : i + len(parts)]) == parts:
                counts[context] = counts.get(context, 0) + 2
    order = list(contexts())
    found = sorted(counts, key=lambda c: (-counts[c], order.index(c)))
    return tuple(dict.fromkeys((*given, *[c for c in found if c not in given][:_MOST])))
