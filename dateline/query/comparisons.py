"""Comparisons that reports make ("their first meeting since …"), each checked against the record."""

from dataclasses import dataclass, replace

from dateline.query import columns as c
from dateline.query.filters import (
    OUTLET,
    PUBLISHED_SINCE,
    PUBLISHED_UNTIL,
    WITH,
    Conditions,
    Paged,
    country_of,
    whole_words,
)
from dateline.query.merged_contacts import RANK
from dateline.query.pages import WORDLESS, Found, few
from dateline.query.question import Page, Question, Select, option
from dateline.query.ready import Ready, conditions
from dateline.store.table import TEXT, TEXTS, Column

_KINDS = ("first", "highest", "most-senior", "last")
_VERDICTS = ("agrees", "contradicted", "not-known")

# What could contradict or bear out a comparison: the other contacts of the same countries, between what it counts from
# and what it compares. A level that the compared contact has must be theirs too, or one set of officials would speak
# for another; "highest" asks for a higher one, and "most-senior" (its first actor came, the second is the host) for
# somebody higher of the same country who came as a visitor or met outside of the own country.
_CHECK = f"""
    WITH asked AS (
        SELECT k.*, d.outlet, d.published, d.title, d.url, {c.evidence_sql('k."start"', 'k."end"')},
            {c.words_sql("k.since_start", "k.since_end")} AS since,
            CASE WHEN k.ever THEN '' ELSE k.date_end END AS point, t.level, t.date_start AS day,
            list_sort(k.countries) AS pair, k.kind = 'most-senior' AS by_rank, s.country AS home, s.office_rank AS rank
        FROM {{comparisons}} k JOIN {{documents}} d ON d.id = k.document
        LEFT JOIN {{actors}} s ON k.kind = 'most-senior' AND s.id = k.who[1] AND s.document = k.document
        LEFT JOIN contacts t ON t.id = k.contact AND t.document = k.document {{where}}),
    bounded AS (
        SELECT *, CASE WHEN kind = 'last' THEN least(published, (SELECT min(o.date_start) FROM contacts o
            WHERE o.document = asked.document AND list_sort(o.countries) = asked.pair
            AND o.date_start > asked.point || '~' AND o.status IN ('happened', 'ongoing')))
            ELSE coalesce(day, published) END AS bound,
            len(pair) > 1 AND point IS NOT NULL AND (rank IS NOT NULL OR NOT by_rank) AS known
        FROM asked),
    came AS (
        SELECT contact, document, country, min({RANK.format("rank")}) AS highest, bool_or(role = 'visitor') AS visits
        FROM participants WHERE country IN (SELECT home FROM bounded) GROUP BY ALL),
    others AS (
        SELECT b.id AS comparison, o.id AS other, o.document <> b.document AS elsewhere,
            o.date_start > b.point || '~' AND o.date_end < b.bound AND o.date_precision = 'day' AS inside,
            o.date_start <= b.bound AND o.date_end || '~' >= b.bound AS same_day,
            b.point <> '' AND o.date_start <= b.point || '~' AND o.date_end || '~' >= b.point AS at_point,
            CASE WHEN b.by_rank THEN o.form IN ('in-person', 'unknown') AND (v.visits OR o.place_country <> b.home)
                ELSE b.form IS NULL OR o.form = b.form END AS fits,
            CASE WHEN b.by_rank THEN v.highest < {RANK.format("b.rank")} WHEN b.kind = 'highest'
                THEN b.level <> 'unknown' AND {RANK.format("o.level")} < {RANK.format("b.level")}
                ELSE coalesce(b.level, 'unknown') IN ('unknown', o.level) END AS against
        FROM bounded b JOIN contacts o ON list_sort(o.countries) = b.pair AND o.status IN ('happened', 'ongoing')
        LEFT JOIN came v ON v.contact = o.id AND v.document = o.document AND v.country = b.home
        WHERE b.known AND o.id <> coalesce(b.contact, '')),
    checked AS (
        SELECT comparison, list(other ORDER BY other) FILTER (inside AND fits AND against) AS contradicting,
            list(other ORDER BY other) FILTER (elsewhere AND fits AND (inside OR same_day OR at_point)) AS agreeing
        FROM others GROUP BY comparison)
    SELECT b.id, b.document, b.kind, b.actor_names AS names, b.countries, b.since, b.date_start AS date, b.date_end,
        b.date_precision, CASE WHEN len(x.contradicting) > 0 THEN 'contradicted'
            WHEN len(x.agreeing) > 0 THEN 'agrees' ELSE 'not-known' END AS verdict,
        coalesce(CASE WHEN len(x.contradicting) > 0 THEN x.contradicting ELSE x.agreeing END, []) AS proof,
        b.evidence, b.evidence_start, b.evidence_end, b.contact, b.claim, b.outlet, b.published, b.title, b.url
    FROM bounded b LEFT JOIN checked x ON x.comparison = b.id"""  # noqa: S608 - made of constants; values are parameters

_ORDER = "published NULLS LAST, document, id"
_VISITORS = "(SELECT * FROM actors WHERE id IN (SELECT who[1] FROM comparisons WHERE kind = 'most-senior'))"
# Any contact of any report may bear a comparison out.
READY = Ready(
    "comparisons",
    "*",
    " ".join(("(", _CHECK.format(where="", comparisons="comparisons", documents="documents", actors=_VISITORS), ")")),
    _ORDER,
    also={"actor_names": "names"},
)
_KEYS = "SELECT id, document, published FROM"
_TOLD = "SELECT k.id, k.document, d.published FROM comparisons k JOIN documents d ON d.id = k.document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparisons(Paged):
    """What to look for among comparisons."""

    who: str | None = option("Whom it is about: a country (RUS, Russia, Russian) or words of a name.")
    with_: str | None = option(WITH)
    what: str | None = option("first, highest, most-senior or last.")
    verdict: str | None = option("What the record says to it: agrees, contradicted or not-known.")
    published_since: str | None = option(PUBLISHED_SINCE)
    published_until: str | None = option(PUBLISHED_UNTIL)
    outlet: str | None = option(OUTLET)


def _select(params: Comparisons) -> Select:
    plain, ready = Conditions(), conditions()
    for words in (params.who, params.with_):
        for some in (plain, ready):
            if words and (code := country_of(words)):
                some.add("list_contains(k.countries, ?)", code)
            elif words:
                some.add("regexp_matches(array_to_string(k.actor_names, '|'), ?, 'i')", whole_words(words))
    for some in (plain, ready):
        some.one_of("k.kind", params.what, _KINDS, option="what")
        some.published(params.published_since, params.published_until)
        some.outlet(params.outlet)
    said = Conditions()
    said.one_of("verdict", params.verdict, _VERDICTS, option="verdict")
    ready.one_of("k.verdict", params.verdict, _VERDICTS, option="verdict")
    values = (*plain.values, *said.values)
    whole = Select(_checked(plain, said, documents="documents"), values, _ORDER)
    # Where the verdict is not asked for, it is given to the rows of the page alone.
    told = " ".join((_TOLD, plain.where))
    keys = _checked(plain, said, documents=WORDLESS) if said.parts else told
    page = Page(Select(" ".join((_KEYS, "(", keys, ")")), values, _ORDER), _page)
    return replace(whole, page=page, ready=READY.select(ready))


def _checked(conditions: Conditions, said: Conditions, *, documents: str) -> str:
    """Comparisons, each checked, of which the record says what is asked for."""
    tables = {"comparisons": "comparisons", "documents": documents, "actors": _VISITORS}
    return " ".join(("SELECT * FROM (", _CHECK.format(where=conditions.where, **tables), ")", said.where))


def _page(found: Found) -> Select:
    """The comparisons of a page, checked."""
    tables = {
        "comparisons": few("comparisons", "id", found["id"]),
        "documents": few("documents", "id", found["document"]),
        "actors": few("actors", "document", found["document"], wide=False),
    }
    return Select(_CHECK.format(where="", **tables), (), _ORDER)


QUESTION = Question(
    "comparisons",
    "What reports call the first, the highest-level or the last since when, checked against the record.",
    {"who": "USA", "with_": "RUS"},
    Comparisons,
    (
        c.ID,
        c.DOCUMENT,
        Column("kind", TEXT, "first, highest, most-senior or last."),
        Column("names", TEXTS, "Those whom it is about."),
        c.COUNTRIES,
        Column("since", TEXT, "The words for what it counts from."),
        *c.DATE,
        Column("verdict", TEXT, "agrees, contradicted or not-known, by the contacts that the record has."),
        Column("proof", TEXTS, "The contacts that contradict it, else those that bear it out.", "contacts"),
        *c.EVIDENCE,
        Column("contact", TEXT, "The contact that is compared.", "contacts"),
        Column("claim", TEXT, "The claim that is compared.", "claims"),
        *c.SOURCE,
    ),
    _select,
    shown=("published", "kind", "names", "evidence", "date", "verdict", "proof", "id"),
)
