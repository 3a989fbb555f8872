"""The parts of a text by function."""

from dataclasses import dataclass

KINDS = ("headline", "caption", "byline", "biography", "boilerplate", "body")

# Regions that tell what happened. A caption repeats the report's news and carries its date and place, but a
# photograph is no event of its own; the rest says who wrote and what else to read.
TELLING = ("headline", "body")


@dataclass(frozen=True, slots=True)
class Region:
    """One paragraph's function. `kind` is one of `KINDS`."""

    kind: str

    @property
    def refs(self) -> tuple[str, ...]:
        return ()
