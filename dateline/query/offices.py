"""Offices: who held what, by the register, by what reports say, and by what was imported, never mixed up."""

from dataclasses import dataclass

from dateline.ontology.offices import terms
from dateline.query.filters import Conditions, Paged, country_of, day, whole_words
from dateline.query.question import Question, Select, option
from dateline.store.table import BIG, TEXT, TEXTS, Column

_SOURCES = ("register", "learned", "imported")
# Columns of the register's terms. A list for each is handed over in a third of the time that a list of rows takes.
_TERM = ("person", "title", "country", "body", "rank", "since", "until")
_REGISTER = ", ".join(f"unnest(?::VARCHAR[]) AS {column}" for column in _TERM)
_SQL = f"""
    SELECT 'register' AS source, NULL AS id, t.person AS name, t.title, t.country, t.body AS organisation, t.rank,
           'holds' AS standing, t.since, t.until, NULL::BIGINT AS reports, []::VARCHAR[] AS conflicts
    FROM (SELECT {_REGISTER}) t
    UNION ALL SELECT 'learned', id, name, title, country, organisation, rank, standing, first, last, reports, conflicts
    FROM learned_offices
    UNION ALL SELECT 'imported', id, person, title, country, organisation, rank, 'holds', since, until, NULL, []
    FROM imported_offices"""  # noqa: S608 - a type, nothing of a user's

_ORDER = "country NULLS LAST, title, since, source, name, standing, organisation NULLS LAST, id NULLS LAST, until"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices(Paged):
    """What to look for among offices."""

    who: str | None = option("The holder: words of the name.")
    with_: str | None = option("The country (code, name or adjective) or words of the body that the office belongs to.")
    what: str | None = option("Words of the title, or a rank (foreign-minister).")
    on: str | None = option("Held on this day; for learned ones, attested on it.")
    source: str | None = option("register, learned or imported.")


def _select(params: Offices) -> Select:
    conditions = Conditions()
    conditions.words("o.name", params.who)
    if params.with_:
        if code := country_of(params.with_):
            conditions.add("o.country = ?", code)
        else:
            conditions.words("o.organisation", params.with_)
    if params.what:
        conditions.add("o.rank = ? OR regexp_matches(o.title, ?, 'i')", params.what.lower(), whole_words(params.what))
    if params.on:
        on = day(params.on, option="on")
        # A coarse date stands for all its days: "2023~" sorts after each of them.
        conditions.add("o.since <= ? AND (o.until IS NULL OR o.until || '~' >= ?)", on + "~", on)
    conditions.one_of("o.source", params.source, _SOURCES, option="source")
    register = ([getattr(term, column) for term in terms()] for column in _TERM)
    sql = " ".join(("SELECT * FROM (", _SQL, ") o", conditions.where))
    return Select(sql, (*register, *conditions.values), _ORDER)


QUESTION = Question(
    "offices",
    "Who held which office, by the register, by reports, and by imported files.",
    {"what": "foreign-minister", "with_": "RUS", "on": "2023-03-02"},
    Offices,
    (
        Column("source", TEXT, "register (shipped), learned (what reports say) or imported."),
        Column("id", TEXT, "The learned or imported office; null for the register's."),
        Column("name", TEXT, "The holder."),
        Column("title", TEXT, "The office."),
        Column("country", TEXT, "The country that it belongs to."),
        Column("organisation", TEXT, "The body that it belongs to."),
        Column("rank", TEXT, "Its rank, from head-of-state to official."),
        Column("standing", TEXT, "holds, acting, former or coming, as reports say; holds for the others."),
        Column("since", TEXT, "First day of the term, as exact as known; for learned ones, first day attested."),
        Column("until", TEXT, "Last day of the term, null if open; for learned ones, last day attested."),
        Column("reports", BIG, "Reports that say so."),
        Column("conflicts", TEXTS, "Learned offices of others in the same days.", "learned_offices"),
    ),
    _select,
    shown=("source", "name", "title", "country", "standing", "since", "until", "reports"),
)
