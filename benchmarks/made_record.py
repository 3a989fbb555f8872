"""A record of made-up claims, as large as wanted, for timing questions. Nothing in it is news.

Made by SQL, because a million readings would take a day: five claims to a report of some 3,200 characters, a contact to
25 claims, and acts, positions, exchanges and comparisons in proportion, over five years, written in the order of time.
"""

import random
from pathlib import Path
from typing import Any

import pyarrow as pa

from dateline.store.compact import compact
from dateline.store.record import Record
from dateline.store.schema import TABLES

CLAIMS_A_REPORT, CLAIMS_A_CONTACT, CLAIMS_AN_AGREEMENT = 5, 25, 40
_BATCHES = 5
_BATCH_ROWS = 512
_WORDS = (
    "talks minister border treaty grain tariff fleet council envoy ceasefire pipeline summit delegation vote".split()
)
# Powers are in the news more than others: a country's share falls with its place in this list.
_COUNTRIES = "USA RUS CHN UKR GBR FRA DEU ISR IRN TUR IND JPN SAU EGY PAK SYR POL KOR BRA ITA KEN NGA ZAF MEX".split()
_TYPES = "CONSULT SUPPORT ACCUSE REQUEST AGREE REJECT COERCE ASSAULT SANCTION AID THREATEN".split()
_LEVELS = "head-of-state head-of-government foreign-minister minister deputy envoy official unknown".split()
_FORMS = "in-person in-person in-person phone video unknown".split()
_STATUS = "happened happened happened happened planned refused".split()
_ACTS = "proposed negotiated signed ratified in-force extended suspended withdrawn violated rejected".split()
_AGREEMENTS = ["New START", "Iran nuclear deal", "Minsk agreements", "Paris Agreement", "grain deal", "ceasefire"]

_COUNTRY = "countries[1 + (len(countries) * pow({}, 2.5))::INTEGER % len(countries)]"
_DAY = "strftime(DATE '2019-01-01' + (n * 1826 // {total})::INTEGER, '%Y-%m-%d')"
_SPANNED = {"start": "10", "end": "60", "producer": "'made'", "document": "'d' || md5(doc::VARCHAR)[:16]"}
_DATED = {"date_start": "day", "date_end": "day", "date_precision": "'day'", "date_method": "'adjunct'"}


def make(folder: Path, claims: int) -> None:
    """Write a record with so many claims into an empty folder."""
    with Record.open(folder, mode="create") as record:
        chance = random.Random(7)
        pool = [" ".join(chance.choices(_WORDS, k=14)).capitalize() + f" {i}." for i in range(4000)]
        con = record.con
        con.execute("SET VARIABLE pool = ?", [pool])
        for batch in range(_BATCHES):
            first, last = claims * batch // _BATCHES, claims * (batch + 1) // _BATCHES
            con.execute("BEGIN")
            for table, sql in _inserts(first, last, claims).items():
                _insert(con, table, sql)
            con.execute("COMMIT")
        compact(record, at_once=True)


def _insert(con: Any, table: str, sql: str) -> None:
    """Texts in small batches, as the writer gives them; all else at once."""
    if table != "documents":
        con.execute(f"INSERT INTO {table} {sql}")
        return
    rows = con.execute(sql).to_arrow_table().combine_chunks()
    con.register("incoming", pa.Table.from_batches(rows.to_batches(max_chunksize=_BATCH_ROWS)))
    con.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
    con.unregister("incoming")


def _inserts(first: int, last: int, total: int) -> dict[str, str]:
    """One INSERT for each table: the rows of the claims from `first` to `last`."""

    def of(each: int) -> str:
        return _base(first // each, last // each, total // each)

    claim, contact, agreement = of(1), of(CLAIMS_A_CONTACT), of(CLAIMS_AN_AGREEMENT)
    pair = {"countries": "[who, with_]", "actor_names": "[who_name, with_name]", "actor_ids": "[who_id, with_id]"}
    return {
        "documents": _select("documents", _documents(), of(CLAIMS_A_REPORT), each=CLAIMS_A_REPORT),
        "claims": _select("claims", _claims(), claim),
        "sides": f"{_select('sides', _side('who', 'actor', 0), claim)} UNION ALL "
        f"{_select('sides', _side('with', 'recipient', 0), claim)}",
        "contacts": _select("contacts", {**pair, **_contacts()}, contact, each=CLAIMS_A_CONTACT),
        "participants": f"{_select('participants', _participant('who', 0), contact, each=CLAIMS_A_CONTACT)} UNION ALL "
        f"{_select('participants', _participant('with', 1), contact, each=CLAIMS_A_CONTACT)}",
        "actors": f"{_select('actors', _actor('who'), claim)} UNION ALL {_select('actors', _actor('with'), claim)}",
        "agreements": _select("agreements", {**pair, **_agreement()}, agreement, each=CLAIMS_AN_AGREEMENT),
        "parties": f"{_select('parties', _party('who', 0), agreement, each=CLAIMS_AN_AGREEMENT)} UNION ALL "
        f"{_select('parties', _party('with', 1), agreement, each=CLAIMS_AN_AGREEMENT)}",
        "acts": _select("acts", _act(), agreement, each=CLAIMS_AN_AGREEMENT),
        "positions": _select("positions", _position(), agreement, each=CLAIMS_AN_AGREEMENT),
        "exchanges": _select("exchanges", _exchange(), of(2000), each=2000),
        "comparisons": _select("comparisons", {**pair, **_comparison()}, of(250), each=250),
        "quotes": _select("quotes", _quote(), of(2), each=2),
    }


def _base(first: int, last: int, total: int) -> str:
    """A row for each number, with two countries and a day drawn from it."""
    countries = ", ".join(f"'{c}'" for c in _COUNTRIES)
    drawn = "SELECT range AS n, hash(range * 7 + {0}) / 18446744073709551616.0 AS {1}"
    return f"""
        SELECT *, 'a' || n || who AS who_id, 'b' || n || with_ AS with_id,
               who || ' Official ' || (n % 97) AS who_name, with_ || ' Official ' || (n % 89) AS with_name
        FROM (SELECT n, x, y, [{countries}] AS countries, {_DAY.format(total=total)} AS day,
                     {_COUNTRY.format("x")} AS who, {_COUNTRY.format("y")} AS with_
              FROM ({drawn.format(1, "x")}, hash(range * 7 + 2) / 18446744073709551616.0 AS y
                    FROM range({first}, {last})))"""


def _select(table: str, columns: dict[str, str], base: str, *, each: int = 1) -> str:
    report = f"n * {each} // {CLAIMS_A_REPORT}"
    known = {**_SPANNED, **columns}
    parts = []
    for column in TABLES[table].columns:
        value = known.get(column.name, "[]" if column.type.endswith("[]") else "NULL")
        parts.append(f'CAST({value} AS {column.type}) AS "{column.name}"')
    return f"SELECT {', '.join(parts)} FROM (SELECT *, {report} AS doc FROM ({base}))"


def _id(letter: str, number: str = "n") -> str:
    return f"'{letter}' || md5(({number})::VARCHAR)[:16]"


def _pick(values: list[str], salt: int) -> str:
    listed = ", ".join(f"'{v}'" for v in values)
    return f"[{listed}][1 + (hash(n * 31 + {salt}) % {len(values)})::INTEGER]"


def _documents() -> dict[str, str]:
    words = "getvariable('pool')[1 + (hash(doc * 30 + i) % 4000)::INTEGER]"
    text = f"array_to_string(list_transform(range(30), i -> {words}), ' ')"
    outlet = _pick(["Daily Example", "Example Wire", "The Courier", "Fjord News"], 5)
    return {
        "id": _SPANNED["document"],
        "title": "'Report ' || doc",
        "text": text,
        "outlet": outlet,
        "published": "day",
        "published_precision": "'day'",
        "url": "'example.org/' || doc",
        "characters": "3200",
    }


def _claims() -> dict[str, str]:
    return {
        **_DATED,
        "id": _id("c"),
        "type": _pick(_TYPES, 1),
        "cameo": "'0' || (n % 9 + 1)",
        "quad": "1 + n % 4",
        "score": "1.5",
        "status": _pick(_STATUS, 2),
        "trigger_start": "(n % 40)::INTEGER * 30",
        "trigger_end": "(n % 40)::INTEGER * 30 + 8",
        "evidence_start": "(n % 40)::INTEGER * 30",
        "evidence_end": "(n % 40)::INTEGER * 30 + 120",
        "place_name": "'City ' || (n % 500)",
        "place_country": "with_",
        "latitude": "(n % 120) - 60.0",
        "longitude": "(n % 340) - 170.0",
        "probability": "0.9",
        "method": "'rule'",
        "actor_ids": "[who_id]",
        "actor_names": "[who_name]",
        "actor_countries": "[who]",
        "recipient_ids": "[with_id]",
        "recipient_names": "[with_name]",
        "recipient_countries": "[with_]",
    }


def _person(which: str) -> tuple[str, str, str]:
    return f"{which}_id", f"{which}_name", "who" if which == "who" else "with_"


def _side(which: str, side: str, ordinal: int) -> dict[str, str]:
    actor, name, country = _person(which)
    return {
        "claim": _id("c"),
        "ordinal": str(ordinal),
        "side": f"'{side}'",
        "mention_start": "10",
        "mention_end": "20",
        "actor": actor,
        "name": name,
        "country": country,
        "sectors": "['GOV']",
    }


def _actor(which: str) -> dict[str, str]:
    actor, name, country = _person(which)
    return {"id": actor, "name": name, "kind": "'person'", "country": country, "sectors": "['GOV']"}


def _contacts() -> dict[str, str]:
    return {
        **_DATED,
        "id": _id("k"),
        "claims": f"[{_id('c', f'n * {CLAIMS_A_CONTACT}')}]",
        "status": _pick(_STATUS, 3),
        "form": _pick(_FORMS, 4),
        "setting": "'bilateral'",
        "level": _pick(_LEVELS, 6),
        "place_name": "'City ' || (n % 500)",
        "place_country": "with_",
    }


def _participant(which: str, ordinal: int) -> dict[str, str]:
    actor, name, country = _person(which)
    rank = _pick(_LEVELS, 6)
    return {
        "contact": _id("k"),
        "ordinal": str(ordinal),
        "actor": actor,
        "name": name,
        "country": country,
        "rank": rank,
    }


def _agreement() -> dict[str, str]:
    return {"id": _id("g"), "name": _pick(_AGREEMENTS, 8)}


def _party(which: str, ordinal: int) -> dict[str, str]:
    actor, name, country = _person(which)
    return {"agreement": _id("g"), "ordinal": str(ordinal), "actor": actor, "name": name, "country": country}


def _act() -> dict[str, str]:
    claim = _id("c", f"n * {CLAIMS_AN_AGREEMENT}")
    what = {"act": _pick(_ACTS, 9), "by": "[who_id]", "status": "'happened'", "claim": claim}
    return {**_DATED, **what, "agreement": _id("g"), "ordinal": "0"}


def _position() -> dict[str, str]:
    side = _pick(["for", "against", "abstain", "absent"], 10)
    what = {"on_name": "'the resolution'", "on_start": "30", "on_end": "44", "side": side, "members": "[who_id]"}
    return {**_DATED, **what, "id": _id("p")}


def _exchange() -> dict[str, str]:
    what = {"giver": "who_id", "receiver": "with_id", "what_start": "20", "what_end": "40", "status": "'happened'"}
    return {**_DATED, **what, "id": _id("e"), "claim": _id("c", "n * 2000")}


def _comparison() -> dict[str, str]:
    kind = _pick(["first", "highest", "last", "most-senior"], 11)
    point = {"since_start": "70", "since_end": "90", "date_start": "(day[:4]::INTEGER - 1)::VARCHAR"}
    what = {"kind": kind, "contact": _id("k", "n * 10"), "who": "[who_id, with_id]", "ever": "false"}
    return {**_DATED, **what, **point, "date_end": point["date_start"], "id": _id("m")}


def _quote() -> dict[str, str]:
    return {
        "id": _id("q"),
        "kind": "'direct'",
        "content": '[{"start": 100, "end": 180}]',
        "speaker_name": "who_name",
        "speaker_method": "'inverted'",
        "speaker_actor": "who_id",
        "speaker_country": "who",
        "probability": "0.9",
    }
