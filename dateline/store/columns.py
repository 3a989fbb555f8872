"""Columns that several tables of a record share."""

from dateline.store.table import BIG, REAL, TEXT, TEXTS, TRUTH, WHOLE, Column

DOCUMENT = Column("document", TEXT, "The report that says it.", "documents")
PRODUCER = Column("producer", TEXT, "The stage or model that says so.")


def span(prefix: str = "", what: str = "the words") -> tuple[Column, Column]:
    """Where words begin and end."""
    name = f"{prefix}_" if prefix else ""
    return (
        Column(f"{name}start", WHOLE, f"Where {what} begin{'s' if what != 'the words' else ''}, in code points."),
        Column(f"{name}end", WHOLE, f"Where {what} end{'s' if what != 'the words' else ''}."),
    )


def annotation(*columns: Column) -> tuple[Column, ...]:
    """What every annotation has: id, document, span, its own columns, producer."""
    return (
        Column("id", TEXT, "Hash of document, layer, span and ordinal: it says where, not what."),
        DOCUMENT,
        *span(),
        *columns,
        PRODUCER,
    )


def part(owner: str, table: str, *columns: Column) -> tuple[Column, ...]:
    """What every part of an annotation has: the annotation, the document, its place in the list, its own columns."""
    return (
        Column(owner, TEXT, f"The {owner} that it belongs to.", table),
        DOCUMENT,
        Column("ordinal", WHOLE, "Its place in the list, from 0."),
        *columns,
    )


OFFICE = (
    Column("office_title", TEXT, "The office as an English noun phrase."),
    Column("office_country", TEXT, "The country that the office belongs to."),
    Column("office_organisation", TEXT, "The body that the office belongs to."),
    Column("office_sector", TEXT, "The office's sector."),
    Column("office_rank", TEXT, "The office's rank, from head-of-state to official."),
    Column("office_former", TRUTH, "Whether the text says that it is held no more."),
)
COUNTRY = Column("country", TEXT, "ISO 3166 alpha-3 or a PLOVER non-state code.")
COUNTRY_METHOD = Column("country_method", TEXT, "What the country was read off.")
SECTORS = Column("sectors", TEXTS, "PLOVER sectors.")
ACTOR_NAME = Column("name", TEXT, "The actor's name in this report (derived).")
DATE = (
    Column("date_start", TEXT, "First day, as an ISO date."),
    Column("date_end", TEXT, "Last day, inclusive, as an ISO date."),
    Column("date_precision", TEXT, "day, month, year or range."),
    Column("date_method", TEXT, "How the date is known."),
    *span("date_span", "the words for the date"),
)
PLACE = (
    Column("place_name", TEXT, "The place's name."),
    Column("place_geonames", BIG, "GeoNames id of the place."),
    Column("place_country", TEXT, "Country of the place, ISO 3166 alpha-3."),
    Column("latitude", REAL, "Degrees north."),
    Column("longitude", REAL, "Degrees east."),
    Column("place_precision", TEXT, "country, admin1, city, region or sea."),
    Column("place_method", TEXT, "How the place is known."),
    Column("place_score", REAL, "Probability that the place is resolved rightly."),
    *span("place_span", "the words for the place"),
)
RANGE = (Column("min", REAL, "The least."), Column("max", REAL, "The most."))
STATUS = Column("status", TEXT, "happened, ongoing, planned, called-for, hypothetical, denied, refused or cancelled.")


def party(role: str) -> tuple[Column, ...]:
    """A speaker or somebody spoken to: the words, the name, the actor."""
    return (
        *span(role, f"the words for the {role}"),
        Column(f"{role}_name", TEXT, f"The {role}'s name."),
        Column(f"{role}_method", TEXT, f"How the {role} was found."),
        Column(f"{role}_actor", TEXT, f"The actor who is the {role}.", "actors"),
        Column(f"{role}_country", TEXT, f"The country of the {role}'s actor (derived)."),
    )
