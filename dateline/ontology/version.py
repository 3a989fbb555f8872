"""The version of the ontology, which readings and records carry."""

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

SCHEME = "PLOVER-2021"
_DATA = ("dateline.ontology", "dateline.lang")


@cache
def ontology_version() -> str:
    """The coding scheme, and a hash of all tables of politics and words: `PLOVER-2021+1a2b3c4d`."""
    digest = blake2b(digest_size=4)
    for package in _DATA:
        for name, file in sorted(_tables(files(package), package), key=lambda pair: pair[0]):
            digest.update(name.encode() + b"\x00" + file.read_bytes())
    return f"{SCHEME}+{digest.hexdigest()}"


def _tables(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    found = []
    for item in folder.iterdir():
        name = f"{path}/{item.name}"
        if item.is_dir():
            found += _tables(item, name)
        elif not item.name.endswith((".py", ".pyc", ".md")):
            found.append((name, item))
    return found
