"""Numbers in words and digits."""

import re

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: i for i, word in enumerate(_SMALL)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def whole_number(words: str) -> int | None:
    """The whole number that a word or two stand for ("18", "1,500", "twenty-seven"), or None."""
    text = words.lower().strip()
    if _DIGITS.fullmatch(text):
        return int(text.replace(",", ""))
    if text in _VALUES:
        return _VALUES[text]
    tens, _, ones = text.replace(" ", "-").partition("-")
    if tens in _TENS and 0 < _VALUES.get(ones, 0) < 10:
        return _VALUES[tens] + _VALUES[ones]
    return None
