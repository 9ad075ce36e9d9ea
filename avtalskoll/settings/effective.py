"""The effective settings: flag before environment before file before default."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from avtalskoll.errors import WrongUseError
from avtalskoll.readers.limits import Limits
from avtalskoll.settings.configuration_file import ConfigurationFile
from avtalskoll.settings.keys import KEYS
from avtalskoll.settings.settings import Settings

FILE_VARIABLE = "AVTALSKOLL_CONFIG"
LIMIT_PREFIX = "AVTALSKOLL_LIMIT_"
Source = Literal["default", "file", "environment", "flag"]
_PATHS = ("waivers", "baseline")


@dataclass(frozen=True)
class Origin:
    """Where a value comes from, and its place or name there."""

    source: Source
    where: str = ""


@dataclass(frozen=True)
class EffectiveSettings:
    """The settings, the file they come from, and the origin of each key that is not at its default."""

    settings: Settings
    file: Path | None = None
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def origin(self, key: str) -> Origin:
        """Where a key's value comes from; limits are named "limits.seconds"."""
        return self.origins.get(key, Origin("default"))


def effective_settings(
    flags: Mapping[str, str | Sequence[str] | bool | None] | None = None,
    *,
    config: str | None = None,
    environment: Mapping[str, str] | None = None,
) -> EffectiveSettings:
    """What holds for a command with these flags (by key; None is not given), here and now. Raises WrongUseError."""
    variables = os.environ if environment is None else environment
    named = config or variables.get(FILE_VARIABLE)
    file = ConfigurationFile.read(Path(named)) if named else ConfigurationFile.find(Path())
    values: dict[str, Any] = {}
    limits: dict[str, int] = {}
    origins: dict[str, Origin] = {}
    if file is not None:
        values = file.values()
        origins = {name: Origin("file", file.label(name)) for name in values}
        for name, limit in _table_of_limits(file, values.pop("limits", {})).items():
            limits[name] = limit
            origins[f"limits.{name}"] = Origin("file", file.label("limits", name))
    for key in KEYS.values():
        text = variables.get(key.variable, "")
        if text and key.kind not in ("limits", "agreements"):
            values[key.name] = _parsed(key.name, key.variable, text)
            origins[key.name] = Origin("environment", key.variable)
    for name, variable, limit in _limits_of(variables):
        limits[name] = limit
        origins[f"limits.{name}"] = Origin("environment", variable)
    for name, given in (flags or {}).items():
        if given is None or given == []:
            continue
        values[name] = _from_flag(name, given)
        origins[name] = Origin("flag", KEYS[name].flag)
    fields: dict[str, Any] = {
        KEYS[name].field: Path(value) if name in _PATHS else value for name, value in values.items()
    }
    if limits:
        fields["limits"] = Limits(**limits)
    root = file.folder if file is not None else Path()
    return EffectiveSettings(Settings(**fields, root=root), file.path if file is not None else None, origins)


def _from_flag(name: str, given: str | Sequence[str] | bool) -> Any:
    if isinstance(given, bool):
        return given
    if isinstance(given, str):
        return _parsed(name, KEYS[name].flag, given)
    return tuple(word for text in given for word in _parsed_list(name, text))


def _parsed_list(name: str, text: str) -> tuple[str, ...]:
    try:
        return tuple(KEYS[name].from_toml([text]))
    except ValueError as error:
        raise WrongUseError(f"{KEYS[name].flag} {error}") from None


def _parsed(name: str, label: str, text: str) -> Any:
    try:
        return KEYS[name].from_text(text)
    except ValueError as error:
        raise WrongUseError(f"{label} {error}") from None


def _table_of_limits(file: ConfigurationFile, given: Any) -> dict[str, int]:
    if not isinstance(given, dict):
        raise WrongUseError(f"{file.label('limits')}: limits ska vara en tabell, [limits].")
    limits: dict[str, int] = {}
    known = {name.replace("_", "-"): name for name in Limits.model_fields}
    for name, value in given.items():
        where = file.label("limits", name)
        if name not in known:
            raise WrongUseError(f"{where}: gränsen {name} finns inte; välj bland {', '.join(known)}.")
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise WrongUseError(f"{where}: {name} ska vara ett heltal över noll.")
        limits[known[name]] = value
    return limits


def _limits_of(variables: Mapping[str, str]) -> list[tuple[str, str, int]]:
    """The limits of the environment: AVTALSKOLL_LIMIT_SECONDS=120 and the like."""
    found = []
    for variable, value in sorted(variables.items()):
        if not variable.startswith(LIMIT_PREFIX):
            continue
        name = variable.removeprefix(LIMIT_PREFIX).lower()
        if name not in Limits.model_fields:
            known = ", ".join(LIMIT_PREFIX + field.upper() for field in Limits.model_fields)
            raise WrongUseError(f"Gränsen {variable} finns inte; välj bland {known}.")
        if not value.isascii() or not value.isdigit() or int(value) < 1:
            raise WrongUseError(f"{variable} ska vara ett heltal över noll, inte {value!r}.")
        found.append((name, variable, int(value)))
    return found
