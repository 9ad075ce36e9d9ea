"""Writing an output file: whole or not at all, and never over somebody else's work."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from avtalskoll.errors import WrongUseError
from avtalskoll.whole_file import replace_file

_MARK = b'<meta name="generator" content="avtalskoll'


def report_path(first_file: str, ending: str = "granskning") -> Path:
    """Where the HTML report of an agreement is written when nobody says: "<file or folder>-<ending>.html" here.

    A name that is taken is used again only where the file is an earlier report; else the name gets a number.
    """
    return next(path for path in _names(first_file, ending, ".html") if _is_free(path) or _is_report(path))


def free_path(first_file: str, ending: str, suffix: str) -> Path:
    """A name here that nothing has: "<file or folder>-<ending><suffix>", with a number where it is taken."""
    return next(filter(_is_free, _names(first_file, ending, suffix)))


def _names(first_file: str, ending: str, suffix: str) -> Iterator[Path]:
    first = Path(os.path.realpath(first_file))
    stem = f"{first.name if first.is_dir() else first.stem}-{ending}"
    return map(
        Path, itertools.chain([f"{stem}{suffix}"], (f"{stem}-{number}{suffix}" for number in itertools.count(2)))
    )


def _is_free(path: Path) -> bool:
    return not os.path.lexists(path)


def _is_report(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _MARK in file.read(2048)
    except OSError:
        return False


def write_whole(path: Path, content: str | bytes, inputs: Iterable[str] = ()) -> None:
    """Write text as UTF-8 with plain newlines, or bytes, whole or not at all.

    Raises WrongUseError where the file cannot be written or is one of `inputs`.
    """
    target = Path(os.path.realpath(path))
    given = [Path(os.path.realpath(file)) for file in inputs]
    in_folder = target.is_file() and not _is_report(target) and any(file in target.parents for file in given)
    if target in given or in_folder:
        raise WrongUseError(f"{path} är en av filerna som granskas; välj ett annat namn för resultatet.")
    if target.is_dir():
        raise WrongUseError(f"{path} är en mapp; ange ett filnamn.")
    if not target.parent.is_dir():
        raise WrongUseError(f"Mappen {path.parent} finns inte; skapa den eller välj en annan plats.")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        else:
            replace_file(target, content)
    except OSError:
        raise WrongUseError(
            f"{path} kunde inte skrivas; kontrollera att du får skriva där, att det finns plats och att filen inte är "
            "öppen i ett annat program."
        ) from None
