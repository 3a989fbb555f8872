"""The versions of the tables that readings and links are made by, which records carry."""

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

SCHEME = "PLOVER-2021"
_DATA = ("dateline.ontology", "dateline.lang")
# Only phase two looks at these words, so that a change of them makes no reading old.
_LINKING = "/linking.toml"


@cache
def ontology_version() -> str:
    """The coding scheme, and a hash of all tables that reading goes by: `PLOVER-2021+1a2b3c4d`."""
    return f"{SCHEME}+{_hashed((n, f) for n, f in _all_tables() if not n.endswith(_LINKING))}"


@cache
def linking_version() -> str:
    """A hash of all tables that linking goes by: those of reading and the words that only names across reports need."""
    return f"{SCHEME}+{_hashed(_all_tables())}"


def _hashed(tables: Iterable[tuple[str, Traversable]]) -> str:
    """A hash of the names and bytes of some tables, whatever their order."""
    digest = blake2b(digest_size=4)
    for name, file in sorted(tables, key=lambda pair: pair[0]):
        digest.update(name.encode() + b"\x00" + file.read_bytes())
    return digest.hexdigest()


def _all_tables() -> list[tuple[str, Traversable]]:
    return [table for package in _DATA for table in _tables(files(package), package)]


def _tables(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    found = []
    for item in folder.iterdir():
        name = f"{path}/{item.name}"
        if item.is_dir():
            found += _tables(item, name)
        elif not item.name.endswith((".py", ".pyc", ".md")):
            found.append((name, item))
    return found
