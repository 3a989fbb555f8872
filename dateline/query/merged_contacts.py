"""Contacts of several reports that are one: same countries, form and level, and dates that fit, shown once."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dateline.errors import UsageError
from dateline.ontology.ranks import ranks
from dateline.query.filters import PARTICIPANTS as _PARTICIPANTS
from dateline.query.filters import Conditions, country_of, day
from dateline.query.question import Select
from dateline.query.ready import also_named, take_part
from dateline.query.ready import conditions as ready_conditions
from dateline.store.table import BIG, TEXT, TEXTS, Column

FORMS = ("in-person", "phone", "video", "letter", "unknown")
SETTINGS = ("bilateral", "multilateral", "sidelines", "unknown")
LEVELS = (*(rank.name for rank in ranks()), "unknown")
LEVEL = f"The lowest rank among the principals: {', '.join(LEVELS)}."
FORM = f"{', '.join(FORMS[:-1])} or {FORMS[-1]}."
SETTING = f"{', '.join(SETTINGS[:-1])} or {SETTINGS[-1]}."

COLUMNS = (
    Column("date", TEXT, "First day, as an ISO date."),
    Column("standing", TEXT, "held, planned, or off (cancelled, refused or denied)."),
    Column("level", TEXT, "The lowest rank among the principals."),
    Column("form", TEXT, "in-person, phone, video, letter or unknown."),
    Column("names", TEXTS, "Those who took part, by the report that names most."),
    Column("countries", TEXTS, "Their countries, each once."),
    Column("place", TEXT, "Where."),
    Column("forum", TEXT, "The occasion."),
    Column("reports", BIG, "Reports that tell of it."),
    Column("ids", TEXTS, "The contacts of single reports that are this one: the proof.", "contacts"),
)
SHOWN = ("date", "level", "form", "names", "place", "reports", "ids")


# Columns of a ready contact that conditions know by another name.
READY_ALSO = {"date_start": "date", "place_name": "place", "actor_names": "names"}


@dataclass(frozen=True, slots=True)
class MergedContacts:
    """The contacts to merge: `conditions` on contacts `k`, which lie in the table `contacts`."""

    conditions: Conditions
    contacts: str = "contacts"

    @property
    def sql(self) -> str:
        """A SELECT of `COLUMNS` and `rank`, a row for each contact that took or takes place."""
        return self._sql(_ALL)

    @property
    def brief(self) -> str:
        """As `sql`, without what only reports of a contact tell, and with ids in any order."""
        return self._sql(_IDS)

    def _sql(self, told: str) -> str:
        return " ".join((_TOLD, self.contacts, "k", self.conditions.where, _MERGED.format(told=told)))


def merged_contacts(
    *,
    who: str | None = None,
    with_: str | None = None,
    level: str | None = None,
    form: str | None = None,
    ready: bool = False,
) -> MergedContacts:
    """The dated contacts of these parties, at this level and in this form where given. Filters are checked first.

    `ready` ones are looked for among ready rows.
    """
    conditions = ready_conditions() if ready else Conditions()
    conditions.add("k.date_start IS NOT NULL")
    (ready_between if ready else between)(conditions, who, with_)
    conditions.one_of("k.level", level, LEVELS, option="level")
    conditions.one_of("k.form", form, FORMS, option="form")
    return MergedContacts(conditions, also_named("ready_contacts", READY_ALSO) if ready else "contacts")


def either(select: Callable[[bool], Select]) -> Select:
    """A statement and the same one over ready rows, which `select` makes when it is told so."""
    return replace(select(False), ready=select(True))


def between(conditions: Conditions, who: str | None, with_: str | None) -> None:
    """Add that the contacts `k` are of these parties; two countries are looked for in the contact's own row."""
    codes = [country_of(words) for words in (who, with_) if words]
    if all(codes) and len(set(codes)) == len(codes):
        for code in codes:
            conditions.add("list_contains(k.countries, ?)", code)
    else:
        _PARTICIPANTS.take_part(conditions, "k", who=who, with_=with_)


def ready_between(conditions: Conditions, who: str | None, with_: str | None) -> None:
    """As `between`, of ready contacts."""
    codes = [country_of(words) for words in (who, with_) if words]
    if all(codes) and len(set(codes)) == len(codes):
        for code in codes:
            conditions.add("list_contains(k.countries, ?)", code)
    else:
        take_part(conditions, "k.people", who=who, with_=with_)


def full_day(text: str, *, option: str) -> str:
    """A day as the first one of what is given: "2022" is 2022-01-01. Raises UsageError for anything else."""
    given = day(text, option=option)
    found = given + "-01" * (2 - given.count("-"))
    if len(found) != len("2022-02-24"):
        raise UsageError(f"--{option} {text}: must be like 2023-03-02, 2023-03 or 2023")
    return found


_RANKS = " ".join(f"WHEN '{rank.name}' THEN {rank.order}" for rank in ranks())
RANK = f"CASE {{}} {_RANKS} ELSE {len(ranks())} END"

# One text for the countries is compared more quickly than a list of them.
_TOLD = """
    WITH told AS (SELECT k.id, k.document, list_sort(k.countries) AS pair,
        coalesce(array_to_string(list_sort(k.countries), '|'), '?') AS among, k.date_start, k.date_end,
        k.date_precision, k.level, k.form, k.actor_names, k.place_name, k.forum,
        CASE WHEN k.status IN ('happened', 'ongoing') THEN 'held' WHEN k.status = 'planned' THEN 'planned'
             ELSE 'off' END AS standing
    FROM"""
# A contact told of a month is the one told of a day in it, where the two could be one.
_MERGED = f"""),
    coarse AS (SELECT t.id, min(f.date_start) AS day FROM told t JOIN told f
        ON f.among = t.among AND f.standing = t.standing AND f.date_start >= t.date_start
        AND f.date_start <= t.date_end || '~' AND (f.level = t.level OR 'unknown' IN (f.level, t.level))
        AND (f.form = t.form OR 'unknown' IN (f.form, t.form))
        WHERE t.date_precision <> 'day' AND f.date_precision = 'day' GROUP BY t.id),
    dated AS (SELECT t.*, coalesce(c.day, t.date_start) AS day FROM told t LEFT JOIN coarse c ON c.id = t.id),
    same AS (SELECT among, standing, day, min(nullif(form, 'unknown')) AS form,
            arg_min(nullif(level, 'unknown'), {RANK.format("level")}) AS level FROM dated GROUP BY ALL),
    known AS (SELECT d.* REPLACE (
        coalesce(nullif(d.form, 'unknown'), s.form, 'unknown') AS form,
        coalesce(nullif(d.level, 'unknown'), s.level, 'unknown') AS level)
        FROM dated d JOIN same s ON s.among = d.among AND s.standing = d.standing AND s.day = d.day)
    SELECT day AS date, standing, level, form, any_value(pair) AS countries, {RANK.format("level")} AS rank,
        {{told}} FROM known GROUP BY among, standing, day, form, level"""  # noqa: S608 - made of constants
_IDS = "list(id) AS ids"
_ALL = """
    arg_max(actor_names, len(array_to_string(actor_names, ' ')) - 1.0 / len(id || document)) AS names,
    min(place_name) AS place, min(forum) AS forum, count(DISTINCT document) AS reports, list_sort(list(id)) AS ids"""
