"""Contacts: meetings, calls and letters between officials."""

from dataclasses import dataclass, replace

from dateline.model.claim import STATUSES
from dateline.query import columns as c
from dateline.query.filters import (
    OUTLET,
    PUBLISHED_SINCE,
    PUBLISHED_UNTIL,
    SINCE,
    UNTIL,
    WHERE,
    WITH,
    Conditions,
    Paged,
)
from dateline.query.filters import STATUS as STATUS_HELP
from dateline.query.merged_contacts import (
    FORM,
    FORMS,
    LEVEL,
    LEVELS,
    READY_ALSO,
    SETTING,
    SETTINGS,
    between,
    ready_between,
)
from dateline.query.pages import Few, Listing
from dateline.query.question import Question, Select, option
from dateline.query.ready import DIVISIONS, Ready, conditions, people
from dateline.store.table import TEXT, TEXTS, Column

_COLUMNS = f"""
    k.id, k.document, {c.DATE_SQL.format("k")}, k.status, k.level, k.form, k.setting, k.forum, k.duration,
    k.actor_names AS names, k.countries, {c.PLACE_SQL.format("k")},
    {c.words_sql("e.evidence_start", "e.evidence_end")} AS evidence,
    e.evidence_start, e.evidence_end, k.claims, {c.SOURCE_SQL}, k."start" AS nth"""
_LISTING = Listing(
    _COLUMNS,
    """{contacts} k JOIN {documents} d ON d.id = k.document
    LEFT JOIN {claims} e ON e.id = k.claims[1] AND e.document = k.document""",
    order="date NULLS LAST, document, nth, id",
    keys='k.id, k.document, k.date_start AS date, k."start" AS nth, k.claims[1] AS claim',
    narrow="contacts k",
    tables={
        "contacts": Few("contacts", "id", "id", dated=True),
        "documents": Few("documents", "id", "document"),
        "claims": Few("claims", "id", "claim", wide=False),
    },
)
READY = Ready(
    "contacts",
    f"{_COLUMNS}, k.latitude, k.longitude, p.divisions, s.people",
    " ".join((_LISTING.source, people("participants", "contact"), "ON s.contact = k.id", DIVISIONS)),
    _LISTING.order,
    also=READY_ALSO,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts(Paged):
    """What to look for among contacts."""

    who: str | None = option("Who takes part: a country (RUS, Russia, Russian) or words of a name (Lavrov).")
    with_: str | None = option(WITH)
    what: str | None = option("Its form (phone), setting (bilateral), level (foreign-minister), or words of its forum.")
    level: str | None = option(LEVEL)
    form: str | None = option(FORM)
    setting: str | None = option(SETTING)
    since: str | None = option(SINCE)
    until: str | None = option(UNTIL)
    published_since: str | None = option(PUBLISHED_SINCE)
    published_until: str | None = option(PUBLISHED_UNTIL)
    where: str | None = option(WHERE)
    status: str | None = option(STATUS_HELP)
    outlet: str | None = option(OUTLET)


def _select(params: Contacts) -> Select:
    plain, ready = Conditions(), conditions()
    between(plain, params.who, params.with_)
    ready_between(ready, params.who, params.with_)
    for some, divisions in ((plain, None), (ready, "k.divisions")):
        some.one_of("k.level", params.level, LEVELS, option="level")
        some.one_of("k.form", params.form, FORMS, option="form")
        some.one_of("k.setting", params.setting, SETTINGS, option="setting")
        if params.what:
            some.add("? IN (k.form, k.setting, k.level) OR contains(lower(k.forum), ?)", *[params.what.lower()] * 2)
        some.between("k.date_start", "k.date_end", params.since, params.until)
        some.published(params.published_since, params.published_until)
        some.where_it_was(params.where, of="k", divisions=divisions)
        some.one_of("k.status", params.status, STATUSES, option="status")
        some.outlet(params.outlet)
    return replace(_LISTING.select(plain), ready=READY.select(ready))


QUESTION = Question(
    "contacts",
    "Meetings, calls and letters between officials, in time.",
    {"who": "USA", "with_": "RUS", "since": "2022"},
    Contacts,
    (
        c.ID,
        c.DOCUMENT,
        *c.DATE,
        c.STATUS,
        Column("level", TEXT, "The lowest rank among the principals."),
        Column("form", TEXT, "in-person, phone, video, letter or unknown."),
        Column("setting", TEXT, "bilateral, multilateral, sidelines or unknown."),
        Column("forum", TEXT, "The occasion."),
        Column("duration", TEXT, "How long it lasted, as a TIMEX3 value: PT2H, P3D."),
        c.NAMES,
        c.COUNTRIES,
        *c.PLACE,
        *c.EVIDENCE,
        Column("claims", TEXTS, "The claims that tell of it.", "claims"),
        *c.SOURCE,
    ),
    _select,
    shown=("date", "status", "names", "form", "place", "evidence", "id"),
)
