"""From bytes to letters: which encoding a text is in, and its words in it."""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
# Letters beyond ASCII; quotes and dashes lie below and are the same in all Windows code pages.
_HIGH = re.compile(rb"[\xc0-\xff]")
_LOOK_AT = 1 << 16
# English with foreign names has few of them; the detector then has too little to go on and makes "Núñez" Polish.
_WESTERN_SHARE = 0.06
_REPLACED = "�"
_MAGIC = (
    (b"%PDF", "a PDF file: turn it into text first"),
    (b"PK\x03\x04", "a zip or Office file: unpack it or save it as text first"),
    (b"\xd0\xcf\x11\xe0", "an old Office file: save it as text first"),
    (b"\x1f\x8b", "a gzip file inside a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file: write it as CSV or JSONL first"),
    (b"BZh", "a bzip2 file: unpack it first"),
    (b"\xfd7zXZ", "an xz file: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd file: unpack it first"),
)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_BINARY_SHARE = 0.1


def binary(head: bytes) -> str | None:
    """What the first bytes are, if they are no text; None for text, also with a few stray NUL bytes."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            return what
    if not head or bom(head):
        return None
    control = len(head) - len(head.translate(None, _CONTROL))
    return "binary data" if control > _BINARY_SHARE * len(head) else None


def bom(head: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark names, and the mark's length; None without one."""
    return next(((name, len(mark)) for mark, name in _BOMS if head.startswith(mark)), None)


def encoding_of(data: bytes, *, html: bool = False) -> str:
    """The encoding of a text, as Python names it: by byte order mark, UTF-8, a page's own word, or guessed."""
    if marked := bom(data):
        return marked[0]
    if _is_utf8(data):
        return "utf-8"
    if html and (named := _META.search(data[:4096])) and (known := _known(named[1].decode("ascii", "replace"))):
        return known
    return _guess(data)


@dataclass(frozen=True, slots=True)
class Decoder:
    """Decodes the parts of one file in its encoding. A part that does not fit keeps what fits."""

    encoding: str

    def __call__(self, data: bytes) -> tuple[str, str]:
        """The words, and the encoding used: with the number of unreadable letters where there are any."""
        if marked := bom(data):
            data = data[marked[1] :]
        try:
            return data.decode(self.encoding), self.encoding
        except UnicodeDecodeError:
            text = data.decode(self.encoding, "replace")
            return text, f"{self.encoding} ({text.count(_REPLACED)} unreadable)"


def decode(data: bytes, *, html: bool = False) -> tuple[str, str]:
    """The words of a whole file, and the encoding used (see `Decoder`)."""
    return Decoder(encoding_of(data, html=html))(data)


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8, or were meant to be: most of what lies beyond ASCII is sound."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        broken = text.count(_REPLACED)
        sound = sum(1 for c in text if c > "\x7f") - broken
        return sound > 2 * broken
    return True


def _known(name: str) -> str | None:
    """A charset label as browsers take it: pages that say Latin-1 or ASCII are Windows-1252."""
    label = name.lower()
    if label in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "utf-8", "utf8"}:
        return "cp1252"
    try:
        return codecs.lookup(label).name
    except LookupError:
        return None


def _guess(data: bytes) -> str:
    sample = data[:_LOOK_AT]
    if len(_HIGH.findall(sample)) <= _WESTERN_SHARE * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def recoded(pieces: Iterable[bytes], *, encoding: str) -> Iterator[bytes]:
    """The pieces of a text in another encoding, as UTF-8."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    for piece in pieces:
        if text := decoder.decode(piece):
            yield text.encode("utf-8", "replace")
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")
