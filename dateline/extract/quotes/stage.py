"""The stage: marks, cues and grammar to quote annotations."""

from collections.abc import Iterable

from dateline.extract.quotes.drafts import Draft, Joiner
from dateline.extract.quotes.floating import float_free
from dateline.extract.quotes.labelled import labelled_lines
from dateline.extract.quotes.marks import marked_strings
from dateline.extract.quotes.parties import Parties
from dateline.extract.quotes.places import Places
from dateline.extract.quotes.sayings import Grammar
from dateline.extract.quotes.speakers import Speakers
from dateline.extract.quotes.spoken import Attacher
from dateline.extract.quotes.weighing import Weigher, weights
from dateline.lang.cues import cues
from dateline.model import layers
from dateline.model.annotation import Annotation, Namer
from dateline.model.quote import Quote
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.syntax import Syntax

# Where precision and recall on the training articles meet best.
_ENOUGH, _ENOUGH_FOR_ATTITUDES = 0.15, 0.47
# A construction around marked words need be less probable: that somebody is quoted is certain.
_ENOUGH_AROUND_MARKS = 0.05
_UTTERED = frozenset({"infinitive", "object+infinitive", "object+of", "for", "on+infinitive", "upon+infinitive", "acl"})
# "as you know", "as they say": nobody in particular.
_ANYBODY, _PEOPLE_AT_LARGE = frozenset({"you", "nobody", "nothing", "one"}), frozenset({"they", "we", "people"})
_CLAUSES = frozenset({"clause", "before", "parenthetical", "as-clause", "according", "quoted"})


class Quotes:
    """Finds every quotation of a report with its speaker.

    With `attitudes` also what people are reported to think, want or praise (annotated by some corpora, no
    quotation in a newsroom's sense).
    """

    name = "quotes"
    requires = frozenset({layers.SYNTAX, layers.REGION, layers.MENTION, layers.ACTOR})
    provides = frozenset({layers.QUOTE})

    def __init__(self, *, attitudes: bool = False) -> None:
        self._attitudes = attitudes
        self._cues = cues()

    def __call__(self, reading: Reading) -> Iterable[Annotation[Quote]]:
        syntax = reading.parsed
        if not syntax.tokens:
            return []
        marks = marked_strings(reading.text)
        places = Places(reading.text, syntax, marks)
        grammar = Grammar(syntax, self._cues, places.spoken)
        joiner = Joiner(places, grammar)
        # The annotators behind the weights mostly left speech inside speech alone: for us it is speech as any other.
        level = places.level if self._attitudes else [-1] * len(syntax.tokens)
        weigher = Weigher(syntax, grammar, level, weights(), self._cues)
        enough = _ENOUGH_FOR_ATTITUDES if self._attitudes else _ENOUGH
        found = grammar.sayings(weigher.best, attitudes=self._attitudes)
        sayings = {s.cue: s for s in found if s.probability >= enough}
        labelled = labelled_lines(places, self._cues)
        attached = Attacher(places, grammar, self._cues, labelled.marks).attach()
        drafts = [joiner.spoken(s, sayings.get(s.cue) if s.cue is not None else None) for s in attached]
        taken = {s.cue for s in attached if s.cue is not None}
        drafts += labelled.drafts
        drafts += [d for s in sayings.values() if s.cue not in taken and (d := joiner.saying(s))]
        drafts += float_free(places, grammar, drafts, reported=lambda n: _reported(n, places, grammar, joiner, weigher))
        drafts = [
            d for d in drafts if reading.tells(d.whole) and (self._attitudes or _is_quotation(d, syntax, reading.text))
        ]
        drafts.sort(key=lambda d: (d.place, -d.whole.end))
        return _annotations(reading, drafts, Parties(reading, grammar, self._cues))


def _reported(number: int, places: Places, grammar: Grammar, joiner: Joiner, weigher: Weigher) -> Draft | None:
    """The thought or wish that a marked string is a piece of: `he believes that it will “end in tears for all”`."""
    outer = places.marks[number].outer
    sentence = places.tokens[places.places[number].first].sentence
    best, odds = None, _ENOUGH_AROUND_MARKS
    for saying in grammar.sayings(weigher.best, attitudes=True, sentence=sentence):
        if saying.known and saying.probability > odds and places.level[saying.cue] == -1 and saying.source is not None:
            draft = joiner.saying(saying)
            if draft is not None and any(span.overlap(outer) for span in draft.content):
                best, odds = draft, saying.probability
    return best


def _annotations(reading: Reading, drafts: list[Draft], parties: Parties) -> list[Annotation[Quote]]:
    _set_parents(drafts)
    name = Namer(reading.document.id, layers.QUOTE)
    ids = {id(draft): name(draft.whole) for draft in drafts}
    speakers = Speakers(reading, parties, drafts)
    found = []
    for draft in drafts:
        quote = Quote(
            kind=draft.kind,
            content=tuple(draft.content),
            marked=tuple(draft.marked),
            cue=draft.cue,
            speaker=speakers.of(draft),
            addressee=parties.party(draft.addressee, method="subject") if draft.addressee is not None else None,
            parent=ids[id(draft.parent)] if draft.parent is not None else None,
            probability=_probability(draft),
        )
        found.append(Annotation(ids[id(draft)], layers.QUOTE, draft.whole, Quotes.name, quote))
    return found


def _is_quotation(draft: Draft, syntax: Syntax, text: str) -> bool:
    """Whether a newsroom would call it a quotation: what somebody said, or some of the words in which."""
    frame = draft.frame.rstrip("<>")
    if draft.kind == "direct" or frame == "labelled":
        return True
    if draft.source is None:
        # "It is hard to say how …" and "it is said that …" are nobody's words.
        to = draft.cue is not None and draft.cue.of(text).lower().startswith("to ")
        return frame in _CLAUSES and not draft.passive and not to
    speaker = syntax.tokens[draft.source].lower
    if speaker in _ANYBODY or (speaker in _PEOPLE_AT_LARGE and frame == "as-clause"):
        return False
    return frame in _CLAUSES or draft.kind == "mixed" or frame in _UTTERED


def _set_parents(drafts: list[Draft]) -> None:
    """The parent of a quote is the smallest other one that holds its cue (or, without cue, its content)."""
    stack: list[Draft] = []
    for draft in drafts:
        stack = [d for d in stack if d.whole.end > draft.place]
        inner = Span(draft.place, max(draft.content[0].end, draft.cue.end if draft.cue else 0))
        holders = [d for d in stack if any(c.contains(inner) and c != draft.content[0] for c in d.content)]
        if holders:
            draft.parent = min(holders, key=lambda d: d.whole.end - d.whole.start)
        stack.append(draft)


def _probability(draft: Draft) -> float:
    if draft.kind == "direct":
        found = {"floating": 0.9, "loose": 0.6}.get(draft.frame, 0.97)
    elif draft.group == "attitude":
        found = 0.4
    else:
        found = 0.9 if draft.frame.rstrip("<>") in _CLAUSES or draft.kind == "mixed" else 0.65
    return round(found * (0.8 if draft.level != -1 else 1.0), 3)
