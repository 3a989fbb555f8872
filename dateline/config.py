"""Settings: default.toml, then dateline.toml, then DATELINE_* in the environment, then arguments."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.errors import SettingsError

_PREFIX = "DATELINE_"


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the input columns in the user's own tables."""

    id: str = "id"
    title: str = "title"
    text: str = "text"
    published: str = "published"
    url: str = "url"
    outlet: str = "outlet"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; `default.toml` says what each is for. Make one with `load_settings`."""

    pipeline: str
    batch_size: int
    languages: tuple[str, ...]
    max_characters: int
    commit_reports: int
    commit_seconds: float
    columns: Columns = field(default_factory=Columns)


def load_settings(path: Path | None = None, **arguments: object) -> Settings:
    """The settings in force. `path` is a TOML file; without it `./dateline.toml` is read if it is there.

    Raises SettingsError for an unknown name, a value of the wrong type, or a named file that is not there.
    """
    found: dict[str, Any] = tomllib.loads(files("dateline").joinpath("default.toml").read_text("utf-8"))
    source = path or Path("dateline.toml")
    if source.exists():
        _overrule(found, _read(source), where=str(source))
    elif path is not None:
        raise SettingsError(f"no settings file {path}; make one from the page on settings, or leave the option out")
    known = {f.name for f in fields(Settings)} - {"columns"}
    for name in known:
        if (text := os.environ.get(_PREFIX + name.upper())) is not None:
            found[name] = _from_text(text, like=found[name], name=_PREFIX + name.upper())
    settings = _settings(found)
    given = {name: value for name, value in arguments.items() if value is not None}
    if unknown := sorted(given.keys() - known):
        raise SettingsError(f"unknown setting {unknown[0]!r}; known are {', '.join(sorted(known))}")
    return replace(settings, **given)  # type: ignore[arg-type]


def _read(source: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(source.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{source} is no valid TOML: {error}") from error


def _overrule(found: dict[str, Any], new: Mapping[str, Any], *, where: str) -> None:
    for name, value in new.items():
        if name not in found:
            raise SettingsError(f"{where}: unknown setting {name!r}; known are {', '.join(sorted(found))}")
        if isinstance(found[name], dict):
            if not isinstance(value, dict):
                raise SettingsError(f"{where}: {name} must be a table, not {value!r}")
            _overrule(found[name], value, where=f"{where} [{name}]")
        elif not _fits(value, found[name]):
            raise SettingsError(f"{where}: {name} must be like {found[name]!r}, not {value!r}")
        else:
            found[name] = value


def _fits(value: object, like: object) -> bool:
    if isinstance(like, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is type(like)


def _from_text(text: str, *, like: object, name: str) -> object:
    try:
        if isinstance(like, list):
            return [part.strip() for part in text.split(",") if part.strip()]
        return type(like)(text)  # type: ignore[call-arg]
    except ValueError as error:
        raise SettingsError(f"{name} must be like {like!r}, not {text!r}") from error


def _settings(found: Mapping[str, Any]) -> Settings:
    return Settings(
        pipeline=found["pipeline"],
        batch_size=found["batch_size"],
        languages=tuple(found["languages"]),
        max_characters=found["max_characters"],
        commit_reports=found["commit_reports"],
        commit_seconds=float(found["commit_seconds"]),
        columns=Columns(**found["columns"]),
    )
