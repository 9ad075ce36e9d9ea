"""`audit --format docx`: where the annotated copies of the agreement's Word files go."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from avtalskoll.cli import console
from avtalskoll.cli.output_file import free_path, write_whole
from avtalskoll.errors import WrongUseError

if TYPE_CHECKING:
    from avtalskoll.negotiating.annotating import AnnotatedAgreement, AnnotatedFile

_ENDING = "kommentarer"
_WITH_MACROS = (".docm", ".dotm")


def write_copies(copies: AnnotatedAgreement, inputs: Sequence[str], output: str | None) -> Path | None:
    """Write one copy as a file and several into a folder; the name is made up here unless `output` gives it.

    Returns the file or the folder, None for stdout. Raises WrongUseError where nothing can be written there.
    """
    for note in (*copies.notes, *(note for file in copies.files for note in file.notes)):
        console.complain(note)
    if len(copies.files) > 1:
        return _write_folder(copies.files, inputs, output)
    copy = copies.files[0]
    if output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(copy.content)
        return None
    path = free_path(inputs[0], _ENDING, copy.suffix) if output is None else Path(output)
    if (path.suffix.lower() in _WITH_MACROS or copy.suffix in _WITH_MACROS) and path.suffix.lower() != copy.suffix:
        raise WrongUseError(f"Word öppnar inte kopian under namnet {path.name}; välj ett som slutar på {copy.suffix}.")
    _outside(path, inputs)
    write_whole(path, copy.content, inputs=inputs)
    return path


def _write_folder(files: Sequence[AnnotatedFile], inputs: Sequence[str], output: str | None) -> Path:
    if output == "-":
        raise WrongUseError("Avtalet har flera Word-filer; ange en mapp med --output, eller granska en fil i taget.")
    folder = free_path(inputs[0], _ENDING, "") if output is None else Path(output)
    if folder.exists() and not folder.is_dir():
        raise WrongUseError(f"{folder} är en fil; avtalet har flera Word-filer, så ange en mapp för kopiorna.")
    _outside(folder, inputs)
    for file in files:
        path = folder / file.name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise WrongUseError(
                f"Mappen {path.parent} kunde inte skapas; kontrollera att du får skriva där, eller välj en annan plats."
            ) from None
        write_whole(path, file.content, inputs=inputs)
    return folder


def _outside(path: Path, inputs: Sequence[str]) -> None:
    """Copies among the agreement's own files would be read as part of it next time."""
    target = Path(os.path.realpath(path))
    for given in map(Path, inputs):
        folder = Path(os.path.realpath(given))
        if folder.is_dir() and (folder == target or folder in target.parents):
            raise WrongUseError(f"{path} ligger i mappen som granskas; ange en annan plats med --output.")
