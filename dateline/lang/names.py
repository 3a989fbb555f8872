"""First names and the small words of surnames."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _data() -> dict[str, str]:
    return tomllib.loads(files("dateline.lang").joinpath("en", "names.toml").read_text("utf-8"))


@cache
def first_names() -> dict[str, str]:
    """Lower-case first names, each `male` or `female`."""
    data = _data()
    return {name: sex for sex in ("male", "female") for name in data[sex].split()}


def sex_of(first_name: str) -> str | None:
    """`male` or `female` where a lower-case first name tells; None for one that both bear ("kim"), or unknown."""
    return None if first_name in _either() else first_names().get(first_name)


@cache
def _either() -> frozenset[str]:
    return frozenset(_data()["either"].split())


@cache
def particles() -> frozenset[str]:
    """Words that stand inside a surname without a capital ("bin", "van")."""
    return frozenset(_data()["particles"].split())


@cache
def suffixes() -> frozenset[str]:
    """Words after a surname that are none ("Jr.")."""
    return frozenset(_data()["suffixes"].split())


@cache
def family_first() -> frozenset[str]:
    """Lower-case surnames that their bearers write before the given name ("Park Jin")."""
    return frozenset(_data()["family_first"].split())
