"""Claims: who did what to whom, as single reports tell it."""

from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.model.claim import STATUSES
from dateline.query import columns as c
from dateline.query.filters import (
    OUTLET,
    PUBLISHED_SINCE,
    PUBLISHED_UNTIL,
    SIDES,
    SINCE,
    UNTIL,
    WHERE,
    WHO,
    WITH,
    Conditions,
    Paged,
    select,
)
from dateline.query.filters import STATUS as STATUS_HELP
from dateline.query.question import Question, Select, option
from dateline.store.table import REAL, TEXT, TEXTS, WHOLE, Column

WHAT = "A PLOVER type (CONSULT), mode (visit) or CAMEO code (19 for all of root 19)."

_COLUMNS = f"""
    k.id, k.document, {c.DATE_SQL.format("k")}, k.type, k.mode, k.cameo, k.quad, k.score, k.status,
    k.actor_names AS actors, k.actor_countries, k.recipient_names AS recipients, k.recipient_countries,
    {c.PLACE_SQL.format("k")}, {c.words_sql("k.trigger_start", "k.trigger_end")} AS "trigger",
    {c.evidence_sql("k.evidence_start", "k.evidence_end")},
    k.attributed_name AS attributed_to, k.attributed_quote AS quote, k.probability, k.method, {c.SOURCE_SQL}"""
_SOURCE = """
    claims k JOIN documents d ON d.id = k.document"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims(Paged):
    """What to look for among claims."""

    who: str | None = option(WHO)
    with_: str | None = option(WITH)
    what: str | None = option(WHAT)
    since: str | None = option(SINCE)
    until: str | None = option(UNTIL)
    published_since: str | None = option(PUBLISHED_SINCE)
    published_until: str | None = option(PUBLISHED_UNTIL)
    where: str | None = option(WHERE)
    status: str | None = option(STATUS_HELP)
    outlet: str | None = option(OUTLET)


def _select(params: Claims) -> Select:
    conditions = Conditions()
    SIDES.take_part(conditions, "k", who=params.who, with_=params.with_)
    _what(conditions, params.what)
    conditions.between("k.date_start", "k.date_end", params.since, params.until)
    conditions.published(params.published_since, params.published_until)
    conditions.where_it_was(params.where, of="k")
    conditions.one_of("k.status", params.status, STATUSES, option="status")
    conditions.outlet(params.outlet)
    return select(_COLUMNS, _SOURCE, conditions, order="date NULLS LAST, document, evidence_start, id")


def _what(conditions: Conditions, what: str | None) -> None:
    if not what:
        return
    if what.isdigit():
        conditions.add("k.cameo LIKE ?", what + "%")
    elif what.replace("-", "").replace("_", "").isalpha():
        conditions.add("lower(k.type) = ? OR lower(k.mode) = ?", what.lower(), what.lower())
    else:
        raise UsageError(f"--what {what}: must be a PLOVER type (CONSULT), a mode (visit) or a CAMEO code (19)")


QUESTION = Question(
    "claims",
    "Who did what to whom, when and where, by which report.",
    {"who": "USA", "with_": "RUS", "what": "CONSULT"},
    Claims,
    (
        c.ID,
        c.DOCUMENT,
        *c.DATE,
        Column("type", TEXT, "One of PLOVER's 16 types."),
        Column("mode", TEXT, "PLOVER mode."),
        Column("cameo", TEXT, "CAMEO code."),
        Column("quad", WHOLE, "Quad class, 1 to 4."),
        Column("score", REAL, "PLOVER's intensity."),
        c.STATUS,
        Column("actors", TEXTS, "Those who act."),
        Column("actor_countries", TEXTS, "Their countries, each once."),
        Column("recipients", TEXTS, "Those to whom it is done."),
        Column("recipient_countries", TEXTS, "Their countries, each once."),
        *c.PLACE,
        Column("trigger", TEXT, "The words of the act."),
        *c.EVIDENCE,
        Column("attributed_to", TEXT, "Whose word it rests on, where it is not the report's own."),
        Column("quote", TEXT, "The quote that it stands in.", "quotes"),
        Column("probability", REAL, "How sure the producer is."),
        Column("method", TEXT, "The rule or model that chose the type."),
        *c.SOURCE,
    ),
    _select,
    shown=("date", "type", "actors", "recipients", "evidence", "id"),
)
