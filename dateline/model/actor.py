"""Who: words that name somebody, and the somebody that they name."""

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Office:
    """A post: its title as an English noun phrase, the country or body it belongs to, and its rank.

    `rank` is one of `dateline.ontology` ranks (`head-of-state` … `official`) or None. `former` is true where
    the text says that the person no longer holds it.
    """

    title: str
    country: str | None = None
    organisation: str | None = None
    sector: str | None = None
    rank: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe somebody: a name, a title, a description or a pronoun.

    `form` is `name`, `nominal` or `pronoun`; `kind` is `person`, `organisation`, `state` or `group`. `head` is
    the span of the head word. `country` is ISO 3166 alpha-3 or a PLOVER non-state code; `country_method` says
    what it was read off (`name`, `demonym`, `office`, `register`, `metonym`, `coreference`, `context`).
    `plural` marks words for more than one ("the two ministers"). `Reading.actor_of` gives the actor.
    """

    form: str
    kind: str
    head: Span
    name: str | None = None
    country: str | None = None
    country_method: str | None = None
    sectors: tuple[str, ...] = ()
    office: Office | None = None
    plural: bool = False

    @property
    def refs(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Link:
    """One mention of an actor and how it was tied to it (`name`, `alias`, `title`, `appositive`, `pronoun` …)."""

    mention: str
    span: Span
    method: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody of this report, with every mention. The annotation's span is that of the fullest name.

    `name` is the fullest name in the text, or the description where there is no name. `members` are actors
    that a plural stands for ("the two ministers").
    """

    name: str
    kind: str
    country: str | None = None
    country_method: str | None = None
    sectors: tuple[str, ...] = ()
    office: Office | None = None
    links: tuple[Link, ...] = ()
    members: tuple[str, ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        return (*(link.mention for link in self.links), *self.members)
