"""The file of waivers: `undantag:` and under it a list, one decision per dash. People write in it too."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, field_validator

from avtalskoll.checklist.yaml_files import line_in, parse_model
from avtalskoll.errors import ChecklistError, WrongUseError
from avtalskoll.waivers.waiver import Waiver
from avtalskoll.whole_file import replace_file

DEFAULT_NAME = "undantag.yaml"
_KEY = "undantag"
_WIDTH = 110
_OPENING = (
    "# Undantag: brister som får stå kvar till en viss dag, med skäl och vem som har beslutat.\n"
    "# ”avtalskoll waive” lägger till ett undantag sist i listan.\n"
)


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid")

    waivers: tuple[Waiver, ...] = Field(default=(), alias=_KEY)

    @field_validator("waivers", mode="before")
    @classmethod
    def _list_without_items(cls, value: Any) -> Any:
        return () if value == "" else value


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """The waivers of a file, in its order. Raises WrongUseError naming file, line and field in a Swedish sentence."""
    return _parse(_read(path), path.name)


def append_waiver(path: Path, waiver: Waiver) -> None:
    """Put a waiver last in the file; what stands there, comments too, stays as it is. A missing file is made.

    The file is written whole or not at all. Raises WrongUseError for a file that cannot be read or written, or that
    holds a waiver about the same already.
    """
    text = _read(path) if path.exists() else ""
    earlier = _parse(text, path.name)
    for index, other in enumerate(earlier):
        if other.subject == waiver.subject:
            raise WrongUseError(
                f"{path.name}, rad {line_in(text, (_KEY, index))}: undantaget för {waiver.requirement} i "
                f"{waiver.agreement} finns redan; ändra det i filen i stället."
            )
    try:
        longer = _with_item(text, waiver)
        as_meant = _parse(longer, path.name) == (*earlier, waiver)
    except (WrongUseError, yaml.YAMLError, RecursionError):
        as_meant = False
    if not as_meant:
        raise WrongUseError(
            f"{path.name} är skriven på ett sätt som programmet inte kan bygga på; skriv ”{_KEY}:” och därunder ett "
            "undantag per streck."
        )
    _write(path, longer)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise WrongUseError(f"Filen med undantag, {path.name}, finns inte i {path.parent}.") from None
    except (OSError, UnicodeDecodeError):
        raise WrongUseError(f"Filen med undantag, {path.name}, går inte att läsa som text i UTF-8.") from None


def _parse(text: str, name: str) -> tuple[Waiver, ...]:
    try:
        waivers = parse_model(text, name, _Written).waivers
    except ChecklistError as error:
        raise WrongUseError(error.sentence) from None
    seen: dict[tuple[str, str, str], int] = {}
    for index, waiver in enumerate(waivers):
        if waiver.subject in seen:
            first = line_in(text, (_KEY, seen[waiver.subject]))
            raise WrongUseError(
                f"{name}, rad {line_in(text, (_KEY, index))}: undantaget för {waiver.requirement} i "
                f"{waiver.agreement} står redan på rad {first}; ta bort det ena."
            )
        seen[waiver.subject] = index
    return waivers


def _with_item(text: str, waiver: Waiver) -> str:
    """The file's text with one more item, indented and with newlines as the file has them."""
    newline = "\r\n" if "\r\n" in text else "\n"
    items = _items(text)
    indent = 2
    if items is None:
        text = f"{text or _OPENING}{_break(text, newline)}{_KEY}:{newline}"
    elif isinstance(items, yaml.SequenceNode) and items.value and not items.flow_style:
        indent = items.start_mark.column
    elif isinstance(items, yaml.SequenceNode) and not items.value:
        start, end = items.start_mark.index, items.end_mark.index
        text = text[:start].rstrip(" ") + text[end:]
    lines = _item(waiver).removesuffix("\n").split("\n")
    item = "".join(f"{' ' * indent}{line}{newline}" if line else newline for line in lines)
    return f"{text}{_break(text, newline)}{item}"


def _break(text: str, newline: str) -> str:
    return "" if not text or text.endswith("\n") else newline


def _items(text: str) -> yaml.Node | None:
    """The node under `undantag`. The Python loader: its marks count letters, as slices of the text do."""
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for key, value in node.value if key.value == _KEY), None)


class _Dumper(yaml.SafeDumper):
    """Texts with line breaks or other invisible letters in double quotes: there each is spelled out."""


def _quoted_where_needed(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = None if text.isprintable() else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _quoted_where_needed)


def _item(waiver: Waiver) -> str:
    fields = {name: value for name, value in waiver.model_dump(by_alias=True).items() if value != ""}
    written: str = yaml.dump([fields], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return written


def _write(path: Path, text: str) -> None:
    if not path.parent.is_dir():
        raise WrongUseError(f"Mappen {path.parent} finns inte; skapa den eller välj en annan plats för undantagen.")
    try:
        replace_file(Path(os.path.realpath(path)), text)
    except (OSError, UnicodeEncodeError):
        raise WrongUseError(
            f"{path} kunde inte skrivas; kontrollera att du får skriva där, att det finns plats och att filen inte är "
            "öppen i ett annat program."
        ) from None
