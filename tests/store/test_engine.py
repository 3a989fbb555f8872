import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = (
    "from dateline.store.record import Record; print(Record.open({place!r}).query('SELECT 1 AS x')['x'][0].as_py())"
)


def opened(place: Path, cwd: Path, **environment: str) -> str:
    """What a new process with this environment prints."""
    program = [sys.executable, "-c", PROGRAM.format(place=str(place))]
    done = subprocess.run(program, env=environment, cwd=cwd, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.mark.parametrize("home", ["missing", "/proc/nowhere", "", "relative"])
def test_a_record_opens_without_a_home_and_leaves_nothing_where_it_is_called(place, tmp_path, home):
    cwd = tmp_path / "cwd"
    cwd.mkdir()
    environment = {"HOME": home} if home != "missing" else {}
    assert opened(place, cwd, TMPDIR=str(tmp_path), **environment) == "1\n"
    assert list(cwd.iterdir()) == []


def test_the_cache_is_where_the_user_wants_it(place, tmp_path):
    cache = tmp_path / "cache"
    assert opened(place, tmp_path, XDG_CACHE_HOME=str(cache)) == "1\n"
    links = list(cache.rglob("*.duckdb_extension"))
    assert [link.name for link in links] == ["sqlite_scanner.duckdb_extension"]
    assert links[0].is_symlink()


def test_a_cache_whose_link_has_died_is_mended(place, tmp_path):
    cache = tmp_path / "cache"
    opened(place, tmp_path, XDG_CACHE_HOME=str(cache))
    link = next(cache.rglob("*.duckdb_extension"))
    link.unlink()
    link.symlink_to("/nowhere")
    assert opened(place, tmp_path, XDG_CACHE_HOME=str(cache)) == "1\n"


def test_duckdb_neither_fetches_nor_trusts_anything_else():
    from dateline.store.engine import connect

    settings = ("autoinstall_known_extensions", "autoload_known_extensions", "allow_unsigned_extensions")
    con = connect()
    values = con.execute(f"SELECT {', '.join(f'current_setting({name!r})' for name in settings)}").fetchone()
    assert values == (False, False, False)
