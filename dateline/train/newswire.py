"""Plain reports out of annotated news: `python -m dateline.train.newswire TIMES QUOTES > reports.jsonl`.

TIMES is a folder of TimeML files (TimeBank, AQUAINT), QUOTES one of text files (the development part of
PolNeAR). Claims of these reports were judged (`tests/cases/claims/judgements-newswire.tsv`);
`dateline.train.claim_truth` reads them again.
"""

import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_TIMEX = re.compile(r"<TIMEX3\b[^>]*>")
_DAY = re.compile(r'value="(\d{4}-\d\d-\d\d)')


def of_timeml(path: Path) -> dict[str, str | None] | None:
    """The report of a TimeML file, with the day it was written; None where there is no text."""
    source = path.read_text(encoding="utf-8", errors="replace")
    text = _TEXT.search(source)
    if text is None:
        return None
    written = next((t for t in _TIMEX.findall(source) if 'functionInDocument="CREATION_TIME"' in t), "")
    day = _DAY.search(written)
    plain = html.unescape(_TAG.sub("", text.group(1))).strip()
    return {"id": f"tml-{path.name}", "title": "", "text": plain, "published": day.group(1) if day else None}


def reports(times: Path, quotes: Path) -> Iterator[dict[str, str | None]]:
    """All reports, in the order of their paths."""
    for path in sorted(times.rglob("*.tml"), key=str):
        if (report := of_timeml(path)) is not None:
            yield report
    for path in sorted((quotes / "text").iterdir(), key=str):
        yield {"id": f"pd-{path.name}", "title": "", "text": path.read_text(encoding="utf-8")}


if __name__ == "__main__":
    for one in reports(Path(sys.argv[1]), Path(sys.argv[2])):
        sys.stdout.write(json.dumps(one) + "\n")
