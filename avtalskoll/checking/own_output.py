"""Outputs of earlier runs, which may lie in a folder that is checked and are no agreements."""

from __future__ import annotations

import os
from pathlib import Path

SUPPORT = "Ett stöd för en jurists bedömning, som inte ersätter den."
"""How the text output of a check ends."""
COMMENT = "## Kontroll av avtal"
"""How the Markdown of a check begins."""
_ENDS = 512


def is_own_output(path: Path) -> bool:
    """Whether a text file is what a check has written as text or Markdown."""
    try:
        with path.open("rb") as file:
            start = file.read(len(COMMENT.encode()) + 1)
            file.seek(max(0, os.fstat(file.fileno()).st_size - _ENDS))
            end = file.read()
    except OSError:
        return False
    return start.rstrip() == COMMENT.encode() or end.rstrip().endswith(SUPPORT.encode())
