"""From words and origin to a Document: the text is normalised here, once, and never again."""

import re
import unicodedata
from hashlib import blake2b, sha256

from dateline.model.document import Document, Origin, title_end

_ZERO_WIDTH = re.compile("[\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a-\u202e]")
_NO_BREAK = re.compile("[\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u3000]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\u0085|\x0b|\x0c")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# What Windows means by the control characters beside Latin-1: a page that says Latin-1 and is not has dashes there.
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0) if code != 0x85}
# JSON may hold half of a surrogate pair; it is no letter and cannot be written in UTF-8.
_SURROGATE = re.compile("[\ud800-\udfff]")
_HEAD_LINES = 6
# By so many marks and spaces a repeated title may be longer or shorter.
_MARKS = 12


def normalise(text: str) -> str:
    """NFC, `\\n` line ends, plain spaces for no-break ones, no zero-width or control characters, no half letters;
    controls that stand for Windows' dashes and quotation marks become these."""
    text = unicodedata.normalize("NFC", text.translate(_WINDOWS))
    text = _LINE_ENDS.sub("\n", text)
    text = _NO_BREAK.sub(" ", text)
    text = _ZERO_WIDTH.sub("", text)
    return _SURROGATE.sub("�", _CONTROL.sub("", text))


def assemble(
    text: str,
    *,
    title: str | None = None,
    origin: Origin | None = None,
    page_offsets: tuple[tuple[int, int, int], ...] = (),
) -> Document:
    """A Document with its id. The title becomes the first paragraph, unless the text begins with it.

    Where the title is added, a line of the head that only repeats it is left out. The id is a hash of the
    report's url or stated source id and its text, never of a path.
    """
    origin = origin or Origin()
    body = normalise(text).strip("\n")
    heading = " ".join(normalise(title).split()) if title else ""
    if not any(c.isalnum() for c in heading):
        heading = ""
    if heading:
        body = _with_heading(body, heading)
    digest = sha256(body.encode()).hexdigest()
    key = f"{origin.url or origin.source_id or ''}\x00{digest}"
    return Document(
        id="d" + blake2b(key.encode(), digest_size=8).hexdigest(),
        text=body,
        sha256=digest,
        title=heading or None,
        origin=origin,
        page_offsets=page_offsets,
    )


def _with_heading(body: str, heading: str) -> str:
    """The body with the title as its first paragraph, once."""
    end = title_end(body, heading)
    if end is None:
        rest = _without_repeat(body, heading)
        return f"{heading}\n\n{rest}" if rest else heading
    return body[:end] + _without_repeat(body[end:], heading)


def _without_repeat(body: str, heading: str) -> str:
    """The body without the lines among its first few that are the title and nothing else."""
    start = seen = 0
    while seen < _HEAD_LINES and start < len(body):
        stop = body.find("\n", start)
        stop = len(body) if stop < 0 else stop
        line = body[start:stop].strip()
        alike = abs(len(line) - len(heading)) <= _MARKS and title_end(line, heading) == len(line)
        if line and alike:
            body = (body[:start] + body[stop:].lstrip("\n")).rstrip("\n")
            start = seen = 0
        else:
            seen += bool(line)
            start = stop + 1
    return body
