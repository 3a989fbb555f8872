"""Quotes: what somebody is reported to have said."""

from dataclasses import dataclass

from dateline.query import columns as c
from dateline.query.filters import OUTLET, Conditions, Paged, select, somebody, whole_words
from dateline.query.question import Question, Select, option
from dateline.store.table import REAL, TEXT, TEXTS, Column

_CONTENT = (
    'array_to_string(list_transform(q.content, s -> substring(d.text, s."start" + 1, s."end" - s."start")), \' … \')'
)

_COLUMNS = f"""
    q.id, q.document, d.published AS date, q.speaker_name AS speaker, q.speaker_country,
    q.addressee_name AS addressee, {_CONTENT} AS content, q.kind,
    {c.words_sql("q.cue_start", "q.cue_end")} AS cue, q.speaker_method, q.parent, q.probability,
    list_transform(q.content, s -> s."start" || '-' || s."end") AS spans,
    {c.SOURCE_SQL}, q."start" AS nth"""
_SOURCE = """
    quotes q JOIN documents d ON d.id = q.document"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes(Paged):
    """What to look for among quotes."""

    who: str | None = option("Who says it: a country (RUS, Russia, Russian) or words of a name (Lavrov).")
    with_: str | None = option("To whom it is said: a country or words of a name.")
    what: str | None = option("Words that stand in what is said.")
    since: str | None = option("Only reports published on or after this day, month or year.")
    until: str | None = option("Only reports published on or before this day, month or year.")
    outlet: str | None = option(OUTLET)


def _select(params: Quotes) -> Select:
    conditions = Conditions()
    for role, words in (("speaker", params.who), ("addressee", params.with_)):
        if words:
            someone = somebody(words)
            if someone.country:
                conditions.add(f"q.{role}_country = ?", someone.country)
            else:
                conditions.words(f"q.{role}_name", words)
    if params.what:
        conditions.add(f"regexp_matches({_CONTENT}, ?, 'i')", whole_words(params.what))
    conditions.between("d.published", "d.published", params.since, params.until)
    conditions.outlet(params.outlet)
    return select(_COLUMNS, _SOURCE, conditions, order="date NULLS LAST, document, nth, id")


QUESTION = Question(
    "quotes",
    "Who is reported to have said what, in which words.",
    {"who": "Lavrov"},
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
        *c.SOURCE,
    ),
    _select,
    shown=("date", "speaker", "content", "outlet", "id"),
)
