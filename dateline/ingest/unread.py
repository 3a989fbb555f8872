"""An input that could not be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unread:
    """An input, or one line of it, that gave no report, and why. The run goes on.

    `path` is the source as named (`-` is standard input), `line` its line number from 1 where the input has
    lines, `reason` a sentence for a person, `code` a short stable word for counting: `not-found`, `permission`,
    `empty`, `binary`, `too-long`, `truncated`, `not-json`, `columns`, `table`, `no-article`, `other-files`,
    `unreadable`.
    """

    path: str
    line: int | None
    reason: str
    code: str
