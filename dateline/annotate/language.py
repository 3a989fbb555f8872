"""Which language a report is written in."""

from py3langid import classify

# Language is plain after a few hundred letters; more only costs time.
_LOOK_AT = 1500
_TOO_FEW = 20


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or None where there are too few letters to tell."""
    sample = text[:_LOOK_AT]
    if sum(c.isalpha() for c in sample) < _TOO_FEW:
        return None
    code: str = classify(sample)[0]
    return code
