"""DuckDB as the record needs it: two signed extensions from installed packages, nothing from the network."""

import os
import tempfile
from functools import cache
from hashlib import blake2b
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from shutil import copy2
from typing import TYPE_CHECKING

from dateline.errors import RecordError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Package and the name that the file must have: DuckDB derives the function to call from the file's name, and the
# package for SQLite calls its file by another one.
_EXTENSIONS = {"ducklake": "ducklake", "sqlite": "sqlite_scanner"}


def connect() -> "DuckDBPyConnection":
    """A connection that can attach records. DuckDB installs, fetches and writes nothing by itself.

    All connections of a process share one DuckDB in memory, because loading its extensions takes half a second.
    Raises RecordError where the extension packages are missing or made for another DuckDB.
    """
    return _engine().cursor()


@cache
def _engine() -> "DuckDBPyConnection":
    import duckdb

    folder = _cache_folder()
    config: dict[str, str | bool | int | float | list[str]] = {
        # The widest page that is read by finding its rows in few columns first.
        "late_materialization_max_rows": "1000",
        "extension_directory": str(folder),
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "allow_unsigned_extensions": "false",
        "temp_directory": str(Path(tempfile.gettempdir()) / f"dateline-{os.getpid()}"),
    }
    con = duckdb.connect(config=config)
    try:
        # No file of a record is ever written twice.
        con.execute("SET GLOBAL parquet_metadata_cache = true")
        for package, name in _EXTENSIONS.items():
            con.execute(f"LOAD {quoted(_extension(package, name, folder))}")
    except duckdb.Error as error:
        con.close()
        raise RecordError(f"DuckDB {duckdb.__version__} cannot load its extensions: {error}") from error
    _kept.append(con)
    return con


# A forked child must neither use its parent's DuckDB, whose threads it lacks, nor close it.
_kept: list["DuckDBPyConnection"] = []
os.register_at_fork(after_in_child=_engine.cache_clear)


def quoted(text: object) -> str:
    """A text as an SQL literal, for the statements that take no parameters."""
    return "'" + str(text).replace("'", "''") + "'"


def _extension(package: str, name: str, folder: Path) -> Path:
    import duckdb

    version = f"v{duckdb.__version__}"
    try:
        module = import_module(f"duckdb_extension_{package}")
    except ImportError as error:
        raise RecordError(f"the package duckdb-extension-{package} is missing; install Dateline again") from error
    source = Path(str(files(module))) / "extensions" / version / f"{package}.duckdb_extension"
    if not source.exists():
        raise RecordError(f"duckdb-extension-{package} has no extension for DuckDB {version}; install the same version")
    return source if package == name else _renamed(source, f"{name}.duckdb_extension", folder)


def _renamed(source: Path, name: str, folder: Path) -> Path:
    """The file under another name: a link in our cache, one for each installation, a copy where links cannot be."""
    home = folder / blake2b(str(source).encode(), digest_size=8).hexdigest()
    target = home / name
    if target.exists():
        return target
    home.mkdir(parents=True, exist_ok=True)
    draft = home / f"{name}.{os.getpid()}"
    draft.unlink(missing_ok=True)
    try:
        draft.symlink_to(source)
    except OSError:
        copy2(source, draft)
    draft.replace(target)
    return target


@cache
def _cache_folder() -> Path:
    """Our folder under the user's cache, or a private temporary one where there is no home or it is not writable."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    folder = Path(base) / "dateline" / "duckdb"
    try:
        if not folder.is_absolute():
            raise OSError("no home")
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        return Path(tempfile.mkdtemp(prefix="dateline-"))
    return folder
