"""Loading a checklist: as it was kept where nothing has changed, else from its files."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from avtalskoll.checklist.checklist import Checklist
from avtalskoll.checklist.compiled import keep_compiled, load_compiled
from avtalskoll.checklist.installed import checklist_sha256, find_checklist, lineage

if TYPE_CHECKING:
    from avtalskoll.checklist.concepts import Concept


def load_checklist(name_or_path: str | PathLike[str] | None = None, *, examples: bool = True) -> Checklist:
    """Load a checklist by name or folder; the national one by default. Raises ChecklistError.

    An audit needs no examples and is quicker without them; everything else about the checklist is the same.
    """
    folders = lineage(find_checklist(name_or_path))
    sha256 = checklist_sha256(folders)
    kept = None if examples else load_compiled(folders[0], sha256)
    if kept is not None:
        return kept
    # An audit whose checklist was kept does without the code that reads the files.
    from avtalskoll.checklist.reading import read_checklist

    checklist = read_checklist(folders, sha256, examples=examples)
    if not examples:
        keep_compiled(folders[0], checklist)
    return checklist


def read_vocabulary(name_or_path: str | PathLike[str] | None = None) -> dict[str, Concept]:
    """The concepts of a checklist as they are written, by name. Raises ChecklistError."""
    from avtalskoll.checklist.reading import read_sources

    return read_sources(lineage(find_checklist(name_or_path)), examples=False).concepts
