"""Claims: who did what to whom, as single reports tell it."""

from dataclasses import dataclass, replace

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
    country_of,
    whole_words,
)
from dateline.query.filters import STATUS as STATUS_HELP
from dateline.query.pages import Few, Listing
from dateline.query.question import Question, Select, option
from dateline.query.ready import (
    DIVISIONS,
    Ready,
    code_list,
    conditions,
    has_code,
    has_words,
    if_also,
    people,
    take_part,
)
from dateline.store.table import REAL, TEXT, TEXTS, WHOLE, Column

AT_LEAST = "Only claims at least this probable: 0.65 leaves a sixth of ordinary news' claims out."
WHAT = "A PLOVER type (CONSULT), mode (visit) or CAMEO code (19 for all of root 19)."

_COLUMNS = f"""
    k.id, k.document, {c.DATE_SQL.format("k")}, k.type, k.mode, k.cameo, k.quad, k.score, k.status,
    k.actor_names AS actors, k.actor_countries, k.recipient_names AS recipients, k.recipient_countries,
    {c.PLACE_SQL.format("k")}, {c.words_sql("k.trigger_start", "k.trigger_end")} AS "trigger",
    {c.evidence_sql("k.evidence_start", "k.evidence_end")},
    k.attributed_name AS attributed_to, k.attributed_quote AS quote, k.probability, k.method, {c.SOURCE_SQL}"""
_LISTING = Listing(
    _COLUMNS,
    "{claims} k JOIN {documents} d ON d.id = k.document",
    order="date NULLS LAST, document, evidence_start, id",
    keys="k.id, k.document, k.date_start AS date, k.evidence_start",
    narrow="claims k",
    tables={
        "claims": Few("claims", "id", "id", dated=True),
        "documents": Few("documents", "id", "document"),
    },
)
READY = Ready(
    "claims",
    f"""{_COLUMNS}, k.latitude, k.longitude, p.divisions, s.people,
    {code_list("k.actor_countries")} AS actor_codes, {code_list("k.recipient_countries")} AS recipient_codes,
    array_to_string(k.actor_names, '|') AS actor_words, array_to_string(k.recipient_names, '|') AS recipient_words""",
    " ".join((_LISTING.source, people("sides", "claim", side="p.side"), "ON s.claim = k.id", DIVISIONS)),
    _LISTING.order,
    also={"date_start": "date", "place_name": "place"},
)


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
    at_least: float | None = option(AT_LEAST, of=float)


def _select(params: Claims) -> Select:
    plain, ready = Conditions(), conditions()
    _sides(plain, params.who, params.with_)
    _ready_sides(ready, params.who, params.with_)
    for some, divisions in ((plain, None), (ready, "k.divisions")):
        _what(some, params.what)
        some.between("k.date_start", "k.date_end", params.since, params.until)
        some.published(params.published_since, params.published_until)
        some.where_it_was(params.where, of="k", divisions=divisions)
        some.one_of("k.status", params.status, STATUSES, option="status")
        some.outlet(params.outlet)
        some.at_least("k.probability", params.at_least)
    return replace(_LISTING.select(plain), ready=READY.select(ready))


def _sides(conditions: Conditions, who: str | None, with_: str | None) -> None:
    """Add that `who` acts, and that `with_` is somebody else in the claim: looked for in the claim's own row first."""
    if who:
        _among(conditions, who, "actor")
    if with_:
        _among(conditions, with_, "actor", "recipient")
    if _unsure(who, with_):
        SIDES.take_part(conditions, "k", who=who, with_=with_)


def _unsure(who: str | None, with_: str | None) -> bool:
    """Whether only the sides themselves tell that two names, or a name and a country, are of two."""
    codes = [country_of(words) for words in (who, with_) if words]
    return len(codes) > 1 and (None in codes or len(set(codes)) == 1)


def _ready_sides(found: Conditions, who: str | None, with_: str | None) -> None:
    unsure = _unsure(who, with_)
    named = conditions() if unsure else found
    for words, sides in ((who, ("actor",)), (with_, ("actor", "recipient"))):
        if words and (code := country_of(words)):
            has_code(named, tuple(f"k.{side}_codes" for side in sides), code)
        else:
            has_words(named, tuple(f"k.{side}_words" for side in sides), words)
    if unsure:
        two = conditions()
        take_part(two, "k.people", who=who, with_=with_, acting="p.side = 'actor'")
        if_also(found, named, two)


def _among(conditions: Conditions, words: str, *sides: str) -> None:
    """Add that this country, or a name with these words, is on one of these sides."""
    code = country_of(words)
    if code:
        parts = [f"list_contains(k.{side}_countries, ?)" for side in sides]
    else:
        # No word of a name has the separator, so no match goes from one name into the next.
        parts = [f"regexp_matches(array_to_string(k.{side}_names, '|'), ?, 'i')" for side in sides]
    conditions.add(" OR ".join(parts), *[code or whole_words(words)] * len(sides))


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
