"""The files that make up one agreement: their names, their order, and their content when it is asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from avtalskoll.readers.limits import Limits
from avtalskoll.readers.refusals import Reason, Refused

_IGNORED = re.compile(
    r"\..*|~.*|.*~|.*\.(?:tmp|lnk|part|crdownload)|thumbs\.db|desktop\.ini|__macosx|icon\r", re.IGNORECASE
)
_Natural = tuple[tuple[bool, int, str], ...]


class Member(NamedTuple):
    """A file of an agreement."""

    name: str
    """File name, or path inside the folder or zip that it came in, with "/" between the parts."""
    load: Callable[[], bytes]
    """Gives its content. Raises `Refused` where it cannot be had or is too large."""
    found: bool = False
    """Whether it lay in a folder or zip, and was not named by the user."""


def bytes_of(path: Path, limits: Limits) -> bytes:
    """The content of a file. Raises `Refused` where it is none, cannot be opened or is too large."""
    try:
        if path.is_dir():
            raise Refused(Reason.FOLDER)
        if not path.is_file():
            raise Refused(Reason.MISSING)
        with path.open("rb") as stream:
            data = stream.read(limits.file_bytes + 1)
    except (OSError, ValueError):
        raise Refused(Reason.DENIED) from None
    if len(data) > limits.file_bytes:
        raise Refused(Reason.TOO_LARGE)
    return data


def in_order(files: Mapping[str, Callable[[], bytes]]) -> list[Member]:
    """The files by name: those of a folder before those of its folders, "bilaga 2" before "bilaga 10"."""
    if not files:
        raise Refused(Reason.EMPTY_SET)
    return [Member(name, files[name], found=True) for name in sorted(files, key=_place)]


def inside_name(path: str) -> str:
    """A path that leads nowhere but inside its set, in composed characters."""
    parts = unicodedata.normalize("NFC", path).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", ".."))


def is_passed_over(name: str) -> bool:
    """Whether a file is hidden or temporary, or one that a system leaves behind (~$, .DS_Store, Thumbs.db)."""
    return any(_IGNORED.fullmatch(part) for part in name.split("/"))


def _place(name: str) -> tuple[tuple[bool, _Natural], ...]:
    *folders, last = name.split("/")
    return (*((True, _natural(folder)) for folder in folders), (False, _natural(last)))


def _natural(text: str) -> _Natural:
    """The parts of a name, numbers by their size."""
    stem, dot, suffix = text.casefold().rpartition(".")
    parts = re.findall(r"[0-9]{1,18}|[^0-9]+", stem if dot else text.casefold())
    sized = ((False, int(part), "") if part.isdecimal() else (True, 0, part.rstrip(" _-")) for part in parts)
    return (*sized, (False, -1, suffix), (False, -1, text))
