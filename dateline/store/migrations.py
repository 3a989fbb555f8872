"""From the tables of an older version to ours."""

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import RecordError, RecordLockedError, RecordVersionError
from dateline.store.catalog import Catalog, attempt, first_line
from dateline.store.schema import VERSION
from dateline.store.transaction import transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# For each version, the statements that make the tables of the next one.
MIGRATIONS: dict[int, tuple[str, ...]] = {
    1: (
        """CREATE TABLE lasting_actors (
            id VARCHAR, name VARCHAR, kind VARCHAR, country VARCHAR, names VARCHAR[], sectors VARCHAR[],
            known_as VARCHAR, method VARCHAR, first VARCHAR, last VARCHAR, reports BIGINT)""",
        """CREATE TABLE actor_links (
            actor VARCHAR, document VARCHAR, lasting VARCHAR, method VARCHAR, probability DOUBLE)""",
        """CREATE TABLE learned_offices (
            id VARCHAR, lasting VARCHAR, name VARCHAR, title VARCHAR, country VARCHAR, organisation VARCHAR,
            sector VARCHAR, rank VARCHAR, standing VARCHAR, first VARCHAR, last VARCHAR, reports BIGINT,
            evidence VARCHAR[], conflicts VARCHAR[])""",
        """CREATE TABLE imported_offices (
            id VARCHAR, person VARCHAR, person_id VARCHAR, title VARCHAR, country VARCHAR, organisation VARCHAR,
            rank VARCHAR, since VARCHAR, since_precision VARCHAR, until VARCHAR, until_precision VARCHAR,
            source VARCHAR, line INTEGER)""",
        """CREATE TABLE lasting_agreements (
            id VARCHAR, name VARCHAR, names VARCHAR[], kind VARCHAR, subject VARCHAR, parties VARCHAR[],
            signed VARCHAR, method VARCHAR, first VARCHAR, last VARCHAR, reports BIGINT)""",
        """CREATE TABLE agreement_links (
            agreement VARCHAR, document VARCHAR, lasting VARCHAR, method VARCHAR, probability DOUBLE)""",
        "CREATE TABLE redirects (id VARCHAR, kind VARCHAR, target VARCHAR)",
        """CREATE TABLE comparisons (
            id VARCHAR, document VARCHAR, "start" INTEGER, "end" INTEGER, kind VARCHAR, contact VARCHAR, claim VARCHAR,
            who VARCHAR[], form VARCHAR, since_start INTEGER, since_end INTEGER, since_time VARCHAR,
            since_event VARCHAR, date_start VARCHAR, date_end VARCHAR, date_precision VARCHAR, date_method VARCHAR,
            date_span_start INTEGER, date_span_end INTEGER, ever BOOLEAN, actor_names VARCHAR[], countries VARCHAR[],
            producer VARCHAR)""",
    ),
    2: (
        "ALTER TABLE contacts ADD COLUMN duration VARCHAR",
        "ALTER TABLE contacts ADD COLUMN duration_start INTEGER",
        "ALTER TABLE contacts ADD COLUMN duration_end INTEGER",
        "ALTER TABLE agreements ADD COLUMN subject_start INTEGER",
        "ALTER TABLE agreements ADD COLUMN subject_end INTEGER",
        "ALTER TABLE positions ADD COLUMN exceptions VARCHAR[]",
        "ALTER TABLE positions ADD COLUMN countries VARCHAR[]",
        "ALTER TABLE positions ADD COLUMN method VARCHAR",
        "ALTER TABLE exchanges ADD COLUMN agreement VARCHAR",
        "ALTER TABLE exchanges ADD COLUMN contact VARCHAR",
        """CREATE TABLE limits (
            agreement VARCHAR, document VARCHAR, ordinal INTEGER, kind VARCHAR, min DOUBLE, max DOUBLE, unit VARCHAR,
            "start" INTEGER, "end" INTEGER)""",
    ),
}


def migrate(con: "DuckDBPyConnection", catalog: Catalog, *, folder: Path, version: int) -> None:
    """Bring a record, which must not be attached, from `version` to ours in one transaction, after copying its catalog.

    The copy, `catalog.vN.sqlite`, with the data files, which a migration never removes, is the record as it was.
    Raises RecordVersionError where there is no way from that version, RecordLockedError while somebody reads it.
    """
    import duckdb

    missing = [v for v in range(version, VERSION) if v not in MIGRATIONS]
    if missing:
        raise RecordVersionError(f"{folder} has the tables of record version {version}, which are too old to migrate")
    if not catalog.settle(con):
        raise RecordLockedError(f"{folder} must be migrated, but somebody is reading it; try again later")
    catalog.keep_copy(label=f"v{version}")
    catalog.attach(con, writable=True)
    try:
        attempt(lambda: _run(con, version), what=f"migrate {folder}")
    except duckdb.Error as error:
        raise RecordError(f"cannot migrate {folder}, which stays as it was: {first_line(error)}") from error
    catalog.detach(con)


def _run(con: "DuckDBPyConnection", version: int) -> None:
    with transaction(con):
        for step in range(version, VERSION):
            for statement in MIGRATIONS[step]:
                con.execute(statement)
        con.execute("UPDATE meta SET value = ? WHERE name = 'schema'", [str(VERSION)])
