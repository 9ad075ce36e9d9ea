"""Where checklists stand: those that come with the program, the user's own folder, and any folder by its path."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import Literal, NamedTuple

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field

from avtalskoll.checklist.yaml_files import line_of, read_model
from avtalskoll.errors import ChecklistError

DEFAULT = "lakarmedverkan"
MANIFEST = "checklista.yaml"
_EXTENDS = "utgår_från"


class InstalledChecklist(NamedTuple):
    """A checklist that can be named. A hidden one bears a name that comes with the program: only its path finds it."""

    name: str
    folder: Path
    origin: Literal["program", "user"]
    hidden: bool = False


class _Start(BaseModel):
    """What tells which checklist another one extends; the rest of the file is read elsewhere."""

    model_config = ConfigDict(extra="ignore")
    extends: str | None = Field(default=None, alias=_EXTENDS, min_length=1)


def checklists_root() -> Path:
    """The folder of the checklists that come with the program, installed or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_data" / "checklists"
    return installed if installed.is_dir() else package.parent / "checklists"


def own_checklists_root() -> Path:
    """The user's folder for checklists of their own; it need not be there."""
    return user_data_path("avtalskoll", appauthor=False) / "checklists"


def installed_checklists() -> Iterator[InstalledChecklist]:
    """All checklists that can be named, those of the program first, each kind by name."""
    taken: set[str] = set()
    roots: tuple[tuple[Path, Literal["program", "user"]], ...] = (
        (checklists_root(), "program"),
        (own_checklists_root(), "user"),
    )
    for root, origin in roots:
        folders = sorted(root.iterdir()) if root.is_dir() else []
        for folder in folders:
            if (folder / MANIFEST).is_file():
                yield InstalledChecklist(folder.name, folder, origin, hidden=folder.name in taken)
                taken.add(folder.name)


def find_checklist(name_or_path: str | PathLike[str] | None) -> Path:
    """The folder of a checklist by name, or the path itself. Raises ChecklistError."""
    if name_or_path is None:
        return checklists_root() / DEFAULT
    path = Path(name_or_path)
    folder = path if path.is_dir() else _named(str(name_or_path))
    if folder is None:
        raise ChecklistError(
            f"Checklistan {name_or_path} finns inte; ange ett namn som visas av ”avtalskoll checklist list” "
            "eller en mapp."
        )
    return folder


def lineage(folder: Path) -> tuple[Path, ...]:
    """The checklist's folder, the one that it extends, the one that that one extends, and so on.

    Raises ChecklistError where one is missing or they lead round in a circle.
    """
    folders = [folder]
    while (base := _extended_by(folders[-1])) is not None:
        if any(base.resolve() == known.resolve() for known in folders):
            raise _in_manifest(folders[-1], "checklistorna utgår från varandra runt i en ring.")
        folders.append(base)
    return tuple(folders)


def checklist_sha256(folders: tuple[Path, ...]) -> str:
    """Over the names and bytes of all files of the checklist and of those that it extends; line ends aside."""
    digest = hashlib.sha256()
    for path in sorted(folders[0].glob("*.yaml")):
        with suppress(OSError):
            digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    if len(folders) > 1:
        digest.update(checklist_sha256(folders[1:]).encode())
    return digest.hexdigest()


def _extended_by(folder: Path) -> Path | None:
    """The folder that the checklist says it extends: a name first, else a path from its own folder."""
    path = folder / MANIFEST
    with suppress(OSError, UnicodeDecodeError):
        # The national checklist extends none: it need not be parsed to know that.
        if _EXTENDS not in path.read_text(encoding="utf-8"):
            return None
    wanted = read_model(path, _Start).extends
    if wanted is None:
        return None
    found = _named(wanted)
    if found is None and (folder / wanted / MANIFEST).is_file():
        found = folder / wanted
    if found is None:
        raise _in_manifest(
            folder,
            f"checklistan {wanted} finns inte; ange ett namn som visas av ”avtalskoll checklist list” eller en mapp, "
            f"räknad från {folder.name}.",
        )
    return found


def _named(name: str) -> Path | None:
    return next((known.folder for known in installed_checklists() if known.name == name and not known.hidden), None)


def _in_manifest(folder: Path, sentence: str) -> ChecklistError:
    line = line_of(folder / MANIFEST, (_EXTENDS,))
    return ChecklistError(f"{MANIFEST}, rad {line}, fältet ”{_EXTENDS}”: {sentence}")
