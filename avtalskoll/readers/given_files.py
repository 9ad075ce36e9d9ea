"""The files that a person gave, each under the name that its document has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from avtalskoll.readers.limits import Limits
from avtalskoll.readers.members import Member
from avtalskoll.readers.sets import members_of


def files_of(paths: Sequence[Path], limits: Limits) -> Iterator[Member]:
    """The files that `read_agreement` reads for these paths, under the names of its documents."""
    chosen = list({_identity(path): path for path in reversed(paths)}.values())[::-1]
    return members_of(list(zip(chosen, _distinct_names(chosen), strict=True)), limits)


def _identity(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return path


def file_name(path: Path) -> str:
    """What a file is called: its name without folder, in composed characters."""
    return unicodedata.normalize("NFC", path.name or str(path))


def _distinct_names(paths: Sequence[Path]) -> list[str]:
    """File names, each with as many of its folders as it takes to tell it from the others."""
    names = [file_name(path) for path in paths]
    depth = 1
    whole = [unicodedata.normalize("NFC", _identity(path).as_posix()).strip("/").split("/") for path in paths]
    while len(set(names)) < len(names) and depth < max(len(parts) for parts in whole):
        depth += 1
        names = [
            "/".join(parts[-depth:]) if names.count(name) > 1 else name
            for name, parts in zip(names, whole, strict=True)
        ]
    return names
