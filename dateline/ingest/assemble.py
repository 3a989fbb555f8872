"""From words and origin to a Document: the text is normalised here, once, and never again."""

import re
import unicodedata
from hashlib import blake2b, sha256

from dateline.model.document import Document, Origin

_ZERO_WIDTH = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_NO_BREAK = re.compile("[\u00a0\u202f\u2007\u2009\u200a\u2002\u2003]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\u0085|\x0b|\x0c")
_MANY_BREAKS = re.compile(r"\n[ \t]*\n\s*")


def normalise(text: str) -> str:
    """NFC, `\\n` line ends, plain spaces for no-break ones, no zero-width characters, no NUL."""
    text = unicodedata.normalize("NFC", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _NO_BREAK.sub(" ", text)
    return _ZERO_WIDTH.sub("", text).replace("\x00", "")


def assemble(
    text: str,
    *,
    title: str | None = None,
    origin: Origin | None = None,
    page_offsets: tuple[tuple[int, int, int], ...] = (),
) -> Document:
    """A Document with its id. The title becomes the first paragraph, unless the text begins with it.

    The id is a hash of the report's url or stated source id and its text, never of a path.
    """
    origin = origin or Origin()
    body = normalise(text).strip("\n")
    heading = " ".join(normalise(title).split()) if title else None
    if heading and not " ".join(body[: len(heading) * 2].split()).startswith(heading):
        body = f"{heading}\n\n{body}"
    digest = sha256(body.encode()).hexdigest()
    key = f"{origin.url or origin.source_id or ''}\x00{digest}"
    return Document(
        id="d" + blake2b(key.encode(), digest_size=8).hexdigest(),
        text=body,
        sha256=digest,
        title=heading,
        origin=origin,
        page_offsets=page_offsets,
    )
