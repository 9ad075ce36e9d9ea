"""The keys of the configuration: how a value is written in TOML and, as text, in the environment and in flags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from avtalskoll.errors import WrongUseError
from avtalskoll.settings.settings import FORMATS
from avtalskoll.settings.threshold import FailOn

Kind = Literal["text", "texts", "switch", "day", "choice", "path", "limits", "agreements"]
_TRUE, _FALSE = ("1", "true", "ja", "yes"), ("0", "false", "nej", "no")


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its name in the file, what it holds, and its flag where that has another name."""

    name: str
    kind: Kind
    choices: tuple[str, ...] = ()
    other_flag: str = ""

    @property
    def field(self) -> str:
        """The field of `Settings`."""
        return self.name.replace("-", "_")

    @property
    def variable(self) -> str:
        """The environment variable."""
        return "AVTALSKOLL_" + self.field.upper()

    @property
    def flag(self) -> str:
        """The flag of the command line."""
        return "--" + (self.other_flag or self.name)

    def from_toml(self, value: Any) -> Any:
        """The value as `Settings` takes it. Raises ValueError with the end of a Swedish sentence."""
        match self.kind:
            case "switch":
                if isinstance(value, bool):
                    return value
                raise ValueError("ska vara true eller false.")
            case "texts":
                if isinstance(value, list) and all(isinstance(item, str) for item in value):
                    return self._words(value)
                raise ValueError(f'ska vara en lista med texter, till exempel {self.name} = ["…"].')
            case "day":
                if isinstance(value, date) and not isinstance(value, datetime):
                    return value
            case "limits" | "agreements":
                return value
        if isinstance(value, str):
            return self.from_text(value)
        raise ValueError("ska vara ett datum, ÅÅÅÅ-MM-DD." if self.kind == "day" else "ska vara text.")

    def from_text(self, text: str) -> Any:
        """The same for text of the environment or a flag; lists have commas between."""
        match self.kind:
            case "switch":
                if text.lower() not in (*_TRUE, *_FALSE):
                    raise ValueError("ska vara true eller false.")
                return text.lower() in _TRUE
            case "texts":
                return self._words(text.split(","))
            case "day":
                return _day(text)
            case "choice" if text not in self.choices:
                raise ValueError(f"{text} finns inte; välj {', '.join(self.choices[:-1])} eller {self.choices[-1]}.")
        return text

    def _words(self, items: list[str]) -> tuple[str, ...]:
        split = self.name in ("fail-on", "select", "ignore")
        words = [word.strip() for item in items for word in (item.split(",") if split else [item])]
        if self.name == "fail-on":
            for word in words:
                _known_threshold(word)
        if self.name == "formats":
            for word in words:
                _known_format(word)
        return tuple(word for word in words if word)


KEYS: Mapping[str, Key] = {
    key.name: key
    for key in (
        Key("as-of", "day"),
        Key("checklist", "text"),
        Key("fail-on", "texts"),
        Key("select", "texts"),
        Key("ignore", "texts"),
        Key("view", "choice", ("accepted", "original")),
        Key("ocr", "switch"),
        Key("home-care", "choice", ("region", "kommun")),
        Key("region", "text"),
        Key("municipalities", "texts", other_flag="municipality"),
        Key("waivers", "path"),
        Key("no-waivers", "switch"),
        Key("baseline", "path"),
        Key("fail-on-worse", "switch"),
        Key("strict", "switch"),
        Key("formats", "texts", other_flag="format"),
        Key("exclude", "texts"),
        Key("limits", "limits"),
        Key("agreements", "agreements"),
    )
}


def _day(text: str) -> date:
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"{text} är inget datum; skriv ÅÅÅÅ-MM-DD, till exempel 2026-11-22.")


def _known_threshold(word: str) -> None:
    try:
        FailOn.pairs_of(word, label="")
    except WrongUseError as error:
        raise ValueError(error.sentence.strip()) from None


def _known_format(word: str) -> None:
    name, equals, file = word.partition("=")
    if name not in FORMATS:
        raise ValueError(f"{name} finns inte; välj {', '.join(FORMATS[:-1])} eller {FORMATS[-1]}.")
    if equals and not file:
        raise ValueError(f"{word} saknar filnamn; skriv {name}=FIL.")
