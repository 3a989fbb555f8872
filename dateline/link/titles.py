"""Which words of a mention say that somebody holds an office, and how: now, acting, no more, not yet."""

from dateline.lang.phrases import split_words
from dateline.lang.titles import title_words, titles

HOLDS, ACTING, FORMER, COMING = "holds", "acting", "former", "coming"
_PAST = frozenset({"then"})


def says(words: str, title: str) -> bool:
    """Whether the words of a mention hold the title, as it is or shortened ("Sen.", "PM").

    Phase one also takes titles from the register, which are nothing that a report says.
    """
    cut = [w.lower() for w in split_words(words)]
    wanted = split_words(title.lower())
    for start in range(len(cut)):
        if tuple(cut[start : start + len(wanted)]) == wanted:
            return True
        for _, senses in titles().at(cut, start):
            if any(sense.name == title or title.endswith(f" {sense.name}") for sense in senses):
                return True
    return False


def standing(words: str, title: str, *, former: bool) -> str:
    """How the office is held by what the words beside its title say: `holds`, `acting`, `former` or `coming`."""
    titled = set(split_words(title.lower()))
    cut = [w for w in (w.lower() for w in split_words(words.replace("-", " - "))) if w not in titled]
    effects = {title_words().modifiers.get(word) for word in cut}
    if former or "former" in effects or _PAST & set(cut):
        return FORMER
    if "coming" in effects:
        return COMING
    return ACTING if "acting" in effects else HOLDS
