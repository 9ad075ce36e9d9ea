"""The configuration file: found upwards from where one stands, read and checked."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avtalskoll.errors import WrongUseError
from avtalskoll.settings.keys import KEYS, Key
from avtalskoll.settings.settings import ConfiguredAgreement
from avtalskoll.settings.toml_lines import Location, line_of

NAME, PROJECT = "avtalskoll.toml", "pyproject.toml"
_SECTION = ("tool", "avtalskoll")
_AGREEMENT_KEYS = {
    key.name: key
    for key in (
        Key("name", "text"),
        Key("files", "texts"),
        *(KEYS[name] for name in ("home-care", "region", "municipalities")),
    )
}


@dataclass(frozen=True)
class ConfigurationFile:
    """A file with settings that has been read; its text is kept to tell lines."""

    path: Path
    text: str
    section: tuple[str, ...]
    table: dict[str, Any]

    @classmethod
    def find(cls, start: Path) -> ConfigurationFile | None:
        """The nearest one in `start` or above: avtalskoll.toml, or pyproject.toml with [tool.avtalskoll]."""
        here = Path(os.path.abspath(start))
        for folder in (here, *here.parents):
            if (folder / NAME).is_file():
                return cls.read(folder / NAME)
            if (folder / PROJECT).is_file() and "avtalskoll" in _text_of(folder / PROJECT):
                found = cls.read(folder / PROJECT)
                if found.table:
                    return found
        return None

    @classmethod
    def read(cls, path: Path) -> ConfigurationFile:
        """Read one file. Raises WrongUseError where that cannot be done."""
        shown, text = _shown(path), _text_of(path)
        try:
            table: Any = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"at line (\d+)", str(error))
            where = f", rad {line[1]}" if line else ""
            raise WrongUseError(
                f"{shown}{where}: filen följer inte TOML-formatet här; text ska till exempel stå inom citattecken."
            ) from None
        section = _SECTION if path.name == PROJECT else ()
        for name in section:
            table = table.get(name, {}) if isinstance(table, dict) else {}
        if not isinstance(table, dict):
            raise WrongUseError(f"{shown}: [tool.avtalskoll] ska vara en tabell med nycklar.")
        return cls(path, text, section, table)

    @property
    def folder(self) -> Path:
        """What its paths are relative to, as seen from where one stands."""
        return Path(_relative(self.path.parent))

    def label(self, *location: str | int) -> str:
        """Where a key stands, for a person: "avtalskoll.toml, rad 3"."""
        line = line_of(self.text, (*self.section, *location))
        return _shown(self.path) + (f", rad {line}" if line else "")

    def values(self) -> dict[str, Any]:
        """The value of every key that is there, as `Settings` takes it. Raises WrongUseError for a mistake."""
        self._refuse_unknown(self.table, KEYS, ())
        return {name: self._value(KEYS[name], given) for name, given in self.table.items()}

    def _value(self, key: Key, given: Any) -> Any:
        if key.kind == "agreements":
            return self._agreements(given)
        value = self._parsed(key, given, (key.name,))
        if key.kind == "path":
            return _relative(self.folder / value)
        if key.name == "checklist" and (self.folder / value).is_dir():
            return _relative(self.folder / value)
        if key.name == "formats":
            return tuple(self._format(word) for word in value)
        return value

    def _format(self, word: str) -> str:
        name, equals, file = word.partition("=")
        return f"{name}={_relative(self.folder / file)}" if equals else name

    def _agreements(self, given: Any) -> tuple[ConfiguredAgreement, ...]:
        if not isinstance(given, list) or not all(isinstance(entry, dict) for entry in given):
            raise self._mistake(("agreements",), "agreements ska skrivas som [[agreements]] med name och files.")
        made: list[ConfiguredAgreement] = []
        for index, entry in enumerate(given):
            place = ("agreements", index)
            self._refuse_unknown(entry, _AGREEMENT_KEYS, place)
            values = {name: self._parsed(_AGREEMENT_KEYS[name], value, (*place, name)) for name, value in entry.items()}
            for name in ("name", "files"):
                if not values.get(name):
                    raise self._mistake(place, f"avtalet saknar {name}.")
            if any(values["name"] == other.name for other in made):
                raise self._mistake((*place, "name"), f"avtalet {values['name']} finns två gånger.")
            made.append(ConfiguredAgreement(**{name.replace("-", "_"): value for name, value in values.items()}))
        return tuple(made)

    def _parsed(self, key: Key, given: Any, location: Location) -> Any:
        try:
            return key.from_toml(given)
        except ValueError as error:
            raise self._mistake(location, f"{key.name} {error}") from None

    def _refuse_unknown(self, table: Iterable[str], known: Iterable[str], place: Location) -> None:
        for name in table:
            if name not in known:
                near = difflib.get_close_matches(name.replace("_", "-"), known, n=1)
                advice = f"menade du {near[0]}?" if near else f"välj bland {', '.join(known)}."
                raise self._mistake((*place, name), f"nyckeln {name} finns inte; {advice}")

    def _mistake(self, location: Location, sentence: str) -> WrongUseError:
        return WrongUseError(f"{self.label(*location)}: {sentence}")


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise WrongUseError(f"Konfigurationen {_shown(path)} finns inte; kontrollera namnet och mappen.") from None
    except (OSError, UnicodeDecodeError):
        raise WrongUseError(f"Konfigurationen {_shown(path)} går inte att läsa som text i UTF-8.") from None


def _shown(path: Path) -> str:
    return Path(_relative(path)).as_posix()


def _relative(path: Path) -> str:
    """The path from where one stands; the whole path where none leads there (another drive)."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return str(path)
