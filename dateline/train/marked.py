"""Our own training sentences: one marked claim a line, and the checks that keep them right.

A file of `dateline/train/data/` is tab-separated with the columns `type`, `mode`, `status`, `sentence`. In the sentence
`<s>…</s>` marks the doer, `<t>…</t>` the one it is done to (the second participant of a meeting), `<v>…</v>` the
trigger; `<v>` is always there, `<s>` and `<t>` where the sentence has them. `type` is one of PLOVER's 16 or `NONE` (no
event: the same words without an act, a venue or a topic marked as if it were a side), `mode` one of its modes or empty.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"),
    *("THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "NONE"),
)
STATUSES = ("happened", "ongoing", "planned", "called-for", "hypothetical", "denied", "refused", "cancelled")
MODES = {
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        *("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation"),
        "cyber",
    },
    "ASSAULT": {
        *("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives"),
        *("suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
    },
}
_MARK = re.compile(r"</?([stv])>")


@dataclass(frozen=True, slots=True)
class Marked:
    """One sentence without its marks, and where they stood: `[start, end)` in code points, None where unmarked."""

    type: str
    mode: str | None
    status: str
    text: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    trigger: tuple[int, int]


def parse(line: str) -> Marked:
    """The marked sentence of one line. Raises ValueError that says what is wrong with it."""
    cells = line.rstrip("\n").split("\t")
    if len(cells) != len(("type", "mode", "status", "sentence")):
        raise ValueError(f"{len(cells)} columns, not 4")
    kind, mode, status, sentence = cells
    if kind not in TYPES:
        raise ValueError(f"unknown type {kind!r}")
    if mode and mode not in MODES.get(kind, ()):
        raise ValueError(f"{kind} has no mode {mode!r}")
    if status not in STATUSES:
        raise ValueError(f"unknown status {status!r}")
    text, places = _unmark(sentence)
    if "v" not in places:
        raise ValueError("no trigger <v>…</v>")
    return Marked(kind, mode or None, status, text, places.get("s"), places.get("t"), places["v"])


def _unmark(sentence: str) -> tuple[str, dict[str, tuple[int, int]]]:
    text, last = "", 0
    opened: dict[str, int] = {}
    places: dict[str, tuple[int, int]] = {}
    for match in _MARK.finditer(sentence):
        text += sentence[last : match.start()]
        last = match.end()
        name, closing = match[1], match[0].startswith("</")
        if closing:
            if name not in opened:
                raise ValueError(f"</{name}> without <{name}>")
            places[name] = (opened.pop(name), len(text))
        elif name in opened or name in places:
            raise ValueError(f"<{name}> twice")
        else:
            opened[name] = len(text)
    if opened:
        raise ValueError(f"<{next(iter(opened))}> is not closed")
    if empty := [n for n, (a, b) in places.items() if not text[a:b].strip()]:
        raise ValueError(f"<{empty[0]}> holds nothing")
    return text + sentence[last:], places


def read(path: Path) -> Iterator[Marked]:
    """The sentences of one file. Raises ValueError with file and line for the first wrong one."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            try:
                yield parse(line)
            except ValueError as error:
                raise ValueError(f"{path.name}:{number}: {error}: {line[:80]}") from error


def _main(paths: list[str]) -> int:
    """Check files and count what is in them."""
    count: Counter[tuple[str, str]] = Counter()
    seen: Counter[str] = Counter()
    wrong = 0
    for name in paths:
        for number, line in enumerate(Path(name).read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                marked = parse(line)
            except ValueError as error:
                wrong += 1
                sys.stdout.write(f"{name}:{number}: {error}: {line[:90]}\n")
                continue
            count[marked.type, marked.mode or "-"] += 1
            count[marked.type, f"[{marked.status}]"] += 1
            count["all", ""] += 1
            seen[f"{marked.type} {marked.text} {marked.trigger}"] += 1
    for (kind, what), n in sorted(count.items()):
        sys.stdout.write(f"{kind:10} {what:16} {n}\n")
    for text, n in seen.items():
        if n > 1:
            sys.stdout.write(f"twice: {text[:100]}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(_main(sys.argv[1:]))
