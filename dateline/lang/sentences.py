"""Where a full stop ends a shortened word and not the sentence, in a language."""

from functools import cache

from dateline.lang.patterns import table


@cache
def continuations(language: str = "en") -> dict[str, frozenset[str]]:
    """For each shortened word the words that cannot begin a sentence behind it: `lang/<language>/sentences.toml`."""
    return {
        word: frozenset(entry["by"]) for entry in table(language, "sentences")["continued"] for word in entry["after"]
    }
