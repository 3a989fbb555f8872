"""Quotes: what somebody is reported to have said."""

import re
from dataclasses import dataclass, replace

from dateline.query import columns as c
from dateline.query.filters import OUTLET, Conditions, Paged, somebody, whole_words
from dateline.query.pages import Few, Listing
from dateline.query.question import Question, Select, option
from dateline.query.ready import Ready, conditions, has_pattern, has_words
from dateline.store.table import REAL, TEXT, TEXTS, Column

_CONTENT = (
    'array_to_string(list_transform(q.content, s -> substring(d.text, s."start" + 1, s."end" - s."start")), \' … \')'
)

_COLUMNS = f"""
    q.id, q.document, d.published AS date, q.speaker_name AS speaker, q.speaker_country,
    q.addressee_name AS addressee, {_CONTENT} AS content, q.kind,
    {c.words_sql("q.cue_start", "q.cue_end")} AS cue, q.speaker_method, q.parent, q.probability,
    list_transform(q.content, s -> s."start" || '-' || s."end") AS spans,
    coalesce(k.claims, []) AS claims, {c.SOURCE_SQL}, q."start" AS nth"""
_LISTING = Listing(
    _COLUMNS,
    """{quotes} q JOIN {documents} d ON d.id = q.document
    LEFT JOIN (
        SELECT attributed_quote AS quote, list(id ORDER BY trigger_start, id) AS claims
        FROM {claims} c WHERE attributed_quote IS NOT NULL GROUP BY attributed_quote
    ) k ON k.quote = q.id""",
    order="date NULLS LAST, document, nth, id",
    keys='q.id, q.document, d.published AS date, q."start" AS nth',
    narrow="quotes q JOIN documents d ON d.id = q.document",
    tables={
        "quotes": Few("quotes", "id", "id"),
        "documents": Few("documents", "id", "document"),
        "claims": Few("claims", "attributed_quote", "id", wide=False),
    },
)
READY = Ready(
    "quotes",
    f"{_COLUMNS}, q.addressee_country, lower({_CONTENT}) AS content_lower",
    _LISTING.source,
    _LISTING.order,
)
_KINDS = ("direct", "indirect", "mixed")
# A word asked for is found with the endings of its other forms.
_ENDINGS = "(?:e|s|es|d|ed|ing|er|ers|'s|’s)?"
# Endings that are cut off, each from words longer than so many letters.
_CUT = {"ing": 6, "ed": 5}
_SHORTEST_PLURAL = 3
_PHRASE = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes(Paged):
    """What to look for among quotes."""

    who: str | None = option("Who says it: a country (RUS, Russia, Russian) or words of a name (Lavrov).")
    with_: str | None = option("To whom it is said: a country or words of a name.")
    what: str | None = option("Words that stand in what is said, whole and in this order.")
    about: str | None = option('What it is about: all of these words in any order and form; "in marks" one phrase.')
    kind: str | None = option("direct, indirect or mixed.")
    since: str | None = option("Only reports published on or after this day, month or year.")
    until: str | None = option("Only reports published on or before this day, month or year.")
    outlet: str | None = option(OUTLET)


def patterns(about: str) -> dict[str, str]:
    """A regular expression (RE2) for each word, and each phrase in marks, that must stand somewhere in the words.

    Each has the letters that are in whatever it fits.
    """
    found = {}
    for phrase, word in _PHRASE.findall(about):
        if phrase:
            found[whole_words(phrase)] = phrase
        elif stem := _stem(word):
            found[rf"(^|\W){re.escape(stem)}{_ENDINGS}(\W|$)"] = stem
    return found


def _stem(word: str) -> str:
    """A word without marks around it and without the ending of a plural or a verb."""
    bare = word.strip("\"'’.,;:!?()")
    for ending, shortest in _CUT.items():
        if len(bare) > shortest and bare.lower().endswith(ending):
            return bare[: -len(ending)]
    plural = len(bare) > _SHORTEST_PLURAL and bare.endswith("s") and not bare.endswith(("ss", "us", "is"))
    return bare[:-1] if plural else bare


def _select(params: Quotes) -> Select:
    plain, ready = Conditions(), conditions()
    for role, words in (("speaker", params.who), ("addressee", params.with_)):
        if words:
            someone = somebody(words)
            if someone.country:
                plain.add(f"q.{role}_country = ?", someone.country)
                ready.add(f"k.{role}_country = ?", someone.country)
            else:
                plain.words(f"q.{role}_name", words)
                has_words(ready, (f"k.{role}",), words)
    asked = patterns(params.about or "")
    if params.what:
        asked |= {whole_words(params.what): params.what}
    for pattern, letters in asked.items():
        plain.add(f"regexp_matches({_CONTENT}, ?, 'i')", pattern)
        has_pattern(ready, "k.content", pattern, letters, lower="k.content_lower")
    for some, of in ((plain, "q"), (ready, "k")):
        some.one_of(f"{of}.kind", params.kind, _KINDS, option="kind")
        some.published(params.since, params.until, prefix="")
        some.outlet(params.outlet)
    return replace(_LISTING.select(plain), ready=READY.select(ready))


QUESTION = Question(
    "quotes",
    "Who is reported to have said what, in which words.",
    {"who": "Lavrov", "about": "peace talks", "kind": "direct"},
    Quotes,
    (
        c.ID,
        c.DOCUMENT,
        Column("date", TEXT, "When the report was published."),
        Column("speaker", TEXT, "Who says it."),
        Column("speaker_country", TEXT, "The speaker's country."),
        Column("addressee", TEXT, "To whom it is said."),
        Column("content", TEXT, "The words said; a gap between two stretches is an ellipsis."),
        Column("kind", TEXT, "direct, indirect or mixed."),
        Column("cue", TEXT, "The reporting word."),
        Column("speaker_method", TEXT, "How the speaker was found."),
        Column("parent", TEXT, "The quote that this one stands in."),
        Column("probability", REAL, "How sure the producer is."),
        Column("spans", TEXTS, "Where the words stand, as start-end in code points."),
        Column("claims", TEXTS, "The claims that stand in it."),
        *c.SOURCE,
    ),
    _select,
    shown=("date", "speaker", "content", "outlet", "id"),
)
