"""Which language a report is written in."""

from py3langid import classify

from dateline.lang.frequent import frequent_words, words_of_neighbour

# Language is plain after a few hundred letters; more only costs time.
_LOOK_AT = 1500
_TOO_FEW = 20
# English news has two to three of these in ten words; its nearest neighbours, Scots and the creoles, one at most.
_ENOUGH = 0.15
_TOO_RARE = 0.1


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or None where there are too few letters to tell.

    By py3langid, unless English function words stand so thick that it is English all the same, since a lead full of
    foreign names looks foreign to a model of letters; or unless the language that it finds is made of English words,
    such as Nigerian Pidgin, and that language's own words are not there.
    """
    sample = text[:_LOOK_AT]
    if sum(c.isalpha() for c in sample) < _TOO_FEW:
        return None
    code: str = classify(sample)[0]
    if code == "en":
        return code
    # Names say nothing of the language that they stand in: only words in small letters are counted.
    words = [w.rstrip(".,;:)”’") for w in sample.split() if w[0].islower()]
    if words and sum(w in frequent_words("en") for w in words) >= _ENOUGH * len(words):
        return "en"
    own = words_of_neighbour("en", code)
    if own is not None and sum(w in own for w in words) <= _TOO_RARE * len(words):
        return "en"
    return code
