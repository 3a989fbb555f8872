"""Names of persons taken apart and compared: order, spelling, initials, pet names, forms of address."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from dateline.lang.linking import person_names
from dateline.lang.names import family_first, first_names, particles, suffixes
from dateline.ontology.offices import plain, sound

# How two names agree, the surest first.
SAME, VARIANT, TURNED, LONGER, NEAR = "same", "variant", "turned", "longer", "near"
# The same name but for something that tells father from son and one George Bush from the other.
CLASH = "clash"

_QUOTED = re.compile(r"[\"“”'‘(][^\"“”'’)]*[\"“”'’)]\s*")
_INITIALS = re.compile(r"\b([A-Z])\.(?=[A-Z]\b)")
# "PV Narasimha Rao", "APJ Abdul Kalam"; not "TED CRUZ" and "II".
_RUN_TOGETHER = re.compile(r"^([A-Z]{2,3})(?= \w+[a-z])")
_ARTICLE = re.compile(r"\b([A-Za-z]{2,3})-(?=\w)")
_NEAR_ENOUGH = 5
_TAKEN_FOR_EACH_OTHER = ({"k", "g"}, {"j", "d"}, {"e", "i"}, {"o", "u"})


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as it sounds: given names, middle names and initials, family name, "jr"."""

    words: tuple[str, ...]
    given: str
    middle: tuple[str, ...]
    family: str
    suffix: str | None

    @property
    def full(self) -> bool:
        """Whether it has a given name or an initial beside the family name."""
        return len(self.words) > 1


@cache
def parse(text: str) -> Name | None:
    """The name in some words; None where nothing is left of them."""
    words = _cut(text)
    suffix = None
    while len(words) > 1 and words[-1] in suffixes():
        suffix = words.pop().rstrip(".")
    while len(words) > 1 and words[0] in person_names().address and not _is_given(words):
        words.pop(0)
    words = [w for n, w in enumerate(words) if not (0 < n < len(words) - 1 and w in person_names().prefixes)]
    if not words:
        return None
    heard = tuple(sound(w) for w in words)
    if len(words) == 1:
        return Name(heard, "", (), heard[0], suffix)
    if _is_family_first(words):
        return Name(heard, "".join(heard[1:]), (), heard[0], suffix)
    if _is_family_first(words[-1:] + words[:-1]):
        return Name(heard, "".join(heard[:-1]), (), heard[-1], suffix)
    first = next((n for n in range(1, len(words) - 1) if words[n] in particles()), len(words) - 1)
    family = " ".join(heard[first:])
    return Name(heard, heard[0], heard[1:first], family, suffix)


def _cut(text: str) -> list[str]:
    text = _QUOTED.sub("", text) if " " in _QUOTED.sub("", text).strip() else text
    text = _ARTICLE.sub(lambda m: "" if m[1].lower() in person_names().prefixes else m[0], text)
    text = _RUN_TOGETHER.sub(lambda m: m[0] if m[0].lower() in first_names() else " ".join(m[0]), text)
    return plain(_INITIALS.sub(r"\1. ", text).replace(",", " ")).split()


def _is_given(words: list[str]) -> bool:
    """Whether the first of two words is a given name, though it might be a title ("Prince", "Major")."""
    return len(words) == 2 and words[0] in first_names()


def _is_family_first(words: list[str]) -> bool:
    """Whether the family name comes first, as in Chinese and Korean names."""
    given = words[1:]
    if len(words) > 3 or words[0] not in family_first() or given[-1] in family_first():
        return False
    return not any(word in first_names() or len(word) == 1 for word in given)


def compare(a: Name, b: Name) -> str | None:
    """How two names agree; CLASH where they look alike but cannot be one; None where they do not agree.

    Both must be full.
    """
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return CLASH if a.family == b.family else None
    if a.words == b.words:
        return SAME if a.suffix == b.suffix else VARIANT
    if a.family == b.family:
        return _of_one_family(a, b)
    if sorted(a.words) == sorted(b.words) or (a.family, a.given) == (b.given, b.family):
        return TURNED
    if len(a.words) != len(b.words) and min(len(a.words), len(b.words)) > 1:
        short, long = sorted((a, b), key=lambda name: len(name.words))
        if long.words[: len(short.words)] == short.words and len(short.given) > 1:
            return LONGER
    if a.given == b.given and len(a.given) > 1 and _without_particles(a.family) == _without_particles(b.family):
        return LONGER  # "Mahathir bin Mohamad" is Mahathir Mohamad
    if min(len(a.given), len(b.given)) > 1 and _is_near(a.family, b.family):
        return NEAR if a.given == b.given or _is_same_given(a.given, b.given) else None
    return None


def _without_particles(family: str) -> str:
    words = family.split()
    while len(words) > 1 and words[0] in particles():
        words.pop(0)
    return " ".join(words)


def _of_one_family(a: Name, b: Name) -> str | None:
    if a.given == b.given:
        return SAME if not a.middle and not b.middle else _by_middle(a, b)
    if _is_same_given(a.given, b.given):
        return _by_middle(a, b)
    short, long = sorted((a, b), key=lambda name: len(name.words))
    if len(short.words) < len(long.words) and long.words[-len(short.words) :] == short.words:
        return LONGER  # "Tayyip Erdogan" is Recep Tayyip Erdogan
    for one, other in ((a, b), (b, a)):
        # "R. Clark Miller" is called "Clark Miller".
        if one.middle and _is_same_given(one.middle[0], other.given) and not other.middle:
            return LONGER
    if _is_near(a.given, b.given):
        return NEAR
    return CLASH if a.given[:1] == b.given[:1] or min(len(a.given), len(b.given)) > 1 else None


def _by_middle(a: Name, b: Name) -> str:
    if not a.middle or not b.middle:
        return VARIANT
    if all(len(w) > 1 for w in a.middle + b.middle):
        short, long = sorted((a.middle, b.middle), key=len)
        alike = len(short) == len(long) and all(x == y or _is_near(x, y) for x, y in zip(short, long, strict=True))
        return VARIANT if alike or _is_part(short, long) or _starts(short, long) else CLASH
    return VARIANT if _starts(a.middle, b.middle) and len(a.middle) == len(b.middle) else CLASH


def _starts(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the middle names agree one by one, an initial with what it stands for."""
    pairs = zip_longest(a, b)
    return all(x is None or y is None or x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in pairs)


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


@cache
def _is_same_given(a: str, b: str) -> bool:
    """Whether two given names may be one: an initial, or forms of one name."""
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    return bool(forms_of(a) & forms_of(b))


def forms_of(given: str) -> frozenset[int]:
    """The numbers of the names of which a given name, as it sounds, is a form."""
    return _rows().get(given, frozenset())


@cache
def _rows() -> dict[str, frozenset[int]]:
    rows: dict[str, frozenset[int]] = {}
    for form, numbers in person_names().same.items():
        rows[sound(form)] = rows.get(sound(form), frozenset()) | numbers
    return rows


@cache
def _is_near(a: str, b: str) -> bool:
    """Whether one letter more, less or changed makes one of the other, in names long enough for that to be chance."""
    if min(len(a), len(b)) < _NEAR_ENOUGH or abs(len(a) - len(b)) > 1:
        return False
    if a[0] != b[0] and {a[0], b[0]} not in _TAKEN_FOR_EACH_OTHER:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


@cache
def is_common(family: str) -> bool:
    """Whether a family name, as it sounds, is one of those that many bear."""
    return family in _common()


@cache
def is_usual(given: str) -> bool:
    """Whether a given name, as it sounds, is a usual one."""
    return len(given) < 2 or given in _usual()


@cache
def _usual() -> frozenset[str]:
    return frozenset(sound(name) for name in first_names())


@cache
def _common() -> frozenset[str]:
    return frozenset(sound(name) for name in person_names().common)
