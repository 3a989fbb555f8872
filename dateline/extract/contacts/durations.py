"""How long a contact lasted: "a two-hour meeting", "three days of talks", "the talks lasted a day"."""

import re
from collections.abc import Iterator

from dateline.extract.contacts.tellings import Telling
from dateline.lang.diplomacy import contact_words
from dateline.model.annotation import Annotation
from dateline.model.diplomacy import Duration
from dateline.model.reading import Reading
from dateline.model.time import TimeExpression

# Minutes, hours, days and weeks: nothing that lasts for months is one contact.
_SHORT = re.compile(r"PT[\d.]+[HM]|P[\d.]+[DW]")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NEAR = 3  # steps in the grammar from a duration to what it is said of


def duration_of(reading: Reading, telling: Telling) -> Duration | None:
    """How long, where the words of a telling say so themselves."""
    value = telling.value
    noun = value.noun if value.noun is not None else value.head if telling.is_noun else None
    heads = {value.head, noun} | ({telling.governor.value.head} if telling.governor and telling.is_noun else set())
    for time, first in _durations(reading):
        if noun is not None and (_modifies(reading, first, noun) or _of_noun(reading, first, noun)):
            return Duration(time.value.value, time.span)
        if _for_so_long(reading, first) in heads - {None} or (noun is not None and _lasted(reading, first) == noun):
            return Duration(time.value.value, time.span)
    return None


def told_later(reading: Reading) -> Iterator[tuple[int, bool, Duration]]:
    """What "the talks lasted three hours" says of a contact told before.

    The token of the noun, whether it points back to another sentence, and how long.
    """
    nouns = contact_words().nouns
    for time, first in _durations(reading):
        noun = _lasted(reading, first)
        if noun is None or reading.parsed.tokens[noun].lemma not in nouns:
            continue
        below = {reading.parsed.tokens[c].lower for c in reading.parsed.children(noun)}
        yield noun, bool(below & contact_words()["back"]), Duration(time.value.value, time.span)


def _durations(reading: Reading) -> Iterator[tuple[Annotation[TimeExpression], int]]:
    """The short durations that headline and body tell, each with the token that heads it."""
    for time in reading.times:
        inside = reading.parsed.inside(time.span)
        if inside and _SHORT.fullmatch(time.value.value) and reading.tells(time.span):
            yield time, next((i for i in inside if reading.parsed.tokens[i].head not in inside), inside[-1])


def _modifies(reading: Reading, index: int, noun: int) -> bool:
    """ "A [two-hour] meeting"."""
    return index < noun and noun in list(reading.parsed.ancestors(index))[:_NEAR]


def _of_noun(reading: Reading, index: int, noun: int) -> bool:
    """ "[Three days] of talks"."""
    of = next((c for c in reading.parsed.children(index) if reading.parsed.tokens[c].lower == "of"), None)
    return of is not None and reading.parsed.child(of, "pobj") == noun


def _for_so_long(reading: Reading, index: int) -> int | None:
    """The token that "for 40 minutes" hangs on."""
    tokens = reading.parsed.tokens
    above = tokens[tokens[index].head]
    return above.head if above.lower == "for" and above.pos == "ADP" else None


def _lasted(reading: Reading, index: int) -> int | None:
    """The subject of a verb of lasting that a duration belongs to."""
    syntax = reading.parsed
    verb = next(
        (i for i in list(syntax.ancestors(index))[:2] if syntax.tokens[i].lemma in contact_words()["lasting"]), None
    )
    if verb is None:
        return None
    subject = next((c for c in syntax.children(verb) if syntax.tokens[c].dep in _SUBJECTS), None)
    if subject is not None and syntax.tokens[subject].lower in ("which", "that"):
        return syntax.tokens[verb].head
    return subject
