"""Inputs as streams: opened, unpacked, looked into, and read by lines with a limit, so that memory stays flat."""

import gzip
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from dateline.ingest.encoding import Decoder, bom, encoding_of, recoded

# The longest line, and the largest file of one report, that is read: some twenty novels.
LIMIT = 50_000_000
_HEAD = 1 << 16
_PIECE = 1 << 20
_GZIP = b"\x1f\x8b"


class Pieces(io.RawIOBase):
    """A stream made of pieces of bytes."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed's Buffer cannot be filled
        while not self._ready:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._ready = memoryview(piece)
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count


class Input:
    """One open input: its first bytes (`head`), already unpacked if it was gzip, and the rest still to come.

    Raises OSError, EOFError or zlib.error where the input breaks off.
    """

    def __init__(self, stream: BinaryIO) -> None:
        head, rest = _headed(stream)
        if head.startswith(_GZIP):
            head, rest = _headed(gzip.GzipFile(fileobj=io.BufferedReader(Pieces(chain([head], rest)))))
        self.head = head
        self._rest = rest

    def pieces(self) -> Iterator[bytes]:
        """All bytes, from the first, once."""
        return chain([self.head], self._rest)

    def whole(self, *, limit: int = LIMIT) -> bytes | None:
        """All bytes, or None if there are more than `limit`."""
        data = io.BufferedReader(Pieces(self.pieces()), _PIECE).read(limit + 1)
        return None if len(data) > limit else data

    def lines(self, *, limit: int = LIMIT) -> tuple[Iterator[tuple[int, bytes | None]], Decoder]:
        """Number (from 1) and bytes of each line, None for one over `limit`; and what decodes a line."""
        encoding = encoding_of(
            self.head if len(self.head) < _HEAD else self.head[: self.head.rfind(b"\n") + 1 or _HEAD]
        )
        marked = bom(self.head)
        pieces = self.pieces()
        if marked and marked[0] != "utf-8":
            pieces, encoding = recoded(pieces, encoding=marked[0]), "utf-8"
        return split(io.BufferedReader(Pieces(pieces), _PIECE), limit=limit), Decoder(encoding)


def split(stream: BinaryIO | io.BufferedReader, *, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Number (from 1) and bytes of each line; None in place of a line over `limit`, which is never held whole."""
    number = 0
    while line := stream.readline(_PIECE):
        number += 1
        whole = len(line) < _PIECE or line.endswith(b"\n")
        yield number, line if whole else _rest(stream, line, limit=limit)


def _rest(stream: BinaryIO | io.BufferedReader, first: bytes, *, limit: int) -> bytes | None:
    pieces: list[bytes] | None = [first]
    size = len(first)
    while piece := stream.readline(_PIECE):
        size += len(piece)
        if size > limit:
            pieces = None
        if pieces is not None:
            pieces.append(piece)
        if piece.endswith(b"\n"):
            break
    return b"".join(pieces) if pieces is not None else None


def _headed(stream: BinaryIO | gzip.GzipFile) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes of a stream, and what comes after them."""
    rest = iter(lambda: _some(stream), b"")
    head = bytearray()
    while len(head) < _HEAD and (piece := next(rest, None)):
        head += piece
    return bytes(head), rest


def _some(stream: BinaryIO | gzip.GzipFile) -> bytes:
    # read1 hands over what is there: a gzip file that breaks off gives its sound part first.
    read = getattr(stream, "read1", stream.read)
    piece: bytes = read(_HEAD)
    return piece
