"""What is done, in the grammar's terms: a verb or an event noun with its arguments. No politics yet."""

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Argument:
    """Words that a predicate takes. `head` is a token index, `span` the whole phrase.

    `role` is what grammar makes of it once voice, control, raising and light verbs are undone: `subject` (the
    doer), `object` (the one it is done to), `indirect`, `oblique` (with its `preposition`), `clause`; `second` is the
    object of a passive with two, `owner` whoever a light verb's noun belongs to. A coordinated phrase is one argument:
    its first head.
    """

    role: str
    head: int
    span: Span
    preposition: str | None = None


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or an event noun and its arguments. The annotation's span is that of the trigger words.

    `head` is the token index of the trigger's head; `form` is `verb` or `noun`; `lemma` its lower-case lemma, with a
    particle ("carry out") or, for light verbs, that of the noun ("hold talks" -> "talk", `light` "hold").
    `tense` is `past`, `present`, `future` or None; `modal` a modal's lemma; `negated` counts "not", "never", "no";
    `governor` is the id of the predicate that this one is a complement of ("refused to meet": refuse), and
    `governor_role` how (`xcomp`, `ccomp`, `advcl`, `relcl`, `conj`; `subject`, `object`, `oblique` for an event noun
    that is an argument of a verb; `noun` where the governor is a noun). For light verbs `head` is the verb and `noun`
    the token index of the event noun.
    """

    head: int
    form: str
    lemma: str
    tense: str | None = None
    aspect: str | None = None
    voice: str = "active"
    modal: str | None = None
    negated: bool = False
    conditional: bool = False
    light: str | None = None
    governor: str | None = None
    governor_role: str | None = None
    arguments: tuple[Argument, ...] = ()
    noun: int | None = None

    @property
    def refs(self) -> tuple[str, ...]:
        return (self.governor,) if self.governor else ()

    def role(self, *roles: str) -> tuple[Argument, ...]:
        """The arguments with one of these roles, in order."""
        return tuple(a for a in self.arguments if a.role in roles)
