"""Sources as a person names them, to reports: files, folders, globs, `-`."""

import glob
import os
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.config import Settings
from dateline.errors import UsageError
from dateline.ingest.encoding import binary
from dateline.ingest.stream import Input
from dateline.ingest.unread import Unread
from dateline.model.document import Document
from dateline.registry import READERS, load

# Files of a folder that may well be reports, in formats that are not read: worth a word. Pictures and programs are not.
_NEARLY = re.compile(
    r"\.(?:json|ndjson|xml|xhtml|pdf|docx?|odt|rtf|epub|eml|xlsx?|parquet|warc|zip|tar)$", re.IGNORECASE
)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div|p|meta|title|h1)\b",
    re.I | re.S,
)
_LINES = re.compile(rb"\s*\{\s*\"")


def documents(
    sources: Iterable[str], *, settings: Settings, stdin: BinaryIO | None = None
) -> Iterator[Document | Unread]:
    """Every report of the sources in order, and an Unread for each input that gives none: nothing is lost.

    A source is a file, a folder (read with its subfolders, in the order of names), a glob, or `-` for `stdin`. Raises
    UsageError where no source is named, or `-` without `stdin`.
    """
    named = [sources] if isinstance(sources, str) else list(sources)
    if not named:
        raise UsageError("no reports named: give files, folders, globs, or - for standard input")
    if "-" in named and stdin is None:
        raise UsageError("- stands for standard input, but none was handed over")
    return _documents(named, settings=settings, stdin=stdin)


def _documents(named: list[str], *, settings: Settings, stdin: BinaryIO | None) -> Iterator[Document | Unread]:
    for source in named:
        path = Path(source)
        if source == "-" and stdin is not None:
            yield from _guarded(stdin, path="-", settings=settings)
        elif path.is_dir():
            yield from _folder(source, settings=settings)
        elif path.exists() or path.is_symlink():
            yield from _file(source, settings=settings)
        elif glob.has_magic(source):
            yield from _glob(source, settings=settings)
        else:
            yield Unread(source, None, f"there is no file or folder {source}", "not-found")


def _folder(folder: str, *, settings: Settings) -> Iterator[Document | Unread]:
    others: Counter[str] = Counter()
    reports = 0
    for path, trouble in _walk(folder):
        if trouble:
            yield Unread(path, None, trouble, "permission")
        elif ending_of(path) in READERS:
            reports += 1
            yield from _file(path, settings=settings)
        elif _NEARLY.search(path):
            others[Path(path).suffix.lower()] += 1
    if others:
        counts = ", ".join(f"{count} {ending}" for ending, count in sorted(others.items()))
        read = " ".join(READERS)
        yield Unread(folder, None, f"not read: {counts}; formats read are {read}, each also with .gz", "other-files")
    elif not reports:
        yield Unread(folder, None, f"no reports in the folder; formats read are {' '.join(READERS)}", "empty")


_CATALOG = "catalog.sqlite"


def _walk(folder: str) -> Iterator[tuple[str, str | None]]:
    """The files below a folder in the order of names, hidden ones left out, with what is wrong with a subfolder."""
    troubles: list[OSError] = []
    for where, folders, files in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__MACOSX")))
        for error in troubles:
            yield str(error.filename), f"cannot look into the folder: {error.strerror}"
        troubles.clear()
        if _CATALOG in files:  # a record beside the reports holds what was read, not what is to be read
            folders.clear()
            continue
        for name in sorted(files):
            if not name.startswith("."):
                yield str(Path(where, name)), None
    for error in troubles:
        yield str(error.filename), f"cannot look into the folder: {error.strerror}"


def _glob(pattern: str, *, settings: Settings) -> Iterator[Document | Unread]:
    found = sorted(glob.glob(pattern, recursive=True))
    if not found:
        yield Unread(pattern, None, f"nothing matches {pattern}", "not-found")
    for path in found:
        if not Path(path).is_dir():
            yield from _file(path, settings=settings)
        elif "**" not in pattern:
            yield from _folder(path, settings=settings)


def _file(path: str, *, settings: Settings) -> Iterator[Document | Unread]:
    try:
        with Path(path).open("rb") as stream:
            yield from _guarded(stream, path=path, settings=settings)
    except FileNotFoundError:
        yield Unread(path, None, "the file is gone, or a link that leads nowhere", "not-found")
    except PermissionError:
        yield Unread(path, None, "no permission to read the file", "permission")
    except OSError as error:
        yield Unread(path, None, f"cannot be opened: {error.strerror or error}", "unreadable")


def _guarded(stream: BinaryIO, *, path: str, settings: Settings) -> Iterator[Document | Unread]:
    """The reports of one open input. Whatever breaks in it costs its rest, not the run."""
    try:
        yield from _reports(Input(stream), path=path, settings=settings)
    except (EOFError, zlib.error) as error:
        yield Unread(path, None, f"the packed file breaks off or is damaged: {error}", "truncated")
    except OSError as error:
        yield Unread(path, None, f"reading broke off: {error}", "unreadable")
    except Exception as error:
        # A page can bring down the library that reads it; the other reports must not suffer.
        yield Unread(path, None, f"{type(error).__name__}: {error}", "unreadable")


def _reports(source: Input, *, path: str, settings: Settings) -> Iterator[Document | Unread]:
    if not source.head:
        yield Unread(path, None, "the file is empty", "empty")
        return
    if what := binary(source.head):
        yield Unread(path, None, f"no text but {what}", "binary")
        return
    read = load(READERS[_ending(source.head, path=path)])
    yield from read(source, path=path, settings=settings)


def ending_of(path: str) -> str:
    """The ending that says a file's format, in lower case and without `.gz`."""
    return Path(path.lower().removesuffix(".gz")).suffix


def _ending(head: bytes, *, path: str) -> str:
    """The ending of a format that is read: the file's own, or what its first bytes look like."""
    ending = ending_of(path)
    if ending in READERS:
        return ending
    start = head.lstrip(b"\xef\xbb\xbf")
    if _LINES.match(start) or ending in {".json", ".ndjson"}:
        return ".jsonl"
    return ".html" if _PAGE.match(start) else ".txt"
