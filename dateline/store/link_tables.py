"""The tables of phase two: what holds across reports. Each can be made anew from readings; none changes one."""

from dateline.store.table import BIG, REAL, TEXT, TEXTS, WHOLE, Column, Table

_DOCUMENT = Column("document", TEXT, "The report.", "documents")
_METHOD = Column("method", TEXT, "How it is known.")
_PROBABILITY = Column("probability", REAL, "How sure the linker is.")
_COUNTRY = Column("country", TEXT, "ISO 3166 alpha-3 or a PLOVER non-state code.")
_TITLE = (
    Column("title", TEXT, "The office as an English noun phrase."),
    Column("country", TEXT, "The country that the office belongs to."),
    Column("organisation", TEXT, "The body that it belongs to."),
)
_RANK = Column("rank", TEXT, "The office's rank, from head-of-state to official.")


def _seen(what: str) -> tuple[Column, Column, Column]:
    return (
        Column("first", TEXT, f"Day of publication of the first report that {what}."),
        Column("last", TEXT, "Day of publication of the last one."),
        Column("reports", BIG, f"Reports that {what}."),
    )


LINK_TABLES = (
    Table(
        "lasting_actors",
        "Somebody across reports: persons, states, bodies, groups.",
        ("id",),
        (
            Column("id", TEXT, "Kept when reports are added; one that is merged into another stands in `redirects`."),
            Column("name", TEXT, "The name most used, or the one by which the ontology knows it."),
            Column("kind", TEXT, "person, organisation, state or group."),
            _COUNTRY,
            Column("names", TEXTS, "All names that reports use, the most used first."),
            Column("sectors", TEXTS, "PLOVER sectors that reports give, the most used first."),
            Column("known_as", TEXT, "The person of the register, the body or the country of the ontology that it is."),
            Column("method", TEXT, "register, country, body, or name where it was learned from reports alone."),
            *_seen("name it"),
        ),
        linked=True,
    ),
    Table(
        "actor_links",
        "Which lasting actor an actor of a report is. An actor without a row is linked to nobody.",
        ("actor",),
        (
            Column("actor", TEXT, "The actor of the report.", "actors"),
            _DOCUMENT,
            Column("lasting", TEXT, "The actor across reports.", "lasting_actors"),
            _METHOD,
            _PROBABILITY,
        ),
        linked=True,
    ),
    Table(
        "learned_offices",
        "Offices as reports tell of them: who is called what, from when to when that is attested.",
        ("id",),
        (
            Column("id", TEXT, "Hash of person, title, owner and standing."),
            Column("lasting", TEXT, "Who holds it.", "lasting_actors"),
            Column("name", TEXT, "The holder's name (derived)."),
            *_TITLE,
            Column("sector", TEXT, "The office's sector."),
            _RANK,
            Column("standing", TEXT, "holds, acting, former or coming."),
            *_seen("says so"),
            Column("evidence", TEXTS, "The mentions that say so, in the order of publication.", "mentions"),
            Column("conflicts", TEXTS, "Others who are said to hold it in the same days.", "learned_offices"),
        ),
        linked=True,
    ),
    Table(
        "imported_offices",
        "Offices that a user has imported, as the file gives them (`dateline import-offices`).",
        ("id",),
        (
            Column("id", TEXT, "Hash of what the row says."),
            Column("person", TEXT, "Who held it."),
            Column("person_id", TEXT, "The person's id in the source, as Q5 of Wikidata."),
            *_TITLE,
            _RANK,
            Column("since", TEXT, "First day, month or year."),
            Column("since_precision", TEXT, "day, month or year."),
            Column("until", TEXT, "Last day, month or year; null where it is still held or not known."),
            Column("until_precision", TEXT, "day, month or year."),
            Column("source", TEXT, "The name of the file."),
            Column("line", WHOLE, "The row in it, from 1."),
        ),
    ),
    Table(
        "lasting_agreements",
        "Agreements across reports: one thing through many names.",
        ("id",),
        (
            Column("id", TEXT, "Kept when reports are added; one that is merged into another stands in `redirects`."),
            Column("name", TEXT, "The name by which the ontology knows it, or the one most used."),
            Column("names", TEXTS, "All names that reports use, the most used first."),
            Column("kind", TEXT, "treaty, ceasefire, plan, trade, deal …"),
            Column("subject", TEXT, "What it is about, where known."),
            Column("parties", TEXTS, "The parties' countries: the ontology's, or those that reports name."),
            Column("signed", TEXT, "When it was signed, as exact as known."),
            Column("method", TEXT, "known, or learned from reports alone."),
            *_seen("tell of it"),
        ),
        linked=True,
    ),
    Table(
        "agreement_links",
        "Which lasting agreement an agreement of a report is.",
        ("agreement",),
        (
            Column("agreement", TEXT, "The agreement of the report.", "agreements"),
            _DOCUMENT,
            Column("lasting", TEXT, "The agreement across reports.", "lasting_agreements"),
            _METHOD,
            _PROBABILITY,
        ),
        linked=True,
    ),
    Table(
        "redirects",
        "Ids that were given up when two lasting things turned out to be one.",
        ("id",),
        (
            Column("id", TEXT, "The id that is no more."),
            Column("kind", TEXT, "actor or agreement."),
            Column("target", TEXT, "The id that stands for it now."),
        ),
        compared=False,
        linked=True,
    ),
)
