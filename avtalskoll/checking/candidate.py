"""One agreement that a check is to judge."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from avtalskoll.audit_report import Facts

TEXT_SUFFIXES = (".md", ".markdown", ".mkd", ".txt")
DOCUMENT_SUFFIXES = (".docx", ".docm", ".dotx", ".odt", ".pdf", ".doc", ".rtf", ".zip", *TEXT_SUFFIXES)
"""What a file in a folder ends with if it is taken for an agreement."""


@dataclass(frozen=True)
class Candidate:
    """An agreement before it is read: its name, its files, and what its text may not say."""

    name: str
    """Its path from the configuration's folder, or its name in the configuration."""
    paths: tuple[Path, ...]
    shown: tuple[str, ...]
    """The same paths as a reader of the run can open them, with forward slashes."""
    facts: Facts = field(default_factory=Facts)
    doubtful: bool = False
    """A text file that nobody named an agreement: passed over where it does not look like one."""

    def file_of(self, document: str) -> str:
        """The file, as shown, that a document of the agreement was read from; of a zip, the zip."""
        for path, shown in zip(self.paths, self.shown, strict=True):
            if path.is_dir() and (path / document).exists():
                return f"{shown.rstrip('/')}/{document}"
            whole = unicodedata.normalize("NFC", path.as_posix())
            if whole == document or whole.endswith(f"/{document}"):
                return shown
        zips = [shown for path, shown in zip(self.paths, self.shown, strict=True) if path.suffix.lower() == ".zip"]
        return (zips or self.shown)[0]
