"""The user's own column names, to ours."""

from collections.abc import Collection, Mapping
from dataclasses import asdict

from dateline.config import Columns

# Read under these names; the others can be mapped in the settings.
_FIXED = ("byline", "language")


def mapping(columns: Columns, present: Collection[str]) -> dict[str, str]:
    """The name in the input for each of our columns that is there; case and spaces at the ends do not matter."""
    loose = {name.strip().lower(): name for name in reversed(list(present))}
    wanted = {**{name: name for name in _FIXED}, **asdict(columns)}
    found = {}
    for ours, theirs in wanted.items():
        name = theirs if theirs in present else loose.get(theirs.strip().lower())
        if name is not None:
            found[ours] = name
    return found


def missing_text(columns: Columns, present: Collection[str]) -> str:
    """What to tell somebody whose table has no column for the text."""
    there = ", ".join(list(present)[:12]) or "none"
    if len(present) > 12:
        there += f" and {len(present) - 12} more"
    return (
        f"no column {columns.text!r}; there are: {there}. "
        f'Name yours in dateline.toml: [columns] and below it text = "…" (title, published, url, outlet, id likewise)'
    )


def mapped(row: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    """A row by our own column names."""
    return {ours: row[theirs] for ours, theirs in names.items() if row.get(theirs)}
