"""Documents: the reports of the record, and how much was found in each."""

from dataclasses import dataclass, replace

from dateline.query.filters import OUTLET, Conditions, Paged, exists, somebody
from dateline.query.pages import Few, Listing
from dateline.query.question import Question, Select, option
from dateline.query.ready import Ready, code_list, conditions, has_code, has_words
from dateline.store.table import BIG, TEXT, TEXTS, WHOLE, Column

_COLUMNS = """
    d.id, d.published, d.published_method, d.outlet, d.title, d.byline, d.agencies, d.language, d.url, d.characters,
    coalesce(k.n, 0) AS claims, coalesce(q.n, 0) AS quotes, coalesce(c.n, 0) AS contacts,
    coalesce(f.n, 0) AS failures, d.path"""
_COUNTED = {"claims": "k", "quotes": "q", "contacts": "c", "failures": "f"}
_COUNT = "LEFT JOIN (SELECT document, count(*) AS n FROM {{{0}}} GROUP BY document) {1} ON {1}.document = d.id"
_LISTING = Listing(
    _COLUMNS,
    " ".join(("{documents} d", *(_COUNT.format(*counted) for counted in _COUNTED.items()))),
    order="published NULLS LAST, outlet, title, id",
    keys="d.id, d.published, d.outlet, d.title",
    narrow="documents d",
    tables={
        "documents": Few("documents", "id", "id"),
        **{name: Few(name, "document", "id", wide=False) for name in _COUNTED},
    },
)
# A copy of a report that was given later is a failure of it, so the counts are not settled by its reading.
READY = Ready(
    "documents",
    f"{_COLUMNS}, a.codes, a.words",
    f"""{_LISTING.source} LEFT JOIN (
        SELECT document, {code_list("list(DISTINCT country)")} AS codes, string_agg(DISTINCT name, '|') AS words
        FROM {{actors}} GROUP BY document) a ON a.document = d.id""",  # noqa: S608 - made of constants
    _LISTING.order,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents(Paged):
    """What to look for among reports."""

    who: str | None = option("Reports that name this country, or somebody with these words in the name.")
    what: str | None = option("Words of the headline.")
    since: str | None = option("Only reports published on or after this day, month or year.")
    until: str | None = option("Only reports published on or before this day, month or year.")
    outlet: str | None = option(OUTLET)


def _select(params: Documents) -> Select:
    plain, ready = Conditions(), conditions()
    if params.who:
        someone = somebody(params.who)
        sql, values = someone.among("a")
        plain.add(exists("actors a", f"a.document = d.id AND {sql}"), *values)
        if someone.country:
            has_code(ready, ("k.codes",), someone.country)
        else:
            has_words(ready, ("k.words",), params.who)
    for some in (plain, ready):
        some.words(f"{some.report}.title", params.what)
        some.between(f"{some.report}.published", f"{some.report}.published", params.since, params.until)
        some.outlet(params.outlet)
    return replace(_LISTING.select(plain), ready=READY.select(ready))


QUESTION = Question(
    "documents",
    "The reports, and how much was found in each.",
    {"outlet": "Courier"},
    Documents,
    (
        Column("id", TEXT, "The report: `dateline show ID`."),
        Column("published", TEXT, "When it was published, as an ISO date."),
        Column("published_method", TEXT, "How that is known."),
        Column("outlet", TEXT, "Who published it."),
        Column("title", TEXT, "The headline."),
        Column("byline", TEXT, "Who wrote it."),
        Column("agencies", TEXTS, "News agencies credited."),
        Column("language", TEXT, "ISO 639-1."),
        Column("url", TEXT, "Where it was published."),
        Column("characters", WHOLE, "Length of the text in code points."),
        Column("claims", BIG, "Claims in it."),
        Column("quotes", BIG, "Quotes in it."),
        Column("contacts", BIG, "Contacts in it."),
        Column("failures", BIG, "What could not be done with it."),
        Column("path", TEXT, "The file that it was read from."),
    ),
    _select,
    shown=("published", "outlet", "title", "claims", "quotes", "contacts", "id"),
)
