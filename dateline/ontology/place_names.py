"""How names of places are compared: case, accents, hyphens and the usual abbreviations make no difference."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_MARKS = re.compile(r"['’‘ʻ`ʿʾ.\u0300-\u036f]")
_GAPS = re.compile(r"[\s\-–/,]+")
_ASCII = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_SAME = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def fold(name: str) -> str:
    """The form in which two spellings of one name are equal ("St. Étienne", "Saint-Etienne": `st etienne`)."""
    plain = name.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_ASCII))
    words = _GAPS.sub(" ", _MARKS.sub("", plain)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_SAME.get(word, word) for word in words)


@lru_cache(maxsize=20_000)
def key(name: str) -> int:
    """A 64-bit number that is equal for two spellings of one name."""
    return int.from_bytes(blake2b(fold(name).encode(), digest_size=8).digest(), "big")
