"""Exchanges: who handed over whom or what, to whom, and against what."""

from dataclasses import dataclass, replace

from dateline.model.claim import STATUSES
from dateline.query import columns as c
from dateline.query.filters import (
    OUTLET,
    PUBLISHED_SINCE,
    PUBLISHED_UNTIL,
    SINCE,
    UNTIL,
    Conditions,
    Paged,
    somebody,
)
from dateline.query.filters import STATUS as STATUS_HELP
from dateline.query.pages import Few, Listing
from dateline.query.question import Question, Select, option
from dateline.query.ready import Ready, conditions
from dateline.store.table import TEXT, Column

_START, _END = 'coalesce(e.evidence_start, k."start")', 'coalesce(e.evidence_end, k."end")'
_WHAT = c.words_sql("k.what_start", "k.what_end")

_COLUMNS = f"""
    k.id, k.document, {c.DATE_SQL.format("k")}, k.status, g.name AS giver, g.country AS giver_country,
    r.name AS receiver, r.country AS receiver_country, {_WHAT} AS what,
    {c.words_sql("o.what_start", "o.what_end")} AS against,
    {c.evidence_sql(_START, _END)},
    k.counterpart, m.name AS agreement_name, k.agreement, k.contact, k.claim, {c.SOURCE_SQL}"""
_SIDES = """
    LEFT JOIN {actors} g ON g.id = k.giver AND g.document = k.document
    LEFT JOIN {actors} r ON r.id = k.receiver AND r.document = k.document"""
_CLAIM = "LEFT JOIN {claims} e ON e.id = k.claim AND e.document = k.document"
# Exchanges are rare, so those who tell of them and take part in them are looked for first.
_TELLING = "(SELECT * FROM claims WHERE id IN (SELECT claim FROM exchanges))"
_TAKING_PART = "(SELECT * FROM actors WHERE document IN (SELECT document FROM exchanges))"
_LISTING = Listing(
    _COLUMNS,
    f"""{{exchanges}} k JOIN {{documents}} d ON d.id = k.document {_SIDES}
    LEFT JOIN {{others}} o ON o.id = k.counterpart AND o.document = k.document
    LEFT JOIN {{agreements}} m ON m.id = k.agreement AND m.document = k.document {_CLAIM}""",
    order="date NULLS LAST, document, evidence_start, id",
    keys=f"k.id, k.document, k.date_start AS date, {_START} AS evidence_start, k.claim",
    narrow=" ".join(("exchanges k JOIN documents d ON d.id = k.document", _CLAIM.format(claims=_TELLING))),
    tables={
        "exchanges": Few("exchanges", "id", "id", dated=True),
        "documents": Few("documents", "id", "document"),
        "actors": Few("actors", "document", "document", wide=False),
        "others": Few("exchanges", "document", "document"),
        "agreements": Few("agreements", "document", "document"),
        "claims": Few("claims", "id", "claim", wide=False),
    },
)
READY = Ready(
    "exchanges",
    _COLUMNS,
    _LISTING.source,
    _LISTING.order,
    also={"date_start": "date"},
)
_BY_SIDE = replace(_LISTING, narrow=" ".join((_LISTING.narrow, _SIDES.format(actors=_TAKING_PART))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanges(Paged):
    """What to look for among exchanges."""

    who: str | None = option("Who gives: a country (RUS, Russia, Russian) or words of a name.")
    with_: str | None = option("Who receives: a country or words of a name.")
    what: str | None = option("Words for whom or what is handed over.")
    since: str | None = option(SINCE)
    until: str | None = option(UNTIL)
    published_since: str | None = option(PUBLISHED_SINCE)
    published_until: str | None = option(PUBLISHED_UNTIL)
    status: str | None = option(STATUS_HELP)
    outlet: str | None = option(OUTLET)


def _select(params: Exchanges) -> Select:
    plain, ready = Conditions(), conditions()
    for alias, side, words in (("g", "giver", params.who), ("r", "receiver", params.with_)):
        if words:
            sql, values = somebody(words).among(alias)
            plain.add(sql, *values)
            ready.add(sql.replace(f"{alias}.name", f"k.{side}").replace(f"{alias}.", f"k.{side}_"), *values)
    for some, what in ((plain, _WHAT), (ready, "k.what")):
        some.words(what, params.what)
        some.between("k.date_start", "k.date_end", params.since, params.until)
        some.published(params.published_since, params.published_until)
        some.one_of("k.status", params.status, STATUSES, option="status")
        some.outlet(params.outlet)
    listing = _BY_SIDE if params.who or params.with_ else _LISTING
    return replace(listing.select(plain), ready=READY.select(ready))


QUESTION = Question(
    "exchanges",
    "Who handed over whom or what, to whom, and against what.",
    {"what": "Bout"},
    Exchanges,
    (
        c.ID,
        c.DOCUMENT,
        *c.DATE,
        c.STATUS,
        Column("giver", TEXT, "Who gave."),
        Column("giver_country", TEXT, "The giver's country."),
        Column("receiver", TEXT, "Who received."),
        Column("receiver_country", TEXT, "The receiver's country."),
        Column("what", TEXT, "Whom or what was handed over."),
        Column("against", TEXT, "What it was given for."),
        *c.EVIDENCE,
        Column("counterpart", TEXT, "The hand-over that it was given for.", "exchanges"),
        Column("agreement_name", TEXT, "The agreement that brought it, by its name in the report."),
        Column("agreement", TEXT, "That agreement.", "agreements"),
        Column("contact", TEXT, "The contact that brought it.", "contacts"),
        Column("claim", TEXT, "The claim that tells of it.", "claims"),
        *c.SOURCE,
    ),
    _select,
    shown=("date", "giver", "receiver", "what", "against", "evidence", "id"),
)
