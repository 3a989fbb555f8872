"""Columns that the answers of several questions share, and the SQL that makes them."""

from dateline.store.table import TEXT, TEXTS, WHOLE, Column

ID = Column("id", TEXT, "The annotation that says so: `dateline why ID`.")
DOCUMENT = Column("document", TEXT, "The report: `dateline show DOCUMENT`.", "documents")
DATE = (
    Column("date", TEXT, "First day, as an ISO date; null where the report does not tell."),
    Column("date_end", TEXT, "Last day, inclusive."),
    Column("date_precision", TEXT, "day, month, year or range."),
)
PLACE = (
    Column("place", TEXT, "The place's name."),
    Column("place_country", TEXT, "Its country, ISO 3166 alpha-3."),
)
STATUS = Column("status", TEXT, "happened, ongoing, planned, called-for, hypothetical, denied, refused or cancelled.")
EVIDENCE = (
    Column("evidence", TEXT, "The words of the report that say so."),
    Column("evidence_start", WHOLE, "Where they begin, in code points of the report's text."),
    Column("evidence_end", WHOLE, "Where they end."),
)
SOURCE = (
    Column("outlet", TEXT, "Who published the report."),
    Column("published", TEXT, "When, as an ISO date."),
    Column("title", TEXT, "The report's headline."),
    Column("url", TEXT, "Where it was published."),
)
NAMES = Column("names", TEXTS, "The names of those who take part.")
COUNTRIES = Column("countries", TEXTS, "Their countries, each once.")

DATE_SQL = "{0}.date_start AS date, {0}.date_end, {0}.date_precision"
PLACE_SQL = "{0}.place_name AS place, {0}.place_country"
SOURCE_SQL = "d.outlet, d.published, d.title, d.url"


def words_sql(start: str, end: str) -> str:
    """The words of the report `d` between two columns."""
    return f"substring(d.text, {start} + 1, {end} - {start})"


def evidence_sql(start: str, end: str) -> str:
    """The columns of `EVIDENCE`."""
    return f"{words_sql(start, end)} AS evidence, {start} AS evidence_start, {end} AS evidence_end"
