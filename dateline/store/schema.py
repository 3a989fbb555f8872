"""The tables of a record: every column with its type and what it means.

Names follow the dataclasses of `dateline.model`, flattened: a span is a pair `…start`, `…end` of code points of
`documents.text`, half-open. Words of a report stand in `documents.text` and nowhere else. Columns marked as derived
repeat what other tables say, so that a filter needs no join. `end` and `on` are words of SQL: write `"end"`.
"""

from collections.abc import Iterator
from dataclasses import replace

from dateline.store.columns import (
    ACTOR_NAME,
    COUNTRY,
    COUNTRY_METHOD,
    DATE,
    OFFICE,
    PLACE,
    RANGE,
    SECTORS,
    STATUS,
    annotation,
    part,
    party,
    span,
)
from dateline.store.link_tables import LINK_TABLES
from dateline.store.table import (
    ALTERNATIVES,
    BIG,
    CANDIDATES,
    LINKS,
    PAGE_OFFSETS,
    REAL,
    SPANS,
    TEXT,
    TEXTS,
    TIME,
    TRUTH,
    WHOLE,
    Column,
    Table,
)

# The version of these tables. It rises with every change of a table, and `migrations` says how to follow.
VERSION = 3

_DOCUMENTS = Table(
    "documents",
    "The reports, with their texts and origins.",
    ("id",),
    (
        Column("id", TEXT, "Hash of the url or stated source id and the text."),
        Column("source_id", TEXT, "The id that the source gives."),
        Column("title", TEXT, "The headline."),
        Column("text", TEXT, "The text, normalised once; every span counts its code points."),
        Column("sha256", TEXT, "SHA-256 of the text in UTF-8."),
        Column("url", TEXT, "Where it was published."),
        Column("outlet", TEXT, "Who published it."),
        Column("byline", TEXT, "Who wrote it."),
        Column("agencies", TEXTS, "News agencies credited."),
        Column("language", TEXT, "ISO 639-1."),
        Column("published", TEXT, "ISO date of publication, as precise as known."),
        Column("published_precision", TEXT, "day, month or year."),
        Column("published_method", TEXT, "How the date of publication is known."),
        *span("dateline", "the dateline"),
        Column("dateline_place", TEXT, "The place named in the dateline."),
        Column("dateline_date", TEXT, "The ISO date in the dateline."),
        Column("path", TEXT, "The file that it was read from."),
        Column("reader", TEXT, "The reader of that file."),
        Column("encoding", TEXT, "The file's encoding."),
        Column("copy_of", TEXT, "The document that this one repeats (link phase)."),
        Column("characters", WHOLE, "Length of the text in code points."),
        Column("page_offsets", PAGE_OFFSETS, "Runs in which the text stands letter for letter in the HTML page."),
        Column("read_with", TEXT, "Fingerprint of version, settings, model and ontology."),
    ),
)

_FAILURES = Table(
    "failures",
    "What could not be read or done, and why.",
    ("id",),
    (
        Column("id", TEXT, "Hash of the document or input place, the stage and the reason."),
        Column("document", TEXT, "The report, or null where the input gave none.", "documents"),
        Column("stage", TEXT, "The stage that failed, `ingest` for input."),
        Column("code", TEXT, "A short stable word for counting."),
        Column("reason", TEXT, "A sentence for a person."),
        Column("path", TEXT, "The input file."),
        Column("line", BIG, "The line in it, from 1."),
    ),
)

_RUNS = Table(
    "runs",
    "Each time that reports were read into the record.",
    ("id",),
    (
        Column("id", TEXT, "A random name."),
        Column("version", TEXT, "Dateline's version."),
        Column("settings", TEXT, "The settings, as JSON."),
        Column("model", TEXT, "The language model and its hash."),
        Column("ontology", TEXT, "The ontology's version."),
        Column("read_with", TEXT, "The fingerprint of all these, as in documents."),
        Column("read", BIG, "Reports read and written."),
        Column("known", BIG, "Reports that the record had already."),
        Column("skipped", BIG, "Reports written with a reason for not reading them."),
        Column("copies", BIG, "Reports given more than once in the run."),
        Column("failed", BIG, "Inputs that gave no report."),
        Column("rows", TEXT, "Rows written to each table, as JSON."),
        Column("started", TIME, "UTC."),
        Column("finished", TIME, "UTC; null where the run was killed or is under way."),
        Column("seconds", REAL, "Wall-clock time."),
        Column("snapshot", BIG, "The snapshot that holds the run's reports, once it has finished."),
    ),
    compared=False,
)

_ALL = (
    _DOCUMENTS,
    Table("regions", "Parts of the texts by function.", ("id",), annotation(Column("kind", TEXT, "headline … body."))),
    Table(
        "actors",
        "Somebody in one report, by coreference. The span is that of the fullest name.",
        ("id",),
        annotation(
            Column("name", TEXT, "The fullest name in the text, or the description."),
            Column("kind", TEXT, "person, organisation, state or group."),
            COUNTRY,
            COUNTRY_METHOD,
            SECTORS,
            *OFFICE,
            Column("links", LINKS, "Its mentions, and how each was tied to it."),
            Column("members", TEXTS, "Actors that a plural stands for."),
        ),
    ),
    Table(
        "mentions",
        "Words that name or describe somebody.",
        ("id",),
        annotation(
            Column("form", TEXT, "name, nominal or pronoun."),
            Column("kind", TEXT, "person, organisation, state or group."),
            *span("head", "the head word"),
            Column("name", TEXT, "The name, where it is one."),
            COUNTRY,
            COUNTRY_METHOD,
            SECTORS,
            *OFFICE,
            Column("plural", TRUTH, "Whether the words stand for more than one."),
            Column("actor", TEXT, "The actor that the words were tied to (derived from `actors.links`).", "actors"),
        ),
    ),
    Table(
        "times",
        "Time expressions (TIMEX3).",
        ("id",),
        annotation(
            Column("type", TEXT, "DATE, TIME, DURATION or SET."),
            Column("value", TEXT, "TIMEX3 value."),
            Column("mod", TEXT, "TIMEX3 modifier."),
            Column("anchor", TEXT, "The expression that this one counts from.", "times"),
            Column("date_start", TEXT, "First day, as an ISO date."),
            Column("date_end", TEXT, "Last day, inclusive."),
            Column("method", TEXT, "How it was resolved."),
        ),
    ),
    Table(
        "places",
        "Place names, and what they mean there.",
        ("id",),
        annotation(
            Column("role", TEXT, "place, demonym or metonym."),
            Column("name", TEXT, "The place's name."),
            Column("geonames", BIG, "GeoNames id."),
            Column("latitude", REAL, "Degrees north."),
            Column("longitude", REAL, "Degrees east."),
            Column("country", TEXT, "ISO 3166 alpha-3."),
            Column("admin1", TEXT, "First-order division."),
            Column("feature", TEXT, "country, admin1, city, region or sea."),
            Column("score", REAL, "Probability that the resolution is right."),
            Column("candidates", CANDIDATES, "Places that the name might mean."),
        ),
    ),
    Table(
        "quotes",
        "Words that somebody is reported to have said.",
        ("id",),
        annotation(
            Column("kind", TEXT, "direct, indirect or mixed."),
            Column("content", SPANS, "The stretches said, without the marks."),
            Column("marked", SPANS, "The pieces between marks."),
            *span("cue", "the reporting word"),
            *party("speaker"),
            *party("addressee"),
            Column("parent", TEXT, "The quote that this one stands in.", "quotes"),
            Column("probability", REAL, "How sure the producer is."),
        ),
    ),
    Table(
        "claims",
        "Events as single reports tell them, in PLOVER's terms. The span is the trigger's.",
        ("id",),
        annotation(
            Column("type", TEXT, "One of PLOVER's 16 types."),
            Column("mode", TEXT, "PLOVER mode."),
            Column("contexts", TEXTS, "PLOVER contexts."),
            Column("cameo", TEXT, "CAMEO code, by table."),
            Column("quad", WHOLE, "Quad class, 1 to 4."),
            Column("score", REAL, "PLOVER's intensity."),
            STATUS,
            *span("trigger", "the trigger"),
            *span("evidence", "the shortest stretch that states the claim"),
            Column("also", SPANS, "Other stretches that tell the same event."),
            *DATE,
            *PLACE,
            Column("attributed_actor", TEXT, "Whose word the claim rests on.", "actors"),
            Column("attributed_name", TEXT, "That actor's name."),
            Column("attributed_quote", TEXT, "The quote that it stands in.", "quotes"),
            Column("probability", REAL, "How sure the producer is."),
            Column("method", TEXT, "The rule or model that chose the type."),
            Column("alternatives", ALTERNATIVES, "Other types that the producer weighed."),
            Column("ontology", TEXT, "Version of the ontology that it was coded by."),
            Column("actor_ids", TEXTS, "The doers' actors, in order (derived from `sides`).", "actors"),
            Column("actor_names", TEXTS, "Their names (derived)."),
            Column("actor_countries", TEXTS, "The doers' countries, each once (derived)."),
            Column("recipient_ids", TEXTS, "The recipients' actors, in order (derived from `sides`).", "actors"),
            Column("recipient_names", TEXTS, "Their names (derived)."),
            Column("recipient_countries", TEXTS, "The recipients' countries, each once (derived)."),
        ),
    ),
    Table(
        "sides",
        "Who does and who receives in a claim, one row each.",
        ("claim", "side", "ordinal"),
        part(
            "claim",
            "claims",
            Column("side", TEXT, "actor or recipient."),
            *span("mention"),
            Column("actor", TEXT, "The actor of this report.", "actors"),
            ACTOR_NAME,
            COUNTRY,
            SECTORS,
            *OFFICE,
        ),
    ),
    Table(
        "numbers",
        "Numbers that belong to a claim.",
        ("claim", "ordinal"),
        part(
            "claim",
            "claims",
            Column("what", TEXT, "killed, wounded, detained, troops, money, persons …"),
            *RANGE,
            Column("unit", TEXT, "The unit."),
            *span(),
        ),
    ),
    Table(
        "contacts",
        "Meetings, calls and letters between officials.",
        ("id",),
        annotation(
            Column("claims", TEXTS, "The claims that tell of it.", "claims"),
            STATUS,
            Column("form", TEXT, "in-person, phone, video, letter or unknown."),
            Column("setting", TEXT, "bilateral, multilateral, sidelines or unknown."),
            Column("forum", TEXT, "The occasion."),
            Column("level", TEXT, "The lowest rank among the principals."),
            *DATE,
            *PLACE,
            Column("actor_ids", TEXTS, "The participants' actors, in order (derived from `participants`).", "actors"),
            Column("actor_names", TEXTS, "Their names (derived)."),
            Column("countries", TEXTS, "The participants' countries, each once (derived)."),
            Column("duration", TEXT, "How long it lasted, as a TIMEX3 value: PT2H, P3D."),
            *span("duration", "the words for how long"),
        ),
    ),
    Table(
        "participants",
        "Who was at a contact, one row each.",
        ("contact", "ordinal"),
        part(
            "contact",
            "contacts",
            Column("actor", TEXT, "The actor of this report.", "actors"),
            ACTOR_NAME,
            COUNTRY,
            *OFFICE,
            Column("rank", TEXT, "Rank at the contact."),
            Column("role", TEXT, "host, visitor or null."),
        ),
    ),
    Table(
        "agreements",
        "Treaties, ceasefires, deals, plans and joint texts that a report speaks of.",
        ("id",),
        annotation(
            Column("name", TEXT, "The agreement's name."),
            Column("actor_ids", TEXTS, "The parties' actors, in order (derived from `parties`).", "actors"),
            Column("actor_names", TEXTS, "Their names (derived)."),
            Column("countries", TEXTS, "The parties' countries, each once (derived)."),
            *span("subject", "the words for what it is about"),
        ),
    ),
    Table(
        "parties",
        "The parties to an agreement, one row each.",
        ("agreement", "ordinal"),
        part(
            "agreement",
            "agreements",
            Column("actor", TEXT, "The actor of this report.", "actors"),
            ACTOR_NAME,
            COUNTRY,
        ),
    ),
    Table(
        "limits",
        "Numbers that an agreement sets, one row each.",
        ("agreement", "ordinal"),
        part(
            "agreement",
            "agreements",
            Column("kind", TEXT, "at-most, at-least, reduction or lasting."),
            *RANGE,
            Column("unit", TEXT, "What is counted: warheads, percent, days."),
            *span(),
        ),
    ),
    Table(
        "acts",
        "What was done about an agreement, one row each.",
        ("agreement", "ordinal"),
        part(
            "agreement",
            "agreements",
            Column("act", TEXT, "proposed, negotiated, signed … rejected."),
            Column("by", TEXTS, "The actors who did it.", "actors"),
            *span(),
            *DATE,
            Column("claim", TEXT, "The claim that tells of it.", "claims"),
            STATUS,
        ),
    ),
    Table(
        "positions",
        "Who is for or against something.",
        ("id",),
        annotation(
            *span("on", "what it is about"),
            Column("on_name", TEXT, "Its name."),
            Column("side", TEXT, "for, against, abstain or absent."),
            Column("count", WHOLE, "How many, as in 18 of 20."),
            Column("of", WHOLE, "Of how many."),
            Column("members", TEXTS, "The actors named.", "actors"),
            Column("by", TEXT, "The body that they belong to.", "actors"),
            *DATE,
            Column("exceptions", TEXTS, "The actors named as not taking this side.", "actors"),
            Column("countries", TEXTS, "The countries that take it."),
            Column("method", TEXT, "How the countries are known: named, or membership of the body that day."),
        ),
    ),
    Table(
        "exchanges",
        "Single hand-overs, and what each was given for.",
        ("id",),
        annotation(
            Column("giver", TEXT, "The actor who gave.", "actors"),
            Column("receiver", TEXT, "The actor who received.", "actors"),
            *span("what", "who or what was handed over"),
            STATUS,
            Column("counterpart", TEXT, "The hand-over that it was given for.", "exchanges"),
            *DATE,
            Column("claim", TEXT, "The claim that tells of it.", "claims"),
            Column("agreement", TEXT, "The agreement of the report that brought it.", "agreements"),
            Column("contact", TEXT, "The contact of the report that brought it.", "contacts"),
        ),
    ),
    Table(
        "comparisons",
        "What reports themselves say of a contact or claim beside the past: the first since, the last.",
        ("id",),
        annotation(
            Column("kind", TEXT, "first, highest, most-senior or last."),
            Column("contact", TEXT, "The contact that is compared; for last, the latest one.", "contacts"),
            Column("claim", TEXT, "The claim that is compared.", "claims"),
            Column("who", TEXTS, "The actors that it is about.", "actors"),
            Column("form", TEXT, "in-person, phone, video or letter, where only that form is meant."),
            *span("since", "the words for what it counts from"),
            Column("since_time", TEXT, "The time expression that it counts from.", "times"),
            Column("since_event", TEXT, "The claim or contact of this report that it counts from."),
            *DATE,
            Column("ever", TRUTH, "Whether it is compared with all the past."),
            Column("actor_names", TEXTS, "The actors' names (derived)."),
            Column("countries", TEXTS, "Their countries, each once (derived)."),
        ),
    ),
    *LINK_TABLES,
    _FAILURES,
    _RUNS,
    Table(
        "releases",
        "Snapshots that somebody cites, by name; never expired.",
        ("name",),
        (
            Column("name", TEXT, "The release's name."),
            Column("snapshot", BIG, "The snapshot's number."),
            Column("created", TIME, "UTC."),
        ),
        compared=False,
    ),
    Table(
        "meta",
        "What the record says of itself.",
        ("name",),
        (Column("name", TEXT, "`schema`, `made_by` or `linked`."), Column("value", TEXT, "The value.")),
        compared=False,
    ),
)

# All tables by name, in the order in which they are written.
TABLES: dict[str, Table] = {table.name: table for table in _ALL}


def layer_tables() -> Iterator[Table]:
    """The tables with a column `document`: what a new reading of a report replaces, beside its own row."""
    return (table for table in TABLES.values() if "document" in table.names)


def describe() -> str:
    """The tables and columns as Markdown, for the page on the record."""
    parts = []
    for table in TABLES.values():
        plain = (replace(c, type=c.type.replace('"', "")) for c in table.columns)
        rows = (f"| `{c.name}` | `{c.type}` | {c.meaning} |" for c in plain)
        parts.append(
            "\n".join(
                [f"### {table.name}", "", table.meaning, "", "| column | type | meaning |", "|---|---|---|", *rows]
            )
        )
    return "\n\n".join(parts) + "\n"
