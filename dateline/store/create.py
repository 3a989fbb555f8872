"""Making a record: whole or not at all."""

import shutil
from importlib.metadata import version
from pathlib import Path

from dateline.errors import RecordError
from dateline.store.catalog import FolderCatalog, first_line
from dateline.store.engine import connect
from dateline.store.process import abandoned, maker
from dateline.store.schema import TABLES, VERSION
from dateline.store.transaction import transaction

# Small tables of plain columns live in the catalog: a Parquet file for each row of them would be waste.
_INLINED = ("meta", "runs", "releases")

# A block of rows is unpacked whole for one of them. Texts are wide, and asked for one by one. DuckDB makes blocks of
# less than 2,048 rows only of batches that are smaller still, as the writer's are.
_BLOCKS = {"documents": 512, "actors": 8192}

# What is asked for by its report lies by report, so that few blocks hold the actors of a page.
_SORTED = {"actors": "document"}


def create(folder: Path) -> None:
    """Make an empty record in `folder`, which must be empty or missing. Does nothing where there is one already.

    It is made under another name beside it and then renamed, so that a killed maker leaves no half of a record.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        if FolderCatalog(folder).exists():
            return
        raise RecordError(f"{folder} is no record and not empty: name another folder")
    draft = folder.parent / f".{folder.name}.new-{maker()}"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(folder)
        draft.mkdir()
        _fill(FolderCatalog(draft))
        _rename(draft, folder)
    except OSError as error:
        raise RecordError(f"cannot make a record at {folder}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _fill(catalog: FolderCatalog) -> None:
    import duckdb

    con = connect()
    try:
        catalog.attach(con, writable=True)
        con.execute(f"CALL {catalog.name}.set_option('data_inlining_row_limit', 0)")
        con.execute(f"CALL {catalog.name}.set_option('parquet_compression', 'zstd')")
        with transaction(con):
            for table in TABLES.values():
                con.execute(f"CREATE TABLE {table.name} ({table.ddl})")
        for name, rows in _BLOCKS.items():
            con.execute(f"CALL {catalog.name}.set_option('parquet_row_group_size', {rows}, table_name => '{name}')")
        for name, column in _SORTED.items():
            con.execute(f"ALTER TABLE {name} SET SORTED BY ({column})")
        for name in _INLINED:
            con.execute(f"CALL {catalog.name}.set_option('data_inlining_row_limit', 1000, table_name => '{name}')")
        values = [("schema", str(VERSION)), ("made_by", f"dateline {version('dateline')}")]
        con.execute("INSERT INTO meta VALUES (?, ?), (?, ?)", [text for pair in values for text in pair])
        catalog.detach(con)
        catalog.settle(con)
        catalog.forget_place()
    except duckdb.Error as error:
        raise RecordError(f"cannot make a record at {catalog.folder.parent}: {first_line(error)}") from error
    finally:
        con.close()


def _rename(draft: Path, folder: Path) -> None:
    try:
        draft.rename(folder)
    except OSError:
        # Another process was quicker: its record is as good as ours.
        if not FolderCatalog(folder).exists():
            raise


def _remove_abandoned(folder: Path) -> None:
    """Remove what killed makers on this machine have left."""
    start = f".{folder.name}.new-"
    for left in folder.parent.glob(f"{start}*"):
        if abandoned(left.name.removeprefix(start)):
            shutil.rmtree(left, ignore_errors=True)
